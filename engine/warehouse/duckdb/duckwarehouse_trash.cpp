// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/failpoint.h"
#include "engine/warehouse/duckdb/duckerrors.h"
#include "engine/warehouse/duckdb/ducktypes.h"
#include "engine/warehouse/duckdb/duckwarehouse.h"
#include "engine/warehouse/duckdb/progresstable.h"
#include "engine/warehouse/duckdb/tablelayout.h"
#include "engine/warehouse/duckdb/trashtable.h"

namespace leat {

namespace {

WarehouseTable placeOf(const TrashRecord& record)
{
    return {record.schema, record.table};
}

Result<bool> isThere(PooledConnection& connection, const WarehouseTable& table)
{
    const Result<SqlTable> sql = quoteTable(connection.instance().catalog(), table.schema, table.table);
    if (!sql)
        return sql.error();
    const Result<std::optional<TableColumns>> columns = describeTable(*connection, *sql);
    return columns ? Result<bool>(columns->has_value()) : Result<bool>(columns.error());
}

} // namespace

Result<qint64> DuckWarehouse::countFrom(const WarehouseTable& table, const QString& column, const QString& value)
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const Result<SqlTable> sql = quoteTable(connection->instance().catalog(), table.schema, table.table);
    if (!sql)
        return sql.error();
    Result<std::optional<TableColumns>> columns = describeTable(**connection, *sql);
    if (!columns)
        return columns.error();
    if (!*columns)
        return qint64(-1);
    const TableColumn* found = findColumn(**columns, column);
    if (!found)
        return makeError(ErrorCode::ColumnMissing, {},
            {{QStringLiteral("table"), tableLabel(table)}, {QStringLiteral("column"), column}});
    const QByteArray type = found->type ? typeSql(*found->type) : QByteArray("VARCHAR");
    const QString text = castableText(value);
    const Result<qint64> readable = (*connection)->number("SELECT count(TRY_CAST($1 AS " + type + "))", {text});
    if (!readable)
        return readable.error();
    if (*readable == 0)
        return makeError(ErrorCode::InvalidOption, {},
            {{QStringLiteral("option"), column}, {QStringLiteral("value"), value}, {QStringLiteral("allowed"), QString::fromLatin1(type)}});
    return (*connection)->number("SELECT count(*) FROM " + sql->full() + " WHERE " + found->sql + " >= CAST($1 AS " + type + ')', {text});
}

Result<qint64> DuckWarehouse::tableBytes(const WarehouseTable& table)
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const Result<bool> there = isThere(*connection, table);
    if (!there)
        return there.error();
    if (!*there)
        return qint64(-1);
    const Result<qint64> bytes = storedBytes(**connection, connection->instance().catalog(), table);
    // A damaged table cannot be measured, and moving it away is what mends it (seed id D52). No size
    // that cannot be told stands in the way of that.
    if (!bytes)
        return qint64(bytes.error().code == ErrorCode::WarehouseCorrupt ? 0 : -1);
    return bytes;
}

Result<qint64> DuckWarehouse::trash(const WarehouseTable& table, const TrashNote& note)
{
    const Result<TableLease> lease = m_core->lease(table);
    if (!lease)
        return lease.error();
    const Result<qint64> bytes = tableBytes(table);
    if (!bytes)
        return bytes.error();
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const std::lock_guard turn(connection->instance().commitMutex());
    (*connection)->setPhase(Phase::Commit);
    Result<DuckTransaction> transaction = DuckTransaction::begin(**connection);
    if (!transaction)
        return transaction.error();
    LEAT_FAILPOINT("trash.begin");
    const QString& catalog = connection->instance().catalog();
    // A copy that broke off holds rows of the table as well, also where there is no table yet.
    if (Result<void> gone = dropKeptCopy(**connection, *transaction, catalog, table); !gone)
        return gone.error();
    Result<qint64> id = TrashTable(catalog).put(*transaction, table, note, *bytes);
    if (!id && id.error().code == ErrorCode::WarehouseMissing)
        if (Result<void> committed = transaction->commit(); !committed)
            return committed.error();
    if (!id)
        return id;
    LEAT_FAILPOINT("trash.before-commit");
    if (Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    LEAT_KILLPOINT("trash.after-commit");
    return id;
}

Result<std::vector<TrashRecord>> DuckWarehouse::trashed()
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    return TrashTable(connection->instance().catalog()).all(**connection);
}

Result<StoredState> DuckWarehouse::restore(qint64 id, const TrashNote& note)
{
    Result<std::vector<TrashRecord>> all = trashed();
    if (!all)
        return all.error();
    WarehouseTable place;
    for (const TrashRecord& record : *all)
        if (record.id == id)
            place = placeOf(record);
    if (place.table.isEmpty())
        return makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), QStringLiteral("trash item")}, {QStringLiteral("name"), QString::number(id)}});
    const Result<TableLease> lease = m_core->lease(place);
    if (!lease)
        return lease.error();
    const Result<qint64> bytes = tableBytes(place);
    if (!bytes)
        return bytes.error();
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const Result<bool> there = isThere(*connection, place);
    if (!there)
        return there.error();
    const TrashTable trash(connection->instance().catalog());
    const std::lock_guard turn(connection->instance().commitMutex());
    (*connection)->setPhase(Phase::Commit);
    Result<DuckTransaction> transaction = DuckTransaction::begin(**connection);
    if (!transaction)
        return transaction.error();
    Result<TrashRecord> record = trash.one(*transaction, id);
    if (!record)
        return record.error();
    // A run of the present generation must not be able to write over the restored one.
    Result<std::optional<StateRow>> present = StateTable(connection->instance().catalog()).read(*transaction, place);
    if (!present)
        return present.error();
    LEAT_FAILPOINT("restore.begin");
    const qint64 fence = *present ? (*present)->state.last.fence : 0;
    if (*present || *there)
        if (Result<qint64> moved = trash.put(*transaction, place, note, *bytes); !moved)
            return moved.error();
    LEAT_FAILPOINT("restore.present-kept");
    Result<StateRow> row = trash.takeBack(*transaction, *record, fence);
    if (!row)
        return row.error();
    LEAT_FAILPOINT("restore.before-commit");
    if (Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    LEAT_KILLPOINT("restore.after-commit");
    row->state.tableExists = true;
    return row->state;
}

Result<void> DuckWarehouse::purge(qint64 id)
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const TrashTable trash(connection->instance().catalog());
    const std::lock_guard turn(connection->instance().commitMutex());
    Result<DuckTransaction> transaction = DuckTransaction::begin(**connection);
    if (!transaction)
        return transaction.error();
    Result<TrashRecord> record = trash.one(*transaction, id);
    if (!record)
        return record.error();
    LEAT_FAILPOINT("purge.begin");
    if (Result<void> purged = trash.purge(*transaction, *record); !purged)
        return purged;
    LEAT_FAILPOINT("purge.before-commit");
    return transaction->commit();
}

} // namespace leat
