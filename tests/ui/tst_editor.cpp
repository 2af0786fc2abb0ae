// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"

#include "models/tablechoicemodel.h"
#include "ui/fixer.h"
#include "ui/recipedialog.h"
#include "ui/schemadialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace leat;
using namespace leat::test;

/// Pending edits, what the editor says beside its fields, and the guided changes.
class EditorTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void closingAsksAboutEdits_data();
    void closingAsksAboutEdits();
    void closingWithoutEditsAsksNothing();
    void theWindowAsksBeforeItCloses();
    void discardSaysSoAndAsksNothing();
    void oneEditorATable();
    void closingWhileTheRunIsAwaited();
    void fieldsSayWhatTheyWere();
    void nextRunsStandBesideTheFrequency();
    void howOftenToVerifyIsChosen();
    void theLastKeyCheckIsShown();
    void thePatchIsShown();
    void evidenceStandsUnderTheCursor();
    void theDiagnosisOpensTheFieldInTrouble();
    void recipeFromReadingToChecked();
    void recipeThatIsNotPossibleSaysWhy();
    void recipesByKeyboardOnly();
    void aChosenRecipeIsReplanned();
    void theFailedSyncOfARecipeIsTold();
    void recipesAreInMenuAndPalette();
    void newSourcesGetAFrequency();

private:
    QDialog* dialog(const char* name) { return part<QDialog>(name); }
    void edited()
    {
        open(worlds::shop());
        m_window->openSchemaDialog(SchemaId{106});
        QTRY_COMPARE(part<QTableView>("schema.columns")->model()->rowCount(), 10);
        click("schema.method.append");
        QTRY_VERIFY(part("schema.apply")->isEnabled());
    }
    void choose(const char* name, const QVariant& value)
    {
        auto* box = part<QComboBox>(name);
        QVERIFY2(box, name);
        box->setCurrentIndex(box->findData(value));
        Q_EMIT box->activated(box->currentIndex());
    }
    void endRun(SchemaId id, RunStatus status, std::optional<Error> error = {})
    {
        const SchemaInfo* schema = m_control->snapshot()->schema(id);
        RunInfo run;
        run.id = schema->currentRun;
        run.schemaId = id;
        run.status = status;
        run.error = std::move(error);
        run.rowsRead = 12;
        run.startedAt = QDateTime::currentDateTimeUtc().addSecs(-2);
        run.finishedAt = QDateTime::currentDateTimeUtc();
        ChangeSet news;
        news.runs = {run.id};
        news.finishedRuns = {run};
        m_control->tell(news);
    }
    QString text(const char* name) { return part<QLabel>(name) ? part<QLabel>(name)->text() : QString(); }
};

void EditorTest::closingAsksAboutEdits_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<int>("sent");
    QTest::newRow("apply") << QStringLiteral("question.action") << true << 1;
    QTest::newRow("discard") << QStringLiteral("question.second") << true << 0;
    QTest::newRow("keep editing") << QStringLiteral("question.keep") << false << 0;
}

void EditorTest::closingAsksAboutEdits()
{
    edited();
    QTest::keyClick(dialog("schema.dialog"), Qt::Key_Escape);
    QTRY_VERIFY(part<QDialog>("schema.pending"));
    QVERIFY(part<QPushButton>("question.keep")->isDefault());
    QVERIFY(dialog("schema.dialog"));
    QFETCH(QString, button);
    QFETCH(bool, closed);
    QFETCH(int, sent);
    click(button.toLatin1().constData());
    QTRY_COMPARE(m_control->count<SetSchemas>(), sent);
    QTRY_COMPARE(dialog("schema.dialog") == nullptr, closed);
    if (!closed)
        QVERIFY(part("schema.method.append")->isChecked()); // nothing is lost
}

void EditorTest::closingWithoutEditsAsksNothing()
{
    open(worlds::shop());
    m_window->openSchemaDialog(SchemaId{106});
    QTRY_COMPARE(part<QTableView>("schema.columns")->model()->rowCount(), 10);
    QTest::keyClick(dialog("schema.dialog"), Qt::Key_Escape);
    QTRY_VERIFY(!dialog("schema.dialog"));
    QVERIFY(!part<QDialog>("schema.pending"));
}

