// SPDX-License-Identifier: GPL-3.0-or-later
// Deletes, end to end (W11–W15): what is gone at the source is marked, deleted or purged; what cannot be told is left.
#include "engine/base/failpoint.h"
#include "tests/support/handclock.h"
#ifdef LEAT_FAILPOINTS
#include "tests/support/heldpoint.h"
#endif
#include "tests/support/people.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace leat;
using namespace leat::test;

namespace {

/// A SQLite table that syncs by cursor, with deletes as told.
struct Crm
{
    explicit Crm(const QStringList& more, const std::function<void(EngineOptions&)>& adjust = {}, const char* sql = kPeople) : engine(adjust)
    {
        EngineFixture::sqlite(file, sql);
        if (!engine.addSqlite(s("crm"), file, false).isValid() || !engine.set(id(), QStringList{s("should_sync=true"), s("sync_type=incremental"),
                s("incremental_field=updated_at"), s("primary_key_columns=id")} + more))
            qFatal("no table");
    }
    SchemaId id() const { return engine.id(s("crm"), s("people")); }
    SchemaInfo people() const { return *engine.schema(s("crm"), s("people")); }
    void sql(const QByteArray& text) { EngineFixture::sqlite(file, text); }
    Result<ReconcileReport> reconcile(const Confirmation& confirmation = {}) { return engine.askFor<ReconcileReport>(ReconcileSchema{id(), confirmation}); }
    Result<DestructivePreview> preview()
    {
        PreviewDestructive command;
        command.action = DestructiveAction::ReconcileDeletes;
        command.schemas = {id()};
        return engine.askFor<DestructivePreview>(command);
    }
    QString scalar(const char* text) { return engine.scalar(s(text)); }

    EngineFixture engine;
    QString file = engine.dir() + s("/a.sqlite");
};

} // namespace

class TestEngineReconcile : public QObject
{
    Q_OBJECT
    PgServer m_server;
    int m_sources = 0;

    /// A table of the server that syncs by cursor, in a new engine's source "pg".
    SchemaId addTable(EngineFixture& engine, const QString& table, const QStringList& more, const QString& user = s("postgres"))
    {
        if (!addPostgres(engine, m_server, {table}, user).isValid())
            return {};
        const SchemaId id = engine.id(s("pg"), table);
        const Result<void> set = engine.set(id, QStringList{s("sync_type=incremental"), s("incremental_field=updated_at")} + more);
        return set ? id : SchemaId();
    }
    Result<ReconcileReport> reconcile(EngineFixture& engine, SchemaId id) { return engine.askFor<ReconcileReport>(ReconcileSchema{id}); }

private Q_SLOTS:
    void initTestCase()
    {
        if (PgServer::missing().isEmpty())
            QVERIFY2(m_server.start(), qPrintable(m_server.error()));
    }
    void cleanup()
    {
#ifdef LEAT_FAILPOINTS
        failpoint::arm({});
#endif
    }

