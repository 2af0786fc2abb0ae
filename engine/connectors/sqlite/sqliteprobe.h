// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"
#include "engine/connectors/sqlite/sqliteschema.h"
#include "engine/connectors/sqlite/sqlitetypes.h"

#include <vector>

namespace leat::sqlite {

/// What a column holds in the warehouse, decided from its declaration and from the first rows.
struct ColumnDecision
{
    Family family = Family::Any;
    ColumnType type;
    bool asDeclared = true;        ///< false: the values contradict the declaration
    bool timesOnly = false;        ///< every text met was a date or date-time
};

/// Looks at the first 2,000 rows, and at the last 500 of tables with a rowid. A declared type is
/// kept when every one of the first rows fits and at most one in ten of the last does not; else
/// the narrowest type that holds what was met. The first rows of a table rarely change, so the
/// decision is stable; one odd newcomer is counted as lost at the read rather than turning the
/// column's type around (trap T093). STRICT tables are taken at their word.
Result<std::vector<ColumnDecision>> probeColumns(Connection& connection, const SchemaTable& table);

} // namespace leat::sqlite
