// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/alignment.h"

#include "engine/base/failpoint.h"
#include "engine/warehouse/duckdb/digestsql.h"
#include "engine/warehouse/duckdb/duckerrors.h"
#include "engine/warehouse/duckdb/ducktypes.h"
#include "engine/warehouse/duckdb/mergesql.h"

namespace leat {

namespace {

const SqlTable kStaging{"temp.main", "\"_leat_align\""};

} // namespace

Alignment::Alignment(TableLease lease, PooledConnection connection, const WarehouseTable& table, const AlignSpec& spec)
    : TableWork(std::move(lease), std::move(connection), table), m_spec(spec)
{
}

Alignment::~Alignment()
{
    dropTemporary(kStaging);
}

Result<void> Alignment::layOut(const TableRead& read)
{
    if (Result<void> found = findTable(); !found)
        return found;
    std::vector<LoadColumn> given;
    for (const ReadColumn& column : read.columns())
        given.push_back({column.name, column.type, {}});
    Result<PlannedColumns> columns = planned(given);
    if (!columns)
        return columns.error();
    m_columns = std::move(*columns);
    const Result<TableDrift> drift = driftOf(m_columns, m_existing, tableLabel(m_table));
    if (!drift)
        return drift.error();
    if (!drift->added.empty())
        return failed(ErrorCode::ColumnMissing, {{QStringLiteral("column"), m_columns[drift->added.front()].source}});
    Result<PlannedColumns> keys = pickColumns(m_columns, m_spec.keyColumns, tableLabel(m_table));
    if (!keys)
        return keys.error();
    m_keys = std::move(*keys);
    if (!m_spec.part)
        return {};
    Result<PlannedColumns> partKeys = pickColumns(m_columns, m_spec.part->buckets.columns, tableLabel(m_table));
    if (!partKeys)
        return partKeys.error();
    m_partKeys = std::move(*partKeys);
    return {};
}

QByteArray Alignment::partWhere() const
{
    return m_spec.part ? " WHERE " + partSql(*m_spec.part, m_partKeys) : QByteArray();
}

// A row that is marked as deleted stays, unless the source has its key again.
QByteArray Alignment::unlessMarked() const
{
    const bool marks = findColumn(m_existing, QLatin1String(kDeletedAt)) && !findSource(m_columns, QLatin1String(kDeletedAt));
    if (!marks)
        return {};
    QByteArray same;
    for (const PlannedColumn& key : m_keys)
        same += " AND s." + key.sql + " = t." + key.sql;
    const QByteArray returned = m_keys.empty() ? QByteArray() : " OR EXISTS (SELECT 1 FROM " + kStaging.full() + " AS s WHERE true" + same + ')';
    return (m_spec.part ? " AND (" : " WHERE (") + QByteArray(kDeletedAt) + " IS NULL" + returned + ')';
}

Result<qint64> Alignment::stage(TableRead& read, const CancelToken& cancel)
{
    QByteArray cells;
    QStringList names;
    for (const PlannedColumn& column : m_columns) {
        const ColumnType type = findColumn(m_existing, column.name)->type.value_or(column.type);
        cells += (cells.isEmpty() ? "CAST(" : ", CAST(") + column.sql + " AS " + typeSql(type) + ") AS " + column.sql;
        names.append(column.name);
    }
    const auto feed = std::make_shared<ReaderFeed>(read, names, cancel);
    const FeedRegistration registered(m_connection.instance().feeds(), feed);
    // The source may give more than the part: the buckets decide.
    const Result<qint64> rows = m_connection->run("CREATE TEMP TABLE " + kStaging.full() + " AS SELECT " + cells + " FROM "
        + registered.sql() + partWhere(), {}, cancel);
    if (const std::optional<Error> error = feed->firstError())
        return *error;
    return rows;
}

Result<void> Alignment::checkKeys(const CancelToken& cancel)
{
    if (m_keys.empty())
        return {};
    const Result<std::vector<TextRow>> nulls = m_connection->rows(keyNullsSql(kStaging, m_keys), {}, cancel);
    if (!nulls)
        return nulls.error();
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        if (nulls->front()[i] != QLatin1String("0"))
            return failed(ErrorCode::KeyHasNulls, {{QStringLiteral("column"), m_keys[i].source},
                {QStringLiteral("count"), nulls->front()[i].value_or(QString())}});
    const Result<std::vector<TextRow>> repeated = m_connection->rows(repeatedKeysSql(kStaging, m_keys), {}, cancel);
    if (!repeated)
        return repeated.error();
    if (repeated->empty())
        return {};
    return failed(ErrorCode::KeyNotUnique, {{QStringLiteral("column"), m_spec.keyColumns.join(QStringLiteral(", "))},
        {QStringLiteral("example"), repeated->front().front().value_or(QString())}});
}

Result<CommitOutcome> Alignment::run(TableRead& read, const CommitRecord& record, const CancelToken& cancel)
{
    m_connection->setPhase(Phase::Write);
    if (Result<void> ok = layOut(read); !ok)
        return ok.error();
    const Result<qint64> staged = stage(read, cancel);
    if (!staged)
        return staged.error();
    if (Result<void> ok = checkKeys(cancel); !ok)
        return ok.error();
    m_connection->setPhase(Phase::Commit);
    return commit(record, *staged, cancel);
}

Result<CommitOutcome> Alignment::commit(const CommitRecord& record, qint64 staged, const CancelToken& cancel)
{
    Result<DuckTransaction> transaction = DuckTransaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    const Result<std::optional<StateRow>> now = m_state.read(*transaction, m_table);
    if (!now)
        return now.error();
    if (!*now || m_spec.basis != Generation{(*now)->state.last.runId, (*now)->state.last.fence})
        return failed(ErrorCode::RevisionConflict, {{QStringLiteral("subject"), tableLabel(m_table)}});
    Result<StateRow> row = nextStateRow(*transaction, m_state, m_table, record);
    if (!row)
        return row.error();
    CommitOutcome outcome;
    QByteArray insert = insertStagedSql(m_target, kStaging, m_columns);
    if (m_spec.onlyAdd) {
        const ExactColumns exact = exactColumns(m_columns, m_existing);
        insert = "INSERT INTO " + m_target.full() + " (" + columnList(m_columns) + ") SELECT " + exact.restored + " FROM (SELECT " + exact.cells
            + " FROM " + kStaging.full() + " EXCEPT ALL SELECT " + exact.cells + " FROM " + m_target.full() + partWhere() + ')';
    } else {
        const Result<qint64> deleted = transaction->run("DELETE FROM " + m_target.full() + " AS t" + partWhere() + unlessMarked(), {}, cancel);
        if (!deleted)
            return deleted.error();
        outcome.rowsUpdated = *deleted;
        row->deadRows += *deleted;
    }
    const Result<qint64> inserted = transaction->run(insert, {}, cancel);
    if (!inserted)
        return inserted.error();
    if (!m_spec.onlyAdd && *inserted != staged)
        return internalError(QStringLiteral("%1 of %2 rows were inserted").arg(*inserted).arg(staged), tableLabel(m_table));
    outcome.rowsInserted = *inserted;
    const Result<qint64> rows = transaction->number("SELECT count(*) FROM " + m_target.full());
    if (!rows)
        return rows.error();
    outcome.tableRows = row->state.tableRows = *rows;
    const std::lock_guard turn(m_connection.instance().commitMutex());
    if (Result<void> written = m_state.write(*transaction, *row); !written)
        return written.error();
    if (cancel.isCancelled())
        return failed(ErrorCode::Cancelled);
    LEAT_FAILPOINT("align.before-commit");
    if (Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    LEAT_KILLPOINT("align.after-commit");
    return outcome;
}

} // namespace leat
