// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/warehouse/warehousefixture.h"

#include <QCryptographicHash>

#include <cmath>
#include <limits>

using namespace leat;
using namespace leat::test;
using Kind = ColumnType::Kind;

namespace {

template <typename T> constexpr qint64 low() { return std::numeric_limits<T>::min(); }
template <typename T> constexpr qint64 high() { return std::numeric_limits<T>::max(); }
constexpr double kInf = std::numeric_limits<double>::infinity();

const WarehouseTable kTable{QStringLiteral("shop"), QStringLiteral("types")};

} // namespace

class TestDuckTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesEveryKindExactly_data();
    void storesEveryKindExactly();
    void storesLongTextsAndBlobs();
    void storesAThousandColumns();                             // T069
};

void TestDuckTypes::storesEveryKindExactly_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("precision");
    QTest::addColumn<int>("scale");
    QTest::addColumn<int>("set");
    QTest::addColumn<QString>("expected");
    QTest::newRow("boolean") << int(Kind::Boolean) << 0 << 0 << 0 << "false;true;NULL";
    QTest::newRow("int8") << int(Kind::Int8) << 0 << 0 << 1 << "-128;127;NULL";
    QTest::newRow("int16") << int(Kind::Int16) << 0 << 0 << 2 << "-32768;32767;NULL";
    QTest::newRow("int32") << int(Kind::Int32) << 0 << 0 << 3 << "-2147483648;2147483647;NULL";
    QTest::newRow("int64") << int(Kind::Int64) << 0 << 0 << 4 << "-9223372036854775808;9223372036854775807;NULL";
    QTest::newRow("uint32") << int(Kind::UInt32) << 0 << 0 << 5 << "0;4294967295;NULL";
    QTest::newRow("uint64") << int(Kind::UInt64) << 0 << 0 << 6 << "0;18446744073709551615;NULL";
    QTest::newRow("float") << int(Kind::Float) << 0 << 0 << 7 << "-inf;-0.0;inf;nan;NULL";
    QTest::newRow("double") << int(Kind::Double) << 0 << 0 << 7 << "-inf;-0.0;inf;nan;NULL";
    QTest::newRow("decimal4") << int(Kind::Decimal) << 4 << 2 << 8 << "-99.99;0.01;NULL";
    QTest::newRow("decimal9") << int(Kind::Decimal) << 9 << 2 << 8 << "-99.99;0.01;NULL";
    QTest::newRow("decimal18") << int(Kind::Decimal) << 18 << 2 << 8 << "-99.99;0.01;NULL";
    QTest::newRow("decimal38") << int(Kind::Decimal) << 38 << 10 << 9
        << "-9999999999999999999999999999.9999999999;9999999999999999999999999999.9999999999;NULL";
    QTest::newRow("date") << int(Kind::Date) << 0 << 0 << 10 << "-infinity;0044-03-15 (BC);1970-01-01;infinity;NULL";
    QTest::newRow("time") << int(Kind::Time) << 0 << 0 << 11 << "00:00:00;23:59:59.999999;24:00:00;NULL";
    QTest::newRow("timetz") << int(Kind::TimeTz) << 0 << 0 << 12 << "12:00:00+00;13:00:00+01;NULL";
    QTest::newRow("timestamp") << int(Kind::Timestamp) << 0 << 0 << 13
        << "-infinity;1969-12-31 23:59:59.999999;1970-01-01 00:00:00;infinity;NULL";
    QTest::newRow("timestamptz") << int(Kind::TimestampTz) << 0 << 0 << 13
        << "-infinity;1969-12-31 23:59:59.999999+00;1970-01-01 00:00:00+00;infinity;NULL";
    QTest::newRow("interval") << int(Kind::Interval) << 0 << 0 << 14 << "30 days;1 month;-1 year -2 months 3 days 00:00:00.000001;NULL";
    QTest::newRow("uuid") << int(Kind::Uuid) << 0 << 0 << 15
        << "00000000-0000-0000-0000-000000000000;ffffffff-ffff-ffff-ffff-ffffffffffff;NULL";
    QTest::newRow("text") << int(Kind::Text) << 0 << 0 << 16 << ";twelve bytes;thirteen bytes;Größe 😀;NULL";
    QTest::newRow("json") << int(Kind::Json) << 0 << 0 << 17 << "{\"b\": 1, \"a\": 1e1000, \"a\": 2};NULL";
    QTest::newRow("blob") << int(Kind::Blob) << 0 << 0 << 18 << ";\\x00\\xFFabc;NULL";
}

