// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/commandpalette.h"
#include "ui/notice.h"
#include "ui/notifier.h"
#include "ui/requests.h"
#include "ui/savedfilters.h"
#include "ui/schemadialog.h"
#include "ui/settingsdialog.h"
#include "ui/theme.h"
#include "ui/tray.h"
#include "ui/welcomedialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>

using namespace leat;
using namespace leat::test;

/// Palette, settings, searches, selections, trash, editor and messages.
class ToolsTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void paletteOpensATable();
    void paletteUnderstandsSentences();
    void paletteShowsWhyNot();
    void settingsSearchAndApplyAtOnce();
    void settingsSaveLimits();
    void searchIsSavedAndFound();
    void placeAndSearchComeBack();
    void resyncOfTenTablesTakesFourClicks();
    void frequencyOfSeveralTakesThreeClicks();
    void partialFailureIsListed();
    void deletingNeedsTheName();
    void deletingCanBeUndone();
    void safeWayStandsBeside();
    void trashRestores();
    void quarantineShowsStoresAndDrops();
    void changedColumnsAreAcceptedWhereTheyAreShown();
    void rotationShowsBothSides();
    void editorUndoesAndRedoes();
    void editorAsksWhatThenAboutTheData();
    void editorOffersToWaitForTheRun();
    void editorRefusalIsShown();
    void rewindCountsFirst();
    void oneMessageForOneCause();
    void traySaysHowItIs();
    void welcomeLeadsToDataInThreeClicks();
    void contrastThemeReaches7();

private:
    QDialog* dialog(const char* name) { return part<QDialog>(name); }
};

void ToolsTest::paletteOpensATable()
{
    open(worlds::shop());
    m_window->actions().goHistory->trigger();
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(part<QLineEdit>("palette.query"));
    auto* query = part<QLineEdit>("palette.query");
    QTest::keyClicks(query, QStringLiteral("paym"));
    QTest::keyClick(query, Qt::Key_Return);
    QTRY_VERIFY(!dialog("palette.dialog"));
    QVERIFY(m_window->sourcesPage()->isVisible());
    QVERIFY(m_window->sourcesPage()->currentSchema() == SchemaId{107});
}

void ToolsTest::paletteUnderstandsSentences()
{
    open(worlds::shop());
    m_window->actions().palette->trigger();
    auto* query = part<QLineEdit>("palette.query");
    QTest::keyClicks(query, QStringLiteral("switch my customers table from full refresh to incremental"));
    QTest::keyClick(query, Qt::Key_Return);
    QTRY_VERIFY(dialog("recipe.dialog")); // T52
    QTRY_VERIFY(part<QLabel>("recipe.subject")->text().contains(QStringLiteral("customers")));
}

void ToolsTest::paletteShowsWhyNot()
{
    open(worlds::shop());
    m_window->actions().palette->trigger();
    auto* query = part<QLineEdit>("palette.query");
    QTest::keyClicks(query, QStringLiteral("set batch size to 50 tables"));
    QVERIFY(query->accessibleDescription().contains(QStringLiteral("Not needed")));
    QTest::keyClick(query, Qt::Key_Return);
    QVERIFY(dialog("palette.dialog")); // stays, with its reason
    QTest::keyClick(query, Qt::Key_Escape);
    QTRY_VERIFY(!dialog("palette.dialog"));
}

void ToolsTest::settingsSearchAndApplyAtOnce()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    WindowServices services;
    services.settings = &settings;
    open(worlds::shop(), services);
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(part<QLineEdit>("settings.search"));
    QTest::keyClicks(part<QLineEdit>("settings.search"), QStringLiteral("contrast"));
    QTRY_VERIFY(part<QComboBox>("settings.appearance"));
    QVERIFY(!part<QComboBox>("settings.scale"));
    auto* look = part<QComboBox>("settings.appearance");
    look->setCurrentIndex(look->findData(QStringLiteral("contrast")));
    Q_EMIT look->activated(look->currentIndex());
    QVERIFY(qApp->palette().color(QPalette::Window) == QColor(Qt::black));
    QVERIFY(m_window->actions().lookContrast->isChecked());
    QCOMPARE(settings.value(QStringLiteral("window/appearance")).toString(), QStringLiteral("contrast"));
    m_window->actions().lookAuto->trigger();
}

