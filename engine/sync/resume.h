// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sync/plan.h"

#include <optional>
#include <vector>

namespace leat {

/// Which copies are resumed, and in what steps.
struct ResumeLimits
{
    qint64 fromBytes = qint64{64} << 20;   ///< copies of smaller tables start over when they break off
    /// Of the warehouse. What each reader commits at once is a whole number of them: DuckDB sends anything less
    /// through its log and compresses it again at each checkpoint, which made a copy cost three times as much.
    qint64 rowGroup = 122'880;
};

/// A complete copy in pieces, committed a few at a time (T226). Killed at any time, the next run keeps the
/// pieces that its own snapshot sees unchanged, reads the others, and swaps in one table that equals that
/// snapshot. Tables without pieces (views, foreign tables, SQLite, PostgreSQL before 14), first loads of
/// append tables and tables below the size limit start over.
struct PiecedCopy
{
    PieceLoad load;
    QStringList pieces;                    ///< all of them
    std::vector<int> pending;              ///< to read, by index
    qint64 rows = 0;                       ///< of the whole table, by the source's statistics
    int there() const { return int(pieces.size()) - int(pending.size()); }
    /// Rows that each reader delivers between two commits. What a kill costs at most: a twenty-fifth of all
    /// rows, or a row group for each reader where that is more, and the pieces that are half read.
    qint64 rowsOfAStep(int readers, qint64 rowGroup) const;
};

/// nullopt: the copy is better done in one go, or cannot be done in pieces.
Result<std::optional<PiecedCopy>> planPieces(TableSnapshot& snapshot, const SyncPlan& plan, const std::optional<KeptCopy>& kept,
                                             qint64 fromBytes, const CancelToken& cancel);

} // namespace leat
