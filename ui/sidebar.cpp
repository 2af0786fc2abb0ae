// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar.h"

#include "models/formatting.h"
#include "models/wording.h"
#include "ui/icons.h"
#include "ui/parts.h"
#include "ui/protectionmark.h"
#include "ui/theme.h"

#include <QAction>
#include <QBoxLayout>

namespace leat {

namespace {
constexpr int kWide = 176;
constexpr int kNarrow = 60;
}

Sidebar::Sidebar(Control* control, const std::vector<QAction*>& places, QWidget* parent)
    : QFrame(parent)
    , m_control(control)
    , m_warehouse(makeLabel({}, "strong"))
    , m_rows(makeLabel({}, "caption"))
{
    setObjectName(QStringLiteral("nav.sidebar"));
    setProperty("role", QStringLiteral("sidebar"));
    m_rows->setWordWrap(true); // other languages need more room
    setFixedWidth(kWide);
    auto* column = new QVBoxLayout(this);
    setMargins(column, 8, 16, 2);
    for (QAction* place : places) {
        auto* button = new QToolButton;
        button->setObjectName(place->objectName().replace(QStringLiteral("action."), QStringLiteral("nav.")));
        button->setDefaultAction(place);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize(QSize(26, 18));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setMinimumHeight(34);
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("role", QStringLiteral("nav"));
        button->setAccessibleName(place->text().remove(QLatin1Char('&')));
        auto* inner = new QHBoxLayout(button);
        setMargins(inner, 10, 0, 0);
        inner->addStretch();
        QLabel* count = makeLabel({}, "muted", button);
        count->setAttribute(Qt::WA_TransparentForMouseEvents);
        inner->addWidget(count);
        m_counts[place] = count;
        m_buttons.push_back(button);
        column->addWidget(button);
    }
    column->addStretch();
    m_protected = new ProtectionCard;
    column->addWidget(m_protected);
    column->addSpacing(kGrid);
    m_card = makeFrame("card");
    auto* warehouse = new QVBoxLayout(m_card);
    setMargins(warehouse, 12, 10, 2);
    warehouse->addWidget(makeLabel(tr("Warehouse"), "caption"));
    warehouse->addWidget(m_warehouse);
    warehouse->addWidget(m_rows);
    column->addWidget(m_card);
    connect(control, &Control::changed, this, &Sidebar::apply);
    apply();
}

void Sidebar::setCompact(bool compact)
{
    setFixedWidth(compact ? kNarrow : kWide);
    m_card->setVisible(!compact);
    m_protected->setCompact(compact);
    for (QToolButton* button : m_buttons)
        button->setToolButtonStyle(compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    for (const auto& [place, label] : m_counts)
        label->setVisible(!compact);
}

void Sidebar::apply()
{
    const WorldPtr world = m_control->snapshot();
    const int problems = int(world->incidents.size());
    int active = 0;
    int tables = 0;
    qint64 rows = 0;
    for (const SchemaInfo& s : world->schemas) {
        active += isActive(s.status) ? 1 : 0;
        tables += s.rows >= 0 ? 1 : 0;
        rows += std::max<qint64>(0, s.rows);
    }
    for (const auto& [place, label] : m_counts) {
        const int count = place->objectName() == QLatin1String("action.go.problems") ? problems : place->objectName() == QLatin1String("action.go.active") ? active : 0;
        label->setText(count > 0 ? formatCount(count) : QString());
    }
    m_protected->apply(*world);
    m_warehouse->setText(formatBytes(world->engine.warehouseBytes));
    m_rows->setText(tables == 0 ? tr("no tables yet") : tr("%n table(s) · %1 rows", nullptr, tables).arg(formatShortCount(rows)));
    setToolTip(world->engine.warehousePath);
}

} // namespace leat
