// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgdecoder.h"
#include "engine/connectors/postgres/pgnumeric.h"
#include "tests/postgres/testbatch.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <limits>

using namespace leat;
using namespace leat::pg;
using Kind = ColumnType::Kind;

namespace {

template <typename T>
QByteArray big(T value)
{
    QByteArray out(sizeof(T), '\0');
    qToBigEndian(value, out.data());
    return out;
}

/// A row message; a null QByteArray is NULL.
QByteArray row(const std::vector<QByteArray>& fields)
{
    QByteArray out = big<qint16>(static_cast<qint16>(fields.size()));
    for (const QByteArray& f : fields)
        out += f.isNull() ? big<qint32>(-1) : big<qint32>(static_cast<qint32>(f.size())) + f;
    return out;
}

QByteArray numeric(int weight, quint16 sign, const std::vector<int>& digits)
{
    QByteArray out = big<qint16>(static_cast<qint16>(digits.size())) + big<qint16>(static_cast<qint16>(weight)) + big<quint16>(sign) + big<qint16>(0);
    for (const int d : digits)
        out += big<qint16>(static_cast<qint16>(d));
    return out;
}

struct One
{
    One(Decode decode, ColumnType columnType, const QByteArray& field, bool checkUtf8 = false)
        : type(columnType), decoder({DecodeColumn{decode, columnType, checkUtf8}}), batch({ReadColumn{QStringLiteral("c"), columnType}}), message(row({field}))
    {
        ok = decoder.addRow(message.constData(), static_cast<std::size_t>(message.size())) && decoder.emit(batch.batch(), lost) < 0;
    }
    ColumnType type;
    Decoder decoder;
    test::TestBatch batch;
    QByteArray message;
    qint64 lost = 0;
    bool ok = false;
};

} // namespace

class TestPgDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbers()
    {
        QCOMPARE(One(Decode::Int2, {Kind::Int16, 0, 0}, big<qint16>(-32768)).batch.cell<qint16>(0, 0), qint16(-32768));
        QCOMPARE(One(Decode::Int8, {Kind::Int64, 0, 0}, big<qint64>(std::numeric_limits<qint64>::min())).batch.cell<qint64>(0, 0), std::numeric_limits<qint64>::min());
        QCOMPARE(One(Decode::UInt8, {Kind::UInt64, 0, 0}, big<quint64>(18446744073709551615u)).batch.cell<quint64>(0, 0), quint64(18446744073709551615u));
        QVERIFY(std::isnan(One(Decode::Float8, {Kind::Double, 0, 0}, QByteArray::fromHex("7ff8000000000000")).batch.cell<double>(0, 0)));
        QVERIFY(std::signbit(One(Decode::Float8, {Kind::Double, 0, 0}, QByteArray::fromHex("8000000000000000")).batch.cell<double>(0, 0)));
        QVERIFY(!One(Decode::Int4, {Kind::Int32, 0, 0}, big<qint64>(1)).ok);
        QVERIFY(!One(Decode::Timestamp, {Kind::Timestamp, 0, 0}, big<qint32>(1)).ok);
    }

    void nulls()
    {
        Decoder d({{Decode::Int4, {Kind::Int32, 0, 0}, false}, {Decode::Text, {Kind::Text, 0, 0}, false}});
        test::TestBatch b({{QStringLiteral("a"), {Kind::Int32, 0, 0}}, {QStringLiteral("b"), {Kind::Text, 0, 0}}});
        std::vector<QByteArray> rows;
        for (int i = 0; i < 2048; ++i)
            rows.push_back(row({i % 3 == 0 ? QByteArray() : big<qint32>(i), i % 5 == 0 ? QByteArray() : QByteArray("")}));
        for (const QByteArray& r : rows)
            QVERIFY(d.addRow(r.constData(), static_cast<std::size_t>(r.size())));
        QVERIFY(d.isFull());
        qint64 lost = 0;
        QCOMPARE(d.emit(b.batch(), lost), -1);
        for (std::size_t i = 0; i < 2048; ++i) {
            QCOMPARE(b.isNull(0, i), i % 3 == 0);
            QCOMPARE(b.isNull(1, i), i % 5 == 0);
            if (i % 3 != 0)
                QCOMPARE(b.cell<qint32>(0, i), static_cast<qint32>(i));
        }
        QCOMPARE(lost, 0);
    }

    void texts()
    {
        for (int size = 0; size < 40; ++size) {
            const QByteArray text = QByteArray("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF").left(size);
            const One one(Decode::Text, {Kind::Text, 0, 0}, text);
            QVERIFY(one.ok);
            QCOMPARE(one.batch.bytes(0, 0), text);
            const TextRef expected = TextRef::of(text.constData(), static_cast<std::uint32_t>(size));
            const auto got = one.batch.cell<TextRef>(0, 0);
            QCOMPARE(QByteArray(reinterpret_cast<const char*>(&got), size <= 12 ? 16 : 8), QByteArray(reinterpret_cast<const char*>(&expected), size <= 12 ? 16 : 8));
        }
        QCOMPARE(One(Decode::JsonB, {Kind::Json, 0, 0}, QByteArray("\1{\"a\": 1}")).batch.bytes(0, 0), QByteArray("{\"a\": 1}"));
        QVERIFY(!One(Decode::JsonB, {Kind::Json, 0, 0}, QByteArray("\2{}")).ok);
        QVERIFY(!One(Decode::JsonB, {Kind::Json, 0, 0}, QByteArray("")).ok);
        const One repaired(Decode::Text, {Kind::Text, 0, 0}, QByteArray("caf\xE9 and a long tail"), true);   // T081
        QCOMPARE(repaired.batch.bytes(0, 0), QByteArray("caf\xEF\xBF\xBD and a long tail"));
        QCOMPARE(repaired.lost, 1);
    }

    void numerics_data()
    {
        QTest::addColumn<int>("precision");
        QTest::addColumn<int>("scale");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");   // empty: lost
        const auto r = [](const char* name, int p, int s, const QByteArray& bytes, const char* expected) {
            QTest::newRow(name) << p << s << bytes << QString::fromLatin1(expected);
        };
        r("zero", 12, 2, numeric(0, 0, {}), "0.00");
        r("12.34", 12, 2, numeric(0, 0, {12, 3400}), "12.34");
        r("-0.01", 12, 2, numeric(-1, 0x4000, {100}), "-0.01");
        r("max 4,2", 4, 2, numeric(0, 0, {99, 9900}), "99.99");
        r("too large 4,2", 4, 2, numeric(0, 0, {100}), "");
        r("max 9,0", 9, 0, numeric(2, 0, {9, 9999, 9999}), "999999999");
        r("max 18,4", 18, 4, numeric(3, 0, {99, 9999, 9999, 9999, 9999}), "99999999999999.9999");
        r("18,18", 18, 18, numeric(-1, 0, {9999, 9999, 9999, 9999, 9900}), "0.999999999999999999");
        r("max 38,0", 38, 0, numeric(9, 0x4000, {99, 9999, 9999, 9999, 9999, 9999, 9999, 9999, 9999, 9999}), "-99999999999999999999999999999999999999");
        r("10^38", 38, 0, numeric(9, 0, {100}), "");
        r("10^37", 38, 0, numeric(9, 0, {10}), "10000000000000000000000000000000000000");
        r("tiny 38,38", 38, 38, numeric(-10, 0, {100}), "0.00000000000000000000000000000000000001");
        r("trailing group", 10, 0, numeric(1, 0, {5}), "50000");
        r("inexact", 10, 1, numeric(0, 0, {1, 2300}), "");
        r("cut zero digits", 10, 1, numeric(0, 0, {1, 2000}), "1.2");
        r("nan", 12, 2, numeric(0, 0xC000, {}), "");
        r("inf", 38, 2, numeric(0, 0xD000, {}), "");
        r("digit 10000", 12, 2, numeric(0, 0, {10000}), "");
        r("short", 12, 2, QByteArray("\0\1\0\0", 4), "");
        r("huge weight", 12, 2, numeric(32767, 0, {1}), "");
        r("huge weight wide", 38, 2, numeric(32767, 0, {1}), "");
        r("tiny weight", 12, 2, numeric(-32768, 0, {1}), "");
    }

    void numerics()   // T077
    {
        QFETCH(int, precision);
        QFETCH(int, scale);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        const One one(Decode::Numeric, {Kind::Decimal, static_cast<quint8>(precision), static_cast<quint8>(scale)}, bytes);
        QVERIFY(one.ok);
        QCOMPARE(one.lost, expected.isEmpty() ? 1 : 0);
        QCOMPARE(one.batch.isNull(0, 0), expected.isEmpty());
        if (!expected.isEmpty())
            QCOMPARE(one.batch.decimal(0, 0), expected);
    }

    void times()   // T078, T079
    {
        const auto stamp = [](qint64 v) { return One(Decode::Timestamp, {Kind::TimestampTz, 0, 0}, big<qint64>(v)); };
        constexpr qint64 max = std::numeric_limits<qint64>::max();
        QCOMPARE(stamp(0).batch.cell<qint64>(0, 0), qint64(946684800000000));
        QCOMPARE(stamp(max).batch.cell<qint64>(0, 0), max);
        QCOMPARE(stamp(std::numeric_limits<qint64>::min()).batch.cell<qint64>(0, 0), -max);
        QCOMPARE(stamp(9223371331199999999).lost, 1);   // 294276-12-31
        QCOMPARE(stamp(max - 946684800000000 - 1).batch.cell<qint64>(0, 0), max - 1);
        QCOMPARE(stamp(max - 946684800000000).lost, 1);
        QCOMPARE(stamp(-211813488000000000).batch.cell<qint64>(0, 0), qint64(-210866803200000000));   // 4714 BC
        const auto date = [](qint32 v) { return One(Decode::Date, {Kind::Date, 0, 0}, big<qint32>(v)).batch.cell<qint32>(0, 0); };
        QCOMPARE(date(0), 10957);
        QCOMPARE(date(std::numeric_limits<qint32>::max()), std::numeric_limits<qint32>::max());
        QCOMPARE(date(std::numeric_limits<qint32>::min()), -std::numeric_limits<qint32>::max());
        QCOMPARE(One(Decode::TimeTz, {Kind::TimeTz, 0, 0}, big<qint64>(5) + big<qint32>(-3600)).batch.cell<quint64>(0, 0), (quint64(5) << 24) | (57599 - 3600));
        const auto i = One(Decode::Interval, {Kind::Interval, 0, 0}, big<qint64>(7) + big<qint32>(-2) + big<qint32>(1)).batch.cell<IntervalParts>(0, 0);
        QVERIFY(i.micros == 7 && i.days == -2 && i.months == 1);
        QCOMPARE(One(Decode::Interval, {Kind::Interval, 0, 0}, big<qint64>(max) + big<qint32>(0x7fffffff) + big<qint32>(0x7fffffff)).lost, 1);
    }

    void uuidAndMoney()
    {
        const auto u = One(Decode::Uuid, {Kind::Uuid, 0, 0}, QByteArray::fromHex("00112233445566778899aabbccddeeff")).batch.cell<Int128Parts>(0, 0);
        QCOMPARE(static_cast<quint64>(u.upper), quint64(0x8011223344556677u));
        QCOMPARE(u.lower, quint64(0x8899aabbccddeeffu));
        QCOMPARE(One(Decode::Money, {Kind::Decimal, 19, 2}, big<qint64>(std::numeric_limits<qint64>::min())).batch.decimal(0, 0), QStringLiteral("-92233720368547758.08"));
    }

    void header()
    {
        const QByteArray good = QByteArray("PGCOPY\n\xff\r\n\0", 11) + big<qint32>(0) + big<qint32>(0);
        QCOMPARE(copyHeaderSize(good.constData(), 19), std::size_t{19});
        QCOMPARE(copyHeaderSize(good.constData(), 18), std::size_t{0});
        const QByteArray longer = good.left(15) + big<qint32>(4) + "abcd" + "x";
        QCOMPARE(copyHeaderSize(longer.constData(), 24), std::size_t{23});
        const QByteArray oids = good.left(11) + big<qint32>(1 << 16) + big<qint32>(0);
        QCOMPARE(copyHeaderSize(oids.constData(), 19), std::size_t{0});
        const QByteArray lies = good.left(15) + big<qint32>(-1);
        QCOMPARE(copyHeaderSize(lies.constData(), 19), std::size_t{0});
    }

    void veryWideTablesTakeFewerRows()   // T069
    {
        Decoder d(std::vector<DecodeColumn>(1600));
        QVERIFY(d.capacity() >= 64 && d.capacity() < kBatchRows);
    }

    // Every byte of memory read must be inside the message: sanitizers watch, exact-size heap copies help.
    void hostileBytes()
    {
        const std::vector<DecodeColumn> columns{{Decode::Bool, {Kind::Boolean, 0, 0}, false}, {Decode::Int8, {Kind::Int64, 0, 0}, false},
            {Decode::Numeric, {Kind::Decimal, 12, 2}, false}, {Decode::Numeric, {Kind::Decimal, 38, 10}, false}, {Decode::Timestamp, {Kind::Timestamp, 0, 0}, false},
            {Decode::Text, {Kind::Text, 0, 0}, true}, {Decode::JsonB, {Kind::Json, 0, 0}, true}, {Decode::Uuid, {Kind::Uuid, 0, 0}, false},
            {Decode::Interval, {Kind::Interval, 0, 0}, false}, {Decode::TimeTz, {Kind::TimeTz, 0, 0}, false}};
        std::vector<ReadColumn> shape;
        for (const DecodeColumn& c : columns)
            shape.push_back({QStringLiteral("c"), c.type});
        test::TestBatch batch(shape);
        const QByteArray good = row({QByteArray(1, '\1'), big<qint64>(1), numeric(0, 0, {12, 3400}), numeric(3, 0, {1, 2, 3, 4, 5}), big<qint64>(1),
            QByteArray("some longer text here"), QByteArray("\1{}"), QByteArray(16, 'u'), QByteArray(16, '\0'), QByteArray(12, '\0')});
        QRandomGenerator random(20240607);
        int accepted = 0;
        Decoder d(columns);
        for (int round = 0; round < 50000; ++round) {
            QByteArray bytes = good;
            for (int k = random.bounded(4); k >= 0 && round > 0; --k)
                bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
            if (round % 3 == 1)
                bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
            const std::unique_ptr<char[]> exact(new char[std::max<std::size_t>(1, static_cast<std::size_t>(bytes.size()))]);
            std::memcpy(exact.get(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
            d.clear();
            batch.reset();
            qint64 lost = 0;
            if (d.addRow(exact.get(), static_cast<std::size_t>(bytes.size())) && d.emit(batch.batch(), lost) < 0)
                ++accepted;
        }
        QVERIFY(accepted > 1000);
    }
};

QTEST_GUILESS_MAIN(TestPgDecoder)
#include "tst_pgdecoder.moc"
