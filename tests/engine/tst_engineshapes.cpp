// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shoptable.h"

#include <QTest>

using namespace leat;
using namespace leat::test;

/// Tables that are not what they were: names that differ in case only, another table under a name, parts
/// that come with rows of their own, columns that may no longer be read. A real PostgreSQL, a real warehouse.
class TestEngineShapes : public QObject, private ShopTable
{
    Q_OBJECT

private:
    void makeTwins()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now(), \"Name\" text, name text);"
             "INSERT INTO t SELECT i, now(), 'upper' || i, 'lower' || i FROM generate_series(1, 3) i");
        upsert();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PgServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
    }

    // Naive: "Name" is told apart from `name` anew at each sync, and takes the place of whichever is left (T065).
    void aRenamedTwinTakesItsOwnValuesAlong_T065()
    {
        makeTwins();
        source("ALTER TABLE t RENAME \"Name\" TO title");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT string_agg(title || '/' || name, ' ' ORDER BY id) FROM shop.t"), s("upper1/lower1 upper2/lower2 upper3/lower3"));
        QVERIFY(verified().equal());
    }

    void whatIsLeftOfTwinsStaysWhereItWas_T065()
    {
        makeTwins();
        source("ALTER TABLE t DROP COLUMN name; UPDATE t SET \"Name\" = 'new', u = now() WHERE id = 1");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT string_agg(\"Name_dcd1\", ' ' ORDER BY id) FROM shop.t"), s("new upper2 upper3"));
        QCOMPARE(scalar("SELECT string_agg(name, ' ' ORDER BY id) FROM shop.t WHERE id > 1"), s("lower2 lower3"));
        QVERIFY(verified().equal());
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT string_agg(\"Name_dcd1\", ' ' ORDER BY id) FROM shop.t"), s("new upper2 upper3"));
    }

    void onlyTheTwinThatWentIsDropped_T065()
    {
        makeTwins();
        setPolicy("full");
        source("ALTER TABLE t DROP COLUMN \"Name\"");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT string_agg(name, ' ' ORDER BY id) FROM shop.t"), s("lower1 lower2 lower3"));
        QCOMPARE(scalar("SELECT count(*) FROM duckdb_columns() WHERE schema_name = 'shop' AND table_name = 't' AND column_name = 'Name_dcd1'"), s("0"));
    }

    // Naive: the key "Code" alone has no twin, so that the warehouse's `code` is compared with it.
    void keysOfTwinsAreComparedWithThemselves_T065()
    {
        make("CREATE TABLE t(\"Code\" text PRIMARY KEY, code text, u timestamptz NOT NULL DEFAULT now());"
             "INSERT INTO t SELECT 'k' || i, CASE WHEN i % 20 = 0 THEN 'other' || i ELSE 'k' || i END, now() FROM generate_series(1, 1000) i");
        follow({s("sync_type=incremental"), s("incremental_field=u"), s("primary_key_columns=Code"), s("deletes=hard")});
        source("DELETE FROM t WHERE \"Code\" = 'k7'");
        const Result<ReconcileReport> report = m_engine->askFor<ReconcileReport>(ReconcileSchema{table()});
        QVERIFY(report);
        QCOMPARE(report->gone, 1);
        QCOMPARE(report->missing, 0);
        QCOMPARE(rows(), s("999"));
        QVERIFY(verified().equal());
    }

    void ignoredChangeOfCaseKeepsItsValues_T062()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now(), \"Name\" text);"
             "INSERT INTO t SELECT i, now(), 'name' || i FROM generate_series(1, 5) i");
        for (const char* policy : {"ignore", "add_columns"}) {
            upsert();
            setPolicy(policy);
            source(policy == QByteArray("ignore") ? "ALTER TABLE t RENAME \"Name\" TO name; UPDATE t SET u = now() WHERE id <= 3"
                                                  : "ALTER TABLE t RENAME name TO \"NAME\"; UPDATE t SET u = now() WHERE id <= 3");
            QVERIFY(synced().status == RunStatus::Completed);
            QCOMPARE(scalar("SELECT string_agg(name, ' ' ORDER BY id) FROM shop.t"), s("name1 name2 name3 name4 name5"));
            QVERIFY(verified().equal());
        }
    }

    // Naive: the position of the one table is taken for the other's, and its rows are older than that.
    void anotherTableUnderTheNameIsCopiedWhole_T061()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now(), v text);"
             "CREATE TABLE t_new(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now(), v text);"
             "INSERT INTO t SELECT i, now(), 'old' FROM generate_series(1, 5) i; INSERT INTO t_new SELECT i, now(), 'new' FROM generate_series(1, 8) i");
        upsert();
        source("BEGIN; ALTER TABLE t RENAME TO t_old; ALTER TABLE t_new RENAME TO t; COMMIT");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT count(*) || ' ' || min(v) FROM shop.t"), s("8 new"));
        source("DROP TABLE t; CREATE TABLE t(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now(), v text); INSERT INTO t VALUES (90, now(), 'again')");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT count(*) || ' ' || min(v) FROM shop.t"), s("1 again"));
        QCOMPARE(synced().mode, s("window"));
    }

    void anAppendTableDoesNotTakeAnotherOnesRows_T061()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now(), v text); INSERT INTO t SELECT i, now(), 'old' FROM generate_series(1, 5) i");
        follow({s("sync_type=append"), s("incremental_field=u")});
        source("DROP TABLE t; CREATE TABLE t(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now(), v text); INSERT INTO t SELECT i, now(), 'new' FROM generate_series(1, 5) i");
        QCOMPARE(codeOf(synced()), toString(ErrorCode::ChangesHeld));
        QCOMPARE(scalar("SELECT count(*) || ' ' || min(v) FROM shop.t"), s("5 old"));
        QVERIFY(syncedAccepting().status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT count(*) FILTER (v = 'old') || ' ' || count(*) FILTER (v = 'new') FROM shop.t"), s("5 5"));
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("10"));
    }

    // A view is made anew with each change of its text.
    void aViewMadeAnewIsTheSameView_T061()
    {
        make("CREATE TABLE base(id int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now()); INSERT INTO base SELECT i, now() FROM generate_series(1, 5) i;"
             "CREATE VIEW t AS SELECT id, at AS u FROM base");
        follow({s("sync_type=append"), s("incremental_field=u")});
        source("DROP VIEW t; CREATE VIEW t AS SELECT id, at AS u FROM base; DELETE FROM base WHERE id < 3; INSERT INTO base VALUES (6, now() + interval '1 second')");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("6"));
    }

    void anEmptyPartNeedsNothing()
    {
        make("CREATE TABLE t(id int, u timestamptz NOT NULL DEFAULT now()) PARTITION BY RANGE (id);"
             "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100); CREATE TABLE t2(id int, u timestamptz NOT NULL DEFAULT now());"
             "INSERT INTO t SELECT i FROM generate_series(1, 5) i");
        follow({s("sync_type=append"), s("incremental_field=u")});
        source("ALTER TABLE t ATTACH PARTITION t2 FOR VALUES FROM (100) TO (200)");
        const RunInfo run = synced();
        QVERIFY2(run.status == RunStatus::Completed, qPrintable(codeOf(run) + (run.error ? run.error->detail + describe(*run.error).sentence : QString())));
        source("INSERT INTO t VALUES (101)");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("6"));
    }

    // Naive: a reconcile answers, and cannot compare what has changed with the copy.
    void whatACopyAsksACopyAnswers_W15()
    {
        make("CREATE TABLE t(id bigint PRIMARY KEY, u timestamptz NOT NULL DEFAULT now(), v text); INSERT INTO t SELECT i, now(), 'v' FROM generate_series(1, 1000) i");
        follow({s("sync_type=incremental"), s("incremental_field=u"), s("primary_key_columns=id"), s("deletes=soft")});
        source("ALTER TABLE t RENAME v TO v9; ALTER TABLE t ADD w int; DELETE FROM t WHERE id > 100");
        QCOMPARE(codeOf(synced()), toString(ErrorCode::DeletesHeld));
        QCOMPARE(rows(), s("1000"));
        PreviewDestructive look;
        look.action = DestructiveAction::ReconcileDeletes;
        look.schemas = {table()};
        const Result<DestructivePreview> seen = m_engine->askFor<DestructivePreview>(look);
        QVERIFY(seen);
        const Result<ReconcileReport> done = m_engine->askFor<ReconcileReport>(ReconcileSchema{table(), {seen->token, seen->subject}});
        QVERIFY2(done, qPrintable(done ? QString() : toString(done.error().code)));
        QCOMPARE(done->deleted, 900);
        QCOMPARE(scalar("SELECT count(*) FILTER (_leat_deleted_at IS NOT NULL) || ' of ' || count(*) FROM shop.t"), s("900 of 1000"));
        QVERIFY(m_engine->schema(kShop, kTable)->status == SchemaStatus::Ok);
        QVERIFY(!m_engine->schema(kShop, kTable)->reconcile.held);
    }

    void aSourceThatIsRightAgainTakesTheQuestionBack_W15()
    {
        make("CREATE TABLE t(id bigint PRIMARY KEY, u timestamptz NOT NULL DEFAULT now()); INSERT INTO t SELECT i, now() FROM generate_series(1, 100) i");
        follow({s("sync_type=incremental"), s("incremental_field=u"), s("primary_key_columns=id"), s("deletes=soft")});
        source("ALTER TABLE t ADD w int; DELETE FROM t WHERE id > 10");
        QCOMPARE(codeOf(synced()), toString(ErrorCode::DeletesHeld));
        QVERIFY(m_engine->schema(kShop, kTable)->status == SchemaStatus::HeldBack);
        source("INSERT INTO t SELECT i, now() FROM generate_series(11, 100) i");
        QVERIFY(synced().status == RunStatus::Completed);
        QVERIFY(m_engine->schema(kShop, kTable)->status == SchemaStatus::Ok);
        QCOMPARE(scalar("SELECT count(*) FROM shop.t"), s("100"));
    }

    // Naive: rows that a partition had before it was attached are older than the window.
    void attachedPartsComeWhole()
    {
        make("CREATE TABLE t(id int, u timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (id)) PARTITION BY RANGE (id);"
             "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100); CREATE TABLE t2(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now());"
             "INSERT INTO t SELECT i FROM generate_series(1, 5) i; INSERT INTO t2 SELECT i FROM generate_series(101, 105) i");
        upsert();
        source("ALTER TABLE t ATTACH PARTITION t2 FOR VALUES FROM (100) TO (200)");
        RunInfo run = synced();
        QCOMPARE(run.mode, s("full"));
        QCOMPARE(rows(), s("10"));
        // One that is made now has nothing from before.
        source("CREATE TABLE t3 PARTITION OF t FOR VALUES FROM (200) TO (300); INSERT INTO t SELECT i FROM generate_series(201, 205) i");
        run = synced();
        QCOMPARE(run.mode, s("window"));
        QCOMPARE(rows(), s("15"));
        QVERIFY(verified().equal());
    }

    void inheritedPartsComeWhole()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now()); CREATE TABLE child(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now());"
             "INSERT INTO t SELECT i FROM generate_series(1, 5) i; INSERT INTO child SELECT i FROM generate_series(101, 103) i");
        upsert();
        source("ALTER TABLE child INHERIT t");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("8"));
    }

    // Naive: what the parent holds not null is not null in its children, so no row without a cursor is looked for.
    void childrenMayHoldNulls_T015()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u timestamptz); CREATE TABLE child() INHERITS (t); CREATE TABLE grandchild() INHERITS (child);"
             "INSERT INTO t SELECT i, now() FROM generate_series(1, 5) i; INSERT INTO grandchild VALUES (101, NULL);"
             "ALTER TABLE ONLY t ALTER u SET NOT NULL");
        set({s("late_commits=cursor")});
        upsert();
        QCOMPARE(rows(), s("6"));
        source("INSERT INTO child VALUES (102, NULL)");
        const RunInfo run = synced();
        QCOMPARE(run.mode, s("cursor"));
        QCOMPARE(rows(), s("7"));
        QVERIFY(verified().equal());
    }

    void childrenMayLackTheKey_T049()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now()); CREATE TABLE child() INHERITS (t);"
             "ALTER TABLE child ALTER id DROP NOT NULL; INSERT INTO t SELECT i FROM generate_series(1, 5) i; INSERT INTO child VALUES (NULL)");
        const Result<KeyReport> check = m_engine->askFor<KeyReport>(CheckKey{table(), QStringList{s("id")}});
        QVERIFY(check);
        QVERIFY(check->hasNulls);
        set({s("sync_type=full_refresh")});
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("6"));
        QVERIFY(verified().equal());
    }

    // Naive: whatever answers is the source, and what it has not is deleted.
    void repairTrustsNoOtherServer_T159()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now()); INSERT INTO t SELECT i FROM generate_series(1, 100) i");
        source("DROP DATABASE IF EXISTS older; CREATE DATABASE older TEMPLATE postgres");
        source("INSERT INTO t SELECT i FROM generate_series(101, 110) i");
        upsert();
        QVERIFY(m_engine->ask(UpdateSource{m_source, {{s("database"), s("older")}}, {}}));
        const Result<VerifyReport> repaired = m_engine->askFor<VerifyReport>(VerifySchema{table(), true});
        QVERIFY(!repaired);
        QCOMPARE(toString(repaired.error().code), toString(ErrorCode::CursorConfigChanged));
        QCOMPARE(rows(), s("110"));
        source("DROP DATABASE older WITH (FORCE)");
    }

    void repairAsksBeforeManyRowsGo_W11()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now()); INSERT INTO t SELECT i FROM generate_series(1, 100) i");
        upsert();
        source("DELETE FROM t WHERE id > 85");
        QVERIFY(m_engine->askFor<VerifyReport>(VerifySchema{table(), true}));
        QCOMPARE(rows(), s("85"));
        source("DELETE FROM t WHERE id > 50");
        QCOMPARE(toString(m_engine->askFor<VerifyReport>(VerifySchema{table(), true}).error().code), toString(ErrorCode::ConfirmationNeeded));
        QCOMPARE(rows(), s("85"));
        source("TRUNCATE t");
        Result<VerifyReport> repaired = m_engine->askFor<VerifyReport>(VerifySchema{table(), true});
        QVERIFY(!repaired);
        QCOMPARE(toString(repaired.error().code), toString(ErrorCode::ConfirmationNeeded));
        QCOMPARE(rows(), s("85"));
        QVERIFY(m_engine->schema(kShop, kTable)->status != SchemaStatus::Failed);
        repaired = m_engine->askFor<VerifyReport>(VerifySchema{table(), true, 85});
        QVERIFY(repaired);
        QCOMPARE(rows(), s("0"));
    }

    // Naive: a row with the new column is another row than the same one without it.
    void aNewColumnDoublesNoRowOfTheBoundary_T022()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u date NOT NULL DEFAULT current_date, b text); INSERT INTO t SELECT i, current_date, 'b' FROM generate_series(1, 5) i");
        follow({s("sync_type=append"), s("incremental_field=u"), s("late_commits=cursor")});
        source("ALTER TABLE t ADD c int DEFAULT 9; INSERT INTO t VALUES (6, current_date, 'b', 9)");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("6"));
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("6"));
    }

    void aNewOrRenamedColumnDoublesNoRowOfAFile_T022()
    {
        EngineFixture engine;
        const QString file = engine.dir() + s("/a.sqlite");
        EngineFixture::sqlite(file, "CREATE TABLE t(id INTEGER PRIMARY KEY, u DATETIME, b TEXT);"
                                    "INSERT INTO t VALUES (1, '2026-01-01', 'x'), (2, '2026-01-01', 'x'), (3, NULL, 'n')");
        engine.addSqlite(s("file"), file);
        const SchemaId id = engine.id(s("file"), s("t"));
        const Result<void> set = engine.set(id, {s("sync_type=append"), s("incremental_field=u")});
        QVERIFY2(set, qPrintable(set ? QString() : describe(set.error()).sentence));
        QVERIFY(engine.sync(id).status == RunStatus::Completed);
        for (const char* change : {"ALTER TABLE t ADD COLUMN c INT DEFAULT 5", "ALTER TABLE t RENAME COLUMN b TO bb"}) {
            EngineFixture::sqlite(file, change);
            QVERIFY(engine.sync(id).status == RunStatus::Completed);
            QCOMPARE(engine.scalar(s("SELECT count(*) FROM file.t")), s("3"));
        }
        EngineFixture::sqlite(file, "INSERT INTO t VALUES (4, '2026-01-01', 'x', 5)");
        QVERIFY(engine.sync(id).status == RunStatus::Completed);
        QCOMPARE(engine.scalar(s("SELECT count(*) FROM file.t")), s("4"));
    }

    // Naive: NaN is the greatest number, and the watermark for good.
    void nothingComesAfterNaN_T017()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u numeric NOT NULL); INSERT INTO t VALUES (1, 1), (2, 'NaN')");
        follow({s("sync_type=incremental"), s("incremental_field=u"), s("primary_key_columns=id"), s("late_commits=cursor")});
        source("INSERT INTO t VALUES (3, 3), (4, 'NaN')");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("4"));
        source("INSERT INTO t VALUES (5, 5)");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("5"));
    }

    // Naive: no bound is left, and the statement has a hole.
    void theFirstNumberAfterNoneIsRead_T017()
    {
        make("CREATE TABLE base(id int PRIMARY KEY, u numeric); CREATE VIEW t AS SELECT id, u FROM base");
        follow({s("sync_type=append"), s("incremental_field=u")});
        source("INSERT INTO base VALUES (1, 1), (2, NULL)");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("2"));
    }

    // Naive: what is no UTF-8 becomes U+FFFD in a key too, and one row takes the place of another.
    void keysOfOtherEncodingsStayApart_T082()
    {
        QVERIFY2(m_server.exec(s("CREATE DATABASE bytes TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'")), qPrintable(m_server.error()));
        const auto bytes = [this](const char* sql) { return m_server.exec(s(sql), s("bytes")); };
        QVERIFY2(bytes("CREATE TABLE t(id text PRIMARY KEY, u int, v text); INSERT INTO t VALUES ('plain', 1, 'first'), (E'\\xff', 1, 'ff')"), qPrintable(m_server.error()));
        make("SELECT 1", {{s("database"), s("bytes")}});
        QVERIFY(m_engine->set(table(), {s("sync_type=incremental"), s("incremental_field=u"), s("primary_key_columns=id")}));
        const RunInfo run = synced();
        QCOMPARE(codeOf(run), toString(ErrorCode::ValueUnrepresentable));
        QCOMPARE(run.error->args.value(s("column")), s("id"));
        QVERIFY(m_engine->set(table(), {s("error_budget=5")}));
        QCOMPARE(synced().rowsQuarantined, 1);
        QVERIFY(bytes("INSERT INTO t VALUES (E'\\xfe', 2, 'fe'), ('other', 2, 'second')"));
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT string_agg(v, ' ' ORDER BY id DESC) FROM shop.t"), s("first second"));
    }

    // Naive: the server's clock, which is ahead of the times that a view shows.
    void theWatermarkIsAValueThatIsThere_T013()
    {
        make("CREATE TABLE base(id int PRIMARY KEY, at timestamp NOT NULL);"
             "INSERT INTO base VALUES (1, (now() AT TIME ZONE 'UTC') - interval '5 hours'), (2, '2099-01-01');"
             "CREATE VIEW t AS SELECT id, at AS u FROM base");
        follow({s("sync_type=incremental"), s("incremental_field=u"), s("primary_key_columns=id")});
        source("INSERT INTO base VALUES (3, (now() AT TIME ZONE 'UTC') - interval '5 hours' + interval '1 second')");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT string_agg(id, ' ' ORDER BY id) FROM shop.t"), s("1 2 3"));
        // Nor is it one of tomorrow, that is passed for today's clock to come.
        source("INSERT INTO base VALUES (4, (now() AT TIME ZONE 'UTC') + interval '20 hours'), (5, '2099-01-01')");
        QVERIFY(synced().status == RunStatus::Completed);
        source("INSERT INTO base VALUES (6, (now() AT TIME ZONE 'UTC') + interval '1 minute')");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("6"));
    }

    void aColumnThatMayNoLongerBeReadStops_T076()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now(), secret text); INSERT INTO t SELECT i, now(), 'kept' FROM generate_series(1, 3) i;"
             "DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA public TO reader; GRANT SELECT ON t TO reader", {{s("user"), s("reader")}});
        setPolicy("full");
        upsert();
        source("REVOKE SELECT ON t FROM reader; GRANT SELECT (id, u) ON t TO reader; UPDATE t SET u = now()");
        QCOMPARE(codeOf(synced()), toString(ErrorCode::PermissionDenied));
        QCOMPARE(scalar("SELECT count(secret) FROM shop.t"), s("3"));
        // Whoever leaves it out by name goes on, without the hidden transaction ids.
        QVERIFY(m_engine->set(table(), {s("columns=id,u")}));
        QVERIFY(synced().status == RunStatus::Completed);
        source("INSERT INTO t VALUES (4, now() + interval '1 second', 'new')");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("4"));
    }

    // Naive: the run that is under way is answered, whatever it does.
    void anotherKindOfRunIsNotTakenForTheOneThatIsAskedFor_W29()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u timestamptz NOT NULL DEFAULT now()); INSERT INTO t SELECT i FROM generate_series(1, 10) i");
        upsert();
        SyncSchemas plain;
        plain.ids = {table()};
        const Result<SyncAccepted> first = m_engine->askFor<SyncAccepted>(plain);
        QVERIFY(first);
        SyncSchemas scratch = plain;
        scratch.fromScratch = true;
        const Result<SyncAccepted> other = m_engine->askFor<SyncAccepted>(scratch);
        if (other) // the first one had ended by then
            QVERIFY(other->runs.front().value != first->runs.front().value);
        else
            QCOMPARE(toString(other.error().code), toString(ErrorCode::Busy));
    }
};

QTEST_GUILESS_MAIN(TestEngineShapes)
#include "tst_engineshapes.moc"
