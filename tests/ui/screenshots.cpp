// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the pictures of docs/: screenshots DIR. The window is the real one over scripted data.
#include "tests/support/fakecontrol.h"
#include "ui/addsourcedialog.h"
#include "ui/appearance.h"
#include "ui/historyview.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/reportdialogs.h"
#include "ui/sourcespage.h"
#include "ui/windowactions.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <functional>

using namespace leat;
using namespace leat::test;

namespace {

void settle() { QTest::qWait(120); }

void save(QWidget& widget, const QString& folder, const QString& name, const QString& look)
{
    settle();
    const QString path = QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(name, look));
    if (!widget.grab().save(path))
        qFatal("cannot write %s", qPrintable(path));
}

QDialog* topDialog(MainWindow& window)
{
    QDialog* found = nullptr;
    for (QDialog* dialog : window.findChildren<QDialog*>())
        if (dialog->isVisible())
            found = dialog;
    return found;
}

void shootDialogs(MainWindow& window, const QString& folder, const QString& look)
{
    window.openAddSource();
    auto* add = window.findChild<AddSourceDialog*>();
    save(*add, folder, QStringLiteral("add-source-type"), look);
    QString url = QStringLiteral("postgresql://leat@db.example.com/shop");
    add->flow().parseUrl(Secret::take(url));
    settle();
    add->flow().test();
    save(*add, folder, QStringLiteral("add-source-connection"), look);
    add->flow().next();
    settle();
    save(*add, folder, QStringLiteral("add-source-tables"), look);
    add->flow().next();
    save(*add, folder, QStringLiteral("add-source-review"), look);
    add->close();
    settle();
    window.openSchemaDialog(SchemaId{106});
    if (QDialog* dialog = topDialog(window)) {
        save(*dialog, folder, QStringLiteral("table-settings"), look);
        dialog->close();
    }
    settle();
    window.openSourceDialog(SourceId{2});
    if (QDialog* dialog = topDialog(window)) {
        save(*dialog, folder, QStringLiteral("source-connection"), look);
        dialog->close();
    }
    settle();
    window.actions().verify->trigger();
    settle();
    if (QDialog* dialog = topDialog(window)) {
        save(*dialog, folder, QStringLiteral("verify"), look);
        dialog->close();
    }
    settle();
    window.actions().shortcuts->trigger();
    if (QDialog* dialog = topDialog(window)) {
        save(*dialog, folder, QStringLiteral("shortcuts"), look);
        dialog->close();
    }
    settle();
}

/// One dialog that an action or a call opens.
void shootOne(MainWindow& window, const QString& folder, const char* name, const QString& look, const std::function<void()>& open)
{
    open();
    settle();
    settle();
    if (QDialog* dialog = topDialog(window)) {
        save(*dialog, folder, QString::fromLatin1(name), look);
        if (auto* discard = dialog->findChild<QPushButton*>(QStringLiteral("schema.cancel")))
            discard->click(); // closing would ask about the edits
        else
            dialog->close();
    }
    settle();
}

void shootRecipes(MainWindow& window, FakeControl& control, const QString& folder, const QString& look)
{
    const auto next = [&] {
        settle();
        if (auto* button = window.findChild<QPushButton*>(QStringLiteral("recipe.next")))
            button->click();
        settle();
    };
    control.preview = {};
    control.edit([](World& world) {
        for (SchemaInfo& s : world.schemas)
            if (s.id == SchemaId{106})
                s.config.syncType = SyncType::FullRefresh;
    });
    shootOne(window, folder, "recipe-plan", look, [&] { window.openRecipe(SchemaId{106}, RecipeId::ToIncremental); });
    shootOne(window, folder, "recipe-effect", look, [&] {
        window.openRecipe(SchemaId{106}, RecipeId::ToIncremental);
        next();
    });
    shootOne(window, folder, "recipe-result", look, [&] {
        window.openRecipe(SchemaId{106}, RecipeId::Frequency);
        settle();
        auto* frequency = window.findChild<QComboBox*>(QStringLiteral("recipe.frequency"));
        frequency->setCurrentIndex(4);
        Q_EMIT frequency->activated(4);
        next();
        next();
    });
    shootOne(window, folder, "recipe-cdc", look, [&] { window.openRecipe(SchemaId{106}, RecipeId::ToCdc); });
    shootOne(window, folder, "recipe-frequency", look, [&] { window.openRecipe(SchemaId{106}, RecipeId::Frequency); });
    shootOne(window, folder, "editor-pending", look, [&] {
        window.openSchemaDialog(SchemaId{106});
        settle();
        window.findChild<QAbstractButton*>(QStringLiteral("schema.method.append"))->click();
        settle();
        topDialog(window)->reject();
    });
}

