// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterquery.h"
#include "engine/api/frequency.h"
#include "models/healthsummary.h"
#include "models/heatstripmodel.h"
#include "models/incidenttext.h"
#include "models/recentruns.h"
#include "models/seriesmodel.h"
#include "models/sourcefilterproxy.h"
#include "tests/support/fakecontrol.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace leat;
using namespace leat::test;

namespace {

RunInfo runAt(qint64 id, qint64 schema, const QDateTime& at, qint64 rows, qint64 ms, RunStatus status = RunStatus::Completed)
{
    RunInfo run;
    run.id = RunId{id};
    run.schemaId = SchemaId{schema};
    run.sourceName = QStringLiteral("shop");
    run.label = QStringLiteral("t%1").arg(schema);
    run.status = status;
    run.queuedAt = run.startedAt = at;
    run.finishedAt = at.addMSecs(ms);
    run.rowsInserted = rows;
    return run;
}

} // namespace

class HealthTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsEveryTableOnce();
    void percentileIsNearestRank_data();
    void percentileIsNearestRank();
    void staleIsNeverGreen_G22();
    void incidentsOverrideStatuses();
    void incidentLineNamesCauseAndNumber();
    void hoursKeepEmptyOnesAndFailures();
    void runsBecomePointsOldestFirst();
    void seriesSpeaksEveryPoint();
    void heatPutsTheNewestLast();
    void recentRunsFollowTheEngine();
    void slowestAndBiggest();
    void queries_data();
    void queries();
    void queriesAreQuickOnAThousandTables();
};

void HealthTest::countsEveryTableOnce()
{
    const World world = worlds::shop();
    const HealthSummary summary = summarize(world, QDateTime::currentDateTimeUtc());
    int sum = 0;
    for (const auto& [health, count] : summary.counts)
        sum += count;
    QCOMPARE(sum, summary.tables);
    QCOMPARE(summary.tables, 14);
    QCOMPARE(summary.counts.at(Health::Credentials), 2);
    QCOMPARE(summary.counts.at(Health::HeldBack), 1);
    QVERIFY(summary.counts.count(Health::Failed) == 0); // the incident says it better
    QVERIFY(summary.freshMedian > 0 && summary.freshMedian <= summary.freshWorst);
}

