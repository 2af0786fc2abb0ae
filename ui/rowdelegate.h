// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace leat {

/// Cells of any table. Data such as "text[]" or a date keep their order in a right-to-left window, and what is too long
/// for its cell is told whole by a tip.
class TextDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// Paints what a model says by values: a status as glyph, word and colour; running work as a line
/// of text over a thin bar; quiet rows in a quiet colour.
class RowDelegate : public TextDelegate
{
    Q_OBJECT
public:
    enum class Rows { Schemas, Runs, LogLines, Choices };
    RowDelegate(Rows rows, int statusColumn, int progressColumn, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const QStaticText& shaped(const QString& text, const QFont& font, int width) const;
    void drawText(QPainter* painter, const QStyleOptionViewItem& option, const QString& text) const;
    void paintMark(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void styleSchema(QStyleOptionViewItem& option, const QModelIndex& index) const;
    void styleRun(QStyleOptionViewItem& option, const QModelIndex& index) const;

    Rows m_rows;
    int m_statusColumn;
    int m_progressColumn;
    mutable QCache<QString, QStaticText> m_shaped;
    mutable QFont m_font;
};

} // namespace leat
