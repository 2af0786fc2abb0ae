// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowdelegate.h"

#include "models/roles.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace leat {

namespace {

constexpr int kGlyph = 16;
constexpr int kBarHeight = 3;
constexpr int kPadding = 11;           // of a cell: 8 of the style sheet, 3 of the style
constexpr int kGlyphMargin = 3;
constexpr int kShapedTexts = 4000;
constexpr QLatin1String kSeparator(" \xb7 "); // of progressBrief()

void decorate(QStyleOptionViewItem& option, const QString& icon, const QColor& color)
{
    const qreal ratio = option.widget ? option.widget->devicePixelRatioF() : 1.0;
    option.features |= QStyleOptionViewItem::HasDecoration;
    const QPixmap glyph = tintedIcon(icon, color, kGlyph, ratio);
    option.icon = QIcon(glyph);
    option.icon.addPixmap(glyph, QIcon::Selected); // else the style tints it, and its contrast goes
    option.decorationSize = QSize(kGlyph, kGlyph);
    option.palette.setColor(QPalette::Text, color);
    option.palette.setColor(QPalette::HighlightedText, color);
}

} // namespace

void TextDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    constexpr QChar kIsolate(0x2066); // left to right, up to the end of the isolate
    constexpr QChar kEnd(0x2069);
    if (option->direction == Qt::RightToLeft && !option->text.isEmpty() && !option->text.isRightToLeft())
        option->text = kIsolate + option->text + kEnd;
}

bool TextDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const bool told = !index.data(Qt::ToolTipRole).toString().isEmpty();
    if (event->type() != QEvent::ToolTip || told || sizeHint(option, index).width() <= option.rect.width())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), QStringLiteral("<p>%1</p>").arg(index.data().toString().toHtmlEscaped()), view);
    return true;
}

RowDelegate::RowDelegate(Rows rows, int statusColumn, int progressColumn, QObject* parent)
    : TextDelegate(parent)
    , m_rows(rows)
    , m_statusColumn(statusColumn)
    , m_progressColumn(progressColumn)
    , m_shaped(kShapedTexts)
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
    TextDelegate::initStyleOption(option, index);
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

/// A text as it is drawn: elided and shaped once. Shaping takes most of the time of a view that is painted, and a
/// view with a thousand tables is painted with every report of a run.
const QStaticText& RowDelegate::shaped(const QString& text, const QFont& font, int width) const
{
    const QString key = text + QChar(ushort(width)) + QChar(ushort(font.weight()));
    if (const QStaticText* known = m_shaped.object(key))
        return *known;
    auto* fresh = new QStaticText(QFontMetrics(font).elidedText(text, Qt::ElideRight, width));
    fresh->setTextFormat(Qt::PlainText);
    fresh->prepare({}, font);
    m_shaped.insert(key, fresh);
    return *fresh;
}

void RowDelegate::drawText(QPainter* painter, const QStyleOptionViewItem& option, const QString& text) const
{
    // Where the style would draw it: padding, margin, and the sign with its own margins.
    QRect inner = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    if (option.features & QStyleOptionViewItem::HasDecoration)
        inner.setLeft(inner.left() + kGlyph + 2 * kGlyphMargin);
    inner = QStyle::visualRect(option.direction, option.rect, inner);
    if (text.isEmpty() || inner.width() <= 0)
        return;
    const QStaticText& ready = shaped(text, option.font, inner.width());
    const QSize size = ready.size().toSize();
    const QRect at = QStyle::alignedRect(option.direction, option.displayAlignment, size.boundedTo(inner.size()), inner);
    const QPalette::ColorGroup group = !(option.state & QStyle::State_Enabled) ? QPalette::Disabled : option.state & QStyle::State_Active ? QPalette::Normal : QPalette::Inactive;
    painter->save();
    painter->setFont(option.font);
    painter->setPen(option.palette.color(group, option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawStaticText(at.topLeft(), ready);
    painter->restore();
}

// A stripe along the rows of a protected source, and on its own row a shield with the word.
void RowDelegate::paintMark(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString mark = index.data(MarkRole).toString();
    if (mark.isEmpty())
        return;
    const Theme theme = themeOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool mirrored = option.direction == Qt::RightToLeft;
    painter->fillRect(mirrored ? QRect(option.rect.right() - 2, option.rect.top(), 3, option.rect.height())
                               : QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), theme.production);
    if (index.data(NodeRole).toInt() == int(NodeKind::Source)) {
        QFont font = option.font;
        font.setPixelSize(11);
        font.setWeight(QFont::DemiBold);
        QFont name = option.font;
        name.setWeight(QFont::DemiBold);
        const int after = QFontMetrics(name).horizontalAdvance(index.data().toString()) + 24;
        const int width = QFontMetrics(font).horizontalAdvance(mark) + 12 + kGlyph + 4;
        const int room = option.rect.width() - after - 4;
        const bool worded = width <= room; // a word that is cut says less than the shield alone
        QRect badge(option.rect.left() + after, option.rect.center().y() - 9, worded ? width : std::min(kGlyph + 6, room), 20);
        if (mirrored)
            badge.moveRight(option.rect.right() - after);
        if (badge.width() >= kGlyph + 6) {
            painter->setPen(theme.production);
            painter->setBrush(theme.productionSoft);
            painter->drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
            const qreal ratio = option.widget ? option.widget->devicePixelRatioF() : 1.0;
            const int glyphAt = mirrored ? badge.right() - kGlyph - 2 : badge.left() + 3;
            painter->drawPixmap(QRect(glyphAt, badge.top() + 3, 14, 14), tintedIcon(QStringLiteral("shield"), theme.production, 14, ratio));
            const QRect words = !worded ? QRect() : mirrored ? badge.adjusted(4, 0, -kGlyph - 6, 0) : badge.adjusted(kGlyph + 5, 0, -4, 0);
            painter->setFont(font);
            if (worded)
                painter->drawText(words, int(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)), mark);
        }
    }
    painter->restore();
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem shown(option);
    initStyleOption(&shown, index);
    if (m_rows == Rows::Choices || (shown.features & QStyleOptionViewItem::HasCheckIndicator)) {
        QStyledItemDelegate::paint(painter, option, index);
    } else {
        if (m_font != option.font) {
            m_font = option.font;
            m_shaped.clear();
        }
        QString text = std::exchange(shown.text, QString());
        // What is done fits where the time that is left does not.
        if (index.column() == m_progressColumn && shown.fontMetrics.horizontalAdvance(text) > shown.rect.width() - 2 * kPadding)
            text = text.section(kSeparator, 0, 0);
        const QStyle* style = shown.widget ? shown.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, shown.widget);
        drawText(painter, shown, text);
    }
    if (m_rows == Rows::Schemas && index.column() == 0)
        paintMark(painter, option, index);
    const QVariant fraction = index.data(FractionRole);
    if (index.column() != m_progressColumn || !fraction.isValid() || option.rect.width() <= 2 * kBarHeight + 16)
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
