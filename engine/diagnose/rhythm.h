// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/runinfo.h"

namespace leat {

/// When the syncs of one table found something: enough to tell that they find nothing for unusually long
/// (T220). Times UTC.
struct Rhythm
{
    QDateTime watchedSince;        ///< end of the first sync that was noted; invalid: none yet
    QDateTime newsAt;              ///< when something was last found, or both sides were proven equal
    QDateTime foundAt;             ///< when something was last found
    qint64 longestPause = 0;       ///< seconds between two finds, at most
    int news = 0;                  ///< syncs that found something
    int emptyRuns = 0;             ///< syncs since newsAt that found nothing
    bool operator==(const Rhythm&) const = default;
};

/// After a run that completed. Rows that only the bound of the cursor, or a lookback, brings again are no news;
/// a copy of the whole table and a repair make everything known.
Rhythm noted(Rhythm rhythm, const RunInfo& run);
/// After source and warehouse were found equal.
Rhythm provenEqual(Rhythm rhythm, const QDateTime& at);
/// Whether three syncs and more have found nothing, for a day and for two and a half times the longest pause
/// there ever was. A week is watched before, so that nights and weekends are known.
bool isUnusuallyQuiet(const Rhythm& rhythm, const QDateTime& now);

/// One line of text and back; what is none gives an empty one.
QString toString(const Rhythm& rhythm);
Rhythm rhythmFromString(const QString& text);

} // namespace leat
