// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace leat {

FlowLayout::FlowLayout(int spacing, QWidget* parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) { m_items.emplace_back(item); }

void FlowLayout::insertWidget(int at, QWidget* widget)
{
    addWidget(widget);
    std::rotate(m_items.begin() + std::min(at, count() - 1), m_items.end() - 1, m_items.end());
    invalidate();
}

void FlowLayout::setTrailing(bool trailing)
{
    if (std::exchange(m_trailing, trailing) != trailing)
        invalidate();
}

int FlowLayout::count() const { return int(m_items.size()); }
QLayoutItem* FlowLayout::itemAt(int index) const { return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr; }

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const { return place(QRect(0, 0, width, 0), false); }

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const auto& item : m_items)
        if (!item->isEmpty())
            size = QSize(size.width() + (size.width() > 0 ? spacing() : 0) + item->sizeHint().width(), std::max(size.height(), item->sizeHint().height()));
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

/// The height that the lines need.
int FlowLayout::place(const QRect& rect, bool really) const
{
    const Qt::LayoutDirection direction = parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = rect.x();
    int y = rect.y();
    int height = 0;
    std::vector<std::pair<QLayoutItem*, int>> line; // with its left edge
    const auto endLine = [&] {
        const int over = rect.x() + rect.width() - (x - spacing());
        for (const auto& [item, left] : line) {
            const QSize size = item->sizeHint();
            if (really) // all of a line share its middle
                item->setGeometry(QStyle::visualRect(direction, rect, QRect(QPoint(left + (m_trailing ? std::max(0, over) : 0), y + (height - size.height()) / 2), size)));
        }
        line.clear();
    };
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (x > rect.x() && x + size.width() > rect.right() + 1) {
            endLine();
            x = rect.x();
            y += height + spacing();
            height = 0;
        }
        line.emplace_back(item.get(), x);
        x += size.width() + spacing();
        height = std::max(height, size.height());
    }
    endLine();
    return y + height - rect.y();
}

} // namespace leat