void ToolsTest::settingsSaveLimits()
{
    open(worlds::shop());
    m_control->tuning = {400, 0, 2, 2};
    m_window->openSettings(QStringLiteral("engine"));
    QTRY_VERIFY(part<QSpinBox>("settings.runs") && part<QSpinBox>("settings.runs")->isEnabled());
    QCOMPARE(part<QSpinBox>("settings.memory")->value(), 400);
    QVERIFY(!part("settings.saveLimits")->isEnabled());
    part<QSpinBox>("settings.runs")->setValue(6);
    click("settings.saveLimits");
    QTRY_COMPARE(m_control->count<SaveTuning>(), 1);
    QCOMPARE(m_control->last<SaveTuning>()->tuning.runs, 6);
    QCOMPARE(m_control->last<SaveTuning>()->tuning.memoryLimitMb, 400);
}

void ToolsTest::searchIsSavedAndFound()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    WindowServices services;
    services.settings = &settings;
    open(worlds::shop(), services);
    QVERIFY(!m_window->actions().saveFilter->isEnabled());
    part<QLineEdit>("main.search")->setText(QStringLiteral("age>2h source:shop"));
    m_window->actions().saveFilter->trigger();
    QTRY_VERIFY(part<QLineEdit>("saveFilter.name"));
    part<QLineEdit>("saveFilter.name")->setText(QStringLiteral("Old ones"));
    click("saveFilter.save");
    QCOMPARE(SavedFilters(&settings).all().size(), size_t(1));
    QCOMPARE(SavedFilters(&settings).all()[0].query, QStringLiteral("age>2h source:shop"));
    part<QLineEdit>("main.search")->clear();
    m_window->actions().palette->trigger();
    QTest::keyClicks(part<QLineEdit>("palette.query"), QStringLiteral("old ones"));
    QTest::keyClick(part<QLineEdit>("palette.query"), Qt::Key_Return);
    QTRY_COMPARE(part<QLineEdit>("main.search")->text(), QStringLiteral("age>2h source:shop"));
}

void ToolsTest::placeAndSearchComeBack()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    WindowServices services;
    services.settings = &settings;
    open(worlds::shop(), services);
    part<QLineEdit>("main.search")->setText(QStringLiteral("status:ok"));
    m_window->sourcesPage()->select(SchemaId{107});
    m_window->close();
    open(worlds::shop(), services);
    QCOMPARE(part<QLineEdit>("main.search")->text(), QStringLiteral("status:ok"));
    QVERIFY(m_window->sourcesPage()->currentSchema() == SchemaId{107});
    m_window->actions().goHome->trigger();
    m_window->close();
    open(worlds::shop(), services);
    QVERIFY(m_window->actions().goHome->isChecked());
}

/// 11-ux §4.11: filter, select all, Resync, confirm.
void ToolsTest::resyncOfTenTablesTakesFourClicks()
{
    open(worlds::shop());
    clickRow(SchemaId{101}); // stands for the press into the search field
    part<QLineEdit>("main.search")->setText(QStringLiteral("source:shop"));
    m_window->sourcesPage()->tree()->setFocus();
    QTest::keyClick(m_window->sourcesPage()->tree(), Qt::Key_A, Qt::ControlModifier);
    ++m_clicks;
    click("bulk.syncScratch");
    click("question.action");
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QVERIFY(m_control->last<SyncSchemas>()->fromScratch);
    QVERIFY(m_control->last<SyncSchemas>()->ids.size() >= 9);
    QVERIFY(m_clicks <= 4);
}

/// 11-ux §4.11: frequency of 20 tables in three.
void ToolsTest::frequencyOfSeveralTakesThreeClicks()
{
    open(worlds::shop());
    QVERIFY(!part<QWidget>("bulk.bar"));
    clickRow(SchemaId{101});
    clickRow(SchemaId{102}, Qt::ControlModifier);
    QVERIFY(part<QWidget>("bulk.bar"));
    auto* menu = m_window->findChild<QMenu*>(QStringLiteral("bulk.frequencies"));
    for (QAction* action : menu->actions())
        if (action->objectName() == QLatin1String("action.bulk.frequency.1hour"))
            action->trigger();
    QTRY_COMPARE(m_control->count<SetSchemas>(), 1);
    QVERIFY(m_control->last<SetSchemas>()->perItem);
    QVERIFY(*m_control->last<SetSchemas>()->patch.syncFrequency == SyncFrequency::EveryHour);
    click("bulk.clear");
    QTRY_VERIFY(!part<QWidget>("bulk.bar"));
}

