// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/digest.h"

#include <optional>
#include <utility>

namespace leat {

// Where two sides differ, without their rows: pure functions over digests.

/// What the warehouse knows of a key before anything is compared.
struct KeyExtent
{
    qint64 rows = 0;
    std::optional<qint64> least;       ///< of a single integer key; nullopt: none, or no rows
    std::optional<qint64> greatest;
};

/// The first parting: about a thousand rows a bucket, 16 to 16,384 buckets. By ranges where the key
/// is one integer that is never NULL, so that an index finds what differs.
KeyBuckets chooseBuckets(const QStringList& key, bool integerKey, const KeyExtent& extent);

/// Whether the keys of a bucket stay different when folded to 32 bits: they differ in the lower half
/// only. A hash of 32 bits is a third cheaper to compute than one of a row.
bool foldsKey(const KeyBuckets& buckets);

/// Buckets whose rows or hashes differ, ascending.
std::vector<qint64> differingBuckets(const Digest& a, const Digest& b);
qint64 rowsOf(const Digest& digest);
/// Rows in the wanted buckets of both digests together.
qint64 rowsWithin(const Digest& a, const Digest& b, const std::vector<qint64>& wanted);

/// A finer parting of the same key, nullopt when there is none: hashes part evenly already.
std::optional<KeyBuckets> finer(const KeyBuckets& buckets);

/// First and last key of each run of neighbouring buckets (Range only).
std::vector<std::pair<qint64, qint64>> keyRanges(const KeyPart& part);

} // namespace leat
