// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;
class QString;

namespace leat {

/// The button that empties a field, with a name for who does not see it.
void showClearButton(QLineEdit* line);
/// A sign before the text. For who does not see it, it has the field's accessible name, set before.
void showSign(QLineEdit* line, const QString& icon);

} // namespace leat
