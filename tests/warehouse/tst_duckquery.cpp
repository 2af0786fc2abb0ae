// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/duckquery.h"
#include "tests/warehouse/warehousefixture.h"

#include <QElapsedTimer>
#include <QFile>

#include <thread>

using namespace leat;
using namespace leat::test;

class TestDuckQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void returnsTextAndTypedCells();
    void keepsOrderNamesAndLimits();
    void allowsReading_data();
    void allowsReading();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void reachesNoFiles_data();
    void reachesNoFiles();
    void saysWhereItIsWrong();
    void canBeCancelled();

private:
    WarehouseFixture m_warehouse;
};

void TestDuckQuery::initTestCase()
{
    FakeTable read = idTable({{1, "a"}, {2, "b"}, {3, "c"}});
    VERIFY_OK(m_warehouse.swap({QStringLiteral("shop"), QStringLiteral("orders")}, read));
}

void TestDuckQuery::returnsTextAndTypedCells()
{
    const Result<QueryResult> result = m_warehouse->query(QStringLiteral(
        "SELECT 9007199254740992::BIGINT AS a, 9007199254740993::BIGINT AS b, 1.50::DECIMAL(5,2) AS c, 0.1::DOUBLE AS d, "
        "'nan'::DOUBLE AS e, true AS f, NULL::INTEGER AS g, '{\"x\": 1}'::JSON AS h, [1, 2] AS i, {'k': 'v'} AS j, "
        "DATE '2024-02-29' AS k, TIMESTAMPTZ '2024-01-01 00:00:00+02' AS l, 170141183460469231731687303715884105727::HUGEINT AS m"),
        -1, {});
    VERIFY_OK(result);
    QCOMPARE(result->columns.join(QString()), QStringLiteral("abcdefghijklm"));
    QCOMPARE(result->types, (QStringList{QStringLiteral("BIGINT"), QStringLiteral("BIGINT"), QStringLiteral("DECIMAL(5,2)"),
        QStringLiteral("DOUBLE"), QStringLiteral("DOUBLE"), QStringLiteral("BOOLEAN"), QStringLiteral("INTEGER"), QStringLiteral("JSON"),
        QStringLiteral("INTEGER[]"), QStringLiteral("STRUCT(k VARCHAR)"), QStringLiteral("DATE"), QStringLiteral("TIMESTAMP WITH TIME ZONE"),
        QStringLiteral("HUGEINT")}));
    const QStringList& row = result->rows.at(0);
    QCOMPARE(row.at(8), QStringLiteral("[1, 2]"));
    QCOMPARE(row.at(9), QStringLiteral("{'k': v}"));
    QCOMPARE(row.at(11), QStringLiteral("2023-12-31 22:00:00+00"));
    const std::vector<QJsonValue>& json = result->json.at(0);
    QCOMPARE(json.at(0), QJsonValue(qint64(9007199254740992)));
    QCOMPARE(json.at(1), QJsonValue(QStringLiteral("9007199254740993")));
    QCOMPARE(json.at(2), QJsonValue(QStringLiteral("1.50")));
    QCOMPARE(json.at(3), QJsonValue(0.1));
    QCOMPARE(json.at(4), QJsonValue(QStringLiteral("nan")));
    QCOMPARE(json.at(5), QJsonValue(true));
    QVERIFY(json.at(6).isNull());
    QVERIFY(result->nulls.at(0).at(6));
    QCOMPARE(json.at(7), QJsonValue(QStringLiteral("{\"x\": 1}")));
    QCOMPARE(json.at(12), QJsonValue(QStringLiteral("170141183460469231731687303715884105727")));
}