void ToolsTest::partialFailureIsListed()
{
    open(worlds::shop());
    BulkResult result;
    result.items.push_back({SchemaId{101}, QStringLiteral("shop.categories"), {}, {}});
    result.items.push_back({SchemaId{102}, QStringLiteral("shop.customers"), {}, makeError(ErrorCode::Busy)});
    Q_EMIT m_window->findChild<Requests*>()->partlyDone(QStringLiteral("Pause"), result);
    QTRY_VERIFY(part<QTableView>("bulkResult.table"));
    QCOMPARE(part<QTableView>("bulkResult.table")->model()->rowCount(), 2);
    click("bulkResult.copy");
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("shop.customers")));
}

void ToolsTest::deletingNeedsTheName()
{
    open(worlds::shop());
    clickRow(SchemaId{106});
    m_window->actions().deleteData->trigger();
    QTRY_VERIFY(part<QLineEdit>("destroy.name"));
    QVERIFY(!part("destroy.act")->isEnabled());
    QVERIFY(part<QPushButton>("destroy.cancel")->isDefault());
    QTest::keyClicks(part<QLineEdit>("destroy.name"), QStringLiteral("shop.order"));
    QVERIFY(!part("destroy.act")->isEnabled());
    QTest::keyClick(part<QLineEdit>("destroy.name"), Qt::Key_Return); // the default is Cancel
    QTRY_VERIFY(!dialog("destroy.dialog"));
    QCOMPARE(m_control->count<DestroyData>(), 0);
}

void ToolsTest::deletingCanBeUndone()
{
    open(worlds::shop());
    clickRow(SchemaId{106});
    m_window->actions().deleteData->trigger();
    QTRY_VERIFY(part<QLineEdit>("destroy.name"));
    QTest::keyClicks(part<QLineEdit>("destroy.name"), QStringLiteral("shop.orders"));
    TrashItem fresh;
    fresh.id = 8;
    fresh.name = QStringLiteral("shop.orders");
    fresh.trashedAt = QDateTime::currentDateTimeUtc();
    m_control->trash.items.insert(m_control->trash.items.begin(), fresh);
    click("destroy.act");
    QTRY_COMPARE(m_control->count<DestroyData>(), 1);
    QCOMPARE(m_control->last<DestroyData>()->confirmation.token, QStringLiteral("token"));
    QCOMPARE(m_control->last<DestroyData>()->confirmation.typedName, QStringLiteral("shop.orders"));
    click("notice.action");
    QTRY_COMPARE(m_control->count<RestoreTrash>(), 1);
    QCOMPARE(m_control->last<RestoreTrash>()->ids, std::vector<qint64>{8}); // not the older item
}

void ToolsTest::safeWayStandsBeside()
{
    open(worlds::shop());
    clickRow(SchemaId{106});
    m_window->actions().wipe->trigger();
    QTRY_VERIFY(dialog("destroy.dialog"));
    click("destroy.safe");
    click("question.action");
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QVERIFY(m_control->last<SyncSchemas>()->fromScratch);
    QCOMPARE(m_control->count<DestroyData>(), 0);
}

void ToolsTest::quarantineShowsStoresAndDrops()
{
    for (const bool dropping : {false, true}) {
        open(worlds::shop());
        m_control->quarantine = {{{4, RunId{9}, QDateTime::currentDateTimeUtc(), QStringLiteral("key-null"), QStringLiteral("id"), QStringLiteral("{\"id\":null}")},
            {3, RunId{9}, QDateTime::currentDateTimeUtc(), QStringLiteral("key-repeated"), QStringLiteral("id"), QStringLiteral("{\"id\":\"7\"}")}}, 2};
        m_control->editSchema(SchemaId{106}, [](SchemaInfo& schema) { schema.quarantined = 2; });
        clickRow(SchemaId{106});
        click("details.quarantine");
        QTRY_VERIFY(part<QTableView>("quarantine.rows"));
        QTRY_COMPARE(part<QTableView>("quarantine.rows")->model()->rowCount(), 2);
        QVERIFY(part<QTableView>("quarantine.rows")->model()->index(0, 1).data().toString().contains(QStringLiteral("NULL")));
        if (!dropping) {
            click("quarantine.replay");
            QTRY_COMPARE(m_control->count<ReplayQuarantine>(), 1);
            QVERIFY(m_control->last<ReplayQuarantine>()->ids.empty());  // nothing selected: all
            QTRY_COMPARE(part<QTableView>("quarantine.rows")->model()->rowCount(), 0);
            continue;
        }
        part<QTableView>("quarantine.rows")->selectRow(1);
        click("quarantine.drop");
        QCOMPARE(m_control->count<DropQuarantine>(), 0);                // asked back first
        click("quarantine.drop");
        QTRY_COMPARE(m_control->count<DropQuarantine>(), 1);
        QCOMPARE(m_control->last<DropQuarantine>()->ids, std::vector<qint64>{3});
    }
}

