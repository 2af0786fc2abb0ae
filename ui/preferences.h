// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSettings;

namespace leat {

/// What a person chose about the window. Kept in the profile's window.ini.
struct Preferences
{
    QString appearance = QStringLiteral("auto");   ///< auto, light, dark, contrast
    QString language = QStringLiteral("auto");     ///< auto, or a language of the texts: "de"
    int scale = 100;                               ///< percent, from the next start on
    QString startPage = QStringLiteral("last");    ///< last, home, tables
    bool tray = true;                              ///< an icon in the tray, where there is one
    bool closeToTray = false;                      ///< closing the window keeps syncing in the tray
    bool notifyProblems = true;
    bool notifyRecovery = true;
    bool operator==(const Preferences&) const = default;

    /// Defaults where `settings` is null or says nothing.
    static Preferences read(const QSettings* settings);
    void write(QSettings* settings) const;
};

} // namespace leat
