// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/chartcard.h"
#include "ui/heatstrip.h"
#include "ui/homepage.h"
#include "ui/problemstrip.h"

#include <QLineEdit>
#include <QTableView>

using namespace leat;
using namespace leat::test;

/// The home page, its charts, and the strip of problems.
class HomeTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void homeShowsEverything();
    void countLeadsToItsTables();
    void chartWalksByKeyboard();
    void chartHasATableTwin();
    void heatLeadsToTheTable();
    void stripShowsOneLineACause();
    void unstickTakesOneClick();
    void stripFoldsAway();
    void nothingIsWrongSaysSo();
};

void HomeTest::homeShowsEverything()
{
    open(worlds::shop());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY(m_window->homePage()->isVisible());
    QTRY_VERIFY(m_window->homePage()->heat().rowCount() > 0);
    QVERIFY(part("home.count.credentials"));
    QVERIFY(part("home.count.ok")->text().startsWith(QStringLiteral("7 ")));
    QVERIFY(part("home.problem.action"));
    QTRY_VERIFY(part("home.slowest.1"));
    QVERIFY(part("home.biggest.1")->text().contains(QStringLiteral("sessions")));
    QVERIFY(part<QTableView>("home.heat"));
    QVERIFY(!m_window->findChild<QLineEdit*>(QStringLiteral("main.search"))->isEnabled());
}

void HomeTest::countLeadsToItsTables()
{
    open(worlds::shop());
    m_window->actions().goHome->trigger();
    click("home.count.credentials");
    QVERIFY(m_window->sourcesPage()->isVisible());
    QCOMPARE(m_window->sourcesPage()->proxy().shownSchemas(), 2);
}

void HomeTest::chartWalksByKeyboard()
{
    open(worlds::shop());
    m_window->actions().goHome->trigger();
    RunChart* chart = m_window->homePage()->day()->chart();
    QTRY_COMPARE(chart->currentPoint(), -1);
    chart->setFocus();
    QTRY_COMPARE(chart->currentPoint(), 23); // the newest
    const QString before = chart->accessibleName();
    QTest::keyClick(chart, Qt::Key_Left);
    QCOMPARE(chart->currentPoint(), 22);
    QVERIFY(chart->accessibleName() != before);
    QVERIFY(chart->accessibleName().contains(QStringLiteral("rows")));
    QTest::keyClick(chart, Qt::Key_Home);
    QTest::keyClick(chart, Qt::Key_Left); // stays at the end
    QCOMPARE(chart->currentPoint(), 0);
    QTest::keyClick(chart, Qt::Key_End);
    QCOMPARE(chart->currentPoint(), 23);
}

void HomeTest::chartHasATableTwin()
{
    open(worlds::shop());
    m_window->actions().goHome->trigger();
    QVERIFY(!m_window->homePage()->day()->showsTable());
    click("home.day.asTable");
    auto* table = part<QTableView>("home.day.table");
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), 24);
}

void HomeTest::heatLeadsToTheTable()
{
    open(worlds::shop());
    m_window->actions().goHome->trigger();
    QTRY_VERIFY(m_window->homePage()->heat().schema(0) == SchemaId{201}); // most failures first
    auto* heat = part<QTableView>("home.heat");
    heat->setCurrentIndex(heat->model()->index(0, 48));
    QTest::keyClick(heat, Qt::Key_Return);
    QTRY_VERIFY(m_window->sourcesPage()->isVisible());
    QVERIFY(m_window->sourcesPage()->currentSchema() == SchemaId{201});
}

void HomeTest::stripShowsOneLineACause()
{
    open(worlds::shop());
    QCOMPARE(m_window->sourcesPage()->problems()->shown(), 2); // a source with two tables is one cause
    QCOMPARE(part("problems.action")->text(), QStringLiteral("Fix credentials…"));
    QVERIFY(!part("problems.action")->accessibleName().isEmpty());
    QVERIFY(part("problems.2.action"));
    click("problems.2.show");
    QVERIFY(m_window->sourcesPage()->currentSchema() == SchemaId{104});
}

/// 11-ux §4.11: unstick a hung run in one click (D38, branch F).
void HomeTest::unstickTakesOneClick()
{
    World world = worlds::shop();
    Incident stuck;
    stuck.id = QStringLiteral("schema-103-stuck");
    stuck.health = Health::Stuck;
    stuck.sourceId = SourceId{1};
    stuck.schemaId = SchemaId{103};
    stuck.schemas = {SchemaId{103}};
    stuck.subject = QStringLiteral("shop.events");
    stuck.headline = QStringLiteral("Running 6 h, no progress for 5 h 50 min");
    stuck.action = {QStringLiteral("cancel-sync"), QStringLiteral("Cancel the run and sync again"), ActionEffect::KeepsData, {}, {}};
    world.incidents = {stuck};
    open(world);
    click("problems.action");
    QCOMPARE(m_clicks, 1);
    QTRY_COMPARE(m_control->count<CancelSchemas>(), 1);
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1); // once the run has ended
    QCOMPARE(m_control->last<SyncSchemas>()->ids, std::vector<SchemaId>{SchemaId{103}});
}

void HomeTest::stripFoldsAway()
{
    open(worlds::shop());
    click("problems.fold");
    QVERIFY(!part("problems.action"));
    QVERIFY(m_window->sourcesPage()->problems()->isVisible());
    click("problems.fold");
    QVERIFY(part("problems.action"));
}

void HomeTest::nothingIsWrongSaysSo()
{
    open(worlds::shop());
    m_control->edit([](World& world) { world.incidents.clear(); });
    ChangeSet news;
    news.incidents = true;
    m_control->tell(news);
    QVERIFY(!m_window->sourcesPage()->problems()->isVisible());
    m_window->actions().goHome->trigger();
    QVERIFY(!part("home.problem.action"));
}

QTEST_MAIN(HomeTest)
#include "tst_home.moc"
