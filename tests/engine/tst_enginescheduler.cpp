// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/failpoint.h"
#include "tests/support/scheduledplace.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTimeZone>

using namespace leat;
using namespace leat::test;

namespace {

/// A place with tables as the test wants them.
struct Place : ScheduledPlace
{
    /// Tables a, b, … that are off until they are set.
    void fill(int tables)
    {
        QByteArray sql;
        for (int i = 0; i < tables; ++i) {
            const QByteArray name(1, char('a' + i));
            sql += "CREATE TABLE " + name + "(id INTEGER PRIMARY KEY); INSERT INTO " + name + " VALUES (1);";
        }
        make(sql, false);
    }
    bool plan(const char* table, const char* frequency, const QStringList& more = {})
    {
        return bool(engine.set(id(table), QStringList{QStringLiteral("sync_frequency=") + QLatin1String(frequency),
            QStringLiteral("should_sync=true")} + more));
    }
    std::vector<RunInfo> runs(const char* table)
    {
        HistoryFilter filter;
        filter.schemaId = id(table);
        Result<HistoryPage> page = engine.askFor<HistoryPage>(LoadHistory{filter});
        return page ? page->runs : std::vector<RunInfo>();
    }
    /// Waits until the table has ended so many runs and rests.
    bool waitRuns(const char* table, size_t count)
    {
        return QTest::qWaitFor([&] { return runs(table).size() >= count && !schema(table).currentRun.isValid(); }, 10'000)
            && runs(table).size() == count;
    }
};

} // namespace

class TestEngineScheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueSchemasRunOnce_T24_T56()
    {
        Place place;
        place.fill(2);
        QVERIFY(place.plan("a", "1min"));
        QVERIFY(place.waitRuns("a", 1));               // never synced: due at once
        QVERIFY(place.runs("a").front().trigger == Trigger::Schedule);
        QVERIFY(place.runs("a").front().status == RunStatus::Completed);
        QCOMPARE(place.schema("a").nextRunAt, QDateTime(QDate(2026, 6, 1), QTime(10, 1), Qt::UTC));
        QCOMPARE(place.engine.world()->engine.nextRunAt, place.schema("a").nextRunAt);
        QVERIFY(place.settle());
        QCOMPARE(place.runs("a").size(), size_t(1));
        place.time->turn(kMinute);
        QVERIFY(place.waitRuns("a", 2));
        QVERIFY(place.settle());
        QCOMPARE(place.runs("a").size(), size_t(2));
        QVERIFY(place.runs("b").empty());              // off
        QVERIFY(!place.schema("b").nextRunAt.isValid());
        QVERIFY(place.plan("a", "never"));
        QVERIFY(!place.schema("a").nextRunAt.isValid());
        place.time->turn(kDay);
        QVERIFY(place.settle());
        QCOMPARE(place.runs("a").size(), size_t(2));
    }

