// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/statetable.h"
#include "engine/warehouse/duckdb/tablelayout.h"
#include "engine/warehouse/duckdb/warehousecore.h"

namespace leat {

/// What changes a table beside its syncs has in common: the lease, a connection whose temporary tables go
/// with it, and the table as it is.
class TableWork
{
public:
    TableWork(const TableWork&) = delete;
    TableWork& operator=(const TableWork&) = delete;

protected:
    TableWork(TableLease lease, PooledConnection connection, const WarehouseTable& table);
    ~TableWork() = default;

    /// Fills target and columns; WarehouseMissing when there is no such table.
    Result<void> findTable();
    /// Columns of the source under their names here.
    Result<PlannedColumns> planned(std::vector<LoadColumn> given) const;
    /// A connection that keeps one is not used again.
    void dropTemporary(const SqlTable& table);
    Error failed(ErrorCode code, QMap<QString, QString> args = {}) const;

    TableLease m_lease;
    PooledConnection m_connection;
    const WarehouseTable m_table;
    StateTable m_state;
    SqlTable m_target;
    TableColumns m_existing;
    std::vector<ColumnMark> m_marks;       ///< of the last commit
};

} // namespace leat
