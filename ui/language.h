// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;

namespace leat {

/// Loads the texts of `language` ("de"; "auto" or empty: the user's) over English, which brings
/// the plural forms.
void installLanguage(QCoreApplication& app, const QString& language = {});
/// Languages that there are texts in: "en", "de".
QStringList availableLanguages();
/// Whether installLanguage would find texts for it; "auto" and "de_AT" are fine.
bool hasLanguage(const QString& language);

} // namespace leat