void EditorTest::theWindowAsksBeforeItCloses()
{
    edited();
    m_window->close();
    QVERIFY(m_window->isVisible());
    QTRY_VERIFY(part<QDialog>("schema.pending"));
    click("question.keep");
    QTRY_VERIFY(!part<QDialog>("schema.pending"));
    QVERIFY(m_window->isVisible() && dialog("schema.dialog"));
    m_window->close();
    QTRY_VERIFY(part<QDialog>("schema.pending"));
    click("question.second");
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(m_control->count<SetSchemas>(), 0);
}

void EditorTest::discardSaysSoAndAsksNothing()
{
    open(worlds::shop());
    m_window->openSchemaDialog(SchemaId{106});
    QTRY_COMPARE(part<QTableView>("schema.columns")->model()->rowCount(), 10);
    QCOMPARE(part("schema.cancel")->text(), QStringLiteral("Close"));
    click("schema.method.append");
    QCOMPARE(part("schema.cancel")->text(), QStringLiteral("Discard changes"));
    click("schema.cancel");
    QTRY_VERIFY(!dialog("schema.dialog"));
    QVERIFY(!part<QDialog>("schema.pending"));
    QCOMPARE(m_control->count<SetSchemas>(), 0);
}

void EditorTest::oneEditorATable()
{
    edited();
    m_window->openSchemaDialog(SchemaId{106});
    QCOMPARE(m_window->findChildren<SchemaDialog*>().size(), 1);
    m_window->openSchemaDialog(SchemaId{101});
    QCOMPARE(m_window->findChildren<SchemaDialog*>().size(), 2); // edits of the other table stay
}

void EditorTest::closingWhileTheRunIsAwaited()   // T29, T66
{
    open(worlds::shop());
    m_window->openSchemaDialog(SchemaId{103}); // runs
    QTRY_COMPARE(part<QTableView>("schema.columns")->model()->rowCount(), 10);
    click("schema.method.full_refresh");
    QTRY_VERIFY(part("impact.afterRun"));
    m_control->hold();
    m_control->failNext<SetSchemas>(makeError(ErrorCode::RevisionConflict));
    click("schema.apply");
    QTest::keyClick(dialog("schema.dialog"), Qt::Key_Escape);
    QTRY_VERIFY(!dialog("schema.dialog"));
    QVERIFY(!part<QDialog>("schema.pending"));
    m_control->release(); // refused: what was wanted is not lost
    QTRY_VERIFY(dialog("schema.dialog"));
    QVERIFY(part("schema.method.full_refresh")->isChecked());
}

void EditorTest::fieldsSayWhatTheyWere()   // T62
{
    edited();
    QCOMPARE(text("schema.was.sync_type"), QStringLiteral("Was: incremental"));
    QVERIFY(!part<QLabel>("schema.was.incremental_field"));
    choose("schema.cursor", QStringLiteral("created_at"));
    QCOMPARE(text("schema.was.incremental_field"), QStringLiteral("Was: updated_at"));
    click("schema.undo");
    QVERIFY(!part<QLabel>("schema.was.incremental_field"));
}

void EditorTest::nextRunsStandBesideTheFrequency()   // T56
{
    open(worlds::shop());
    SchemaChange change;
    change.id = SchemaId{106};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    change.nextRuns = {now.addSecs(3600), now.addSecs(7200), now.addSecs(10800)};
    change.impact.fields = {{QStringLiteral("sync_frequency"), QStringLiteral("never"), QStringLiteral("1hour"), ImpactVerdict::SchedulingOnly, QStringLiteral("Only when."), false}};
    m_window->openSchemaDialog(SchemaId{106});
    QTRY_COMPARE(text("schema.nextRuns"), QStringLiteral("Syncs only when asked to"));
    m_control->preview.changes = {change};
    choose("schema.frequency", int(SyncFrequency::EveryHour));
    QTRY_COMPARE(text("schema.nextRuns").count(QStringLiteral("·")), 2);
}

