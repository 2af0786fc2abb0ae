// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sqlite/sqlitelab.h"

#include "engine/connectors/sqlite/sqlitetypes.h"

#include <QTest>

#include <sqlite3.h>

#include <limits>

using namespace leat;
using namespace leat::test;
using Kind = ColumnType::Kind;

namespace {

Kind kindOfColumn(Source& source, const QString& table, const QString& column)
{
    Result<std::unique_ptr<TableSnapshot>> snapshot = source.openSnapshot({QString(), table}, {});
    return snapshot ? (*snapshot)->shape().column(column)->type.kind : Kind::Interval;
}

const QString kNull = QStringLiteral("∅");

} // namespace

class TestSqliteTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsDeclarations_data()
    {
        QTest::addColumn<QString>("declared");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* declared, Kind kind) { QTest::newRow(declared) << QString::fromLatin1(declared) << int(kind); };
        for (const char* name : {"INTEGER", "int", "BIGINT", "TINYINT(1)", "UNSIGNED BIG INT", "INT8", "DECIMAL(19)", "NUMERIC(10,0)", "number(18, 0)"})
            row(name, Kind::Int64);
        for (const char* name : {"REAL", "DOUBLE PRECISION", "FLOAT", "DECIMAL(10,2)", "NUMERIC", "decimal", "NUMBER(10,4)"})
            row(name, Kind::Double);
        for (const char* name : {"TEXT", "VARCHAR(255)", "CHARACTER(20)", "NVARCHAR(100)", "CLOB", "STRING", "UUID", "GUID", "uniqueidentifier", "", "MONEY"})
            row(name, Kind::Text);
        row("BLOB", Kind::Blob);
        row("VARBINARY(16)", Kind::Blob);
        row("BOOLEAN", Kind::Boolean);
        row("bool", Kind::Boolean);
        row("DATE", Kind::Date);
        row("DATETIME", Kind::Timestamp);
        row("TIMESTAMP", Kind::Timestamp);
        row("TIMESTAMP(6)", Kind::Timestamp);
        row("TIMESTAMP WITH TIME ZONE", Kind::TimestampTz);
        row("timestamptz", Kind::TimestampTz);
        row("TIME", Kind::Time);
        row("JSON", Kind::Json);
    }
    void mapsDeclarations()
    {
        QFETCH(QString, declared);
        QFETCH(int, kind);
        QCOMPARE(int(sqlite::typeOf(sqlite::familyOf(declared)).kind), kind);
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (c " + declared.toUtf8() + ")"));
        QCOMPARE(int(kindOfColumn(*lab.source(), QStringLiteral("t"), QStringLiteral("c"))), kind);
    }

    void keepsExtremes()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (i INTEGER, r REAL, s TEXT, b BLOB, f BOOLEAN, d DATE, dt DATETIME, tz TIMESTAMPTZ, ti TIME, j JSON);"
                           "INSERT INTO t VALUES (-9223372036854775808, -1.7976931348623157e308, '', x'', 0, '0001-01-01', '0001-01-01 00:00:00', '1969-12-31T23:59:59.999999Z', '00:00', '{}');"
                           "INSERT INTO t VALUES (9223372036854775807, 9e999, 'exactly12byt', x'00ff', 1, '9999-12-31', '9999-12-31 23:59:59.999999', '2024-01-01 02:00:00+02:00', '23:59:59.999999', 'null');"
                           "INSERT INTO t VALUES (9007199254740993, 4.9e-324, 'thirteen bytes', x'0102030405060708090a0b0c0d', 1, '2024-02-29', '2024-02-29', '2024-02-29 10:00', '10:30', '[1,2]');"
                           "INSERT INTO t VALUES (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);"));
        std::int64_t lost = -1;
        const Result<Rows> rows = tableRows(*lab.source(), QStringLiteral("t"), &lost);
        QVERIFY(rows.has_value());
        QCOMPARE(lost, 0);
        const auto s = [](const char* text) { return QString::fromUtf8(text); };
        QCOMPARE((*rows)[0], QStringList({s("-9223372036854775808"), s("-1.7976931348623157e+308"), s(""), s(""), s("false"), s("0001-01-01"),
            s("0001-01-01 00:00:00.000000"), s("1969-12-31 23:59:59.999999"), s("0"), s("{}")}));
        QCOMPARE((*rows)[1], QStringList({s("9223372036854775807"), s("inf"), s("exactly12byt"), s("00ff"), s("true"), s("9999-12-31"),
            s("9999-12-31 23:59:59.999999"), s("2024-01-01 00:00:00.000000"), s("86399999999"), s("null")}));
        QCOMPARE((*rows)[2], QStringList({s("9007199254740993"), s("4.9406564584124654e-324"), s("thirteen bytes"), s("0102030405060708090a0b0c0d"), s("true"),
            s("2024-02-29"), s("2024-02-29 00:00:00.000000"), s("2024-02-29 10:00:00.000000"), s("37800000000"), s("[1,2]")}));
        QCOMPARE((*rows)[3], QStringList(QList<QString>(10, kNull)));
    }

    // T093: values that contradict the declaration choose a type that holds them all.
    void followsTheValues_data()
    {
        QTest::addColumn<QByteArray>("declared");
        QTest::addColumn<QByteArray>("values");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("texts");
        const auto row = [](const char* name, const char* declared, const char* values, Kind kind, const QStringList& texts) {
            QTest::newRow(name) << QByteArray(declared) << QByteArray(values) << int(kind) << texts;
        };
        const auto l = [](const char* text) { return QString::fromUtf8(text).split(QLatin1Char('|')); };
        row("text in integer", "INTEGER", "(1),('abc')", Kind::Text, l("1|abc"));
        row("real in integer", "INTEGER", "(1),(2.5)", Kind::Double, l("1|2.5"));
        row("big integer and real", "NUMERIC", "(9007199254740993),(2.5)", Kind::Text, l("9007199254740993|2.5"));
        row("integers in numeric", "NUMERIC", "(1),(2)", Kind::Double, l("1|2"));
        row("big integer in decimal", "DECIMAL(20,2)", "(9007199254740993)", Kind::Int64, l("9007199254740993"));
        row("unix time in datetime", "DATETIME", "(1704067200),(1704067201)", Kind::Int64, l("1704067200|1704067201"));
        row("julian day in datetime", "DATETIME", "(2460310.5)", Kind::Double, l("2460310.5"));
        row("odd text in datetime", "DATETIME", "('2024-01-01'),('soon')", Kind::Text, l("2024-01-01|soon"));
        row("empty text in date", "DATE", "('2024-01-01'),('')", Kind::Text, l("2024-01-01|"));
        row("seven digits in datetime", "DATETIME", "('2024-01-01 10:00:00.1234567')", Kind::Text, l("2024-01-01 10:00:00.1234567"));
        row("times in date", "DATE", "('2024-01-01'),('2024-01-01 10:00:00')", Kind::Timestamp, l("2024-01-01 00:00:00.000000|2024-01-01 10:00:00.000000"));
        row("two in boolean", "BOOLEAN", "(0),(1),(2)", Kind::Int64, l("0|1|2"));
        row("words in boolean", "BOOLEAN", "('true'),('false')", Kind::Text, l("true|false"));
        row("blob in text", "TEXT", "('a'),(x'00ff')", Kind::Text, l("a|x'00ff'"));
        row("blobs in text", "TEXT", "(x'00ff'),(x'61')", Kind::Blob, l("00ff|61"));
        row("text in blob", "BLOB", "('abc'),(x'00ff')", Kind::Blob, l("616263|00ff"));
        row("numbers in blob", "BLOB", "(1),(x'00ff')", Kind::Text, l("1|x'00ff'"));
        row("numbers in string", "STRING", "(7),('007a')", Kind::Text, l("7|007a"));
        row("nothing declared, integers", "", "(1),(2)", Kind::Int64, l("1|2"));
        row("nothing declared, both numbers", "", "(1),(2.5)", Kind::Double, l("1|2.5"));
        row("nothing declared, mixed", "", "(1),('a'),(1.0)", Kind::Text, l("1|a|1.0"));
        row("nothing declared, blobs", "", "(x'01')", Kind::Blob, l("01"));
        row("number in json", "JSON", "(5),('{\"a\":1}')", Kind::Json, l("5|{\"a\":1}"));
    }
    void followsTheValues()
    {
        QFETCH(QByteArray, declared);
        QFETCH(QByteArray, values);
        QFETCH(int, kind);
        QFETCH(QStringList, texts);
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (c " + declared + "); INSERT INTO t VALUES " + values));
        const std::unique_ptr<Source> source = lab.source();
        QCOMPARE(int(kindOfColumn(*source, QStringLiteral("t"), QStringLiteral("c"))), kind);
        std::int64_t lost = -1;
        const Result<Rows> rows = tableRows(*source, QStringLiteral("t"), &lost);
        QVERIFY(rows.has_value());
        QCOMPARE(lost, 0);
        QStringList got;
        for (const QStringList& row : *rows)
            got += row;
        QCOMPARE(got, texts);
    }

    // What the first rows did not show becomes NULL and is counted; the type stays.
    void countsLateMisfits()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (i INTEGER, d DATETIME, f BOOLEAN);"
                           "WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < 4000)"
                           "INSERT INTO t SELECT n, '2024-01-01 10:00:00', n % 2 FROM g;"
                           "UPDATE t SET i = 'x', d = 17, f = 3 WHERE rowid = 2500;"));
        const std::unique_ptr<Source> source = lab.source();
        std::int64_t lost = -1;
        const Result<Rows> rows = tableRows(*source, QStringLiteral("t"), &lost);
        QVERIFY(rows.has_value());
        QCOMPARE(lost, 3);
        QCOMPARE((*rows)[2499], QStringList({kNull, kNull, kNull}));
        QCOMPARE((*rows)[2500].first(), QStringLiteral("2501"));
        Result<std::unique_ptr<TableSnapshot>> snapshot = source->openSnapshot({QString(), QStringLiteral("t")}, {});
        QVERIFY(!(*snapshot)->shape().column(QStringLiteral("i"))->lossNote.isEmpty());
        snapshot = Result<std::unique_ptr<TableSnapshot>>(std::unique_ptr<TableSnapshot>());
        // When most of the newest rows are like that, the column's type changes.
        QVERIFY(writer.run("UPDATE t SET i = 'x' WHERE rowid > 3600"));
        QCOMPARE(kindOfColumn(*source, QStringLiteral("t"), QStringLiteral("i")), Kind::Text);
        QCOMPARE(kindOfColumn(*source, QStringLiteral("t"), QStringLiteral("f")), Kind::Boolean);
    }

    // T082: the length counts, not the first NUL.
    void keepsNulBytes()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (s TEXT)"));
        sqlite3_stmt* insert = nullptr;
        QCOMPARE(sqlite3_prepare_v2(writer.handle(), "INSERT INTO t VALUES (?)", -1, &insert, nullptr), SQLITE_OK);
        const QByteArray text("a\0b and a longer rest\0", 22);
        sqlite3_bind_text(insert, 1, text.constData(), int(text.size()), SQLITE_STATIC);
        QCOMPARE(sqlite3_step(insert), SQLITE_DONE);
        sqlite3_finalize(insert);
        std::int64_t lost = -1;
        const Result<Rows> rows = tableRows(*lab.source(), QStringLiteral("t"), &lost);
        QVERIFY(rows.has_value());
        QCOMPARE((*rows)[0][0], QString::fromUtf8(text));
        QCOMPARE((*rows)[0][0].size(), 22);
        QCOMPARE(lost, 0);
    }

    void repairsAndCountsBrokenUtf8()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (s TEXT, v VARCHAR(10)); INSERT INTO t VALUES (CAST(x'636166e9' AS TEXT), CAST(x'c3a9' AS TEXT))"));
        std::int64_t lost = -1;
        const Result<Rows> rows = tableRows(*lab.source(), QStringLiteral("t"), &lost);
        QVERIFY(rows.has_value());
        QCOMPARE((*rows)[0], QStringList({QStringLiteral("caf\uFFFD"), QStringLiteral("é")}));
        QCOMPARE(lost, 1);
    }

    void readsUtf16Files()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("PRAGMA encoding='UTF-16le'; CREATE TABLE \"größe\" (s TEXT); INSERT INTO \"größe\" VALUES ('naïve 😀 text that is long')"));
        const Result<Rows> rows = tableRows(*lab.source(), QStringLiteral("größe"));
        QVERIFY(rows.has_value());
        QCOMPARE((*rows)[0][0], QStringLiteral("naïve 😀 text that is long"));
    }

    void readsHugeValues()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id INTEGER PRIMARY KEY, b BLOB, s TEXT);"
                           "WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < 40)"
                           "INSERT INTO t SELECT n, zeroblob(1500000 + n), printf('%.*c', 700000 + n, 'x') FROM g"));
        const std::unique_ptr<Source> source = lab.source();
        Result<std::unique_ptr<TableSnapshot>> snapshot = source->openSnapshot({QString(), QStringLiteral("t")}, {});
        QVERIFY(snapshot.has_value());
        Result<std::unique_ptr<TableRead>> read = (*snapshot)->read(allColumns(**snapshot));
        Result<std::unique_ptr<BatchReader>> reader = (*read)->openReader({});
        BatchBox box((*read)->columns());
        std::int64_t next = 1;
        int batches = 0;
        while (true) {
            const Result<std::size_t> rows = (*reader)->fill(box.batch());
            QVERIFY(rows.has_value());
            if (*rows == 0)
                break;
            ++batches;
            for (std::size_t row = 0; row < *rows; ++row, ++next) {
                QCOMPARE(box.cell<std::int64_t>(0, row), next);
                QCOMPARE(box.bytes(1, row).size(), 1500000 + next);
                QCOMPARE(box.bytes(2, row), QByteArray(700000 + next, 'x'));
            }
        }
        QCOMPARE(next, 41);
        QVERIFY(batches > 5);              // few megabytes are pinned at a time
        QVERIFY((*read)->counters().bytes.load() > 40 * 2'200'000LL);
    }

    void believesStrictTables()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (i INT, r REAL, s TEXT, b BLOB, a ANY) STRICT; INSERT INTO t VALUES (1, 2, '3', x'04', 'five'), (1, 2, '3', x'04', 6)"));
        const std::unique_ptr<Source> source = lab.source();
        const Result<Rows> rows = tableRows(*source, QStringLiteral("t"));
        QVERIFY(rows.has_value());
        QCOMPARE((*rows)[0], QString::fromLatin1("1|2|3|04|five").split(QLatin1Char('|')));
        Result<std::unique_ptr<TableSnapshot>> snapshot = source->openSnapshot({QString(), QStringLiteral("t")}, {});
        QVERIFY((*snapshot)->shape().column(QStringLiteral("i"))->lossNote.isEmpty());
        QCOMPARE((*snapshot)->shape().column(QStringLiteral("a"))->type.kind, Kind::Text);
    }
};

QTEST_GUILESS_MAIN(TestSqliteTypes)
#include "tst_sqlitetypes.moc"
