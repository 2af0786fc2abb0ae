// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in the file and beside it, and what of that nobody needs.
#include "engine/base/failpoint.h"
#include "engine/warehouse/columnnames.h"
#include "engine/warehouse/duckdb/duckwarehouse.h"
#include "engine/warehouse/duckdb/progresstable.h"
#include "engine/warehouse/duckdb/trashtable.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace leat {

namespace {

Result<std::vector<WarehouseTable>> allTables(PooledConnection& connection)
{
    Result<std::vector<TextRow>> rows = connection->rows("SELECT schema_name, table_name FROM duckdb_tables() "
        "WHERE database_name = $1 AND NOT internal AND NOT temporary ORDER BY schema_name, table_name",
        {connection.instance().catalog()});
    if (!rows)
        return rows.error();
    std::vector<WarehouseTable> tables;
    for (const TextRow& row : *rows)
        tables.push_back({row[0].value_or(QString()), row[1].value_or(QString())});
    return tables;
}

bool isStaging(const WarehouseTable& table)
{
    return table.table.startsWith(QLatin1String(kStagingPrefix));
}

bool isNeeded(const std::vector<KeptCopy>& kept, const WarehouseTable& table)
{
    return std::any_of(kept.begin(), kept.end(), [&table](const KeptCopy& copy) { return copy.staging == table.table; });
}

// DuckDB names the files it has open; the others are of a process that died.
Result<QStringList> filesInUse(PooledConnection& connection)
{
    Result<std::vector<TextRow>> rows = connection->rows("SELECT path FROM duckdb_temporary_files()");
    if (!rows)
        return rows.error();
    QStringList names;
    for (const TextRow& row : *rows)
        names.append(QFileInfo(row[0].value_or(QString())).fileName());
    return names;
}

} // namespace

Result<WarehouseInventory> DuckWarehouse::inventory(const CancelToken& cancel)
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const QString& catalog = connection->instance().catalog();
    const Result<std::vector<WarehouseTable>> tables = allTables(*connection);
    if (!tables)
        return tables.error();
    const Result<std::vector<KeptCopy>> kept = ProgressTable(catalog).all(**connection);
    if (!kept)
        return kept.error();
    WarehouseInventory found;
    for (const WarehouseTable& table : *tables) {
        // A load makes its staging table beside its target, and has leased that before.
        if (isStaging(table) && !isNeeded(*kept, table) && !m_core->isSchemaInUse(table.schema))
            found.leftovers.push_back(table);
        if (isReservedSchema(table.schema) || isReservedTable(table.table))
            continue;
        const Result<SqlTable> sql = quoteTable(catalog, table.schema, table.table);
        if (!sql)
            return sql.error();
        const Result<qint64> rows = (*connection)->number("SELECT count(*) FROM " + sql->full(), {}, cancel);
        if (!rows && rows.error().code == ErrorCode::Cancelled)
            return rows.error();
        // A table that cannot be counted must not hide the others.
        found.tables.push_back({table, rows ? *rows : -1});
    }
    const Result<QStringList> used = filesInUse(*connection);
    if (!used)
        return used.error();
    for (const QFileInfo& file : QDir(spillFolder(m_core->options())).entryInfoList(QDir::Files | QDir::Hidden, QDir::Name)) {
        if (used->contains(file.fileName()))
            continue;
        found.spilled.append(file.fileName());
        found.spilledBytes += file.size();
    }
    if (const Result<qint64> bytes = (*connection)->number("SELECT CAST(sum(memory_usage_bytes) AS BIGINT) FROM duckdb_memory()"); bytes)
        found.memoryBytes = *bytes;
    found.memoryLimitBytes = m_core->options().memoryLimitBytes;
    return found;
}

Result<int> DuckWarehouse::dropLeftovers(const std::vector<WarehouseTable>& leftovers)
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const QString& catalog = connection->instance().catalog();
    const std::lock_guard turn(connection->instance().commitMutex());
    const Result<std::vector<KeptCopy>> kept = ProgressTable(catalog).all(**connection);
    if (!kept)
        return kept.error();
    int dropped = 0;
    for (const WarehouseTable& table : leftovers) {
        if (!isStaging(table) || isNeeded(*kept, table) || m_core->isSchemaInUse(table.schema))
            continue;
        const Result<SqlTable> sql = quoteTable(catalog, table.schema, table.table);
        if (!sql)
            return sql.error();
        LEAT_FAILPOINT("doctor.drop");
        if (const Result<qint64> gone = (*connection)->run("DROP TABLE IF EXISTS " + sql->full()); !gone)
            return gone.error();
        ++dropped;
    }
    return dropped;
}

Result<int> DuckWarehouse::forgetCopies(const std::vector<WarehouseTable>& tables)
{
    int forgotten = 0;
    for (const WarehouseTable& table : tables) {
        const Result<TableLease> lease = m_core->lease(table);
        if (!lease)
            return lease.error();
        Result<PooledConnection> connection = m_core->connect();
        if (!connection)
            return connection.error();
        const std::lock_guard turn(connection->instance().commitMutex());
        Result<DuckTransaction> transaction = DuckTransaction::begin(**connection);
        if (!transaction)
            return transaction.error();
        LEAT_FAILPOINT("doctor.forget");
        if (Result<void> gone = dropKeptCopy(**connection, *transaction, connection->instance().catalog(), table); !gone)
            return gone.error();
        if (Result<void> committed = transaction->commit(); !committed)
            return committed.error();
        ++forgotten;
    }
    return forgotten;
}

Result<int> DuckWarehouse::removeSpilled(const QStringList& files)
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const Result<QStringList> used = filesInUse(*connection);
    if (!used)
        return used.error();
    QDir folder(spillFolder(m_core->options()));
    int removed = 0;
    for (const QString& file : files)
        if (!used->contains(file) && QFileInfo(file).fileName() == file && folder.remove(file))
            ++removed;
    return removed;
}

} // namespace leat
