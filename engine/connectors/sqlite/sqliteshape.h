// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"
#include "engine/connectors/sqlite/sqliteprobe.h"
#include "engine/connectors/sqlite/sqliteschema.h"

#include <optional>
#include <utility>
#include <vector>

namespace leat::sqlite {

/// A table as this source reads it: what the file declares and what was decided for it.
struct DescribedTable
{
    SchemaTable schema;
    std::vector<ColumnDecision> decisions;     ///< one a column of `schema`
    TableShape shape;

    const ColumnDecision* decision(const QString& column) const;
};

/// Reads schema and first rows of one table. Errors: TableMissing.
Result<DescribedTable> describeTable(Connection& connection, const QString& name);

/// Smallest and greatest rowid; nullopt: no rows, or a table without rowids.
Result<std::optional<std::pair<qint64, qint64>>> rowidSpan(Connection& connection, const SchemaTable& table);

/// Rows by SQLite's own statistics, else by the span of the rowids where that is believable; -1:
/// unknown. Costs no scan.
Result<qint64> estimateRows(Connection& connection, const SchemaTable& table);

TableKind kindOf(const SchemaTable& table);

/// One line of the table list, from a look at the first rows at most.
Result<TableListing> listingOf(Connection& connection, SchemaTable& table);

/// Which column best says when a row changed, by name and declared type; empty: none. Second:
/// whether it changes at updates, not only at inserts.
std::pair<QString, bool> changeColumn(const SchemaTable& table);
/// 3: says when a row was changed, 2: when it was made, 1: some time, 0: no such name.
int changeRank(const QString& columnName);

} // namespace leat::sqlite
