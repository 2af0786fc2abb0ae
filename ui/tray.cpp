// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray.h"

#include "models/incidenttext.h"
#include "models/formatting.h"
#include "ui/icons.h"
#include "ui/pausemenu.h"
#include "ui/theme.h"
#include "ui/windowactions.h"

#include <QApplication>
#include <QPainter>

namespace leat {

namespace {

constexpr int kSize = 64;
constexpr int kBadge = 34;
constexpr size_t kNamed = 5;

/// The program's own sign with the health at its corner: shape and colour.
QIcon healthBadge(Health health)
{
    const Theme theme = lightTheme();
    QPixmap canvas(kSize, kSize);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(0, 0, applicationIcon().pixmap(kSize, kSize));
    if (health != Health::Ok) {
        const QRect corner(kSize - kBadge, kSize - kBadge, kBadge, kBadge);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.surface);
        painter.drawEllipse(corner);
        painter.drawPixmap(corner.adjusted(3, 3, -3, -3), tintedIcon(healthIcon(health), healthColor(theme, health), kBadge - 6, 1));
    }
    painter.end();
    return QIcon(canvas);
}

Health overall(const World& world)
{
    if (!world.incidents.empty())
        return world.incidents.front().health;
    if (world.engine.schedulerPaused)
        return Health::Paused;
    return world.engine.running > 0 ? Health::Running : Health::Ok;
}

} // namespace

QString Tray::summary(const World& world)
{
    QStringList parts;
    if (!world.incidents.empty())
        parts << tr("%n problem(s)", nullptr, int(world.incidents.size()));
    if (world.engine.running > 0)
        parts << tr("%1 running").arg(world.engine.running);
    if (world.engine.schedulerPaused)
        parts << (world.engine.pausedUntil.isValid() ? tr("paused until %1").arg(formatMoment(world.engine.pausedUntil)) : tr("schedules paused"));
    return parts.isEmpty() ? tr("Everything is in order") : parts.join(QStringLiteral(", "));
}

Tray::Tray(Control* control, const WindowActions& actions, QObject* parent)
    : QObject(parent)
    , m_control(control)
{
    m_menu.setObjectName(QStringLiteral("tray.menu"));
    m_state = m_menu.addAction(QString());
    m_state->setEnabled(false);
    QAction* open = m_menu.addAction(tr("Open Leat"));
    open->setObjectName(QStringLiteral("action.tray.open"));
    m_firstAfterProblems = m_menu.addSeparator();
    m_menu.addAction(actions.pauseAll);
    auto* times = new PauseMenu(QStringLiteral("tray.pauseMenu"), &m_menu);
    m_menu.addMenu(times);
    connect(times, &PauseMenu::chosen, this, &Tray::pauseWanted);
    m_menu.addAction(actions.settings);
    m_menu.addSeparator();
    m_menu.addAction(actions.quit);
    m_icon.setContextMenu(&m_menu);
    connect(open, &QAction::triggered, this, &Tray::openWanted);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openWanted();
    });
    connect(control, &Control::changed, this, [this](const ChangeSet& changes) {
        if (changes.incidents || changes.engine)
            apply();
    });
    apply();
}

Tray::~Tray() = default;

void Tray::apply()
{
    const WorldPtr world = m_control->snapshot();
    m_icon.setIcon(healthBadge(overall(*world)));
    m_icon.setToolTip(tr("Leat: %1").arg(summary(*world)));
    m_state->setText(summary(*world));
    qDeleteAll(m_problems);
    m_problems.clear();
    for (size_t i = 0; i < std::min(world->incidents.size(), kNamed); ++i) {
        const Incident& incident = world->incidents[i];
        auto* action = new QAction(QIcon(tintedIcon(healthIcon(incident.health), healthColor(themeOf(QApplication::palette()), incident.health), 16, 1)),
            tr("%1: %2").arg(incident.subject, incident.action.id.isEmpty() ? tr("Show") : buttonWords(incident.action)), &m_menu);
        m_menu.insertAction(m_firstAfterProblems, action);
        m_problems << action;
        connect(action, &QAction::triggered, this, [this, id = incident.id] { Q_EMIT fixWanted(id); });
    }
}

} // namespace leat
