// SPDX-License-Identifier: GPL-3.0-or-later
#ifdef LEAT_FAILPOINTS
#include "tests/support/heldpoint.h"
#endif
#include "tests/support/pgsession.h"
#include "tests/support/shoptable.h"

#include <QTest>

using namespace leat;
using namespace leat::test;

/// What happens when tables change between and during syncs; a real PostgreSQL, a real warehouse.
class TestEngineDrift : public QObject, private ShopTable
{
    Q_OBJECT

public:
    TestEngineDrift() : ShopTable(s("orders")) {}

private:
    void makeOrders(const char* syncType, const QMap<QString, QString>& more = {})
    {
        make("CREATE TABLE orders(id int PRIMARY KEY, note text, amount int, updated_at timestamptz NOT NULL DEFAULT now());"
             "INSERT INTO orders SELECT i, 'note ' || i, i * 10 FROM generate_series(1, 100) i", more);
        QVERIFY(m_engine->set(orders(), {s("sync_type=") + s(syncType), s("incremental_field=updated_at"), s("primary_key_columns=id")}));
        QVERIFY(synced().status == RunStatus::Completed);
    }
    SchemaId orders() const { return table(); }
    const SchemaInfo& schema() const { return *m_engine->schema(kShop, kTable); }
    QString columns()
    {
        return scalar("SELECT string_agg(column_name || ' ' || data_type, ', ' ORDER BY column_index) FROM duckdb_columns() "
                      "WHERE schema_name = 'shop' AND table_name = 'orders'");
    }
    QString logOf(const RunInfo& run)
    {
        QString text;
        const Result<LogPage> page = m_engine->askFor<LogPage>(LoadRunLog{run.id});
        for (const LogLine& line : page ? page->lines : std::vector<LogLine>())
            text += line.text + QLatin1Char('\n');
        return text;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PgServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
    }

    // Naive: a new column "remark" that is NULL in the old rows.
    void aRenamedColumnKeepsItsHistory_T062()
    {
        makeOrders("incremental");
        QVERIFY(m_server.exec(s("ALTER TABLE orders RENAME note TO remark; INSERT INTO orders VALUES (101, 'late', 1)")));
        const RunInfo run = synced();
        QVERIFY(run.status == RunStatus::Completed);
        QVERIFY2(logOf(run).contains(s("remark")), qPrintable(logOf(run)));
        QCOMPARE(columns(), s("id INTEGER, remark VARCHAR, amount INTEGER, updated_at TIMESTAMP WITH TIME ZONE"));
        QCOMPARE(scalar("SELECT count(remark) FROM shop.orders"), s("101"));
        QVERIFY2(run.rowsRead < 100, "a rename needs no copy");
    }

    void keyAndCursorAreFollowedIntoTheConfiguration_T062()
    {
        makeOrders("incremental");
        QVERIFY(m_server.exec(s("ALTER TABLE orders RENAME id TO order_id; ALTER TABLE orders RENAME updated_at TO changed_at;"
                                "UPDATE orders SET note = 'new', changed_at = now() WHERE order_id = 7")));
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(schema().config.primaryKeyColumns, QStringList{s("order_id")});
        QCOMPARE(schema().config.incrementalField, s("changed_at"));
        QCOMPARE(scalar("SELECT count(*) || ' ' || count(*) FILTER (WHERE note = 'new') FROM shop.orders"), s("100 1"));
        QVERIFY(synced().status == RunStatus::Completed);
    }

    // Naive: a copy knows key and columns by today's names alone, and forgets what was marked as deleted.
    void marksSurviveARenamedKeyAndANewColumn_T062()
    {
        makeOrders("incremental");
        QVERIFY(m_engine->set(orders(), {s("deletes=soft")}));
        QVERIFY(m_server.exec(s("DELETE FROM orders WHERE id IN (7, 8)")));
        const Result<ReconcileReport> report = m_engine->askFor<ReconcileReport>(ReconcileSchema{orders(), {}});
        QVERIFY(report);
        QCOMPARE(report->deleted, 2);
        QVERIFY(m_server.exec(s("ALTER TABLE orders RENAME id TO order_id; ALTER TABLE orders RENAME note TO remark; ALTER TABLE orders ADD extra int DEFAULT 5")));
        const RunInfo run = synced();
        QVERIFY(run.status == RunStatus::Completed);
        QCOMPARE(run.mode, s("full"));
        QCOMPARE(scalar("SELECT string_agg(order_id || ' ' || remark || ' ' || amount, ', ' ORDER BY order_id) FROM shop.orders WHERE _leat_deleted_at IS NOT NULL"),
            s("7 note 7 70, 8 note 8 80"));
        QCOMPARE(scalar("SELECT count(*) FROM shop.orders WHERE _leat_deleted_at IS NULL AND extra = 5"), s("98"));
    }

