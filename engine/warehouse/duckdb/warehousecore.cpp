// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/warehousecore.h"

#include "engine/base/failpoint.h"
#include "engine/warehouse/columnnames.h"
#include "engine/warehouse/duckdb/progresstable.h"
#include "engine/warehouse/duckdb/quarantinetable.h"
#include "engine/warehouse/duckdb/statetable.h"
#include "engine/warehouse/duckdb/trashtable.h"

#include <QCoreApplication>

namespace leat {

namespace {

Error leaseError(ErrorCode code, const WarehouseTable& table, const char* detail)
{
    Error error = makeError(code, QString::fromLatin1(detail), {{QStringLiteral("table"), tableLabel(table)}});
    error.owner = Owner::Warehouse;
    return error;
}

std::pair<QString, QString> keyOf(const WarehouseTable& table)
{
    return {foldName(table.schema), foldName(table.table)};
}

} // namespace

QString tableLabel(const WarehouseTable& table)
{
    return table.schema + QLatin1Char('.') + table.table;
}

bool isReservedSchema(const QString& schema)
{
    const QString folded = foldName(schema);
    return folded == QLatin1String(kStateSchema) || folded == QLatin1String("information_schema")
        || folded == QLatin1String("pg_catalog");
}

bool isReservedTable(const QString& table)
{
    return foldName(table).startsWith(QLatin1String(kStagingPrefix)) || foldName(table).startsWith(QLatin1String(kTrashPrefix));
}

TableLease::~TableLease()
{
    if (!m_core)
        return;
    const std::lock_guard lock(m_core->m_leaseMutex);
    m_core->m_leased.erase(m_key);
}

Result<TableLease> WarehouseCore::lease(const WarehouseTable& table)
{
    if (isReservedSchema(table.schema) || isReservedTable(table.table)) {
        Error error = leaseError(ErrorCode::InvalidArgument, table, "the name is reserved in the warehouse");
        error.args.insert(QStringLiteral("value"), tableLabel(table));
        error.args.insert(QStringLiteral("what"), QCoreApplication::translate("Warehouse", "a table of the warehouse"));
        error.args.insert(QStringLiteral("allowed"), QCoreApplication::translate("Warehouse", "names that Leat keeps nothing of its own under; rename the table at the source, or leave it off"));
        return error;
    }
    const std::lock_guard lock(m_leaseMutex);
    if (!m_leased.insert(keyOf(table)).second)
        return leaseError(ErrorCode::Busy, table, "another load of this table is under way");
    return TableLease(shared_from_this(), keyOf(table));
}

bool WarehouseCore::isSchemaInUse(const QString& schema) const
{
    const std::lock_guard lock(m_leaseMutex);
    const auto first = m_leased.lower_bound({foldName(schema), QString()});
    return first != m_leased.end() && first->first == foldName(schema);
}

Result<std::shared_ptr<DuckInstance>> WarehouseCore::instance()
{
    const std::lock_guard lock(m_instanceMutex);
    if (m_instance && !m_instance->broken())
        return m_instance;
    if (m_instance) {
        m_broken = m_instance;
        m_instance.reset();
    }
    // Two instances of one file in one process would not see each other's lock.
    if (!m_broken.expired()) {
        Error error = makeError(ErrorCode::Busy, QStringLiteral("the warehouse closes after a fatal error"),
            {{QStringLiteral("path"), m_options.path}});
        error.owner = Owner::Warehouse;
        error.retry = RetryClass::Transient;
        return error;
    }
    Result<std::shared_ptr<DuckInstance>> opened = DuckInstance::open(m_options);
    if (!opened)
        return opened.error();
    {
        Result<PooledConnection> connection = (*opened)->connect();
        if (!connection)
            return connection.error();
        LEAT_FAILPOINT("warehouse.state-ensure");
        const StateTable state((*opened)->catalog());
        if (Result<void> ready = state.ensure(**connection, m_options.path); !ready)
            return ready.error();
        if (Result<void> ready = ProgressTable((*opened)->catalog()).ensure(**connection); !ready)
            return ready.error();
        if (Result<void> ready = QuarantineTable((*opened)->catalog()).ensure(**connection); !ready)
            return ready.error();
        if (Result<void> ready = TrashTable((*opened)->catalog()).ensure(**connection); !ready)
            return ready.error();
    }
    LEAT_FAILPOINT("warehouse.opened");
    m_instance = *opened;
    return m_instance;
}

Result<PooledConnection> WarehouseCore::connect()
{
    Result<std::shared_ptr<DuckInstance>> living = instance();
    if (!living)
        return living.error();
    return (*living)->connect();
}

} // namespace leat
