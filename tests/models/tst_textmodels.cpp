// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formatting.h"
#include "models/historymodel.h"
#include "models/runlogmodel.h"
#include "models/sourcetablemodel.h"
#include "models/textexport.h"
#include "tests/support/fakecontrol.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace leat;
using namespace leat::test;

class TextModelsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersReadWell();
    void timesReadWell();
    void csvIsSafeAndExact();
    void tsvFollowsTheScreen();
    void historyPages();
    void historyTakesFinishedRuns();
    void historyForgetsStaleAnswers();
    void logFollowsItsRun();
};

void TextModelsTest::numbersReadWell()
{
    QCOMPARE(formatCount(12'140'331), QStringLiteral("12,140,331"));
    QCOMPARE(formatCount(-1), dash());
    QCOMPARE(formatShortCount(950), QStringLiteral("950"));
    QCOMPARE(formatShortCount(12'140'331), QStringLiteral("12.1M"));
    QCOMPARE(formatShortCount(210'482), QStringLiteral("210k"));
    QCOMPARE(formatShortCount(999'999), QStringLiteral("1.0M"));
    QCOMPARE(formatBytes(3'218'000'000), QStringLiteral("3.2 GB"));
    QCOMPARE(formatDuration(400), QStringLiteral("0.4 s"));
    QCOMPARE(formatDuration(59'960), QStringLiteral("1 min 00 s"));
    QCOMPARE(formatDuration(820'000), QStringLiteral("13 min 40 s"));
    QCOMPARE(formatDuration(7'500'000), QStringLiteral("2 h 05 min"));
    QCOMPARE(formatPercent(0.9999), QStringLiteral("99 %"));
}

void TextModelsTest::timesReadWell()
{
    const QDateTime now(QDate(2026, 3, 29), QTime(12, 0), Qt::UTC);
    QCOMPARE(formatRelative(now.addSecs(-3), now), QStringLiteral("Just now"));
    QCOMPARE(formatRelative(now.addSecs(-50), now), QStringLiteral("1 min ago"));
    QCOMPARE(formatRelative(now.addSecs(-6 * 3600 - 59), now), QStringLiteral("6 h ago"));
    QCOMPARE(formatRelative(now.addDays(-9), now), QStringLiteral("9 day(s) ago"));
    QCOMPARE(formatRelative(now.addSecs(300), now), QStringLiteral("In 5 min"));
    QCOMPARE(formatRelative({}, now), QStringLiteral("Never"));
}

void TextModelsTest::csvIsSafeAndExact()
{
    QCOMPARE(csvField(QStringLiteral("plain")), QStringLiteral("plain"));
    QCOMPARE(csvField(QStringLiteral("a,\"b\"\n")), QStringLiteral("\"a,\"\"b\"\"\n\""));
    QCOMPARE(csvField(QStringLiteral("=HYPERLINK(1)")), QStringLiteral("'=HYPERLINK(1)"));
    QCOMPARE(csvField(QStringLiteral("@SUM(1)")), QStringLiteral("'@SUM(1)"));
    QCOMPARE(csvField(QStringLiteral("-2+3")), QStringLiteral("'-2+3"));
    QCOMPARE(csvField(QStringLiteral("-12.5")), QStringLiteral("-12.5"));
    FakeControl control(worlds::shop());
    SourceTableModel model(&control);
    const QList<QByteArray> lines = toCsv(model).split('\n');
    QCOMPARE(lines.size(), 1 + 3 + 14 + 1);
    QVERIFY(lines[0].startsWith("Source and table,Status,Method,Rows"));
    QVERIFY(toCsv(model).contains("\r\nshop.orders,OK,Incremental,12140331,"));
}

void TextModelsTest::tsvFollowsTheScreen()
{
    FakeControl control(worlds::shop());
    SourceTableModel model(&control);
    const QModelIndex orders = model.indexOf(SchemaId{106});
    const QModelIndex payments = model.indexOf(SchemaId{107});
    const QString text = toTsv({payments.siblingAtColumn(1), orders.siblingAtColumn(3), payments, orders});
    QCOMPARE(text, QStringLiteral("shop.orders\t12140331\nshop.payments\tOK"));
}

void TextModelsTest::historyPages()
{
    FakeControl control(worlds::shop());
    worlds::fillShop(control);
    HistoryModel model(&control);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy loaded(&model, &HistoryModel::loaded);
    HistoryFilter filter;
    filter.limit = 10;
    model.setFilter(filter);
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), 10);
    while (size_t(model.rowCount()) < control.runs.size()) {
        if (model.canFetchMore({})) // the tester may have asked already
            model.fetchMore({});
        QVERIFY(!model.canFetchMore({})); // one page at a time
        QVERIFY(loaded.wait());
    }
    QCOMPARE(size_t(model.rowCount()), control.runs.size());
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.run(row)->id, control.runs[size_t(row)].id);
}

void TextModelsTest::historyTakesFinishedRuns()
{
    FakeControl control(worlds::shop());
    worlds::fillShop(control);
    HistoryModel model(&control);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy loaded(&model, &HistoryModel::loaded);
    HistoryFilter filter;
    filter.schemaId = SchemaId{106};
    model.setFilter(filter);
    QVERIFY(loaded.wait());
    const int before = model.rowCount();
    RunInfo mine = *model.run(0);
    mine.id = RunId{20'000};
    RunInfo other = mine;
    other.id = RunId{20'001};
    other.schemaId = SchemaId{101};
    ChangeSet news;
    news.finishedRuns = {mine, other};
    control.tell(news);
    QCOMPARE(model.rowCount(), before + 1);
    QCOMPARE(model.run(0)->id.value, 20'000);
    control.tell(news);
    QCOMPARE(model.rowCount(), before + 1);
}

void TextModelsTest::historyForgetsStaleAnswers()
{
    FakeControl control(worlds::shop());
    worlds::fillShop(control);
    HistoryModel model(&control);
    QSignalSpy loaded(&model, &HistoryModel::loaded);
    control.hold();
    model.setFilter({});
    HistoryFilter failed;
    failed.status = RunStatus::Failed;
    model.setFilter(failed);
    control.release();
    QVERIFY(loaded.wait());
    QCOMPARE(loaded.count(), 1);
    QVERIFY(model.rowCount() > 0);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(model.run(row)->status == RunStatus::Failed);
}

void TextModelsTest::logFollowsItsRun()
{
    FakeControl control(worlds::shop());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 1; i <= 1500; ++i)
        control.logs[5].push_back({i, now, LogLevel::Info, QStringLiteral("line %1").arg(i)});
    RunLogModel model(&control);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRun(RunId{5});
    QTRY_COMPARE(model.rowCount(), 1500); // more than one page
    control.logs[5].push_back({1501, now, LogLevel::Error, QStringLiteral("the end")});
    ChangeSet news;
    news.runs = {RunId{5}};
    control.tell(news);
    QTRY_COMPARE(model.rowCount(), 1501);
    QCOMPARE(model.index(1500, RunLogModel::Text).data().toString(), QStringLiteral("the end"));
    model.setRun({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TextModelsTest)
#include "tst_textmodels.moc"
