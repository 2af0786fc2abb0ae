// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/cursorstate.h"
#include "engine/connectors/source.h"
#include "engine/connectors/sourcefactory.h"

#include <QJsonArray>

namespace leat {

BatchReader::~BatchReader() = default;
TableRead::~TableRead() = default;
TableSnapshot::~TableSnapshot() = default;
Source::~Source() = default;
SourceFactory::~SourceFactory() = default;

namespace {

// JSON numbers are doubles to many readers; 64-bit xids travel as text (trap T025).
std::optional<quint64> readXid(const QJsonValue& value)
{
    bool ok = false;
    const quint64 xid = value.toString().toULongLong(&ok);
    return ok ? std::optional(xid) : std::nullopt;
}

} // namespace

QJsonObject toJson(const CursorState& state)
{
    QJsonObject json;
    json[QLatin1String("column")] = state.column;
    json[QLatin1String("source_type")] = state.sourceType;
    if (state.value)
        json[QLatin1String("value")] = *state.value;
    if (state.horizon)
        json[QLatin1String("horizon")] = QString::number(*state.horizon);
    json[QLatin1String("server_id")] = state.serverId;
    json[QLatin1String("quiet")] = state.quiet;
    if (state.rewound)
        json[QLatin1String("rewound")] = true;
    json[QLatin1String("key_columns")] = QJsonArray::fromStringList(state.keyColumns);
    json[QLatin1String("columns")] = QJsonArray::fromStringList(state.columns);
    json[QLatin1String("sync_type")] = toString(state.syncType);
    return json;
}

CursorState cursorStateFromJson(const QJsonObject& json)
{
    CursorState state;
    state.column = json[QLatin1String("column")].toString();
    state.sourceType = json[QLatin1String("source_type")].toString();
    if (json.contains(QLatin1String("value")))
        state.value = json[QLatin1String("value")].toString();
    state.horizon = readXid(json[QLatin1String("horizon")]);
    state.serverId = json[QLatin1String("server_id")].toString();
    state.quiet = json[QLatin1String("quiet")].toBool();
    state.rewound = json[QLatin1String("rewound")].toBool();
    for (const QJsonValue& key : json[QLatin1String("key_columns")].toArray())
        state.keyColumns.append(key.toString());
    for (const QJsonValue& column : json[QLatin1String("columns")].toArray())
        state.columns.append(column.toString());
    state.syncType = syncTypeFromString(json[QLatin1String("sync_type")].toString()).value_or(SyncType::FullRefresh);
    return state;
}

} // namespace leat
