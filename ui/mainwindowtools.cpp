// SPDX-License-Identifier: GPL-3.0-or-later
// The window's tools: palette, settings, saved searches, trash, credentials, tray.
#include "models/filterquery.h"
#include "ui/appearance.h"
#include "ui/bulkresult.h"
#include "ui/bundledialog.h"
#include "ui/commandpalette.h"
#include "ui/destroydialog.h"
#include "ui/detailspanel.h"
#include "ui/logview.h"
#include "ui/mainwindow.h"
#include "ui/notice.h"
#include "ui/notifier.h"
#include "ui/pausemenu.h"
#include "ui/quarantineview.h"
#include "ui/recipedialog.h"
#include "ui/reportdialogs.h"
#include "ui/requests.h"
#include "ui/rewinddialog.h"
#include "ui/rotatedialog.h"
#include "ui/schemadialog.h"
#include "ui/settingsdialog.h"
#include "ui/sourcespage.h"
#include "ui/trashview.h"
#include "ui/tray.h"
#include "ui/welcomedialog.h"
#include "ui/windowactions.h"
#include "ui/fixer.h"

#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QWhatsThis>

namespace leat {

void MainWindow::connectTools()
{
    const WindowActions& a = *m_actions;
    const auto on = [this](QAction* action, auto handler) { connect(action, &QAction::triggered, this, handler); };
    fillRecipes();
    on(a.palette, [this] { openPalette(); });
    on(a.settings, [this] { openSettings({}); });
    on(a.trash, [this] { openTrash(); });
    on(a.quarantine, [this] { openQuarantine(m_sources->currentSchema()); });
    on(a.reconcile, [this] { m_requests->reconcile(m_sources->currentSchema()); });
    const auto review = [this](SchemaId id) { destroy({DestructiveAction::ReconcileDeletes, {id}, {}, false, {}}); };
    connect(m_requests, &Requests::reconciled, this, [this, review](const ReconcileReport& report) {
        showReconcileReport(this, report, [review, id = report.schemaId] { review(id); });
    });
    connect(m_fixer, &Fixer::reviewDeletesWanted, this, review);
    connect(m_details, &DetailsPanel::reviewDeletesWanted, this, review);
    on(a.rotate, [this] { openRotate(m_sources->currentSource()); });
    on(a.rewind, [this] { openRewind(m_sources->currentSchema()); });
    on(a.wipe, [this] { destroy({DestructiveAction::Wipe, m_sources->selectedSchemas(), {}, false, {}}); });
    on(a.deleteData, [this] { destroy({DestructiveAction::DeleteData, m_sources->selectedSchemas(true), {}, false, {}}); });
    on(a.pauseAll, [this] {
        if (m_control->snapshot()->engine.schedulerPaused)
            m_requests->resumeSchedules();
        else
            m_requests->pauseSchedules(PauseMenu::usual(QDateTime::currentDateTimeUtc()));
    });
    connect(m_pauseMenu, &PauseMenu::chosen, m_requests, &Requests::pauseSchedules);
    for (LogView* log : findChildren<LogView*>())
        connect(log, &LogView::saveWanted, this, &MainWindow::saveText);
    on(a.bundle, [this] { openBundle(); });
    on(a.welcome, [this] { openWelcome(); });
    on(a.saveFilter, [this] { saveFilter(); });
    on(a.searchHelp, [this] { showSearchHelp(this, FilterQuery::help()); });
    on(a.whatsThis, [] { QWhatsThis::enterWhatsThisMode(); });
    connect(m_requests, &Requests::partlyDone, this, [this](const QString& title, const BulkResult& result) { showBulkResult(this, title, result); });
    connect(m_fixer, &Fixer::rotateWanted, this, &MainWindow::openRotate);
    connect(m_fixer, &Fixer::rewindWanted, this, &MainWindow::openRewind);
    connect(m_fixer, &Fixer::resyncWanted, this, [this](const std::vector<SchemaId>& ids) { resync(ids); });
    connect(m_fixer, &Fixer::deleteDataWanted, this, [this](const std::vector<SchemaId>& ids) { destroy({DestructiveAction::DeleteData, ids, {}, false, {}}); });
}

void MainWindow::openPalette()
{
    std::vector<PaletteEntry> entries;
    for (QAction* action : m_actions->all())
        if (action->objectName() != QLatin1String("action.tools.palette"))
            entries.push_back({PaletteEntry::Kind::Action, action->objectName(), QString(action->text()).remove(QLatin1Char('&')).remove(QStringLiteral("…")), action->statusTip(),
                action->shortcut().toString(QKeySequence::NativeText), action->isEnabled(), {}});
    for (PaletteEntry& entry : worldEntries(*m_control->snapshot()))
        entries.push_back(std::move(entry));
    for (const SavedFilters::Filter& filter : m_filters.all())
        entries.push_back({PaletteEntry::Kind::Filter, filter.query, filter.name, filter.query, {}, true, {}});
    for (const QString& page : SettingsDialog::pageIds())
        entries.push_back({PaletteEntry::Kind::Setting, page, SettingsDialog::pageTitle(page), tr("Settings"), {}, true, {}});
    for (PaletteEntry& entry : intentEntries())
        entries.push_back(std::move(entry));
    auto* palette = new CommandPalette(std::move(entries), this);
    connect(palette, &CommandPalette::chosen, this, &MainWindow::openEntry);
    palette->open();
}

void MainWindow::openEntry(const PaletteEntry& entry, const QString& query)
{
    const auto trigger = [this](const QString& name) {
        for (QAction* action : m_actions->all())
            if (action->objectName() == name)
                action->trigger();
    };
    switch (entry.kind) {
    case PaletteEntry::Kind::Action: return trigger(entry.id);
    case PaletteEntry::Kind::Table: return showSchema(SchemaId{entry.id.toLongLong()});
    case PaletteEntry::Kind::Source:
        m_actions->goTables->trigger();
        return m_sources->select(SourceId{entry.id.toLongLong()});
    case PaletteEntry::Kind::Filter: return showQuery(entry.id);
    case PaletteEntry::Kind::Setting: return openSettings(entry.id);
    case PaletteEntry::Kind::Intent: break;
    }
    switch (entry.intent.opens) {
    case Intent::Opens::Action: return trigger(entry.intent.target);
    case Intent::Opens::SettingsPage: return openSettings(entry.intent.target);
    case Intent::Opens::Nothing: return;
    case Intent::Opens::Recipe:
    case Intent::Opens::EditorField: break;
    }
    // "switch my orders table …" names its table; else the one that is selected is meant.
    SchemaId table = tableNamedIn(*m_control->snapshot(), query);
    if (!table.isValid())
        table = m_sources->currentSchema();
    if (!table.isValid()) {
        m_actions->goTables->trigger();
        m_notice->show({Notice::Tone::Info, tr("Select the table first, then open “%1” again.").arg(entry.title), {}, {}});
        return;
    }
    showSchema(table);
    if (entry.intent.opens == Intent::Opens::EditorField)
        return openEditor(table, entry.intent.target);
    if (const std::optional<RecipeId> recipe = recipeFromString(entry.intent.target))
        openRecipe(table, *recipe);
}

void MainWindow::openEditor(SchemaId id, const QString& field)
{
    openSchemaDialog(id);
    for (auto* dialog : findChildren<SchemaDialog*>())
        if (dialog->schemaId() == id && !dialog->isGone())
            dialog->focusField(field);
}

void MainWindow::openRecipe(SchemaId id, RecipeId recipe)
{
    if (m_control->snapshot()->schema(id) == nullptr)
        return;
    auto* dialog = new RecipeDialog(m_control, id, recipe, this);
    connect(dialog, &RecipeDialog::editorWanted, this, &MainWindow::openSchemaDialog);
    connect(dialog, &RecipeDialog::verifyWanted, m_requests, &Requests::verify);
    dialog->show();
}

/// The Table menu's guided changes: of the table that is selected.
void MainWindow::fillRecipes()
{
    QMenu* menu = m_actions->recipes;
    for (const RecipeId id : allRecipes()) {
        QAction* action = menu->addAction(recipeTitle(id));
        action->setObjectName(QStringLiteral("recipe.") + toString(id));
        action->setStatusTip(recipePurpose(id));
        connect(action, &QAction::triggered, this, [this, id] { openRecipe(m_sources->currentSchema(), id); });
    }
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        for (QAction* action : menu->actions())
            action->setEnabled(m_sources->currentSchema().isValid());
    });
}

