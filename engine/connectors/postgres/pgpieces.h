// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pgreadsql.h"

namespace leat::pg {

/// A range of blocks of one heap, as it is kept between runs: the file's number with it, because after
/// a rewrite (VACUUM FULL, CLUSTER, TRUNCATE, most ALTERs of a type) the same blocks hold other rows.
struct Piece
{
    Leaf leaf;
    qint64 from = 0;
    qint64 to = -1;                ///< exclusive; -1: to the heap's end, wherever that will be
};

QString toText(const Piece& piece);
std::optional<Piece> pieceFromText(const QString& text);

/// Pieces of a two-hundredth of all pages, 16 to 4000 each: what each reader has half read when a copy breaks off.
/// The last of each heap has no end (T032).
std::vector<Piece> cutPieces(const std::vector<Leaf>& leaves);
Slice sliceOf(const Piece& piece);

/// Whether the pieces are of exactly these heaps and files.
bool piecesFit(const std::vector<Piece>& pieces, const std::vector<Leaf>& leaves);

/// How many rows this snapshot sees in the piece, and how many of them were written by transactions at
/// or above `since`.
///
/// Why both decide: let H be the horizon of snapshot A, at which n rows of the piece were read. Every
/// transaction below H had ended at A. A row that the later snapshot B sees and that was written below
/// H was seen by A as well. So if B sees n rows, none of them written at or above H, they are among A's
/// n, hence the same n; and versions of rows never change in place.
std::string pieceCountSql(const Piece& piece, quint64 since);

} // namespace leat::pg
