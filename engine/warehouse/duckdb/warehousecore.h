// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/duckinstance.h"
#include "engine/warehouse/duckdb/sqltext.h"
#include "engine/warehouse/warehouse.h"

#include <memory>
#include <mutex>
#include <set>
#include <utility>

namespace leat {

class WarehouseCore;

/// A table that one session works on; nobody else may load, touch or drop it meanwhile.
class TableLease
{
public:
    TableLease(std::shared_ptr<WarehouseCore> core, std::pair<QString, QString> key)
        : m_core(std::move(core)), m_key(std::move(key)) {}
    ~TableLease();
    TableLease(TableLease&&) noexcept = default;
    TableLease& operator=(TableLease&&) = delete;
    TableLease(const TableLease&) = delete;
    TableLease& operator=(const TableLease&) = delete;

private:
    std::shared_ptr<WarehouseCore> m_core;
    std::pair<QString, QString> m_key;
};

/// What the warehouse and its sessions share: the instance, reopened after a FATAL error, and
/// the tables in use. Thread-safe.
class WarehouseCore : public std::enable_shared_from_this<WarehouseCore>
{
public:
    explicit WarehouseCore(DuckOptions options) : m_options(std::move(options)) {}

    /// A connection of the living instance. Busy while sessions still hold a broken one.
    Result<PooledConnection> connect();
    const DuckOptions& options() const { return m_options; }

    /// Busy when a session has the table; InvalidArgument for reserved names.
    Result<TableLease> lease(const WarehouseTable& table);
    /// Whether a session works on a table of the schema.
    bool isSchemaInUse(const QString& schema) const;

private:
    friend class TableLease;
    Result<std::shared_ptr<DuckInstance>> instance();

    const DuckOptions m_options;
    std::mutex m_instanceMutex;
    std::shared_ptr<DuckInstance> m_instance;
    std::weak_ptr<DuckInstance> m_broken;  ///< closed by its last user
    mutable std::mutex m_leaseMutex;
    std::set<std::pair<QString, QString>> m_leased;
};

/// Tables whose name begins like this are staging: recover() drops them.
inline constexpr char kStagingPrefix[] = "_leat_staging_";

/// "shop.orders", for errors.
QString tableLabel(const WarehouseTable& table);
/// Names of ours and of DuckDB's own schemas (trap T068).
bool isReservedSchema(const QString& schema);
bool isReservedTable(const QString& table);

} // namespace leat
