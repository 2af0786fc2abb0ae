// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/api/result.h"
#include "engine/api/sourceinfo.h"

#include <QMap>
#include <QString>

#include <vector>

namespace leat::sqlite {

/// A source's settings, checked and with defaults filled in.
struct Settings
{
    QString path;                  ///< absolute, ~ expanded; need not exist
    int readers = 0;               ///< connections that read one table at most; 0: one per core
    int busyTimeoutMs = 10'000;    ///< how long a lock of another program is waited for
};

/// The fields for the dialog, the command line and validation, in display order.
std::vector<SettingSpec> settingSpecs();
/// Errors: UnknownOption with the nearest name, MissingOption, InvalidOption.
Result<Settings> readSettings(const QMap<QString, QString>& settings);
/// sqlite:///abs/path, sqlite:relative, file:…, or a path that ends like a database file, with
/// settings as ?readers=2. Relative paths become absolute, so that a source keeps meaning the
/// same file. Errors: MalformedUrl, UnknownOption.
Result<ParsedUrl> parseUrl(const QString& url);
/// The file as a person writes it: "~/shop.db".
QString summaryOf(const QMap<QString, QString>& settings);

} // namespace leat::sqlite
