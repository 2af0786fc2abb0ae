// SPDX-License-Identifier: GPL-3.0-or-later
// Listing, options, keys, odd names, privileges, errors of tables.
#include "tests/postgres/pgtesting.h"

#include <QElapsedTimer>

using namespace leat;
using namespace leat::test;

namespace {

/// Names that break those who quote badly (T067, T160).
QStringList tortureNames()
{
    return {s("select"), s("with space"), s("dot.ted"), s("quo\"te"), s("sing'le"), s("back\\slash"), s("new\nline"), s("100%"), s("1leading"),
        s("😀"), s("שלום"), s(" "), s("Mixed"), s("mixed"), s("MIXED"), s("a\" from t; drop table t; --\""), s("$1"), s("${x}"), s("--"), s("/*"),
        s("xmin2"), s("tab\there"), s("semi;colon"), s("é"), s("e\xCC\x81"), s("null"), s("{brace}"), s("[1]"), s("*"), s("?")};
}

QString quoted(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), s("\"\"")) + QLatin1Char('"');
}

const TableListing* find(const std::vector<TableListing>& list, const TableName& name)
{
    for (const TableListing& t : list)
        if (t.table == name)
            return &t;
    return nullptr;
}

} // namespace

class TestPgSource : public QObject
{
    Q_OBJECT
    PgServer m_server;
    std::unique_ptr<Source> m_source;

