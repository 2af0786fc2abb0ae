// SPDX-License-Identifier: GPL-3.0-or-later
// Makes pictures of every screen in one look: leat_screenshots [OPTIONS] DIR. The window is the real
// one over scripted data; tools/screenshots/screenshots.py runs it once a look.
#include "engine/api/protection.h"
#include "tests/support/fakecontrol.h"
#include "ui/addsourcedialog.h"
#include "ui/appearance.h"
#include "ui/historyview.h"
#include "ui/homepage.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/sourcespage.h"
#include "ui/windowactions.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
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

/// Where the pictures of one look go, and which are wanted.
class Shots
{
public:
    Shots(QString folder, QString look, QStringList only, QSize size)
        : m_folder(std::move(folder))
        , m_look(std::move(look))
        , m_only(std::move(only))
        , m_size(size)
    {
    }
    static void settle() { QTest::qWait(120); }
    void save(QWidget& widget, const char* name) const
    {
        settle();
        const QString label = QString::fromLatin1(name);
        if (!m_only.isEmpty() && !m_only.contains(label))
            return;
        const QString path = QDir(m_folder).filePath(QStringLiteral("%1-%2.png").arg(label, m_look));
        if (!widget.grab().save(path, "PNG", 0)) // 0: as small as the format goes
            qFatal("cannot write %s", qPrintable(path));
    }
    void show(MainWindow& window) const
    {
        window.resize(m_size);
        window.show();
        settle();
    }
    /// The dialog that `open` opens; closed again.
    void dialog(MainWindow& window, const char* name, const std::function<void()>& open) const
    {
        open();
        settle();
        if (QDialog* shown = topDialog(window)) {
            save(*shown, name);
            if (auto* discard = shown->findChild<QPushButton*>(QStringLiteral("schema.cancel")))
                discard->click(); // closing would ask about the edits
            else
                shown->close();
        } else {
            qFatal("%s opened nothing", name);
        }
        settle();
    }
    static QDialog* topDialog(MainWindow& window)
    {
        QDialog* found = nullptr;
        for (QDialog* dialog : window.findChildren<QDialog*>())
            if (dialog->isVisible())
                found = dialog;
        return found;
    }

private:
    QString m_folder;
    QString m_look;
    QStringList m_only;
    QSize m_size;
};

void shootAddSource(MainWindow& window, const Shots& shots)
{
    window.openAddSource();
    auto* add = window.findChild<AddSourceDialog*>();
    shots.save(*add, "add-source-type");
    QString url = QStringLiteral("postgresql://leat@db.example.com/shop");
    add->flow().parseUrl(Secret::take(url));
    Shots::settle();
    add->flow().test();
    shots.save(*add, "add-source-connection");
    add->flow().next();
    shots.save(*add, "add-source-tables");
    add->flow().next();
    shots.save(*add, "add-source-review");
    add->close();
    Shots::settle();
}

void shootDialogs(MainWindow& window, const Shots& shots)
{
    const WindowActions& a = window.actions();
    shots.dialog(window, "table-settings", [&] { window.openSchemaDialog(SchemaId{106}); });
    shots.dialog(window, "source-connection", [&] { window.openSourceDialog(SourceId{2}); });
    shots.dialog(window, "verify", [&] { a.verify->trigger(); });
    shots.dialog(window, "shortcuts", [&] { a.shortcuts->trigger(); });
    shots.dialog(window, "search-help", [&] { a.searchHelp->trigger(); });
    shots.dialog(window, "doctor", [&] { a.doctor->trigger(); });
    shots.dialog(window, "about", [&] { a.about->trigger(); });
    shots.dialog(window, "resync", [&] { a.syncScratch->trigger(); });
    shots.dialog(window, "palette", [&] {
        window.openPalette();
        window.findChild<QLineEdit*>(QStringLiteral("palette.query"))->setText(QStringLiteral("orders incremental"));
    });
    for (const char* page : {"general", "appearance", "engine", "notifications"})
        shots.dialog(window, (QByteArray("settings-") + page).constData(), [&] { window.openSettings(QString::fromLatin1(page)); });
    shots.dialog(window, "rotate", [&] {
        window.openRotate(SourceId{2});
        window.findChild<QLineEdit*>(QStringLiteral("rotate.field.password"))->setText(QStringLiteral("secret"));
        window.findChild<QPushButton*>(QStringLiteral("rotate.test"))->click();
    });
    shots.dialog(window, "trash", [&] { window.openTrash(); });
    shots.dialog(window, "delete-data", [&] { a.deleteData->trigger(); });
    shots.dialog(window, "rewind", [&] { window.openRewind(SchemaId{106}); });
    shots.dialog(window, "welcome", [&] { window.openWelcome(); });
}

