// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences.h"

#include <QSettings>

#include <algorithm>

namespace leat {

namespace {
constexpr int kLeastScale = 100;
constexpr int kMostScale = 200;
}

Preferences Preferences::read(const QSettings* settings)
{
    Preferences out;
    if (settings == nullptr)
        return out;
    const auto value = [settings](const char* key, const QVariant& fallback) { return settings->value(QStringLiteral("window/") + QLatin1String(key), fallback); };
    out.appearance = value("appearance", out.appearance).toString();
    out.language = value("language", out.language).toString();
    out.scale = std::clamp(value("scale", out.scale).toInt(), kLeastScale, kMostScale);
    out.startPage = value("startPage", out.startPage).toString();
    out.tray = value("tray", out.tray).toBool();
    out.closeToTray = value("closeToTray", out.closeToTray).toBool();
    out.notifyProblems = value("notifyProblems", out.notifyProblems).toBool();
    out.notifyRecovery = value("notifyRecovery", out.notifyRecovery).toBool();
    return out;
}

void Preferences::write(QSettings* settings) const
{
    if (settings == nullptr)
        return;
    const auto set = [settings](const char* key, const QVariant& value) { settings->setValue(QStringLiteral("window/") + QLatin1String(key), value); };
    set("appearance", appearance);
    set("language", language);
    set("scale", scale);
    set("startPage", startPage);
    set("tray", tray);
    set("closeToTray", closeToTray);
    set("notifyProblems", notifyProblems);
    set("notifyRecovery", notifyRecovery);
}

} // namespace leat
