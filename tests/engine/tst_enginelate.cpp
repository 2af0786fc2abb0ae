// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that are committed late, moved, deleted or spelled otherwise at a real PostgreSQL, end to end.
#include "tests/support/enginefixture.h"
#include "tests/support/heldpoint.h"
#include "tests/support/pgserver.h"

#include <QFile>
#include <QTest>

#include <libpq-fe.h>

#include <unistd.h>

using namespace leat;
using namespace leat::test;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QString kPg = s("pg");

/// A client whose transaction stays open for as long as it likes.
class Client
{
public:
    Client(const PgServer& server, const QString& database)
        : m_connection(PQconnectdb(s("host=%1 port=%2 user=postgres dbname=%3").arg(server.socketDir()).arg(server.port()).arg(database).toUtf8()))
    {
    }
    ~Client() { PQfinish(m_connection); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    void run(const char* sql)
    {
        PGresult* r = PQexec(m_connection, sql);
        if (PQresultStatus(r) != PGRES_COMMAND_OK && PQresultStatus(r) != PGRES_TUPLES_OK)
            qFatal("%s: %s", sql, PQerrorMessage(m_connection));
        PQclear(r);
    }

private:
    PGconn* m_connection;
};

/// A database of one table, "t", and an engine that syncs it.
struct Place
{
    Place(PgServer& at, const QString& setup) : server(at), database(s("d%1").arg(++made))
    {
        if (!server.exec(s("CREATE DATABASE %1").arg(database)))
            qFatal("%s", qPrintable(server.error()));
        sql(setup);
        AddSource command;
        command.draft.name = kPg;
        command.draft.type = s("postgres");
        command.draft.settings = server.socketSettings(database);
        command.enableAll = true;
        if (!engine.askFor<SourceAdded>(std::move(command)))
            qFatal("no source");
        table = engine.id(kPg, s("t"));
    }
    ~Place() { failpoint::arm({}); }
    void sql(const QString& text)
    {
        if (!server.exec(text, database))
            qFatal("%s: %s", qPrintable(text), qPrintable(server.error()));
    }
    bool set(const QString& type, const QString& late, const QString& cursor = s("at"), const QString& key = s("id"))
    {
        QStringList fields{s("sync_type=") + type, s("late_commits=") + late, s("incremental_field=") + cursor};
        if (type == s("incremental"))
            fields << s("primary_key_columns=") + key;
        return bool(engine.set(table, fields)) && sync();
    }
    bool sync()
    {
        const RunInfo run = engine.sync(table);
        if (run.error)
            qWarning("%s %s", qPrintable(toString(run.error->code)), qPrintable(run.error->detail));
        return run.status == RunStatus::Completed;
    }
    /// Same rows, and none twice.
    bool equal()
    {
        const Result<VerifyReport> report = engine.verify(table);
        return report && report->equal() && report->sourceRows == report->warehouseRows;
    }
    Result<VerifyReport> repair() { return engine.askFor<VerifyReport>(VerifySchema{table, true}); }
    QString stored(const char* expression) { return engine.scalar(s("SELECT %1 FROM pg.t").arg(s(expression))); }

    static inline int made = 0;
    PgServer& server;
    QString database;
    EngineFixture engine;
    SchemaId table;
};

const QString kTable = s("CREATE TABLE t (id bigserial PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), v text);"
                         "CREATE INDEX ON t (at); CREATE TABLE other (x int);"
                         "INSERT INTO t (v) SELECT 'old' FROM generate_series(1, 100)");

} // namespace

