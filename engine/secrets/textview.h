// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace leat {

/// A text with one layer of encoding taken off, and for each of its characters the place in the
/// original that it came from. Secrets are looked for in such views, so that it does not matter
/// which characters somebody chose to encode.
struct TextView
{
    std::u16string text;
    std::vector<qint32> from;      ///< one more than text: where each character begins, and the end

    static TextView of(const QString& original);
    bool operator==(const TextView& other) const { return text == other.text; }
};

/// "%40" -> "@", runs read as UTF-8; with `plusIsSpace` also "+" -> " ".
TextView withoutPercent(const TextView& view, bool plusIsSpace);
/// "\"" -> """, "\n", "\u0040", "\x40", …
TextView withoutBackslashes(const TextView& view);
/// "''" -> "'" and """" -> """, as SQL and CSV double them.
TextView withoutDoubling(const TextView& view);

/// The original and all views of it that differ, combinations of two layers included.
std::vector<TextView> viewsOf(const QString& original);

} // namespace leat
