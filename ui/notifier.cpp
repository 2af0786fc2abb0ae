// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifier.h"

#include "models/incidenttext.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSystemTrayIcon>
#include <QVariantMap>

namespace leat {

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
constexpr int kDeadlineMs = 3000;
constexpr int kSnoozeSeconds = 3600;
constexpr int kNamed = 3;

} // namespace

Notifier::Notifier(Control* control, QObject* parent)
    : QObject(parent)
    , m_control(control)
{
    QDBusConnection::sessionBus().connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this, SLOT(actionInvoked(uint, QString)));
    connect(control, &Control::changed, this, [this](const ChangeSet& changes) {
        if (changes.incidents)
            apply();
    });
    apply(); // what is there at the start stands in the window: nothing new
    m_started = true;
}

void Notifier::setTray(QSystemTrayIcon* tray)
{
    m_tray = tray;
    if (tray != nullptr)
        connect(tray, &QSystemTrayIcon::messageClicked, this, &Notifier::openWanted);
}

void Notifier::apply()
{
    const WorldPtr world = m_control->snapshot();
    std::set<QString> now;
    std::vector<const Incident*> fresh;
    for (const Incident& incident : world->incidents) {
        now.insert(incident.id);
        if (m_known.count(incident.id) == 0)
            fresh.push_back(&incident);
    }
    size_t gone = 0;
    for (const QString& id : m_known)
        gone += now.count(id) == 0 ? 1 : 0;
    m_known = now;
    if (!m_started || (m_quietUntil.isValid() && QDateTime::currentDateTimeUtc() < m_quietUntil))
        return;
    if (!fresh.empty() && m_preferences.notifyProblems) {
        QStringList lines;
        for (size_t i = 0; i < fresh.size() && int(i) < kNamed; ++i)
            lines << incidentLine(*fresh[i], QDateTime::currentDateTimeUtc());
        if (int(fresh.size()) > kNamed)
            lines << tr("and %n more", nullptr, int(fresh.size()) - kNamed);
        m_incident = fresh.size() == 1 ? fresh.front()->id : QString();
        tell(fresh.size() == 1 ? fresh.front()->subject : tr("%n new problem(s)", nullptr, int(fresh.size())), lines.join(QLatin1Char('\n')), fresh.size() == 1 && !fresh.front()->action.id.isEmpty());
    } else if (gone > 0 && fresh.empty() && m_preferences.notifyRecovery) {
        m_incident.clear();
        tell(now.empty() ? tr("Everything syncs again") : tr("%n problem(s) solved", nullptr, int(gone)), now.empty() ? QString() : tr("%n left.", nullptr, int(now.size())), false);
    }
}

void Notifier::tell(const QString& title, const QString& text, bool fix)
{
    Q_EMIT told(title, text);
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return tellByTray(title, text);
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
    QStringList buttons{QStringLiteral("default"), tr("Open Leat")};
    if (fix)
        buttons << QStringLiteral("fix") << tr("Fix");
    buttons << QStringLiteral("snooze") << tr("Snooze 1 h");
    QString body = text.toHtmlEscaped(); // servers read the body as markup
    call << QStringLiteral("Leat") << m_message << QStringLiteral("leat") << title << body << buttons
         << QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("leat")}} << -1;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, kDeadlineMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, title, text] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError())
            tellByTray(title, text);
        else
            m_message = reply.value();
    });
}

void Notifier::tellByTray(const QString& title, const QString& text)
{
    if (m_tray != nullptr && m_tray->isVisible())
        m_tray->showMessage(title, text, QSystemTrayIcon::Warning);
}

void Notifier::actionInvoked(uint id, const QString& action)
{
    if (id != m_message || m_message == 0)
        return; // another program's
    if (action == QLatin1String("snooze")) {
        snooze(QDateTime::currentDateTimeUtc().addSecs(kSnoozeSeconds));
        return;
    }
    Q_EMIT openWanted();
    if (action == QLatin1String("fix"))
        Q_EMIT fixWanted(m_incident);
}

} // namespace leat
