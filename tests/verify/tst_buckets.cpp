// SPDX-License-Identifier: GPL-3.0-or-later
// Parting of keys, what differs, and the ranges it lies in.
#include "engine/verify/buckets.h"

#include <QTest>

#include <limits>
#include <random>

using namespace leat;

namespace {

const QStringList kId{QStringLiteral("id")};
constexpr qint64 kLeast = std::numeric_limits<qint64>::min();
constexpr qint64 kGreatest = std::numeric_limits<qint64>::max();

KeyBuckets ranges(int shift)
{
    KeyBuckets buckets;
    buckets.by = KeyBuckets::By::Range;
    buckets.columns = kId;
    buckets.shift = shift;
    return buckets;
}

} // namespace

class TestBuckets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesRangesForAnIntegerKey_data()
    {
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("greatest");
        QTest::newRow("dense") << qint64{5'000'000} << qint64{1} << qint64{5'000'000};
        QTest::newRow("one row") << qint64{1} << qint64{7} << qint64{7};
        QTest::newRow("sparse, all of int64") << qint64{1'000'000} << kLeast << kGreatest;
        QTest::newRow("negative") << qint64{100'000} << qint64{-100'000} << qint64{-1};
    }
    void choosesRangesForAnIntegerKey()
    {
        QFETCH(qint64, rows);
        QFETCH(qint64, least);
        QFETCH(qint64, greatest);
        const KeyBuckets buckets = chooseBuckets(kId, true, {rows, least, greatest});
        QVERIFY(buckets.by == KeyBuckets::By::Range);
        const quint64 count = static_cast<quint64>(greatest >> buckets.shift) - static_cast<quint64>(least >> buckets.shift) + 1;
        QVERIFY(count <= 16384 + 1);
        // About a thousand rows each where there are enough of them.
        if (rows == 5'000'000)
            QVERIFY2(count > 2000, qPrintable(QString::number(count)));
    }

    void thereAreNoMoreBucketsThanWanted()
    {
        QCOMPARE(chooseBuckets(kId, true, {10, 0, 15}).shift, 0);
        QCOMPARE(chooseBuckets(kId, true, {10, 0, 16}).shift, 1);
        QCOMPARE(chooseBuckets(kId, true, {10, 0, 31}).shift, 1);
    }

    void aCloserLookPartsEachBucketIn128()
    {
        QCOMPARE(finer(ranges(20))->shift, 13);
        QCOMPARE(finer(ranges(3))->shift, 0);
        QVERIFY(!finer(ranges(0)));
    }

    void otherKeysArePartedByHash()
    {
        for (const KeyExtent& extent : {KeyExtent{5'000'000, {}, {}}, KeyExtent{5'000'000, 1, 5'000'000}}) {
            const KeyBuckets buckets = chooseBuckets(kId, false, extent);
            QVERIFY(buckets.by == KeyBuckets::By::Hash);
            QCOMPARE(buckets.mask, quint64{8191});
            QVERIFY(!finer(buckets));
        }
        QCOMPARE(chooseBuckets(kId, true, {}).mask, quint64{15});   // no rows: nothing to range over
    }

    void findsWhatDiffers()
    {
        const Digest a{{-2, {5, 1}}, {0, {3, 7}}, {1, {2, 9}}, {4, {1, 1}}};
        const Digest b{{-2, {5, 1}}, {0, {3, 8}}, {1, {1, 9}}, {3, {6, 2}}};
        QCOMPARE(differingBuckets(a, b), (std::vector<qint64>{0, 1, 3, 4}));
        QCOMPARE(differingBuckets(b, a), (std::vector<qint64>{0, 1, 3, 4}));
        QVERIFY(differingBuckets(a, a).empty());
        QCOMPARE(differingBuckets(a, {}).size(), std::size_t{4});
        QCOMPARE(rowsOf(a), 11);
        QCOMPARE(rowsWithin(a, b, {0, 3}), 3 + 3 + 6);
    }

    // Each key lies in exactly the range that its bucket says, also at the ends of int64.
    void rangesHoldTheirKeys()
    {
        std::mt19937_64 random(42);
        for (int round = 0; round < 20'000; ++round) {
            const int shift = static_cast<int>(random() % 64);
            const auto key = round % 5 == 0 ? (round % 2 ? kLeast : kGreatest) : static_cast<qint64>(random() >> (random() % 64)) * (random() % 2 ? 1 : -1);
            const qint64 bucket = key >> shift;
            const auto found = keyRanges({ranges(shift), {bucket}});
            QCOMPARE(found.size(), std::size_t{1});
            QVERIFY(found[0].first <= key && key <= found[0].second);
            QCOMPARE(found[0].first >> shift, bucket);
            QCOMPARE(found[0].second >> shift, bucket);
            if (found[0].first > kLeast)
                QCOMPARE((found[0].first - 1) >> shift, bucket - 1);
        }
    }

    void neighboursBecomeOneRange()
    {
        using Ranges = std::vector<std::pair<qint64, qint64>>;
        QCOMPARE(keyRanges({ranges(4), {-1, 0, 1, 3}}), (Ranges{{-16, 31}, {48, 63}}));
        QCOMPARE(keyRanges({ranges(0), {5, 6, 9}}), (Ranges{{5, 6}, {9, 9}}));
        QCOMPARE(keyRanges({ranges(63), {-1, 0}}), (Ranges{{kLeast, kGreatest}}));
    }

    void descentEndsAtSingleKeys()
    {
        KeyBuckets buckets = ranges(40);
        int steps = 0;
        for (std::optional<KeyBuckets> next = finer(buckets); next; next = finer(buckets)) {
            QVERIFY(next->shift < buckets.shift);
            buckets = *next;
            ++steps;
        }
        QCOMPARE(buckets.shift, 0);
        QVERIFY(steps <= 6);
    }
};

QTEST_APPLESS_MAIN(TestBuckets)
#include "tst_buckets.moc"
