// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/unavailable.h"
#include "tests/ui/windowfixture.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QTimer>
#include <QToolButton>

using namespace leat;
using namespace leat::test;

/// The goals of 11-ux §4.11: one press of a button, of a row or of a key counts as one; typing is free.
/// Rotating a password, first data and syncing one table are in tst_window; each of them is done through
/// the accessibility interface in tests/atspi.
class ClicksTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void seeingWhyTakesNoneAndTheEvidenceOne();
    void safeResyncOfOneTableTakesThree();
    void safeResyncOfTenTablesTakesFour();
    void selectAllTakesWhatWasFoundOnly();
    void frequencyOfOneTableTakesTwo();
    void frequencyOfManyTablesTakesThree();
    void fullToIncrementalTakesFour();
    void rewindTakesFourWithACountFirst();
    void unstickingTakesOne();
    void pausingEverythingTakesOne();
    void whatThisVersionCannotDoIsShownWithTheReason_D50_D54_data();
    void whatThisVersionCannotDoIsShownWithTheReason_D50_D54();

private:
    void press(int key, Qt::KeyboardModifiers with)
    {
        ++m_clicks;
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), Qt::Key(key), with);
    }
    /// An entry of a menu that is open.
    void choose(const char* action)
    {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY2(menu, action);
        QAction* entry = menu->findChild<QAction*>(QLatin1String(action));
        for (QAction* each : menu->actions())
            if (each->objectName() == QLatin1String(action))
                entry = each;
        QVERIFY2(entry && entry->isEnabled(), action);
        ++m_clicks;
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entry).center());
    }
    /// The menu of a row, opened with the right button, which also selects the row.
    void openRowMenu(SchemaId id)
    {
        QTreeView* tree = m_window->sourcesPage()->tree();
        const QModelIndex index = m_window->sourcesPage()->proxy().mapFromSource(m_window->sourcesPage()->model().indexOf(id));
        tree->scrollTo(index);
        const QPoint at = tree->visualRect(index).center();
        ++m_clicks;
        QTest::mousePress(tree->viewport(), Qt::RightButton, {}, at);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, tree->viewport()->mapToGlobal(at));
        QApplication::sendEvent(tree->viewport(), &event);
        QTest::mouseRelease(tree->viewport(), Qt::RightButton, {}, at);
        QTRY_VERIFY(QApplication::activePopupWidget());
    }
};

void ClicksTest::seeingWhyTakesNoneAndTheEvidenceOne()
{
    open(worlds::shop());
    const QString cause = m_control->snapshot()->incidents.front().headline;
    bool seen = false;
    for (const QLabel* label : m_window->findChildren<QLabel*>())
        seen = seen || (label->isVisible() && label->text().contains(cause));
    QVERIFY(seen);
    QCOMPARE(m_clicks, 0);
    click("problems.why");
    QTRY_VERIFY(part<QDialog>("diagnosis.dialog"));
    QVERIFY(part<QWidget>("diagnosis.facts"));
    QCOMPARE(m_clicks, 1);
}

void ClicksTest::safeResyncOfOneTableTakesThree()
{
    open(worlds::shop());
    clickRow(SchemaId{106});
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    click("question.action");
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QVERIFY(m_control->last<SyncSchemas>()->fromScratch);
    QCOMPARE(m_control->last<SyncSchemas>()->ids, std::vector<SchemaId>{SchemaId{106}});
    QCOMPARE(m_control->count<DestroyData>(), 0);
    QVERIFY(m_clicks <= 3);
}

