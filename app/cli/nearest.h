// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace leat {

/// Single-letter edits, a swap of neighbours counted as one, case ignored.
int editDistance(const QString& a, const QString& b);

/// The candidates a person may have meant by `typed`, best first, at most `limit`: near by
/// edits, or containing what was typed.
QStringList nearest(const QString& typed, const QStringList& candidates, int limit = 3);

/// " Did you mean “a” or “b”?" with its leading space removed; empty when nothing is near.
QString didYouMean(const QStringList& nearNames);

} // namespace leat
