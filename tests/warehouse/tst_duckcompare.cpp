// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/warehouse/warehousefixture.h"

#include <cmath>

using namespace leat;
using namespace leat::test;
using Kind = ColumnType::Kind;

namespace {

const WarehouseTable kTable{QStringLiteral("shop"), QStringLiteral("orders")};
const QStringList kId{QStringLiteral("id")};

std::vector<ReadColumn> columns()
{
    return {column("id", Kind::Int64), column("d", Kind::Double), column("i", Kind::Interval), column("t", Kind::Text)};
}

FakeRow row(qint64 id, FakeCell d = 1.5, FakeCell i = IntervalParts{0, 1, 0}, FakeCell t = QByteArray("text"))
{
    return {id, std::move(d), std::move(i), std::move(t)};
}

} // namespace

class TestDuckCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatDiffers();
    void comparesWithoutAKey();
    void likeCellsAreNotEqual_data();
    void likeCellsAreNotEqual();
    void comparesManyRows();
    void repeatedKeysCountOneByOne();
    void needsTableAndColumns();
    void canBeCancelledAndPassesErrorsOn();

private:
    Result<VerifyReport> compare(std::vector<FakeRow> source, std::vector<FakeRow> stored, const QStringList& key);
};

Result<VerifyReport> TestDuckCompare::compare(std::vector<FakeRow> source, std::vector<FakeRow> stored, const QStringList& key)
{
    WarehouseFixture warehouse;
    FakeTable load(columns(), std::move(stored));
    if (const Result<CommitOutcome> loaded = warehouse.swap(kTable, load); !loaded)
        return loaded.error();
    FakeTable read(columns(), std::move(source));
    return warehouse->compare(kTable, key, read, {});
}

void TestDuckCompare::findsWhatDiffers()
{
    const Result<VerifyReport> equal = compare({row(1), row(2)}, {row(2), row(1)}, kId);
    VERIFY_OK(equal);
    QVERIFY(equal->equal());
    QCOMPARE(equal->differingBuckets, 0);
    QVERIFY(equal->buckets > 0);
    const Result<VerifyReport> report = compare({row(1), row(2), row(3, 9.0), row(4)}, {row(2), row(3), row(4, 1.0), row(5), row(6)}, kId);
    VERIFY_OK(report);
    QCOMPARE(report->sourceRows, 4);
    QCOMPARE(report->warehouseRows, 5);
    QCOMPARE(report->missing, 1);
    QCOMPARE(report->missingKeys, QStringList{QStringLiteral("1")});
    QCOMPARE(report->extra, 2);
    QCOMPARE(report->extraKeys, (QStringList{QStringLiteral("5"), QStringLiteral("6")}));
    QCOMPARE(report->differing, 2);
    QCOMPARE(report->differingKeys, (QStringList{QStringLiteral("3"), QStringLiteral("4")}));
    QVERIFY(report->byKey);
    QVERIFY(report->differingBuckets >= 1 && report->differingBuckets <= 5);
}

void TestDuckCompare::comparesWithoutAKey()
{
    const Result<VerifyReport> report = compare({row(1), row(1), row(1), row(2)}, {row(1), row(2), row(2)}, {});
    VERIFY_OK(report);
    QVERIFY(!report->byKey);
    QCOMPARE(report->missing, 2);
    QCOMPARE(report->extra, 1);
    QCOMPARE(report->differing, 0);
    QCOMPARE(report->missingKeys, QStringList{QStringLiteral("1, 1.5, 1 day, text")});
    QVERIFY(compare({row(1), row(1)}, {row(1), row(1)}, {})->equal());
    // Twice each way would cancel out in a plain XOR.
    QVERIFY(!compare({row(1), row(1)}, {row(2), row(2)}, {})->equal());
}

void TestDuckCompare::likeCellsAreNotEqual_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<bool>("equal");
    QTest::newRow("-0.0 and 0.0") << 0 << false;
    QTest::newRow("NaN and NaN of the other sign") << 1 << true;
    QTest::newRow("NaN and NULL") << 2 << false;
    QTest::newRow("1 month and 30 days") << 3 << false;
    QTest::newRow("'' and NULL") << 4 << false;
    QTest::newRow("NULL and NULL") << 5 << true;
    QTest::newRow("swapped texts") << 6 << false;
}

