// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowactions.h"

#include "ui/icons.h"

#include <QCoreApplication>
#include <QMenuBar>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("leat::WindowActions", text);
}

} // namespace

WindowActions::WindowActions(QWidget* window)
    : places(new QActionGroup(window))
    , looks(new QActionGroup(window))
    , m_window(window)
{
    makeFileAndEdit();
    makeView();
    makeSource();
    makeTable();
    makeTools();
    makeHelp();
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
}

QAction* WindowActions::make(const char* name, const QString& text, const QString& tip, const QString& icon, const QKeySequence& keys)
{
    auto* action = new QAction(text, m_window);
    action->setObjectName(QStringLiteral("action.") + QLatin1String(name));
    action->setStatusTip(tip);
    action->setWhatsThis(tip);
    QString toolTip = text;
    toolTip.remove(QLatin1Char('&'));
    if (!keys.isEmpty())
        toolTip += QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText));
    action->setToolTip(toolTip);
    if (!icon.isEmpty())
        action->setIcon(lineIcon(icon));
    action->setShortcut(keys);
    m_window->addAction(action);
    m_all << action;
    return action;
}

void WindowActions::makeFileAndEdit()
{
    addSource = make("source.add", tr("&Add source…"), tr("Connect a database"), QStringLiteral("plus"), QKeySequence::New);
    exportCsv = make("file.exportCsv", tr("&Export table as CSV…"), tr("Save the list that is shown as a CSV file"), QStringLiteral("export"), QKeySequence(Qt::CTRL | Qt::Key_E));
    quit = make("file.quit", tr("&Quit"), tr("Stop all syncs safely and quit"), QStringLiteral("quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    copy = make("edit.copy", tr("&Copy cells"), tr("Copy the selected rows as tab-separated text"), QStringLiteral("copy"), QKeySequence::Copy);
    selectAll = make("edit.selectAll", tr("Select &all"), tr("Select every row that is shown"), {}, QKeySequence::SelectAll);
    search = make("edit.search", tr("&Find…"), tr("Search tables: words, status:failed, source:shop, method:append"), QStringLiteral("search"), QKeySequence::Find);
}

void WindowActions::makeView()
{
    goHome = make("go.home", tr("H&ome"), tr("Show how everything is"), QStringLiteral("home"), QKeySequence(Qt::ALT | Qt::Key_1));
    goProblems = make("go.problems", tr("&Problems"), tr("Show tables that failed or wait for a decision"), QStringLiteral("heldback"), QKeySequence(Qt::ALT | Qt::Key_2));
    goActive = make("go.active", tr("&Running"), tr("Show tables whose sync runs or waits"), QStringLiteral("sync"), QKeySequence(Qt::ALT | Qt::Key_3));
    goHistory = make("go.history", tr("&History"), tr("Show past syncs"), QStringLiteral("history"), QKeySequence(Qt::ALT | Qt::Key_4));
    goTables = make("go.tables", tr("&Sources"), tr("Show sources and tables"), QStringLiteral("table"), QKeySequence(Qt::ALT | Qt::Key_5));
    for (QAction* action : {goHome, goProblems, goActive, goHistory, goTables}) {
        action->setCheckable(true);
        places->addAction(action);
    }
    goTables->setChecked(true);
    refreshView = make("view.refresh", tr("Re&fresh"), tr("Read again what is shown; among the sources, the list of tables"), QStringLiteral("resync"), QKeySequence(Qt::Key_F5));
    selectedOnly = make("view.selectedOnly", tr("Selec&ted tables only"), tr("Hide tables that are not selected for syncing"));
    selectedOnly->setCheckable(true);
    expandAll = make("view.expandAll", tr("&Expand all"), tr("Show the tables of every source"));
    collapseAll = make("view.collapseAll", tr("&Collapse all"), tr("Show sources only"));
    nextPane = make("view.nextPane", tr("&Next pane"), tr("Move the focus to the next part of the window"), {}, QKeySequence(Qt::Key_F6));
    details = make("view.details", tr("&Details"), tr("Show or hide the details"), QStringLiteral("panel"), QKeySequence(Qt::Key_F9));
    details->setCheckable(true);
    details->setChecked(true);
    log = make("view.log", tr("&Log of the table"), tr("Show the log of the newest run"), QStringLiteral("log"), QKeySequence(Qt::CTRL | Qt::Key_L));
    columnsMenu = make("view.resetColumns", tr("Reset colu&mns"), tr("Show all columns in their first order and width"), QStringLiteral("columns"));
    lookAuto = make("look.auto", tr("&Automatic"), tr("Follow the desktop's light or dark setting"));
    lookLight = make("look.light", tr("&Light"), tr("Dark text on light"));
    lookDark = make("look.dark", tr("&Dark"), tr("Light text on dark"));
    lookContrast = make("look.contrast", tr("&High contrast"), tr("White on black, with bright signs"));
    for (QAction* action : {lookAuto, lookLight, lookDark, lookContrast}) {
        action->setCheckable(true);
        looks->addAction(action);
    }
    lookAuto->setChecked(true);
    saveFilter = make("view.saveFilter", tr("Sa&ve this search…"), tr("Keep what stands in the search field, under a name"), QStringLiteral("star"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
}

void WindowActions::makeSource()
{
    syncSource = make("source.sync", tr("&Sync all its tables"), tr("Sync every selected table of the source"), QStringLiteral("sync"));
    refreshSource = make("source.refresh", tr("&Read the list of tables"), tr("Look for new and vanished tables at the source"), QStringLiteral("list"));
    testSource = make("source.test", tr("&Test connection…"), tr("Try the connection step by step"), QStringLiteral("stethoscope"));
    editSource = make("source.edit", tr("&Connection…"), tr("Change the settings of the source"), QStringLiteral("settings"));
    rotate = make("source.rotate", tr("&New password or key…"), tr("Try new credentials beside the old ones, then replace them"), QStringLiteral("key"));
    removeSource = make("source.remove", tr("Re&move source…"), tr("Forget the source; its tables stay unless you say so"), QStringLiteral("trash"));
    createSample = make("source.sample", tr("Create the sam&ple"), tr("Make the offline sample shop and sync it"), QStringLiteral("sample"));
    editSample = make("source.editSample", tr("Play a &day in the sample"), tr("Change rows in the sample shop, to see the next sync bring them"));
}

void WindowActions::makeTable()
{
    sync = make("table.sync", tr("&Sync now"), tr("Sync the selected tables"), QStringLiteral("sync"), QKeySequence(Qt::CTRL | Qt::Key_R));
    syncScratch = make("table.syncScratch", tr("R&esync…"), tr("Copy everything again; the old table stays until the copy is ready"), QStringLiteral("resync"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    cancel = make("table.cancel", tr("&Cancel sync"), tr("Stop the selected tables' syncs; nothing half-done is kept"), QStringLiteral("stop"), QKeySequence(Qt::CTRL | Qt::Key_Period));
    pause = make("table.pause", tr("&Pause"), tr("Leave the selected tables out of syncs, or take them in again"), QStringLiteral("pause"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    verify = make("table.verify", tr("&Verify against the source"), tr("Compare source and warehouse row by row"), QStringLiteral("verify"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    reconcile = make("table.reconcile", tr("Reconcile de&letes"), tr("Compare keys with the source, and mark or delete rows that are gone there"), QStringLiteral("verify"));
    editSchema = make("table.edit", tr("&How it syncs…"), tr("Change method, cursor, key and columns"), QStringLiteral("settings"), QKeySequence(Qt::ALT | Qt::Key_Return));
    diagnose = make("table.diagnose", tr("D&iagnose…"), tr("What happened, why, and what to do about it"), QStringLiteral("stethoscope"), QKeySequence(Qt::CTRL | Qt::Key_D));
    rewind = make("table.rewind", tr("Re&wind the cursor…"), tr("Read rows again from a value of the cursor on"), QStringLiteral("undo"));
    quarantine = make("table.quarantine", tr("&Quarantine…"), tr("Rows of the table that were read and could not be stored"), QStringLiteral("verify"));
    wipe = make("table.wipe", tr("Delete and copy &again…"), tr("Take the table away first, then copy it; the trash keeps the old one"), QStringLiteral("trash"));
    deleteData = make("table.deleteData", tr("&Delete data…"), tr("Take the table out of the warehouse; its settings stay and the trash keeps it"), QStringLiteral("trash"));
}

void WindowActions::makeTools()
{
    palette = make("tools.palette", tr("&Go to anything…"), tr("Find tables, actions and settings, or say what you want to do"), QStringLiteral("command"), QKeySequence(Qt::CTRL | Qt::Key_P));
    pauseAll = make("tools.pauseAll", tr("&Pause everything"), tr("Start nothing by itself for an hour, then resume; what runs goes on. More times in the menu beside it"), QStringLiteral("pause"));
    pauseAll->setCheckable(true);
    trash = make("tools.trash", tr("&Trash…"), tr("Bring back what was taken away"), QStringLiteral("trash"));
    welcome = make("tools.welcome", tr("&Welcome…"), tr("The first steps once more"), QStringLiteral("leat"));
    settings = make("tools.settings", tr("&Settings…"), tr("Appearance, language, engine and notifications"), QStringLiteral("settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings->setMenuRole(QAction::PreferencesRole);
}

void WindowActions::makeHelp()
{
    shortcuts = make("help.shortcuts", tr("&Keyboard shortcuts"), tr("List every shortcut"), QStringLiteral("keyboard"), QKeySequence::HelpContents);
    searchHelp = make("help.search", tr("The language of the &search…"), tr("Every term that the search field understands"), QStringLiteral("search"));
    whatsThis = make("help.whatsThis", tr("&What is this?"), tr("Point at something to read what it does"), QStringLiteral("info"), QKeySequence(Qt::SHIFT | Qt::Key_F1));
    doctor = make("help.doctor", tr("&Check this installation"), tr("Look at profile, keychain, warehouse and disk"), QStringLiteral("stethoscope"));
    bundle = make("help.bundle", tr("Diagnostics &bundle…"), tr("Collect status, settings, runs and logs, redacted, for a person who helps"), QStringLiteral("export"));
    about = make("help.about", tr("&About Leat"), tr("Version, paths and licence"), QStringLiteral("info"));
}

void WindowActions::fill(QMenuBar* bar)
{
    recipes = new QMenu(tr("&Guided change"), m_window);
    recipes->setObjectName(QStringLiteral("menu.recipes"));
    const auto menu = [&](const QString& title, const char* name, const std::vector<QAction*>& actions) {
        QMenu* m = bar->addMenu(title);
        m->setObjectName(QString::fromLatin1(name));
        for (QAction* action : actions)
            action ? m->addAction(action) : static_cast<void>(m->addSeparator());
        return m;
    };
    menu(tr("&File"), "menu.file", {addSource, exportCsv, nullptr, quit});
    menu(tr("&Edit"), "menu.edit", {copy, selectAll, nullptr, search, saveFilter});
    QMenu* view = menu(tr("&View"), "menu.view", {goHome, goProblems, goActive, goHistory, goTables, nullptr, refreshView, details, log, nextPane, nullptr, selectedOnly, expandAll, collapseAll, columnsMenu, nullptr});
    QMenu* look = view->addMenu(tr("&Appearance"));
    look->setObjectName(QStringLiteral("menu.appearance"));
    look->addActions({lookAuto, lookLight, lookDark, lookContrast});
    menu(tr("&Source"), "menu.source", {syncSource, refreshSource, testSource, editSource, rotate, nullptr, createSample, editSample, nullptr, removeSource});
    menu(tr("&Table"), "menu.table", {sync, syncScratch, cancel, pause, nullptr, diagnose, verify, reconcile, editSchema, nullptr, rewind, quarantine, wipe, deleteData})->insertMenu(rewind, recipes);
    menu(tr("T&ools"), "menu.tools", {palette, pauseAll, trash, nullptr, welcome, settings});
    menu(tr("&Help"), "menu.help", {shortcuts, searchHelp, whatsThis, nullptr, doctor, bundle, about});
}

} // namespace leat
