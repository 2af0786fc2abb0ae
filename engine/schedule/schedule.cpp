// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/schedule/schedule.h"

#include "engine/schedule/walltime.h"

#include <algorithm>

namespace leat {

namespace {

constexpr qint64 kDay = 24 * 3600;

qint64 floorDivided(qint64 value, qint64 by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

QDateTime nextOnGrid(const Schedule& schedule, const QDateTime& after)
{
    const qint64 period = periodSeconds(schedule.frequency);
    const qint64 offset = schedule.zone.standardTimeOffset(after);
    // A part of a second does not make a slot pass by: floor, then the next multiple.
    const qint64 seconds = floorDivided(after.toMSecsSinceEpoch(), 1000) + offset;
    return QDateTime::fromSecsSinceEpoch((floorDivided(seconds, period) + 1) * period - offset, Qt::UTC);
}

QDateTime nextOnDays(const Schedule& schedule, const QDateTime& anchor, const QDateTime& after)
{
    const qint64 days = periodSeconds(schedule.frequency) / kDay;
    const QDateTime first = wallTimeAt(anchor, schedule.zone);
    const QTime time = schedule.timeOfDay.isValid() ? schedule.timeOfDay
                                                    : QTime(first.time().hour(), first.time().minute());
    const qint64 passed = first.date().daysTo(wallTimeAt(after, schedule.zone).date());
    // One step back: a gap can push the slot of an earlier day past `after`.
    QDate date = first.date().addDays((floorDivided(passed, days) - 1) * days);
    QDateTime slot = firstInstantOf(date, time, schedule.zone);
    while (slot <= after) {
        date = date.addDays(days);
        slot = firstInstantOf(date, time, schedule.zone);
    }
    return slot;
}

} // namespace

QDateTime nextSlot(const Schedule& schedule, const QDateTime& anchor, const QDateTime& after)
{
    if (schedule.frequency == SyncFrequency::Never)
        return {};
    return takesTimeOfDay(schedule.frequency) ? nextOnDays(schedule, anchor, after) : nextOnGrid(schedule, after);
}

QDateTime nextRun(const Schedule& schedule, const RunPast& past, const QDateTime& now)
{
    if (schedule.frequency == SyncFrequency::Never)
        return {};
    // Set back by less than a period, the clock must not run the same slot again; set back by
    // more, nobody knows when it ran, and each start of the program would put the next run off anew.
    if (!past.lastStart.isValid() || past.lastStart > now.addSecs(periodSeconds(schedule.frequency)))
        return now;
    const QDateTime& last = past.lastStart;
    const QDateTime slot = nextSlot(schedule, past.anchor.isValid() ? past.anchor : last, last);
    if (past.failures <= 0)
        return slot;
    const QDateTime failed = past.failedAt.isValid() ? std::min(past.failedAt, now) : last;
    const QDateTime again = failed.addSecs(retryDelaySeconds(past.retry, past.failures));
    return past.retry == RetryClass::Transient ? again : std::max(slot, again);
}

qint64 probeDelaySeconds(RetryClass retry, int failures, double jitter)
{
    const qint64 plain = retry == RetryClass::Transient
        ? std::min<qint64>(600, qint64{30} << std::clamp(failures - 1, 0, 8)) : retryDelaySeconds(retry, std::max(1, failures));
    return plain + qint64(double(plain) * 0.25 * std::clamp(jitter, 0.0, 1.0));
}

qint64 retryDelaySeconds(RetryClass retry, int failures)
{
    if (failures <= 0)
        return 0;
    const bool mayPass = retry == RetryClass::Transient;
    const qint64 least = mayPass ? 60 : 15 * 60;
    const qint64 greatest = mayPass ? 3600 : kDay;
    return std::min(least << std::min(failures - 1, 20), greatest);
}

QDateTime nextReconcile(const ReconcileCadence& cadence, const ReconcileNote& note, const QDateTime& now)
{
    if (cadence.runs > 0)
        return note.runsSince >= (note.error ? 1 : cadence.runs) ? now : QDateTime();
    const qint64 period = periodSeconds(cadence.interval);
    if (period == 0)
        return {};
    // A clock that was set back must not keep it waiting for the lost time.
    if (!note.triedAt.isValid() || note.triedAt > now)
        return now;
    return note.triedAt.addSecs(note.error ? std::min<qint64>(period, 3600) : period);
}

double overdueRatio(SyncFrequency frequency, const QDateTime& due, const QDateTime& now)
{
    const qint64 period = periodSeconds(frequency);
    if (period == 0 || !due.isValid() || due > now)
        return 0;
    return double(due.msecsTo(now)) / (double(period) * 1000.0);
}

} // namespace leat
