// SPDX-License-Identifier: GPL-3.0-or-later
// The hash of a row: equal where values are equal, different where they are not (T033, T051, T086).
#include "engine/connectors/recordbatch.h"
#include "engine/verify/rowhash.h"

#include <QTest>

#include <bit>
#include <random>
#include <set>

using namespace leat;
using Kind = ColumnType::Kind;

namespace {

template <typename T>
std::uint64_t one(const ColumnType& type, T cell, std::uint64_t start = 0)
{
    hashColumn(type, &cell, nullptr, 1, &start);
    return start;
}

std::uint64_t text(const QByteArray& bytes, std::uint64_t start = 0)
{
    return one({Kind::Text}, TextRef::of(bytes.constData(), static_cast<std::uint32_t>(bytes.size())), start);
}

std::uint64_t null(const ColumnType& type, std::uint64_t start = 0)
{
    const std::uint64_t mask = 0;
    alignas(16) const char cell[16] = {};
    hashColumn(type, cell, &mask, 1, &start);
    return start;
}

} // namespace

class TestRowHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreKeptApart_T033()
    {
        QVERIFY(text("c", text("ab")) != text("bc", text("a")));
        QVERIFY(text("") != null({Kind::Text}));
        QVERIFY(text("", null({Kind::Text})) != null({Kind::Text}, text("")));
        QVERIFY(text(QByteArray("a\0b", 3)) != text("a"));
        QVERIFY(text("a") != text("A"));
        std::set<std::uint64_t> seen;
        for (int size = 0; size < 40; ++size)
            seen.insert(text(QByteArray(size, 'x')));
        QCOMPARE(seen.size(), std::size_t{40});
    }

    // The server's own hash of an int8 takes 1 and 2^32 for one value.
    void wideIntegersKeepBothHalves_T025()
    {
        const ColumnType type{Kind::Int64};
        QVERIFY(one<std::int64_t>(type, 1) != one<std::int64_t>(type, std::int64_t{1} << 32));
        QVERIFY(one<std::int64_t>(type, 0) != one<std::int64_t>(type, (std::int64_t{1} << 32) + 1));
        QVERIFY(one<std::int64_t>(type, -1) != one<std::int64_t>(type, 0));
        QVERIFY(one<std::int64_t>(type, 9007199254740992) != one<std::int64_t>(type, 9007199254740993));
    }

    void floatsGoByTheirBits_T086()
    {
        const ColumnType type{Kind::Double};
        QVERIFY(one(type, 0.0) != one(type, -0.0));
        QVERIFY(one(type, 0.1 + 0.2) != one(type, 0.3));
        QVERIFY(one(ColumnType{Kind::Float}, 0.1f) != one(ColumnType{Kind::Float}, std::nextafter(0.1f, 1.0f)));
    }

    void decimalsGoByValue_T051()
    {
        const auto decimal = [](std::int64_t unscaled, quint8 scale) { return one({Kind::Decimal, 18, scale}, unscaled); };
        QCOMPARE(decimal(10, 1), decimal(100, 2));
        QCOMPARE(decimal(1, 0), decimal(100000, 5));
        QCOMPARE(decimal(12345000, 3), decimal(12345, 0));
        QCOMPARE(decimal(0, 0), decimal(0, 7));
        QVERIFY(decimal(5, 0) != decimal(-5, 0));
        QVERIFY(decimal(1, 0) != decimal(1, 4));
        QVERIFY(decimal(10000, 0) != decimal(1, 0));
        QCOMPARE(one<std::int16_t>({Kind::Decimal, 4, 2}, 250), decimal(25000, 4));
        QCOMPARE(one<std::int32_t>({Kind::Decimal, 9, 2}, -250), decimal(-25000, 4));
        QCOMPARE(one<Int128Parts>({Kind::Decimal, 38, 2}, {250, 0}), decimal(250, 2));
        QCOMPARE(one<Int128Parts>({Kind::Decimal, 38, 2}, {static_cast<std::uint64_t>(-250), -1}), decimal(-250, 2));
    }

    void intervalsKeepTheirFields_T079()
    {
        const ColumnType type{Kind::Interval};
        QVERIFY(one(type, IntervalParts{1, 0, 0}) != one(type, IntervalParts{0, 30, 0}));
        QVERIFY(one(type, IntervalParts{0, 1, 0}) != one(type, IntervalParts{0, 0, 86'400'000'000}));
    }

    // SELECT pg_catalog.hashint4extended(0, h), asked of PostgreSQL 15.
    void finishesAsTheServerDoes()
    {
        const std::pair<std::uint64_t, std::int64_t> asked[] = {{0, 4154612158245552303}, {1, 434346878670890809},
            {~std::uint64_t{0}, -4140905993450701875}, {81985529216486895, -9056972805875950176}};
        for (const auto& [hash, finished] : asked)
            QCOMPARE(static_cast<std::int64_t>(finishRow(hash)), finished);
        // ROW('Straße', -7, NULL::int4)
        const std::uint64_t row = null({Kind::Int32}, one<std::int32_t>({Kind::Int32}, -7, text("Stra\xc3\x9f" "e")));
        QCOMPARE(static_cast<std::int64_t>(row), std::int64_t{585183359200385810});
        QCOMPARE(static_cast<std::int64_t>(finishRow(row)), std::int64_t{1178344469273361186});
    }

    // Two rows that exchange a cell: neither the sum nor the xor of a bucket stays.
    void exchangedCellsShow_T033()
    {
        const auto row = [](std::int32_t a, const QByteArray& b, bool finished) {
            const std::uint64_t hash = text(b, one<std::int32_t>({Kind::Int32}, a));
            return finished ? finishRow(hash) : hash;
        };
        std::mt19937 random(11);
        for (int i = 0; i < 200'000; ++i) {
            const auto a1 = static_cast<std::int32_t>(random() >> 2);
            const std::int32_t a2 = a1 + 1 + i % 1000;
            const QByteArray b1 = "paid" + QByteArray::number(i);
            const QByteArray b2 = "open" + QByteArray::number(i * 7);
            // What has to be mended: unmixed, all of them stay.
            QCOMPARE(row(a1, b1, false) + row(a2, b2, false), row(a1, b2, false) + row(a2, b1, false));
            QVERIFY(row(a1, b1, true) + row(a2, b2, true) != row(a1, b2, true) + row(a2, b1, true));
            QVERIFY((row(a1, b1, true) ^ row(a2, b2, true)) != (row(a1, b2, true) ^ row(a2, b1, true)));
        }
    }

    // A million random pairs of rows of four cells, half of them equal.
    void equalHashMeansEqualRow_T033()
    {
        std::mt19937_64 random(7);
        struct Row { std::int64_t a; bool hasB; QByteArray b; double c; std::int32_t d; bool operator==(const Row&) const = default; };
        const auto make = [&random] {
            // Few values, so that rows differ in one small thing only.
            return Row{static_cast<std::int64_t>(random() % 4) << (random() % 2 * 32), random() % 3 != 0,
                QByteArray(static_cast<qsizetype>(random() % 3), static_cast<char>('a' + random() % 2)), static_cast<double>(random() % 3),
                static_cast<std::int32_t>(random() % 3)};
        };
        const auto hash = [](const Row& row) {
            std::uint64_t h = one<std::int64_t>({Kind::Int64}, row.a);
            h = row.hasB ? text(row.b, h) : null({Kind::Text}, h);
            h = one({Kind::Double}, row.c, h);
            return one<std::int32_t>({Kind::Int32}, row.d, h);
        };
        for (int i = 0; i < 1'000'000; ++i) {
            Row x = make();
            Row y = i % 2 ? x : make();
            if (!x.hasB)
                x.b.clear();
            if (!y.hasB)
                y.b.clear();
            if ((hash(x) == hash(y)) != (x == y))
                QFAIL(qPrintable(QStringLiteral("pair %1").arg(i)));
        }
    }
};

QTEST_APPLESS_MAIN(TestRowHash)
#include "tst_rowhash.moc"
