// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/historyview.h"

#include "models/formatting.h"
#include "models/wording.h"
#include "ui/chartcard.h"
#include "ui/comparedialog.h"
#include "ui/facts.h"
#include "ui/flowlayout.h"
#include "ui/notice.h"
#include "ui/logview.h"
#include "ui/parts.h"
#include "ui/rowdelegate.h"
#include "ui/tables.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace leat {

namespace {
constexpr int kMostPoints = 120;
// Where the screen is low, a list of runs gives way to the log of the one that is selected; charts take its place.
constexpr int kLeastRuns = 88;
constexpr int kLeastRun = 162;
constexpr int kLeastCharts = 188;
}

HistoryView::HistoryView(Control* control, QWidget* parent)
    : QWidget(parent)
    , m_control(control)
    , m_model(control)
    , m_shown(&m_model)
    , m_rows(SeriesModel::Unit::Rows)
    , m_took(SeriesModel::Unit::Milliseconds)
    , m_log(control)
    , m_splitter(new QSplitter(Qt::Vertical))
{
    setObjectName(QStringLiteral("history.page"));
    m_view = makeTable("history.table", tr("Runs"), &m_shown);
    m_view->setItemDelegate(new RowDelegate(RowDelegate::Rows::Runs, HistoryModel::Result_, -1, m_view));
    const int widths[] = {160, 200, 120, 120, 112, 112, 96, 104};
    // The longest word of a result and its sign, in every language.
    const int result = 56 + m_view->fontMetrics().horizontalAdvance(runStatusWord(RunStatus::HeldBack));
    for (int i = 0; i < int(std::size(widths)); ++i)
        m_view->horizontalHeader()->resizeSection(i, i == HistoryModel::Result_ ? std::max(widths[i], result) : widths[i]);
    m_splitter->setObjectName(QStringLiteral("history.splitter"));
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_view);
    m_pages->addWidget(makeCharts());
    m_pages->addWidget(makeEmpty());
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(makeRun());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setHandleWidth(12);
    m_splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 16, 16, 12);
    column->addWidget(makeFilters());
    column->addWidget(m_splitter, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryView::showRun);
    connect(&m_model, &HistoryModel::loaded, this, [this] {
        fillCharts();
        if (!m_view->currentIndex().isValid() && m_shown.rowCount() > 0)
            m_view->setCurrentIndex(m_shown.index(0, 0));
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &HistoryView::fillCharts);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryView::showCompare);
    connect(&m_model, &HistoryModel::failed, this, &HistoryView::noticed);
    connect(control, &Control::changed, this, [this](const ChangeSet& changes) {
        if (changes.structure)
            fillSources();
    });
    fillSources();
    showRun();
    showCompare();
    shareHeight();
}

QWidget* HistoryView::makeFilters()
{
    auto* head = new QWidget;
    m_head = new QHBoxLayout(head);
    setMargins(m_head, 0, 0, kGrid);
    auto* title = new QHBoxLayout;
    setMargins(title, 0, 0, 12);
    title->addWidget(makeLabel(tr("History"), "title"));
    m_count = makeLabel({}, "muted");
    title->addWidget(m_count, 0, Qt::AlignBottom);
    title->addStretch();
    m_head->addLayout(title);
    auto* filters = new QWidget;
    auto* row = m_filters = new FlowLayout(kGrid, filters);
    m_head->addWidget(filters, 1);
    m_compare = makeButton(tr("Compare"), "history.compare", "link");
    m_compare->setToolTip(tr("Compare two selected runs, or the selected one with the last good run of its table"));
    row->addWidget(m_compare);
    m_asChart = makeIconButton(QStringLiteral("chart"), tr("Show the runs as charts"), "history.asChart");
    m_asChart->setCheckable(true);
    row->addWidget(m_asChart);
    m_source = addFilter(row, "history.source", tr("Show runs of source"));
    m_status = addFilter(row, "history.status", tr("Show runs with result"));
    m_trigger = addFilter(row, "history.trigger", tr("Show runs started by"));
    m_period = addFilter(row, "history.period", tr("Show runs of period"));
    m_trigger->addItem(tr("All starts"), -1);
    for (const Trigger trigger : {Trigger::Manual, Trigger::Command, Trigger::Schedule, Trigger::Sample})
        m_trigger->addItem(triggerWord(trigger), int(trigger));
    const std::pair<QString, int> periods[] = {{tr("All times"), 0}, {tr("24 hours"), 1}, {tr("7 days"), 7}, {tr("30 days"), 30}};
    for (const auto& [text, days] : periods)
        m_period->addItem(text, days);
    m_status->addItem(tr("All results"), -1);
    for (const RunStatus status : {RunStatus::Running, RunStatus::Completed, RunStatus::Failed, RunStatus::HeldBack, RunStatus::Cancelled, RunStatus::Interrupted})
        m_status->addItem(runStatusWord(status), int(status));
    for (QComboBox* box : {m_source, m_status, m_trigger, m_period})
        connect(box, &QComboBox::activated, this, &HistoryView::applyFilter);
    connect(m_compare, &QPushButton::clicked, this, &HistoryView::compare);
    connect(m_asChart, &QToolButton::toggled, this, [this] { showPage(m_shown.runs().empty()); });
    return head;
}

