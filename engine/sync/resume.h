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
    /// So many rows for each reader and commit that DuckDB gets whole row groups (122,880 rows): smaller parts
    /// go through its log and are compressed again and again, which made a copy cost three times as much.
    qint64 rowsPerReader = 250'000;
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
    qint64 rowsPerPiece = 0;               ///< by the source's statistics; 0: unknown
    int there() const { return int(pieces.size()) - int(pending.size()); }
    /// Pieces that are read and committed together, what a kill costs at most: a twentieth of all, or
    /// `rowsPerReader` for each reader where that is more.
    std::vector<std::vector<int>> batches(int readers, qint64 rowsPerReader) const;
};

/// nullopt: the copy is better done in one go, or cannot be done in pieces.
Result<std::optional<PiecedCopy>> planPieces(TableSnapshot& snapshot, const SyncPlan& plan, const std::optional<KeptCopy>& kept,
                                             qint64 fromBytes, const CancelToken& cancel);

} // namespace leat
