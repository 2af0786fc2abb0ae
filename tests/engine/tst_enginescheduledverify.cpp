// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/jsonview.h"
#ifdef LEAT_FAILPOINTS
#include "tests/support/heldpoint.h"
#endif
#include "tests/support/scheduledplace.h"

#include <QFile>
#include <QFuture>
#include <QJsonObject>

using namespace leat;
using namespace leat::test;

namespace {

/// Tables a and b, both synced when asked to.
struct Place : ScheduledPlace
{
    Place()
    {
        make("CREATE TABLE a(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO a VALUES (1, 'x'), (2, 'y');"
            "CREATE TABLE b(id INTEGER PRIMARY KEY); INSERT INTO b VALUES (1);", true);
    }
    QDateTime verified(const char* table) const { return schema(table).proof.verifiedAt; }
    bool becomes(const char* table, const QDateTime& at) const
    {
        return QTest::qWaitFor([&] { return verified(table) == at; }, 10'000);
    }
};

} // namespace

/// Comparisons that tables ask for by verify_every.
class TestEngineScheduledVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offIsNeverCompared()
    {
        Place place;
        place.engine.sync(place.id("a"));
        place.time->turn(30 * kDay);
        QVERIFY(place.settle());
        QVERIFY(!place.verified("a").isValid());
        QVERIFY(!place.schema("a").nextVerifyAt.isValid());
    }