// Without any incident, by the clock alone.
void HealthTest::staleIsNeverGreen_G22()
{
    const QDateTime now(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
    for (const SyncFrequency frequency : {SyncFrequency::Every1Minute, SyncFrequency::EveryHour, SyncFrequency::Every30Days}) {
        SchemaInfo schema;
        schema.config.shouldSync = true;
        schema.config.syncFrequency = frequency;
        schema.status = SchemaStatus::Ok;
        const qint64 interval = periodSeconds(frequency);
        schema.lastSyncedAt = now.addSecs(-2 * interval);
        QVERIFY(healthAt(schema, now) == Health::Ok);
        schema.lastSyncedAt = now.addSecs(-2 * interval - 1);
        QVERIFY(healthAt(schema, now) == Health::Late);
        World world;
        world.schemas = {schema};
        QCOMPARE(summarize(world, now).counts.count(Health::Ok), std::size_t{0});
        schema.status = SchemaStatus::Failed;
        QVERIFY(healthAt(schema, now) == Health::Failed);
    }
    SchemaInfo quiet;
    quiet.status = SchemaStatus::Ok;
    quiet.lastSyncedAt = now;
    quiet.quietSince = now.addDays(-3);
    QVERIFY(healthAt(quiet, now) == Health::Quiet);         // T220
    quiet.status = SchemaStatus::Failed;
    QVERIFY(healthAt(quiet, now) == Health::Failed);
    SchemaInfo manual;
    manual.status = SchemaStatus::Ok;
    manual.lastSyncedAt = now.addYears(-1);
    QVERIFY(healthAt(manual, now) == Health::Ok);   // no interval was promised
}

void HealthTest::percentileIsNearestRank_data()
{
    QTest::addColumn<QList<qint64>>("values");
    QTest::addColumn<int>("percent");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("none") << QList<qint64>{} << 50 << qint64(-1);
    QTest::newRow("one") << QList<qint64>{7} << 95 << qint64(7);
    QTest::newRow("median of four") << QList<qint64>{4, 1, 3, 2} << 50 << qint64(2);
    QTest::newRow("95 of twenty") << QList<qint64>{20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1} << 95 << qint64(19);
}

void HealthTest::percentileIsNearestRank()
{
    QFETCH(QList<qint64>, values);
    QFETCH(int, percent);
    QTEST(percentile(std::vector<qint64>(values.begin(), values.end()), percent), "expected");
}

void HealthTest::incidentsOverrideStatuses()
{
    FakeControl control(worlds::shop());
    SourceTableModel model(&control);
    SourceFilterProxy proxy(&model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex invoices = model.indexOf(SchemaId{201}).siblingAtColumn(SourceTableModel::Status);
    QCOMPARE(invoices.data().toString(), healthTitle(Health::Credentials));
    proxy.setQuery(QStringLiteral("status:credentials"));
    QCOMPARE(proxy.shownSchemas(), 2);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    control.edit([](World& world) { world.incidents.clear(); });
    ChangeSet news;
    news.incidents = true;
    control.tell(news);
    QVERIFY(changed.count() > 0);
    QCOMPARE(invoices.data().toString(), QStringLiteral("Failed"));
    proxy.setQuery(QStringLiteral("status:problem"));
    QCOMPARE(proxy.shownSchemas(), 3);
}

void HealthTest::incidentLineNamesCauseAndNumber()
{
    const World world = worlds::shop();
    const QString line = incidentLine(world.incidents.front(), QDateTime::currentDateTimeUtc()).replace(QChar::Nbsp, QLatin1Char(' '));
    QVERIFY2(line.startsWith(QStringLiteral("billing: The source does not accept the user name or the password · 2 table")), qPrintable(line));
    QVERIFY(line.contains(QStringLiteral("25 h 10 min")));
    QCOMPARE(buttonWords(world.incidents.front().action), QStringLiteral("Fix credentials…"));
    DiagnosisAction unknown;
    unknown.words = QStringLiteral("Do it");
    QCOMPARE(buttonWords(unknown), unknown.words);
}

void HealthTest::hoursKeepEmptyOnesAndFailures()
{
    const QDateTime now(QDate(2026, 11, 20), QTime(13, 25, 0), Qt::UTC);
    const std::vector<RunInfo> runs{runAt(5, 1, now.addSecs(-60), 100, 10), runAt(4, 2, now.addSecs(-24 * 60), 50, 10),
        runAt(3, 2, now.addSecs(-3 * 3600), 7, 10), runAt(2, 1, now.addSecs(-3 * 3600), 0, 10, RunStatus::Failed), runAt(1, 1, now.addDays(-3), 999, 10)};
    const auto points = hourlyRows(runs, now, 24);
    QCOMPARE(points.size(), size_t(24));
    QCOMPARE(points.back().value, 150.0);
    QCOMPARE(points.back().runs, 2);
    QCOMPARE(points[20].value, 7.0);
    QCOMPARE(points[20].failures, 1);
    double sum = 0;
    for (const ChartPoint& point : points)
        sum += point.value;
    QCOMPARE(sum, 157.0);
}

void HealthTest::runsBecomePointsOldestFirst()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::vector<RunInfo> runs{runAt(3, 1, now, 30, 3000, RunStatus::Failed), runAt(2, 1, now.addSecs(-60), 20, 2000), runAt(1, 1, now.addSecs(-120), 10, 1000)};
    auto points = runPoints(runs, SeriesModel::Unit::Milliseconds, 2);
    QCOMPARE(points.size(), size_t(2));
    QCOMPARE(points.front().value, 2000.0);
    QCOMPARE(points.back().failures, 1);
    QVERIFY(points.back().run == RunId{3});
    runs.front().finishedAt = {};
    QCOMPARE(runPoints(runs, SeriesModel::Unit::Rows, 9).size(), size_t(2)); // one that runs has no point yet
}

void HealthTest::seriesSpeaksEveryPoint()
{
    SeriesModel model(SeriesModel::Unit::Rows);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.summary(), QStringLiteral("No runs yet."));
    ChartPoint point;
    point.label = QStringLiteral("13:00");
    point.value = 1204;
    point.failures = 2;
    model.setPoints({point});
    QVERIFY2(model.spoken(0).startsWith(QStringLiteral("13:00: 1,204 rows, 2 failure")), qPrintable(model.spoken(0)));
    QCOMPARE(model.index(0, SeriesModel::Value).data().toString(), QStringLiteral("1,204"));
    QVERIFY(model.spoken(1).isEmpty());
}

