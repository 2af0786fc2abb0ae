// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/tablelayout.h"

namespace leat {

// Statements that bring staged rows and a table together. Pure functions.

/// How many rows have NULL in each key column: one text cell a column.
QByteArray keyNullsSql(const SqlTable& staging, const PlannedColumns& keys);
/// Up to three keys that several staged rows share, columns joined by ", ".
QByteArray repeatedKeysSql(const SqlTable& staging, const PlannedColumns& keys);
/// A number in a text without the zeros that it ends in, so that equal numbers are equal texts.
QByteArray plainNumberSql(const QByteArray& cell);
/// Whether the row of `prefix` ("s.") has the key that `cells` tell; numbers in texts count by value.
QByteArray sameKeySql(const QByteArray& prefix, const PlannedColumns& keys, const std::vector<QByteArray>& cells);
/// Deletes the target's rows whose key is staged. No index, no MERGE: measured fastest.
QByteArray deleteStagedSql(const SqlTable& target, const SqlTable& staging, const PlannedColumns& keys);
QByteArray insertStagedSql(const SqlTable& target, const SqlTable& staging, const PlannedColumns& columns);
/// Columns as EXCEPT ALL must have them: `cells` are the list and what tells values apart that DuckDB takes for one
/// (exactnessSql), and `restored` is the list again. What DuckDB sorts by comes back as it compares: -0.0 as 0.0 (T086).
struct ExactColumns
{
    QByteArray cells;
    QByteArray restored;
};
ExactColumns exactColumns(const PlannedColumns& columns, const TableColumns& table);
/// Inserts staged rows minus, as a multiset and cell by cell, the target's rows from the boundary
/// on (trap T022). `table` and `boundaryColumn` are as the table has them; no column: all of its rows.
Result<QByteArray> appendStagedSql(const SqlTable& target, const SqlTable& staging, const PlannedColumns& columns,
                                   const TableColumns& table, const AppendBoundary& boundary,
                                   const TableColumn* boundaryColumn);

} // namespace leat
