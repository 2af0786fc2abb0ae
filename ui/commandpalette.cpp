// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandpalette.h"

#include "ui/clearbutton.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace leat {

namespace {

constexpr int kRowHeight = 36;
constexpr int kKindWidth = 96;

/// Title at the left, shortcut and kind at the right; what cannot be used is dim.
class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, kRowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem own = option;
        initStyleOption(&own, index);
        const Theme theme = themeOf(own.palette);
        const QString title = own.text;
        own.text.clear();
        QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
        QRect rest = own.rect.adjusted(12, 0, -12, 0);
        painter->save();
        const auto kind = PaletteEntry::Kind(index.data(PaletteModel::KindRole).toInt());
        const auto side = [&](const QString& text, int width) {
            QRect place = rest;
            place.setLeft(rest.right() - width);
            painter->setPen(theme.muted);
            painter->drawText(QStyle::visualRect(own.direction, rest, place), int(Qt::AlignRight | Qt::AlignVCenter), text);
            rest.setRight(rest.right() - width - 8);
        };
        side(paletteKindWord(kind), kKindWidth);
        if (const QString keys = index.data(PaletteModel::KeysRole).toString(); !keys.isEmpty())
            side(keys, own.fontMetrics.horizontalAdvance(keys) + 4);
        painter->setPen(theme.text);
        painter->drawText(QStyle::visualRect(own.direction, own.rect.adjusted(12, 0, -12, 0), rest), int(QStyle::visualAlignment(own.direction, Qt::AlignLeft) | Qt::AlignVCenter),
            own.fontMetrics.elidedText(title, Qt::ElideRight, rest.width()));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(std::vector<PaletteEntry> entries, QWidget* parent)
    : QDialog(parent)
    , m_query(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_hint(makeParagraph({}, "caption", this))
{
    setObjectName(QStringLiteral("palette.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Go to anything"));
    resizeWithin(this, {640, 480});
    m_model.setEntries(std::move(entries));
    m_query->setObjectName(QStringLiteral("palette.query"));
    m_query->setAccessibleName(tr("What to open or do"));
    m_query->setPlaceholderText(tr("A table, an action, or what you want to do"));
    showSign(m_query, QStringLiteral("search"));
    showClearButton(m_query);
    m_query->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("palette.list"));
    m_list->setAccessibleName(tr("What fits"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setProperty("role", QStringLiteral("bare"));
    m_hint->setMinimumHeight(32);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 12, 12, kGrid);
    column->addWidget(m_query);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint);
    connect(m_query, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model.setQuery(text);
        m_list->setCurrentIndex(m_model.index(0));
        m_list->scrollToTop();
        showHint();
    });
    connect(m_query, &QLineEdit::returnPressed, this, [this] { choose(m_list->currentIndex()); });
    connect(m_list, &QAbstractItemView::activated, this, &CommandPalette::choose);
    connect(m_list, &QAbstractItemView::clicked, this, &CommandPalette::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::showHint);
    m_list->setCurrentIndex(m_model.index(0));
    m_query->setFocus();
    showHint();
}

/// Arrow keys in the field walk the list, as everywhere where one types and picks.
bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_query && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int page = std::max(1, m_list->viewport()->height() / kRowHeight);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_PageDown ? page : key->key() == Qt::Key_PageUp ? -page : 0;
        if (step != 0 && m_model.rowCount() > 0) {
            m_list->setCurrentIndex(m_model.index(std::clamp(m_list->currentIndex().row() + step, 0, m_model.rowCount() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::showHint()
{
    const PaletteEntry* entry = m_model.entry(m_list->currentIndex().row());
    m_hint->setText(entry != nullptr ? entry->hint : m_model.query().isEmpty() ? QString() : tr("Nothing fits. Try a part of a name."));
    m_query->setAccessibleDescription(entry ? m_list->currentIndex().data(Qt::AccessibleTextRole).toString() + QStringLiteral(". ") + entry->hint : m_hint->text());
    QAccessibleEvent described(m_query, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&described);
}

void CommandPalette::choose(const QModelIndex& index)
{
    const PaletteEntry* entry = m_model.entry(index.row());
    if (entry == nullptr || !entry->enabled)
        return; // the reason stands below the list
    const PaletteEntry copy = *entry;
    const QString query = m_model.query();
    accept();
    Q_EMIT chosen(copy, query);
}

} // namespace leat
