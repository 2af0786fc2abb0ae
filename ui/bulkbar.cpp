// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulkbar.h"

#include "models/frequencywords.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/windowactions.h"

#include <QBoxLayout>
#include <QMenu>

#include <utility>

namespace leat {

namespace {
constexpr size_t kFrom = 2;            // one table has the toolbar
constexpr QSize kSign(18, 16);
}

BulkBar::BulkBar(const WindowActions& actions, QWidget* parent)
    : QFrame(parent)
    , m_text(makeLabel({}, "strong", this))
    , m_frequencies(new QMenu(this))
{
    setObjectName(QStringLiteral("bulk.bar"));
    setProperty("role", QStringLiteral("card"));
    auto* row = new QHBoxLayout(this);
    setMargins(row, 12, 6, kGrid / 2);
    row->addWidget(m_text);
    row->addSpacing(kGrid);
    // Beside the number of tables the verb is enough; empty: the words of the action, which change.
    const std::pair<QAction*, QString> ways[] = {{actions.sync, tr("Sync")}, {actions.pause, {}}, {actions.cancel, tr("Cancel")}, {actions.syncScratch, {}}};
    for (const auto& [action, words] : ways) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        if (!words.isEmpty()) {
            button->setText(words);
            connect(action, &QAction::changed, button, [button, words = words] { button->setText(words); }); // the button took those of the action
        }
        button->setObjectName(action->objectName().replace(QStringLiteral("action.table."), QStringLiteral("bulk.")));
        button->setAccessibleName(QString(action->text()).remove(QLatin1Char('&')));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize(kSign);
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("tone", QStringLiteral("quiet"));
        m_buttons.push_back(button);
        row->addWidget(button);
    }
    auto* frequency = makeIconButton(QStringLiteral("calendar"), tr("Frequency"), "bulk.frequency", this);
    frequency->setText(tr("Frequency"));
    frequency->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    frequency->setIconSize(kSign);
    frequency->setPopupMode(QToolButton::InstantPopup);
    m_frequencies->setTitle(tr("Frequency"));
    m_frequencies->setObjectName(QStringLiteral("bulk.frequencies"));
    for (const SyncFrequency value : allFrequencies()) {
        QAction* action = m_frequencies->addAction(frequencyWord(value));
        action->setObjectName(QStringLiteral("action.bulk.frequency.") + toString(value));
        connect(action, &QAction::triggered, this, [this, value] { Q_EMIT frequencyWanted(value); });
    }
    frequency->setMenu(m_frequencies);
    m_buttons.push_back(frequency);
    row->addWidget(frequency);
    row->addStretch();
    auto* clear = makeIconButton(QStringLiteral("close"), tr("Clear the selection"), "bulk.clear", this);
    row->addWidget(clear);
    connect(clear, &QToolButton::clicked, this, &BulkBar::clearWanted);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // its words must not squeeze the panes beside it
    hide();
}

void BulkBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void BulkBar::fit()
{
    const auto show = [this](Qt::ToolButtonStyle style) {
        for (QToolButton* button : m_buttons)
            button->setToolButtonStyle(style);
        layout()->invalidate();
    };
    show(Qt::ToolButtonTextBesideIcon);
    if (layout()->sizeHint().width() > width())
        show(Qt::ToolButtonIconOnly);
}

void BulkBar::setSelection(const std::vector<SchemaId>& ids)
{
    m_text->setText(tr("%n table(s) selected", nullptr, int(ids.size())));
    setVisible(ids.size() >= kFrom);
    fit();
}

} // namespace leat
