// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitetime.h"

#include <QDate>
#include <QTest>

using namespace leat::sqlite;

class TestSqliteTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("date") << QByteArray("1970-01-02") << true << 86'400'000'000LL;
        QTest::newRow("blank") << QByteArray("2000-01-01 00:00:00") << true << 946'684'800'000'000LL;
        QTest::newRow("T") << QByteArray("2000-01-01T00:00:00") << true << 946'684'800'000'000LL;
        QTest::newRow("minutes") << QByteArray("2000-01-01 00:01") << true << 946'684'860'000'000LL;
        QTest::newRow("millis") << QByteArray("2000-01-01 00:00:00.123") << true << 946'684'800'123'000LL;
        QTest::newRow("micros") << QByteArray("2000-01-01 00:00:00.000001") << true << 946'684'800'000'001LL;
        QTest::newRow("zulu") << QByteArray("2000-01-01T00:00:00Z") << true << 946'684'800'000'000LL;
        QTest::newRow("east") << QByteArray("2000-01-01 02:00:00+02:00") << true << 946'684'800'000'000LL;
        QTest::newRow("west") << QByteArray("1999-12-31 18:30:00 -05:30") << true << 946'684'800'000'000LL;
        QTest::newRow("short zone") << QByteArray("2000-01-01 01:00:00+01") << true << 946'684'800'000'000LL;
        QTest::newRow("before 1970") << QByteArray("1969-12-31 23:59:59.5") << true << -500'000LL;
        QTest::newRow("year 0") << QByteArray("0000-01-01") << true << -62'167'219'200'000'000LL;
        QTest::newRow("year 9999") << QByteArray("9999-12-31 23:59:59.999999") << true << 253'402'300'799'999'999LL;
        QTest::newRow("last second") << QByteArray("2000-12-31 23:59:59") << true << 978'307'199'000'000LL;
        QTest::newRow("end of a short month") << QByteArray("1970-04-30") << true << 119 * 86'400'000'000LL;
        QTest::newRow("end of a long month") << QByteArray("1970-01-31") << true << 30 * 86'400'000'000LL;
        QTest::newRow("end of February") << QByteArray("1970-02-28") << true << 58 * 86'400'000'000LL;
        QTest::newRow("end of the year") << QByteArray("1970-12-31") << true << 364 * 86'400'000'000LL;
        QTest::newRow("leap century") << QByteArray("2000-02-29") << true << 951'782'400'000'000LL;
        QTest::newRow("no offset") << QByteArray("2000-01-01 00:00:00+00:00") << true << 946'684'800'000'000LL;
        QTest::newRow("furthest east") << QByteArray("2000-01-01 15:59:00+15:59") << true << 946'684'800'000'000LL;
        QTest::newRow("zone without a colon") << QByteArray("2000-01-01 05:30:00+0530") << true << 946'684'800'000'000LL;
        QTest::newRow("leap day") << QByteArray("2024-02-29") << true << 1'709'164'800'000'000LL;
        for (const char* bad : {"", "2023-02-29", "2024-02-30", "2024-13-01", "2024-00-10", "2024-1-01", "24-01-01", "2024/01/01", "2024-01-01 ",
                 "2024-01-01 24:00", "2024-01-01 10:60", "2024-01-01 10:00:60", "2024-01-01 10:00:00.", "2024-01-01 10:00:00 CET",
                 "2024-01-01 10", "2024-01-01x10:00", "1704067200", "now", "2024-01-01 10:00:00+99:00", " 2024-01-01",
                 "1900-02-29", "2024-04-31", "2024-01-32", "2024-12-32", "2024-01-00", "2024-01-01 10:00:00+16:00", "2024-01-01 10:00:00+01:60",
                 "2024-01-01 10:00:00+01:00x", "2024-01-01 10:00:00+x", "2024-01-01 10:00:00+01:0", "2024-01-01 10:00:00Zx", "2024-01-01 10:x0",
                 "2024-01-01 10:00:x0", "2024-x1-01", "2024-01-x1", "x024-01-01", "2024-01", "2024-01-01 x0:00", "2024-01-01 10-00"})
            QTest::newRow(bad) << QByteArray(bad) << false << 0LL;
    }
    void parses()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, ok);
        QFETCH(qint64, micros);
        const std::optional<TimeText> time = parseTimeText(text.toStdString());
        QCOMPARE(time.has_value(), ok);
        if (ok) {
            QCOMPARE(qint64(time->micros), micros);
            QVERIFY(time->exact);
        }
    }

    // Every month's edges of 10,000 years, against the calendar of Qt.
    void calendarIsTheProlepticGregorianOne()
    {
        const QDate epoch(1970, 1, 1);
        for (int year = 1; year <= 9999; ++year)
            for (int month = 1; month <= 12; ++month)
                for (const QDate date : {QDate(year, month, 1), QDate(year, month, 15), QDate(year, month, QDate(year, month, 1).daysInMonth())}) {
                    const std::string text = date.toString(Qt::ISODate).toStdString();
                    const std::optional<TimeText> time = parseTimeText(text);
                    if (!time || time->micros != epoch.daysTo(date) * 86'400'000'000LL || *timeTextBefore(text, 0) != text)
                        QFAIL(text.c_str());
                }
    }

    // T016: what a microsecond does not hold is said, not cut.
    void knowsWhenItIsFiner()
    {
        QVERIFY(!parseTimeText("2024-01-01 10:00:00.1234567")->exact);
        QVERIFY(parseTimeText("2024-01-01 10:00:00.1234560")->exact);
        QVERIFY(!parseTimeOfDay("10:00:00.1234567").has_value());
        QCOMPARE(qint64(*parseTimeOfDay("10:00:00.25")), 36'000'250'000LL);
        QVERIFY(!parseTimeOfDay("25:00").has_value());
        QVERIFY(!parseTimeOfDay("10:00Z").has_value());
    }

    // T093: texts that do not sort as their times.
    void knowsWhatSortsTogether()
    {
        const auto together = [](const char* a, const char* b) { return sortTogether(*parseTimeText(a), *parseTimeText(b)); };
        QVERIFY(together("2024-01-01 10:00:00", "2024-01-01 10:00:00.5"));
        QVERIFY(together("2024-01-01", "2024-01-01 10:00"));
        QVERIFY(together("2024-01-01T10:00:00Z", "2025-01-01T10:00:00Z"));
        QVERIFY(!together("2024-01-01 10:00:00", "2024-01-01T09:00:00"));
        QVERIFY(!together("2024-01-01T10:00:00Z", "2024-01-01T10:00:00.5Z"));
        QVERIFY(!together("2024-01-01T10:00:00+01:00", "2024-01-01T10:00:00+02:00"));
        QVERIFY(!together("2024-01-01T10:00:00Z", "2024-01-01T10:00:00"));
        QVERIFY(!together("2024-01-01", "2024-01-01T10:00:00Z") && !together("2024-01-01T10:00:00Z", "2024-01-01"));
        QVERIFY(together("2024-01-01 10:00", "2024-01-01") && together("2024-01-01", "2025-01-01"));
        QVERIFY(!together("2024-01-01T10:00Z", "2024-01-01T10:00:00Z"));
    }

    void goesBackInTheSameSpelling()
    {
        QCOMPARE(*timeTextBefore("2024-03-01 00:00:10", 20), std::string("2024-02-29 23:59:50"));
        QCOMPARE(*timeTextBefore("2024-03-01T00:00:10.1234Z", 20), std::string("2024-02-29T23:59:50.1234Z"));
        QCOMPARE(*timeTextBefore("2024-03-01 00:00+02:00", 60), std::string("2024-02-29 23:59+02:00"));
        QCOMPARE(*timeTextBefore("2024-03-01 00:00:00.1234567", 0), std::string("2024-03-01 00:00:00.1234560"));
        QCOMPARE(*timeTextBefore("2024-03-01", 1), std::string("2024-02-29"));
        QCOMPARE(*timeTextBefore("2024-03-01", 86'400), std::string("2024-02-29"));
        QCOMPARE(*timeTextBefore("0000-01-01", 86'400), std::string("0000-01-01"));
        QVERIFY(!timeTextBefore("7", 1).has_value());
    }

    // A bound in another spelling must not skip rows: it may only get lower.
    void respellsDownwards()
    {
        QCOMPARE(respelled("2024-01-01 10:00:00.999", "2030-01-01 00:00:00"), std::string("2024-01-01 10:00:00"));
        QCOMPARE(respelled("2024-01-01 10:00:59", "2030-01-01T00:00Z"), std::string("2024-01-01T10:00Z"));
        QCOMPARE(respelled("2024-01-01 10:00:59", "2030-01-01"), std::string("2024-01-01"));
        QCOMPARE(respelled("2024-01-01 10:00:00", "2030-01-01 00:00:00+02:00"), std::string("2024-01-01 12:00:00+02:00"));
        QCOMPARE(respelled("2024-01-01 10:00:00", "2030-01-01 00:00:00"), std::string("2024-01-01 10:00:00"));
        QCOMPARE(respelled("5", "2030-01-01"), std::string("5"));
    }
};

QTEST_GUILESS_MAIN(TestSqliteTime)
#include "tst_sqlitetime.moc"
