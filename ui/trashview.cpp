// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trashview.h"

#include "engine/api/whendone.h"
#include "models/formatting.h"
#include "models/roles.h"
#include "ui/notice.h"
#include "ui/parts.h"
#include "ui/tables.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTableView>

#include <algorithm>
#include <set>

namespace leat {

namespace {

enum Column { Table, Why, Rows, Size, When, Until, ColumnCount };
constexpr qint64 kGigabyte = qint64{1} << 30;
constexpr int kMostDays = 365;
constexpr int kMostGigabytes = 100'000;

QString reason(const QString& action)
{
    if (action == QLatin1String("wipe"))
        return TrashView::tr("Copied again");
    if (action == QLatin1String("remove-source"))
        return TrashView::tr("Source removed");
    if (action == QLatin1String("restore"))
        return TrashView::tr("Replaced by a restore");
    return TrashView::tr("Data deleted");
}

} // namespace

TrashView::TrashView(Control* control, QWidget* parent)
    : QDialog(parent)
    , m_control(control)
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_view(makeTable("trash.items", tr("Items of the trash"), m_model))
    , m_summary(makeLabel({}, "muted"))
    , m_nothing(makeParagraph(tr("Nothing here. Tables that you delete come here first, with their rows, cursor and settings, and can be brought back."), "muted"))
    , m_error(new ErrorCard("trash"))
    , m_restore(makeButton(tr("Restore"), "trash.restore", "primary"))
    , m_purge(makeButton(tr("Delete for good…"), "trash.purge", "danger"))
{
    setObjectName(QStringLiteral("trash.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Trash"));
    resizeWithin(this, {900, 480});
    m_model->setHorizontalHeaderLabels({tr("Table"), tr("Why"), tr("Rows"), tr("Size"), tr("Since"), tr("Kept until")});
    const int widths[] = {190, 148, 96, 88, 160, 160};
    for (int i = 0; i < ColumnCount; ++i)
        m_view->horizontalHeader()->resizeSection(i, widths[i]);
    for (const int numbers : {Rows, Size})
        m_model->setHeaderData(numbers, Qt::Horizontal, kFigures, Qt::TextAlignmentRole);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, 12);
    head->addWidget(makeLabel(tr("Trash"), "title"));
    head->addWidget(m_summary, 0, Qt::AlignBottom);
    head->addStretch();
    auto* content = new QVBoxLayout;
    setMargins(content, 24, 20, 12);
    content->addLayout(head);
    content->addWidget(m_view, 1);
    content->addWidget(m_nothing, 1);
    content->addWidget(m_error);
    content->addWidget(makeLimits());
    m_error->hide();
    auto* footer = makeFrame("footer");
    auto* row = new QHBoxLayout(footer);
    setMargins(row, 24, 12, kGrid);
    auto* close = makeButton(tr("Close"), "trash.close");
    row->addWidget(m_purge);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_restore);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0);
    column->addLayout(content, 1);
    column->addWidget(footer);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_restore, &QPushButton::clicked, this, &TrashView::restore);
    connect(m_purge, &QPushButton::clicked, this, [this] { Q_EMIT purgeWanted(selected()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrashView::showState);
    showState();
    load();
}

QWidget* TrashView::makeLimits()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    setMargins(row, 0, 0, kGrid);
    const auto add = [&](const QString& before, const char* name, const QString& unit, int most) {
        row->addWidget(makeLabel(before, "muted"));
        auto* spin = new QSpinBox;
        spin->setObjectName(QString::fromLatin1(name));
        spin->setAccessibleName(before);
        spin->setRange(1, most);
        spin->setSuffix(unit);
        spin->setKeyboardTracking(false);
        row->addWidget(spin);
        connect(spin, &QSpinBox::valueChanged, this, &TrashView::saveLimits);
        return spin;
    };
    m_days = add(tr("Keep for"), "trash.days", tr(" days"), kMostDays);
    m_size = add(tr("at most"), "trash.size", tr(" GB"), kMostGigabytes);
    row->addWidget(makeLabel(tr("The oldest go first; the newest of a table has room in any case."), "caption"));
    row->addStretch();
    return box;
}

void TrashView::load()
{
    whenReplied<TrashPage>(m_control->send(LoadTrash{}), this, [this](Result<TrashPage> page) {
        m_error->setVisible(!page);
        if (page)
            show(*page);
        else
            m_error->setError(page.error());
    });
}

void TrashView::show(const TrashPage& page)
{
    m_page = page;
    m_model->removeRows(0, m_model->rowCount());
    qint64 bytes = 0;
    for (const TrashItem& item : page.items) {
        bytes += std::max<qint64>(0, item.bytes);
        QList<QStandardItem*> cells;
        for (const QString& text : {item.name, reason(item.action), formatCount(item.rows), formatBytes(item.bytes), formatMoment(item.trashedAt), formatMoment(item.expiresAt)})
            cells << new QStandardItem(text);
        cells[Table]->setData(item.id, IdRole);
        for (const int numbers : {Rows, Size})
            cells[numbers]->setData(kFigures, Qt::TextAlignmentRole);
        m_model->appendRow(cells);
    }
    m_summary->setText(page.items.empty() ? tr("empty") : tr("%n item(s), %1", nullptr, int(page.items.size())).arg(formatBytes(bytes)));
    showLimits();
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0)); // selectRow() finds no column in a view of no width that runs right to left
    showState();
    if (m_model->rowCount() > 0 && !m_opened)
        m_view->setFocus(); // it was hidden when the dialog opened
    m_opened = true;
}

void TrashView::showLimits()
{
    m_filling = true;
    m_days->setValue(m_page.limits.days);
    m_size->setValue(int(std::clamp<qint64>(m_page.limits.maxBytes / kGigabyte, 1, kMostGigabytes)));
    m_filling = false;
}

std::vector<qint64> TrashView::selected() const
{
    std::vector<qint64> ids;
    for (const QModelIndex& row : m_view->selectionModel()->selectedRows())
        ids.push_back(row.data(IdRole).toLongLong());
    return ids;
}

void TrashView::showState()
{
    const bool any = !selected().empty();
    m_restore->setEnabled(any);
    m_purge->setEnabled(any);
    m_view->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
}

void TrashView::restore()
{
    m_restore->setEnabled(false);
    whenReplied<BulkResult>(m_control->send(RestoreTrash{selected()}), this, [this](Result<BulkResult> reply) {
        m_error->setVisible(!reply);
        if (!reply)
            m_error->setError(reply.error());
        else
            Q_EMIT restored(*reply);
        load();
    });
}

void TrashView::saveLimits()
{
    if (m_filling)
        return;
    whenReplied<TrashPage>(m_control->send(SetTrashLimits{{m_days->value(), qint64(m_size->value()) * kGigabyte}}), this, [this](Result<TrashPage> page) {
        m_error->setVisible(!page);
        if (page)
            return show(*page);
        m_error->setError(page.error());
        showLimits(); // as they still are
    });
}

} // namespace leat
