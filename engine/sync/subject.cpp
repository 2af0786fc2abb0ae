// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/subject.h"

#include <algorithm>

namespace leat {

namespace {

QStringList keyFor(const SchemaConfig& config, const TableShape& shape)
{
    if (config.syncType == SyncType::Append)
        return {};
    return config.primaryKeyColumns.isEmpty() ? shape.primaryKey : config.primaryKeyColumns;
}

} // namespace

QString labelOf(const TableName& table)
{
    return table.nameSpace.isEmpty() ? table.name : table.nameSpace + QLatin1Char('.') + table.name;
}

Result<Subject> subjectOf(Source& source, Warehouse& warehouse, const TableName& table, const SchemaConfig& config,
                          const WarehouseTable& target, SubjectPart part, const CancelToken& cancel)
{
    const QString label = labelOf(table);
    Result<std::optional<StoredState>> stored = warehouse.state(target);
    if (!stored)
        return stored.error();
    if (!*stored || !(*stored)->tableExists)
        return makeError(ErrorCode::WarehouseMissing, {}, {{QStringLiteral("table"), label}});
    Result<std::unique_ptr<TableSnapshot>> snapshot = source.openSnapshot(table, cancel);
    if (!snapshot)
        return snapshot.error();
    Subject subject{std::move(*snapshot), std::move(**stored), {}, {}};
    // A column that came since is drift, not a difference of rows.
    subject.columns = comparableColumns(subject.stored.last.cursor);
    const TableShape& shape = subject.snapshot->shape();
    subject.key = keyFor(config, shape);
    for (const QString& name : part == SubjectPart::Keys ? subject.key : subject.columns)
        if (!shape.column(name))
            return makeError(ErrorCode::ColumnMissing, {},
                {{QStringLiteral("table"), label}, {QStringLiteral("column"), name}});
    for (const QString& column : QStringList(subject.key))
        if (!subject.columns.contains(column))
            subject.key.clear();
    return subject;
}

Result<void> unchangedSince(Warehouse& warehouse, const WarehouseTable& target, const StoredState& stored)
{
    const Result<std::optional<StoredState>> now = warehouse.state(target);
    if (!now)
        return now.error();
    if (!*now || (*now)->last.runId != stored.last.runId || (*now)->committedAt != stored.committedAt)
        return makeError(ErrorCode::Busy, QStringLiteral("the table was synced just now"));
    return {};
}

std::optional<ReadSpec> pendingSpec(const SnapshotFacts& facts, const CursorState& stored, const SchemaConfig& config)
{
    ReadSpec spec;
    const bool window = facts.windowPossible && stored.horizon && facts.horizon && *stored.horizon <= *facts.horizon
        && stored.serverId == facts.serverId && config.lateCommits != LateCommits::Cursor
        && (stored.history.isEmpty() || facts.history.isEmpty() || stored.history == facts.history);
    if (window) {
        spec.windowFrom = stored.horizon;
    } else if (!stored.column.isEmpty() && stored.value && stored.serverId == facts.serverId) {
        spec.cursorColumn = stored.column;
        spec.cursorFrom = stored.value;
        spec.lookbackSeconds = config.lookbackSeconds;
    } else {
        return std::nullopt;
    }
    return spec;
}

bool isIntegerKey(const QStringList& key, const TableShape& shape)
{
    const ColumnShape* column = key.size() == 1 ? shape.column(key.front()) : nullptr;
    return column && !column->nullable && column->type.kind >= ColumnType::Kind::Int16
        && column->type.kind <= ColumnType::Kind::Int64;
}

Result<KeyExtent> keyExtent(TableSnapshot& snapshot, TableView& view, const QStringList& integerKey, const CancelToken& cancel)
{
    Result<KeyExtent> extent = view.extent(integerKey, cancel);
    if (!extent || integerKey.isEmpty())
        return extent;
    extent->rows = std::max(extent->rows, snapshot.shape().estimatedRows);
    const Result<std::optional<QString>> greatest = snapshot.maxCursor(integerKey.front());
    bool ok = false;
    const qint64 value = greatest && *greatest ? (*greatest)->toLongLong(&ok) : 0;
    if (ok && extent->greatest)
        extent->greatest = std::max(*extent->greatest, value);
    return extent;
}

void noteSeen(CursorState& cursor, const SnapshotFacts& facts)
{
    if (facts.nextXid)
        cursor.seen = std::max(cursor.seen.value_or(0), *facts.nextXid);
}

} // namespace leat
