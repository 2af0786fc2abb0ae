// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pgsession.h"
#include "tests/support/shoptable.h"

#include "engine/sync/plan.h"

using namespace leat;
using namespace leat::test;

/// Positions that say nothing any more, or less than they seem to: what was passed by the cursor alone, ids that a
/// server gives out twice, labels that change beside the rows. A real PostgreSQL, a real warehouse.
class TestEngineHistory : public QObject, private ShopTable
{
    Q_OBJECT

private:
    /// More than is read by the whole window each time.
    void makeLarge()
    {
        make("CREATE TABLE t(id uuid PRIMARY KEY DEFAULT gen_random_uuid(), u timestamptz NOT NULL, pad text);"
             "INSERT INTO t(u, pad) SELECT now() - interval '1 hour', repeat('x', 1900) FROM generate_series(1, 17500);"
             "CREATE INDEX ON t(u); ANALYZE t");
    }
    void makeSmall()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u int NOT NULL, v text); INSERT INTO t SELECT i, i * 10, 'v' FROM generate_series(1, 3) i");
    }
    /// Ends a recovery that needs nothing: from then on the server writes a timeline of its own.
    void promote()
    {
        source("ALTER SYSTEM SET restore_command = 'false'");
        m_server.stop(s("fast"));
        QFile signal(m_server.dataDir() + s("/recovery.signal"));
        QVERIFY(signal.open(QIODevice::WriteOnly));
        signal.close();
        QVERIFY2(m_server.launch(), qPrintable(m_server.error()));
        QTRY_COMPARE_WITH_TIMEOUT(m_server.value(s("SELECT pg_is_in_recovery()")), s("f"), 20'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PgServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
    }

    // Naive: nobody was writing at the last sync, so whatever comes has a later time. Another machine's clock is behind.
    void whatWasWrittenByAClockBehindComesWithTheNextWholeWindow_T001_T002()
    {
        makeLarge();
        upsert();
        QVERIFY(m_engine->schema(kShop, kTable)->guarantee == Guarantee::CursorChecked);
        source("INSERT INTO t(u, pad) VALUES (clock_timestamp() + interval '3s', 'of a clock ahead')");
        QCOMPARE(synced().mode, s("cursor"));
        source("INSERT INTO t(u, pad) VALUES (clock_timestamp(), 'late')");
        int syncs = 1;
        for (RunInfo run = synced(); run.mode == s("cursor"); run = synced(), ++syncs) {
            QCOMPARE(rows(), s("17501"));
            QCOMPARE(verified().pending, qint64(1));     // said, and kept
            QVERIFY(syncs < kMostNarrowed);
        }
        QCOMPARE(syncs, kMostNarrowed);
        QCOMPARE(rows(), s("17502"));
        QVERIFY(verified().equal());
        QCOMPARE(verified().pending, qint64(0));
        QCOMPARE(synced().mode, s("cursor"));
    }

    void appendTakesLateRowsOfLargeTablesAtOnce_T022()
    {
        makeLarge();
        append();
        source("INSERT INTO t(u, pad) VALUES (clock_timestamp() + interval '3s', 'of a clock ahead')");
        QCOMPARE(synced().mode, s("window"));
        source("INSERT INTO t(u, pad) VALUES (clock_timestamp(), 'late')");
        QCOMPARE(synced().mode, s("window"));
        QCOMPARE(rows(), s("17502"));
        QCOMPARE(synced().rowsRead, qint64(0));
    }

    // Naive: the window begins where the last sync ended, though that one went by the cursor and left a row behind.
    void afterTheCursorAloneTheWindowBeginsWithACopy_T001()
    {
        makeSmall();
        follow({s("sync_type=incremental"), s("incremental_field=u"), s("primary_key_columns=id"), s("late_commits=cursor")});
        source("INSERT INTO t VALUES (4, 5, 'late'), (5, 50, 'new')");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("4"));
        set({s("late_commits=xmin")});
        QCOMPARE(synced().mode, s("full"));
        QCOMPARE(rows(), s("5"));
        source("UPDATE t SET u = 1, v = 'by the window' WHERE id = 1");
        QCOMPARE(synced().mode, s("window"));
        QVERIFY(verified().equal());
    }

    // The same where a window cannot be had for a while: column by column grants hide the transaction ids.
    void afterGrantsOfColumnsTheWindowBeginsWithACopy_T076()
    {
        source("DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN");
        make("CREATE TABLE t(id int PRIMARY KEY, u int NOT NULL, v text); INSERT INTO t SELECT i, i * 10, 'v' FROM generate_series(1, 3) i;"
             "GRANT USAGE ON SCHEMA public TO reader; GRANT SELECT ON t TO reader", {{s("user"), s("reader")}});
        upsert();
        source("REVOKE SELECT ON t FROM reader; GRANT SELECT (id, u, v) ON t TO reader; INSERT INTO t VALUES (4, 5, 'late'), (5, 50, 'new')");
        QCOMPARE(synced().mode, s("cursor"));
        QCOMPARE(rows(), s("4"));
        QVERIFY(m_engine->schema(kShop, kTable)->guarantee == Guarantee::CursorOnly);
        source("GRANT SELECT ON t TO reader");
        QCOMPARE(synced().mode, s("full"));
        QCOMPARE(rows(), s("5"));
    }

    // Naive: the horizon of that moment is below rows that were read already.
    void appendByTheCursorAloneDoublesNothingLater_T022()
    {
        makeSmall();
        follow({s("sync_type=append"), s("incremental_field=u"), s("late_commits=cursor")});
        {
            PgSession other(m_server);
            QVERIFY(other.say("CREATE TABLE elsewhere(x int); BEGIN; INSERT INTO elsewhere VALUES (1);"));
            QTRY_COMPARE(m_server.value(s("SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction' AND backend_xid IS NOT NULL")), s("1"));
            source("INSERT INTO t VALUES (4, 40, 'a'), (5, 50, 'b')");
            QVERIFY(synced().status == RunStatus::Completed);
            QCOMPARE(rows(), s("5"));
        }
        set({s("late_commits=auto")});
        for (int i = 6; i < 9; ++i) {
            source(qPrintable(s("INSERT INTO t VALUES (%1, %1 * 10, 'c')").arg(i)));
            QVERIFY(synced().status == RunStatus::Completed);
            QCOMPARE(rows(), QString::number(i));
        }
        QVERIFY(m_engine->schema(kShop, kTable)->guarantee == Guarantee::ExactWindow);
    }

    // Naive: ids above the horizon are new. The server that took over gave some of them out before.
    void aServerThatTookOverIsReadAnew_T123()
    {
        makeSmall();
        upsert();
        promote();
        source("INSERT INTO t VALUES (4, 40, 'a')");
        QCOMPARE(synced().mode, s("full"));
        source("INSERT INTO t VALUES (5, 50, 'b')");
        QCOMPARE(synced().mode, s("window"));
        QVERIFY(verified().equal());
    }

    void appendAsksWhenAServerTookOver_T123()
    {
        makeSmall();
        append();
        promote();
        source("INSERT INTO t VALUES (4, 40, 'a')");
        QCOMPARE(codeOf(synced()), s("changes-held"));
        QCOMPARE(rows(), s("3"));
        QVERIFY(syncedAccepting().status == RunStatus::Completed);
        QCOMPARE(rows(), s("4"));
        source("INSERT INTO t VALUES (5, 50, 'b')");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("5"));
    }

    void aRenamedLabelIsFollowed_T226()
    {
        make("CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TYPE pair AS (a int, b mood);"
             "CREATE TABLE t(id int PRIMARY KEY, u int NOT NULL, m mood, p pair, many mood[]);"
             "INSERT INTO t SELECT i, i, 'sad', ROW(i, 'sad'::mood)::pair, '{sad,ok}' FROM generate_series(1, 3) i");
        upsert();
        source("ALTER TYPE mood ADD VALUE 'glad'");
        QCOMPARE(synced().mode, s("window"));
        source("ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'");
        QCOMPARE(synced().mode, s("full"));
        QCOMPARE(scalar("SELECT count(*) FROM shop.t WHERE m = 'blue' AND p LIKE '%blue%' AND many LIKE '%blue%'"), s("3"));
        source("ALTER TYPE pair ADD ATTRIBUTE c int");
        QCOMPARE(synced().mode, s("full"));
        QCOMPARE(synced().mode, s("window"));
        QVERIFY(verified().equal());
    }

    void theFirstPartsOfATableComeWhole_T061()
    {
        make("CREATE TABLE t(id int PRIMARY KEY, u int NOT NULL) PARTITION BY RANGE (id); CREATE TABLE old(id int PRIMARY KEY, u int NOT NULL);"
             "INSERT INTO old SELECT i, i FROM generate_series(1, 5) i");
        upsert();
        QCOMPARE(rows(), s("0"));
        source("ALTER TABLE t ATTACH PARTITION old FOR VALUES FROM (0) TO (100); INSERT INTO t VALUES (6, 6)");
        QVERIFY(synced().status == RunStatus::Completed);
        QCOMPARE(rows(), s("6"));
    }

    // Naive: the second row of a key replaces the first, one sync later, and every light is green.
    void aKeyThatMayRepeatNowStops_T045()
    {
        makeSmall();
        upsert();
        source("ALTER TABLE t DROP CONSTRAINT t_pkey; INSERT INTO t VALUES (1, 40, 'another row')");
        const RunInfo run = synced();
        QCOMPARE(codeOf(run), s("changes-held"));
        QVERIFY2(describe(*run.error).sentence.contains(s("id")), qPrintable(describe(*run.error).sentence));
        QCOMPARE(scalar("SELECT v FROM shop.t WHERE id = 1"), s("v"));
        source("DELETE FROM t WHERE v = 'another row'; ALTER TABLE t ADD PRIMARY KEY (id)");
        QVERIFY(synced().status == RunStatus::Completed);
        QVERIFY(verified().equal());
    }
};

QTEST_GUILESS_MAIN(TestEngineHistory)
#include "tst_enginehistory.moc"
