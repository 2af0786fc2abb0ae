// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/schedule/walltime.h"

#include <QTest>

using namespace leat;

class TestWallTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edgesOfDaylightSaving_T150_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("wall");
        QTest::addColumn<QString>("instant");
        const auto row = [](const char* name, const char* zone, const char* wall, const char* instant) {
            QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(wall) << QString::fromLatin1(instant);
        };
        row("gap Berlin", "Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:00:00Z");
        row("gap New York", "America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:00:00Z");
        row("gap of half an hour", "Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:30:00Z");
        row("overlap Berlin", "Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z");
        row("overlap New York", "America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z");
        row("the day after 02:30 into the gap", "Europe/Berlin", "2026-03-28T02:30:00", "2026-03-28T01:30:00Z");
        row("first of the gap", "Europe/Berlin", "2026-03-29T02:00:00", "2026-03-29T01:00:00Z");
        row("last before the gap", "Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T00:59:59Z");
        row("first after the gap", "Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z");
        row("last before the overlap", "Europe/Berlin", "2026-10-25T01:59:59", "2026-10-24T23:59:59Z");
        row("first of the overlap", "Europe/Berlin", "2026-10-25T02:00:00", "2026-10-25T00:00:00Z");
        row("first after the overlap", "Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z");
        row("a day that never was", "Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T10:00:00Z");
        row("midnight that never was", "America/Sao_Paulo", "2018-11-04T00:00:00", "2018-11-04T03:00:00Z");
        row("no daylight saving", "Asia/Kolkata", "2026-06-01T02:30:00", "2026-05-31T21:00:00Z");
        row("UTC", "UTC", "2026-03-29T02:30:00", "2026-03-29T02:30:00Z");
        row("far future summer", "Europe/Berlin", "2061-07-01T12:00:00", "2061-07-01T10:00:00Z");
        row("far future winter", "Europe/Berlin", "2061-01-15T12:00:00", "2061-01-15T11:00:00Z");
    }
    void edgesOfDaylightSaving_T150()
    {
        QFETCH(QString, zone);
        QFETCH(QString, wall);
        QFETCH(QString, instant);
        const QTimeZone tz(zone.toLatin1());
        QVERIFY(tz.isValid());
        const QDateTime shown = QDateTime::fromString(wall, Qt::ISODate);
        const QDateTime got = firstInstantOf(shown.date(), shown.time(), tz);
        QCOMPARE(got.toString(Qt::ISODate), instant);
    }

    void goesBackAndForthInEveryZone()
    {
        // Any wall time that exists comes back unchanged, any other one lands right after its gap.
        for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
            const QTimeZone zone(id);
            for (int month = 1; month <= 12; ++month) {
                const QDate date(2026, month, 8 + month);
                const QDateTime instant = firstInstantOf(date, QTime(2, 30), zone);
                QVERIFY2(wallTimeAt(instant, zone) == QDateTime(date, QTime(2, 30), Qt::UTC)
                        || wallTimeAt(instant, zone) > wallTimeAt(instant.addSecs(-1), zone).addSecs(1),
                    id.constData());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestWallTime)
#include "tst_walltime.moc"
