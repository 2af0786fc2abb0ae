// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace leat {

/// The button that empties a field, with a name for who does not see it.
void showClearButton(QLineEdit* line);

} // namespace leat