void EditorTest::howOftenToVerifyIsChosen()
{
    open(worlds::shop());
    m_window->openSchemaDialog(SchemaId{106});
    QTRY_VERIFY(part<QComboBox>("schema.verifyEvery"));
    QCOMPARE(part<QComboBox>("schema.verifyEvery")->currentText(), QStringLiteral("Only when asked to"));
    choose("schema.verifyEvery", int(VerifyEvery::Weekly));
    QTRY_VERIFY(part("schema.apply")->isEnabled());
    click("schema.apply");
    QTRY_VERIFY(m_control->last<SetSchemas>());
    QCOMPARE(patchedFields(m_control->last<SetSchemas>()->patch), QStringList{QStringLiteral("verify_every")});
    QCOMPARE(m_control->last<SetSchemas>()->patch.verifyEvery, std::optional(VerifyEvery::Weekly));
}

void EditorTest::theLastKeyCheckIsShown()
{
    open(worlds::shop());
    m_control->options[106].lastKeyCheck = KeyReport{{QStringLiteral("id")}, true, false, {}, QDateTime::currentDateTimeUtc().addSecs(-600)};
    m_window->openSchemaDialog(SchemaId{106});
    QTRY_VERIFY(text("schema.keyResult").contains(QStringLiteral("10 min ago")));
    auto* key = part<QLineEdit>("schema.key");
    key->setText(QStringLiteral("id, customer_id"));
    Q_EMIT key->textEdited(key->text());
    QCOMPARE(text("schema.keyResult"), QStringLiteral("Not checked yet")); // of other columns
    m_control->key = {{QStringLiteral("id"), QStringLiteral("customer_id")}, false, false, {QStringLiteral("1, 2")}, QDateTime::currentDateTimeUtc()};
    click("schema.checkKey");
    QTRY_VERIFY(text("schema.keyResult").contains(QStringLiteral("Not unique: 1, 2")));
}

void EditorTest::thePatchIsShown()   // T35
{
    edited();
    click("schema.showPatch");
    const QString json = part<QPlainTextEdit>("schema.patch")->toPlainText();
    QVERIFY2(json.contains(QStringLiteral("\"sync_type\": \"append\"")), qPrintable(json));
    QVERIFY(!json.contains(QStringLiteral("primary_key_columns"))); // only what changed
    click("schema.undo");
    QVERIFY(!part<QPlainTextEdit>("schema.patch"));
}

void EditorTest::evidenceStandsUnderTheCursor()   // T33, T013
{
    open(worlds::shop());
    CursorCandidate& first = m_control->options[106].incrementalFields.front();
    first.evidence.future = 3;
    first.evidence.greatest = QStringLiteral("2099-01-01");
    first.evidence.endsBy = CursorEvidence::Basis::Index;
    m_window->openSchemaDialog(SchemaId{106});
    QTRY_VERIFY(text("schema.evidence").contains(QStringLiteral("by the index")));
    QVERIFY(text("schema.cursorWarning").contains(QStringLiteral("2099-01-01")));
    QVERIFY(part<QComboBox>("schema.cursor")->itemText(0).contains(QStringLiteral("recommended")));
    choose("schema.cursor", QStringLiteral("created_at"));
    QVERIFY(!part<QLabel>("schema.cursorWarning"));
    QVERIFY(text("schema.evidence").contains(QStringLiteral("Recommended: “updated_at”"))); // and why
}

void EditorTest::theDiagnosisOpensTheFieldInTrouble()   // T2, T54
{
    open(worlds::shop());
    m_control->editSchema(SchemaId{106}, [](SchemaInfo& s) { s.latestError = makeError(ErrorCode::ColumnMissing, {}, {{QStringLiteral("column"), s.config.incrementalField}}); });
    Incident incident;
    incident.schemaId = SchemaId{106};
    incident.sourceId = m_control->snapshot()->schema(SchemaId{106})->sourceId;
    incident.action.id = QStringLiteral("choose-fields");
    m_window->findChild<Fixer*>()->fix(incident);
    QTRY_VERIFY(dialog("schema.dialog"));
    QTRY_VERIFY(part<QComboBox>("schema.cursor")->hasFocus());
    click("schema.troubleRecipe");
    QTRY_VERIFY(dialog("recipe.dialog"));
    QCOMPARE(dialog("recipe.dialog")->windowTitle(), QStringLiteral("Choose another cursor"));
}

