// SPDX-License-Identifier: GPL-3.0-or-later
// The same rows digested by PostgreSQL, by DuckDB and on the way: always the same (T033, T051, T086).
#include "engine/connectors/postgres/pgdigest.h"
#include "engine/connectors/postgres/postgresfactory.h"
#include "engine/connectors/sqlite/sqlitefactory.h"
#include "engine/verify/buckets.h"
#include "engine/verify/fold.h"
#include "tests/support/pgserver.h"
#include "tests/warehouse/warehousefixture.h"

#include <sqlite3.h>

using namespace leat;
using namespace leat::test;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const WarehouseTable kTarget{s("src"), s("t")};

KeyBuckets byHash(const QStringList& key, quint64 mask = 63)
{
    KeyBuckets buckets;
    buckets.columns = key;
    buckets.mask = mask;
    return buckets;
}

KeyBuckets byRange(const QString& key, int shift)
{
    KeyBuckets buckets;
    buckets.by = KeyBuckets::By::Range;
    buckets.columns = QStringList{key};
    buckets.shift = shift;
    return buckets;
}

QStringList namesOf(const TableShape& shape)
{
    QStringList names;
    for (const ColumnShape& column : shape.columns)
        names << column.name;
    return names;
}

// Every type, extreme and random values; md5 makes them random but the same each time.
constexpr char kAllTypes[] = R"(
CREATE DOMAIN money_like AS numeric(12,2);
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE all_types (id bigint PRIMARY KEY, b boolean, i2 smallint, i4 integer, i8 bigint, o oid, f4 real, f8 double precision,
  n4 numeric(4,2), n9 numeric(9,0), n18 numeric(18,7), n38 numeric(38,10), n numeric, dom money_like, d date, tm time, tz timetz,
  ts timestamp, tstz timestamptz, iv interval, u uuid, t text, v varchar(20), c char(6), j json, jb jsonb, bin bytea, e mood,
  arr integer[], rng int4range, ip inet);
INSERT INTO all_types SELECT i,
  CASE i % 3 WHEN 0 THEN true WHEN 1 THEN false END, (hashint8(i) % 32768)::int2, hashint8(i + 1), hashint8extended(i, 2),
  (hashint8(i) & 2147483647)::oid, CASE WHEN i % 7 = 0 THEN '-0' WHEN i % 11 = 0 THEN 'NaN' ELSE (hashint8(i) / 997.0)::float4 END,
  CASE WHEN i % 7 = 0 THEN '-0'::float8 WHEN i % 11 = 0 THEN 'Infinity' ELSE hashint8extended(i, 3) / 7919.0 END,
  (hashint8(i) % 10000) / 100.0, hashint8(i) % 1000000000, hashint8extended(i, 4) / 10000000000.0 / 100,
  (hashint8extended(i, 5)::numeric * hashint8extended(i, 6)) / 100000000000, hashint8(i)::numeric / (1 + abs(i) % 100), (hashint8(i) % 100000) / 100.0,
  CASE WHEN i % 13 = 0 THEN 'infinity' WHEN i % 17 = 0 THEN '-infinity' ELSE date '2000-01-01' + (hashint8(i) % 500000) END,
  time '00:00' + (hashint8extended(i, 7) % 86400000000) * interval '1 microsecond',
  (time '00:00' + (abs(hashint8extended(i, 7)) % 86400000000) * interval '1 microsecond')::time AT TIME ZONE '+05:30',
  CASE WHEN i % 13 = 0 THEN 'infinity' ELSE timestamp '2000-01-01' + (hashint8extended(i, 8) % 10000000000000000) * interval '1 microsecond' END,
  CASE WHEN i % 17 = 0 THEN '-infinity' ELSE timestamptz '2000-01-01' + (hashint8extended(i, 9) % 10000000000000000) * interval '1 microsecond' END,
  make_interval(months => hashint8(i) % 100, days => hashint8(i + 1) % 100, secs => (hashint8(i + 2) % 100000) / 1000.0),
  md5(i::text)::uuid, CASE WHEN i % 5 = 0 THEN NULL WHEN i % 5 = 1 THEN '' ELSE 'Straße ' || repeat(md5(i::text), i::int % 4) END,
  left(md5(i::text), abs(i::int) % 21), left(md5(i::text), abs(i::int) % 6), json_build_object('k', i, 's', md5(i::text)),
  jsonb_build_object('k', i, 'list', jsonb_build_array(i, i / 3.0, NULL, 'x')), decode(md5(i::text), 'hex'),
  (ARRAY['sad', 'ok', 'happy']::mood[])[1 + abs(i) % 3], CASE WHEN i % 4 > 0 THEN ARRAY[i, NULL, i * 2]::int[] END,
  int4range(i::int, i::int + 5), ('10.0.' || abs(i) % 256 || '.1')::inet