/// Title and filters stand in one line where both have room, else below each other.
bool HistoryView::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::Resize)
        shareHeight();
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        placeFilters(); // words and choices change, too
    return done;
}

void HistoryView::placeFilters()
{
    const bool fits = m_head->itemAt(0)->sizeHint().width() + m_head->itemAt(1)->sizeHint().width() + m_head->spacing() <= width() - 32;
    const QBoxLayout::Direction direction = fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_head->direction() != direction)
        m_head->setDirection(direction);
    m_filters->setTrailing(fits);
}

/// What stands in place of runs when there are none, and the way on.
QWidget* HistoryView::makeEmpty()
{
    auto* page = makeFrame("card");
    auto* column = new QVBoxLayout(page);
    setMargins(column, 24, 24, 12);
    column->addStretch();
    m_emptyText = makeLabel({}, "muted");
    column->addWidget(m_emptyText, 0, Qt::AlignHCenter);
    m_showAll = makeButton(tr("Show all runs"), "history.showAll");
    column->addWidget(m_showAll, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_showAll, &QPushButton::clicked, this, [this] {
        for (QComboBox* box : {m_source, m_status, m_trigger, m_period})
            box->setCurrentIndex(0);
        applyFilter();
    });
    return page;
}

void HistoryView::showPage(bool empty)
{
    const bool filtered = m_source->currentIndex() > 0 || m_status->currentIndex() > 0 || m_trigger->currentIndex() > 0 || m_period->currentIndex() > 0;
    m_emptyText->setText(filtered ? tr("No run fits these filters.") : tr("No runs yet. Each sync of a table is one run, with its figures and its log."));
    m_showAll->setVisible(filtered);
    m_asChart->setEnabled(!empty);
    const bool list = !empty && !m_asChart->isChecked();
    m_pages->setCurrentIndex(empty ? 2 : list ? 0 : 1);
    m_splitter->widget(1)->setVisible(!empty);
    shareHeight();
}

/// Charts and the run below them need more height than a list does: where both have no room, the run waits.
void HistoryView::shareHeight()
{
    const int page = m_pages->currentIndex();
    m_pages->setMinimumHeight(page == 0 ? kLeastRuns : page == 1 ? kLeastCharts : 0);
    m_splitter->widget(1)->setMinimumHeight(kLeastRun);
    if (page == 1)
        m_splitter->widget(1)->setVisible(m_splitter->height() >= kLeastCharts + m_splitter->handleWidth() + kLeastRun);
}

QComboBox* HistoryView::addFilter(QLayout* row, const char* name, const QString& what)
{
    auto* box = new QComboBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(what);
    box->setMinimumWidth(112);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(box);
    return box;
}

QWidget* HistoryView::makeCharts()
{
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    setMargins(row, 0, 0, 12);
    m_rowsChart = new ChartCard("history.rows", tr("Rows of each run"), &m_rows, RunChart::Shape::Bars);
    m_tookChart = new ChartCard("history.took", tr("Duration of each run"), &m_took, RunChart::Shape::Line);
    row->addWidget(m_rowsChart);
    row->addWidget(m_tookChart);
    connect(m_rowsChart->chart(), &RunChart::pointActivated, this, [this](int point) { pick(m_rows, point); });
    connect(m_tookChart->chart(), &RunChart::pointActivated, this, [this](int point) { pick(m_took, point); });
    return page;
}

/// The run behind a point of a chart becomes the one whose figures are shown.
void HistoryView::pick(const SeriesModel& series, int point)
{
    if (point < 0 || point >= int(series.points().size()))
        return;
    const int row = m_model.rowOf(series.points()[size_t(point)].run);
    m_view->setCurrentIndex(m_shown.mapFromSource(m_model.index(row, 0)));
    if (m_splitter->widget(1)->isHidden())
        m_asChart->setChecked(false); // the list has room for the run
}

void HistoryView::fillCharts()
{
    const std::vector<RunInfo> runs = m_shown.runs();
    m_rows.setPoints(runPoints(runs, SeriesModel::Unit::Rows, kMostPoints));
    m_took.setPoints(runPoints(runs, SeriesModel::Unit::Milliseconds, kMostPoints));
    showPage(runs.empty() && !m_model.isLoading());
    m_count->setText(runs.empty() ? tr("No runs yet") : tr("%n run(s) shown", nullptr, int(runs.size())));
    // A period reaches back further than what is loaded: go on, page by page.
    if (m_period->currentData().toInt() > 0 && int(runs.size()) == m_model.rowCount() && m_model.canFetchMore({}))
        m_model.fetchMore({});
}

