// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/deletepolicy.h"
#include "engine/api/error.h"
#include "engine/api/frequency.h"

#include <QDateTime>
#include <QTimeZone>

namespace leat {

// When schemas run by themselves: pure functions of the plan, the past and the present. All
// instants are UTC. docs/scheduling.md says the same for people.

/// How often, and when in the day, in which zone.
struct Schedule
{
    SyncFrequency frequency = SyncFrequency::Never;
    QTime timeOfDay;               ///< invalid: none; ignored for less than a day (T25)
    QTimeZone zone = QTimeZone::utc();
    bool operator==(const Schedule&) const = default;
};

/// The first planned instant after `after`; invalid for Never.
/// Less than a day: by elapsed time on round clock times of the zone's standard time, so that a
/// schema moves neither with the length of its runs nor with daylight saving.
/// A day and longer: every day, 7th or 30th day counted from the day of `anchor`, at the time of
/// day (else at the anchor's own, to the minute), once a day also where a clock goes back, and at
/// the first instant after a gap (T150).
QDateTime nextSlot(const Schedule& schedule, const QDateTime& anchor, const QDateTime& after);

/// What the past of a schema says about its next run.
struct RunPast
{
    QDateTime anchor;              ///< invalid: lastStart
    QDateTime lastStart;           ///< start of the last run of any trigger; invalid: none yet
    int failures = 0;              ///< runs that failed since the last good one
    QDateTime failedAt;            ///< when the last of them ended
    RetryClass retry = RetryClass::Transient;
    bool operator==(const RunPast&) const = default;
};

/// The next run. One that was never run is due now; what was missed is due once (T149); one whose start
/// lies more than a period in the future, after the clock was set back, is due now. After
/// a failure that may pass the back-off decides, after one that needs a person the later of plan
/// and back-off.
QDateTime nextRun(const Schedule& schedule, const RunPast& past, const QDateTime& now);

/// How long to wait after `failures` failures in a row: doubled each time, from one minute to an
/// hour where it may pass by itself, from a quarter of an hour to a day where it needs a person,
/// since tries with a wrong password can lock an account (T153). 0 without a failure.
qint64 retryDelaySeconds(RetryClass retry, int failures);

/// How long a source that does not work is left alone before it is probed again: doubled from half
/// a minute to ten minutes where it may pass by itself, else as retryDelaySeconds; up to a quarter longer by
/// `jitter` (0–1), so that not all sources are asked in the same second (T222).
qint64 probeDelaySeconds(RetryClass retry, int failures, double jitter);

/// When the keys of a table are compared next by themselves: after so many syncs, or so long after the
/// last attempt; one that came to nothing is made again within the hour, or after the next sync. `now`
/// when it was never tried. Invalid: not by itself, or not before another sync.
QDateTime nextReconcile(const ReconcileCadence& cadence, const ReconcileNote& note, const QDateTime& now);

/// How late a run is, in periods of its schema; the greatest starts first. 0 when not due.
double overdueRatio(SyncFrequency frequency, const QDateTime& due, const QDateTime& now);

} // namespace leat
