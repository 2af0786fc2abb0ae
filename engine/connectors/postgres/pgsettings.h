// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/api/sourceinfo.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace leat::pg {

/// A source's settings, checked and with defaults filled in. Never holds the password.
struct Settings
{
    QString host;                  ///< name, address, or the directory of a Unix socket ("/…")
    int port = 5432;
    QString database;
    QString user;
    QString sslMode;               ///< as given; empty: verify-full, or the pin alone when there is one
    QString sslRootCert;           ///< file, or "system"
    QString fingerprint;           ///< SHA-256 of the server's certificate, 64 lower-case hex digits
    int connectTimeoutSeconds = 15;
    int statementTimeoutSeconds = 0;   ///< 0: none
    int giveWaySeconds = 5;        ///< how long a change of the table at the source may wait for a read; 0: for ever (T064)
    QStringList namespaces;        ///< empty: all
    int readers = 0;               ///< at most this many connections read one table; 0: no limit of its own

    bool isSocket() const { return host.startsWith(QLatin1Char('/')) || host.startsWith(QLatin1Char('@')); }
    /// What libpq is told. A pin without a mode replaces the chain of trust by the pin.
    QString effectiveSslMode() const;
};

/// The fields for the dialog, the command line and validation, in display order.
std::vector<SettingSpec> settingSpecs();
/// Errors: UnknownOption with the nearest name, MissingOption, InvalidOption.
Result<Settings> readSettings(const QMap<QString, QString>& settings);
/// The allowed word with the smallest edit distance.
QString nearestWord(const QString& word, const QStringList& known);
/// "shop@db.example.com:5432/shop".
QString summaryOf(const QMap<QString, QString>& settings);
/// Colons and case of a fingerprint taken away; empty when it is not a SHA-256 in hex.
QString normalFingerprint(const QString& text);

} // namespace leat::pg