void HealthTest::heatPutsTheNewestLast()
{
    FakeControl control(worlds::shop());
    worlds::fillShop(control);
    HeatStripModel model(48);
    model.set(*control.snapshot(), control.runs, 60);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.columnCount(), 49);
    QCOMPARE(model.rowCount(), 14);
    QVERIFY(model.schema(0) == SchemaId{201}); // most failures first
    QCOMPARE(model.index(0, 48).data(StatusRole).toInt(), int(RunStatus::Failed));
    QVERIFY(!model.index(0, 1).data(StatusRole).isValid());
    QVERIFY(model.index(0, 48).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Failed")));
}

void HealthTest::recentRunsFollowTheEngine()
{
    FakeControl control(worlds::shop());
    worlds::fillShop(control);
    RecentRuns recent(&control, nullptr, 30);
    QSignalSpy changed(&recent, &RecentRuns::changed);
    recent.activate();
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(recent.runs().size(), size_t(30));
    ChangeSet news;
    news.finishedRuns = {runAt(99'000, 101, QDateTime::currentDateTimeUtc(), 5, 5)};
    control.tell(news);
    QCOMPARE(recent.runs().size(), size_t(30));
    QVERIFY(recent.runs().front().id == RunId{99'000});
    control.tell(news); // told twice, kept once
    QVERIFY(recent.runs()[1].id != RunId{99'000});
    QCOMPARE(control.count<LoadHistory>(), 1);
}

void HealthTest::slowestAndBiggest()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto slow = slowest({runAt(1, 1, now, 1, 500), runAt(2, 2, now, 1, 900), runAt(3, 1, now, 1, 700)}, 5);
    QCOMPARE(slow.size(), size_t(2));
    QCOMPARE(slow[0].name, QStringLiteral("shop.t2"));
    QCOMPARE(slow[1].value, 700);
    const auto big = biggest(worlds::shop(), 2);
    QCOMPARE(big.size(), size_t(2));
    QCOMPARE(big[0].name, QStringLiteral("shop.sessions"));
}

void HealthTest::queries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("tables");
    QTest::newRow("nothing") << QString() << 14;
    QTest::newRow("word") << QStringLiteral("orders") << 3;
    QTest::newRow("alternatives of one key") << QStringLiteral("status:failed status:paused") << 3;
    QTest::newRow("alternatives by comma") << QStringLiteral("source:billing,archive") << 4;
    QTest::newRow("health") << QStringLiteral("status:credentials") << 2;
    QTest::newRow("not") << QStringLiteral("-status:ok -source:shop") << 2;
    QTest::newRow("older") << QStringLiteral("age>2h") << 7;
    QTest::newRow("never synced is oldest") << QStringLiteral("age>52w") << 1;
    QTest::newRow("newer") << QStringLiteral("age<=30min") << 5;
    QTest::newRow("large") << QStringLiteral("rows>=10M") << 5;
    QTest::newRow("range") << QStringLiteral("rows>1k rows<100k") << 3;
    QTest::newRow("name has") << QStringLiteral("name~order") << 4;
    QTest::newRow("name begins") << QStringLiteral("name:order_") << 1;
    QTest::newRow("every") << QStringLiteral("every:never") << 14;
    QTest::newRow("quoted") << QStringLiteral("source:\"shop\" name:orders") << 1;
    QTest::newRow("half typed") << QStringLiteral("status:") << 14;
    QTest::newRow("not understood is a word") << QStringLiteral("age>2x") << 0;
    QTest::newRow("as in the help") << QStringLiteral("status:failed source:billing age>2h") << 2;
}

void HealthTest::queries()
{
    QFETCH(QString, query);
    FakeControl control(worlds::shop());
    SourceTableModel model(&control);
    SourceFilterProxy proxy(&model);
    proxy.setQuery(query);
    QTEST(proxy.shownSchemas(), "tables");
}

void HealthTest::queriesAreQuickOnAThousandTables()
{
    FakeControl control(worlds::large(1000));
    SourceTableModel model(&control);
    SourceFilterProxy proxy(&model);
    QElapsedTimer timer;
    timer.start();
    proxy.setQuery(QStringLiteral("status:ok rows>100 age<1h table"));
    proxy.sort(SourceTableModel::Rows, Qt::DescendingOrder);
    const qint64 took = timer.elapsed();
    QVERIFY(proxy.shownSchemas() > 900);
    QVERIFY2(took < 500, qPrintable(QString::number(took))); // the goal is 50 ms on a free machine; ./dev bench measures it
}

QTEST_GUILESS_MAIN(HealthTest)
#include "tst_health.moc"