    // W15: a page that was deleted never comes by its cursor; T040: exactly those that are gone are marked.
    void goneRowsAreMarkedAndComeBack_W11_W15_T040()
    {
        Crm crm({s("deletes=soft")});
        crm.engine.sync(crm.id());
        crm.sql("DELETE FROM people WHERE id IN (7, 20000, 29000)");
        crm.engine.sync(crm.id());
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people"), s("30000"));
        const QString cursor = crm.people().cursorText;
        const QDateTime synced = crm.people().lastSyncedAt;

        const Result<ReconcileReport> report = crm.reconcile();
        QVERIFY(report);
        QCOMPARE(report->gone, 3);
        QCOMPARE(report->deleted, 3);
        QCOMPARE(report->goneKeys, (QStringList{s("7"), s("20000"), s("29000")}));
        QCOMPARE(report->missing, 0);
        QCOMPARE(report->sourceRows, 29997);
        QVERIFY(!report->held);
        QCOMPARE(crm.scalar("SELECT string_agg(id, ',' ORDER BY id) FROM crm.people WHERE _leat_deleted_at IS NOT NULL"), s("7,20000,29000"));
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people WHERE _leat_deleted_at > now() - INTERVAL 1 HOUR"), s("3"));
        QCOMPARE(crm.people().cursorText, cursor);
        QCOMPARE(crm.people().lastSyncedAt, synced);
        QVERIFY(crm.people().status == SchemaStatus::Ok);
        QVERIFY(tracksDeletes(crm.people()));
        const Result<HistoryPage> history = crm.engine.askFor<HistoryPage>(LoadHistory{});
        QCOMPARE(history->runs.front().mode, s("reconcile"));

        // Verify does not count what is marked; a second comparison finds nothing.
        QVERIFY(crm.engine.verify(crm.id())->equal());
        QCOMPARE(crm.reconcile()->gone, 0);

        // A key that comes back lives again with the next sync.
        crm.sql("INSERT INTO people VALUES (7, '2027-01-01 00:00:00', 'again')");
        const Result<ReconcileReport> pending = crm.reconcile();
        QVERIFY(pending);
        QCOMPARE(pending->pending, 1);
        QCOMPARE(pending->missing, 0);
        QVERIFY(crm.engine.sync(crm.id()).status == RunStatus::Completed);
        QCOMPARE(crm.scalar("SELECT name || coalesce(CAST(_leat_deleted_at AS VARCHAR), ' lives') FROM crm.people WHERE id = 7"), s("again lives"));
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people"), s("30000"));
        QVERIFY(crm.engine.verify(crm.id())->equal());

        const ReconcileNote note = crm.people().reconcile;
        crm.engine.reopen();
        QCOMPARE(crm.people().reconcile, note);
    }

    // A repair puts ranges right and leaves marks on what is gone for good.
    void aRepairKeepsTheMarks()
    {
        Crm crm({s("deletes=soft")});
        crm.engine.sync(crm.id());
        crm.sql("DELETE FROM people WHERE id IN (7, 8)");
        QCOMPARE(crm.reconcile()->deleted, 2);
        // 8 is back with an old time, which no cursor finds; 9 differs.
        crm.sql("INSERT INTO people VALUES (8, '2025-01-01 00:00:00', 'old'); UPDATE people SET name = 'other' WHERE id = 9");
        const Result<ReconcileReport> report = crm.reconcile();
        QVERIFY(report);
        QCOMPARE(report->missing, 1);
        QCOMPARE(report->missingKeys, QStringList{s("8")});
        const Result<VerifyReport> repaired = crm.engine.askFor<VerifyReport>(VerifySchema{crm.id(), true});
        QVERIFY(repaired && repaired->repaired);
        QCOMPARE(crm.scalar("SELECT string_agg(id, ',') FROM crm.people WHERE _leat_deleted_at IS NOT NULL"), s("7"));
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people"), s("30000"));
        QCOMPARE(crm.scalar("SELECT name FROM crm.people WHERE id = 8"), s("old"));
        QVERIFY(crm.engine.verify(crm.id())->equal());
    }

    // A copy of the whole table tells what is gone too, and forgets no mark; here because the greatest cursor went.
    void aNewCopyKeepsTheMarks()
    {
        Crm crm({s("deletes=soft")});
        crm.engine.sync(crm.id());
        crm.sql("DELETE FROM people WHERE id = 7");
        QCOMPARE(crm.reconcile()->deleted, 1);
        const QString when = crm.scalar("SELECT _leat_deleted_at FROM crm.people WHERE id = 7");
        crm.sql("DELETE FROM people WHERE id = 30000; INSERT INTO people VALUES (40000, '2025-01-01 00:00:00', 'late')");
        const RunInfo copy = crm.engine.sync(crm.id());
        QVERIFY(copy.status == RunStatus::Completed);
        QCOMPARE(copy.mode, s("full"));
        QCOMPARE(crm.scalar("SELECT string_agg(id, ',' ORDER BY id) FROM crm.people WHERE _leat_deleted_at IS NOT NULL"), s("7,30000"));
        QCOMPARE(crm.scalar("SELECT _leat_deleted_at FROM crm.people WHERE id = 7"), when);
        QCOMPARE(crm.scalar("SELECT name FROM crm.people WHERE id = 30000"), s("name 30000"));
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people WHERE _leat_deleted_at IS NULL"), s("29999"));
        QVERIFY(crm.engine.verify(crm.id())->equal());
        QCOMPARE(crm.reconcile()->gone, 0);
        // With hard deletes a copy is the source and nothing else.
        QVERIFY(crm.engine.set(crm.id(), {s("deletes=hard")}));
        QVERIFY(crm.engine.sync(crm.id(), true).status == RunStatus::Completed);
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people"), s("29999"));
    }