FROM generate_series(-1500, 1500) AS g(i);
INSERT INTO all_types (id) VALUES (9223372036854775807), (-9223372036854775808);
CREATE TABLE pairs (tenant text, id numeric(10,2), v text, PRIMARY KEY (tenant, id));
INSERT INTO pairs SELECT 'T' || i % 7, i / 4.0, md5(i::text) FROM generate_series(1, 3000) i;
CREATE TABLE bag (a int, b text);
INSERT INTO bag SELECT i % 50, 'x' || i % 50 FROM generate_series(1, 500) i;
CREATE TYPE pair AS (a int, b text);
CREATE TYPE shout; CREATE FUNCTION shout_in(cstring) RETURNS shout LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION shout_out(shout) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE shout (INPUT = shout_in, OUTPUT = shout_out, LIKE = text);
CREATE DOMAIN glad AS mood;
CREATE FUNCTION same(shout) RETURNS text LANGUAGE sql AS $$ SELECT 'same' $$; CREATE CAST (shout AS text) WITH FUNCTION same(shout);
CREATE FUNCTION same(mood) RETURNS text LANGUAGE sql AS $$ SELECT 'same' $$; CREATE CAST (mood AS text) WITH FUNCTION same(mood);
CREATE FUNCTION same(pair) RETURNS text LANGUAGE sql AS $$ SELECT 'same' $$; CREATE CAST (pair AS text) WITH FUNCTION same(pair);
CREATE TABLE own_types (id int PRIMARY KEY, o shout, oo shout[], e mood, d glad, p pair, r numrange, x xml, c cidr, m macaddr, n numeric);
INSERT INTO own_types SELECT i, NULLIF('o' || i % 7, 'o3')::shout, ARRAY['a' || i, NULL]::shout[], (ARRAY['sad', 'ok', NULL]::mood[])[1 + i % 3],
  (ARRAY['sad', 'ok', NULL]::mood[])[1 + i % 3], CASE WHEN i % 5 = 0 THEN NULL WHEN i % 5 = 1 THEN ROW(NULL, NULL)::pair ELSE ROW(i, 'b b')::pair END,
  numrange(i, i + 1.50), xmlparse(document '<?xml version="1.0" encoding="UTF-8"?><a>' || i || '</a>'), ('10.' || i % 200 || '.0.0/16')::cidr,
  '08:00:2b:01:02:03'::macaddr, i / 3.0 FROM generate_series(1, 300) i;
CREATE TABLE cash (id int PRIMARY KEY, m money);
INSERT INTO cash SELECT i, i::numeric::money FROM generate_series(1, 100) i;
)";

} // namespace

class TestDigests : public QObject
{
    Q_OBJECT
    PgServer m_server;
    std::unique_ptr<Source> m_source;

    /// Loads the table into a warehouse, then digests it at the source, in the warehouse and on the way.
    void compareAll(Source& source, const TableName& table, const KeyBuckets& buckets, bool pushed, bool keyOnly = false)
    {
        WarehouseFixture warehouse;
        auto snapshot = source.openSnapshot(table, {});
        VERIFY_OK(snapshot);
        const QStringList columns = namesOf((*snapshot)->shape());
        ReadSpec all;
        all.columns = columns;
        {
            auto read = (*snapshot)->read(all);
            VERIFY_OK(read);
            VERIFY_OK(warehouse.swap(kTarget, **read));
        }
        std::vector<ReadColumn> given;
        for (const ColumnShape& column : (*snapshot)->shape().columns)
            given.push_back({column.name, column.type});
        DigestSpec spec{columns, buckets, buckets.columns == columns, nullptr};
        spec.keyOnly = keyOnly;
        auto view = warehouse->view(kTarget, given, {});
        VERIFY_OK(view);
        const auto stored = (*view)->digest(spec, {});
        VERIFY_OK(stored);
        QVERIFY(stored->has_value());
        QVERIFY((*stored)->size() > 1);
        const auto told = (*snapshot)->digest(spec);
        VERIFY_OK(told);
        QCOMPARE(told->has_value(), pushed);
        if (pushed)
            explainDifference(**told, **stored, "the server");
        auto read = (*snapshot)->read(all);
        VERIFY_OK(read);
        const auto folded = foldDigest(**read, spec, {});
        VERIFY_OK(folded);
        explainDifference(*folded, **stored, "the read");
    }

