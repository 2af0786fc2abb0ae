// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/historyview.h"

#include "models/formatting.h"
#include "models/wording.h"
#include "ui/facts.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/rowdelegate.h"
#include "ui/tables.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>

#include <algorithm>

namespace leat {

HistoryView::HistoryView(Control* control, QWidget* parent)
    : QWidget(parent)
    , m_control(control)
    , m_model(control)
    , m_log(control)
    , m_splitter(new QSplitter(Qt::Vertical))
{
    setObjectName(QStringLiteral("history.page"));
    m_view = makeTable("history.table", tr("Runs"), &m_model);
    m_view->setItemDelegate(new RowDelegate(RowDelegate::Rows::Runs, HistoryModel::Result_, -1, m_view));
    const int widths[] = {152, 200, 120, 120, 112, 112, 96, 104};
    for (int i = 0; i < int(std::size(widths)); ++i)
        m_view->horizontalHeader()->resizeSection(i, widths[i]);
    m_splitter->setObjectName(QStringLiteral("history.splitter"));
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(makeRun());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 16, 16, 12);
    column->addWidget(makeFilters());
    column->addWidget(m_splitter, 1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryView::showRun);
    connect(&m_model, &HistoryModel::loaded, this, [this] {
        m_count->setText(m_model.rowCount() == 0 ? tr("No runs yet") : tr("%n run(s) shown", nullptr, m_model.rowCount()));
        if (!m_view->currentIndex().isValid() && m_model.rowCount() > 0)
            m_view->setCurrentIndex(m_model.index(0, 0));
    });
    connect(&m_model, &HistoryModel::failed, this, &HistoryView::noticed);
    connect(control, &Control::changed, this, [this](const ChangeSet& changes) {
        if (changes.structure)
            fillSources();
    });
    fillSources();
    showRun();
}

QWidget* HistoryView::makeFilters()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    setMargins(row, 0, 0, kGrid);
    row->addWidget(makeLabel(tr("History"), "title"));
    m_count = makeLabel({}, "muted");
    row->addSpacing(4);
    row->addWidget(m_count, 0, Qt::AlignBottom);
    row->addStretch();
    m_source = new QComboBox;
    m_source->setObjectName(QStringLiteral("history.source"));
    m_source->setAccessibleName(tr("Show runs of source"));
    m_source->setMinimumWidth(144);
    m_status = new QComboBox;
    m_status->setObjectName(QStringLiteral("history.status"));
    m_status->setAccessibleName(tr("Show runs with result"));
    m_status->setMinimumWidth(144);
    m_status->addItem(tr("All results"), -1);
    for (const RunStatus status : {RunStatus::Running, RunStatus::Completed, RunStatus::Failed, RunStatus::HeldBack, RunStatus::Cancelled, RunStatus::Interrupted})
        m_status->addItem(runStatusWord(status), int(status));
    row->addWidget(m_source);
    row->addWidget(m_status);
    connect(m_source, &QComboBox::activated, this, &HistoryView::applyFilter);
    connect(m_status, &QComboBox::activated, this, &HistoryView::applyFilter);
    return head;
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
    scroll->setFixedWidth(376);
    row->addWidget(scroll);
    row->addWidget(makeLogView("history.log", &m_log), 1);
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
    m_model.setFilter(filter);
}

void HistoryView::showRun()
{
    const RunInfo* run = m_model.run(m_view->currentIndex().row());
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
