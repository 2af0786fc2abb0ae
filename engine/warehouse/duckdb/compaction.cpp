// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/compaction.h"

#include "engine/base/failpoint.h"

#include <QUuid>

namespace leat {

namespace {

constexpr double kDeadShare = 0.30;
constexpr qint64 kDeadRowsWorthIt = 100'000;

// COMMENT statements that give `table` the comments it has now.
Result<std::vector<QByteArray>> commentStatements(PooledConnection& connection, const SqlTable& table,
                                                  const WarehouseTable& names)
{
    const DuckParams which{connection.instance().catalog(), names.schema, names.table};
    const QByteArray where = " WHERE comment IS NOT NULL AND database_name = $1 AND schema_name = $2 AND table_name = $3";
    Result<std::vector<TextRow>> onTable
        = connection->rows("SELECT comment FROM duckdb_tables()" + where, which);
    if (!onTable)
        return onTable.error();
    Result<std::vector<TextRow>> onColumns
        = connection->rows("SELECT column_name, comment FROM duckdb_columns()" + where, which);
    if (!onColumns)
        return onColumns.error();
    std::vector<QByteArray> statements;
    for (const TextRow& row : *onTable)
        statements.push_back("COMMENT ON TABLE " + table.full() + " IS " + quoteComment(row[0].value_or(QString())));
    for (const TextRow& row : *onColumns) {
        const Result<QByteArray> column = quoteIdentifier(row[0].value_or(QString()));
        if (!column)
            return column.error();
        statements.push_back("COMMENT ON COLUMN " + table.full() + '.' + *column + " IS "
            + quoteComment(row[1].value_or(QString())));
    }
    return statements;
}

Result<void> swapIn(PooledConnection& connection, const SqlTable& copy, const SqlTable& table,
                    const std::vector<QByteArray>& comments, const StateTable& state, const StateRow& row)
{
    const std::lock_guard turn(connection.instance().commitMutex());
    Result<DuckTransaction> transaction = DuckTransaction::begin(*connection);
    if (!transaction)
        return transaction.error();
    LEAT_FAILPOINT("warehouse.rebuild-swap");
    std::vector<QByteArray> statements{"DROP TABLE " + table.full(),
        "ALTER TABLE " + copy.full() + " RENAME TO " + table.table};
    statements.insert(statements.end(), comments.begin(), comments.end());
    for (const QByteArray& sql : statements)
        if (const Result<qint64> ran = transaction->run(sql); !ran)
            return ran.error();
    if (Result<void> written = state.write(*transaction, row); !written)
        return written;
    return transaction->commit();
}

} // namespace

bool needsRebuild(qint64 deadRows, qint64 liveRows)
{
    return deadRows >= kDeadRowsWorthIt
        && static_cast<double>(deadRows) > kDeadShare * static_cast<double>(deadRows + liveRows);
}

SqlTable stagingBeside(const SqlTable& table)
{
    return {table.schema, '"' + (kStagingPrefix + QUuid::createUuid().toByteArray(QUuid::Id128)) + '"'};
}

Result<void> rebuildTable(PooledConnection& connection, const SqlTable& table, const StateTable& state,
                          StateRow row, const CancelToken& cancel)
{
    const Result<std::vector<QByteArray>> comments = commentStatements(connection, table, row.table);
    if (!comments)
        return comments.error();
    LEAT_FAILPOINT("warehouse.rebuild");
    const SqlTable copy = stagingBeside(table);
    row.deadRows = 0;
    Result<void> outcome;
    if (const Result<qint64> copied
        = connection->run("CREATE TABLE " + copy.full() + " AS SELECT * FROM " + table.full(), {}, cancel); !copied)
        outcome = copied.error();
    else
        outcome = swapIn(connection, copy, table, *comments, state, row);
    if (!outcome)
        (void)connection->run("DROP TABLE IF EXISTS " + copy.full());
    return outcome;
}

} // namespace leat