    /// All three ways, of one table each; empty where the server is too old.
    void digestsOf(const char* table, const KeyBuckets& buckets, bool repeats, std::vector<Digest>& all)
    {
        WarehouseFixture warehouse;
        auto snapshot = m_source->openSnapshot({s("public"), s(table)}, {});
        VERIFY_OK(snapshot);
        std::vector<ReadColumn> given;
        for (const ColumnShape& column : (*snapshot)->shape().columns)
            given.push_back({column.name, column.type});
        ReadSpec rows;
        rows.columns = namesOf((*snapshot)->shape());
        const DigestSpec spec{rows.columns, buckets, repeats, nullptr};
        const auto told = (*snapshot)->digest(spec);
        VERIFY_OK(told);
        if (*told)
            all.push_back(**told);
        {
            auto read = (*snapshot)->read(rows);
            VERIFY_OK(read);
            VERIFY_OK(warehouse.swap(kTarget, **read));
        }
        auto view = warehouse->view(kTarget, given, {});
        VERIFY_OK(view);
        const auto stored = (*view)->digest(spec, {});
        VERIFY_OK(stored);
        QVERIFY(stored->has_value());
        all.push_back(**stored);
        auto read = (*snapshot)->read(rows);
        VERIFY_OK(read);
        const auto folded = foldDigest(**read, spec, {});
        VERIFY_OK(folded);
        all.push_back(*folded);
    }

    static void explainDifference(const Digest& a, const Digest& b, const char* who)
    {
        QVERIFY2(differingBuckets(a, b).empty(), qPrintable(QStringLiteral("%1 and the warehouse differ in %2 of %3 buckets")
            .arg(QLatin1String(who)).arg(differingBuckets(a, b).size()).arg(b.size())));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
        QVERIFY2(m_server.exec(s(kAllTypes)), qPrintable(m_server.error()));
        Result<std::unique_ptr<Source>> source = PostgresFactory().create(m_server.socketSettings(), {});
        VERIFY_OK(source);
        m_source = std::move(*source);
    }

    void allTypesAgree_data()
    {
        QTest::addColumn<int>("shift");
        QTest::newRow("ranges") << 5;
        QTest::newRow("single keys") << 0;
        QTest::newRow("hashes") << -1;
    }
    void allTypesAgree()
    {
        QFETCH(int, shift);
        compareAll(*m_source, {s("public"), s("all_types")},
            shift < 0 ? byHash({s("id")}) : byRange(s("id"), shift), m_server.value(s("SHOW server_version_num")).toInt() >= 140000);
    }

