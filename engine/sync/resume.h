// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sync/plan.h"

#include <optional>
#include <vector>

namespace leat {

/// A complete copy in pieces, committed a few at a time (T226). Killed at any time, the next run keeps the
/// pieces that its own snapshot sees unchanged, reads the others, and swaps in one table that equals that
/// snapshot. Tables without pieces (views, foreign tables, SQLite, PostgreSQL before 14), first loads of
/// append tables and tables below the size limit start over.
struct PiecedCopy
{
    PieceLoad load;
    QStringList pieces;                    ///< all of them
    std::vector<int> pending;              ///< to read, by index
    int there() const { return int(pieces.size()) - int(pending.size()); }
    /// Pieces that are read and committed together, about a fiftieth of all: what a kill costs at most.
    std::vector<std::vector<int>> batches(int readers) const;
};

/// nullopt: the copy is better done in one go, or cannot be done in pieces.
Result<std::optional<PiecedCopy>> planPieces(TableSnapshot& snapshot, const SyncPlan& plan, const std::optional<KeptCopy>& kept,
                                             qint64 fromBytes, const CancelToken& cancel);

} // namespace leat