void shootTools(MainWindow& window, FakeControl& control, const QString& folder, const QString& look)
{
    const Incident incident = worlds::shop().incidents.front();
    control.diagnosis.subject = incident.subject;
    control.diagnosis.sourceId = incident.sourceId;
    control.diagnosis.diagnosis = incident.diagnosis;
    control.diagnosis.affected = incident.schemas;
    control.diagnosis.since = incident.since;
    control.diagnosis.facts = {{DiagnosisFact::State::Ok, QStringLiteral("Network"), QStringLiteral("db.example.com answers on port 5432 in 4 ms")},
        {DiagnosisFact::State::Problem, QStringLiteral("Login"), QStringLiteral("password refused (28P01)")}, {DiagnosisFact::State::Note, QStringLiteral("Last success"), QStringLiteral("yesterday 09:02; both tables failed within 3 minutes")}};
    control.diagnosis.rawText = QStringLiteral("FATAL: password authentication failed for user \"reporting\"");
    control.diagnosis.check = control.credentials.before;
    shootOne(window, folder, "palette", look, [&] {
        window.openPalette();
        if (auto* query = window.findChild<QLineEdit*>(QStringLiteral("palette.query")))
            query->setText(QStringLiteral("orders incremental"));
    });
    for (const char* page : {"general", "appearance", "engine", "notifications"})
        shootOne(window, folder, (QByteArray("settings-") + page).constData(), look, [&] { window.openSettings(QString::fromLatin1(page)); });
    shootOne(window, folder, "rotate", look, [&] {
        window.openRotate(SourceId{2});
        window.findChild<QLineEdit*>(QStringLiteral("rotate.field.password"))->setText(QStringLiteral("secret"));
        window.findChild<QPushButton*>(QStringLiteral("rotate.test"))->click();
    });
    shootOne(window, folder, "trash", look, [&] { window.openTrash(); });
    shootOne(window, folder, "delete-data", look, [&] { window.actions().deleteData->trigger(); });
    shootOne(window, folder, "rewind", look, [&] { window.openRewind(SchemaId{106}); });
    shootOne(window, folder, "welcome", look, [&] { window.openWelcome(); });
    const char* steps[] = {"diagnosis-what", "diagnosis-why", "diagnosis-ways"};
    window.openDiagnosis(SourceId{2}, {});
    settle();
    for (const char* step : steps) {
        QDialog* dialog = topDialog(window);
        save(*dialog, folder, QString::fromLatin1(step), look);
        dialog->findChild<QPushButton*>(QStringLiteral("diagnosis.next"))->setEnabled(step != steps[2]);
        dialog->findChild<QPushButton*>(QStringLiteral("diagnosis.next"))->click();
    }
    topDialog(window)->close();
    settle();
    SchemaChange change;
    change.id = SchemaId{106};
    change.impact.fields = {{QStringLiteral("incremental_field"), QStringLiteral("updated_at"), QStringLiteral("created_at"), ImpactVerdict::ResyncAdvised, QStringLiteral("Rows in the warehouse may miss changes. A resync is advised."), false},
        {QStringLiteral("sync_frequency"), QStringLiteral("6hour"), QStringLiteral("1hour"), ImpactVerdict::SchedulingOnly, QStringLiteral("From the next run. Nothing else changes."), false}};
    change.impact.verdict = ImpactVerdict::ResyncAdvised;
    change.impact.options = {{AfterChange::Resync, true, QStringLiteral("Resync safely: the old table stays until the copy is ready"), 12'140'331, 840},
        {AfterChange::Rewind, true, QStringLiteral("Keep the data and rewind the cursor"), 310'000, 22}, {AfterChange::Keep, true, QStringLiteral("Keep the data as they are; the gap is accepted"), -1, -1}};
    change.impact.suggested = AfterChange::Resync;
    control.preview.changes = {change};
    shootOne(window, folder, "editor", look, [&] {
        window.openSchemaDialog(SchemaId{106});
        settle();
        auto* cursor = window.findChild<QComboBox*>(QStringLiteral("schema.cursor"));
        cursor->setCurrentIndex(1);
        Q_EMIT cursor->activated(1);
        QTest::qWait(300);
    });
    shootRecipes(window, control, folder, look);
}

void shootAll(Appearance& appearance, const QString& folder, Appearance::Mode mode)
{
    const QString look = toString(mode);
    appearance.setMode(mode);
    {
        FakeControl control(worlds::empty());
        MainWindow window(&control, {nullptr, &appearance, {}});
        window.resize(1440, 900);
        window.show();
        save(window, folder, QStringLiteral("empty"), look);
    }
    FakeControl control(worlds::shop());
    worlds::fillShop(control);
    MainWindow window(&control, {nullptr, &appearance, {}});
    window.resize(1440, 900);
    window.show();
    settle();
    window.sourcesPage()->select(SchemaId{106});
    save(window, folder, QStringLiteral("main"), look);
    window.sourcesPage()->select(SchemaId{104});
    save(window, folder, QStringLiteral("held-back"), look);
    window.sourcesPage()->select(SchemaId{201});
    save(window, folder, QStringLiteral("failed"), look);
    window.sourcesPage()->select(SourceId{2});
    save(window, folder, QStringLiteral("source"), look);
    window.sourcesPage()->select(SchemaId{106});
    auto* tabs = window.findChild<QTabWidget*>(QStringLiteral("details.tabs"));
    const char* names[] = {"", "details-columns", "details-history", "details-log"};
    for (int tab = 1; tab < 4; ++tab) {
        tabs->setCurrentIndex(tab);
        save(window, folder, QString::fromLatin1(names[tab]), look);
    }
    tabs->setCurrentIndex(0);
    window.actions().goProblems->trigger();
    save(window, folder, QStringLiteral("problems"), look);
    window.actions().goHistory->trigger();
    settle();
    window.historyPage()->view()->setCurrentIndex(window.historyPage()->model().index(3, 0));
    save(window, folder, QStringLiteral("history"), look);
    window.findChild<QToolButton*>(QStringLiteral("history.asChart"))->click();
    save(window, folder, QStringLiteral("history-charts"), look);
    window.actions().goHome->trigger();
    settle();
    save(window, folder, QStringLiteral("home"), look);
    window.actions().goTables->trigger();
    window.sourcesPage()->select(SchemaId{106});
    window.sourcesPage()->tree()->selectAll();
    save(window, folder, QStringLiteral("selection"), look);
    window.sourcesPage()->select(SchemaId{106});
    shootDialogs(window, folder, look);
    shootTools(window, control, folder, look);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (argc != 2) {
        qWarning("usage: screenshots DIR");
        return 64;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    if (!QDir().mkpath(folder)) {
        qWarning("cannot make %s", argv[1]);
        return 73;
    }
    installLanguage(app);
    Appearance appearance(app);
    for (const Appearance::Mode mode : {Appearance::Mode::Light, Appearance::Mode::Dark, Appearance::Mode::Contrast})
        shootAll(appearance, folder, mode);
    return 0;
}
