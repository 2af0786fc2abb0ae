// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/duckinstance.h"
#include "engine/warehouse/duckdb/quarantinetable.h"
#include "engine/warehouse/duckdb/statetable.h"
#include "engine/warehouse/trash.h"

#include <optional>
#include <vector>

namespace leat {

/// Tables whose name begins like this lie in the trash. DuckDB cannot move a table to another
/// schema, so they stay beside the living ones under this name; a rename costs nothing.
inline constexpr char kTrashPrefix[] = "_leat_trash_";

/// `_leat.trash`: one row an old generation, written in the transaction that moved its table, so
/// that a process killed at any time leaves both or neither.
class TrashTable
{
public:
    explicit TrashTable(const QString& catalog);
    /// Makes the table when missing.
    Result<void> ensure(DuckConnection& connection) const;
    /// Renames the table away with what is in quarantine of it, takes its state row out, and notes both.
    /// WarehouseMissing when there is neither. Returns the id.
    Result<qint64> put(DuckTransaction& transaction, const WarehouseTable& table, const TrashNote& note, qint64 bytes) const;
    Result<std::vector<TrashRecord>> all(DuckConnection& connection) const;
    Result<TrashRecord> one(DuckTransaction& transaction, qint64 id) const;
    /// The reverse of put(); the place must be free. The state's fence becomes at least `fence`.
    Result<StateRow> takeBack(DuckTransaction& transaction, const TrashRecord& record, qint64 fence) const;
    Result<void> purge(DuckTransaction& transaction, const TrashRecord& record) const;
    /// The greatest fence among a table's old generations: a run that began before they were moved
    /// away must not make the table anew (T147). 0 when there is none.
    Result<qint64> newestFence(DuckTransaction& transaction, const WarehouseTable& table) const;

private:
    Result<bool> tableExists(DuckTransaction& transaction, const QString& schema, const QString& table) const;

    QString m_catalog;
    QByteArray m_schema;
    QByteArray m_table;
    StateTable m_states;
    QuarantineTable m_quarantine;
};

/// Bytes that a table's blocks take in the file, as far as they were written there; -1: nobody can tell.
Result<qint64> storedBytes(DuckConnection& connection, const QString& catalog, const WarehouseTable& table);

} // namespace leat
