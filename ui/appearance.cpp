// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance.h"

#include "ui/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>

namespace leat {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");
constexpr int kPortalDeadlineMs = 3000;

QFont uiFont(const QFont& fallback)
{
    QFont font = fallback;
    const QStringList families = QFontDatabase::families();
    for (const char* name : {"Inter", "Noto Sans", "Cantarell", "Segoe UI"})
        if (families.contains(QLatin1String(name))) {
            font.setFamilies({QLatin1String(name), fallback.family()});
            break;
        }
    font.setPixelSize(13);
    return font;
}

} // namespace

Appearance::Appearance(QApplication& app, QObject* parent)
    : QObject(parent)
    , m_app(app)
{
    m_app.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    m_app.setFont(uiFont(m_app.font()));
    m_systemDark = m_app.palette().color(QPalette::Window).lightnessF() < 0.5F;
    QDBusConnection::sessionBus().connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
        SLOT(settingChanged(QString, QString, QDBusVariant)));
    askPortal();
    apply();
}

void Appearance::setMode(Mode mode)
{
    m_mode = mode;
    apply();
}

bool Appearance::isDark() const
{
    return m_mode == Mode::Dark || m_mode == Mode::Contrast || (m_mode == Mode::Auto && m_systemDark);
}

void Appearance::askPortal()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call << kGroup << kKey;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, kPortalDeadlineMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError())
            takeScheme(reply.value().variant());
    });
}

void Appearance::settingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == kGroup && key == kKey)
        takeScheme(value.variant());
}

/// The portal wraps its answer in a second variant; 1 prefers dark.
void Appearance::takeScheme(const QVariant& value)
{
    QVariant plain = value;
    while (plain.canConvert<QDBusVariant>() && plain.userType() == qMetaTypeId<QDBusVariant>())
        plain = plain.value<QDBusVariant>().variant();
    m_systemDark = plain.toUInt() == 1;
    apply();
}

void Appearance::apply()
{
    const Mode shown = m_mode == Mode::Contrast ? Mode::Contrast : isDark() ? Mode::Dark : Mode::Light;
    if (m_applied && shown == m_appliedMode)
        return;
    m_applied = true;
    m_appliedMode = shown;
    const Theme theme = shown == Mode::Contrast ? contrastTheme() : shown == Mode::Dark ? darkTheme() : lightTheme();
    m_app.setPalette(paletteFor(theme));
    m_app.setStyleSheet(styleSheetFor(theme));
    Q_EMIT changed();
}

QString toString(Appearance::Mode mode)
{
    switch (mode) {
    case Appearance::Mode::Light: return QStringLiteral("light");
    case Appearance::Mode::Dark: return QStringLiteral("dark");
    case Appearance::Mode::Contrast: return QStringLiteral("contrast");
    case Appearance::Mode::Auto: break;
    }
    return QStringLiteral("auto");
}

Appearance::Mode appearanceFromString(const QString& text)
{
    for (const Appearance::Mode mode : {Appearance::Mode::Light, Appearance::Mode::Dark, Appearance::Mode::Contrast})
        if (text == toString(mode))
            return mode;
    return Appearance::Mode::Auto;
}

} // namespace leat
