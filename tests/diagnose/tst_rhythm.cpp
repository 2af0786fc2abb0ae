// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/rhythm.h"

#include <QTest>

using namespace leat;

namespace {

constexpr qint64 kHour = 3600;
constexpr qint64 kDay = 24 * kHour;

/// A table and its clock; syncs by a cursor unless told otherwise.
struct Table
{
    Rhythm rhythm;
    QDateTime now{QDate(2026, 11, 2), QTime(8, 0), Qt::UTC};   // a Monday
    QString cursor = QStringLiteral("1");

    void run(qint64 later, const std::function<void(RunInfo&)>& how)
    {
        now = now.addSecs(later);
        RunInfo run;
        run.status = RunStatus::Completed;
        run.mode = QStringLiteral("cursor");
        run.finishedAt = now;
        run.cursorBefore = run.cursorAfter = cursor;
        how(run);
        cursor = run.cursorAfter;
        rhythm = noted(rhythm, run);
    }
    void news(qint64 later) { run(later, [this](RunInfo& run) { run.rowsInserted = 1000; run.cursorAfter = cursor + QLatin1Char('1'); }); }
    /// The rows of the bound are read and replaced again, as at each sync.
    void nothing(qint64 later) { run(later, [](RunInfo& run) { run.rowsRead = run.rowsUpdated = 3; }); }
    bool quiet() const { return isUnusuallyQuiet(rhythm, now); }
    int nothingUntilQuiet(qint64 each)
    {
        for (int runs = 1; runs <= 10'000; ++runs) {
            nothing(each);
            if (quiet())
                return runs;
        }
        return -1;
    }
};

} // namespace

/// T220: syncs that succeed with nothing, for days.
class TestRhythm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The trap as it stands in the book: a thousand rows a run, then three times none.
    void threeEmptyDaysAfterADailyRhythm_T220()
    {
        Table table;
        for (int i = 0; i < 10; ++i)
            table.news(kDay);
        table.nothing(kDay);
        table.nothing(kDay);
        QVERIFY(!table.quiet());
        table.nothing(kDay);
        QVERIFY(table.quiet());
        QCOMPARE(table.rhythm.newsAt, table.now.addSecs(-3 * kDay));
        table.news(kHour);
        QVERIFY(!table.quiet());
    }

    // Frequent syncs are empty for a moment now and then; a day is the least.
    void minutesAreNoReason()
    {
        Table table;
        for (int i = 0; i <= 2 * 7 * 24 * 60; ++i)
            table.news(30);
        QCOMPARE(table.nothingUntilQuiet(30), int(kDay / 30));
    }

    // Work from eight to six on five days: the nights and the first weekend are no alarm, two more silent weeks are.
    void nightsAndWeekendsAreUsual()
    {
        Table table;
        for (int day = 0; day < 21; ++day)
            for (int hour = 0; hour < 24; ++hour) {
                if (day % 7 < 5 && hour < 10)
                    table.news(kHour);
                else
                    table.nothing(kHour);
                QVERIFY2(!table.quiet(), qPrintable(QStringLiteral("day %1 hour %2").arg(day).arg(hour)));
            }
        const int hours = table.nothingUntilQuiet(kHour);
        QVERIFY(hours > 3 * 24 && hours < 14 * 24);
    }

    void aWeekIsWatchedFirst()
    {
        Table table;
        for (int i = 0; i < 6 * 24; ++i)
            table.news(kHour);
        QCOMPARE(table.nothingUntilQuiet(kHour), -1);
    }

    void whatCountsAsNews_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("inserted");
        QTest::addColumn<int>("updated");
        QTest::addColumn<bool>("moved");
        QTest::addColumn<bool>("news");
        QTest::newRow("bound") << QStringLiteral("cursor") << 0 << 5 << false << false;
        QTest::newRow("cursor moved") << QStringLiteral("cursor") << 0 << 5 << true << true;
        QTest::newRow("cursor held at the clock") << QStringLiteral("cursor") << 0 << 0 << true << false;   // T013
        QTest::newRow("late row") << QStringLiteral("cursor") << 1 << 5 << false << true;
        QTest::newRow("window") << QStringLiteral("window") << 0 << 5 << false << true;
        QTest::newRow("empty window") << QStringLiteral("window") << 0 << 0 << false << false;
        QTest::newRow("append") << QStringLiteral("append") << 0 << 0 << false << false;
        QTest::newRow("copied whole") << QStringLiteral("full") << 0 << 0 << false << true;
        QTest::newRow("repaired") << QStringLiteral("repair") << 0 << 0 << false << true;
    }
    void whatCountsAsNews()
    {
        QFETCH(QString, mode);
        QFETCH(int, inserted);
        QFETCH(int, updated);
        QFETCH(bool, moved);
        QFETCH(bool, news);
        Table table;
        table.news(kDay);
        table.nothing(kDay);
        table.run(kDay, [&](RunInfo& run) {
            run.mode = mode;
            run.rowsInserted = inserted;
            run.rowsUpdated = updated;
            if (moved)
                run.cursorAfter = QStringLiteral("9");
        });
        QCOMPARE(table.rhythm.emptyRuns, news ? 0 : 2);
        QCOMPARE(table.rhythm.newsAt == table.now, news);
    }

    void aProofSettlesIt()
    {
        Table table;
        for (int i = 0; i < 10; ++i)
            table.news(kDay);
        QCOMPARE(table.nothingUntilQuiet(kDay), 3);
        table.rhythm = provenEqual(table.rhythm, table.now);
        QVERIFY(!table.quiet());
        QCOMPARE(table.nothingUntilQuiet(kDay), 3);
    }

    // A table that changes once a week is quiet after weeks, however often both sides are compared between.
    void proofsAreNoPauses()
    {
        Table table;
        for (int week = 0; week < 6; ++week) {
            table.news(kDay);
            for (int day = 1; day < 7; ++day) {
                table.nothing(kDay);
                table.rhythm = provenEqual(table.rhythm, table.now);
            }
        }
        QVERIFY(table.nothingUntilQuiet(kDay) >= 14);
    }

    void aClockFarAheadOnceHidesNothingForEver_T150()
    {
        Table table;
        for (int i = 0; i < 10; ++i)
            table.news(kDay);
        table.news(10 * 365 * kDay);
        table.now = table.now.addDays(-10 * 365);
        for (int i = 0; i < 10; ++i)
            table.news(kDay);
        const int days = table.nothingUntilQuiet(kDay);
        QVERIFY2(days > 0 && days < 300, qPrintable(QString::number(days)));
    }

    void textAndBack()
    {
        Table table;
        table.news(kDay);
        table.news(3 * kDay + 5);
        table.nothing(kDay);
        QVERIFY(rhythmFromString(toString(table.rhythm)) == table.rhythm);
        QVERIFY(rhythmFromString(toString(Rhythm())) == Rhythm());
        QVERIFY(rhythmFromString(QStringLiteral("a b c d e f")) == Rhythm());
    }
};

QTEST_GUILESS_MAIN(TestRhythm)
#include "tst_rhythm.moc"