class TestEngineLate : public QObject
{
    Q_OBJECT
    PgServer m_server;

private Q_SLOTS:
    void initTestCase()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
    }

    // A transaction that began first commits last; meanwhile the watermark passes its rows.
    void lateCommits_data()
    {
        QTest::addColumn<QString>("late");
        QTest::addColumn<QString>("cursor");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        for (const char* late : {"auto", "xmin", "cursor"}) {
            const auto row = [late](const char* name, const char* cursor, const char* before, const char* after) {
                QTest::addRow("%s by %s", name, late) << s(late) << s(cursor) << s(before) << s(after);
            };
            row("T001 a lower sequence number", "id", "INSERT INTO t (v) VALUES ('late')", "SELECT 1");
            row("T002 the start of the transaction", "at", "INSERT INTO other VALUES (1)", "INSERT INTO t (v) VALUES ('late')");
            row("T003 a time before an id", "at", "SELECT now()", "INSERT INTO t (v) VALUES ('late')");
            row("T004 a savepoint", "at", "SAVEPOINT s; INSERT INTO t (v) VALUES ('late'); RELEASE s", "SELECT 1");
        }
    }
    void lateCommits()
    {
        QFETCH(QString, late);
        QFETCH(QString, cursor);
        QFETCH(QString, before);
        QFETCH(QString, after);
        Place place(m_server, kTable);
        QVERIFY(place.set(s("incremental"), late, cursor));
        Client slow(m_server, place.database);
        slow.run("BEGIN");
        slow.run(before.toUtf8());
        place.sql(s("INSERT INTO t (v) VALUES ('quick')"));
        QVERIFY(place.sync());
        slow.run(after.toUtf8());
        slow.run("COMMIT");
        place.sql(s("INSERT INTO t (v) VALUES ('quick')"));
        QVERIFY(place.sync());
        if (late == s("cursor")) {
            // What a cursor alone can do is said, and verify finds and repairs the rest (T005).
            QVERIFY(place.engine.schema(kPg, s("t"))->guarantee == Guarantee::CursorOnly);
            const Result<VerifyReport> found = place.repair();
            QVERIFY(found && found->missing == 1 && found->repaired);
        }
        QVERIFY(place.equal());
        QCOMPARE(place.stored("count(*) FILTER (v = 'late')"), s("1"));
    }

    // Between the snapshot, the greatest value and the read, others commit rows.
    void rowsBetweenTheMaximumAndTheRead_T009_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("point");
        for (const char* type : {"incremental", "append"})
            for (const char* point : {"sync.snapshot-taken", "source.cursor-max", "sync.planned", "sync.load-begun"})
                QTest::addRow("%s, %s", type, point) << s(type) << s(point);
    }
    void rowsBetweenTheMaximumAndTheRead_T009()
    {
        QFETCH(QString, type);
        QFETCH(QString, point);
        Place place(m_server, kTable);
        QVERIFY(place.set(type, s("cursor")));
        {
            HeldPoint held(place.engine.dir(), point.toUtf8().constData());
            const Result<SyncAccepted> sync = place.engine.askFor<SyncAccepted>(SyncSchemas{{place.table}, Trigger::Manual});
            QVERIFY(sync);
            QTRY_VERIFY(held.isReached());
            place.sql(s("INSERT INTO t (v) VALUES ('one')"));
            place.sql(s("INSERT INTO t (v) VALUES ('two')"));
            held.letGo();
            QVERIFY(place.engine.waitForRun(sync->runs.front())->status == RunStatus::Completed);
        }
        QVERIFY(place.sync());
        QCOMPARE(place.stored("count(*) || ' ' || count(DISTINCT id)"), s("102 102"));
        QVERIFY(place.equal());
    }

    // A table is emptied and its numbers start again: rows that are there now arrive, and the old ones are found.
    void truncateAndStartAgain_T014_T043_data()
    {
        QTest::addColumn<QString>("late");
        for (const char* late : {"auto", "cursor"})
            QTest::newRow(late) << s(late);
    }
    void truncateAndStartAgain_T014_T043()
    {
        QFETCH(QString, late);
        Place place(m_server, kTable);
        QVERIFY(place.set(s("incremental"), late, s("id")));
        place.sql(s("TRUNCATE t RESTART IDENTITY; INSERT INTO t (v) VALUES ('new'), ('new')"));
        QVERIFY(place.sync());
        QCOMPARE(place.stored("count(*) FILTER (v = 'new')"), s("2"));
        if (late == s("auto")) {
            const Result<VerifyReport> found = place.engine.verify(place.table);
            QVERIFY(found);
            QCOMPARE(found->extra, 98);
            return;
        }
        QVERIFY(place.equal());
    }

    // Two rows swap their keys, others get new ones: an incremental sync keeps the old keys until a repair.
    void changedKeys_T044()
    {
        Place place(m_server, kTable);
        QVERIFY(place.set(s("incremental"), s("auto")));
        place.sql(s("ALTER TABLE t DROP CONSTRAINT t_pkey; ALTER TABLE t ADD PRIMARY KEY (id) DEFERRABLE;"
                    "UPDATE t SET id = 3 - id, v = 'swapped ' || id, at = now() WHERE id IN (1, 2);"
                    "UPDATE t SET id = id + 1000, v = 'moved', at = now() WHERE id IN (50, 51);"));
        QVERIFY(place.sync());
        QCOMPARE(place.stored("string_agg(v, ', ' ORDER BY id) FILTER (id < 3)"), s("swapped 2, swapped 1"));
        const Result<VerifyReport> found = place.repair();
        QVERIFY(found && found->repaired);
        QCOMPARE(found->extraKeys, (QStringList{s("50"), s("51")}));
        QCOMPARE(found->differing + found->missing, 0);
        QVERIFY(place.equal());
    }

    // 'a' and 'A' are one key of a citext column, and two of a text column in the warehouse.
    void keysThatAreEqualAtTheSourceOnly_T050()
    {
        Place place(m_server, s("CREATE EXTENSION citext; CREATE TABLE t (id citext PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), v int);"
                                "INSERT INTO t (id, v) VALUES ('a', 1), ('b', 2)"));
        QVERIFY(place.set(s("incremental"), s("auto")));
        place.sql(s("UPDATE t SET id = 'A', at = now() WHERE id = 'a'"));
        QVERIFY(place.sync());
        const Result<VerifyReport> found = place.repair();
        QVERIFY(found && (found->extra == 0 || found->repaired));
        QVERIFY(place.equal());
        QCOMPARE(place.stored("string_agg(id, ',' ORDER BY id)"), s("A,b"));
    }

    // 1.0 and 1.00 are one value of a numeric key: respelled, the row is still one row.
    void keysThatAreSpelledAnew_T051_data()
    {
        QTest::addColumn<QString>("type");
        for (const char* type : {"numeric", "numeric(10,3)", "char(5)", "float8"})
            QTest::newRow(type) << s(type);
    }
    void keysThatAreSpelledAnew_T051()
    {
        QFETCH(QString, type);
        Place place(m_server, s("CREATE TABLE t (id %1 PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), v int);"
                                "INSERT INTO t (id, v) VALUES ('1.0', 1), ('2', 2), ('0', 3)").arg(type));
        QVERIFY(place.set(s("incremental"), s("auto")));
        place.sql(s("UPDATE t SET id = %1, v = 10, at = now() WHERE v = 1; UPDATE t SET id = %2, v = 30, at = now() WHERE v = 3")
            .arg(type == s("char(5)") ? s("'1.0  '") : s("1.00"), type == s("float8") ? s("'-0'") : s("'0'")));
        QVERIFY(place.sync());
        QCOMPARE(place.stored("count(*)"), s("3"));
        QCOMPARE(place.stored("string_agg(v::VARCHAR, ',' ORDER BY v)"), s("2,10,30"));
        QVERIFY(place.equal());
    }

    void deleteAndInsertOfOneKey_T052_data()
    {
        QTest::addColumn<QString>("late");
        for (const char* late : {"auto", "xmin", "cursor"})
            QTest::newRow(late) << s(late);
    }
    void deleteAndInsertOfOneKey_T052()
    {
        QFETCH(QString, late);
        Place place(m_server, kTable);
        QVERIFY(place.set(s("incremental"), late));
        place.sql(s("BEGIN; DELETE FROM t WHERE id = 5; INSERT INTO t VALUES (5, clock_timestamp(), 'again');"
                    "INSERT INTO t VALUES (200, clock_timestamp(), 'x'); DELETE FROM t WHERE id = 200; INSERT INTO t VALUES (200, clock_timestamp(), 'y');"
                    "INSERT INTO t VALUES (201, clock_timestamp(), 'never'); DELETE FROM t WHERE id = 201; COMMIT"));
        QVERIFY(place.sync());
        QCOMPARE(place.stored("string_agg(v, ',' ORDER BY id) FILTER (id IN (5, 200, 201))"), s("again,y"));
        QVERIFY(place.equal());
    }

    // An hour that comes twice: local times without a zone go back. The exact window does not look at them,
    // a cursor needs a lookback over the hour.
    void anHourThatComesTwice_T019_data()
    {
        QTest::addColumn<QString>("late");
        QTest::addColumn<int>("lookback");
        QTest::newRow("auto") << s("auto") << 0;
        QTest::newRow("cursor with two hours") << s("cursor") << 7200;
    }
    void anHourThatComesTwice_T019()
    {
        QFETCH(QString, late);
        QFETCH(int, lookback);
        Place place(m_server, s("CREATE TABLE t (id int PRIMARY KEY, at timestamp NOT NULL, v text); INSERT INTO t VALUES (1, '2026-10-25 02:59:00', 'summer')"));
        QVERIFY(place.engine.set(place.table, {s("incremental_field_lookback_seconds=%1").arg(lookback)}));
        QVERIFY(place.set(s("incremental"), late));
        place.sql(s("INSERT INTO t VALUES (2, '2026-10-25 02:05:00', 'winter'); UPDATE t SET v = 'winter', at = '2026-10-25 02:10:00' WHERE id = 1"));
        QVERIFY(place.sync());
        QVERIFY(place.equal());
        place.sql(s("INSERT INTO t VALUES (3, '2026-10-25 03:00:00', 'winter')"));
        QVERIFY(place.sync());
        QVERIFY(place.equal());
    }

    // After a crash an unlogged table is empty: no reason to empty the warehouse.
    void anUnloggedTableAfterACrash_T074()
    {
        PgServer server;
        QVERIFY2(server.start(), qPrintable(server.error()));
        Place place(server, s("CREATE UNLOGGED TABLE t (id int PRIMARY KEY, v text); INSERT INTO t SELECT i, 'x' FROM generate_series(1, 50) i"));
        QVERIFY(place.sync());
        QVERIFY(server.exec(s("CHECKPOINT")));
        server.stop();
        QVERIFY2(server.launch(), qPrintable(server.error()));
        QCOMPARE(server.value(s("SELECT count(*) FROM t"), place.database), s("0"));
        RunInfo run = place.engine.sync(place.table);
        for (int i = 0; i < 3 && run.status == RunStatus::Failed; ++i)
            run = place.engine.sync(place.table);   // connections of before the crash
        QVERIFY(run.status == RunStatus::HeldBack);
        QCOMPARE(place.stored("count(*)"), s("50"));
    }

    // What the server says beside its rows belongs in no terminal and no journal.
    void noticesGoNowhere_T167()
    {
        Place place(m_server, s("CREATE FUNCTION talk() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'canary'; RAISE NOTICE 'canary'; RETURN 1; END $$;"
                                "CREATE VIEW t AS SELECT talk() AS id"));
        const QString file = place.engine.dir() + s("/stderr");
        const int before = ::dup(STDERR_FILENO);
        QVERIFY(std::freopen(file.toUtf8().constData(), "w", stderr));
        const RunInfo run = place.engine.sync(place.table);
        std::fflush(stderr);
        ::dup2(before, STDERR_FILENO);
        ::close(before);
        QVERIFY(run.status == RunStatus::Completed);
        QFile said(file);
        QVERIFY(said.open(QIODevice::ReadOnly));
        QVERIFY(!said.readAll().contains("canary"));
        const Result<LogPage> log = place.engine.askFor<LogPage>(LoadRunLog{run.id, 0, 100});
        QVERIFY(log && std::none_of(log->lines.begin(), log->lines.end(), [](const LogLine& line) { return line.text.contains(s("canary")); }));
    }
};

QTEST_GUILESS_MAIN(TestEngineLate)
#include "tst_enginelate.moc"
