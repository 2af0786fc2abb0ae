// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/statetable.h"
#include "engine/warehouse/duckdb/warehousecore.h"

namespace leat {

/// Whether so many of a table's rows in the file are dead that a rebuild pays. DuckDB does not
/// reclaim them in place; the share is the measured break-even.
bool needsRebuild(qint64 deadRows, qint64 liveRows);

/// Copies a table and swaps the copy in, comments included, with deadRows = 0 in its state. The
/// caller holds the table's lease. Whatever fails leaves the table as it was.
Result<void> rebuildTable(PooledConnection& connection, const SqlTable& table, const StateTable& state,
                          StateRow row, const CancelToken& cancel);

/// A name in the table's schema that recover() knows as staging.
SqlTable stagingBeside(const SqlTable& table);

} // namespace leat
