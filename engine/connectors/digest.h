// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <vector>

namespace leat {

/// How the rows of a table are parted by their key, alike at source and warehouse.
struct KeyBuckets
{
    enum class By {
        Range,                     ///< bucket = key >> shift, rounded down: ordered ranges of one integer key
        Hash,                      ///< bucket = hash of the key columns & mask
    };
    By by = By::Hash;
    QStringList columns;           ///< the key; without one, all columns
    int shift = 0;                 ///< Range
    quint64 mask = 0;              ///< Hash: a power of two less one
    bool operator==(const KeyBuckets&) const = default;
};

/// Some buckets of a parting.
struct KeyPart
{
    KeyBuckets buckets;
    std::vector<qint64> wanted;    ///< ascending
};

/// What is digested: per bucket, how many rows there are and their hashes together. The hash of a
/// row is that of rowhash.h.
struct DigestSpec
{
    QStringList columns;           ///< in this order
    KeyBuckets buckets;
    bool repeats = false;          ///< rows may repeat (no key): hashes are summed, else xored
    const KeyPart* within = nullptr; ///< only rows of these coarser buckets
    bool keyOnly = false;          ///< the hash of a row is that of its one integer key folded to 32 bits (foldsKey)
};

struct BucketDigest
{
    qint64 rows = 0;
    quint64 mix = 0;               ///< xor, or sum modulo 2^64, of the row hashes
    bool operator==(const BucketDigest&) const = default;
};
using Digest = std::map<qint64, BucketDigest>;

} // namespace leat