void HistoryView::showCompare()
{
    const qsizetype selected = m_view->selectionModel()->selectedRows().size();
    m_compare->setEnabled(selected == 1 || selected == 2);
    m_compare->setText(selected == 2 ? tr("Compare the two") : tr("Compare with last good"));
}

void HistoryView::compare()
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    const RunInfo* second = rows.isEmpty() ? nullptr : m_shown.run(rows.front().row());
    const RunInfo* first = rows.size() == 2 ? m_shown.run(rows.back().row()) : nullptr;
    if (second == nullptr)
        return;
    for (int row = 0; first == nullptr && row < m_model.rowCount(); ++row)
        if (const RunInfo* older = m_model.run(row); older->schemaId == second->schemaId && older->id < second->id && older->status == RunStatus::Completed)
            first = older;
    if (first == nullptr)
        return showComparison(this, {}, tr("There is no earlier run of this table that completed."));
    if (second->id < first->id)
        std::swap(first, second);
    showComparison(this, compareRuns(*first, *second), {});
}

QWidget* HistoryView::makeRun()
{
    auto* panel = makeFrame("card");
    auto* row = new QHBoxLayout(panel);
    setMargins(row, 16, 16, 24);
    auto* left = new QVBoxLayout;
    setMargins(left, 0, 0, 12);
    m_runTitle = makeLabel({}, "heading");
    left->addWidget(m_runTitle);
    m_error = new ErrorCard("history");
    left->addWidget(m_error);
    m_facts = new FactGrid;
    left->addWidget(m_facts);
    left->addStretch();
    auto* holder = new QWidget;
    holder->setLayout(left);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("history.runScroll"));
    scroll->setAccessibleName(tr("Figures of the run"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(holder);
    holder->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    // Gives way to the log where the window is narrow.
    scroll->setMinimumWidth(160);
    scroll->setMaximumWidth(376);
    row->addWidget(scroll, 2);
    row->addWidget(new LogView(QStringLiteral("history.log"), &m_log), 3);
    return panel;
}

void HistoryView::fillSources()
{
    const QVariant chosen = m_source->currentData();
    m_source->clear();
    m_source->addItem(tr("All sources"), qint64(0));
    for (const SourceInfo& source : m_control->snapshot()->sources)
        m_source->addItem(source.name, source.id.value);
    m_source->setCurrentIndex(std::max(0, m_source->findData(chosen)));
}

void HistoryView::activate()
{
    if (m_model.rowCount() > 0 || m_model.isLoading())
        return;
    applyFilter();
    if (!m_model.isLoading())
        m_model.reload(); // was empty before: look again
}

void HistoryView::applyFilter()
{
    HistoryFilter filter;
    if (const qint64 id = m_source->currentData().toLongLong(); id > 0)
        filter.sourceId = SourceId{id};
    if (const int status = m_status->currentData().toInt(); status >= 0)
        filter.status = RunStatus(status);
    const int trigger = m_trigger->currentData().toInt();
    m_shown.setTrigger(trigger < 0 ? std::nullopt : std::optional<Trigger>(Trigger(trigger)));
    const int days = m_period->currentData().toInt();
    m_shown.setSince(days == 0 ? QDateTime() : QDateTime::currentDateTimeUtc().addDays(-days));
    m_model.setFilter(filter);
    fillCharts();
}

void HistoryView::showRun()
{
    const RunInfo* run = m_view->currentIndex().isValid() ? m_shown.run(m_view->currentIndex().row()) : nullptr;
    m_log.setRun(run ? run->id : RunId());
    m_error->setVisible(run && run->error);
    m_facts->begin();
    if (run == nullptr) {
        m_runTitle->setText(tr("Select a run to see its figures and log"));
        m_facts->end();
        return;
    }
    m_runTitle->setText(run->sourceName + QLatin1Char('.') + run->label);
    if (run->error)
        m_error->setError(*run->error);
    m_facts->add(tr("Result"), runStatusWord(run->status));
    m_facts->add(tr("Started"), formatAbsolute(run->startedAt));
    m_facts->add(tr("Took"), formatDuration(runMilliseconds(*run)));
    m_facts->add(tr("Rows read"), formatCount(run->rowsRead));
    m_facts->add(tr("New, replaced"), tr("%1, %2").arg(formatCount(run->rowsInserted), formatCount(run->rowsUpdated)));
    if (run->rowsSkipped > 0)
        m_facts->add(tr("Already there"), formatCount(run->rowsSkipped));
    m_facts->add(tr("Data read"), formatBytes(run->bytesRead));
    if (!run->cursorAfter.isEmpty())
        m_facts->add(tr("Cursor"), run->cursorBefore.isEmpty() ? run->cursorAfter : tr("%1 → %2").arg(run->cursorBefore, run->cursorAfter));
    if (run->attempts > 1)
        m_facts->add(tr("Attempts"), formatCount(run->attempts));
    m_facts->end();
}

} // namespace leat
