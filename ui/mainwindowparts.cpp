// SPDX-License-Identifier: GPL-3.0-or-later
// How the window is put together; what it does is in mainwindow.cpp.
#include "models/formatting.h"
#include "models/wording.h"
#include "ui/pausemenu.h"
#include "ui/bulkbar.h"
#include "ui/clearbutton.h"
#include "ui/detailspanel.h"
#include "ui/historyview.h"
#include "ui/homepage.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/requests.h"
#include "ui/sidebar.h"
#include "ui/sourcespage.h"
#include "ui/windowactions.h"

#include <QBoxLayout>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QTreeView>

namespace leat {

namespace {
constexpr int kDetails = 340;          // of the details, in a wide window
constexpr int kNarrow = 1120;          // below it the places are signs
constexpr int kLeastSearch = 200;
constexpr int kToolSign = 64;          // sign and margins of a button
}

void MainWindow::build()
{
    setObjectName(QStringLiteral("main.window"));
    setWindowTitle(tr("Leat"));
    setWindowIcon(applicationIcon());
    resize(1440, 900);
    setMinimumSize(800, 480);
    m_actions->fill(menuBar());
    buildToolBar();

    m_sources = new SourcesPage(m_requests);
    m_history = new HistoryView(m_control);
    m_home = new HomePage(m_control);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_sources);
    m_pages->addWidget(m_history);
    m_pages->addWidget(m_home);
    m_notice = new NoticeBar;
    auto* noticeRow = new QHBoxLayout;
    noticeRow->setContentsMargins(16, 0, 16, 0);
    noticeRow->addWidget(m_notice);
    auto* right = new QVBoxLayout;
    setMargins(right, 0, 0, 0);
    right->addLayout(noticeRow);
    right->addWidget(m_pages, 1);
    m_bulk = new BulkBar(*m_actions);
    auto* bulkRow = new QHBoxLayout;
    bulkRow->setContentsMargins(16, 0, 16, 12);
    bulkRow->addWidget(m_bulk);
    right->addLayout(bulkRow);
    connect(m_bulk, &BulkBar::clearWanted, this, [this] { m_sources->tree()->selectionModel()->setCurrentIndex(m_sources->tree()->currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows); });
    connect(m_bulk, &BulkBar::frequencyWanted, this, [this](SyncFrequency frequency) { m_requests->setFrequency(m_sources->selectedSchemas(true), frequency); });
    auto* central = new QWidget;
    auto* row = new QHBoxLayout(central);
    setMargins(row, 0, 0, 0);
    m_sidebar = new Sidebar(m_control, {m_actions->goHome, m_actions->goProblems, m_actions->goActive, m_actions->goHistory, m_actions->goTables});
    row->addWidget(m_sidebar);
    row->addLayout(right, 1);
    setCentralWidget(central);

    m_details = new DetailsPanel(m_requests);
    m_dock = new QDockWidget(tr("Details"), this);
    m_dock->setObjectName(QStringLiteral("details.dock"));
    m_dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    auto* noTitle = new QWidget(m_dock);
    noTitle->setFixedHeight(0);
    m_dock->setTitleBarWidget(noTitle);
    m_dock->setWidget(m_details);
    m_dock->toggleViewAction()->setVisible(false);
    m_dock->toggleViewAction()->setEnabled(false);
    addDockWidget(isRightToLeft() ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, m_dock);
    resizeDocks({m_dock}, {kDetails}, Qt::Horizontal);
    setContextMenuPolicy(Qt::NoContextMenu);
    m_sources->tree()->header()->setContextMenuPolicy(Qt::CustomContextMenu);
    buildStatusBar();
}