    std::unique_ptr<Source> as(const char* user, const char* database = "postgres")
    {
        return makeSource(m_server.socketSettings(s(database), s(user)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
        QVERIFY2(m_server.exec(s("CREATE ROLE reader LOGIN; CREATE SCHEMA audit; CREATE EXTENSION postgres_fdw;"
            "CREATE TABLE orders (id bigserial PRIMARY KEY, note text, updated_at timestamptz, code int UNIQUE NOT NULL); COMMENT ON TABLE orders IS 'What was sold';"
            "COMMENT ON COLUMN orders.note IS 'free text'; CREATE INDEX ON orders (updated_at);"
            "INSERT INTO orders (note, updated_at, code) SELECT 'n', CASE WHEN i % 4 > 0 THEN now() END, i FROM generate_series(1, 100) i; ANALYZE orders;"
            "CREATE TABLE audit.log (a int, b int); INSERT INTO audit.log VALUES (1, 1), (1, 1), (2, NULL), (3, 3);"
            "CREATE TABLE parted (id int, at date) PARTITION BY RANGE (id); CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (100);"
            "CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM (100) TO (200) PARTITION BY RANGE (id); CREATE TABLE parted_2a PARTITION OF parted_2 FOR VALUES FROM (100) TO (200);"
            "INSERT INTO parted SELECT i, now() FROM generate_series(0, 199) i; ANALYZE parted; ANALYZE parted_1; ANALYZE parted_2a;"
            "CREATE TABLE animal (id int); CREATE TABLE cat (lives int) INHERITS (animal); INSERT INTO animal VALUES (1); INSERT INTO cat VALUES (2, 9);"
            "CREATE VIEW v AS SELECT * FROM orders; CREATE MATERIALIZED VIEW mv AS SELECT id FROM orders; CREATE MATERIALIZED VIEW mv_empty AS SELECT 1 AS x WITH NO DATA;"
            "CREATE TABLE nothing (); CREATE TABLE generated (id int PRIMARY KEY, twice int GENERATED ALWAYS AS (id * 2) STORED); INSERT INTO generated VALUES (21);"
            "CREATE TABLE secured (id int); INSERT INTO secured VALUES (1), (2); ALTER TABLE secured ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON secured USING (id = 1);"
            "CREATE TABLE columns_only (a int, b int, c int); INSERT INTO columns_only VALUES (1, 2, 3); GRANT SELECT (a, c) ON columns_only TO reader;"
            "CREATE TABLE closed (id int); GRANT SELECT ON orders, secured, nothing TO reader;")), qPrintable(m_server.error()));
        QVERIFY2(m_server.exec(QStringLiteral("CREATE SERVER self FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '%1', port '%2', dbname 'postgres');"
            "CREATE USER MAPPING FOR postgres SERVER self OPTIONS (user 'postgres'); CREATE FOREIGN TABLE distant (id bigint, note text) SERVER self OPTIONS (table_name 'orders')")
            .arg(m_server.socketDir()).arg(m_server.port())), qPrintable(m_server.error()));
        m_source = as("postgres");
        QVERIFY(m_source);
    }

    void lists()
    {
        const auto list = m_source->listTables({});
        QVERIFY2(list.has_value(), list ? "" : qPrintable(list.error().detail));
        const TableListing* orders = find(*list, table("orders"));
        QVERIFY(orders);
        QVERIFY(orders->kind == TableKind::Table);
        QCOMPARE(orders->estimatedRows, 100);
        QVERIFY(orders->sizeBytes > 0);
        QCOMPARE(orders->comment, s("What was sold"));
        QCOMPARE(orders->primaryKey, QStringList{s("id")});
        QCOMPARE(orders->suggestedCursor, s("updated_at"));
        QVERIFY(orders->suggested == SyncType::Incremental);
        QVERIFY(!orders->reason.isEmpty());
        const TableListing* parted = find(*list, table("parted"));   // T071: one table
        QVERIFY(parted && parted->kind == TableKind::PartitionedTable);
        QCOMPARE(parted->estimatedRows, 200);
        for (const char* hidden : {"parted_1", "parted_2", "parted_2a", "cat"})
            QVERIFY2(!find(*list, table(hidden)), hidden);
        QVERIFY(find(*list, table("v"))->kind == TableKind::View);
        QVERIFY(find(*list, table("mv"))->kind == TableKind::MaterializedView);
        QVERIFY(find(*list, table("distant"))->kind == TableKind::ForeignTable);
        QVERIFY(find(*list, table("log", "audit")));
        QVERIFY(std::none_of(list->begin(), list->end(), [](const TableListing& t) { return t.table.nameSpace.startsWith(s("pg_")) || t.table.nameSpace == s("information_schema"); }));
    }

    void listShowsWhatMayNotBeRead()
    {
        const auto list = as("reader")->listTables({});
        QVERIFY(list.has_value());
        QVERIFY(find(*list, table("orders"))->readable);
        QVERIFY(find(*list, table("columns_only"))->readable);
        QVERIFY(!find(*list, table("closed"))->readable);
        QVERIFY(!find(*list, table("log", "audit"))->readable);
    }

    void namespacesFilter()
    {
        auto settings = m_server.socketSettings();
        settings[s("namespaces")] = s("audit, other");
        const auto list = makeSource(settings)->listTables({});
        QCOMPARE(list->size(), std::size_t{1});
    }

    void options()
    {
        const auto o = m_source->options(table("orders"), {});
        QVERIFY2(o.has_value(), o ? "" : qPrintable(o.error().detail));
        QCOMPARE(o->detectedPrimaryKeys, QStringList{s("id")});
        QCOMPARE(o->shape.uniqueKeys, (std::vector<QStringList>{{s("code")}}));
        QCOMPARE(o->shape.column(s("note"))->comment, s("free text"));
        QCOMPARE(o->shape.column(s("id"))->attribute, 1);
        QVERIFY(!o->shape.column(s("id"))->nullable);
        QCOMPARE(o->incrementalFields.front().field, s("updated_at"));
        QVERIFY(o->incrementalFields.front().indexed && o->incrementalFields.front().recommended);
        QCOMPARE(o->incrementalFields.front().nullShare, 0.25);
        QVERIFY(o->suggested == SyncType::Incremental);
        QCOMPARE(m_source->options(table("v"), {})->detectedPrimaryKeys, QStringList());
    }

    void keyChecks()
    {
        auto check = m_source->checkKey(table("log", "audit"), QStringList{s("a")}, {});
        QVERIFY(check && !check->unique && !check->hasNulls);
        QCOMPARE(check->examples, QStringList{s("1")});
        check = m_source->checkKey(table("log", "audit"), QStringList{s("a"), s("b")}, {});
        QVERIFY(check && !check->unique && check->hasNulls);
        QCOMPARE(check->examples, QStringList{s("1, 1")});
        check = m_source->checkKey(table("orders"), QStringList{s("id")}, {});
        QVERIFY(check && check->unique && !check->hasNulls);
        QVERIFY(m_source->checkKey(table("orders"), QStringList{s("gone")}, {}).error().code == ErrorCode::ColumnMissing);
    }

    void errorsOfTables_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("nameSpace");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* user, const char* name, const char* ns, const char* code) { QTest::newRow(name) << s(user) << s(name) << s(ns) << s(code); };
        row("postgres", "gone", "public", "table-missing");
        row("postgres", "t", "no_such_schema", "table-missing");
        row("reader", "closed", "public", "permission-denied");
        row("reader", "log", "audit", "permission-denied");
        row("reader", "secured", "public", "row-security");        // T075
        row("postgres", "nothing", "public", "nothing-selected");  // T070: no columns
        row("postgres", "mv_empty", "public", "source-query-failed");
    }