void EditorTest::recipeFromReadingToChecked()   // T52
{
    open(worlds::shop());
    m_control->edit([](World& world) {
        for (SchemaInfo& s : world.schemas)
            if (s.id == SchemaId{106}) {
                s.config.syncType = SyncType::FullRefresh;
                s.config.incrementalField.clear();
            }
    });
    m_window->openRecipe(SchemaId{106}, RecipeId::ToIncremental);
    QTRY_VERIFY(part("recipe.next") && part("recipe.next")->isEnabled());
    QCOMPARE(m_control->count<LoadOptions>(), 1); // read before write
    click("recipe.next");
    QTRY_VERIFY(part<QWidget>("impact.view"));
    QCOMPARE(m_control->count<SetSchemas>(), 0);
    QCOMPARE(part("recipe.next")->text(), QStringLiteral("Change and sync"));
    click("recipe.next");
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QCOMPARE(m_control->count<SetSchemas>(), 1);
    QVERIFY(*m_control->last<SetSchemas>()->patch.syncType == SyncType::Incremental);
    QTRY_COMPARE(text("recipe.result"), QStringLiteral("Under way…"));
    endRun(SchemaId{106}, RunStatus::Completed);
    QTRY_COMPARE(text("recipe.result"), QStringLiteral("Done and checked"));
    click("recipe.verify");
    QTRY_COMPARE(m_control->count<VerifySchema>(), 1);
}

void EditorTest::recipeThatIsNotPossibleSaysWhy()   // T53
{
    open(worlds::shop());
    m_window->openRecipe(SchemaId{106}, RecipeId::ToCdc);
    QTRY_COMPARE(text("recipe.headline"), QStringLiteral("Not possible now"));
    QVERIFY2(text("recipe.reason").contains(QStringLiteral("not available in this version")), qPrintable(text("recipe.reason")));
    QVERIFY(text("recipe.instead").contains(QStringLiteral("late_commits=xmin")));
    QVERIFY(!part("recipe.next"));
    click("recipe.editor"); // what to do instead is done there
    QTRY_VERIFY(dialog("schema.dialog"));
    QVERIFY(!part("schema.method.cdc")->isEnabled());
    QVERIFY(text("schema.methodText.cdc").contains(QStringLiteral("not available in this version")));
    QVERIFY(text("schema.methodText.webhook").contains(QStringLiteral("Stripe")));
}

void EditorTest::recipesByKeyboardOnly()   // T61
{
    open(worlds::shop());
    m_window->openRecipe(SchemaId{106}, RecipeId::Pause);
    QTRY_VERIFY(dialog("recipe.dialog"));
    auto* recipe = dialog("recipe.dialog");
    QVERIFY(QTest::qWaitForWindowActive(recipe));
    QTRY_VERIFY(part("recipe.next")->isEnabled());
    QTest::keyClick(recipe, Qt::Key_Return);
    QTRY_VERIFY(part("recipe.back"));
    QTRY_VERIFY(part("recipe.next")->isEnabled());
    QTest::keyClick(recipe, Qt::Key_Return);
    QTRY_COMPARE(text("recipe.result"), QStringLiteral("Done and checked"));
    QVERIFY(!m_control->snapshot()->schema(SchemaId{106})->config.shouldSync);
    QCOMPARE(m_control->count<SyncSchemas>(), 0);
    QTest::keyClick(recipe, Qt::Key_Escape);
    QTRY_VERIFY(!dialog("recipe.dialog"));
}

