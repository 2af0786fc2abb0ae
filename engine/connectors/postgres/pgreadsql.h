// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pgdescribe.h"

#include <string>
#include <vector>

namespace leat::pg {

/// A cursor text as a constant of the column's type. Texts compare by bytes (T023).
std::string cursorConstant(const ReadableColumn& column, const QString& value);
/// The column as it is compared: quoted, with COLLATE "C" for texts.
std::string cursorOperand(const ReadableColumn& column);
/// Whether a column can be a cursor at all: its values have a total order and an exact text (T017).
bool isOrdered(const ReadableColumn& column);

/// The rows a ReadSpec wants, as a WHERE condition; empty: all. `cursor` is the cursor column, or
/// null when the spec has none.
///
/// Lookback is taken off by the server: seconds for times, whole days for dates, the plain number for
/// integers and numerics.
///
/// The row window compares ages instead of widened xids: within one statement age(x) counts back from
/// one fixed next xid N of 64 bits, so for a row and a bound less than 2^31 apart `age(xmin) <=
/// age(bound)` is `full(xmin) >= bound` with full(x) = N - ((N32 - x32) mod 2^32) (T005), at a tenth of
/// the cost of widening each row through text. A frozen row keeps its old xmin: more than 2^31 back its
/// age turns negative, and ages of the special xids 1 and 2 are the largest of all, so `BETWEEN 0 AND`
/// leaves both out, which is right: they are older than any bound.
std::string filterSql(const ReadSpec& spec, const ReadableColumn* cursor, const SnapshotFacts& facts);
/// Whether the window's bound is young enough for age(); older ones are widened row by row.
bool windowInReach(const ReadSpec& spec, const SnapshotFacts& facts);

/// The condition on rows written by transactions at or above `from`.
std::string windowSql(quint64 from);

/// Pieces of a table that readers take one after another.
struct Slice
{
    std::string from;              ///< ONLY "ns"."t"
    std::string range;             ///< condition on ctid; empty: all of it
};

/// Cuts heaps into ranges of blocks, 1,000–8,000 pages each and enough of them to keep `readers` busy
/// to the end. A heap's last range has no upper bound (T032). One slice of `whole` when there are no
/// leaves; whole leaves when ranges are not wanted (an index serves the filter) or not cheap (< 14).
std::vector<Slice> planSlices(const std::vector<Leaf>& leaves, const std::string& whole, bool ranges, int readers);

std::string copySql(const std::vector<const ReadableColumn*>& columns, const Slice& slice, const std::string& filter);

} // namespace leat::pg
