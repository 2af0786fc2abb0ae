// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace leat {

/// Loads the texts of the user's language over English, which brings the plural forms.
void installLanguage(QCoreApplication& app);

} // namespace leat