static std::vector<FakeRow> valuesOf(int set)
{
    const FakeCell null;
    const auto day = [](qint64 d) { return FakeRow{d}; };
    switch (set) {
    case 0: return {{qint64(0)}, {qint64(1)}, {null}};
    case 1: return {{low<std::int8_t>()}, {high<std::int8_t>()}, {null}};
    case 2: return {{low<std::int16_t>()}, {high<std::int16_t>()}, {null}};
    case 3: return {{low<std::int32_t>()}, {high<std::int32_t>()}, {null}};
    case 4: return {{low<std::int64_t>()}, {high<std::int64_t>()}, {null}};
    case 5: return {{qint64(0)}, {qint64(4294967295)}, {null}};
    case 6: return {{qint64(0)}, {qint64(-1)}, {null}};
    case 7: return {{-kInf}, {-0.0}, {kInf}, {std::nan("")}, {null}};
    case 8: return {{qint64(-9999)}, {qint64(1)}, {null}};
    case 9: return {{Int128Parts{0xf675ddc000000001ULL, qint64(0xb4c4b357a5793b85ULL)}},
                    {Int128Parts{0x098a223fffffffffULL, 0x4b3b4ca85a86c47aLL}}, {null}};
    case 10: return {day(-qint64(high<std::int32_t>())), day(-735160), day(0), day(high<std::int32_t>()), {null}};
    case 11: return {{qint64(0)}, {qint64(86399999999)}, {qint64(86400000000)}, {null}};
    case 12: return {{(qint64(43200000000) << 24) | 57599}, {(qint64(46800000000) << 24) | (57599 - 3600)}, {null}};
    case 13: return {{-high<std::int64_t>()}, {qint64(-1)}, {qint64(0)}, {high<std::int64_t>()}, {null}};
    case 14: return {{IntervalParts{0, 30, 0}}, {IntervalParts{1, 0, 0}}, {IntervalParts{-14, 3, 1}}, {null}};
    case 15: return {{Int128Parts{0, low<std::int64_t>()}}, {Int128Parts{~std::uint64_t(0), high<std::int64_t>()}}, {null}};
    case 16: return {{QByteArray("")}, {QByteArray("twelve bytes")}, {QByteArray("thirteen bytes")},
                     {QByteArray("Gr\xc3\xb6\xc3\x9f\x65 \xf0\x9f\x98\x80")}, {null}};
    case 17: return {{QByteArray("{\"b\": 1, \"a\": 1e1000, \"a\": 2}")}, {null}};
    default: return {{QByteArray("")}, {QByteArray("\0\xff" "abc", 5)}, {null}};
    }
}

void TestDuckTypes::storesEveryKindExactly()
{
    QFETCH(int, kind);
    QFETCH(int, precision);
    QFETCH(int, scale);
    QFETCH(int, set);
    QFETCH(QString, expected);
    WarehouseFixture warehouse;
    const ReadColumn value = column("v", Kind(kind), precision, scale);
    std::vector<FakeRow> rows;
    for (const FakeRow& cells : valuesOf(set))
        rows.push_back({qint64(rows.size()), cells.front()});
    FakeTable read({column("i", Kind::Int64), value}, rows);
    VERIFY_OK(warehouse.swap(kTable, read));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT v FROM shop.types ORDER BY i")), expected);
    const auto state = warehouse->state(kTable);
    VERIFY_OK(state);
    QCOMPARE(state.value()->columns.at(1).type, value.type);
    QCOMPARE(warehouse->states()->front().second.columns.at(1).type, value.type);
    FakeTable same({column("i", Kind::Int64), value}, rows);
    const Result<VerifyReport> report = warehouse->compare(kTable, {QStringLiteral("i")}, same, {});
    VERIFY_OK(report);
    QVERIFY(report->equal());
    // The same rows appended from the lowest value on are all there already.
    LoadSpec spec;
    spec.mode = LoadMode::Append;
    spec.target = kTable;
    spec.boundary = AppendBoundary{QStringLiteral("i"), QStringLiteral("0"), true};
    FakeTable appended({column("i", Kind::Int64), value}, rows);
    const Result<CommitOutcome> outcome = warehouse.sync(spec, appended, 2);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsSkipped, qint64(rows.size()));
    QCOMPARE(outcome->rowsInserted, 0);
}

void TestDuckTypes::storesLongTextsAndBlobs()                  // T083
{
    WarehouseFixture warehouse;
    QByteArray bytes(1 << 20, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(i * 131);
    QByteArray text(300'000, 'a');
    FakeTable read({column("t", Kind::Text), column("b", Kind::Blob)}, {{text, bytes}, {QByteArray("x"), FakeCell{}}});
    VERIFY_OK(warehouse.swap(kTable, read));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT length(t), octet_length(b) FROM shop.types WHERE b IS NOT NULL")),
             QStringLiteral("300000|1048576"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT md5(b) FROM shop.types WHERE b IS NOT NULL")),
             QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex()));
}

void TestDuckTypes::storesAThousandColumns()
{
    WarehouseFixture warehouse;
    std::vector<ReadColumn> columns;
    FakeRow row;
    for (int i = 0; i < 1600; ++i) {
        columns.push_back(column(qPrintable(QStringLiteral("column %1").arg(i)), Kind::Int64));
        row.push_back(i % 7 ? FakeCell(qint64(i)) : FakeCell());
    }
    FakeTable read(columns, {row, row});
    LoadSpec spec;
    spec.target = kTable;
    for (const ReadColumn& c : columns)
        spec.columns.push_back({c.name, c.type, QStringLiteral("says “%1”").arg(c.name)});
    VERIFY_OK(warehouse.sync(spec, read));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT \"column 1599\", \"column 0\" FROM shop.types LIMIT 1")), QStringLiteral("1599|NULL"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM duckdb_columns() WHERE comment LIKE 'says%'")), QStringLiteral("1600"));
    FakeTable again(columns, {row, row});
    const Result<VerifyReport> report = warehouse->compare(kTable, {}, again, {});
    VERIFY_OK(report);
    QVERIFY(report->equal());
}

QTEST_GUILESS_MAIN(TestDuckTypes)
#include "tst_ducktypes.moc"
