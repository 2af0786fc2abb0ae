// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/rewind.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Rewind", text);
}

Error badValue(const QString& value, const QString& allowed)
{
    return makeError(ErrorCode::InvalidOption, {},
        {{QStringLiteral("option"), QStringLiteral("rewind")}, {QStringLiteral("value"), value}, {QStringLiteral("allowed"), allowed}});
}

QString example(CursorType type)
{
    switch (type) {
    case CursorType::Timestamp: return tr("a time like 2026-01-31 10:00:00+00");
    case CursorType::DateTime: return tr("a time like 2026-01-31 10:00:00");
    case CursorType::Date: return tr("a day like 2026-01-31");
    case CursorType::Integer: return tr("a whole number");
    case CursorType::Numeric: return tr("a number");
    case CursorType::ObjectId: return tr("24 hexadecimal digits");
    }
    return {};
}

Result<void> checkFits(const SchemaInfo& schema, const CursorState& stored)
{
    const SchemaConfig& config = schema.config;
    const QMap<QString, QString> table{{QStringLiteral("table"), schema.sourceName + QLatin1Char('.') + schema.label}};
    const auto changed = [&](const QString& before, const QString& after) {
        Error error = makeError(ErrorCode::CursorConfigChanged, {}, table);
        error.args.insert(QStringLiteral("before"), before);
        error.args.insert(QStringLiteral("after"), after);
        return error;
    };
    if (config.syncType == SyncType::FullRefresh || config.incrementalField.isEmpty())
        return makeError(ErrorCode::CursorRequired, {}, table);
    if (stored.syncType != config.syncType)
        return changed(toString(stored.syncType), toString(config.syncType));
    if (config.syncType == SyncType::Incremental && stored.keyColumns != config.primaryKeyColumns)
        return changed(stored.keyColumns.join(QStringLiteral(", ")), config.primaryKeyColumns.join(QStringLiteral(", ")));
    return {};
}

} // namespace

bool isCursorText(CursorType type, const QString& text)
{
    static const QRegularExpression integer(QStringLiteral("^[-+]?\\d{1,19}$"));
    static const QRegularExpression numeric(QStringLiteral("^[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?$"));
    static const QRegularExpression date(QStringLiteral("^(\\d{4,6})-(\\d{2})-(\\d{2})$"));
    static const QRegularExpression time(QStringLiteral(
        "^(\\d{4,6})-(\\d{2})-(\\d{2})([ T]\\d{2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?( ?(Z|UTC|[-+]\\d{2}(:?\\d{2})?))?)?$"));
    static const QRegularExpression objectId(QStringLiteral("^[0-9a-fA-F]{24}$"));
    const auto isDay = [](const QRegularExpressionMatch& match) {
        return match.hasMatch() && QDate::isValid(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    };
    switch (type) {
    case CursorType::Timestamp:
    case CursorType::DateTime: return isDay(time.match(text));
    case CursorType::Date: return isDay(date.match(text));
    case CursorType::Integer: return integer.match(text).hasMatch();
    case CursorType::Numeric: return numeric.match(text).hasMatch();
    case CursorType::ObjectId: return objectId.match(text).hasMatch();
    }
    return false;
}

Result<Rewind> planRewind(Source& source, Warehouse& warehouse, const SchemaInfo& schema,
                          const WarehouseTable& target, const QString& value, const CancelToken& cancel)
{
    const SchemaConfig& config = schema.config;
    Result<std::optional<StoredState>> stored = warehouse.state(target);
    if (!stored)
        return stored.error();
    if (!*stored || !(*stored)->tableExists)
        return makeError(ErrorCode::WarehouseMissing, {}, {{QStringLiteral("table"), target.schema + QLatin1Char('.') + target.table}});
    const CursorState& before = (*stored)->last.cursor;
    if (Result<void> fits = checkFits(schema, before); !fits)
        return fits.error();
    if (config.incrementalFieldType && !isCursorText(*config.incrementalFieldType, value))
        return badValue(value, example(*config.incrementalFieldType));
    Result<std::unique_ptr<TableSnapshot>> snapshot = source.openSnapshot(schema.table, cancel);
    if (!snapshot)
        return snapshot.error();
    const ColumnShape* column = (*snapshot)->shape().column(config.incrementalField);
    if (!column)
        return makeError(ErrorCode::ColumnMissing, {},
            {{QStringLiteral("table"), schema.label}, {QStringLiteral("column"), config.incrementalField}});
    if (before.column == column->name && before.value) {
        Result<int> order = (*snapshot)->compareCursor(column->name, value, *before.value);
        if (!order)
            return order.error();
        if (*order > 0)
            return badValue(value, tr("at most the stored position, %1").arg(*before.value));
    }
    Result<qint64> rows = warehouse.countFrom(target, column->name, value);
    if (!rows)
        return rows.error();
    Rewind rewind;
    rewind.report = {column->name, before.value.value_or(QString()), value, *rows};
    rewind.record = (*stored)->last;
    CursorState& cursor = rewind.record.cursor;
    cursor.column = column->name;
    cursor.sourceType = column->sourceType;
    cursor.value = value;
    cursor.quiet = false;
    cursor.rewound = true;
    rewind.record.configVersion = schema.revision;
    return rewind;
}

} // namespace leat
