// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "models/textexport.h"
#include "models/wording.h"
#include "ui/addsourcedialog.h"
#include "ui/appearance.h"
#include "ui/bulkbar.h"
#include "ui/detailspanel.h"
#include "ui/fixer.h"
#include "ui/historyview.h"
#include "ui/homepage.h"
#include "ui/parts.h"
#include "ui/reportdialogs.h"
#include "ui/requests.h"
#include "ui/schemadialog.h"
#include "ui/sourcedialog.h"
#include "ui/sourcespage.h"
#include "ui/windowactions.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace leat {

namespace {
constexpr int kTimesMs = 20000;
}

MainWindow::MainWindow(Control* control, const WindowServices& services, QWidget* parent)
    : QMainWindow(parent)
    , m_control(control)
    , m_services(services)
    , m_actions(std::make_unique<WindowActions>(this))
    , m_requests(new Requests(control, this))
    , m_fixer(new Fixer(m_requests, this))
    , m_preferences(Preferences::read(services.settings))
    , m_filters(services.settings)
{
    if (m_services.settings == nullptr && m_services.appearance != nullptr)
        m_preferences.appearance = toString(m_services.appearance->mode()); // nothing chosen here: stay as it is
    build();
    m_firstHeader = m_sources->tree()->header()->saveState();
    connectActions();
    connectPages();
    connectFixes();
    connectTools();
    restoreState();
    applyEngine();
    followSelection();
    m_clock.setInterval(kTimesMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_sources->model().refreshTimes();
        m_details->refresh();
        m_home->refreshTimes();
    });
    m_clock.start();
    m_sources->tree()->setFocus();
    restorePlace();
    if (m_services.desktop && control->snapshot()->sources.empty())
        QTimer::singleShot(0, this, &MainWindow::openWelcome);
}

MainWindow::~MainWindow() = default;