void ClicksTest::safeResyncOfTenTablesTakesFour()
{
    open(worlds::shop());
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("main.search"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("source:shop"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // the end of what is typed: on to what was found
    QTRY_COMPARE(QApplication::focusWidget(), m_window->sourcesPage()->tree());
    press(Qt::Key_A, Qt::ControlModifier);
    click("bulk.syncScratch");
    click("question.action");
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QVERIFY(m_control->last<SyncSchemas>()->fromScratch);
    QVERIFY(m_control->last<SyncSchemas>()->ids.size() >= 9);
    QVERIFY(m_clicks <= 4);
}

/// Select all means what is shown: the row of the source does not bring back what the search left out.
void ClicksTest::selectAllTakesWhatWasFoundOnly()
{
    open(worlds::shop());
    part<QLineEdit>("main.search")->setText(QStringLiteral("payments"));
    m_window->actions().selectAll->trigger(); // nothing has the focus but the search field or nothing
    QCOMPARE(m_window->sourcesPage()->selectedSchemas(), std::vector<SchemaId>{SchemaId{107}});
    QVERIFY(m_window->sourcesPage()->currentSchema() == SchemaId{107});
}

void ClicksTest::frequencyOfOneTableTakesTwo()
{
    open(worlds::shop());
    openRowMenu(SchemaId{106});
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QAction* frequency = nullptr;
    for (QAction* action : menu->actions())
        if (action->menu() && action->menu()->objectName() == QLatin1String("bulk.frequencies"))
            frequency = action;
    QVERIFY(frequency);
    // The submenu opens under the pointer, without a press.
    QTest::mouseMove(menu, menu->actionGeometry(frequency).center());
    menu->setActiveAction(frequency);
    QTRY_VERIFY(frequency->menu()->isVisible());
    ++m_clicks;
    for (QAction* action : frequency->menu()->actions())
        if (action->objectName() == QLatin1String("action.bulk.frequency.1hour"))
            QTest::mouseClick(frequency->menu(), Qt::LeftButton, {}, frequency->menu()->actionGeometry(action).center());
    QTRY_COMPARE(m_control->count<SetSchemas>(), 1);
    QVERIFY(*m_control->last<SetSchemas>()->patch.syncFrequency == SyncFrequency::EveryHour);
    QCOMPARE(m_control->last<SetSchemas>()->ids, std::vector<SchemaId>{SchemaId{106}});
    QCOMPARE(m_clicks, 2);
}

void ClicksTest::frequencyOfManyTablesTakesThree()
{
    open(worlds::shop());
    m_window->sourcesPage()->tree()->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(part("bulk.frequency"));
    QTimer::singleShot(0, this, [this] {
        QTRY_VERIFY(QApplication::activePopupWidget());
        choose("action.bulk.frequency.1hour");
    });
    click("bulk.frequency");
    QTRY_COMPARE(m_control->count<SetSchemas>(), 1);
    QVERIFY(m_control->last<SetSchemas>()->ids.size() >= 10);
    QCOMPARE(m_clicks, 3);
}

void ClicksTest::fullToIncrementalTakesFour()
{
    open(worlds::shop());
    clickRow(SchemaId{101});
    QVERIFY(m_control->snapshot()->schema(SchemaId{101})->config.syncType == SyncType::FullRefresh);
    click("details.edit");
    QTRY_VERIFY(part("schema.method.incremental"));
    QTRY_VERIFY(part<QComboBox>("schema.cursor")->count() > 0);
    click("schema.method.incremental");
    QTRY_VERIFY(m_control->count<PreviewChange>() >= 1); // what it would do is said first
    click("schema.apply");
    QTRY_COMPARE(m_control->count<SetSchemas>(), 1);
    QVERIFY(m_control->last<SetSchemas>()->patch.syncType == SyncType::Incremental);
    QVERIFY(m_clicks <= 4);
}

void ClicksTest::rewindTakesFourWithACountFirst()
{
    open(worlds::shop());
    openRowMenu(SchemaId{106});
    choose("action.table.rewind");
    QTRY_VERIFY(part<QLineEdit>("rewind.value"));
    part<QLineEdit>("rewind.value")->selectAll();
    QTest::keyClicks(part<QLineEdit>("rewind.value"), QStringLiteral("2026-11-01"));
    QTRY_VERIFY(m_control->last<RewindSchema>() && m_control->last<RewindSchema>()->value == QLatin1String("2026-11-01"));
    QVERIFY(m_control->last<RewindSchema>()->dryRun);
    click("rewind.act");
    QTRY_VERIFY(!m_control->last<RewindSchema>()->dryRun);
    QVERIFY(m_clicks <= 4);
}

void ClicksTest::unstickingTakesOne()
{
    open(worlds::shop());
    m_control->edit([](World& world) {
        Incident stuck;
        stuck.id = QStringLiteral("schema-103-stuck");
        stuck.health = Health::Stuck;
        stuck.sourceId = SourceId{1};
        stuck.schemaId = SchemaId{103};
        stuck.schemas = {SchemaId{103}};
        stuck.subject = QStringLiteral("shop.events");
        stuck.headline = QStringLiteral("No progress for 40 minutes");
        stuck.action = {QStringLiteral("cancel-sync"), QStringLiteral("Cancel the run and sync again"), ActionEffect::KeepsData, {}, {}};
        world.incidents = {stuck};
    });
    ChangeSet news;
    news.incidents = true;
    m_control->tell(news);
    click("problems.action");
    QTRY_COMPARE(m_control->count<CancelSchemas>(), 1);
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QVERIFY(!m_control->last<SyncSchemas>()->fromScratch);
    QCOMPARE(m_clicks, 1);
}

void ClicksTest::pausingEverythingTakesOne()
{
    open(worlds::shop());
    click("status.pauseAll");
    QTRY_COMPARE(m_control->count<PauseScheduler>(), 1);
    QCOMPARE(m_clicks, 1);
    QTRY_VERIFY(m_control->snapshot()->engine.schedulerPaused);
    QVERIFY(m_window->actions().pauseAll->isChecked());
    click("status.pauseAll");
    QTRY_COMPARE(m_control->count<ResumeScheduler>(), 1);
}

void ClicksTest::whatThisVersionCannotDoIsShownWithTheReason_D50_D54_data()
{
    QTest::addColumn<int>("branch");
    QTest::addColumn<QString>("action");
    QTest::newRow("change log") << int(Branch::E) << QStringLiteral("check-replication");
    QTest::newRow("webhook") << int(Branch::I) << QStringLiteral("check-webhook");
}

void ClicksTest::whatThisVersionCannotDoIsShownWithTheReason_D50_D54()
{
    QFETCH(int, branch);
    QFETCH(QString, action);
    open(worlds::shop());
    Diagnosis& diagnosis = m_control->diagnosis.diagnosis;
    m_control->diagnosis.healthy = false;
    m_control->diagnosis.subject = QStringLiteral("billing");
    diagnosis.branch = Branch(branch);
    diagnosis.actions = {{action, QStringLiteral("Check it at the source"), ActionEffect::KeepsData, {}, {}},
        {QStringLiteral("sync"), QStringLiteral("Sync now"), ActionEffect::KeepsData, {}, {}}};
    click("problems.why");
    click("diagnosis.next");
    click("diagnosis.next");
    auto* way = part<QRadioButton>(qPrintable(QStringLiteral("diagnosis.action.") + action));
    QVERIFY(way);
    QVERIFY(!way->isEnabled());
    const QString reason = unavailableReason(action);
    QCOMPARE(way->accessibleDescription(), reason);
    bool shown = false;
    for (const QLabel* label : m_window->findChildren<QLabel*>())
        shown = shown || (label->isVisible() && label->text() == reason);
    QVERIFY(shown);
    QVERIFY(part<QRadioButton>("diagnosis.action.sync")->isChecked()); // what can be done is recommended
    QVERIFY(part("diagnosis.next")->isEnabled());
}

QTEST_MAIN(ClicksTest)
#include "tst_clicks.moc"