    void pausedSchemasDoNotRun_T26()
    {
        Place place;
        place.fill(1);
        QVERIFY(place.plan("a", "1min"));
        QVERIFY(place.waitRuns("a", 1));
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("should_sync=false")}));
        QVERIFY(!place.schema("a").nextRunAt.isValid());
        place.time->turn(kHour);
        QVERIFY(place.settle());
        QCOMPARE(place.runs("a").size(), size_t(1));
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("should_sync=true")}));
        QVERIFY(place.waitRuns("a", 2));
    }

    // Deleted, or lost with the warehouse: no copy is no reason to wait for the planned time.
    void whatHasNoCopyIsDueAtOnce_G22()
    {
        Place place;
        place.fill(1);
        QVERIFY(place.plan("a", "12hour"));
        QVERIFY(place.waitRuns("a", 1));
        QVERIFY(place.schema("a").nextRunAt > place.time->now());
        const PreviewDestructive look{DestructiveAction::DeleteData, {place.id("a")}, {}, false, {}};
        const Result<DestructivePreview> seen = place.engine.askFor<DestructivePreview>(look);
        QVERIFY(seen);
        QVERIFY(place.engine.askFor<BulkResult>(DestroyData{DestructiveAction::DeleteData, {place.id("a")}, {}, {seen->token, seen->subject}})->ok());
        QVERIFY(place.waitRuns("a", 2));
        QVERIFY(place.schema("a").lastSyncedAt.isValid());
        QVERIFY(place.settle());
        QCOMPARE(place.runs("a").size(), size_t(2));

        QVERIFY(place.engine.ask(PauseScheduler{}));
        place.engine.close();
        QVERIFY(QFile::remove(place.engine.dir() + QStringLiteral("/profile/warehouse.duckdb")));
        place.engine.reopen();
        QCOMPARE(toString(place.schema("a").status), toString(SchemaStatus::NeverSynced));
        QVERIFY(place.engine.ask(ResumeScheduler{}));
        QVERIFY(place.waitRuns("a", 3));
        QCOMPARE(toString(place.schema("a").status), toString(SchemaStatus::Ok));
    }

    // Since when it is wanted outlives the program.
    void whatNeverRanIsLateInTheEnd_G22()
    {
        Place place;
        place.fill(2);
        QVERIFY(place.engine.ask(PauseScheduler{}));
        QVERIFY(place.plan("a", "1hour"));
        QVERIFY(place.plan("b", "never"));
        QTRY_VERIFY(place.schema("a").config.shouldSync);
        place.engine.reopen();
        QVERIFY(place.engine.world()->incidents.empty());
        place.time->turn(2 * kHour);
        place.engine.reopen();
        const WorldPtr world = place.engine.world();
        QCOMPARE(world->incidents.size(), size_t(1));
        QVERIFY(world->incidents[0].health == Health::Late);
        QCOMPARE(world->incidents[0].schemaId, place.id("a"));
        QVERIFY2(world->incidents[0].headline.contains(QStringLiteral("2 hours")), qPrintable(world->incidents[0].headline));
    }

    void sleepCoalescesToOneRun_T149()
    {
        Place place;
        place.fill(1);
        QVERIFY(place.plan("a", "5min"));
        QVERIFY(place.waitRuns("a", 1));
        place.time->wall += 8 * kHour;                 // the monotonic clock stands while asleep
        QVERIFY(place.waitRuns("a", 2));
        QVERIFY(place.settle());
        QCOMPARE(place.runs("a").size(), size_t(2));
        QVERIFY(place.schema("a").nextRunAt > place.time->now());
        QVERIFY(place.schema("a").nextRunAt <= place.time->now().addMSecs(5 * kMinute));
    }

    void tablesThatAppearAreFoundByTheClock()
    {
        Place place;
        place.fill(1);
        const SourceId source = place.engine.world()->sources.front().id;
        QVERIFY(place.engine.ask(UpdateSource{source, {{QStringLiteral("auto_enable"), QStringLiteral("new*")}}, {}}));
        EngineFixture::sqlite(place.file, "CREATE TABLE newest(id INTEGER PRIMARY KEY); CREATE TABLE other(id INTEGER PRIMARY KEY); DROP TABLE a;");
        place.time->turn(kHour);
        QVERIFY(place.settle());
        QVERIFY(!place.engine.schema(kShop, QStringLiteral("newest")));
        place.time->turn(kDay);
        QTRY_VERIFY_WITH_TIMEOUT(place.engine.schema(kShop, QStringLiteral("newest")), 10'000);
        QVERIFY(place.schema("newest").config.shouldSync);
        QVERIFY(!place.schema("other").config.shouldSync);
        QVERIFY(!place.schema("a").presentAtSource);
        QVERIFY(place.engine.ask(UpdateSource{source, {{QStringLiteral("refresh_tables"), QStringLiteral("never")}}, {}}));
        EngineFixture::sqlite(place.file, "CREATE TABLE later(id INTEGER PRIMARY KEY);");
        place.time->turn(3 * kDay);
        QVERIFY(place.settle());
        QVERIFY(!place.engine.schema(kShop, QStringLiteral("later")));
    }

    void clockStepsAreHarmless_T150()
    {
        Place place;
        place.fill(2);
        QVERIFY(place.plan("a", "1hour"));
        QVERIFY(place.plan("b", "24hour", {QStringLiteral("sync_time_of_day=10:30")}));
        QVERIFY(place.waitRuns("a", 1) && place.waitRuns("b", 1));
        place.time->wall += kDay;                      // forward: one run each
        QVERIFY(place.waitRuns("a", 2) && place.waitRuns("b", 2));
        place.time->wall -= kDay;                      // and back, for a by many periods: nobody knows when it ran
        QVERIFY(place.waitRuns("a", 3));
        QVERIFY(place.settle());
        QCOMPARE(place.runs("a").size(), size_t(3));
        QCOMPARE(place.runs("b").size(), size_t(2));   // by a period: it waits, but not for long
        QVERIFY(place.schema("a").nextRunAt <= place.time->now().addMSecs(2 * kHour));
        QVERIFY(place.schema("b").nextRunAt <= place.time->now().addMSecs(2 * kDay));
        place.time->turn(kHour);
        QVERIFY(place.waitRuns("a", 4));
    }

    void aPausedSchedulerStartsNothing()
    {
        Place place;
        place.fill(1);
        QVERIFY(place.plan("a", "1min"));
        QVERIFY(place.waitRuns("a", 1));
        QVERIFY(place.engine.ask(PauseScheduler{}));
        QVERIFY(place.engine.world()->engine.schedulerPaused);
        QVERIFY(!place.schema("a").nextRunAt.isValid());
        place.time->turn(kHour);
        QVERIFY(place.settle());
        QCOMPARE(place.runs("a").size(), size_t(1));
        QVERIFY(place.engine.sync(place.id("a")).status == RunStatus::Completed);      // by hand it runs
        place.engine.reopen();
        QVERIFY(place.engine.world()->engine.schedulerPaused);
        QVERIFY(place.engine.ask(ResumeScheduler{}));
        place.time->turn(kHour);
        QVERIFY(place.waitRuns("a", 3));
        // For a while: it resumes by itself.
        QVERIFY(place.engine.ask(PauseScheduler{place.time->now().addMSecs(2 * kHour)}));
        QCOMPARE(place.schema("a").nextRunAt, place.engine.world()->engine.pausedUntil);
        place.time->turn(kHour);
        QVERIFY(place.settle());
        QCOMPARE(place.runs("a").size(), size_t(3));
        place.time->turn(kHour);
        QVERIFY(place.waitRuns("a", 4));
        QVERIFY(!place.engine.world()->engine.schedulerPaused);
        QVERIFY(!place.engine.ask(PauseScheduler{place.time->now().addSecs(-1)}));
    }

    void aPauseSetByAWrongClockLastsAsLongAsWasMeant_T150()
    {
        Place place;
        place.fill(1);
        place.time->wall += 365 * kDay;
        QVERIFY(place.engine.ask(PauseScheduler{place.time->now().addSecs(7200)}));
        QVERIFY(place.plan("a", "1min"));
        place.engine.close();
        place.time->wall -= 365 * kDay;
        place.engine.reopen();
        QVERIFY(place.settle());
        QVERIFY(place.engine.world()->engine.schedulerPaused);
        QCOMPARE(place.engine.world()->engine.pausedUntil, place.time->now().addSecs(7200));
        QVERIFY(place.runs("a").empty());
        place.time->turn(2 * kHour + kMinute);
        QVERIFY(place.waitRuns("a", 1));
    }

    // Neither by a look nor by a clock that is ahead of everything that is known.
    void theTrashIsNotEmptiedByAWrongClock_T150()
    {
        const auto time = std::make_shared<HandTime>();
        const auto schedules = std::make_shared<bool>(false);
        time->wall = QDateTime::currentMSecsSinceEpoch();       // which is what the warehouse notes
        EngineFixture engine([time, schedules](EngineOptions& options) {
            options.schedule = *schedules;
            options.makeClock = [time] { return std::make_unique<HandClock>(time); };
        });
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, "CREATE TABLE a(id INTEGER PRIMARY KEY); INSERT INTO a VALUES (1);");
        QVERIFY(engine.addSqlite(kShop, file).isValid());
        const SchemaId a = engine.id(kShop, QStringLiteral("a"));
        QVERIFY(engine.set(a, {QStringLiteral("sync_frequency=never")}));
        QVERIFY(engine.sync(a).status == RunStatus::Completed);
        const Result<DestructivePreview> seen = engine.askFor<DestructivePreview>(PreviewDestructive{DestructiveAction::DeleteData, {a}, {}, false, {}});
        QVERIFY(seen && engine.askFor<BulkResult>(DestroyData{DestructiveAction::DeleteData, {a}, {}, {seen->token, seen->subject}})->ok());
        const auto kept = [&engine] { return engine.askFor<TrashPage>(LoadTrash{})->items.size(); };
        QCOMPARE(kept(), size_t(1));
        engine.close();
        time->wall += 30 * kDay;
        for (const bool schedule : {false, true}) {
            *schedules = schedule;
            engine.reopen();
            QCOMPARE(kept(), size_t(1));
        }
        QVERIFY(engine.sync(a).status == RunStatus::Completed);     // the month is true: work is noted in it
        *schedules = false;
        engine.reopen();
        QCOMPARE(kept(), size_t(1));
        *schedules = true;
        engine.reopen();
        QCOMPARE(kept(), size_t(0));
    }

    void failingOnesWaitLongerEachTime_T153()
    {
        Place place;
        place.fill(2);
        QVERIFY(place.plan("a", "1min"));
        QVERIFY(place.waitRuns("a", 1));
        EngineFixture::sqlite(place.file, "ALTER TABLE a RENAME TO gone;");
        place.time->turn(kMinute);
        QVERIFY(place.waitRuns("a", 2));
        QVERIFY(place.schema("a").status == SchemaStatus::Failed);
        QVERIFY(place.schema("a").latestError->retry != RetryClass::Transient);
        const QDateTime first = place.schema("a").nextRunAt;
        QCOMPARE(first, place.time->now().addSecs(15 * 60));
        QCOMPARE(place.schema("a").nextRetryAt, first);
        place.time->turn(10 * kMinute);
        QVERIFY(place.settle());
        QCOMPARE(place.runs("a").size(), size_t(2));
        place.time->turn(5 * kMinute);
        QVERIFY(place.waitRuns("a", 3));
        QCOMPARE(place.schema("a").nextRunAt, place.time->now().addSecs(30 * 60));
        // A run by hand that succeeds ends the waiting.
        EngineFixture::sqlite(place.file, "ALTER TABLE gone RENAME TO a;");
        QVERIFY(place.engine.sync(place.id("a")).status == RunStatus::Completed);
        QVERIFY(!place.schema("a").nextRetryAt.isValid());
        QVERIFY(place.schema("a").nextRunAt <= place.time->now().addMSecs(kMinute));
    }

    // A full disk takes no run: it is tried at the next look, not without a break.
    void whatCannotBeQueuedIsTriedNowAndThen()
    {
#ifndef LEAT_FAILPOINTS
        QSKIP("needs failpoints");
#else
        Place place;
        place.fill(1);
        QVERIFY(place.plan("a", "1min"));
        QVERIFY(place.waitRuns("a", 1));
        const int before = place.time->looks;
        QVERIFY(failpoint::arm(QStringLiteral("run.queue=fail:disk-full@1+")));
        place.time->turn(kMinute);
        const auto tries = [] { return failpoint::hits()["run.queue"]; };
        QElapsedTimer taken;
        taken.start();
        QTRY_VERIFY(tries() >= 20);
        // Looks are 5 ms apart.
        QVERIFY2(taken.elapsed() >= 50, qPrintable(QStringLiteral("%1 ms, %2 looks").arg(taken.elapsed()).arg(place.time->looks - before)));
        QVERIFY(failpoint::arm({}));
        QVERIFY(place.waitRuns("a", 2));
#endif
    }

    void aDeadSourceIsProbedAndNotSynced_T153_T222()
    {
        Place place;
        place.fill(4);
        for (const char* table : {"a", "b", "c", "d"})
            QVERIFY(place.plan(table, "1min"));
        for (const char* table : {"a", "b", "c", "d"})
            QVERIFY(place.waitRuns(table, 1));
        QVERIFY(QFile::rename(place.file, place.file + QStringLiteral(".away")));
        place.time->turn(kMinute);
        const auto source = [&] { return place.engine.world()->sources.front(); };
        QVERIFY(QTest::qWaitFor([&] { return source().status == SourceStatus::Error; }, 10'000));
        QVERIFY(place.settle());
        const auto all = [&] {
            size_t count = 0;
            for (const char* table : {"a", "b", "c", "d"})
                count += place.runs(table).size();
            return count;
        };
        const size_t before = all();
        QVERIFY(before <= 4 + 2);                      // those that ran side by side when it went
        const QDateTime probe = source().nextProbeAt;
        QVERIFY(probe > place.time->now());
        place.time->turn(place.time->now().msecsTo(probe));
        QVERIFY(QTest::qWaitFor([&] { return source().nextProbeAt > probe; }, 10'000));
        QVERIFY(place.settle());
        QCOMPARE(all(), before);                       // a probe asked, no table did
        QVERIFY(place.time->now().secsTo(source().nextProbeAt) > 25 * 60);      // twice as long, as it needs a person
        QVERIFY(QFile::rename(place.file + QStringLiteral(".away"), place.file));
        place.time->turn(place.time->now().msecsTo(source().nextProbeAt));
        // It answers: none waits any longer.
        for (const char* table : {"a", "b", "c", "d"})
            QVERIFY(QTest::qWaitFor([&] { return place.schema(table).status == SchemaStatus::Ok; }, 10'000));
        QVERIFY(QTest::qWaitFor([&] { return source().status == SourceStatus::Ok; }, 10'000));
        QVERIFY(!source().nextProbeAt.isValid());
    }

    // Started anew each time, as by cron: the first look after the outage syncs.
    void aSourceThatFailedIsAskedAtTheStart_T153_T222()
    {
        Place place;
        place.fill(1);
        QVERIFY(place.plan("a", "12hour"));
        QVERIFY(place.waitRuns("a", 1));
        QVERIFY(QFile::rename(place.file, place.file + QStringLiteral(".away")));
        place.time->turn(12 * kHour);
        QVERIFY(place.waitRuns("a", 2));
        const auto source = [&] { return place.engine.world()->sources.front(); };
        QTRY_COMPARE(toString(source().status), toString(SourceStatus::Error));
        place.engine.close();
        place.time->turn(kMinute);
        place.engine.reopen();
        QVERIFY(QTest::qWaitFor([&] { return source().nextProbeAt > place.time->now(); }, 10'000));     // asked; still away
        QVERIFY(place.settle());
        QCOMPARE(place.runs("a").size(), size_t(2));
        place.engine.close();
        QVERIFY(QFile::rename(place.file + QStringLiteral(".away"), place.file));
        place.engine.reopen();
        QVERIFY(place.waitRuns("a", 3));
        QCOMPARE(toString(place.schema("a").status), toString(SchemaStatus::Ok));
        QCOMPARE(toString(source().status), toString(SourceStatus::Ok));
    }

    void aRunByHandMovesNoPlan()
    {
        Place place;
        place.fill(1);
        QVERIFY(place.plan("a", "24hour", {QStringLiteral("sync_time_of_day=12:00")}));
        QVERIFY(place.engine.ask(SetTimeZone{QStringLiteral("UTC")}));
        QVERIFY(place.waitRuns("a", 1));
        const QDateTime noon(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
        QCOMPARE(place.schema("a").nextRunAt, noon);
        place.time->turn(kHour);
        QVERIFY(place.engine.sync(place.id("a")).status == RunStatus::Completed);
        QCOMPARE(place.schema("a").nextRunAt, noon);
        place.time->turn(kHour);
        QVERIFY(place.waitRuns("a", 3));
        QCOMPARE(place.schema("a").nextRunAt, noon.addDays(1));
    }

    void theZoneOfTheProfileCounts_T25()
    {
        Place place;
        place.fill(1);
        QVERIFY(place.plan("a", "24hour", {QStringLiteral("sync_time_of_day=02:30:00")}));
        QVERIFY(place.waitRuns("a", 1));
        QVERIFY(place.engine.ask(SetTimeZone{QStringLiteral("Europe/Berlin")}));
        QCOMPARE(place.schema("a").nextRunAt, QDateTime(QDate(2026, 6, 2), QTime(0, 30), Qt::UTC));
        QVERIFY(place.engine.ask(SetTimeZone{QStringLiteral("Asia/Kolkata")}));
        QCOMPARE(place.schema("a").nextRunAt, QDateTime(QDate(2026, 6, 1), QTime(21, 0), Qt::UTC));
        place.engine.reopen();
        QCOMPARE(place.engine.world()->engine.timeZone, QStringLiteral("Asia/Kolkata"));
        QVERIFY(!place.engine.world()->engine.timeZoneIsSystem);
        QVERIFY(!place.engine.ask(SetTimeZone{QStringLiteral("Mars/Olympus")}));
        QVERIFY(place.engine.ask(SetTimeZone{}));
        QVERIFY(place.engine.world()->engine.timeZoneIsSystem);
    }

    void timeOfDayNeedsADay_T25()
    {
        Place place;
        place.fill(1);
        const Result<void> refused = place.engine.set(place.id("a"),
            {QStringLiteral("sync_frequency=1hour"), QStringLiteral("sync_time_of_day=02:30:00")});
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::InvalidOption);
        QVERIFY(place.plan("a", "24hour", {QStringLiteral("sync_time_of_day=02:30:00")}));
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("sync_frequency=1hour")}));
        QVERIFY(!place.schema("a").config.syncTimeOfDay.isValid());    // it had no meaning any more
    }

    void neverMoreThanTheSourceAllows()
    {
        Place place;
        place.fill(6);
        const SourceId source = place.engine.world()->sources.front().id;
        QVERIFY(place.engine.ask(UpdateSource{source, {{QStringLiteral("parallel_tables"), QStringLiteral("1")}}, {}, 0}));
        int most = 0;
        QObject::connect(&place.engine.control(), &Control::changed, &place.engine.control(), [&] {
            most = std::max(most, place.engine.world()->engine.running + place.engine.world()->engine.queued);
        });
        QVERIFY(place.engine.ask(PauseScheduler{}));
        for (const char* table : {"a", "b", "c", "d", "e", "f"})
            QVERIFY(place.plan(table, "1hour"));
        QVERIFY(place.engine.ask(ResumeScheduler{}));
        for (const char* table : {"a", "b", "c", "d", "e", "f"})
            QVERIFY(place.waitRuns(table, 1));
        QCOMPARE(most, 1);
    }

    void whatTheEndInterruptedIsMadeUpFor_T148()
    {
        Place place;
        place.fill(1);
        place.engine.close();
        // A process that died while it synced leaves this behind.
        EngineFixture::sqlite(place.engine.dir() + QStringLiteral("/profile/state.db"),
            "UPDATE schemas SET config = json_set(config, '$.should_sync', json('true'), '$.sync_frequency', '30day'), "
            "schedule_anchor = '2026-06-01T09:59:00.000Z';"
            "INSERT INTO runs (schema_id, source_id, status, cause, sync_type, mode, started_at, cursor_before, cursor_after) "
            "SELECT id, source_id, 'Running', 'schedule', 'full_refresh', '', '2026-06-01T09:59:00.000Z', '', '' FROM schemas;");
        place.engine.reopen();
        QVERIFY(place.waitRuns("a", 2));
        QVERIFY(place.runs("a").back().status == RunStatus::Interrupted);
        QVERIFY(place.runs("a").front().status == RunStatus::Completed);
    }
};

QTEST_GUILESS_MAIN(TestEngineScheduler)
#include "tst_enginescheduler.moc"