void MainWindow::connectActions()
{
    const WindowActions& a = *m_actions;
    const auto on = [this](QAction* action, auto handler) { connect(action, &QAction::triggered, this, handler); };
    on(a.addSource, [this] { openAddSource(); });
    on(a.exportCsv, [this] { exportCsv(); });
    on(a.quit, [this] {
        m_quitting = true;
        if (close() && m_tray != nullptr)
            QCoreApplication::quit(); // a window that is hidden in the tray does not close
    });
    on(a.copy, [this] { copyCells(); });
    on(a.selectAll, [this] {
        auto* view = qobject_cast<QAbstractItemView*>(focusWidget());
        if (view == nullptr) // where nothing has the focus, what the page is about is meant
            view = m_pages->currentWidget() == m_sources ? static_cast<QAbstractItemView*>(m_sources->tree()) : m_pages->currentWidget() == m_history ? m_history->view() : nullptr;
        if (view != nullptr)
            view->selectAll();
        if (const auto ids = m_sources->selectedSchemas(); view == m_sources->tree() && ids.size() == 1)
            m_sources->select(ids.front()); // all that was found is one table: it is the current one
    });
    on(a.search, [this] {
        if (m_pages->currentWidget() != m_sources)
            m_actions->goTables->trigger();
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(a.places, &QActionGroup::triggered, this, &MainWindow::go);
    connect(a.looks, &QActionGroup::triggered, this, &MainWindow::setLook);
    connect(a.selectedOnly, &QAction::toggled, this, [this](bool only) { m_sources->proxy().setSelectedOnly(only); });
    on(a.expandAll, [this] { m_sources->tree()->expandAll(); });
    on(a.collapseAll, [this] { m_sources->tree()->collapseAll(); });
    on(a.nextPane, [this] { nextPane(); });
    connect(a.details, &QAction::toggled, this, [this](bool show) { m_dock->setVisible(show && m_pages->currentWidget() == m_sources); });
    on(a.refreshView, [this] { refreshView(); });
    on(a.log, [this] {
        m_actions->details->setChecked(true);
        m_details->showLog();
    });
    on(a.columnsMenu, [this] { resetColumns(); });
    on(a.syncSource, [this] {
        const auto all = m_sources->model().schemasUnder(m_sources->model().indexOf(m_sources->currentSource()));
        std::vector<SchemaId> ids;
        for (const SchemaId id : all)
            if (const SchemaInfo* s = m_control->snapshot()->schema(id); s && s->config.shouldSync)
                ids.push_back(id);
        m_requests->sync(ids);
    });
    on(a.refreshSource, [this] { m_requests->refresh(m_sources->currentSource()); });
    on(a.testSource, [this] { openSourceDialog(m_sources->currentSource()); });
    on(a.editSource, [this] { openSourceDialog(m_sources->currentSource()); });
    on(a.removeSource, [this] { removeSource(); });
    on(a.createSample, [this] { m_requests->createSample(); });
    on(a.editSample, [this] { m_requests->editSample(); });
    on(a.sync, [this] { m_requests->sync(m_sources->selectedSchemas()); });
    on(a.syncScratch, [this] { resync(m_sources->selectedSchemas()); });
    on(a.cancel, [this] { m_requests->cancel(m_sources->selectedSchemas()); });
    on(a.pause, [this] { togglePause(); });
    on(a.verify, [this] { m_requests->verify(m_sources->currentSchema()); });
    on(a.editSchema, [this] { openSchemaDialog(m_sources->currentSchema()); });
    on(a.shortcuts, [this] { showShortcuts(this, m_actions->all()); });
    on(a.doctor, [this] { openDoctor(); });
    on(a.about, [this] {
        const WorldPtr world = m_control->snapshot();
        showAbout(this, world->engine.profilePath, world->engine.warehousePath);
    });
}

void MainWindow::connectPages()
{
    connect(m_sources, &SourcesPage::selectionChanged, this, &MainWindow::followSelection);
    connect(m_sources, &SourcesPage::addSourceWanted, this, &MainWindow::openAddSource);
    connect(m_sources, &SourcesPage::clearFilterWanted, this, [this] { m_actions->goTables->trigger(); });
    connect(m_sources, &SourcesPage::openSchema, this, &MainWindow::openSchemaDialog);
    connect(m_sources, &SourcesPage::openSource, this, &MainWindow::openSourceDialog);
    connect(m_sources, &SourcesPage::contextMenuWanted, this, &MainWindow::showTreeMenu);
    connect(m_details, &DetailsPanel::editSchema, this, &MainWindow::openSchemaDialog);
    connect(m_details, &DetailsPanel::editSource, this, &MainWindow::openSourceDialog);
    connect(m_requests, &Requests::noticed, this, [this](const Notice& notice) { m_notice->show(notice); });
    connect(m_requests, &Requests::verified, this, [this](const VerifyReport& report) {
        const SchemaId id = report.schemaId;
        showVerifyReport(this, report, [this, id, extra = report.extra] { m_requests->repair(id, extra); }, [this, id] { m_requests->syncAndVerify(id); });
    });
    connect(m_history, &HistoryView::noticed, this, [this](const Error& error) { m_notice->show(noticeOf(error)); });
    connect(m_search, &QLineEdit::textChanged, m_sources, &SourcesPage::setQuery);
    connect(m_search, &QLineEdit::textChanged, this, &MainWindow::updateActions);
    connect(m_control, &Control::changed, this, [this] {
        applyEngine();
        updateActions();
    });
    connect(m_sources->tree()->header(), &QWidget::customContextMenuRequested, this, &MainWindow::showHeaderMenu);
    m_sources->tree()->installEventFilter(this);
    if (m_services.appearance)
        connect(m_services.appearance, &Appearance::changed, this, [this] {
            // Pixmaps were drawn in the old colours.
            m_details->refresh();
            m_sources->setQuery(m_sources->proxy().query());
        });
}

void MainWindow::go(QAction* place)
{
    const bool empty = m_control->snapshot()->sources.empty();
    QWidget* page = m_sources;
    if (place == m_actions->goHistory)
        page = m_history;
    else if (place == m_actions->goHome && !empty)
        page = m_home;
    m_pages->setCurrentWidget(page);
    m_dock->setVisible(page == m_sources && m_actions->details->isChecked() && !empty);
    m_search->setEnabled(page == m_sources && !empty);
    if (page == m_history) {
        m_history->activate();
        m_history->view()->setFocus();
    } else if (page == m_home) {
        m_home->activate();
        m_home->setFocus();
    } else {
        m_search->setText(place == m_actions->goProblems ? QStringLiteral("status:problem ") : place == m_actions->goActive ? QStringLiteral("status:active ") : QString());
        QString title = place->text();
        m_sources->setTitle(title.remove(QLatin1Char('&')));
        m_sources->tree()->setFocus();
    }
    place->setChecked(true);
    updateActions();
}

void MainWindow::followSelection()
{
    if (const SchemaId schema = m_sources->currentSchema(); schema.isValid())
        m_details->showSchema(schema);
    else if (const SourceId source = m_sources->currentSource(); source.isValid())
        m_details->showSource(source);
    else
        m_details->showNothing();
    updateActions();
}

void MainWindow::updateActions()
{
    const WorldPtr world = m_control->snapshot();
    const bool tables = m_pages->currentWidget() == m_sources;
    const auto ids = tables ? m_sources->selectedSchemas() : std::vector<SchemaId>();
    const auto paused = tables ? m_sources->selectedSchemas(true) : std::vector<SchemaId>();
    bool active = false;
    bool idle = false;
    bool allOff = !paused.empty();
    for (const SchemaId id : ids)
        if (const SchemaInfo* s = world->schema(id)) {
            active = active || isActive(s->status);
            idle = idle || !isActive(s->status);
        }
    for (const SchemaId id : paused)
        if (const SchemaInfo* s = world->schema(id))
            allOff = allOff && !s->config.shouldSync;
    const bool source = tables && m_sources->currentSource().isValid();
    const bool schema = tables && m_sources->currentSchema().isValid();
    const WindowActions& a = *m_actions;
    a.sync->setEnabled(idle);
    a.syncScratch->setEnabled(idle);
    a.cancel->setEnabled(active);
    a.pause->setEnabled(!paused.empty());
    a.pause->setText(allOff ? tr("&Resume") : tr("&Pause"));
    a.verify->setEnabled(schema);
    a.editSchema->setEnabled(schema);
    a.log->setEnabled(schema);
    for (QAction* action : {a.syncSource, a.refreshSource, a.testSource, a.editSource, a.removeSource})
        action->setEnabled(source);
    a.details->setEnabled(tables);
    a.rotate->setEnabled(source);
    a.diagnose->setEnabled(source || schema);
    const SchemaInfo* current = schema ? world->schema(m_sources->currentSchema()) : nullptr; // null while it is being removed
    a.rewind->setEnabled(current != nullptr && current->config.syncType != SyncType::FullRefresh);
    a.reconcile->setEnabled(current != nullptr && current->config.deletes.mode != DeleteMode::Off && reconciles(current->config) && current->lastSyncedAt.isValid());
    a.quarantine->setEnabled(current != nullptr);
    a.wipe->setEnabled(idle);
    a.deleteData->setEnabled(idle);
    a.pauseAll->setChecked(world->engine.schedulerPaused);
    a.pauseAll->setText(world->engine.schedulerPaused ? tr("&Resume everything") : tr("&Pause everything"));
    a.saveFilter->setEnabled(tables && !m_search->text().trimmed().isEmpty());
    m_bulk->setSelection(tables && m_sources->tree()->selectionModel()->selectedRows().size() > 1 ? ids : std::vector<SchemaId>());
}

void MainWindow::togglePause()
{
    const WorldPtr world = m_control->snapshot();
    const auto ids = m_sources->selectedSchemas(true);
    const bool anyOn = std::any_of(ids.begin(), ids.end(), [&](SchemaId id) {
        const SchemaInfo* s = world->schema(id);
        return s && s->config.shouldSync;
    });
    m_requests->setPaused(ids, anyOn);
}

void MainWindow::resync(const std::vector<SchemaId>& ids)
{
    if (ids.empty())
        return;
    Question question;
    question.title = tr("Resync");
    question.text = tr("Copy %n table(s) again from the start?", nullptr, int(ids.size()));
    question.detail = tr("The tables of now stay readable until the copies are complete, then they are swapped. This reads every row of the source.");
    question.action = tr("Resync %n table(s)", nullptr, int(ids.size()));
    ask(this, "scratch.question", question, [this, ids](bool) { m_requests->sync(ids, true); });
}

void MainWindow::removeSource()
{
    const SourceInfo* source = m_control->snapshot()->source(m_sources->currentSource());
    if (source == nullptr)
        return;
    int tables = 0;
    for (const SchemaInfo& s : m_control->snapshot()->schemas)
        tables += s.sourceId == source->id && s.rows >= 0 ? 1 : 0;
    Question question;
    question.title = tr("Remove source");
    question.text = tr("Remove “%1” with its settings, password and history?").arg(source->name);
    question.detail = tr("%n table(s) stay in the warehouse unless you tick the box. The next page says what goes and asks once more.", nullptr, tables);
    question.action = tr("Remove “%1”…").arg(source->name);
    question.keep = tr("Keep source");
    question.option = tr("Also move its tables to the trash");
    question.destructive = true;
    ask(this, "remove.question", question, [this, id = source->id](bool deleteData) { destroy({DestructiveAction::RemoveSource, {}, id, deleteData, {}}); });
}

void MainWindow::copyCells()
{
    auto* view = qobject_cast<QAbstractItemView*>(focusWidget());
    if (view == nullptr || view->selectionModel() == nullptr)
        return;
    QModelIndexList shown;
    const auto* tree = qobject_cast<QTreeView*>(view);
    const auto* table = qobject_cast<QTableView*>(view);
    for (const QModelIndex& cell : view->selectionModel()->selectedIndexes())
        if (!(tree && tree->isColumnHidden(cell.column())) && !(table && table->isColumnHidden(cell.column())))
            shown << cell;
    QGuiApplication::clipboard()->setText(toTsv(shown));
}

void MainWindow::exportCsv()
{
    const bool history = m_pages->currentWidget() == m_history;
    saveFile({tr("Export as CSV"), history ? QStringLiteral("history.csv") : QStringLiteral("tables.csv"), tr("CSV files (*.csv)"), QStringLiteral("csv")},
        history ? toCsv(m_history->model()) : toCsv(m_sources->proxy()));
}

void MainWindow::saveText(const QString& name, const QString& text)
{
    saveFile({tr("Save the log"), name, tr("Text files (*.log *.txt)"), QStringLiteral("log")}, text.toUtf8());
}

void MainWindow::saveFile(const SaveRequest& request, const QByteArray& bytes)
{
    auto* dialog = new QFileDialog(this, request.title, request.name, request.kinds);
    dialog->setObjectName(QStringLiteral("export.dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(request.suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString& path) {
        const QString trouble = m_services.writeFile ? m_services.writeFile(path, bytes) : tr("This window cannot save files.");
        m_notice->show({trouble.isEmpty() ? Notice::Tone::Good : Notice::Tone::Failed, trouble.isEmpty() ? tr("Exported to %1.").arg(path) : trouble, {}, {}});
    });
    dialog->open();
}

void MainWindow::openAddSource()
{
    auto* dialog = new AddSourceDialog(m_control, this);
    connect(dialog, &AddSourceDialog::sourceAdded, this, [this](SourceId id) {
        m_actions->goTables->trigger();
        m_sources->select(id);
    });
    dialog->show();
}

void MainWindow::openSchemaDialog(SchemaId id)
{
    const SchemaInfo* schema = m_control->snapshot()->schema(id);
    if (schema == nullptr)
        return;
    for (auto* open : findChildren<SchemaDialog*>())
        if (open->schemaId() == id && !open->isGone()) {
            open->show(); // one table has one set of pending edits
            open->raise();
            return open->activateWindow();
        }
    auto* dialog = new SchemaDialog(m_control, *schema, this);
    connect(dialog, &SchemaDialog::recipeWanted, this, &MainWindow::openRecipe);
    connect(dialog, &SchemaDialog::applied, this, [this](const QString& name, int syncs) {
        QString text = tr("%1 is changed.").arg(name);
        if (syncs > 0)
            text += QLatin1Char(' ') + tr("%n sync(s) queued.", nullptr, syncs);
        m_notice->show({Notice::Tone::Good, text, {}, {}});
    });
    connect(dialog, &SchemaDialog::waits, this, [this](const QString& name) { m_notice->show({Notice::Tone::Info, tr("%1 is changed as soon as its run has ended.").arg(name), {}, {}}); });
    dialog->show();
}

void MainWindow::openSourceDialog(SourceId id)
{
    if (const SourceInfo* source = m_control->snapshot()->source(id))
        (new SourceDialog(m_control, *source, this))->show();
}

void MainWindow::nextPane()
{
    std::vector<QWidget*> panes;
    if (m_pages->currentWidget() == m_history)
        panes = {m_history->view(), m_history->findChild<QWidget*>(QStringLiteral("history.log"))};
    else
        panes = {m_search, m_sources->tree(), m_dock->isVisible() ? m_details->findChild<QWidget*>(QStringLiteral("qt_tabwidget_tabbar")) : nullptr};
    panes.push_back(findChild<QWidget*>(QStringLiteral("nav.go.tables")));
    panes.erase(std::remove_if(panes.begin(), panes.end(), [](QWidget* w) { return w == nullptr || !w->isVisible(); }), panes.end());
    if (panes.empty())
        return;
    size_t at = panes.size() - 1;
    for (size_t i = 0; i < panes.size(); ++i)
        if (focusWidget() == panes[i] || panes[i]->isAncestorOf(focusWidget()))
            at = i;
    panes[(at + 1) % panes.size()]->setFocus(Qt::ShortcutFocusReason);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // Space on the tree pauses or resumes; a window-wide Space would take it from buttons.
    if (watched == m_sources->tree() && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier && m_actions->pause->isEnabled()) {
            togglePause();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::setLook(QAction* action)
{
    if (!m_services.appearance)
        return;
    using Mode = Appearance::Mode;
    const Mode mode = action == m_actions->lookLight ? Mode::Light : action == m_actions->lookDark ? Mode::Dark : action == m_actions->lookContrast ? Mode::Contrast : Mode::Auto;
    m_preferences.appearance = toString(mode);
    m_preferences.write(m_services.settings);
    m_services.appearance->setMode(mode);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveState();
    const bool toTray = m_tray != nullptr && m_preferences.closeToTray && !m_quitting;
    if (!toTray && askAboutEdits()) {
        event->ignore(); // closed again once the editors are
        return;
    }
    if (toTray) {
        hide();
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

/// Whether an editor asks about its edits; the window closes when the last one has been let go.
bool MainWindow::askAboutEdits()
{
    for (auto* editor : findChildren<SchemaDialog*>())
        if (editor->hasEdits()) {
            editor->askAboutEdits([this, quitting = m_quitting] { quitting ? m_actions->quit->trigger() : static_cast<void>(close()); }, [this] { m_quitting = false; });
            return true;
        }
    return false;
}

void MainWindow::saveState()
{
    QSettings* settings = m_services.settings;
    if (settings == nullptr)
        return;
    settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings->setValue(QStringLiteral("window/docks"), QMainWindow::saveState());
    settings->setValue(QStringLiteral("window/tableHeader"), m_sources->tree()->header()->saveState());
    settings->setValue(QStringLiteral("window/historyHeader"), m_history->view()->horizontalHeader()->saveState());
    settings->setValue(QStringLiteral("window/historySplitter"), m_history->splitter()->saveState());
    settings->setValue(QStringLiteral("window/details"), m_actions->details->isChecked());
    settings->setValue(QStringLiteral("window/selectedOnly"), m_actions->selectedOnly->isChecked());
    settings->setValue(QStringLiteral("window/place"), m_actions->places->checkedAction()->objectName());
    settings->setValue(QStringLiteral("window/query"), m_search->text());
    settings->setValue(QStringLiteral("window/schema"), m_sources->currentSchema().value);
}

void MainWindow::restoreState()
{
    QSettings* settings = m_services.settings;
    if (settings == nullptr)
        return;
    const auto bytes = [&](const char* key) { return settings->value(QStringLiteral("window/") + QLatin1String(key)).toByteArray(); };
    restoreGeometry(bytes("geometry")); // keeps the window on a screen that exists
    QMainWindow::restoreState(bytes("docks"));
    m_sources->tree()->header()->restoreState(bytes("tableHeader"));
    m_history->view()->horizontalHeader()->restoreState(bytes("historyHeader"));
    m_history->splitter()->restoreState(bytes("historySplitter"));
    m_actions->details->setChecked(settings->value(QStringLiteral("window/details"), true).toBool());
    m_actions->selectedOnly->setChecked(settings->value(QStringLiteral("window/selectedOnly"), false).toBool());
}

/// The page, search and row of last time, or what the settings say.
void MainWindow::restorePlace()
{
    applyPreferences();
    QSettings* settings = m_services.settings;
    if (settings == nullptr)
        return;
    const auto value = [settings](const char* key) { return settings->value(QStringLiteral("window/") + QLatin1String(key)); };
    const bool last = m_preferences.startPage == QLatin1String("last");
    const QString place = last ? value("place").toString() : QStringLiteral("action.go.") + m_preferences.startPage;
    for (QAction* action : m_actions->places->actions())
        if (action->objectName() == place && !action->isChecked())
            action->trigger();
    if (!last)
        return;
    if (m_actions->places->checkedAction() != m_actions->goHistory && m_actions->places->checkedAction() != m_actions->goHome)
        m_search->setText(value("query").toString());
    const WorldPtr world = m_control->snapshot();
    if (const SchemaId id{value("schema").toLongLong()}; world->schema(id) != nullptr)
        m_sources->tree()->setCurrentIndex(m_sources->proxy().mapFromSource(m_sources->model().indexOf(id)));
}

} // namespace leat
