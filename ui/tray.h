// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace leat {

struct WindowActions;

/// The icon in the tray: the worst health as its sign, and the few things one does without the
/// window. Only made where there is a tray.
class Tray : public QObject
{
    Q_OBJECT
public:
    Tray(Control* control, const WindowActions& actions, QObject* parent = nullptr);
    ~Tray() override;
    QSystemTrayIcon* icon() { return &m_icon; }
    QMenu* menu() { return &m_menu; }
    /// "2 problems, 1 running": what the icon says when pointed at.
    static QString summary(const World& world);

Q_SIGNALS:
    void openWanted();
    /// Everything, until the time (UTC) or, where it is invalid, until resumed.
    void pauseWanted(const QDateTime& until);
    void fixWanted(const QString& incidentId);

private:
    void apply();
    Control* m_control;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QAction* m_state;
    QAction* m_firstAfterProblems = nullptr;
    QList<QAction*> m_problems;
};

} // namespace leat