void TestDuckQuery::keepsOrderNamesAndLimits()
{
    Result<QueryResult> result = m_warehouse->query(
        QStringLiteral("SELECT range AS x, range AS x FROM range(10000) ORDER BY 1 DESC; -- over"), 3000, {});
    VERIFY_OK(result);
    QCOMPARE(result->columns, (QStringList{QStringLiteral("x"), QStringLiteral("x")}));
    QCOMPARE(result->rows.size(), std::size_t(3000));
    QVERIFY(result->truncated);
    for (std::size_t i = 0; i < result->rows.size(); ++i)
        QCOMPARE(result->rows[i].at(0), QString::number(9999 - qint64(i)));
    result = m_warehouse->query(QStringLiteral("SELECT 1"), 1, {});
    QVERIFY(!result->truncated);
    result = m_warehouse->query(QStringLiteral("SELECT 1"), 0, {});
    QVERIFY(result->truncated && result->rows.empty());
}

void TestDuckQuery::allowsReading_data()
{
    QTest::addColumn<QString>("sql");
    for (const char* sql : {"SELECT 1", "FROM shop.orders", "WITH a AS (SELECT 1) SELECT * FROM a", "VALUES (1), (2)",
             "TABLE shop.orders", "DESCRIBE shop.orders", "SUMMARIZE shop.orders", "SHOW TABLES", "SHOW ALL TABLES",
             "EXPLAIN SELECT 1", "EXPLAIN ANALYZE SELECT count(*) FROM shop.orders", "SELECT * FROM duckdb_tables()",
             "SELECT * FROM _leat.state", "(SELECT 1) UNION ALL (SELECT 2)", "/* hi */ SELECT 1 -- there",
             "SELECT * FROM generate_series(1, 3)", "SELECT unnest([1, 2])", "SELECT * FROM json_each('{\"a\": 1}')",
             "FROM (PIVOT shop.orders ON v IN ('a', 'b') USING sum(id))", "SELECT * FROM information_schema.tables"})
        QTest::newRow(sql) << QString::fromLatin1(sql);
}

void TestDuckQuery::allowsReading()
{
    QFETCH(QString, sql);
    VERIFY_OK(m_warehouse->query(sql, 10, {}));
}

void TestDuckQuery::refusesEverythingElse_data()
{
    QTest::addColumn<QString>("sql");
    for (const char* sql : {"", ";", "SELECT 1; SELECT 2", "INSERT INTO shop.orders VALUES (9, 'x')", "DELETE FROM shop.orders",
             "UPDATE shop.orders SET v = 'x'", "CREATE TABLE t (a INTEGER)", "CREATE TEMP TABLE t AS SELECT 1", "DROP TABLE shop.orders",
             "ALTER TABLE shop.orders ADD COLUMN z INTEGER", "WITH a AS (SELECT 1) INSERT INTO shop.orders SELECT 5, 'x'",
             "SET threads = 1", "RESET threads", "SET VARIABLE x = 1", "PRAGMA database_size", "PRAGMA enable_profiling", "CALL enable_logging()",
             "COPY shop.orders TO '/tmp/leat-test-out.csv'", "COPY (SELECT 1) TO '/tmp/leat-test-out.csv'", "ATTACH '/tmp/leat-test.db'",
             "DETACH warehouse", "USE main", "INSTALL httpfs", "LOAD httpfs", "EXPORT DATABASE '/tmp/leat-test-out'", "IMPORT DATABASE '/tmp/x'",
             "BEGIN", "COMMIT", "ROLLBACK", "CHECKPOINT", "FORCE CHECKPOINT", "VACUUM", "ANALYZE", "PREPARE p AS SELECT 1", "EXECUTE p",
             "DEALLOCATE p", "EXPLAIN DELETE FROM shop.orders", "EXPLAIN ANALYZE DELETE FROM shop.orders", "SELECT $1",
             "SELECT * FROM enable_logging()", "SELECT * FROM disable_logging()", "SELECT * FROM checkpoint()", "SELECT * FROM force_checkpoint()",
             "SELECT * FROM arrow_scan(1::UBIGINT::POINTER, 1::UBIGINT::POINTER, 1::UBIGINT::POINTER)", "EXPLAIN SELECT * FROM enable_logging()",
             "SELECT * FROM query('SELECT * FROM enable_logging()')", "SELECT * FROM system.main.enable_logging()",
             "SELECT (SELECT count(*) FROM ENABLE_LOGGING())", "SELECT 1 WHERE EXISTS (FROM \"enable_logging\"())",
             "WITH a AS (FROM enable_logging()) SELECT 1", "SELECT * FROM json_execute_serialized_sql('{}')",
             "SELECT * FROM leat_read('0')", "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM read_text('/etc/passwd')",
             "SELECT * FROM read_parquet('/etc/passwd')", "SELECT * FROM read_json('/etc/passwd')", "SELECT * FROM glob('/*')",
             "SELECT * FROM sniff_csv('/etc/passwd')", "SELECT * FROM sqlite_scan('/tmp/x', 'y')"})
        QTest::newRow(sql) << QString::fromLatin1(sql);
}

