// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/verifyrun.h"

#include "engine/base/failpoint.h"

namespace leat {

namespace {

QStringList keyFor(const SchemaConfig& config, const TableShape& shape)
{
    if (config.syncType == SyncType::Append)
        return {};
    return config.primaryKeyColumns.isEmpty() ? shape.primaryKey : config.primaryKeyColumns;
}

} // namespace

Result<VerifyReport> verifySchema(Source& source, Warehouse& warehouse, const SchemaInfo& schema,
                                  const WarehouseTable& target, const CancelToken& cancel)
{
    LEAT_FAILPOINT("verify.start");
    Result<std::optional<StoredState>> stored = warehouse.state(target);
    if (!stored)
        return stored.error();
    if (!*stored || !(*stored)->tableExists)
        return makeError(ErrorCode::WarehouseMissing, {}, {{QStringLiteral("table"), schema.warehouseTable}});
    Result<std::unique_ptr<TableSnapshot>> snapshot = source.openSnapshot(schema.table, cancel);
    if (!snapshot)
        return snapshot.error();
    const TableShape& shape = (*snapshot)->shape();
    const QStringList key = keyFor(schema.config, shape);

    ReadSpec spec;
    // What the last sync stored; a column that came since is drift, not a difference of rows.
    spec.columns = plainColumns((*stored)->last.cursor);
    spec.readers = 2;
    QStringList compared = key;
    for (const QString& column : key)
        if (!spec.columns.contains(column))
            compared.clear();
    for (const QString& column : spec.columns)
        if (!shape.column(column))
            return makeError(ErrorCode::ColumnMissing, {},
                {{QStringLiteral("table"), schema.label}, {QStringLiteral("column"), column}});
    Result<std::unique_ptr<TableRead>> read = (*snapshot)->read(spec);
    if (!read)
        return read.error();
    LEAT_FAILPOINT("verify.read-opened");
    Result<VerifyReport> report = warehouse.compare(target, compared, **read, cancel);
    LEAT_FAILPOINT("verify.compared");
    if (report) {
        report->schemaId = schema.id;
        report->label = schema.sourceName + QLatin1Char('.') + schema.label;
        report->at = QDateTime::currentDateTimeUtc();
    }
    return report;
}

} // namespace leat
