// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/duckconnection.h"
#include "engine/warehouse/duckdb/sqltext.h"
#include "engine/warehouse/warehouse.h"

namespace leat {

/// Which piece of the source a staged row is of; the column goes before the table is swapped in.
inline constexpr char kPieceColumn[] = "_leat_piece";

/// `_leat.progress` and `_leat.progress_pieces`: copies that are loaded piece by piece, written in the
/// transaction of the rows, so that a process killed at any time leaves a staging table that its notes
/// describe exactly (T226).
class ProgressTable
{
public:
    explicit ProgressTable(const QString& catalog);
    /// Makes the tables when missing.
    Result<void> ensure(DuckConnection& connection) const;
    Result<std::vector<KeptCopy>> all(DuckConnection& connection) const;
    Result<std::optional<KeptCopy>> one(DuckConnection& connection, const WarehouseTable& table) const;

    /// Notes a copy that begins. What was noted of the table must be gone.
    Result<void> begin(DuckTransaction& transaction, const WarehouseTable& table, const QString& staging, const QString& plan) const;
    /// A kept copy goes on by this plan.
    Result<void> adopt(DuckTransaction& transaction, const WarehouseTable& table, const QString& plan) const;
    Result<void> addPieces(DuckTransaction& transaction, const WarehouseTable& table, const std::vector<PieceRows>& pieces) const;
    Result<void> addLost(DuckTransaction& transaction, const WarehouseTable& table, qint64 values) const;
    Result<void> removePieces(DuckTransaction& transaction, const WarehouseTable& table, const std::vector<int>& pieces) const;
    Result<void> forget(DuckTransaction& transaction, const WarehouseTable& table) const;
    Result<void> forgetSchema(DuckTransaction& transaction, const QString& schema) const;

private:
    QByteArray m_copies;
    QByteArray m_pieces;
};

/// Drops what is kept of a copy of the table that broke off, with its notes.
Result<void> dropKeptCopy(DuckConnection& connection, DuckTransaction& transaction, const QString& catalog, const WarehouseTable& table);

/// "1, 2, 3".
QByteArray numberList(const std::vector<int>& numbers);

} // namespace leat
