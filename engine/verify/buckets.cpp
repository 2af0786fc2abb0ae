// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/verify/buckets.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace leat {

namespace {

constexpr qint64 kRowsPerBucket = 1024;
constexpr quint64 kFewestBuckets = 16;
constexpr quint64 kMostBuckets = 16384;
constexpr int kFinerBits = 7;

quint64 wantedBuckets(qint64 rows)
{
    const auto ideal = static_cast<quint64>(std::max<qint64>(0, rows) / kRowsPerBucket);
    return std::clamp(std::bit_ceil(std::max<quint64>(1, ideal)), kFewestBuckets, kMostBuckets);
}

} // namespace

KeyBuckets chooseBuckets(const QStringList& key, bool integerKey, const KeyExtent& extent)
{
    KeyBuckets buckets;
    buckets.columns = key;
    const quint64 wanted = wantedBuckets(extent.rows);
    if (!integerKey || !extent.least || !extent.greatest) {
        buckets.mask = wanted - 1;
        return buckets;
    }
    buckets.by = KeyBuckets::By::Range;
    // Modulo 2^64 the distance is right for every pair of int64.
    const quint64 distance = static_cast<quint64>(*extent.greatest) - static_cast<quint64>(*extent.least);
    while (buckets.shift < 63 && (distance >> buckets.shift) >= wanted)
        ++buckets.shift;
    return buckets;
}

bool foldsKey(const KeyBuckets& buckets)
{
    return buckets.by == KeyBuckets::By::Range && buckets.shift <= 32;
}

std::vector<qint64> differingBuckets(const Digest& a, const Digest& b)
{
    std::vector<qint64> differing;
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() || right != b.end()) {
        if (right == b.end() || (left != a.end() && left->first < right->first)) {
            differing.push_back((left++)->first);
        } else if (left == a.end() || right->first < left->first) {
            differing.push_back((right++)->first);
        } else {
            if (left->second != right->second)
                differing.push_back(left->first);
            ++left;
            ++right;
        }
    }
    return differing;
}

qint64 rowsOf(const Digest& digest)
{
    qint64 rows = 0;
    for (const auto& [bucket, each] : digest)
        rows += each.rows;
    return rows;
}

qint64 rowsWithin(const Digest& a, const Digest& b, const std::vector<qint64>& wanted)
{
    qint64 rows = 0;
    for (const qint64 bucket : wanted)
        for (const Digest* digest : {&a, &b})
            if (const auto found = digest->find(bucket); found != digest->end())
                rows += found->second.rows;
    return rows;
}

std::optional<KeyBuckets> finer(const KeyBuckets& buckets)
{
    if (buckets.by != KeyBuckets::By::Range || buckets.shift == 0)
        return std::nullopt;
    KeyBuckets next = buckets;
    next.shift = std::max(0, buckets.shift - kFinerBits);
    return next;
}

std::vector<std::pair<qint64, qint64>> keyRanges(const KeyPart& part)
{
    const int shift = part.buckets.shift;
    const auto last = [shift](qint64 bucket) {
        const auto low = static_cast<quint64>(bucket) << shift;
        return static_cast<qint64>(low + ((quint64{1} << shift) - 1));
    };
    std::vector<std::pair<qint64, qint64>> ranges;
    for (const qint64 bucket : part.wanted) {
        const auto first = static_cast<qint64>(static_cast<quint64>(bucket) << shift);
        if (!ranges.empty() && ranges.back().second != std::numeric_limits<qint64>::max() && ranges.back().second + 1 == first)
            ranges.back().second = last(bucket);
        else
            ranges.emplace_back(first, last(bucket));
    }
    return ranges;
}

} // namespace leat
