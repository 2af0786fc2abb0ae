// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulkbar.h"

#include "models/frequencywords.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/windowactions.h"

#include <QBoxLayout>
#include <QMenu>

namespace leat {

namespace {
constexpr size_t kFrom = 2;            // one table has the toolbar
}

BulkBar::BulkBar(const WindowActions& actions, QWidget* parent)
    : QFrame(parent)
    , m_text(makeLabel({}, "strong", this))
    , m_frequencies(new QMenu(this))
{
    setObjectName(QStringLiteral("bulk.bar"));
    setProperty("role", QStringLiteral("card"));
    auto* row = new QHBoxLayout(this);
    setMargins(row, 12, 6, kGrid);
    row->addWidget(m_text);
    row->addSpacing(kGrid);
    for (QAction* action : {actions.sync, actions.pause, actions.cancel, actions.syncScratch}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName().replace(QStringLiteral("action.table."), QStringLiteral("bulk.")));
        button->setAccessibleName(QString(action->text()).remove(QLatin1Char('&')));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize(QSize(22, 16));
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("tone", QStringLiteral("quiet"));
        row->addWidget(button);
    }
    auto* frequency = makeIconButton(QStringLiteral("calendar"), tr("Frequency"), "bulk.frequency", this);
    frequency->setText(tr("Frequency"));
    frequency->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    frequency->setIconSize(QSize(22, 16));
    frequency->setPopupMode(QToolButton::InstantPopup);
    m_frequencies->setTitle(tr("Frequency"));
    m_frequencies->setObjectName(QStringLiteral("bulk.frequencies"));
    for (const SyncFrequency value : allFrequencies()) {
        QAction* action = m_frequencies->addAction(frequencyWord(value));
        action->setObjectName(QStringLiteral("action.bulk.frequency.") + toString(value));
        connect(action, &QAction::triggered, this, [this, value] { Q_EMIT frequencyWanted(value); });
    }
    frequency->setMenu(m_frequencies);
    row->addWidget(frequency);
    row->addStretch();
    auto* clear = makeIconButton(QStringLiteral("close"), tr("Clear the selection"), "bulk.clear", this);
    row->addWidget(clear);
    connect(clear, &QToolButton::clicked, this, &BulkBar::clearWanted);
    hide();
}

void BulkBar::setSelection(const std::vector<SchemaId>& ids)
{
    m_text->setText(tr("%n table(s) selected", nullptr, int(ids.size())));
    setVisible(ids.size() >= kFrom);
}

} // namespace leat
