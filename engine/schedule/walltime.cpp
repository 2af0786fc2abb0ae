// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/schedule/walltime.h"

#include <algorithm>

namespace leat {

namespace {

// Offsets reach from −12 to +14 hours and a country may skip a whole day (Samoa, 2011).
constexpr qint64 kAround = 40 * 3600;

QDateTime utc(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

} // namespace

QDateTime firstInstantOf(const QDate& date, const QTime& time, const QTimeZone& zone)
{
    const qint64 wall = QDateTime(date, time, Qt::UTC).toSecsSinceEpoch();
    qint64 begin = wall - kAround;
    qint64 offset = zone.offsetFromUtc(utc(begin));
    // One period of constant offset after the other. A wall time that lies before the begin of
    // the first period that it does not outrun was skipped: that is the gap.
    for (const QTimeZone::OffsetData& change : zone.transitions(utc(begin), utc(wall + kAround))) {
        const qint64 end = change.atUtc.toSecsSinceEpoch();
        if (wall - offset < end)
            return utc(std::max(wall - offset, begin));
        begin = end;
        offset = change.offsetFromUtc;
    }
    return utc(std::max(wall - offset, begin));
}

QDateTime wallTimeAt(const QDateTime& instant, const QTimeZone& zone)
{
    return instant.toUTC().addSecs(zone.offsetFromUtc(instant));
}

} // namespace leat