void MainWindow::buildToolBar()
{
    QToolBar* bar = m_bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("main.toolbar"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setIconSize(QSize(24, 18));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->toggleViewAction()->setEnabled(false);
    for (QAction* action : {m_actions->sync, m_actions->pause, m_actions->cancel}) {
        bar->addAction(action);
    }
    bar->addSeparator();
    bar->addAction(m_actions->addSource);
    bar->addAction(m_actions->diagnose);
    bar->addSeparator();
    bar->addAction(m_actions->pauseAll);
    m_pauseMenu = new PauseMenu(QStringLiteral("toolbar.pauseMenu"), this);
    for (QAction* action : {m_actions->sync, m_actions->pause, m_actions->cancel, m_actions->addSource, m_actions->diagnose, m_actions->pauseAll}) {
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
        button->setObjectName(QString(action->objectName()).replace(QStringLiteral("action."), QStringLiteral("toolbar.")));
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(QString(action->text()).remove(QLatin1Char('&')));
    }
    auto* pauseAll = qobject_cast<QToolButton*>(bar->widgetForAction(m_actions->pauseAll));
    pauseAll->setAccessibleName({}); // its text, which says what a press does now
    pauseAll->setMenu(m_pauseMenu);
    pauseAll->setPopupMode(QToolButton::MenuButtonPopup);
    // A toolbar gives widgets their least width first: the search takes what the space leaves.
    auto* space = new QWidget;
    auto* row = new QHBoxLayout(space);
    row->setContentsMargins(leadingMargin(kGrid));
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("main.search"));
    m_search->setAccessibleName(tr("Search tables"));
    m_search->setPlaceholderText(tr("Search, or status:failed source:shop age>2h"));
    m_search->setToolTip(tr("Words, status:failed, source:shop, age>2h, rows>1M, -status:ok (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    showClearButton(m_search);
    m_search->setMinimumWidth(kLeastSearch);
    m_search->setMaximumWidth(336);
    showSign(m_search, QStringLiteral("search"));
    QAction* star = m_search->addAction(lineIcon(QStringLiteral("star")), QLineEdit::TrailingPosition);
    star->setObjectName(QStringLiteral("search.saved"));
    star->setText(tr("Saved searches"));
    star->setToolTip(tr("Saved searches"));
    connect(star, &QAction::triggered, this, [this] { showFilterMenu(m_search->mapToGlobal(QPoint(0, m_search->height()))); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_sources->tree()->setFocus(Qt::ShortcutFocusReason); });
    row->addStretch(1);
    row->addWidget(m_search, 100);
    bar->addWidget(space);
}

/// Signs without words where the window is too narrow for both.
void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (m_sidebar == nullptr || m_bar == nullptr)
        return;
    m_sidebar->setCompact(width() < kNarrow);
    int words = kLeastSearch;
    for (const QToolButton* button : m_bar->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly)) // not the signs in the search
        if (button->defaultAction() != nullptr)
            words += fontMetrics().horizontalAdvance(button->defaultAction()->text()) + kToolSign;
    m_bar->setToolButtonStyle(words > width() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void MainWindow::buildStatusBar()
{
    const auto item = [this](const char* name, const QString& icon) {
        auto* button = new QToolButton;
        button->setObjectName(QString::fromLatin1(name));
        button->setIcon(lineIcon(icon));
        button->setIconSize(QSize(19, 14));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        statusBar()->addPermanentWidget(button);
        return button;
    };
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(8, 2, 8, 2);
    QToolButton* pauseAll = item("status.pauseAll", QStringLiteral("pause"));
    pauseAll->setDefaultAction(m_actions->pauseAll);
    pauseAll->setToolButtonStyle(Qt::ToolButtonIconOnly);
    pauseAll->setAccessibleName(QString(m_actions->pauseAll->text()).remove(QLatin1Char('&')));
    m_work = item("status.work", QStringLiteral("sync"));
    m_keychain = item("status.keychain", QStringLiteral("key"));
    m_size = item("status.warehouse", QStringLiteral("database"));
    m_owner = item("status.owner", QStringLiteral("leat"));
    connect(m_work, &QToolButton::clicked, m_actions->goActive, &QAction::trigger);
    connect(m_keychain, &QToolButton::clicked, m_actions->doctor, &QAction::trigger);
    connect(m_size, &QToolButton::clicked, m_actions->about, &QAction::trigger);
    connect(m_owner, &QToolButton::clicked, m_actions->about, &QAction::trigger);
}

void MainWindow::applyEngine()
{
    const WorldPtr world = m_control->snapshot();
    const EngineInfo& engine = world->engine;
    const bool empty = world->sources.empty();
    const auto set = [](QToolButton* button, const QString& text, const QString& tip) {
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(text);
    };
    set(m_owner, tr("Engine: this window"), tr("Profile %1. Nothing else can sync it while this window is open.").arg(engine.profilePath));
    set(m_keychain, keychainWord(engine.keychain), keychainExplained(engine.keychain));
    QString work = engine.running + engine.queued == 0 ? tr("Nothing running") : tr("%1 running · %2 queued").arg(engine.running).arg(engine.queued);
    if (engine.schedulerPaused)
        work += QStringLiteral(" · ") + (engine.pausedUntil.isValid() ? tr("paused until %1").arg(formatMoment(engine.pausedUntil)) : tr("schedules paused"));
    else if (engine.nextRunAt.isValid())
        work += QStringLiteral(" · ") + tr("next %1").arg(engine.nextRunAt.toLocalTime().toString(QStringLiteral("HH:mm")));
    set(m_work, work, engine.nextRunAt.isValid() ? tr("Next by schedule: %1").arg(formatAbsolute(engine.nextRunAt)) : tr("Show what is running"));
    set(m_size, tr("Warehouse %1").arg(formatBytes(engine.warehouseBytes)), engine.warehousePath);
    m_search->setEnabled(!empty && m_pages->currentWidget() == m_sources);
    m_dock->setVisible(!empty && m_actions->details->isChecked() && m_pages->currentWidget() == m_sources);
    if (!empty && !m_sources->tree()->currentIndex().isValid() && m_sources->proxy().rowCount() > 0)
        m_sources->tree()->setCurrentIndex(m_sources->proxy().index(0, 0));
}

void MainWindow::showHeaderMenu(const QPoint& at)
{
    QHeaderView* header = m_sources->tree()->header();
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tables.headerMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 1; column < SourceTableModel::ColumnCount; ++column) {
        QAction* action = menu->addAction(m_sources->model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, header, [header, column](bool on) { header->setSectionHidden(column, !on); });
    }
    menu->addSeparator();
    menu->addAction(m_actions->columnsMenu);
    menu->popup(header->mapToGlobal(at));
}

void MainWindow::resetColumns()
{
    m_sources->tree()->header()->restoreState(m_firstHeader);
}

void MainWindow::showTreeMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tables.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const WindowActions& a = *m_actions;
    if (m_sources->currentSchema().isValid()) {
        menu->addActions({a.sync, a.cancel, a.pause, a.diagnose, a.editSchema});
        menu->addMenu(m_bulk->frequencyMenu());
        menu->addActions({a.verify, a.reconcile, a.syncScratch, a.rewind, a.deleteData});
    } else {
        menu->addActions({a.syncSource, a.diagnose, a.refreshSource, a.editSource, a.rotate, a.removeSource});
    }
    menu->addSeparator();
    menu->addAction(a.copy);
    menu->popup(at);
}

} // namespace leat
