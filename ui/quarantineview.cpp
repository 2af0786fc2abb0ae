// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quarantineview.h"

#include "engine/api/whendone.h"
#include "models/formatting.h"
#include "models/roles.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/protectionmark.h"
#include "ui/tables.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>

namespace leat {

namespace {

enum Column { When, Why, Row, ColumnCount };

} // namespace

QuarantineView::QuarantineView(Control* control, const SchemaInfo& schema, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_schema(schema.id)
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_view(makeTable("quarantine.rows", tr("Rows in quarantine"), m_model))
    , m_summary(makeLabel({}, "muted"))
    , m_told(makeParagraph({}, "muted"))
    , m_error(new ErrorCard("quarantine"))
    , m_replay(makeButton(tr("Store again"), "quarantine.replay", "primary"))
    , m_drop(makeButton(tr("Drop"), "quarantine.drop", "danger"))
{
    setObjectName(QStringLiteral("quarantine.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Quarantine of %1").arg(schema.sourceName + QLatin1Char('.') + schema.label));
    resize(820, 480);
    m_model->setHorizontalHeaderLabels({tr("Since"), tr("Why"), tr("Row")});
    m_view->horizontalHeader()->resizeSection(When, 168);
    m_view->horizontalHeader()->resizeSection(Why, 240);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, 12);
    head->addWidget(makeLabel(tr("Quarantine"), "title"));
    head->addWidget(m_summary, 0, Qt::AlignBottom);
    head->addStretch();
    auto* content = new QVBoxLayout;
    setMargins(content, 24, 20, 12);
    content->addLayout(head);
    content->addWidget(makeParagraph(tr("These rows were read and could not be stored. Mend the key at the source or in the "
        "table's settings, then store them again. A row of a key that the table has by now stays here."), "muted"));
    content->addWidget(m_view, 1);
    content->addWidget(m_error);
    content->addWidget(m_told);
    m_error->hide();
    m_told->hide();
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    auto* close = makeButton(tr("Close"), "quarantine.close");
    row->addWidget(m_drop);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_replay);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addLayout(content, 1);
    column->addWidget(footer);
    frameIfProtected(this, *control->snapshot(), {schema.sourceId});
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_replay, &QPushButton::clicked, this, &QuarantineView::replay);
    connect(m_drop, &QPushButton::clicked, this, &QuarantineView::drop);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &QuarantineView::showState);
    showState();
    load();
}

void QuarantineView::load()
{
    whenReplied<QuarantinePage>(m_control->send(LoadQuarantine{m_schema}), this, [this](Result<QuarantinePage> page) {
        m_error->setVisible(!page);
        if (page)
            show(*page);
        else
            m_error->setError(page.error());
    });
}

void QuarantineView::show(const QuarantinePage& page)
{
    m_model->removeRows(0, m_model->rowCount());
    for (const QuarantinedRow& each : page.rows) {
        QList<QStandardItem*> cells;
        for (const QString& text : {formatMoment(each.at), quarantineReason(each), each.row})
            cells << new QStandardItem(text);
        cells[When]->setData(each.id, IdRole);
        cells[Row]->setToolTip(each.row);
        m_model->appendRow(cells);
    }
    fitColumns(m_view, 320);
    m_summary->setText(page.total == 0 ? tr("empty") : tr("%n row(s)", nullptr, int(page.total)));
    showState();
}

std::vector<qint64> QuarantineView::selected() const
{
    std::vector<qint64> ids;
    for (const QModelIndex& row : m_view->selectionModel()->selectedRows())
        ids.push_back(row.data(IdRole).toLongLong());
    return ids;
}

// Without a selection both mean all rows.
void QuarantineView::showState()
{
    const bool some = !selected().empty();
    m_sure = false;
    m_replay->setText(some ? tr("Store selected again") : tr("Store all again"));
    m_drop->setText(some ? tr("Drop selected…") : tr("Drop all…"));
    m_replay->setEnabled(m_model->rowCount() > 0);
    m_drop->setEnabled(m_model->rowCount() > 0);
}

void QuarantineView::replay()
{
    m_replay->setEnabled(false);
    whenReplied<QuarantineReport>(m_control->send(ReplayQuarantine{m_schema, selected()}), this, [this](Result<QuarantineReport> report) { tell(report); });
}

// What is dropped is gone for good, so the button asks back once.
void QuarantineView::drop()
{
    if (!m_sure) {
        m_sure = true;
        const int rows = selected().empty() ? m_model->rowCount() : int(selected().size());
        m_drop->setText(tr("Drop %n row(s) for good", nullptr, rows));
        return;
    }
    m_drop->setEnabled(false);
    whenReplied<QuarantineReport>(m_control->send(DropQuarantine{m_schema, selected()}), this, [this](Result<QuarantineReport> report) { tell(report); });
}

void QuarantineView::tell(const Result<QuarantineReport>& report)
{
    m_told->setVisible(bool(report));
    if (report)
        m_told->setText(tr("Stored %1, still in quarantine %2, dropped %3.").arg(formatCount(report->stored), formatCount(report->left), formatCount(report->dropped)));
    load();
    if (report)
        return;
    m_error->setError(report.error());
    m_error->show();
}

} // namespace leat
