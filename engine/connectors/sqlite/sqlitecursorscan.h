// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"
#include "engine/connectors/sqlite/sqliteshape.h"

#include <vector>

namespace leat::sqlite {

class Connection;

/// What a look at the values themselves says about possible cursors.
struct CursorFindings
{
    std::vector<CursorCandidate> candidates;   ///< usable ones, the recommended first
    QStringList refusals;                      ///< translated: "stamp: it holds … (97 integer, 3 text)"
};

/// Reads every row for up to about a second and a half, all columns in question at once; of
/// larger tables the first part, plus both ends of indexed columns (trap T093).
Result<CursorFindings> findCursors(Connection& connection, const DescribedTable& table);

/// Whether the first rows of a column could be a cursor's; cheap enough for a table list.
Result<bool> looksLikeCursor(Connection& connection, const SchemaTable& table, const QString& column);

} // namespace leat::sqlite