    void hardDeletesAndPurges_W13()
    {
        Crm crm({s("deletes=purge:30")});
        crm.engine.sync(crm.id());
        crm.sql("DELETE FROM people WHERE id <= 5");
        QCOMPARE(crm.reconcile()->deleted, 5);
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people"), s("30000"));
        QCOMPARE(crm.reconcile()->purged, 0);
        // Marked long enough: gone although nothing else is.
        crm.engine.close();
        QVERIFY(crm.engine.tryOpen());
        QVERIFY(crm.engine.set(crm.id(), {s("deletes=hard")}));
        crm.sql("DELETE FROM people WHERE id = 6");
        const Result<ReconcileReport> hard = crm.reconcile();
        QVERIFY(hard);
        QCOMPARE(hard->deleted, 1);
        QCOMPARE(hard->purged, 5);
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people"), s("29994"));
        QCOMPARE(crm.people().rows, 29994);
        QVERIFY(crm.engine.sync(crm.id()).status == RunStatus::Completed);
        QVERIFY(crm.engine.verify(crm.id())->equal());
    }

    // Marks are counted by the engine's clock: N whole days, not one second less, and no row besides.
    void marksArePurgedAfterTheirDays_W13()
    {
        const auto time = std::make_shared<HandTime>();
        Crm crm({s("deletes=purge:30")}, [time](EngineOptions& options) {
            options.makeClock = [time] { return std::make_unique<HandClock>(time); };
        });
        constexpr qint64 day = 24 * 3600 * 1000;
        crm.engine.sync(crm.id());
        crm.sql("DELETE FROM people WHERE id <= 5");
        QCOMPARE(crm.reconcile()->deleted, 5);
        time->turn(10 * day);
        crm.sql("DELETE FROM people WHERE id BETWEEN 6 AND 8");
        QCOMPARE(crm.reconcile()->deleted, 3);
        time->turn(20 * day - 1000);
        QCOMPARE(crm.reconcile()->purged, 0);
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people WHERE _leat_deleted_at IS NOT NULL"), s("8"));
        time->turn(1000);
        const Result<ReconcileReport> first = crm.reconcile();
        QCOMPARE(first->purged, 5);
        QCOMPARE(first->gone, 0);
        QCOMPARE(crm.scalar("SELECT string_agg(id, ',' ORDER BY id) FROM crm.people WHERE _leat_deleted_at IS NOT NULL"), s("6,7,8"));
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people"), s("29995"));
        QCOMPARE(crm.people().rows, 29995);
        time->turn(10 * day);
        QCOMPARE(crm.reconcile()->purged, 3);
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people"), s("29992"));
        QVERIFY(crm.engine.sync(crm.id()).status == RunStatus::Completed);
        QVERIFY(crm.engine.verify(crm.id())->equal());
    }

