// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/duckwarehouse.h"

#include "engine/base/failpoint.h"
#include "engine/warehouse/duckdb/alignment.h"
#include "engine/warehouse/duckdb/comparison.h"
#include "engine/warehouse/columnnames.h"
#include "engine/warehouse/duckdb/duckerrors.h"
#include "engine/warehouse/duckdb/duckloadsession.h"
#include "engine/warehouse/duckdb/duckquery.h"
#include "engine/warehouse/duckdb/ducktypes.h"
#include "engine/warehouse/duckdb/keyreconcile.h"
#include "engine/warehouse/duckdb/progresstable.h"
#include "engine/warehouse/duckdb/quarantinetable.h"
#include "engine/warehouse/duckdb/trashtable.h"

#include <QFileInfo>

#include <map>

namespace leat {

namespace {

using TableKey = std::pair<QString, QString>;

TableKey keyOf(const QString& schema, const QString& table)
{
    return {foldName(schema), foldName(table)};
}

std::vector<LoadColumn> loadColumns(const TableColumns& columns)
{
    std::vector<LoadColumn> all;
    for (const TableColumn& column : columns)
        all.push_back({column.name, column.type.value_or(ColumnType{}), {}});
    return all;
}

// Every table with its columns, in one statement: thousands of tables would be too many.
Result<std::map<TableKey, std::vector<LoadColumn>>> allColumns(PooledConnection& connection)
{
    Result<std::vector<TextRow>> rows = connection->rows(
        "SELECT schema_name, table_name, column_name, data_type FROM duckdb_columns() "
        "WHERE database_name = $1 AND NOT internal ORDER BY schema_name, table_name, column_index",
        {connection.instance().catalog()});
    if (!rows)
        return rows.error();
    std::map<TableKey, std::vector<LoadColumn>> tables;
    for (const TextRow& row : *rows)
        tables[keyOf(row[0].value_or(QString()), row[1].value_or(QString()))].push_back(
            {row[2].value_or(QString()), typeFromSql(row[3].value_or(QString())).value_or(ColumnType{}), {}});
    return tables;
}

Result<void> runAll(DuckTransaction& transaction, const std::vector<QByteArray>& statements)
{
    for (const QByteArray& sql : statements)
        if (const Result<qint64> ran = transaction.run(sql); !ran)
            return ran.error();
    return {};
}

// Whatever lies in a schema keeps it: tables of nobody, those of the trash, and what other programs made.
Result<bool> isEmptySchema(DuckTransaction& transaction, const QString& catalog, const QString& schema)
{
    QByteArrayList kinds;
    for (const char* kind : {"tables", "views", "sequences", "types", "functions"})
        kinds.append(QByteArray("SELECT database_name, schema_name FROM duckdb_") + kind + "()");
    const Result<qint64> there = transaction.number("SELECT count(*) FROM (" + kinds.join(" UNION ALL ")
        + ") WHERE database_name = $1 AND lower(schema_name) = lower($2)", {catalog, schema});
    if (!there)
        return there.error();
    return *there == 0;
}

} // namespace

DuckWarehouse::~DuckWarehouse() = default;

Result<std::unique_ptr<Warehouse>> DuckWarehouse::open(const DuckOptions& options)
{
    auto core = std::make_shared<WarehouseCore>(options);
    const Result<PooledConnection> connection = core->connect();
    if (!connection)
        return connection.error();
    return std::unique_ptr<Warehouse>(new DuckWarehouse(std::move(core)));
}

Result<std::unique_ptr<LoadSession>> DuckWarehouse::begin(const LoadSpec& spec)
{
    LEAT_FAILPOINT("warehouse.begin");
    return DuckLoadSession::begin(m_core, spec);
}

Result<std::optional<StoredState>> DuckWarehouse::state(const WarehouseTable& table)
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const QString& catalog = connection->instance().catalog();
    Result<std::optional<StateRow>> row = StateTable(catalog).read(**connection, table);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<StoredState>();
    const Result<SqlTable> sql = quoteTable(catalog, table.schema, table.table);
    if (!sql)
        return sql.error();
    Result<std::optional<TableColumns>> columns = describeTable(**connection, *sql);
    if (!columns)
        return columns.error();
    StoredState state = std::move((*row)->state);
    state.tableExists = columns->has_value();
    if (*columns) {
        state.columns = loadColumns(**columns);
        settleTargets(state.last.cursor.columns, columnNames(**columns));
    }
    return std::optional<StoredState>(std::move(state));
}

Result<std::vector<std::pair<WarehouseTable, StoredState>>> DuckWarehouse::states()
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    Result<std::vector<StateRow>> rows = StateTable(connection->instance().catalog()).readAll(**connection);
    if (!rows)
        return rows.error();
    Result<std::map<TableKey, std::vector<LoadColumn>>> columns = allColumns(*connection);
    if (!columns)
        return columns.error();
    std::vector<std::pair<WarehouseTable, StoredState>> states;
    for (StateRow& row : *rows) {
        const auto found = columns->find(keyOf(row.table.schema, row.table.table));
        row.state.tableExists = found != columns->end();
        if (row.state.tableExists)
            row.state.columns = found->second;
        states.emplace_back(std::move(row.table), std::move(row.state));
    }
    return states;
}

