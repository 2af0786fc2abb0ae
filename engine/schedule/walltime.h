// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace leat {

/// The first instant (UTC) at which clocks of the zone show this date and time: in an overlap the
/// earlier one, in a gap the first instant after it (trap T150). Built from the zone's
/// transitions, because QDateTime is wrong at both edges in Qt 6.4. Whole seconds. Pure.
QDateTime firstInstantOf(const QDate& date, const QTime& time, const QTimeZone& zone);

/// What the zone's clocks show at an instant, as a UTC-labelled date and time. Pure.
QDateTime wallTimeAt(const QDateTime& instant, const QTimeZone& zone);

} // namespace leat