    void dailyIsDueOnceADayAndKeptAsTheProof()
    {
        Place place;
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("verify_every=daily")}));
        QVERIFY(place.settle());
        QVERIFY(!place.verified("a").isValid()); // no row to compare yet
        place.engine.sync(place.id("a"));
        const QDateTime first = place.time->now();
        QVERIFY(place.becomes("a", first));
        QCOMPARE(place.schema("a").proof.drift(), 0);
        QCOMPARE(place.schema("a").proof.sourceRows, 2);
        QTRY_COMPARE(place.schema("a").nextVerifyAt, first.addDays(1));
        place.time->turn(kDay - kMinute);
        QVERIFY(place.settle());
        QCOMPARE(place.verified("a"), first);
        // What was missed is made up for once.
        place.time->turn(5 * kDay);
        const QDateTime second = place.time->now();
        QVERIFY(place.becomes("a", second));
        QTRY_COMPARE(place.schema("a").nextVerifyAt, second.addDays(1));
        QVERIFY(!place.verified("b").isValid());
        place.engine.reopen();
        QCOMPARE(place.verified("a"), second);
        QTRY_COMPARE(place.schema("a").nextVerifyAt, second.addDays(1));
    }

    // Else “run-scheduler --once”, which syncs first, would never come to a comparison that was due when it started.
    void whatWasNeverComparedIsNotPutOffBySyncs()
    {
        const auto time = std::make_shared<HandTime>();
        EngineFixture engine([time](EngineOptions& options) { options.makeClock = [time] { return std::make_unique<HandClock>(time); }; });
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, "CREATE TABLE a(id INTEGER PRIMARY KEY); INSERT INTO a VALUES (1);");
        QVERIFY(engine.addSqlite(kShop, file).isValid());
        const SchemaId a = engine.id(kShop, QStringLiteral("a"));
        const QDateTime first = time->now();
        QVERIFY(engine.sync(a).status == RunStatus::Completed);
        QVERIFY(engine.set(a, {QStringLiteral("verify_every=daily")}));
        QTRY_COMPARE(engine.schema(kShop, QStringLiteral("a"))->nextVerifyAt, first);
        time->turn(kHour);
        QVERIFY(engine.sync(a).status == RunStatus::Completed);
        QTRY_COMPARE(engine.schema(kShop, QStringLiteral("a"))->lastSyncedAt, time->now());
        QCOMPARE(engine.schema(kShop, QStringLiteral("a"))->nextVerifyAt, first);
    }

    void driftIsFoundAndNotRepaired()
    {
        Place place;
        place.engine.sync(place.id("a"));
        EngineFixture::sqlite(place.file, "UPDATE a SET v = 'z' WHERE id = 2");
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("verify_every=weekly")}));
        QVERIFY(place.becomes("a", place.time->now()));
        QCOMPARE(place.schema("a").proof.differing, 1);
        QVERIFY(!place.schema("a").proof.repaired);
        QCOMPARE(place.engine.scalar(QStringLiteral("SELECT v FROM acme.a WHERE id = 2")), QStringLiteral("y"));
        QTRY_COMPARE(place.schema("a").nextVerifyAt, place.verified("a").addDays(7));
    }

    void aPausedSchedulerAndAPausedTableCompareNothing()
    {
        Place place;
        place.engine.sync(place.id("a"));
        QVERIFY(place.engine.askFor<Done>(PauseScheduler{}));
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("verify_every=daily")}));
        QVERIFY(place.settle());
        QVERIFY(!place.verified("a").isValid());
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("should_sync=false")}));
        QVERIFY(place.engine.askFor<Done>(ResumeScheduler{}));
        QVERIFY(place.settle());
        QVERIFY(!place.verified("a").isValid());
        QVERIFY(!place.schema("a").nextVerifyAt.isValid());
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("should_sync=true")}));
        QVERIFY(place.becomes("a", place.time->now()));
    }

    // One that comes to nothing is tried again after an hour, not at every look.
    void aFailureWaitsAnHour()
    {
        Place place;
        place.engine.sync(place.id("a"));
        QVERIFY(QFile::rename(place.file, place.file + QStringLiteral(".away")));
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("verify_every=daily")}));
        const QDateTime tried = place.time->now();
        QTRY_COMPARE_WITH_TIMEOUT(place.schema("a").nextVerifyAt, tried.addSecs(3600), 10'000);
        QVERIFY(QFile::rename(place.file + QStringLiteral(".away"), place.file));
        place.time->turn(59 * kMinute);
        QVERIFY(place.settle());
        QVERIFY(!place.verified("a").isValid());
        place.time->turn(2 * kMinute);
        QVERIFY(place.becomes("a", place.time->now()));
    }

    // T150: a clock that was set back puts no comparison off.
    void aClockSetBackPutsNothingOff_T150()
    {
        Place place;
        place.engine.sync(place.id("a"));
        place.time->turn(3 * kDay);
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("verify_every=daily")}));
        QVERIFY(place.becomes("a", place.time->now()));
        place.time->wall -= 300 * kDay;
        QVERIFY(place.becomes("a", place.time->now()));
        QTRY_COMPARE(place.schema("a").nextVerifyAt, place.time->now().addDays(1));
    }

    // What is synced by a schedule goes first: b is due and cannot start, since its rows are on their way to the
    // trash (where they do not arrive); no run is there to wait for, and still nothing is compared before b was synced.
    void syncsGoFirst()
    {
#ifndef LEAT_FAILPOINTS
        QSKIP("needs failpoints");
#else
        Place place;
        place.engine.sync(place.id("a"));
        place.engine.sync(place.id("b"));
        QVERIFY(place.engine.askFor<Done>(PauseScheduler{}));
        QVERIFY(place.engine.set(place.id("b"), {QStringLiteral("sync_frequency=1hour")}));
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("verify_every=daily")}));
        PreviewDestructive ask;
        ask.action = DestructiveAction::DeleteData;
        ask.schemas = {place.id("b")};
        const Result<DestructivePreview> seen = place.engine.askFor<DestructivePreview>(ask);
        QVERIFY(seen);
        HeldPoint held(place.engine.dir(), "destroy.confirmed", "trash.begin=fail:disk-full");
        const QFuture<ReplyPtr> deleted = place.engine.control().send(
            DestroyData{DestructiveAction::DeleteData, {place.id("b")}, {}, {seen->token, seen->subject}});
        QTRY_VERIFY(held.isReached());
        const QDateTime before = place.time->now();
        place.time->turn(2 * kHour);
        const QDateTime now = place.time->now();
        QVERIFY(place.engine.askFor<Done>(ResumeScheduler{}));
        QTRY_VERIFY(place.schema("b").nextRunAt.isValid() && place.schema("b").nextRunAt <= now);
        QTRY_VERIFY(place.schema("a").nextVerifyAt.isValid() && place.schema("a").nextVerifyAt <= now);
        QVERIFY(place.settle());
        QCOMPARE(place.engine.world()->engine.running, 0);
        QVERIFY(!place.verified("a").isValid());

        QCOMPARE(place.schema("b").lastSyncedAt, before);

        QDateTime syncedBefore;
        QObject::connect(&place.engine.control(), &Control::changed, &place.engine.control(), [&] {
            if (!syncedBefore.isValid() && place.verified("a").isValid())
                syncedBefore = place.schema("b").lastSyncedAt;
        });
        held.letGo();
        QVERIFY(place.becomes("a", now));
        QTRY_VERIFY(syncedBefore.isValid());
        QCOMPARE(syncedBefore, now);
        QVERIFY(deleted.isFinished());