Result<void> DuckWarehouse::touch(const WarehouseTable& table, const CommitRecord& record)
{
    const Result<TableLease> lease = m_core->lease(table);
    if (!lease)
        return lease.error();
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const StateTable states(connection->instance().catalog());
    const std::lock_guard turn(connection->instance().commitMutex());
    (*connection)->setPhase(Phase::Commit);
    Result<DuckTransaction> transaction = DuckTransaction::begin(**connection);
    if (!transaction)
        return transaction.error();
    Result<StateRow> row = nextStateRow(*transaction, states, table, record);
    if (!row)
        return row.error();
    if (Result<void> written = states.write(*transaction, *row); !written)
        return written;
    return transaction->commit();
}

Result<VerifyReport> DuckWarehouse::compare(const WarehouseTable& table, const QStringList& keyColumns,
                                            TableRead& read, const CancelToken& cancel)
{
    const Result<std::unique_ptr<TableView>> seen = view(table, read.columns(), keyColumns);
    if (!seen)
        return seen.error();
    return (*seen)->compare(read, {}, cancel);
}

Result<std::unique_ptr<TableView>> DuckWarehouse::view(const WarehouseTable& table, const std::vector<ReadColumn>& columns,
                                                       const QStringList& keyColumns)
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    auto comparison = std::make_unique<Comparison>(std::move(*connection), table, keyColumns);
    if (Result<void> opened = comparison->open(columns); !opened)
        return opened.error();
    return std::unique_ptr<TableView>(std::move(comparison));
}

Result<CommitOutcome> DuckWarehouse::align(const WarehouseTable& table, const AlignSpec& spec, TableRead& read,
                                           const CommitRecord& record, const CancelToken& cancel)
{
    Result<TableLease> lease = m_core->lease(table);
    if (!lease)
        return lease.error();
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    return Alignment(std::move(*lease), std::move(*connection), table, spec).run(read, record, cancel);
}

Result<ReconcileOutcome> DuckWarehouse::reconcile(const WarehouseTable& table, const ReconcileSpec& spec, TableRead* keys,
                                                  const CommitRecord& record, const CancelToken& cancel)
{
    Result<TableLease> lease = m_core->lease(table);
    if (!lease)
        return lease.error();
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    return KeyReconcile(std::move(*lease), std::move(*connection), table, spec).run(keys, record, cancel);
}

Result<QueryResult> DuckWarehouse::query(const QString& sql, qint64 maxRows, const CancelToken& cancel)
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    return runReadOnly(*connection, sql, maxRows, cancel);
}

Result<void> DuckWarehouse::drop(const WarehouseTable& table)
{
    const Result<TableLease> lease = m_core->lease(table);
    if (!lease)
        return lease.error();
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const Result<SqlTable> sql = quoteTable(connection->instance().catalog(), table.schema, table.table);
    if (!sql)
        return sql.error();
    const std::lock_guard turn(connection->instance().commitMutex());
    Result<DuckTransaction> transaction = DuckTransaction::begin(**connection);
    if (!transaction)
        return transaction.error();
    if (Result<void> ran = runAll(*transaction, {"DROP TABLE IF EXISTS " + sql->full()}); !ran)
        return ran;
    if (Result<void> gone = dropKeptCopy(**connection, *transaction, connection->instance().catalog(), table); !gone)
        return gone;
    if (Result<void> gone = StateTable(connection->instance().catalog()).remove(*transaction, table); !gone)
        return gone;
    if (Result<void> gone = QuarantineTable(connection->instance().catalog()).clear(*transaction, table); !gone)
        return gone;
    return transaction->commit();
}

Result<void> DuckWarehouse::dropSchema(const QString& schema)
{
    if (isReservedSchema(schema))
        return makeError(ErrorCode::InvalidArgument, QStringLiteral("the schema is not a source's"));
    if (m_core->isSchemaInUse(schema))
        return makeError(ErrorCode::Busy, QStringLiteral("a load of schema %1 is under way").arg(schema));
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const QString& catalog = connection->instance().catalog();
    const Result<SqlTable> sql = quoteTable(catalog, schema, QStringLiteral("-"));
    if (!sql)
        return sql.error();
    const std::lock_guard turn(connection->instance().commitMutex());
    Result<DuckTransaction> transaction = DuckTransaction::begin(**connection);
    if (!transaction)
        return transaction.error();
    const Result<bool> empty = isEmptySchema(*transaction, catalog, schema);
    if (!empty)
        return empty.error();
    // DuckDB's own schema "main" cannot be dropped.
    if (!*empty || foldName(schema) == QLatin1String("main"))
        return {};
    LEAT_FAILPOINT("warehouse.schema-drop");
    if (Result<void> ran = runAll(*transaction, {"DROP SCHEMA IF EXISTS " + sql->schema}); !ran)
        return ran;
    if (Result<void> gone = StateTable(catalog).removeSchema(*transaction, schema); !gone)
        return gone;
    if (Result<void> gone = QuarantineTable(catalog).clearSchema(*transaction, schema); !gone)
        return gone;
    if (Result<void> gone = ProgressTable(catalog).forgetSchema(*transaction, schema); !gone)
        return gone;
    return transaction->commit();
}

// Only the files' sizes are asked for: opening and closing the file would drop its lock.
qint64 DuckWarehouse::sizeBytes() const
{
    return QFileInfo(path()).size() + QFileInfo(path() + QStringLiteral(".wal")).size();
}

QString DuckWarehouse::path() const
{
    return m_core->options().path;
}

QString DuckWarehouse::version() const
{
    return QString::fromLatin1(duckdb_library_version());
}

} // namespace leat