void shootDiagnosis(MainWindow& window, FakeControl& control, const Shots& shots)
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
    window.openDiagnosis(SourceId{2}, {});
    Shots::settle();
    for (const char* step : {"diagnosis-what", "diagnosis-why", "diagnosis-ways"}) {
        QDialog* dialog = Shots::topDialog(window);
        shots.save(*dialog, step);
        dialog->findChild<QPushButton*>(QStringLiteral("diagnosis.next"))->click();
    }
    if (QDialog* dialog = Shots::topDialog(window))
        dialog->close();
    Shots::settle();
}

void shootEditor(MainWindow& window, FakeControl& control, const Shots& shots)
{
    SchemaChange change;
    change.id = SchemaId{106};
    change.impact.fields = {{QStringLiteral("incremental_field"), QStringLiteral("updated_at"), QStringLiteral("created_at"), ImpactVerdict::ResyncAdvised, QStringLiteral("Rows in the warehouse may miss changes. A resync is advised."), false},
        {QStringLiteral("sync_frequency"), QStringLiteral("6hour"), QStringLiteral("1hour"), ImpactVerdict::SchedulingOnly, QStringLiteral("From the next run. Nothing else changes."), false}};
    change.impact.verdict = ImpactVerdict::ResyncAdvised;
    change.impact.options = {{AfterChange::Resync, true, QStringLiteral("Resync safely: the old table stays until the copy is ready"), 12'140'331, 840},
        {AfterChange::Rewind, true, QStringLiteral("Keep the data and rewind the cursor"), 310'000, 22}, {AfterChange::Keep, true, QStringLiteral("Keep the data as they are; the gap is accepted"), -1, -1}};
    change.impact.suggested = AfterChange::Resync;
    control.preview.changes = {change};
    shots.dialog(window, "editor", [&] {
        window.openSchemaDialog(SchemaId{106});
        Shots::settle();
        auto* cursor = window.findChild<QComboBox*>(QStringLiteral("schema.cursor"));
        cursor->setCurrentIndex(1);
        Q_EMIT cursor->activated(1);
        QTest::qWait(300);
    });
}

/// What is kept out of a table, what goes to support, and a source that is protected.
void shootCare(MainWindow& window, FakeControl& control, const Shots& shots)
{
    const QDateTime at = QDateTime::currentDateTimeUtc();
    control.quarantine = {{{5, RunId{9}, at, QStringLiteral("key-null"), QStringLiteral("id"), QStringLiteral("{\"id\":null,\"total\":\"19.90\",\"status\":\"open\"}")},
                              {4, RunId{9}, at, QStringLiteral("key-repeated"), QStringLiteral("id"), QStringLiteral("{\"id\":\"4711\",\"total\":\"5.00\",\"status\":\"paid\"}")}},
        2};
    shots.dialog(window, "quarantine", [&] { window.openQuarantine(SchemaId{106}); });
    Bundle& bundle = control.bundles[false];
    bundle.madeAt = at;
    bundle.files = {{QStringLiteral("redaction-report.txt"), QStringLiteral("12 known secrets\n3 connection URLs\n1 address\n")},
        {QStringLiteral("about.txt"), QStringLiteral("Leat")}, {QStringLiteral("settings.json"), QStringLiteral("{}")}, {QStringLiteral("runs.json"), QStringLiteral("[]")},
        {QStringLiteral("logs/9000.log"), QStringLiteral("Connected")}};
    bundle.redactions = {{Redaction::Layer::Secret, QStringLiteral("known secrets"), 12}};
    shots.dialog(window, "bundle", [&] { window.openBundle(); });
    control.edit([](World& world) {
        for (SourceInfo& source : world.sources)
            if (source.id == SourceId{2})
                source.settings.insert(QLatin1String(kProductionKey), QStringLiteral("true"));
    });
    ChangeSet changes;
    changes.sources = {SourceId{2}};
    control.tell(changes);
    window.sourcesPage()->select(SchemaId{201});
    shots.save(window, "production");
    shots.dialog(window, "protection", [&] { window.openRewind(SchemaId{201}); });
}

void shootRecipes(MainWindow& window, FakeControl& control, const Shots& shots)
{
    const auto next = [&] {
        Shots::settle();
        if (auto* button = window.findChild<QPushButton*>(QStringLiteral("recipe.next")))
            button->click();
        Shots::settle();
    };
    control.preview = {};
    control.edit([](World& world) {
        for (SchemaInfo& s : world.schemas)
            if (s.id == SchemaId{106})
                s.config.syncType = SyncType::FullRefresh;
    });
    shots.dialog(window, "recipe-plan", [&] { window.openRecipe(SchemaId{106}, RecipeId::ToIncremental); });
    shots.dialog(window, "recipe-effect", [&] {
        window.openRecipe(SchemaId{106}, RecipeId::ToIncremental);
        next();
    });
    shots.dialog(window, "recipe-result", [&] {
        window.openRecipe(SchemaId{106}, RecipeId::Frequency);
        Shots::settle();
        auto* frequency = window.findChild<QComboBox*>(QStringLiteral("recipe.frequency"));
        frequency->setCurrentIndex(4);
        Q_EMIT frequency->activated(4);
        next();
        next();
    });
    shots.dialog(window, "recipe-cdc", [&] { window.openRecipe(SchemaId{106}, RecipeId::ToCdc); });
    shots.dialog(window, "recipe-frequency", [&] { window.openRecipe(SchemaId{106}, RecipeId::Frequency); });
    shots.dialog(window, "editor-pending", [&] {
        window.openSchemaDialog(SchemaId{106});
        Shots::settle();
        window.findChild<QAbstractButton*>(QStringLiteral("schema.method.append"))->click();
        Shots::settle();
        Shots::topDialog(window)->reject();
    });
}

void shootTables(MainWindow& window, const Shots& shots)
{
    auto* tables = window.sourcesPage();
    window.actions().goTables->trigger();
    tables->select(SchemaId{106});
    shots.save(window, "main");
    tables->select(SchemaId{104});
    shots.save(window, "held-back");
    tables->select(SchemaId{201});
    shots.save(window, "failed");
    tables->select(SourceId{2});
    shots.save(window, "source");
    tables->select(SchemaId{106});
    auto* tabs = window.findChild<QTabWidget*>(QStringLiteral("details.tabs"));
    const char* names[] = {"", "details-columns", "details-history", "details-log"};
    for (int tab = 1; tab < 4; ++tab) {
        tabs->setCurrentIndex(tab);
        shots.save(window, names[tab]);
    }
    tabs->setCurrentIndex(0);
    window.actions().goProblems->trigger();
    shots.save(window, "problems");
    window.actions().goTables->trigger();
    window.findChild<QLineEdit*>(QStringLiteral("main.search"))->setText(QStringLiteral("nothing like it"));
    shots.save(window, "no-match");
    window.actions().goTables->trigger();
    tables->select(SchemaId{106});
    tables->tree()->selectAll();
    shots.save(window, "selection");
    tables->select(SchemaId{106});
}

void shootPages(MainWindow& window, const Shots& shots)
{
    window.actions().goHistory->trigger();
    Shots::settle();
    window.historyPage()->view()->setCurrentIndex(window.historyPage()->model().index(3, 0));
    shots.save(window, "history");
    window.findChild<QToolButton*>(QStringLiteral("history.asChart"))->click();
    shots.save(window, "history-charts");
    window.findChild<QToolButton*>(QStringLiteral("history.asChart"))->click();
    window.actions().goHome->trigger();
    Shots::settle();
    shots.save(window, "home");
}

/// The pages of a new profile: nothing in them, and a way on.
void shootEmpty(Appearance& appearance, const Shots& shots)
{
    FakeControl control(worlds::empty());
    MainWindow window(&control, {nullptr, &appearance, {}});
    shots.show(window);
    shots.save(window, "empty");
    window.actions().goHistory->trigger();
    shots.save(window, "empty-history");
    window.actions().goHome->trigger();
    shots.save(window, "empty-home");
    shots.dialog(window, "empty-trash", [&] { window.openTrash(); });
}

/// The strip with nothing, with one cause and with more than it shows.
void shootProblems(Appearance& appearance, const Shots& shots)
{
    for (const int count : {0, 1, 9}) {
        World world = worlds::shop();
        const Incident pattern = world.incidents.back();
        world.incidents.resize(size_t(std::min(count, 2)));
        for (int i = 2; i < count; ++i) {
            Incident more = pattern;
            more.id += QString::number(i);
            world.incidents.push_back(more);
        }
        FakeControl control(world);
        worlds::fillShop(control);
        MainWindow window(&control, {nullptr, &appearance, {}});
        shots.show(window);
        const QByteArray name = "problems-" + QByteArray::number(count);
        shots.save(window, name.constData());
        window.actions().goHome->trigger();
        Shots::settle();
        shots.save(window, (name + "-home").constData());
        window.actions().goProblems->trigger();
        shots.save(window, (name + "-page").constData());
    }
}

void shootAll(Appearance& appearance, const Shots& shots)
{
    shootEmpty(appearance, shots);
    shootProblems(appearance, shots);
    FakeControl control(worlds::shop());
    worlds::fillShop(control);
    MainWindow window(&control, {nullptr, &appearance, {}});
    shots.show(window);
    shootTables(window, shots);
    shootPages(window, shots);
    window.actions().goTables->trigger();
    window.sourcesPage()->select(SchemaId{106});
    shootAddSource(window, shots);
    shootDialogs(window, shots);
    shootDiagnosis(window, control, shots);
    shootEditor(window, control, shots);
    shootCare(window, control, shots);
    window.sourcesPage()->select(SchemaId{106});
    shootRecipes(window, control, shots);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption look(QStringLiteral("look"), QStringLiteral("End of the file names."), QStringLiteral("NAME"), QStringLiteral("light"));
    const QCommandLineOption mode(QStringLiteral("appearance"), QStringLiteral("Colours."), QStringLiteral("light|dark|contrast"), QStringLiteral("light"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("Language."), QStringLiteral("CODE"), QStringLiteral("en"));
    const QCommandLineOption rtl(QStringLiteral("rtl"), QStringLiteral("Right to left."));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window."), QStringLiteral("WxH"), QStringLiteral("1440x900"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("Only these screens."), QStringLiteral("NAME,…"));
    parser.addOptions({look, mode, language, rtl, size, only});
    parser.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("Folder of the pictures."));
    parser.process(app);
    const QStringList measures = parser.value(size).split(QLatin1Char('x'));
    if (parser.positionalArguments().size() != 1 || measures.size() != 2) {
        qWarning("usage: leat_screenshots [OPTIONS] DIR");
        return 64;
    }
    const QString folder = parser.positionalArguments().front();
    if (!QDir().mkpath(folder)) {
        qWarning("cannot make %s", qPrintable(folder));
        return 73;
    }
    installLanguage(app, parser.value(language));
    if (parser.isSet(rtl))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    Appearance appearance(app);
    appearance.setMode(appearanceFromString(parser.value(mode)));
    shootAll(appearance, Shots(folder, parser.value(look), parser.value(only).split(QLatin1Char(','), Qt::SkipEmptyParts), {measures[0].toInt(), measures[1].toInt()}));
    return 0;
}