void EditorTest::aChosenRecipeIsReplanned()   // T54, T56
{
    open(worlds::shop());
    m_window->openRecipe(SchemaId{106}, RecipeId::ReplaceCursor);
    QTRY_VERIFY(part<QComboBox>("recipe.cursor"));
    choose("recipe.cursor", QStringLiteral("id"));
    click("recipe.next");
    QTRY_VERIFY(m_control->count<PreviewChange>() == 1);
    QCOMPARE(*m_control->last<PreviewChange>()->patch.incrementalField, QStringLiteral("id"));
    QTRY_VERIFY(part("recipe.back") && part("recipe.back")->isEnabled());
    click("recipe.back");
    choose("recipe.cursor", QString()); // complete copies need none
    click("recipe.next");
    QTRY_VERIFY(m_control->count<PreviewChange>() == 2);
    QVERIFY(*m_control->last<PreviewChange>()->patch.syncType == SyncType::FullRefresh);
    QVERIFY(!m_control->last<PreviewChange>()->patch.incrementalField);
}

void EditorTest::theFailedSyncOfARecipeIsTold()
{
    open(worlds::shop());
    m_control->edit([](World& world) {
        for (SchemaInfo& s : world.schemas)
            if (s.id == SchemaId{106})
                s.config.shouldSync = false;
    });
    m_window->openRecipe(SchemaId{106}, RecipeId::Resume);
    QTRY_VERIFY(part("recipe.next") && part("recipe.next")->isEnabled());
    click("recipe.next");
    QTRY_VERIFY(part("recipe.back"));
    QTRY_VERIFY(part("recipe.next")->isEnabled());
    click("recipe.next");
    QTRY_COMPARE(m_control->count<SyncSchemas>(), 1);
    QTRY_VERIFY(m_control->snapshot()->schema(SchemaId{106})->currentRun.isValid());
    QTRY_COMPARE(text("recipe.result"), QStringLiteral("Under way…"));
    endRun(SchemaId{106}, RunStatus::Failed, makeError(ErrorCode::ConnectionRefused));
    QTRY_COMPARE(text("recipe.result"), QStringLiteral("Not as it should be"));
    QVERIFY(!part("recipe.verify"));
}

void EditorTest::recipesAreInMenuAndPalette()   // T7, T57
{
    open(worlds::shop());
    clickRow(SchemaId{106});
    QAction* frequency = nullptr;
    for (QAction* action : m_window->actions().recipes->actions())
        if (action->objectName() == QLatin1String("recipe.frequency"))
            frequency = action;
    QVERIFY(frequency);
    frequency->trigger();
    QTRY_VERIFY(part<QComboBox>("recipe.frequency"));
    dialog("recipe.dialog")->reject();
    QTRY_VERIFY(!dialog("recipe.dialog"));
    m_window->actions().palette->trigger();
    auto* query = part<QLineEdit>("palette.query");
    QTest::keyClicks(query, QStringLiteral("webhook for stripe"));
    QTest::keyClick(query, Qt::Key_Return);
    QTRY_VERIFY(dialog("recipe.dialog"));
    QTRY_VERIFY(text("recipe.reason").contains(QStringLiteral("Stripe")));
}

void EditorTest::newSourcesGetAFrequency()   // T24
{
    TableListing listing;
    listing.table = {QString(), QStringLiteral("orders")};
    listing.suggested = SyncType::Incremental;
    listing.suggestedCursor = QStringLiteral("updated_at");
    listing.primaryKey = {QStringLiteral("id")};
    TableListing copy = listing;
    copy.table.name = QStringLiteral("plain");
    copy.suggested = SyncType::FullRefresh;
    TableChoiceModel model;
    model.setTables({{listing, copy}, {}});
    QVERIFY(model.choices()[0].config.syncFrequency == SyncFrequency::Every6Hours);
    QVERIFY(model.choices()[1].config.syncFrequency == SyncFrequency::EveryDay);
    model.setFrequency(SyncFrequency::Never);
    QVERIFY(model.choices()[1].config.syncFrequency == SyncFrequency::Never);
}

QTEST_MAIN(EditorTest)
#include "tst_editor.moc"