    // One integer key, folded to 32 bits: the same everywhere, and another for each key of a bucket.
    void foldedKeysAgree_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("shift");
        QTest::newRow("bigint, single keys") << s("all_types") << 0;
        QTest::newRow("bigint, ranges") << s("all_types") << 7;
        QTest::newRow("bigint, widest ranges") << s("all_types") << 32;
        QTest::newRow("int") << s("cash") << 3;
    }
    void foldedKeysAgree()
    {
        QFETCH(QString, table);
        QFETCH(int, shift);
        const bool pushed = m_server.value(s("SHOW server_version_num")).toInt() >= 140000;
        QVERIFY(foldsKey(byRange(s("id"), shift)));
        compareAll(*m_source, {s("public"), table}, byRange(s("id"), shift), pushed, true);
        if (!pushed || shift > 0)
            return;
        auto snapshot = m_source->openSnapshot({s("public"), table}, {});
        VERIFY_OK(snapshot);
        DigestSpec spec{{s("id")}, byRange(s("id"), 0)};
        spec.keyOnly = true;
        const auto digest = (*snapshot)->digest(spec);
        VERIFY_OK(digest);
        std::set<quint64> seen;
        for (const auto& [bucket, each] : **digest)
            seen.insert(each.mix);
        QVERIFY(seen.size() > (*digest)->size() - 3);   // the folds of two extremes may meet
    }
    void aWiderBucketIsNotFolded() { QVERIFY(!foldsKey(byRange(s("id"), 33)) && !foldsKey(byHash({s("id")}))); }

    // A wrong value in any column shows: the digest of one column alone differs from row to row.
    void everyColumnCounts()
    {
        auto snapshot = m_source->openSnapshot({s("public"), s("all_types")}, {});
        VERIFY_OK(snapshot);
        for (const ColumnShape& column : (*snapshot)->shape().columns) {
            const auto digest = (*snapshot)->digest({{column.name}, byRange(s("id"), 0), false, nullptr});
            VERIFY_OK(digest);
            if (!*digest)
                QSKIP("the server is too old to digest");
            std::set<quint64> seen;
            for (const auto& [bucket, each] : **digest)
                seen.insert(each.mix);
            QVERIFY2(seen.size() > 1, qPrintable(column.name));
        }
    }

    void compositeKeysAgree_T051() { compareAll(*m_source, {s("public"), s("pairs")}, byHash({s("tenant"), s("id")}), true); }
    void rowsWithoutAKeyAgree() { compareAll(*m_source, {s("public"), s("bag")}, byHash({s("a"), s("b")}, 15), true); }

    // Two rows of a bucket exchange a cell at the source: a linear hash of the rows, summed, stays as it was.
    void exchangedCellsShow_T033_data()
    {
        QTest::addColumn<bool>("repeats");
        QTest::newRow("xor, by key") << false;
        QTest::newRow("sum, rows may repeat") << true;
    }
    void exchangedCellsShow_T033()
    {
        QFETCH(bool, repeats);
        QVERIFY2(m_server.exec(s("DROP TABLE IF EXISTS kept, exchanged; CREATE TABLE kept (id int PRIMARY KEY, a int, b text); "
            "CREATE TABLE exchanged (LIKE kept INCLUDING ALL); "
            "INSERT INTO kept SELECT i, hashint4(i), 'b' || i FROM generate_series(0, 9999) i; "
            "INSERT INTO exchanged SELECT i, hashint4(i), 'b' || (i # 1) FROM generate_series(0, 9999) i;")), qPrintable(m_server.error()));
        std::vector<Digest> before;
        std::vector<Digest> after;
        digestsOf("kept", byRange(s("id"), 1), repeats, before);
        digestsOf("exchanged", byRange(s("id"), 1), repeats, after);
        QVERIFY(before.size() >= 2);
        QCOMPARE(after.size(), before.size());
        for (std::size_t way = 0; way < before.size(); ++way) {
            QVERIFY(differingBuckets(before[way], before[0]).empty());
            QCOMPARE(differingBuckets(before[way], after[way]).size(), std::size_t{5000});
        }
    }
    void exchangedCellsShowWithoutAKey_T033()
    {
        QVERIFY2(m_server.exec(s("CREATE TABLE kl (a int, b text); INSERT INTO kl VALUES (21, 'paid'), (1021, 'open21'); "
            "CREATE TABLE kl_exchanged (a int, b text); INSERT INTO kl_exchanged VALUES (21, 'open21'), (1021, 'paid');")), qPrintable(m_server.error()));
        std::vector<Digest> before;
        std::vector<Digest> after;
        digestsOf("kl", byHash({s("a"), s("b")}, 0), true, before);
        digestsOf("kl_exchanged", byHash({s("a"), s("b")}, 0), true, after);
        QVERIFY(before.size() >= 2);
        QCOMPARE(after.size(), before.size());
        for (std::size_t way = 0; way < before.size(); ++way)
            QCOMPARE(differingBuckets(before[way], after[way]), std::vector<qint64>{0});
    }
    // Types whose owner made "::text" something else: all three ways tell them by their own output.
    void castsOfTheirOwnAgree_T084()
    {
        const bool pushed = m_server.value(s("SHOW server_version_num")).toInt() >= 140000;
        compareAll(*m_source, {s("public"), s("own_types")}, byRange(s("id"), 3), pushed);
        if (!pushed)
            return;
        auto snapshot = m_source->openSnapshot({s("public"), s("own_types")}, {});
        VERIFY_OK(snapshot);
        for (const QString& column : {s("o"), s("e"), s("d"), s("p")}) {
            const auto digest = (*snapshot)->digest({{column}, byRange(s("id"), 0), false, nullptr});
            VERIFY_OK(digest);
            std::set<quint64> seen;
            for (const auto& [bucket, each] : **digest)
                seen.insert(each.mix);
            QVERIFY2(seen.size() > 2, qPrintable(column));
        }
    }
    /// No cheap form at the server: the rows are read instead.
    void moneyIsReadInstead() { compareAll(*m_source, {s("public"), s("cash")}, byRange(s("id"), 3), false); }

    /// The planner takes each key for a group of its own; sorted rows would fill the server's disk.
    void theServerSortsNoRows()
    {
        QVERIFY(m_server.exec(s("CREATE TABLE many (id bigint PRIMARY KEY, note text); "
            "INSERT INTO many SELECT i, repeat(md5(i::text), 4) FROM generate_series(1, 60000) i; ANALYZE many; "
            "ALTER DATABASE postgres SET work_mem = '64kB'; ALTER DATABASE postgres SET temp_file_limit = 0;")));
        Result<std::unique_ptr<Source>> source = PostgresFactory().create(m_server.socketSettings(), {});
        VERIFY_OK(source);
        auto snapshot = (*source)->openSnapshot({s("public"), s("many")}, {});
        QVERIFY(m_server.exec(s("ALTER DATABASE postgres RESET ALL;")));
        VERIFY_OK(snapshot);
        const auto digest = (*snapshot)->digest({{s("id"), s("note")}, byRange(s("id"), 10), false, nullptr});
        VERIFY_OK(digest);
        if (!*digest)
            QSKIP("the server is too old to digest");
        QCOMPARE(rowsOf(**digest), 60000);
    }

    /// Nor does one process of the server scan alone because it expects as many groups as keys.
    void theServerSharesTheScan_data()
    {
        QTest::addColumn<QString>("bucket");
        QTest::newRow("ranges") << s("(id >> 10)");
        QTest::newRow("the hash itself") << s("(pg_catalog.hashint8extended(id, 0) & 15)");
    }
    void theServerSharesTheScan()
    {
        QFETCH(QString, bucket);
        const std::string sql = pg::digestSql("shared", bucket.toStdString(), "pg_catalog.hashint8extended(id, 0)", false, "");
        QVERIFY(m_server.exec(s("CREATE TABLE IF NOT EXISTS shared AS SELECT i::bigint AS id FROM generate_series(1, 60000) i; ANALYZE shared;")));
        const QString plan = m_server.rows(s("SET max_parallel_workers_per_gather = 2; SET min_parallel_table_scan_size = 0; "
            "SET parallel_setup_cost = 0; EXPLAIN ") + QString::fromStdString(sql) + s(";")).join(QLatin1Char('\n'));
        QVERIFY2(plan.contains(s("Partial HashAggregate")), qPrintable(plan));
        QVERIFY2(!plan.contains(s("rows=60000")), qPrintable(plan));
    }

    void partsAreTheirRowsOnly()
    {
        auto snapshot = m_source->openSnapshot({s("public"), s("all_types")}, {});
        VERIFY_OK(snapshot);
        const KeyPart part{byRange(s("id"), 4), {-3, 0, 1}};
        const auto within = (*snapshot)->digest({{s("i8")}, byRange(s("id"), 2), false, &part});
        VERIFY_OK(within);
        QCOMPARE(rowsOf(**within), 48);
        ReadSpec spec;
        spec.columns = QStringList{s("id")};
        spec.part = part;
        auto read = (*snapshot)->read(spec);
        VERIFY_OK(read);
        const auto folded = foldDigest(**read, {{s("id")}, part.buckets, false, nullptr}, {});
        VERIFY_OK(folded);
        QCOMPARE(rowsOf(*folded), 48);
        QCOMPARE((*read)->counters().rows.load(), 48);
    }

    void sqliteAgrees()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(s("a.sqlite"));
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(file.toUtf8().constData(), &db), SQLITE_OK);
        const char sql[] = "CREATE TABLE t (id INTEGER PRIMARY KEY, i INT, r REAL, x TEXT, b BLOB, d DATE, ts DATETIME, n DECIMAL(12,2), f BOOLEAN);"
            "WITH RECURSIVE n(i) AS (SELECT -700 UNION ALL SELECT i + 1 FROM n WHERE i < 700) INSERT INTO t SELECT i, random(), random() / 7.0,"
            "  CASE i % 4 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE hex(randomblob(abs(i % 30))) END, randomblob(abs(i % 40)),"
            "  date('2020-01-01', i || ' days'), datetime('2020-01-01', i * 977 || ' seconds'), i / 4.0, i % 2 FROM n;";
        QCOMPARE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(db);
        Result<std::unique_ptr<Source>> source = SqliteFactory().create({{s("path"), file}}, {});
        VERIFY_OK(source);
        compareAll(**source, {{}, s("t")}, byRange(s("id"), 4), false);
        compareAll(**source, {{}, s("t")}, byHash({s("id")}), false);
        // Ranges of the rowid are read by themselves.
        auto snapshot = (*source)->openSnapshot({{}, s("t")}, {});
        VERIFY_OK(snapshot);
        ReadSpec spec;
        spec.columns = QStringList{s("id"), s("x")};
        spec.part = KeyPart{byRange(s("id"), 4), {-2, 5}};
        auto read = (*snapshot)->read(spec);
        VERIFY_OK(read);
        const auto folded = foldDigest(**read, {{s("id")}, spec.part->buckets, false, nullptr}, {});
        VERIFY_OK(folded);
        QCOMPARE((*read)->counters().rows.load(), 32);
    }
};

QTEST_GUILESS_MAIN(TestDigests)
#include "tst_digests.moc"
