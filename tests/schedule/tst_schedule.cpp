// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/schedule/schedule.h"
#include "engine/schedule/walltime.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace leat;

namespace {

QDateTime at(const char* text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs).toUTC();
}

const std::vector<const char*> kZones{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/St_Johns",
    "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia", "Africa/Casablanca",
    "America/Santiago", "America/Havana", "Asia/Tehran", "Asia/Beirut", "Europe/Dublin", "Atlantic/Azores",
    "Antarctica/Troll", "Pacific/Kiritimati", "Etc/GMT+12", "UTC"};

const std::vector<SyncFrequency> kFrequencies{SyncFrequency::Every1Minute, SyncFrequency::Every5Minutes,
    SyncFrequency::Every15Minutes, SyncFrequency::Every30Minutes, SyncFrequency::EveryHour, SyncFrequency::Every6Hours,
    SyncFrequency::Every12Hours, SyncFrequency::EveryDay, SyncFrequency::Every7Days, SyncFrequency::Every30Days};

Schedule daily(const char* zone, const QTime& time, SyncFrequency frequency = SyncFrequency::EveryDay)
{
    return {frequency, time, QTimeZone(zone)};
}

/// A slot off its time of day is right only where the clock jumped over that time.
bool skipsAGap(const QDateTime& slot, const QTimeZone& zone, const QTime& time)
{
    const QDateTime before = wallTimeAt(slot.addSecs(-1), zone);
    const QDateTime after = wallTimeAt(slot, zone);
    if (before.secsTo(after) <= 1)
        return false;
    const QDateTime wanted(before.time() < time ? before.date() : after.date(), time, Qt::UTC);
    return before < wanted && wanted < after;
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void periods_T24()
    {
        const std::vector<std::pair<const char*, qint64>> seeds{{"1min", 60}, {"5min", 300}, {"15min", 900},
            {"30min", 1800}, {"1hour", 3600}, {"6hour", 21600}, {"12hour", 43200}, {"24hour", 86400},
            {"7day", 604800}, {"30day", 2592000}, {"never", 0}};
        for (const auto& [name, seconds] : seeds) {
            const std::optional<SyncFrequency> frequency = syncFrequencyFromString(QLatin1String(name));
            QVERIFY2(frequency.has_value(), name);
            QCOMPARE(periodSeconds(*frequency), seconds);
            QCOMPARE(takesTimeOfDay(*frequency), seconds >= 86400);
        }
    }

    void roundClockTimes_T24_data()
    {
        QTest::addColumn<QString>("frequency");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("next");
        const auto row = [](const char* name, const char* frequency, const char* zone, const char* after, const char* next) {
            QTest::newRow(name) << QString::fromLatin1(frequency) << QString::fromLatin1(zone)
                                << QString::fromLatin1(after) << QString::fromLatin1(next);
        };
        row("minute", "1min", "UTC", "2026-06-01T10:00:30.500Z", "2026-06-01T10:01:00Z");
        row("on the slot", "5min", "UTC", "2026-06-01T10:05:00.000Z", "2026-06-01T10:10:00Z");
        row("just before", "5min", "UTC", "2026-06-01T10:04:59.999Z", "2026-06-01T10:05:00Z");
        row("quarter of India", "1hour", "Asia/Kolkata", "2026-06-01T10:00:00.000Z", "2026-06-01T10:30:00Z");
        row("six hours in winter", "6hour", "Europe/Berlin", "2026-01-10T10:30:00.000Z", "2026-01-10T11:00:00Z");
        row("six hours in summer go on by elapsed time", "6hour", "Europe/Berlin", "2026-07-10T10:30:00.000Z", "2026-07-10T11:00:00Z");
        row("before 1970", "12hour", "UTC", "1969-12-31T13:00:00.000Z", "1970-01-01T00:00:00Z");
    }
    void roundClockTimes_T24()
    {
        QFETCH(QString, frequency);
        QFETCH(QString, zone);
        QFETCH(QString, after);
        QFETCH(QString, next);
        const Schedule schedule{*syncFrequencyFromString(frequency), {}, QTimeZone(zone.toLatin1())};
        const QDateTime moment = at(after.toLatin1().constData());
        QCOMPARE(nextSlot(schedule, moment, moment).toString(Qt::ISODate), next);
    }

    void dailyOverTheEdges_T25_T150_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("slots3");
        const auto row = [](const char* name, const char* zone, QTime time, const char* after, QStringList list) {
            QTest::newRow(name) << QString::fromLatin1(zone) << time << QString::fromLatin1(after) << list;
        };
        row("gap Berlin", "Europe/Berlin", QTime(2, 30), "2026-03-28T00:00:00.000Z",
            {QStringLiteral("2026-03-28T01:30:00Z"), QStringLiteral("2026-03-29T01:00:00Z"), QStringLiteral("2026-03-30T00:30:00Z")});
        row("gap New York", "America/New_York", QTime(2, 30), "2026-03-07T00:00:00.000Z",
            {QStringLiteral("2026-03-07T07:30:00Z"), QStringLiteral("2026-03-08T07:00:00Z"), QStringLiteral("2026-03-09T06:30:00Z")});
        row("gap Lord Howe", "Australia/Lord_Howe", QTime(2, 15), "2026-10-02T20:00:00.000Z",
            {QStringLiteral("2026-10-03T15:30:00Z"), QStringLiteral("2026-10-04T15:15:00Z"), QStringLiteral("2026-10-05T15:15:00Z")});
        row("overlap Berlin", "Europe/Berlin", QTime(2, 30), "2026-10-24T12:00:00.000Z",
            {QStringLiteral("2026-10-25T00:30:00Z"), QStringLiteral("2026-10-26T01:30:00Z"), QStringLiteral("2026-10-27T01:30:00Z")});
        row("overlap New York", "America/New_York", QTime(1, 30), "2026-10-31T12:00:00.000Z",
            {QStringLiteral("2026-11-01T05:30:00Z"), QStringLiteral("2026-11-02T06:30:00Z"), QStringLiteral("2026-11-03T06:30:00Z")});
    }
    void dailyOverTheEdges_T25_T150()
    {
        QFETCH(QString, zone);
        QFETCH(QTime, time);
        QFETCH(QString, after);
        QFETCH(QStringList, slots3);
        QDateTime moment = at(after.toLatin1().constData());
        for (const QString& wanted : slots3) {
            moment = nextSlot(daily(zone.toLatin1().constData(), time), moment, moment);
            QCOMPARE(moment.toString(Qt::ISODate), wanted);
        }
    }

    void weeksAndMonthsCountFromTheAnchor_T24()
    {
        const QDateTime anchor = at("2026-02-01T12:34:56.000Z");
        const Schedule weekly = daily("Europe/Berlin", QTime(4, 0), SyncFrequency::Every7Days);
        QCOMPARE(nextSlot(weekly, anchor, at("2026-02-20T00:00:00.000Z")), at("2026-02-22T03:00:00.000Z"));
        const Schedule monthly = daily("Europe/Berlin", {}, SyncFrequency::Every30Days);
        QCOMPARE(nextSlot(monthly, anchor, anchor), at("2026-03-03T12:34:00.000Z"));
        QCOMPARE(nextSlot(monthly, anchor, at("2026-03-20T00:00:00.000Z")), at("2026-04-02T11:34:00.000Z"));
    }

    void aYearInTwentyZones_T24_T25_T150()
    {
        QCOMPARE(int(kZones.size()), 20);
        const QDateTime begin = at("2026-01-01T00:00:00.000Z");
        const QDateTime end = at("2027-01-01T00:00:00.000Z");
        for (const char* id : kZones) {
            const QTimeZone zone(id);
            QVERIFY2(zone.isValid(), id);
            for (const QTime& time : {QTime(0, 0), QTime(2, 15), QTime(2, 30), QTime(3, 0), QTime(23, 59, 59)}) {
                const Schedule schedule = daily(id, time);
                QSet<QDate> days;
                int count = 0;
                for (QDateTime slot = nextSlot(schedule, begin, begin.addSecs(-1)); slot < end; ++count) {
                    const QDateTime wall = wallTimeAt(slot, zone);
                    QVERIFY2(wall.time() == time || skipsAGap(slot, zone, time), qPrintable(QLatin1String(id) + wall.toString()));
                    days.insert(wall.date());
                    const QDateTime next = nextSlot(schedule, begin, slot);
                    QVERIFY2(next > slot, id);
                    QVERIFY2(slot.secsTo(next) <= 86400 + 2 * 3600 && slot.secsTo(next) >= 86400 - 2 * 3600, id);
                    slot = next;
                }
                QVERIFY2(count == 365, id);
                QCOMPARE(int(days.size()), count);
            }
        }
    }

    void nextIsAlwaysLaterAndNothingLiesBetween_T24()
    {
        QRandomGenerator random(20261121);
        const qint64 begin = at("2026-01-01T00:00:00.000Z").toMSecsSinceEpoch();
        for (const char* id : kZones) {
            for (const SyncFrequency frequency : kFrequencies) {
                const Schedule schedule{frequency, takesTimeOfDay(frequency) ? QTime(2, 30) : QTime(), QTimeZone(id)};
                const QDateTime anchor = QDateTime::fromMSecsSinceEpoch(begin + qint64(random.bounded(86400.0 * 1e3)), Qt::UTC);
                for (int i = 0; i < 60; ++i) {
                    const QDateTime t = QDateTime::fromMSecsSinceEpoch(begin + qint64(random.bounded(365.0 * 86400e3)), Qt::UTC);
                    const QDateTime next = nextSlot(schedule, anchor, t);
                    QVERIFY2(next > t, id);
                    QVERIFY2(t.secsTo(next) <= periodSeconds(frequency) + 2 * 3600, id);
                    // From anywhere before the slot the answer is the same slot.
                    const QDateTime between = t.addMSecs(qint64(random.bounded(double(t.msecsTo(next)))));
                    QCOMPARE(nextSlot(schedule, anchor, between), next);
                    QCOMPARE(nextSlot(schedule, anchor, next.addMSecs(-1)), next);
                    QVERIFY2(nextSlot(schedule, anchor, next) > next, id);
                }
            }
        }
    }

    void neverIsNever_T24()
    {
        const QDateTime now = at("2026-06-01T10:00:00.000Z");
        QVERIFY(!nextRun({SyncFrequency::Never, QTime(2, 30), QTimeZone::utc()}, {}, now).isValid());
        QVERIFY(!nextSlot({}, now, now).isValid());
    }

    void whatNeverRanIsDueNow()
    {
        const QDateTime now = at("2026-06-01T10:00:00.000Z");
        QCOMPARE(nextRun(daily("UTC", QTime(2, 30)), {}, now), now);
    }

    void missedRunsAreOne_T149()
    {
        const Schedule schedule{SyncFrequency::Every5Minutes, {}, QTimeZone::utc()};
        const QDateTime last = at("2026-06-01T10:00:00.000Z");
        const QDateTime woken = at("2026-06-01T18:03:00.000Z");
        RunPast past;
        past.lastStart = last;
        QVERIFY(nextRun(schedule, past, woken) <= woken);
        past.lastStart = woken;    // the one that makes up for all
        QCOMPARE(nextRun(schedule, past, woken), at("2026-06-01T18:05:00.000Z"));
    }

    void longRunsDoNotMoveThePlan()
    {
        const Schedule schedule{SyncFrequency::EveryHour, {}, QTimeZone::utc()};
        RunPast past;
        past.lastStart = at("2026-06-01T10:00:00.120Z");
        for (int hour = 11; hour < 20; ++hour) {
            const QDateTime next = nextRun(schedule, past, past.lastStart.addSecs(50 * 60));
            QCOMPARE(next, QDateTime(QDate(2026, 6, 1), QTime(hour, 0), Qt::UTC));
            past.lastStart = next.addMSecs(120);
        }
    }

    void aManualRunDoesNotMoveThePlan()
    {
        RunPast past;
        past.anchor = at("2026-06-07T02:30:00.000Z");      // a Sunday
        past.lastStart = at("2026-06-17T15:00:00.000Z");   // by hand, on a Wednesday
        const Schedule weekly = daily("UTC", QTime(2, 30), SyncFrequency::Every7Days);
        QCOMPARE(nextRun(weekly, past, past.lastStart), at("2026-06-21T02:30:00.000Z"));
    }

    void clockStepsAreHarmless_T150()
    {
        for (const char* id : kZones) {
            for (const SyncFrequency frequency : kFrequencies) {
                const Schedule schedule{frequency, {}, QTimeZone(id)};
                const qint64 period = periodSeconds(frequency);
                const QDateTime real = at("2026-06-10T10:00:00.000Z");
                RunPast past;
                past.anchor = at("2026-06-01T10:00:00.000Z");
                // It ran while the clock was wrong by `step`; now the clock is right.
                for (const qint64 step : {qint64(86400), qint64(-86400), qint64(3 * 3600)}) {
                    past.lastStart = real.addSecs(step);
                    const QDateTime next = nextRun(schedule, past, real);
                    QVERIFY2(next <= real.addSecs(2 * period + 2 * 3600), id);
                    // One run catches up, and then the plan holds.
                    past.lastStart = std::max(next, real);
                    QVERIFY(nextRun(schedule, past, past.lastStart) > past.lastStart);
                }
            }
        }
        // Ahead by a year while it ran: due now, at every start of the program, until it has run.
        RunPast ahead;
        ahead.anchor = ahead.lastStart = at("2027-06-10T02:30:00.100Z");
        for (const char* start : {"2026-06-10T10:00:00.000Z", "2026-06-11T10:00:00.000Z"})
            QCOMPARE(nextRun(daily("UTC", QTime(2, 30)), ahead, at(start)), at(start));
        ahead.failures = 1;
        ahead.failedAt = ahead.lastStart;
        QCOMPARE(nextRun(daily("UTC", QTime(2, 30)), ahead, at("2026-06-10T10:00:00.000Z")), at("2026-06-10T10:00:00.000Z"));
        // Set back by three hours right after the nightly run: not the same night again.
        RunPast past;
        past.anchor = past.lastStart = at("2026-06-10T02:30:00.100Z");
        QCOMPARE(nextRun(daily("UTC", QTime(2, 30)), past, at("2026-06-09T23:30:00.000Z")), at("2026-06-11T02:30:00.000Z"));
    }

    void failuresWait_T153()
    {
        QCOMPARE(retryDelaySeconds(RetryClass::Transient, 0), 0);
        QCOMPARE(retryDelaySeconds(RetryClass::Transient, 1), 60);
        QCOMPARE(retryDelaySeconds(RetryClass::Transient, 3), 240);
        QCOMPARE(retryDelaySeconds(RetryClass::Transient, 1000), 3600);
        QCOMPARE(retryDelaySeconds(RetryClass::NeedsUser, 1), 900);
        QCOMPARE(retryDelaySeconds(RetryClass::Permanent, 1000), 86400);
        RunPast past;
        past.lastStart = at("2026-06-01T10:00:00.000Z");
        past.failedAt = at("2026-06-01T10:00:20.000Z");
        past.failures = 1;
        const Schedule minutely{SyncFrequency::Every1Minute, {}, QTimeZone::utc()};
        QCOMPARE(nextRun(minutely, past, past.failedAt), at("2026-06-01T10:01:20.000Z"));
        // What may pass is tried again before the plan; what needs a person is not.
        const Schedule halfDaily{SyncFrequency::Every12Hours, {}, QTimeZone::utc()};
        QCOMPARE(nextRun(halfDaily, past, past.failedAt), at("2026-06-01T10:01:20.000Z"));
        past.retry = RetryClass::NeedsUser;
        QCOMPARE(nextRun(halfDaily, past, past.failedAt), at("2026-06-01T12:00:00.000Z"));
        QCOMPARE(nextRun(minutely, past, past.failedAt), at("2026-06-01T10:15:20.000Z"));
    }

    void theMostOverdueFirst()
    {
        const QDateTime now = at("2026-06-01T12:00:00.000Z");
        QCOMPARE(overdueRatio(SyncFrequency::EveryHour, now.addSecs(-1800), now), 0.5);
        QVERIFY(overdueRatio(SyncFrequency::Every1Minute, now.addSecs(-120), now)
            > overdueRatio(SyncFrequency::EveryDay, now.addSecs(-7200), now));
        QCOMPARE(overdueRatio(SyncFrequency::EveryHour, now.addSecs(1), now), 0.0);
        QCOMPARE(overdueRatio(SyncFrequency::Never, now, now), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