void MainWindow::openSettings(const QString& page)
{
    auto* dialog = new SettingsDialog(m_control, m_preferences, this);
    connect(dialog, &SettingsDialog::changed, this, [this](const Preferences& preferences) {
        m_preferences = preferences;
        m_preferences.write(m_services.settings);
        applyPreferences();
    });
    dialog->open();
    if (!page.isEmpty())
        dialog->showPage(page);
}

void MainWindow::applyPreferences()
{
    const auto mode = appearanceFromString(m_preferences.appearance);
    using Mode = Appearance::Mode;
    QAction* look = mode == Mode::Light ? m_actions->lookLight : mode == Mode::Dark ? m_actions->lookDark : mode == Mode::Contrast ? m_actions->lookContrast : m_actions->lookAuto;
    look->setChecked(true);
    if (m_services.appearance)
        m_services.appearance->setMode(mode);
    if (!m_services.desktop)
        return;
    if (m_notifier == nullptr) {
        m_notifier = new Notifier(m_control, this);
        connect(m_notifier, &Notifier::openWanted, this, &MainWindow::comeForward);
        connect(m_notifier, &Notifier::fixWanted, this, &MainWindow::fixIncident);
    }
    m_notifier->setPreferences(m_preferences);
    const bool tray = m_preferences.tray && QSystemTrayIcon::isSystemTrayAvailable();
    if (tray && m_tray == nullptr) {
        m_tray = new Tray(m_control, *m_actions, this);
        connect(m_tray, &Tray::pauseWanted, m_requests, &Requests::pauseSchedules);
        connect(m_tray, &Tray::openWanted, this, &MainWindow::comeForward);
        connect(m_tray, &Tray::fixWanted, this, &MainWindow::fixIncident);
        m_notifier->setTray(m_tray->icon());
    }
    if (m_tray != nullptr)
        m_tray->icon()->setVisible(tray);
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::fixIncident(const QString& id)
{
    comeForward();
    const WorldPtr world = m_control->snapshot();
    for (const Incident& incident : world->incidents)
        if (incident.id == id)
            return m_fixer->fix(incident);
    m_actions->goProblems->trigger();
}

void MainWindow::saveFilter()
{
    const QString query = m_search->text();
    if (query.trimmed().isEmpty())
        return;
    askFilterName(this, query, [this, query](const QString& name) {
        m_filters.save(name, query.trimmed());
        m_notice->show({Notice::Tone::Good, tr("Saved as “%1”. Find it at the star beside the search, or with %2.").arg(name, m_actions->palette->shortcut().toString(QKeySequence::NativeText)), {}, {}});
    });
}

void MainWindow::showFilterMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("search.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const SavedFilters::Filter& filter : m_filters.all())
        connect(menu->addAction(filter.name), &QAction::triggered, this, [this, query = filter.query] { showQuery(query); });
    if (m_filters.all().empty())
        menu->addAction(tr("No saved searches yet"))->setEnabled(false);
    menu->addSeparator();
    menu->addAction(m_actions->saveFilter);
    if (!m_filters.all().empty()) {
        QMenu* remove = menu->addMenu(tr("Remove"));
        for (const SavedFilters::Filter& filter : m_filters.all())
            connect(remove->addAction(filter.name), &QAction::triggered, this, [this, name = filter.name] { m_filters.remove(name); });
    }
    menu->addAction(m_actions->searchHelp);
    menu->popup(at);
}

void MainWindow::openTrash()
{
    auto* view = new TrashView(m_control, this);
    connect(view, &TrashView::restored, this, [this](const BulkResult& result) {
        if (!result.ok())
            return showBulkResult(this, tr("Restore"), result);
        m_notice->show({Notice::Tone::Good, tr("%n table(s) brought back with cursor and configuration.", nullptr, int(result.items.size())), {}, {}});
    });
    connect(view, &TrashView::purgeWanted, this, [this, view](const std::vector<qint64>& ids) {
        destroy({DestructiveAction::PurgeTrash, {}, {}, false, ids});
        for (auto* dialog : findChildren<DestroyDialog*>())
            connect(dialog, &QDialog::finished, view, &TrashView::load);
    });
    view->open();
}

void MainWindow::openQuarantine(SchemaId id)
{
    if (const SchemaInfo* schema = m_control->snapshot()->schema(id))
        (new QuarantineView(m_control, *schema, this))->open();
}

void MainWindow::openRotate(SourceId id)
{
    const SourceInfo* source = m_control->snapshot()->source(id);
    if (source == nullptr)
        return;
    auto* dialog = new RotateDialog(m_control, *source, this);
    connect(dialog, &RotateDialog::rotated, this, [this, name = source->name](SourceId rotated, int syncs, const QDateTime& until) {
        Notice notice{Notice::Tone::Good, tr("%1 has new credentials.").arg(name), {}, {}};
        if (syncs > 0)
            notice.text += QLatin1Char(' ') + tr("%n sync(s) queued.", nullptr, syncs);
        if (until.isValid()) {
            notice.button = tr("Undo");
            notice.press = [this, rotated] {
                RotateCredentials back;
                back.id = rotated;
                back.rollback = true;
                m_control->send(std::move(back));
            };
        }
        m_notice->show(notice);
    });
    dialog->open();
}

void MainWindow::openRewind(SchemaId id)
{
    const SchemaInfo* schema = m_control->snapshot()->schema(id);
    if (schema == nullptr)
        return;
    auto* dialog = new RewindDialog(m_control, *schema, this);
    connect(dialog, &RewindDialog::rewindWanted, m_requests, &Requests::rewind);
    dialog->open();
}

void MainWindow::destroy(const PreviewDestructive& request)
{
    if (request.action != DestructiveAction::PurgeTrash && request.schemas.empty() && !request.source.isValid())
        return;
    auto* dialog = new DestroyDialog(m_control, request, this);
    connect(dialog, &DestroyDialog::done, this, [this](const QString& sentence, const std::vector<qint64>& undo) {
        Notice notice{Notice::Tone::Good, sentence, {}, {}};
        if (!undo.empty()) {
            notice.button = tr("Undo");
            notice.press = [this, undo] { m_requests->restore(undo); };
        }
        m_notice->show(notice);
    });
    connect(dialog, &DestroyDialog::resyncWanted, this, [this](const std::vector<SchemaId>& ids) { resync(ids); });
    connect(dialog, &DestroyDialog::failed, this, [this](const BulkResult& result) { showBulkResult(this, tr("Result"), result); });
    dialog->open();
}

void MainWindow::openBundle()
{
    auto* dialog = new BundleDialog(m_control, m_services.saveFolder, this);
    connect(dialog, &BundleDialog::saved, this, [this](const QString& path) {
        m_notice->show({Notice::Tone::Good, tr("Saved as %1. Look at it before you send it.").arg(path), {}, {}});
    });
    dialog->open();
}

void MainWindow::openWelcome()
{
    auto* dialog = new WelcomeDialog(m_control, this);
    connect(dialog, &WelcomeDialog::addSourceWanted, this, &MainWindow::openAddSource);
    connect(dialog, &WelcomeDialog::sampleWanted, m_requests, &Requests::createSample);
    dialog->open();
}

} // namespace leat