    // T041: above the limit it stops and asks; the answer counts for what was asked, and once.
    void theBrakeAsks_T041()
    {
        Crm crm({s("deletes=hard")});
        crm.engine.sync(crm.id());
        crm.sql("DELETE FROM people WHERE id <= 10000");
        const Result<ReconcileReport> held = crm.reconcile();
        QVERIFY(held);
        QVERIFY(held->held);
        QCOMPARE(held->gone, 10000);
        QCOMPARE(held->deleted, 0);
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people"), s("30000"));
        QVERIFY(crm.people().status == SchemaStatus::HeldBack);
        QVERIFY(crm.people().latestError && crm.people().latestError->code == ErrorCode::DeletesHeld);
        QTRY_COMPARE(crm.engine.world()->incidents.size(), std::size_t{1});
        QCOMPARE(crm.engine.world()->incidents.front().diagnosis.actions.back().id, s("review-deletes"));

        // Syncs go on and do not answer the question; a restart neither.
        QVERIFY(crm.engine.sync(crm.id()).status == RunStatus::Completed);
        QVERIFY(crm.people().status == SchemaStatus::HeldBack);
        crm.engine.reopen();
        QVERIFY(crm.people().status == SchemaStatus::HeldBack);

        const Result<DestructivePreview> preview = crm.preview();
        QVERIFY(preview);
        QCOMPARE(preview->rows, 10000);
        QCOMPARE(preview->subject, s("crm.people"));
        QVERIFY(!crm.reconcile({preview->token, s("crm.other")}));
        QVERIFY(!crm.reconcile({s("1.abc"), s("crm.people")}));
        // Far more are gone by now than were confirmed: asked again.
        crm.sql("DELETE FROM people WHERE id <= 20000");
        const Result<ReconcileReport> more = crm.reconcile({preview->token, s("crm.people")});
        QVERIFY(more);
        QVERIFY(more->held);
        QCOMPARE(more->gone, 20000);
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people"), s("30000"));
        QVERIFY(!crm.reconcile({preview->token, s("crm.people")}));
        const Result<DestructivePreview> again = crm.preview();
        QVERIFY(again);
        const Result<ReconcileReport> done = crm.reconcile({again->token, s("crm.people")});
        QVERIFY(done);
        QVERIFY(!done->held);
        QCOMPARE(done->deleted, 20000);
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people"), s("10000"));
        QVERIFY(crm.people().status == SchemaStatus::Ok);
        QVERIFY(!crm.people().latestError);
        QTRY_VERIFY(crm.engine.world()->incidents.empty());
        QVERIFY(!crm.preview());
    }

    // T041: a source that is suddenly empty takes nothing, whatever the limit says.
    void anEmptySourceTakesNothing_T041()
    {
        Crm crm({s("deletes=soft"), s("delete_limit=100%")});
        crm.engine.sync(crm.id());
        crm.sql("DELETE FROM people");
        const Result<ReconcileReport> held = crm.reconcile();
        QVERIFY(held && held->held);
        QCOMPARE(held->gone, 30000);
        QCOMPARE(crm.scalar("SELECT count(*) FROM duckdb_columns() WHERE column_name = '_leat_deleted_at'"), s("0"));
        // It was a mistake at the source: the next comparison takes the question back.
        crm.sql(QByteArray(kPeople).mid(int(qstrlen("CREATE TABLE people (id INTEGER PRIMARY KEY, updated_at TEXT NOT NULL, name TEXT);CREATE INDEX people_updated ON people(updated_at);"))));
        const Result<ReconcileReport> fine = crm.reconcile();
        QVERIFY(fine && !fine->held);
        QCOMPARE(fine->gone, 0);
        QVERIFY(crm.people().status == SchemaStatus::Ok);
    }

    // T041: a scan that was cut short looks like deletes.
    void aCutScanTakesNothing_T041()
    {
#ifdef LEAT_FAILPOINTS
        Crm crm({s("deletes=hard"), s("delete_limit=100%")});
        crm.engine.sync(crm.id());
        crm.sql("DELETE FROM people WHERE id = 9");
        QVERIFY(failpoint::arm(s("writer.drop-row=fail")));
        const Result<ReconcileReport> cut = crm.reconcile();
        QVERIFY(!cut);
        QVERIFY2(cut.error().code == ErrorCode::CountMismatch, qPrintable(toString(cut.error().code)));
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people"), s("30000"));
        QVERIFY(crm.people().reconcile.error.has_value());
        QVERIFY(crm.people().status == SchemaStatus::Ok);
        failpoint::arm({});
        QCOMPARE(crm.reconcile()->deleted, 1);
#else
        QSKIP("no failpoints in this build");
#endif
    }