void ToolsTest::changedColumnsAreAcceptedWhereTheyAreShown()
{
    open(worlds::shop());
    m_control->editSchema(SchemaId{106}, [](SchemaInfo& schema) {
        schema.status = SchemaStatus::HeldBack;
        schema.latestError = makeError(ErrorCode::ChangesHeld, {},
            {{QStringLiteral("table"), QStringLiteral("orders")}, {QStringLiteral("changes"), QStringLiteral("“extra” is new (integer)")}});
    });
    clickRow(SchemaId{106});
    QTRY_VERIFY(part("details.acceptChanges"));
    QVERIFY(!part("details.replaceEmpty"));
    click("details.acceptChanges");
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QVERIFY(m_control->last<SyncSchemas>()->acceptChanges);
    QVERIFY(!m_control->last<SyncSchemas>()->acceptEmpty);
}

void ToolsTest::trashRestores()
{
    open(worlds::shop());
    m_window->actions().trash->trigger();
    QTRY_VERIFY(part<QTableView>("trash.items"));
    QTRY_COMPARE(part<QTableView>("trash.items")->model()->rowCount(), 1);
    click("trash.restore");
    QTRY_COMPARE(m_control->count<RestoreTrash>(), 1);
    QCOMPARE(m_control->last<RestoreTrash>()->ids, std::vector<qint64>{7});
    part<QSpinBox>("trash.days")->setValue(30);
    QTRY_COMPARE(m_control->count<SetTrashLimits>(), 1);
    QCOMPARE(m_control->last<SetTrashLimits>()->limits.days, 30);
    // A limit that is refused is not shown as if it were kept to.
    const int kept = 7;
    QTRY_COMPARE(part<QSpinBox>("trash.days")->value(), kept); // as the engine here answers
    m_control->failNext<SetTrashLimits>(makeError(ErrorCode::ConfirmationNeeded));
    part<QSpinBox>("trash.days")->setValue(kept + 2);
    QTRY_COMPARE(m_control->count<SetTrashLimits>(), 2);
    QTRY_COMPARE(part<QSpinBox>("trash.days")->value(), kept);
}

void ToolsTest::rotationShowsBothSides()
{
    open(worlds::shop());
    m_control->credentials.problem = makeError(ErrorCode::PermissionDenied);
    m_control->credentials.tables[1].after = false;
    m_window->openRotate(SourceId{2});
    QTRY_VERIFY(part<QLineEdit>("rotate.field.password"));
    auto* field = part<QLineEdit>("rotate.field.password");
    QVERIFY(!part("rotate.testSaveSync")->isEnabled());
    field->setText(QStringLiteral("  s3cret\n"));
    QCOMPARE(field->text(), QStringLiteral("s3cret")); // pasted white space goes
    click("rotate.test");
    QTRY_VERIFY(part<QTableView>("rotate.tables"));
    QCOMPARE(part<QTableView>("rotate.tables")->model()->rowCount(), 2);
    QVERIFY(part<ErrorCard>("rotate.check.errorCard"));
    QCOMPARE(m_control->count<RotateCredentials>(), 0);
    click("rotate.testSaveSync"); // refused: the dialog stays
    QTRY_COMPARE(m_control->count<RotateCredentials>(), 1);
    QTRY_VERIFY(part("rotate.testSaveSync")->isEnabled());
    QVERIFY(dialog("rotate.dialog"));
}