void TestDuckQuery::refusesEverythingElse()
{
    QFETCH(QString, sql);
    VERIFY_ERROR(m_warehouse->query(sql, 10, {}), ErrorCode::QueryNotReadOnly);
    QVERIFY(!QFile::exists(QStringLiteral("/tmp/leat-test-out.csv")));
    QCOMPARE(m_warehouse.text(QStringLiteral("SELECT count(*), count(v) FROM shop.orders")), QStringLiteral("3|3"));
    QCOMPARE(m_warehouse.text(QStringLiteral("SELECT value FROM duckdb_settings() WHERE name IN ('threads', 'lock_configuration', 'enable_external_access', 'enable_logging') ORDER BY name")),
             QStringLiteral("false;0;true;2"));
}

void TestDuckQuery::reachesNoFiles_data()
{
    QTest::addColumn<QString>("sql");
    for (const char* sql : {"FROM '/etc/passwd'", "SELECT * FROM '/etc/hosts.csv'", "SELECT * FROM 'https://example.com/x.parquet'",
             "SELECT getenv('HOME')"})
        QTest::newRow(sql) << QString::fromLatin1(sql);
}

void TestDuckQuery::reachesNoFiles()
{
    QFETCH(QString, sql);
    VERIFY_ERROR(m_warehouse->query(sql, 10, {}), ErrorCode::WarehouseQueryFailed);
}

void TestDuckQuery::saysWhereItIsWrong()
{
    Result<QueryResult> result = m_warehouse->query(QStringLiteral("SELECT nope FROM shop.orders"), 10, {});
    VERIFY_ERROR(result, ErrorCode::WarehouseQueryFailed);
    QVERIFY(result.error().detail.contains(QStringLiteral("LINE 1: SELECT nope FROM shop.orders")));
    result = m_warehouse->query(QStringLiteral("SELECT FROM WHERE"), 10, {});
    VERIFY_ERROR(result, ErrorCode::WarehouseQueryFailed);
    QVERIFY(result.error().detail.contains(QStringLiteral("Parser Error")));
    result = m_warehouse->query(QStringLiteral("SELECT id // 0, error('boom' || id) FROM shop.orders"), 10, {});
    VERIFY_ERROR(result, ErrorCode::WarehouseQueryFailed);
    QVERIFY(result.error().detail.contains(QStringLiteral("boom")));
}

void TestDuckQuery::canBeCancelled()
{
    const CancelSource before;
    before.cancel();
    VERIFY_ERROR(m_warehouse->query(QStringLiteral("SELECT count(*) FROM range(100000000000) a"), -1, before.token()), ErrorCode::Cancelled);
    const CancelSource during;
    QElapsedTimer sinceCancel;
    std::thread canceller([&] {
        // The statement never ends by itself, so any moment is in its middle.
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        sinceCancel.start();
        during.cancel();
    });
    const Result<QueryResult> result = m_warehouse->query(
        QStringLiteral("SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b"), -1, during.token());
    canceller.join();
    VERIFY_ERROR(result, ErrorCode::Cancelled);
    QVERIFY(sinceCancel.elapsed() < 1000);
    QCOMPARE(m_warehouse.text(QStringLiteral("SELECT 1")), QStringLiteral("1"));
}

QTEST_GUILESS_MAIN(TestDuckQuery)
#include "tst_duckquery.moc"