    void notConfiguredIsAnError()
    {
        Crm crm({});
        crm.engine.sync(crm.id());
        QVERIFY(crm.reconcile().error().code == ErrorCode::InvalidOption);
        QVERIFY(!tracksDeletes(crm.people()));
        QVERIFY(crm.engine.set(crm.id(), {s("deletes=soft"), s("sync_type=append")}));
        QVERIFY(crm.reconcile().error().code == ErrorCode::InvalidOption);
    }

    // W13: its own cadence, by syncs and by the clock, with the scheduler that is there.
    void theSchedulerComparesKeys_W13()
    {
        const auto time = std::make_shared<HandTime>();
        Crm crm({s("deletes=soft"), s("reconcile_every=2runs")}, [time](EngineOptions& options) {
            options.schedule = true;
            options.scheduleWaitMs = 5;
            options.makeClock = [time] { return std::make_unique<HandClock>(time); };
        });
        const auto reconciles = [&crm] {
            const Result<HistoryPage> page = crm.engine.askFor<HistoryPage>(LoadHistory{});
            return page ? std::count_if(page->runs.begin(), page->runs.end(), [](const RunInfo& run) { return run.mode == QLatin1String("reconcile")
                && run.status == RunStatus::Completed && run.trigger == Trigger::Schedule; }) : -1;
        };
        crm.engine.sync(crm.id());
        QCOMPARE(crm.people().reconcile.runsSince, 1);
        QCOMPARE(reconciles(), 0);
        crm.sql("DELETE FROM people WHERE id = 3");
        crm.engine.sync(crm.id());
        QTRY_COMPARE(reconciles(), 1);
        QTRY_VERIFY(!crm.people().currentRun.isValid());
        QCOMPARE(crm.people().reconcile.gone, 1);
        QCOMPARE(crm.people().reconcile.runsSince, 0);

        QVERIFY(crm.engine.set(crm.id(), {s("reconcile_every=6hour")}));
        crm.sql("DELETE FROM people WHERE id = 4");
        time->turn(7 * 3600 * 1000);
        QTRY_COMPARE(reconciles(), 2);
        QTRY_COMPARE(crm.people().reconcile.gone, 1);
        QCOMPARE(crm.scalar("SELECT count(*) FROM crm.people WHERE _leat_deleted_at IS NOT NULL"), s("2"));
        QVERIFY(crm.engine.set(crm.id(), {s("deletes=off")}));
        time->turn(100 * 3600 * 1000LL);
        const int looks = time->looks;
        QTRY_VERIFY(time->looks >= looks + 5);
        QCOMPARE(reconciles(), 2);
    }

