// SPDX-License-Identifier: GPL-3.0-or-later
// The warehouse's quarantine: rows that could not be stored.
#include "engine/warehouse/columnnames.h"
#include "engine/warehouse/duckdb/duckwarehouse.h"
#include "engine/warehouse/duckdb/quarantinetable.h"
#include "engine/warehouse/duckdb/statetable.h"

#include <QCoreApplication>

namespace leat {

namespace {

Error quarantineError(ErrorCode code, const WarehouseTable& table)
{
    Error error = makeError(code, {}, {{QStringLiteral("table"), tableLabel(table)}});
    error.owner = Owner::Warehouse;
    return error;
}

// Ids that are typed wrong must not pass for done.
Result<void> haveRows(const QuarantineTable& quarantine, DuckTransaction& transaction, const WarehouseTable& table, const std::vector<qint64>& ids)
{
    if (ids.empty())
        return {};
    const Result<std::optional<qint64>> unknown = quarantine.unknown(transaction, table, ids);
    if (!unknown)
        return unknown.error();
    if (!*unknown)
        return {};
    Error error = quarantineError(ErrorCode::NotFound, table);
    error.args.insert(QStringLiteral("what"), QCoreApplication::translate("Warehouse", "row in quarantine"));
    error.args.insert(QStringLiteral("name"), QString::number(**unknown));
    return error;
}

// Key columns as the table has them.
Result<TableColumns> keyColumns(const CursorState& state, const PlannedColumns& stored, const TableColumns& columns, const WarehouseTable& table)
{
    TableColumns keys;
    for (const QString& key : state.keyColumns) {
        const PlannedColumn* known = findSource(stored, key);
        const TableColumn* column = findColumn(columns, known ? known->name : key);
        if (!column)
            return quarantineError(ErrorCode::KeyRequired, table);
        keys.push_back(*column);
    }
    if (keys.empty())
        return quarantineError(ErrorCode::KeyRequired, table);
    return keys;
}

FormerNames formerNames(const CursorState& state, const PlannedColumns& stored)
{
    FormerNames former;
    for (const ColumnMark& mark : state.columns)
        if (const PlannedColumn* column = findSource(stored, mark.name))
            former.insert(foldName(column->name), mark.former);
    return former;
}

} // namespace

Result<QuarantinePage> DuckWarehouse::quarantine(const WarehouseTable& table, qint64 limit)
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    return QuarantineTable(connection->instance().catalog()).page(**connection, table, limit);
}

Result<std::vector<std::pair<WarehouseTable, qint64>>> DuckWarehouse::quarantineCounts()
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    return QuarantineTable(connection->instance().catalog()).counts(**connection);
}

Result<QuarantineReport> DuckWarehouse::replayQuarantine(const WarehouseTable& table, const std::vector<qint64>& ids)
{
    const Result<TableLease> lease = m_core->lease(table);
    if (!lease)
        return lease.error();
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const QString& catalog = connection->instance().catalog();
    const Result<SqlTable> target = quoteTable(catalog, table.schema, table.table);
    if (!target)
        return target.error();
    Result<std::optional<TableColumns>> columns = describeTable(**connection, *target);
    if (!columns)
        return columns.error();
    const StateTable states(catalog);
    const QuarantineTable quarantine(catalog);
    (*connection)->setPhase(Phase::Commit);
    const std::lock_guard turn(connection->instance().commitMutex());
    Result<DuckTransaction> transaction = DuckTransaction::begin(**connection);
    if (!transaction)
        return transaction.error();
    Result<std::optional<StateRow>> state = states.read(*transaction, table);
    if (!state)
        return state.error();
    if (!*columns || !*state)
        return quarantineError(ErrorCode::WarehouseMissing, table);
    const CursorState& cursor = (*state)->state.last.cursor;
    const Result<PlannedColumns> known = storedColumns(cursor.columns, **columns, tableLabel(table));
    if (!known)
        return known.error();
    const Result<TableColumns> keys = keyColumns(cursor, *known, **columns, table);
    if (!keys)
        return keys.error();
    if (Result<void> there = haveRows(quarantine, *transaction, table, ids); !there)
        return there.error();
    const Result<qint64> before = quarantine.count(*transaction, table);
    if (!before)
        return before.error();
    const Result<qint64> stored = quarantine.replay(*transaction, table, *target, **columns, *keys, formerNames(cursor, *known), ids);
    if (!stored)
        return stored.error();
    (*state)->state.tableRows += *stored;
    if (Result<void> written = states.write(*transaction, **state); !written)
        return written.error();
    if (Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    const qint64 asked = ids.empty() ? *before : qint64(ids.size());
    return QuarantineReport{*stored, asked - *stored, 0, *before - *stored};
}

Result<QuarantineReport> DuckWarehouse::dropQuarantine(const WarehouseTable& table, const std::vector<qint64>& ids)
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const QuarantineTable quarantine(connection->instance().catalog());
    const std::lock_guard turn(connection->instance().commitMutex());
    Result<DuckTransaction> transaction = DuckTransaction::begin(**connection);
    if (!transaction)
        return transaction.error();
    if (Result<void> there = haveRows(quarantine, *transaction, table, ids); !there)
        return there.error();
    const Result<qint64> dropped = quarantine.drop(*transaction, table, ids);
    if (!dropped)
        return dropped.error();
    const Result<qint64> left = quarantine.count(*transaction, table);
    if (!left)
        return left.error();
    if (Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    return QuarantineReport{0, 0, *dropped, *left};
}

} // namespace leat