void TestDuckCompare::likeCellsAreNotEqual()
{
    QFETCH(int, which);
    QFETCH(bool, equal);
    const double nan = std::nan("");
    std::vector<FakeRow> a{row(1)};
    std::vector<FakeRow> b{row(1)};
    switch (which) {
    case 0: a = {row(1, 0.0)}; b = {row(1, -0.0)}; break;
    case 1: a = {row(1, nan)}; b = {row(1, std::copysign(nan, -1.0))}; break;
    case 2: a = {row(1, nan)}; b = {row(1, FakeCell{})}; break;
    case 3: a = {row(1, 1.0, IntervalParts{1, 0, 0})}; b = {row(1, 1.0, IntervalParts{0, 30, 0})}; break;
    case 4: a = {row(1, 1.0, FakeCell{}, QByteArray())}; b = {row(1, 1.0, FakeCell{}, FakeCell{})}; break;
    case 5: a = b = {row(1, FakeCell{}, FakeCell{}, FakeCell{})}; break;
    default: a = {row(1, 1.0, FakeCell{}, QByteArray("a")), row(2, 1.0, FakeCell{}, QByteArray("b"))};
             b = {row(1, 1.0, FakeCell{}, QByteArray("b")), row(2, 1.0, FakeCell{}, QByteArray("a"))};
    }
    for (const QStringList& key : {kId, QStringList()}) {
        const Result<VerifyReport> report = compare(a, b, key);
        VERIFY_OK(report);
        QCOMPARE(report->equal(), equal);
        if (!equal && !key.isEmpty())
            QCOMPARE(report->missing + report->extra, 0);
    }
}

void TestDuckCompare::comparesManyRows()
{
    WarehouseFixture warehouse;
    const auto make = [](qint64 i) { return row(i, double(i), IntervalParts{0, int(i % 99), 0}, QByteArray::number(i)); };
    FakeTable load(columns(), 200'000, make);
    VERIFY_OK(warehouse.swap(kTable, load));
    FakeTable read(columns(), 200'000, [&](qint64 i) { return i % 1000 == 7 ? row(i) : make(i >= 199'000 ? i + 1'000'000 : i); });
    const Result<VerifyReport> report = warehouse->compare(kTable, kId, read, {});
    VERIFY_OK(report);
    QCOMPARE(report->differing, 200);
    QCOMPARE(report->missing, 999);
    QCOMPARE(report->extra, 999);
    QCOMPARE(report->missingKeys.size(), 100);
    QCOMPARE(report->differingKeys.first(), QStringLiteral("7"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM duckdb_tables() WHERE temporary")), QStringLiteral("0"));
}

void TestDuckCompare::repeatedKeysCountOneByOne()
{
    const Result<VerifyReport> report = compare({row(1, 1.0), row(1, 2.0)}, {row(1, 2.0), row(1, 3.0), row(1, 4.0)}, kId);
    VERIFY_OK(report);
    QCOMPARE(report->differing, 1);
    QCOMPARE(report->extra, 1);
    QCOMPARE(report->missing, 0);
}

void TestDuckCompare::needsTableAndColumns()
{
    WarehouseFixture warehouse;
    FakeTable read = idTable({{1, "a"}});
    VERIFY_ERROR(warehouse->compare(kTable, kId, read, {}), ErrorCode::WarehouseMissing);
    FakeTable load({column("id", Kind::Int64)}, {{qint64(1)}});
    VERIFY_OK(warehouse.swap(kTable, load));
    const Result<VerifyReport> missing = warehouse->compare(kTable, kId, read, {});
    VERIFY_ERROR(missing, ErrorCode::ColumnMissing);
    QCOMPARE(missing.error().args.value(QStringLiteral("column")), QStringLiteral("v"));
    FakeTable other({column("id", Kind::Text)}, {{QByteArray("1")}});
    VERIFY_ERROR(warehouse->compare(kTable, kId, other, {}), ErrorCode::ShapeChanged);
    // Columns that the source no longer has are left out.
    FakeTable wide = idTable({{1, "a"}});
    VERIFY_OK(warehouse.swap(kTable, wide, 2));
    FakeTable narrow({column("id", Kind::Int64)}, {{qint64(1)}});
    QVERIFY(warehouse->compare(kTable, kId, narrow, {})->equal());
}

void TestDuckCompare::canBeCancelledAndPassesErrorsOn()
{
    WarehouseFixture warehouse;
    FakeTable load = idTable({{1, "a"}});
    VERIFY_OK(warehouse.swap(kTable, load));
    const CancelSource source;
    FakeTable read = idTable({{1, "a"}});
    read.onBatch([&](const CancelToken&) { source.cancel(); });
    VERIFY_ERROR(warehouse->compare(kTable, kId, read, source.token()), ErrorCode::Cancelled);
    FakeTable broken = idTable({{1, "a"}});
    broken.failAt(0, makeError(ErrorCode::ConnectionLost, QStringLiteral("gone")));
    VERIFY_ERROR(warehouse->compare(kTable, kId, broken, {}), ErrorCode::ConnectionLost);
    FakeTable good = idTable({{1, "a"}});
    QVERIFY(warehouse->compare(kTable, kId, good, {})->equal());
}

QTEST_GUILESS_MAIN(TestDuckCompare)
#include "tst_duckcompare.moc"