#endif
    }

    // One that is always in the middle when a run begins is not the only one that is ever tried.
    void whatGaveWayComesAfterTheOthers()
    {
#ifndef LEAT_FAILPOINTS
        QSKIP("needs failpoints");
#else
        Place place;
        place.engine.sync(place.id("a"));
        place.engine.sync(place.id("b"));
        QString first;
        QObject::connect(&place.engine.control(), &Control::changed, &place.engine.control(), [&] {
            for (const char* table : {"a", "b"})
                if (first.isEmpty() && place.verified(table).isValid())
                    first = QLatin1String(table);
        });
        HeldPoint held(place.engine.dir(), "verify.start");
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("verify_every=daily")}));
        QTRY_VERIFY(held.isReached());
        QVERIFY(place.engine.set(place.id("b"), {QStringLiteral("verify_every=daily")}));
        const QFuture<ReplyPtr> run = place.engine.control().send(SyncSchemas{{place.id("a")}});
        QTRY_VERIFY(place.schema("a").currentRun.isValid() || run.isFinished());
        const int looks = place.time->looks;
        QTRY_VERIFY(place.time->looks > looks + 10);
        held.letGo();
        QVERIFY(place.becomes("b", place.time->now()));
        QVERIFY(place.becomes("a", place.time->now()));
        QCOMPARE(first, QStringLiteral("b"));
#endif
    }

    // It is no secret of the log: the table says so, until a comparison ends, whoever asked for it.
    void aFailureIsShownUntilOneEnds()
    {
        Place place;
        place.engine.sync(place.id("a"));
        QVERIFY(QFile::rename(place.file, place.file + QStringLiteral(".away")));
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("verify_every=daily")}));
        const QDateTime tried = place.time->now();
        QTRY_VERIFY_WITH_TIMEOUT(place.schema("a").verifyFailure.has_value(), 10'000);
        QVERIFY(place.schema("a").verifyFailure->error.code == ErrorCode::FileMissing);
        QCOMPARE(place.schema("a").verifyFailure->at, tried);
        QVERIFY(place.schema("a").status == SchemaStatus::Ok);      // its rows are what they were
        const QJsonObject json = toJson(place.schema("a"));
        QCOMPARE(json.value(QStringLiteral("verify_error")).toObject().value(QStringLiteral("code")).toString(), QStringLiteral("file-missing"));
        QVERIFY(!json.value(QStringLiteral("verify_failed_at")).toString().isEmpty());

        // Neither looking often nor another start tries again at once.
        place.time->turn(30 * kMinute);
        place.engine.reopen();
        QVERIFY(place.settle());
        QVERIFY(place.schema("a").verifyFailure.has_value());
        QCOMPARE(place.schema("a").verifyFailure->at, tried);
        QCOMPARE(place.schema("a").nextVerifyAt, tried.addSecs(3600));
        // The next try fails as well, and says when.
        place.time->turn(31 * kMinute);
        const QDateTime again = place.time->now();
        QTRY_COMPARE_WITH_TIMEOUT(place.schema("a").verifyFailure->at, again, 10'000);

        QVERIFY(QFile::rename(place.file + QStringLiteral(".away"), place.file));
        place.time->turn(kMinute);
        QVERIFY(place.engine.verify(place.id("a")));
        QTRY_VERIFY(!place.schema("a").verifyFailure);
        QTRY_COMPARE(place.schema("a").nextVerifyAt, place.time->now().addDays(1));
        place.engine.reopen();
        QVERIFY(!place.schema("a").verifyFailure);
        QVERIFY(toJson(place.schema("a")).value(QStringLiteral("verify_error")).isNull());
    }

    // Who wants no comparisons any more needs no reason why there was none.
    void aFailureEndsWithTheWish()
    {
        Place place;
        place.engine.sync(place.id("a"));
        QVERIFY(QFile::rename(place.file, place.file + QStringLiteral(".away")));
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("verify_every=daily")}));
        QTRY_VERIFY_WITH_TIMEOUT(place.schema("a").verifyFailure.has_value(), 10'000);
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("verify_every=off")}));
        QTRY_VERIFY(!place.schema("a").verifyFailure);
    }
};

QTEST_GUILESS_MAIN(TestEngineScheduledVerify)
#include "tst_enginescheduledverify.moc"
