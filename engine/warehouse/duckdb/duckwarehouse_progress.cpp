// SPDX-License-Identifier: GPL-3.0-or-later
// What killed processes left in the warehouse: copies that can go on, and the rest.
#include "engine/base/failpoint.h"
#include "engine/warehouse/duckdb/duckwarehouse.h"
#include "engine/warehouse/duckdb/progresstable.h"
#include "engine/warehouse/duckdb/trashtable.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

namespace leat {

namespace {

// The newest copies that fit the limits; the others are to go.
Result<std::vector<KeptCopy>> worthKeeping(PooledConnection& connection, const QString& path)
{
    const QString& catalog = connection.instance().catalog();
    Result<std::vector<KeptCopy>> all = ProgressTable(catalog).all(*connection);
    if (!all)
        return all.error();
    std::vector<KeptCopy> keep;
    const qint64 free = QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable();
    if (free >= 0 && free < kKeptCopyFreeBytes) // -1: the system does not say
        return keep;
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-kKeptCopyDays);
    qint64 bytes = 0;
    std::reverse(all->begin(), all->end());
    for (KeptCopy& copy : *all) {
        if (copy.at < oldest || copy.pieces.empty())
            continue;
        // One that cannot be measured is not there, or damaged: no reason not to start.
        const Result<qint64> size = storedBytes(*connection, catalog, {copy.table.schema, copy.staging});
        if (!size || bytes + *size > kKeptCopyBytes)
            continue;
        bytes += std::max<qint64>(0, *size);
        keep.push_back(std::move(copy));
    }
    return keep;
}

bool isKept(const std::vector<KeptCopy>& keep, const QString& staging)
{
    return std::any_of(keep.begin(), keep.end(), [&staging](const KeptCopy& copy) { return copy.staging == staging; });
}

Result<qint64> dropStaged(DuckConnection& connection, const SqlTable& table)
{
    LEAT_FAILPOINT("warehouse.recover-drop");
    return connection.run("DROP TABLE IF EXISTS " + table.full());
}

// A copy's table and its notes go together. One that cannot go keeps nobody from starting: the doctor shows it.
Result<int> dropOthers(PooledConnection& connection, const std::vector<KeptCopy>& keep)
{
    const QString& catalog = connection.instance().catalog();
    const Result<std::vector<KeptCopy>> all = ProgressTable(catalog).all(*connection);
    if (!all)
        return all.error();
    int count = 0;
    for (const KeptCopy& copy : *all) {
        if (isKept(keep, copy.staging))
            continue;
        Result<DuckTransaction> transaction = DuckTransaction::begin(*connection);
        if (!transaction)
            return transaction.error();
        LEAT_FAILPOINT("warehouse.recover-copy");
        if (dropKeptCopy(*connection, *transaction, catalog, copy.table) && transaction->commit())
            ++count;
        else
            qWarning("A copy that broke off could not be dropped");
    }
    return count;
}

} // namespace

Result<std::vector<KeptCopy>> DuckWarehouse::keptCopies()
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    return ProgressTable(connection->instance().catalog()).all(**connection);
}

Result<std::optional<KeptCopy>> DuckWarehouse::keptCopy(const WarehouseTable& table)
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    return ProgressTable(connection->instance().catalog()).one(**connection, table);
}

Result<int> DuckWarehouse::recover()
{
    Result<PooledConnection> connection = m_core->connect();
    if (!connection)
        return connection.error();
    const QString& catalog = connection->instance().catalog();
    const Result<std::vector<KeptCopy>> keep = worthKeeping(*connection, path());
    if (!keep)
        return keep.error();
    const Result<int> others = dropOthers(*connection, *keep);
    if (!others)
        return others;
    Result<std::vector<TextRow>> staged = (*connection)->rows("SELECT schema_name, table_name FROM duckdb_tables() "
        "WHERE database_name = $1 AND starts_with(table_name, $2)", {catalog, QString::fromLatin1(kStagingPrefix)});
    if (!staged)
        return staged.error();
    LEAT_FAILPOINT("warehouse.recover");
    int count = *others;
    for (const TextRow& row : *staged) {
        const QString name = row[1].value_or(QString());
        if (isKept(*keep, name))
            continue;
        const Result<SqlTable> table = quoteTable(catalog, row[0].value_or(QString()), name);
        if (!table)
            return table.error();
        // One that cannot go keeps nobody from starting: the doctor shows it, and drops it.
        if (dropStaged(**connection, *table))
            ++count;
        else
            qWarning("A half-filled table could not be dropped");
    }
    // Nothing is loaded yet, so what lies in the folder was spilled by a process that died.
    QDir dir(spillFolder(m_core->options()));
    for (const QString& name : dir.entryList({QStringLiteral("duckdb_temp_*")}, QDir::Files))
        dir.remove(name);
    return count;
}

} // namespace leat