    // Keys of PostgreSQL are digested in place; few keys leave the server.
    void postgresDigestsKeysInPlace_W11()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.exec(s("CREATE TABLE orders (id bigint PRIMARY KEY, updated_at timestamptz DEFAULT now(), note text);"
            "INSERT INTO orders SELECT i * 1000003::bigint, now(), 'n' || i FROM generate_series(-30000, 30000) i; CREATE INDEX ON orders (updated_at)")), qPrintable(m_server.error()));
        EngineFixture engine;
        const SchemaId orders = addTable(engine, s("orders"), {s("primary_key_columns=id"), s("deletes=soft")});
        QVERIFY(orders.isValid());
        engine.sync(orders);
        Result<ReconcileReport> report = reconcile(engine, orders);
        QVERIFY(report);
        QVERIFY(report->method == VerifyMethod::Digests);
        QCOMPARE(report->keysTransferred, 0);
        QCOMPARE(report->sourceRows, 60001);
        QVERIFY(m_server.exec(s("DELETE FROM orders WHERE id / 1000003 IN (-30000, 0, 5, 29999); INSERT INTO orders VALUES (77, now(), 'new')")));
        report = reconcile(engine, orders);
        QVERIFY(report);
        QCOMPARE(report->gone, 4);
        QCOMPARE(report->pending, 1);
        QCOMPARE(report->missing, 0);
        QVERIFY2(report->keysTransferred < 20000, qPrintable(QString::number(report->keysTransferred)));
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.orders WHERE _leat_deleted_at IS NOT NULL")), s("4"));
        engine.sync(orders);
        QVERIFY(engine.verify(orders)->equal());
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.orders WHERE _leat_deleted_at IS NULL")), s("59998"));
    }

    // Composite keys with a text of any collation: equal to the byte, or another key (T050).
    void compositeAndCollatedKeys_T050()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.exec(s("CREATE COLLATION any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);"
            "CREATE TABLE names (tenant int, name text COLLATE any_case, at date, updated_at timestamptz DEFAULT now(), PRIMARY KEY (tenant, name, at));"
            "INSERT INTO names (tenant, name, at) SELECT i % 5, 'Straße ' || i, date '2026-01-01' + i % 3 FROM generate_series(1, 5000) i")), qPrintable(m_server.error()));
        EngineFixture engine;
        const SchemaId names = addTable(engine, s("names"), {s("primary_key_columns=tenant,name,at"), s("deletes=hard"), s("late_commits=xmin")});
        QVERIFY(names.isValid());
        engine.sync(names);
        QCOMPARE(reconcile(engine, names)->gone, 0);
        // Renamed in case only: the same key to the source, another one here.
        QVERIFY(m_server.exec(s("UPDATE names SET name = 'STRASSE 1', updated_at = now() WHERE name = 'Straße 1'; UPDATE names SET name = 'straße 2', updated_at = now() WHERE name = 'Straße 2';"
            "DELETE FROM names WHERE name = 'Straße 4999'")));
        engine.sync(names);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.names")), s("5002"));
        const Result<ReconcileReport> report = reconcile(engine, names);
        QVERIFY(report);
        QCOMPARE(report->deleted, 3);
        QCOMPARE(report->missing, 0);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.names")), s("4999"));
        QVERIFY(engine.verify(names)->equal());
    }

    // A NULL in a key equals nothing: such a row is never taken for gone, nor hides what is.
    void nullsInKeysAreLeftAlone()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.exec(s("CREATE TABLE loose (a int, b text, updated_at timestamptz DEFAULT now());"
            "INSERT INTO loose (a, b) SELECT i, 'x' || i FROM generate_series(1, 1000) i")), qPrintable(m_server.error()));
        EngineFixture engine;
        const SchemaId loose = addTable(engine, s("loose"), {s("primary_key_columns=a,b"), s("deletes=hard"), s("error_budget=10")});
        QVERIFY(loose.isValid());
        engine.sync(loose);
        // Set aside by the sync, so it is not in the warehouse; and no reason to take anything.
        QVERIFY(m_server.exec(s("INSERT INTO loose (a, b) VALUES (NULL, 'x'), (5000, NULL); DELETE FROM loose WHERE a = 10")));
        engine.sync(loose);
        const Result<ReconcileReport> report = reconcile(engine, loose);
        QVERIFY(report);
        QCOMPARE(report->goneKeys, QStringList{s("10, x10")});
        QCOMPARE(report->missing, 0);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.loose")), s("999"));
    }

    // T075, T041: row security between two runs hides rows; they are not gone.
    void rowSecurityTakesNothing_T041_T075()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.exec(s("CREATE ROLE limited LOGIN; CREATE TABLE mine (id int PRIMARY KEY, updated_at timestamptz DEFAULT now()); "
            "INSERT INTO mine SELECT i FROM generate_series(1, 100) i; GRANT SELECT ON mine TO limited")), qPrintable(m_server.error()));
        EngineFixture engine;
        const SchemaId mine = addTable(engine, s("mine"), {s("primary_key_columns=id"), s("deletes=hard"), s("delete_limit=100%")}, s("limited"));
        QVERIFY(mine.isValid());
        engine.sync(mine);
        QVERIFY(m_server.exec(s("ALTER TABLE mine ENABLE ROW LEVEL SECURITY; CREATE POLICY few ON mine USING (id < 10)")));
        const Result<ReconcileReport> report = reconcile(engine, mine);
        QVERIFY(!report);
        QVERIFY(report.error().code == ErrorCode::RowSecurity);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.mine")), s("100"));
        QVERIFY(m_server.exec(s("ALTER TABLE mine DISABLE ROW LEVEL SECURITY")));
        QCOMPARE(reconcile(engine, mine)->gone, 0);
    }

    // T041, T159: a replica that lags, or a server that was set back, has not what is here; that is not gone.
    void aReplicaThatLagsTakesNothing_T041_T159()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        PgServer server;
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY2(server.exec(s("CREATE TABLE item (id int PRIMARY KEY, updated_at timestamptz DEFAULT now()); INSERT INTO item SELECT i FROM generate_series(1, 500) i")), qPrintable(server.error()));
        const QString early = server.socketDir() + s("/early");
        const auto copy = [](const QString& from, const QString& to) {
            return QProcess::execute(s("rm"), {s("-rf"), to}) == 0 && QProcess::execute(s("cp"), {s("-a"), from, to}) == 0;
        };
        server.stop(s("fast"));
        QVERIFY(copy(server.dataDir(), early));
        QVERIFY(server.launch());
        EngineFixture engine;
        QVERIFY(addPostgres(engine, server, {s("item")}).isValid());
        const SchemaId item = engine.id(s("pg"), s("item"));
        QVERIFY(engine.set(item, {s("sync_type=incremental"), s("incremental_field=updated_at"), s("primary_key_columns=id"), s("deletes=hard"), s("delete_limit=100%")}));
        engine.sync(item);
        QVERIFY(server.exec(s("INSERT INTO item SELECT i FROM generate_series(501, 600) i")));
        engine.sync(item);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.item")), s("600"));

        // The state of today as a replica: it has caught up, so it may tell.
        server.stop(s("fast"));
        const QString late = server.socketDir() + s("/late");
        QVERIFY(copy(server.dataDir(), late));
        const auto replica = [&server, &copy](const QString& state) {
            return copy(state, server.dataDir()) && QProcess::execute(s("cp"), {s("-a"), server.dataDir() + s("/PG_VERSION"), server.dataDir() + s("/standby.signal")}) == 0 && server.launch();
        };
        QVERIFY2(replica(late), qPrintable(server.error()));
        engine.reopen();
        const Result<ReconcileReport> fine = reconcile(engine, item);
        QVERIFY2(fine, qPrintable(fine ? QString() : toString(fine.error().code) + fine.error().detail));
        QCOMPARE(fine->gone, 0);

        // The state before the last sync: 100 rows seem to be gone.
        server.stop(s("fast"));
        QVERIFY2(replica(early), qPrintable(server.error()));
        engine.reopen();
        Result<ReconcileReport> lagging = reconcile(engine, item);
        QVERIFY(!lagging);
        QVERIFY2(lagging.error().code == ErrorCode::StaleRead, qPrintable(toString(lagging.error().code)));
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.item")), s("600"));
        QVERIFY(engine.schema(s("pg"), s("item"))->reconcile.error.has_value());
        // And as a primary that was set back.
        server.stop(s("fast"));
        QVERIFY(copy(early, server.dataDir()));
        QVERIFY(server.launch());
        engine.reopen();
        lagging = reconcile(engine, item);
        QVERIFY(!lagging && lagging.error().code == ErrorCode::StaleRead);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.item")), s("600"));
    }

    // A sync that has read a row before it was deleted and stores it after the keys were compared would bring it
    // back for good: no cursor and no later comparison of buckets sees it again.
    void aRowReadBeforeItsDeleteStaysGone_T054()
    {
#ifdef LEAT_FAILPOINTS
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.exec(s("CREATE TABLE zombie (id int PRIMARY KEY, updated_at timestamptz DEFAULT now()); "
            "INSERT INTO zombie SELECT i FROM generate_series(1, 2000) i")), qPrintable(m_server.error()));
        EngineFixture engine;
        const SchemaId zombie = addTable(engine, s("zombie"), {s("primary_key_columns=id"), s("deletes=hard")});
        QVERIFY(zombie.isValid());
        engine.sync(zombie);
        QVERIFY(m_server.exec(s("UPDATE zombie SET updated_at = clock_timestamp() WHERE id IN (7, 8)")));
        HeldPoint staged(engine.dir(), "sync.loaded");
        const Result<SyncAccepted> accepted = engine.askFor<SyncAccepted>(SyncSchemas{{zombie}});
        QVERIFY(accepted);
        QTRY_VERIFY(staged.isReached());
        QVERIFY(m_server.exec(s("DELETE FROM zombie WHERE id = 7")));
        const QFuture<ReplyPtr> reply = engine.control().send(ReconcileSchema{zombie});
        staged.letGo();
        const std::optional<RunInfo> run = engine.waitForRun(accepted->runs.front());
        QVERIFY(run && run->status == RunStatus::Completed);
        QCOMPARE(run->rowsUpdated, 2);                      // the stale version did come
        QTRY_VERIFY_WITH_TIMEOUT(reply.isFinished(), 30'000);
        QVERIFY(*reply.result());
        QCOMPARE(std::get<ReconcileReport>(**reply.result()).deleted, 1);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.zombie WHERE id = 7")), s("0"));
        engine.sync(zombie);
        QCOMPARE(engine.scalar(s("SELECT count(*) || ' ' || count(*) FILTER (WHERE id = 7) FROM pg.zombie")), s("1999 0"));
        QVERIFY(engine.verify(zombie)->equal());
#else
        QSKIP("no failpoints in this build");
#endif
    }

    // Rows that arrive while keys are compared belong to no snapshot of it: they are neither gone nor missing.
    void rowsThatArriveMeanwhile()
    {
#ifdef LEAT_FAILPOINTS
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.exec(s("CREATE TABLE busy (id int PRIMARY KEY, updated_at timestamptz DEFAULT now()); "
            "INSERT INTO busy SELECT i FROM generate_series(1, 2000) i")), qPrintable(m_server.error()));
        EngineFixture engine;
        const SchemaId busy = addTable(engine, s("busy"), {s("primary_key_columns=id"), s("deletes=hard")});
        QVERIFY(busy.isValid());
        engine.sync(busy);
        QVERIFY(m_server.exec(s("DELETE FROM busy WHERE id = 3")));
        const QString go = engine.dir() + s("/go");
        QVERIFY(failpoint::arm(s("reconcile.compared=pause:") + go));
        QFuture<ReplyPtr> reply = engine.control().send(ReconcileSchema{busy});
        QTRY_VERIFY(QFile::exists(go + s(".reached")));
        // A sync that is asked for meanwhile waits its turn: one run of a table at a time.
        QVERIFY(m_server.exec(s("INSERT INTO busy SELECT i FROM generate_series(2001, 2100) i; DELETE FROM busy WHERE id = 4")));
        QFile file(go);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QTRY_VERIFY_WITH_TIMEOUT(reply.isFinished(), 30'000);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.busy")), s("1999"));
        failpoint::arm({});
        engine.sync(busy);
        QCOMPARE(reconcile(engine, busy)->deleted, 1);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM pg.busy")), s("2098"));
        QVERIFY(engine.verify(busy)->equal());
#else
        QSKIP("no failpoints in this build");
#endif
    }
};

QTEST_GUILESS_MAIN(TestEngineReconcile)
#include "tst_enginereconcile.moc"