    void errorsOfTables()
    {
        QFETCH(QString, user);
        QFETCH(QString, name);
        QFETCH(QString, nameSpace);
        QFETCH(QString, code);
        auto source = as(qPrintable(user));
        for (int i = 0; i < 2; ++i) {   // the connection can be used again afterwards
            const auto snapshot = source->openSnapshot({nameSpace, name}, {});
            QVERIFY(!snapshot);
            QCOMPARE(toString(snapshot.error().code), code);
            QCOMPARE(snapshot.error().args.value(s("table")), nameSpace + QLatin1Char('.') + name);
        }
        QVERIFY(source->listTables({}).has_value());
    }

    void columnPrivileges()   // T076
    {
        const auto source = as("reader");
        const auto snapshot = source->openSnapshot(table("columns_only"), {});
        QVERIFY(snapshot.has_value());
        QCOMPARE(allColumns((*snapshot)->shape()), (QStringList{s("a"), s("c")}));
        ReadSpec spec;
        spec.columns = QStringList{s("a"), s("b")};
        const auto read = (*snapshot)->read(spec);
        QVERIFY(read.error().code == ErrorCode::PermissionDenied);
        QCOMPARE(read.error().args.value(s("column")), s("b"));
    }

    void everyKindIsRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("window");
        QTest::newRow("table") << s("orders") << 100 << true;
        QTest::newRow("partitioned") << s("parted") << 200 << true;
        QTest::newRow("inherited") << s("animal") << 2 << true;
        QTest::newRow("view") << s("v") << 100 << false;
        QTest::newRow("materialised") << s("mv") << 100 << false;
        QTest::newRow("foreign") << s("distant") << 100 << false;
        QTest::newRow("generated") << s("generated") << 1 << true;
    }

    void everyKindIsRead()
    {
        QFETCH(QString, name);
        QFETCH(int, rows);
        QFETCH(bool, window);
        const auto snapshot = m_source->openSnapshot({s("public"), name}, {});
        QVERIFY2(snapshot.has_value(), snapshot ? "" : qPrintable(snapshot.error().detail));
        QCOMPARE((*snapshot)->facts().windowPossible, window);
        ReadSpec spec;
        spec.columns = allColumns((*snapshot)->shape());
        const auto read = (*snapshot)->read(spec);
        Error error;
        QCOMPARE(readAll(**read, error), qint64(rows));
        QCOMPARE((*read)->counters().rows.load(), qint64(rows));
    }

    void oddNames()   // T067
    {
        QString columns;
        QString sql;
        const QStringList names = tortureNames();
        for (const QString& n : names)
            columns += (columns.isEmpty() ? QString() : s(", ")) + quoted(n) + s(" int");
        for (const QString& n : names)
            sql += s("CREATE SCHEMA %1; CREATE TABLE %1.%1 (%2); INSERT INTO %1.%1 (%3) VALUES (7);").arg(quoted(n), columns, quoted(names.first()));
        sql.replace(s("CREATE SCHEMA \"Mixed\""), s("CREATE SCHEMA \"Mixed\""));
        QVERIFY2(m_server.exec(s("CREATE DATABASE odd")), qPrintable(m_server.error()));
        QVERIFY2(m_server.exec(sql, s("odd")), qPrintable(m_server.error()));
        auto source = as("postgres", "odd");
        const auto list = source->listTables({});
        QVERIFY(list.has_value());
        QCOMPARE(list->size(), static_cast<std::size_t>(names.size()));
        for (const QString& n : names) {
            const auto snapshot = source->openSnapshot({n, n}, {});
            QVERIFY2(snapshot.has_value(), qPrintable(n));
            QCOMPARE(allColumns((*snapshot)->shape()), names);
            ReadSpec spec;
            spec.columns = names;
            spec.cursorColumn = names.first();
            spec.cursorFrom = s("5");
            const auto read = (*snapshot)->read(spec);
            Error error;
            QCOMPARE(readAll(**read, error), qint64(1));
            QCOMPARE((*snapshot)->maxCursor(n).value().has_value(), n == names.first());
            QCOMPARE((*snapshot)->countNulls(n).value(), n == names.first() ? 0 : 1);
            QVERIFY(source->checkKey({n, n}, QStringList{n}, {}).has_value());
            QVERIFY(source->options({n, n}, {}).has_value());
        }
    }

    void thousandTables()
    {
        QString sql;
        for (int i = 0; i < 1000; ++i)
            sql += QStringLiteral("CREATE TABLE t%1 (id bigint PRIMARY KEY, a text, b numeric(10,2), updated_at timestamptz NOT NULL); CREATE INDEX ON t%1 (updated_at);"
                                  "INSERT INTO t%1 SELECT i, 'x', i, now() FROM generate_series(1, 20) i;").arg(i);
        QVERIFY(m_server.exec(s("CREATE DATABASE many")));
        QVERIFY2(m_server.exec(sql, s("many")), qPrintable(m_server.error()));
        auto source = as("postgres", "many");
        QVERIFY(source->check({}, {})->ok());
        QElapsedTimer timer;
        timer.start();
        const auto list = source->listTables({});
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        qInfo("1,000 tables listed in %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(list->size(), std::size_t{1000});
        timer.start();
        for (int i = 0; i < 1000; ++i) {
            const auto snapshot = source->openSnapshot({s("public"), QStringLiteral("t%1").arg(i)}, {});
            ReadSpec spec;
            spec.columns = allColumns((*snapshot)->shape());
            spec.readers = 2;
            const auto read = (*snapshot)->read(spec);
            QCOMPARE((*read)->usefulReaders(), 1);
            Error error;
            QCOMPARE(readAll(**read, error), qint64(20));
        }
        qInfo("1,000 tables described and read in %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
    }

    void widestTable()   // T069
    {
        QString sql = s("CREATE TABLE widest (c0 int");
        for (int i = 1; i < 1600; ++i)
            sql += QStringLiteral(", c%1 smallint").arg(i);
        QVERIFY(m_server.exec(sql + s("); INSERT INTO widest (c0) SELECT i FROM generate_series(1, 1000) i")));
        const auto snapshot = m_source->openSnapshot(table("widest"), {});
        QVERIFY(snapshot.has_value());
        ReadSpec spec;
        spec.columns = allColumns((*snapshot)->shape());
        QCOMPARE(spec.columns.size(), 1600);
        const auto read = (*snapshot)->read(spec);
        Error error;
        QCOMPARE(readAll(**read, error), qint64(1000));
    }

    // T060: what changes between the snapshot's description and the read has its own error, or waits.
    void tableDroppedBetweenRuns()
    {
        QVERIFY(m_server.exec(s("CREATE TABLE brief (id int)")));
        QVERIFY(m_source->openSnapshot(table("brief"), {}).has_value());
        QVERIFY(m_server.exec(s("DROP TABLE brief")));
        QVERIFY(m_source->openSnapshot(table("brief"), {}).error().code == ErrorCode::TableMissing);
    }

    void statementTimeout()   // T154
    {
        auto settings = m_server.socketSettings();
        settings[s("statement_timeout")] = s("1");
        QVERIFY(m_server.exec(s("CREATE VIEW slow AS SELECT pg_sleep(5)::text AS v")));
        auto source = makeSource(settings);
        const auto check = source->checkKey(table("slow"), QStringList{s("v")}, {});
        QVERIFY(check.error().code == ErrorCode::QueryTimeout);
        QCOMPARE(check.error().sqlState, s("57014"));
    }
};

QTEST_GUILESS_MAIN(TestPgSource)
#include "tst_pgsource.moc"