void ToolsTest::editorUndoesAndRedoes()
{
    open(worlds::shop());
    m_window->openSchemaDialog(SchemaId{106});
    QTRY_COMPARE(part<QTableView>("schema.columns")->model()->rowCount(), 10);
    QVERIFY(!part("schema.undo")->isEnabled());
    click("schema.method.append");
    auto* frequency = part<QComboBox>("schema.frequency");
    frequency->setCurrentIndex(frequency->findData(int(SyncFrequency::EveryDay)));
    Q_EMIT frequency->activated(frequency->currentIndex());
    QTRY_VERIFY(part("schema.apply")->text().contains(QLatin1Char('2')));
    click("schema.undo");
    QCOMPARE(frequency->currentData().toInt(), int(SyncFrequency::Never));
    click("schema.undo");
    QVERIFY(part("schema.method.incremental")->isChecked());
    QVERIFY(!part("schema.apply")->isEnabled());
    click("schema.redo");
    QVERIFY(part("schema.method.append")->isChecked());
    QTRY_VERIFY(part("schema.copyCli")->isEnabled());
    click("schema.copyCli");
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("leatctl schema set")));
}

void ToolsTest::editorAsksWhatThenAboutTheData()
{
    open(worlds::shop());
    SchemaChange change;
    change.id = SchemaId{106};
    change.impact.fields = {{QStringLiteral("incremental_field"), QStringLiteral("updated_at"), QStringLiteral("created_at"), ImpactVerdict::ResyncAdvised, QStringLiteral("Rows may be missing."), false}};
    change.impact.verdict = ImpactVerdict::ResyncAdvised;
    change.impact.options = {{AfterChange::Resync, true, QStringLiteral("Resync safely"), 12'140'331, 840}, {AfterChange::Rewind, true, QStringLiteral("Rewind"), 310'000, 20}, {AfterChange::Keep, true, QStringLiteral("Keep"), -1, -1}};
    change.impact.suggested = AfterChange::Resync;
    m_control->preview.changes = {change};
    m_window->openSchemaDialog(SchemaId{106});
    auto* cursor = part<QComboBox>("schema.cursor");
    QTRY_VERIFY(cursor->count() == 3);
    cursor->setCurrentIndex(1);
    Q_EMIT cursor->activated(1);
    QTRY_VERIFY(part("impact.after.resync"));
    QVERIFY(part("impact.after.resync")->isChecked()); // the suggested one
    click("impact.after.rewind");
    part<QLineEdit>("impact.rewindTo")->clear();
    QVERIFY(!part("schema.apply")->isEnabled());
    part<QLineEdit>("impact.rewindTo")->setText(QStringLiteral("2026-11-01"));
    click("schema.apply");
    QTRY_COMPARE(m_control->count<SetSchemas>(), 1);
    QVERIFY(m_control->last<SetSchemas>()->after == AfterChange::Rewind);
    QCOMPARE(m_control->last<SetSchemas>()->rewindTo, QStringLiteral("2026-11-01"));
    QTRY_VERIFY(!dialog("schema.dialog"));
}

void ToolsTest::editorOffersToWaitForTheRun()
{
    open(worlds::shop());
    m_window->openSchemaDialog(SchemaId{103}); // runs
    QTRY_COMPARE(part<QTableView>("schema.columns")->model()->rowCount(), 10);
    click("schema.method.full_refresh");
    QTRY_VERIFY(part("impact.afterRun"));
    QVERIFY(part("impact.afterRun")->isChecked());
    click("impact.cancelRun");
    click("schema.apply");
    QTRY_COMPARE(m_control->count<SetSchemas>(), 1);
    QVERIFY(m_control->last<SetSchemas>()->whenRunning == WhenRunning::CancelAndApply);
}

void ToolsTest::editorRefusalIsShown()
{
    open(worlds::shop());
    m_window->openSchemaDialog(SchemaId{106});
    QTRY_COMPARE(part<QTableView>("schema.columns")->model()->rowCount(), 10);
    m_control->failNext<SetSchemas>(makeError(ErrorCode::RevisionConflict));
    click("schema.method.append");
    QTRY_VERIFY(part("schema.apply")->isEnabled());
    click("schema.apply");
    QTRY_VERIFY(part<ErrorCard>("schema.errorCard"));
    QVERIFY(dialog("schema.dialog"));
}

void ToolsTest::rewindCountsFirst()
{
    open(worlds::shop());
    clickRow(SchemaId{106});
    m_window->actions().rewind->trigger();
    QTRY_VERIFY(part<QLineEdit>("rewind.value"));
    QTRY_VERIFY(part("rewind.act")->isEnabled());
    QVERIFY(m_control->last<RewindSchema>()->dryRun);
    part<QLineEdit>("rewind.value")->setText(QStringLiteral("2026-11-01"));
    QVERIFY(!part("rewind.act")->isEnabled());
    QTRY_VERIFY(part("rewind.act")->isEnabled());
    click("rewind.act");
    QTRY_VERIFY(!m_control->last<RewindSchema>()->dryRun);
    QCOMPARE(m_control->last<RewindSchema>()->value, QStringLiteral("2026-11-01"));
}

void ToolsTest::oneMessageForOneCause()
{
    FakeControl control(worlds::shop());
    Notifier notifier(&control);
    QSignalSpy told(&notifier, &Notifier::told);
    ChangeSet news;
    news.incidents = true;
    control.tell(news);
    QCOMPARE(told.count(), 0); // known at the start
    const std::vector<Incident> before = control.snapshot()->incidents;
    control.edit([](World& world) {
        Incident late = world.incidents.front();
        late.id = QStringLiteral("source-1-network");
        late.subject = QStringLiteral("shop");
        world.incidents.push_back(late);
    });
    control.tell(news);
    control.tell(news);
    QCOMPARE(told.count(), 1);
    QCOMPARE(told.last().at(0).toString(), QStringLiteral("shop"));
    control.edit([&](World& world) { world.incidents.clear(); });
    control.tell(news);
    QCOMPARE(told.count(), 2); // recovered
    notifier.snooze(QDateTime::currentDateTimeUtc().addSecs(3600));
    control.edit([&](World& world) { world.incidents = before; });
    control.tell(news);
    QCOMPARE(told.count(), 2);
    notifier.snooze({});
    Preferences quiet;
    quiet.notifyRecovery = false;
    notifier.setPreferences(quiet);
    control.edit([&](World& world) { world.incidents.clear(); });
    control.tell(news);
    QCOMPARE(told.count(), 2);
}

void ToolsTest::traySaysHowItIs()
{
    open(worlds::shop());
    Tray tray(m_control.get(), m_window->actions());
    QVERIFY(tray.icon()->toolTip().contains(QStringLiteral("2 problem")));
    QSignalSpy fix(&tray, &Tray::fixWanted);
    for (QAction* action : tray.menu()->actions())
        if (action->text().startsWith(QStringLiteral("billing")))
            action->trigger();
    QCOMPARE(fix.count(), 1);
    m_window->actions().pauseAll->trigger();
    QTRY_COMPARE(m_control->count<PauseScheduler>(), 1);
    QVERIFY(m_control->last<PauseScheduler>()->until.isValid());   // it resumes by itself
    QTRY_VERIFY(tray.icon()->toolTip().contains(QStringLiteral("paused")));
    QVERIFY(m_window->actions().pauseAll->isChecked());
    m_window->actions().pauseAll->trigger();
    QTRY_COMPARE(m_control->count<ResumeScheduler>(), 1);
}

/// 11-ux §4.11: first data from a fresh install in three.
void ToolsTest::welcomeLeadsToDataInThreeClicks()
{
    open(worlds::empty());
    m_window->openWelcome();
    click("welcome.next");
    click("welcome.next");
    click("welcome.trySample");
    QCOMPARE(m_clicks, 3);
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
}

void ToolsTest::contrastThemeReaches7()
{
    const Theme t = contrastTheme();
    for (const QColor& ground : {t.window, t.surface, t.raised, t.selection, t.failedSoft, t.warningSoft, t.runningSoft, t.goodSoft})
        for (const QColor& text : {t.text, t.muted, t.accent, t.failed, t.warning, t.running, t.good})
            QVERIFY2(contrastRatio(text, ground) >= 7.0, qPrintable(text.name() + QLatin1Char(' ') + ground.name()));
    QVERIFY(contrastRatio(t.onAccent, t.accent) >= 7.0);
    QVERIFY(themeOf(paletteFor(t)).accent == t.accent);
}

QTEST_MAIN(ToolsTest)
#include "tst_tools.moc"
