// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginefixture.h"
#include "tests/support/handclock.h"

#include <QFile>
#include <QTest>

using namespace leat;
using leat::test::EngineFixture;
using leat::test::HandClock;
using leat::test::HandTime;

namespace {

const QString kShop = QStringLiteral("acme");
constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

/// An engine whose clock stands until the test turns it, and that looks at it every few milliseconds.
struct Place
{
    std::shared_ptr<HandTime> time = std::make_shared<HandTime>();
    EngineFixture engine{[t = time](EngineOptions& options) {
        options.schedule = true;
        options.scheduleWaitMs = 5;
        options.makeClock = [t] { return std::make_unique<HandClock>(t); };
    }};
    QString file = engine.dir() + QStringLiteral("/a.sqlite");

    Place()
    {
        EngineFixture::sqlite(file, "CREATE TABLE a(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO a VALUES (1, 'x'), (2, 'y');"
            "CREATE TABLE b(id INTEGER PRIMARY KEY); INSERT INTO b VALUES (1);");
        if (!engine.addSqlite(kShop, file).isValid())
            qFatal("no source");
    }
    SchemaId id(const char* table) const { return engine.id(kShop, QLatin1String(table)); }
    SchemaInfo schema(const char* table) const { return *engine.schema(kShop, QLatin1String(table)); }
    QDateTime verified(const char* table) const { return schema(table).proof.verifiedAt; }
    bool becomes(const char* table, const QDateTime& at) const
    {
        return QTest::qWaitFor([&] { return verified(table) == at; }, 10'000);
    }
    /// Waits until what looks at the clock has looked often and found nothing to do.
    bool settle() const
    {
        const int before = time->looks;
        return QTest::qWaitFor([&] { return time->looks >= before + 10; }, 10'000);
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

    // T150: a clock that was set back does not put the next comparison off for longer than a period.
    void aClockSetBackPutsNothingOff_T150()
    {
        Place place;
        place.engine.sync(place.id("a"));
        place.time->turn(3 * kDay);
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("verify_every=daily")}));
        QVERIFY(place.becomes("a", place.time->now()));
        place.time->wall -= 2 * kDay;
        QTRY_VERIFY(place.schema("a").nextVerifyAt <= place.time->now().addDays(1));
    }

    // What is synced by a schedule goes first: a table that is due is copied before any is compared.
    void syncsGoFirst()
    {
        Place place;
        place.engine.sync(place.id("a"));
        place.engine.sync(place.id("b"));
        QVERIFY(place.engine.askFor<Done>(PauseScheduler{}));
        QVERIFY(place.engine.set(place.id("b"), {QStringLiteral("sync_frequency=1hour")}));
        QVERIFY(place.engine.set(place.id("a"), {QStringLiteral("verify_every=daily")}));
        place.time->turn(2 * kHour);
        const QDateTime now = place.time->now();
        QStringList order;
        QObject::connect(&place.engine.control(), &Control::changed, &place.engine.control(), [&] {
            if (place.schema("b").lastStartedAt == now && !order.contains(QStringLiteral("sync")))
                order << QStringLiteral("sync");
            if (place.verified("a") == now && !order.contains(QStringLiteral("verify")))
                order << QStringLiteral("verify");
        });
        QVERIFY(place.engine.askFor<Done>(ResumeScheduler{}));
        QTRY_COMPARE_WITH_TIMEOUT(order, (QStringList{QStringLiteral("sync"), QStringLiteral("verify")}), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestEngineScheduledVerify)
#include "tst_enginescheduledverify.moc"
