// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/heatstrip.h"

#include "ui/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace leat {

namespace {

constexpr int kGap = 3;                // between squares, at the least
constexpr int kRow = 22;
constexpr int kColumn = 15;            // and where there is room, more
constexpr int kWidest = 22;
constexpr int kNames = 176;

class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (index.column() == 0)
            return QStyledItemDelegate::paint(painter, option, index);
        const Theme theme = themeOf(option.palette);
        const QVariant status = index.data(StatusRole);
        const qreal side = std::min(option.rect.width() - kGap, option.rect.height() - 2 * kGap);
        QRectF cell(0, 0, side, side);
        cell.moveCenter(QRectF(option.rect).center());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(status.isValid() ? statusColor(theme, RunStatus(status.toInt())) : theme.border);
        if (status.isValid())
            painter->drawRoundedRect(cell, 3, 3);
        else
            painter->drawEllipse(cell.center(), 1.5, 1.5);
        if (status.isValid())
            drawSign(*painter, cell, RunStatus(status.toInt()), theme);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(theme.text, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(cell.adjusted(-1.5, -1.5, 1.5, 1.5), 4, 4);
        }
        painter->restore();
    }

private:
    static void drawSign(QPainter& painter, const QRectF& cell, RunStatus status, const Theme& theme)
    {
        if (status == RunStatus::Completed)
            return;
        painter.setPen(QPen(theme.surface, 1.8, Qt::SolidLine, Qt::RoundCap));
        const QRectF inner = cell.adjusted(3.5, 3.5, -3.5, -3.5);
        if (status == RunStatus::Failed) {
            painter.drawLine(inner.topLeft(), inner.bottomRight());
            painter.drawLine(inner.topRight(), inner.bottomLeft());
        } else {
            painter.drawLine(QPointF(inner.left(), inner.center().y()), QPointF(inner.right(), inner.center().y()));
        }
    }
};

} // namespace

HeatStrip::HeatStrip(HeatStripModel* model, QWidget* parent)
    : QTableView(parent)
{
    setObjectName(QStringLiteral("home.heat"));
    setAccessibleName(tr("Last runs of each table"));
    setModel(model);
    setItemDelegate(new CellDelegate(this));
    setProperty("role", QStringLiteral("bare"));
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(kRow);
    verticalHeader()->setDefaultSectionSize(kRow);
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(kColumn);
    const auto open = [this, model](const QModelIndex& index) {
        if (const SchemaId id = model->schema(index.row()); id.isValid())
            Q_EMIT tableChosen(id);
    };
    connect(this, &QAbstractItemView::activated, this, open);
    connect(this, &QAbstractItemView::clicked, this, open);
    connect(model, &QAbstractItemModel::modelReset, this, &HeatStrip::fitColumns);
}

void HeatStrip::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

/// The squares take the width that there is, within reason.
void HeatStrip::fitColumns()
{
    const int runs = std::max(1, model()->columnCount() - 1);
    horizontalHeader()->setDefaultSectionSize(std::clamp((viewport()->width() - kNames) / runs, kColumn, kWidest));
    horizontalHeader()->resizeSection(0, kNames);
}

} // namespace leat