    // Naive: what a reconcile has held back is marked by the next copy without a word.
    void aCopyThatWouldMarkTooMuchAsks_T041()
    {
        makeOrders("incremental");
        QVERIFY(m_engine->set(orders(), {s("deletes=soft")}));
        QVERIFY(m_server.exec(s("DELETE FROM orders WHERE id > 5")));
        const RunInfo held = m_engine->sync(orders(), true);
        QVERIFY(held.status == RunStatus::HeldBack);
        QVERIFY(held.error && held.error->code == ErrorCode::DeletesHeld);
        QCOMPARE(scalar("SELECT count(*) FROM shop.orders"), s("100"));
        QCOMPARE(scalar("SELECT count(*) FROM duckdb_columns() WHERE column_name = '_leat_deleted_at'"), s("0"));
        QVERIFY(schema().status == SchemaStatus::HeldBack);
        QVERIFY(schema().latestError && schema().latestError->code == ErrorCode::DeletesHeld);
        m_engine->reopen();
        QVERIFY(schema().status == SchemaStatus::HeldBack);
        PreviewDestructive look;
        look.action = DestructiveAction::ReconcileDeletes;
        look.schemas = {orders()};
        const Result<DestructivePreview> seen = m_engine->askFor<DestructivePreview>(look);
        QVERIFY(seen);
        QCOMPARE(seen->rows, 95);
        const Result<ReconcileReport> done = m_engine->askFor<ReconcileReport>(ReconcileSchema{orders(), {seen->token, seen->subject}});
        QVERIFY(done && !done->held);
        QCOMPARE(done->deleted, 95);
        QVERIFY(m_engine->sync(orders(), true).status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT count(*) FROM shop.orders WHERE _leat_deleted_at IS NOT NULL"), s("95"));
        QVERIFY(schema().status == SchemaStatus::Ok);
        // A source that is said to be empty is.
        QVERIFY(m_server.exec(s("DELETE FROM orders")));
        QVERIFY(m_engine->sync(orders(), true, true).status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT count(*) FROM shop.orders WHERE _leat_deleted_at IS NOT NULL"), s("100"));
    }

    // Naive: with deletes off a copy forgets what was marked, though it is said to stay.
    void marksStayWhenDeletesAreSwitchedOff()
    {
        makeOrders("incremental");
        QVERIFY(m_engine->set(orders(), {s("deletes=soft")}));
        QVERIFY(m_server.exec(s("DELETE FROM orders WHERE id = 7")));
        const Result<ReconcileReport> report = m_engine->askFor<ReconcileReport>(ReconcileSchema{orders(), {}});
        QVERIFY(report);
        QCOMPARE(report->deleted, 1);
        QVERIFY(m_engine->set(orders(), {s("deletes=off")}));
        QVERIFY(m_server.exec(s("ALTER TABLE orders ADD extra int; DELETE FROM orders WHERE id = 9")));
        const RunInfo run = synced();
        QVERIFY(run.status == RunStatus::Completed);
        QCOMPARE(run.mode, s("full"));
        QCOMPARE(scalar("SELECT string_agg(id, ',') FROM shop.orders WHERE _leat_deleted_at IS NOT NULL"), s("7"));
        QCOMPARE(scalar("SELECT count(*) FROM shop.orders"), s("99"));
    }

    // The lock is taken after the snapshot, so the catalogue that the plan saw is older than the table
    // that is read. Naive: both columns are read under each other's name, without an error.
    void namesSwappedWhileTheRunWaitsForTheTable_T060()
    {
        makeOrders("full_refresh");
        PgSession ddl(m_server);
        QVERIFY(ddl.say("BEGIN; ALTER TABLE orders ADD extra int; ALTER TABLE orders RENAME id TO x;"
                        "ALTER TABLE orders RENAME amount TO id; ALTER TABLE orders RENAME x TO amount;"));
        QTRY_COMPARE_WITH_TIMEOUT(m_server.value(s("SELECT count(*) > 0 FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation = "
            "(SELECT oid FROM pg_class WHERE relname = 'orders')")), s("t"), 10'000);
        const Result<SyncAccepted> accepted = m_engine->askFor<SyncAccepted>(SyncSchemas{{orders()}});
        QVERIFY(accepted);
        QTRY_COMPARE_WITH_TIMEOUT(m_server.value(s("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")), s("1"), 10'000);
        QVERIFY(ddl.say("COMMIT;"));
        const std::optional<RunInfo> run = m_engine->waitForRun(accepted->runs.front());
        QVERIFY(run && run->status == RunStatus::Completed);
        QCOMPARE(run->attempts, 2);
        QCOMPARE(scalar("SELECT count(*) FROM shop.orders WHERE id = amount * 10"), s("100"));
    }

    void aColumnAddedDroppedOrRenamedWhileTheRunWaits_T060_data()
    {
        QTest::addColumn<QString>("ddl");
        QTest::newRow("add") << s("ALTER TABLE orders ADD extra int DEFAULT 5");
        QTest::newRow("drop") << s("ALTER TABLE orders DROP note");
        QTest::newRow("rename") << s("ALTER TABLE orders RENAME note TO remark");
        QTest::newRow("recreate") << s("ALTER TABLE orders DROP amount; ALTER TABLE orders ADD amount int DEFAULT 3");
    }
    void aColumnAddedDroppedOrRenamedWhileTheRunWaits_T060()
    {
        QFETCH(QString, ddl);
        makeOrders("incremental");
        QVERIFY(m_server.exec(s("UPDATE orders SET note = 'changed', updated_at = now() WHERE id <= 5")));
        PgSession session(m_server);
        QVERIFY(session.say(QByteArray("BEGIN; ").append(ddl.toUtf8()).append(';').constData()));
        QTRY_COMPARE_WITH_TIMEOUT(m_server.value(s("SELECT count(*) > 0 FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation = "
            "(SELECT oid FROM pg_class WHERE relname = 'orders')")), s("t"), 10'000);
        const Result<SyncAccepted> accepted = m_engine->askFor<SyncAccepted>(SyncSchemas{{orders()}});
        QTRY_COMPARE_WITH_TIMEOUT(m_server.value(s("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")), s("1"), 10'000);
        QVERIFY(session.say("COMMIT;"));
        QVERIFY(m_engine->waitForRun(accepted->runs.front())->status == RunStatus::Completed);
        QVERIFY(synced().status == RunStatus::Completed);
        // Whatever the attempt saw, one more sync has every column with every value of the source.
        const QString names = m_server.value(s("SELECT string_agg(attname, ',' ORDER BY attname) FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0 AND NOT attisdropped"));
        for (const QString& name : names.split(QLatin1Char(','))) {
            if (name == s("updated_at"))
                continue;
            const QString sum = QStringLiteral("SELECT sum(('0' || length(%1::text))::bigint * id) FROM ").arg(name);
            QCOMPARE(m_engine->scalar(sum + s("shop.orders")), m_server.value(sum + s("orders")));
        }
    }

    // Naive: the migration, and every query behind it, waits until all rows of a long copy are stored.
    void aMigrationGoesFirstAndTheRunGoesOn_T064()
    {
#ifndef LEAT_FAILPOINTS
        QSKIP("needs failpoints");
#else
        makeOrders("full_refresh", {{s("give_way"), s("1")}});
        HeldPoint batch(m_engine->dir(), "source.batch");
        const Result<SyncAccepted> accepted = m_engine->askFor<SyncAccepted>(SyncSchemas{{orders()}});
        QVERIFY(accepted);
        QTRY_VERIFY_WITH_TIMEOUT(batch.isReached(), 10'000);
        QVERIFY2(m_server.exec(s("SET lock_timeout = '20s'; ALTER TABLE orders ADD extra int DEFAULT 5")), qPrintable(m_server.error()));
        batch.letGo();
        const std::optional<RunInfo> run = m_engine->waitForRun(accepted->runs.front());
        QVERIFY(run && run->status == RunStatus::Completed);
        QCOMPARE(run->attempts, 2);
        QVERIFY2(logOf(*run).contains(s("gave way")), qPrintable(logOf(*run)));
        QCOMPARE(scalar("SELECT count(*) || ' ' || sum(extra) FROM shop.orders"), s("100 500"));
#endif
    }

    void aWiderColumnIsWidenedInPlace_T063()
    {
        makeOrders("incremental");
        QVERIFY(m_server.exec(s("ALTER TABLE orders ALTER amount TYPE bigint; UPDATE orders SET amount = 5000000000, updated_at = now() WHERE id = 1")));
        QVERIFY(synced().status == RunStatus::Completed);
        QVERIFY(columns().contains(s("amount BIGINT")));
        QCOMPARE(scalar("SELECT sum(amount) FROM shop.orders"), s("5000050490"));
    }

    // Naive: numeric stays VARCHAR in the warehouse, so nothing changed; the cursor did not move either.
    void anotherDeclarationBringsItsValues_T063()
    {
        make("CREATE TABLE orders(id int PRIMARY KEY, price numeric, code varchar(8), u timestamptz NOT NULL DEFAULT now());"
             "INSERT INTO orders SELECT i, i + 0.125, 'c' || i FROM generate_series(1, 100) i");
        set({s("late_commits=cursor")});
        upsert();
        QVERIFY(m_server.exec(s("ALTER TABLE orders ALTER price TYPE numeric(50,2) USING price * 100")));
        RunInfo run = synced();
        QVERIFY(run.status == RunStatus::Completed);
        QCOMPARE(run.mode, s("full"));
        QVERIFY2(logOf(run).contains(s("another type")), qPrintable(logOf(run)));
        QCOMPARE(scalar("SELECT price FROM shop.orders WHERE id = 7"), s("712.50"));
        QVERIFY(verified().equal());
        // More room for a text needs no copy.
        QVERIFY(m_server.exec(s("ALTER TABLE orders ALTER code TYPE varchar(20); INSERT INTO orders VALUES (101, 1, 'longer than eight')")));
        run = synced();
        QCOMPARE(run.mode, s("cursor"));
        QVERIFY(verified().equal());
    }

    // Naive: text cast into the integer column, or the run failing for ever.
    void anotherTypeIsCopiedAnewOrGetsItsOwnColumn_T061_T063()
    {
        makeOrders("incremental");
        QVERIFY(m_server.exec(s("ALTER TABLE orders DROP amount; ALTER TABLE orders ADD amount text DEFAULT 'ten'")));
        QVERIFY(synced().status == RunStatus::Completed);
        QVERIFY(columns().contains(s("amount VARCHAR")));
        QCOMPARE(scalar("SELECT count(*) FROM shop.orders WHERE amount = 'ten'"), s("100"));

        makeOrders("append");
        QVERIFY(m_server.exec(s("ALTER TABLE orders DROP amount; ALTER TABLE orders ADD amount text;"
                                "INSERT INTO orders(id, note, amount) VALUES (101, 'new', 'eleven')")));
        QVERIFY(synced().status == RunStatus::Completed);
        QVERIFY2(columns().contains(s("amount INTEGER")) && columns().contains(s("amount_v2 VARCHAR")), qPrintable(columns()));
        QCOMPARE(scalar("SELECT count(amount) || ' ' || count(amount_v2) FROM shop.orders"), s("100 1"));
        QVERIFY(m_server.exec(s("INSERT INTO orders(id, note, amount) VALUES (102, 'next', 'twelve')")));
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT count(amount) || ' ' || count(amount_v2) FROM shop.orders"), s("100 2"));
    }

    void aDroppedCursorOrKeyStopsWithTheWayOut_D39()
    {
        for (const char* gone : {"updated_at", "id"}) {
            makeOrders("incremental");
            QVERIFY(m_server.exec(s("ALTER TABLE orders DROP ") + s(gone)));
            const RunInfo run = synced();
            QVERIFY(run.status == RunStatus::Failed);
            QVERIFY(run.error->code == ErrorCode::ColumnMissing);
            QCOMPARE(run.error->args.value(s("column")), s(gone));
            QTRY_VERIFY(!m_engine->world()->incidents.empty());
            const Result<DiagnosisReport> report = m_engine->askFor<DiagnosisReport>(Diagnose{{}, orders(), false, {}});
            QVERIFY2(report->diagnosis.branch == Branch::C, qPrintable(report->diagnosis.ruleId + report->diagnosis.cause));
            QCOMPARE(report->diagnosis.actions.front().id, s("choose-fields"));
            QCOMPARE(scalar("SELECT count(*) FROM shop.orders"), s("100"));
        }
    }

    void askingHoldsBackUntilAccepted()
    {
        makeOrders("incremental", {{QLatin1String(kDriftKey), s("ask")}});
        QVERIFY(m_server.exec(s("ALTER TABLE orders ADD extra int DEFAULT 4")));
        const RunInfo run = synced();
        QVERIFY(run.status == RunStatus::HeldBack);
        QVERIFY(run.error->code == ErrorCode::ChangesHeld);
        QVERIFY(describe(*run.error).sentence.contains(s("extra")));
        QVERIFY(schema().status == SchemaStatus::HeldBack);
        QVERIFY(!columns().contains(s("extra")));
        QTRY_VERIFY(!m_engine->world()->incidents.empty());
        const Result<DiagnosisReport> report = m_engine->askFor<DiagnosisReport>(Diagnose{{}, orders(), false, {}});
        QCOMPARE(report->diagnosis.actions.front().id, s("accept-changes"));
        SyncSchemas accept{{orders()}};
        accept.acceptChanges = true;
        const Result<SyncAccepted> accepted = m_engine->askFor<SyncAccepted>(std::move(accept));
        QVERIFY(m_engine->waitForRun(accepted->runs.front())->status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT count(*) FROM shop.orders WHERE extra = 4"), s("100"));
        QVERIFY(synced().status == RunStatus::Completed);
    }

    void ignoringKeepsTheWarehouseAsItIs()
    {
        makeOrders("incremental", {{QLatin1String(kDriftKey), s("ignore")}});
        const QString before = columns();
        QVERIFY(m_server.exec(s("ALTER TABLE orders ADD extra int DEFAULT 4; ALTER TABLE orders RENAME note TO remark;"
                                "INSERT INTO orders(id, remark) VALUES (101, 'late')")));
        for (int i = 0; i < 2; ++i) {
            QVERIFY(synced().status == RunStatus::Completed);
            QCOMPARE(columns(), before);
            QCOMPARE(scalar("SELECT count(note) FROM shop.orders"), s("101"));
        }
    }

    void droppedColumnsKeepTheirValuesUnlessAllIsFollowed()
    {
        makeOrders("incremental");
        QVERIFY(m_server.exec(s("ALTER TABLE orders DROP note")));
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(scalar("SELECT count(note) FROM shop.orders"), s("100"));
        makeOrders("incremental", {{QLatin1String(kDriftKey), s("full")}});
        QVERIFY(m_server.exec(s("ALTER TABLE orders DROP note")));
        QVERIFY(synced().status == RunStatus::Completed);
        QVERIFY(!columns().contains(s("note")));
        QCOMPARE(scalar("SELECT count(*) FROM shop.orders"), s("100"));
    }

    void newTablesAreFoundAndEnabledByPattern()
    {
        makeOrders("incremental", {{QLatin1String(kAutoEnableKey), s("orders_*, nothing?")}});
        QVERIFY(m_engine->set(orders(), {s("sync_frequency=1hour")}));
        QVERIFY(m_server.exec(s("CREATE TABLE orders_2027(id int PRIMARY KEY, updated_at timestamptz); CREATE TABLE other(id int)")));
        const Result<RefreshResult> result = m_engine->askFor<RefreshResult>(RefreshSource{m_source});
        QCOMPARE(result->added.size(), 2);
        QCOMPARE(result->enabled, QStringList{s("orders_2027")});
        const SchemaInfo* enabled = m_engine->schema(kShop, s("orders_2027"));
        QVERIFY(enabled->config.shouldSync && enabled->config.syncFrequency == SyncFrequency::EveryHour);
        QVERIFY(!m_engine->schema(kShop, s("other"))->config.shouldSync);
        QVERIFY(m_server.exec(s("DROP TABLE other")));
        QCOMPARE(m_engine->askFor<RefreshResult>(RefreshSource{m_source})->vanished, QStringList{s("other")});
        QVERIFY(!m_engine->schema(kShop, s("other"))->presentAtSource);
        setPolicy("full");
        QVERIFY(m_server.exec(s("CREATE TABLE third(id int)")));
        QCOMPARE(m_engine->askFor<RefreshResult>(RefreshSource{m_source})->enabled, QStringList{s("third")});
        const Result<Reply> wrong = m_engine->ask(UpdateSource{m_source, {{QLatin1String(kDriftKey), s("perhaps")}}, {}});
        QVERIFY(!wrong && wrong.error().code == ErrorCode::InvalidOption);
    }
};

QTEST_GUILESS_MAIN(TestEngineDrift)
#include "tst_enginedrift.moc"
