// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "ui/preferences.h"

#include <QDateTime>
#include <QObject>

#include <set>

class QSystemTrayIcon;

namespace leat {

/// Tells a person outside the window what needs them: one message for what came up together, with
/// "Fix" and "Snooze 1 h" where the desktop has buttons. Never row data, never a secret.
class Notifier : public QObject
{
    Q_OBJECT
public:
    Notifier(Control* control, QObject* parent = nullptr);
    void setPreferences(const Preferences& preferences) { m_preferences = preferences; }
    /// Shows messages where the desktop has no notification service; may be null.
    void setTray(QSystemTrayIcon* tray);
    void snooze(const QDateTime& until) { m_quietUntil = until; }

Q_SIGNALS:
    /// What was told; for tests and for a window that is in front.
    void told(const QString& title, const QString& text);
    void openWanted();
    /// `incidentId` is empty when the message spoke of several.
    void fixWanted(const QString& incidentId);

private Q_SLOTS:
    void actionInvoked(uint id, const QString& action);

private:
    void apply();
    void tell(const QString& title, const QString& text, bool fix);
    void tellByTray(const QString& title, const QString& text);

    Control* m_control;
    Preferences m_preferences;
    QSystemTrayIcon* m_tray = nullptr;
    std::set<QString> m_known;
    QString m_incident;            ///< that the message on screen speaks of
    uint m_message = 0;
    QDateTime m_quietUntil;
    bool m_started = false;
};

} // namespace leat
