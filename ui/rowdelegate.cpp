// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowdelegate.h"

#include "models/roles.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace leat {

namespace {

constexpr int kGlyph = 16;
constexpr int kBarHeight = 3;

void decorate(QStyleOptionViewItem& option, const QString& icon, const QColor& color)
{
    const qreal ratio = option.widget ? option.widget->devicePixelRatioF() : 1.0;
    option.features |= QStyleOptionViewItem::HasDecoration;
    option.icon = QIcon(tintedIcon(icon, color, kGlyph, ratio));
    option.decorationSize = QSize(kGlyph, kGlyph);
    option.palette.setColor(QPalette::Text, color);
    option.palette.setColor(QPalette::HighlightedText, color);
}

} // namespace

RowDelegate::RowDelegate(Rows rows, int statusColumn, int progressColumn, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_rows(rows)
    , m_statusColumn(statusColumn)
    , m_progressColumn(progressColumn)
{
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), 32));
    return size;
}

void RowDelegate::styleSchema(QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme theme = themeOf(option.palette);
    const auto status = SchemaStatus(index.data(StatusRole).toInt());
    const bool source = index.data(NodeRole).toInt() == int(NodeKind::Source);
    if (source && index.column() == 0)
        option.font.setWeight(QFont::DemiBold);
    if (index.column() == m_statusColumn)
        decorate(option, healthIcon(Health(index.data(HealthRole).toInt())), healthColor(theme, Health(index.data(HealthRole).toInt())));
    else if (index.column() != 0 || (!source && status == SchemaStatus::Off))
        option.palette.setColor(QPalette::Text, source || index.column() >= 2 ? theme.muted : theme.text);
    if (!source && index.column() == 3 && status != SchemaStatus::Off)
        option.palette.setColor(QPalette::Text, theme.text);
    if (!source && status == SchemaStatus::Off)
        option.palette.setColor(QPalette::Text, theme.muted);
}

void RowDelegate::styleRun(QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto status = RunStatus(index.data(StatusRole).toInt());
    if (index.column() == m_statusColumn)
        decorate(option, statusIcon(status), statusColor(themeOf(option.palette), status));
}

void RowDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme theme = themeOf(option->palette);
    switch (m_rows) {
    case Rows::Schemas: styleSchema(*option, index); break;
    case Rows::Runs: styleRun(*option, index); break;
    case Rows::LogLines: {
        const auto level = LogLevel(index.data(StatusRole).toInt());
        option->font.setFamilies({QStringLiteral("monospace")});
        option->font.setPixelSize(12);
        const QColor color = level == LogLevel::Error ? theme.failed : level == LogLevel::Warning ? theme.warning
            : index.column() < 2                                                                  ? theme.muted
                                                                                                  : theme.text;
        option->palette.setColor(QPalette::Text, color);
        option->palette.setColor(QPalette::HighlightedText, color);
        break;
    }
    case Rows::Choices:
        if (index.data(SeverityRole).toInt() == 0 && index.column() == m_statusColumn)
            decorate(*option, QStringLiteral("heldback"), theme.warning);
        else if (index.column() == m_statusColumn)
            option->palette.setColor(QPalette::Text, theme.muted);
        break;
    }
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant fraction = index.data(FractionRole);
    if (index.column() != m_progressColumn || !fraction.isValid())
        return;
    const Theme theme = themeOf(option.palette);
    QRectF bar(option.rect.adjusted(8, option.rect.height() - 6, -8, 0));
    bar.setHeight(kBarHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.border);
    painter->drawRoundedRect(bar, 1.5, 1.5);
    if (fraction.toDouble() > 0) {
        bar.setWidth(bar.width() * std::clamp(fraction.toDouble(), 0.0, 1.0));
        painter->setBrush(theme.running);
        painter->drawRoundedRect(bar, 1.5, 1.5);
    }
    painter->restore();
}

} // namespace leat
