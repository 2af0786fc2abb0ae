// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/cursorstate.h"
#include "engine/connectors/source.h"
#include "engine/connectors/sourcefactory.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace leat {

BatchReader::~BatchReader() = default;
TableRead::~TableRead() = default;
TableSnapshot::~TableSnapshot() = default;
Result<void> TableRead::guardKey(const QStringList&, const CancelToken&) { return {}; }
void TableRead::offer(const std::vector<int>&) { }
void TableRead::allow(qint64) { }
std::vector<PieceRows> TableRead::takeFinished() { return {}; }
bool TableRead::isExhausted() const { return true; }
QStringList TableSnapshot::cut() const { return {}; }
Result<std::vector<bool>> TableSnapshot::unchanged(const QStringList&, const std::vector<PieceMark>&, quint64, const CancelToken&)
{
    return std::vector<bool>();
}
Result<bool> TableSnapshot::confirmShape(const CancelToken&) { return true; }

Result<std::optional<Digest>> TableSnapshot::digest(const DigestSpec&)
{
    return std::optional<Digest>();
}

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

QJsonObject toJson(const QMap<QString, QString>& texts)
{
    QJsonObject json;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        json[it.key()] = it.value();
    return json;
}

QJsonObject toJson(const ColumnMark& mark)
{
    QJsonObject json{{QStringLiteral("name"), mark.name}, {QStringLiteral("source_type"), mark.sourceType},
        {QStringLiteral("kind"), int(mark.type.kind)}, {QStringLiteral("attribute"), mark.attribute}};
    if (mark.type.kind == ColumnType::Kind::Decimal) {
        json[QLatin1String("precision")] = mark.type.precision;
        json[QLatin1String("scale")] = mark.type.scale;
    }
    if (!mark.target.isEmpty())
        json[QLatin1String("target")] = mark.target;
    if (mark.late)
        json[QLatin1String("late")] = true;
    if (!mark.former.isEmpty())
        json[QLatin1String("former")] = QJsonArray::fromStringList(mark.former);
    return json;
}

// Of a type without digits what is written there is nonsense.
ColumnType typeFrom(int kind, int precision, int scale)
{
    const ColumnType::Kind known = ColumnType::Kind(kind);
    return known == ColumnType::Kind::Decimal ? ColumnType{known, quint8(precision), quint8(scale)} : ColumnType{known, 0, 0};
}

// Up to version 0.2 a column was "name kind(precision,scale)", without number and source type.
ColumnMark markFromText(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(.*) (\\d+)\\((\\d+),(\\d+)\\)$"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(text);
    ColumnMark mark;
    mark.name = match.captured(1);
    mark.type = typeFrom(match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    return mark;
}

ColumnMark markFromJson(const QJsonValue& value)
{
    if (value.isString())
        return markFromText(value.toString());
    const QJsonObject json = value.toObject();
    ColumnMark mark;
    mark.name = json[QLatin1String("name")].toString();
    mark.target = json[QLatin1String("target")].toString();
    for (const QJsonValue& name : json[QLatin1String("former")].toArray())
        mark.former.append(name.toString());
    mark.sourceType = json[QLatin1String("source_type")].toString();
    mark.type = typeFrom(json[QLatin1String("kind")].toInt(), json[QLatin1String("precision")].toInt(), json[QLatin1String("scale")].toInt());
    mark.attribute = json[QLatin1String("attribute")].toInt();
    mark.late = json[QLatin1String("late")].toBool();
    return mark;
}

} // namespace

QString versionedName(const QString& name, int version)
{
    return QStringLiteral("%1_v%2").arg(name).arg(version);
}

namespace {

bool isVersioned(const ColumnMark& mark)
{
    static const QRegularExpression number(QStringLiteral("^_v\\d+$"));
    return mark.target.startsWith(mark.name) && number.match(mark.target.mid(mark.name.size())).hasMatch();
}

} // namespace

QStringList comparableColumns(const CursorState& state)
{
    QStringList names;
    for (const ColumnMark& mark : state.columns)
        if (!isVersioned(mark))
            names.append(mark.name);
    return names;
}

QJsonObject toJson(const CursorState& state)
{
    QJsonObject json;
    json[QLatin1String("column")] = state.column;
    json[QLatin1String("source_type")] = state.sourceType;
    if (state.value)
        json[QLatin1String("value")] = *state.value;
    if (state.horizon)
        json[QLatin1String("horizon")] = QString::number(*state.horizon);
    if (state.seen)
        json[QLatin1String("seen")] = QString::number(*state.seen);
    json[QLatin1String("server_id")] = state.serverId;
    if (!state.history.isEmpty())
        json[QLatin1String("history")] = state.history;
    json[QLatin1String("quiet")] = state.quiet;
    if (state.narrowed > 0)
        json[QLatin1String("narrowed")] = state.narrowed;
    if (state.rewound)
        json[QLatin1String("rewound")] = true;
    json[QLatin1String("key_columns")] = QJsonArray::fromStringList(state.keyColumns);
    if (state.uniqueKey)
        json[QLatin1String("unique_key")] = true;
    if (!state.tableId.isEmpty())
        json[QLatin1String("table_id")] = state.tableId;
    if (!state.parts.isEmpty())
        json[QLatin1String("parts")] = QJsonArray::fromStringList(state.parts);
    QJsonArray columns;
    for (const ColumnMark& mark : state.columns)
        columns.append(toJson(mark));
    json[QLatin1String("columns")] = columns;
    if (!state.spellings.isEmpty())
        json[QLatin1String("spellings")] = toJson(state.spellings);
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
    state.seen = readXid(json[QLatin1String("seen")]);
    state.serverId = json[QLatin1String("server_id")].toString();
    state.history = json[QLatin1String("history")].toString();
    state.quiet = json[QLatin1String("quiet")].toBool();
    state.narrowed = json[QLatin1String("narrowed")].toInt();
    state.uniqueKey = json[QLatin1String("unique_key")].toBool();
    state.rewound = json[QLatin1String("rewound")].toBool();
    for (const QJsonValue& key : json[QLatin1String("key_columns")].toArray())
        state.keyColumns.append(key.toString());
    for (const QJsonValue& part : json[QLatin1String("parts")].toArray())
        state.parts.append(part.toString());
    for (const QJsonValue& column : json[QLatin1String("columns")].toArray())
        state.columns.push_back(markFromJson(column));
    state.tableId = json[QLatin1String("table_id")].toString();
    const QJsonObject spellings = json[QLatin1String("spellings")].toObject();
    for (auto it = spellings.begin(); it != spellings.end(); ++it)
        state.spellings.insert(it.key(), it.value().toString());
    state.syncType = syncTypeFromString(json[QLatin1String("sync_type")].toString()).value_or(SyncType::FullRefresh);
    return state;
}

} // namespace leat
