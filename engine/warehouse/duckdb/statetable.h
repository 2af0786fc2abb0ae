// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/tablelayout.h"
#include "engine/warehouse/warehouse.h"

namespace leat {

/// The schema in the warehouse file that holds our own table; no source may be called like it.
inline constexpr char kStateSchema[] = "_leat";

struct StateRow
{
    WarehouseTable table;
    StoredState state;                     ///< tableExists and columns are not filled here
    qint64 deadRows = 0;                   ///< deleted rows that still take room in the file
};

/// `_leat.state`: one row a table, committed with the table's rows (12-reliability §0.1). It is
/// updated in place and has no index, so that sessions on different tables never conflict.
class StateTable
{
public:
    explicit StateTable(const QString& catalog);
    /// Makes schema and table when missing. WarehouseNewer when a newer Leat made them.
    Result<void> ensure(DuckConnection& connection, const QString& path) const;
    Result<std::optional<StateRow>> read(DuckConnection& connection, const WarehouseTable& table) const;
    Result<std::optional<StateRow>> read(DuckTransaction& transaction, const WarehouseTable& table) const;
    Result<std::vector<StateRow>> readAll(DuckConnection& connection) const;
    Result<void> write(DuckTransaction& transaction, const StateRow& row) const;
    Result<void> remove(DuckTransaction& transaction, const WarehouseTable& table) const;
    Result<void> removeSchema(DuckTransaction& transaction, const QString& schema) const;

private:
    QByteArray m_schema;
    QByteArray m_table;
};

/// The row that `record` makes of the stored one. FenceLost when a later run has written it.
Result<StateRow> nextStateRow(DuckTransaction& transaction, const StateTable& states,
                              const WarehouseTable& table, const CommitRecord& record);

/// The columns of the last commit with their names in the table that has these columns; none: nothing is stored.
Result<std::vector<ColumnMark>> storedMarks(DuckConnection& connection, const StateTable& states, const WarehouseTable& table,
                                            const TableColumns& existing);

} // namespace leat
