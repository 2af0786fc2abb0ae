// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/changeset.h"
#include "engine/api/command.h"
#include "engine/schedule/schedule.h"
#include "engine/service/engineparts.h"
#include "engine/service/failurebook.h"
#include "engine/service/rundesk.h"
#include "engine/service/sourcebreaker.h"
#include "engine/service/sourceprobe.h"
#include "engine/service/worldkeeper.h"

#include <QTimer>

#include <functional>
#include <map>

namespace leat {

/// Knows when each schema runs next and, where EngineParts::scheduler says so, starts what is
/// due: the most overdue first, those that failed last, one run a schema, never more than can
/// start at once. Of a source that does not work nothing starts: a cheap probe asks whether it
/// answers again, and then all that waited is due (T153, T222). Main thread.
///
/// Time is looked at on the wall clock and on the monotonic one: what was missed while the
/// machine slept is due once (T149), and a clock that was set back makes a new plan (T150).
class SchedulerDesk : public QObject
{
    Q_OBJECT
public:
    SchedulerDesk(EngineParts& parts, WorldKeeper& world, RunDesk& runs, SourceProbe probe, std::function<void()> changed);

    /// Reads zone and pause from the state store, plans everything, begins to watch the clock.
    Result<void> load();
    /// Starts nothing any more.
    void stop();

    Result<Reply> pause(const PauseScheduler& command);
    Result<Reply> resume();
    Result<Reply> setTimeZone(const SetTimeZone& command);

    /// Plans anew what changed; called before the changes are told.
    void replan(const ChangeSet& changes);

private:
    struct Plan
    {
        Schedule schedule;
        RunPast past;
        qint64 revision = 0;
        QDateTime due;             ///< invalid: not planned
    };

    void plan(SchemaInfo& schema);
    void planAll();
    void publish(SchemaInfo& schema, const QDateTime& due);
    void publishEngine();
    QDateTime startable(const SchemaInfo& schema, const QDateTime& due) const;
    void noteSources();
    void publishSources();
    bool hasPlans(SourceId id) const;
    void probeDue(const QDateTime& now);
    void probed(SourceId id, const QDateTime& began, const Result<void>& answer);
    void runEnded(const RunInfo& run);
    void wake();
    bool movePause(const QDateTime& now);
    bool endPause(const QDateTime& now);
    Result<void> keepPause();
    bool clockWasSetBack(const QDateTime& now);
    bool readSystemZone();
    void startDue(const QDateTime& now);
    void noteNotQueued(const char* what, const Error& error);
    bool mayStart(const SchemaInfo& schema) const;
    QDateTime reconcileDue(const SchemaInfo& schema, const QDateTime& now) const;
    void startReconciles(const QDateTime& now);
    void arm();
    Result<void> storePause(const char* action);

    EngineParts& m_parts;
    WorldKeeper& m_world;
    RunDesk& m_runs;
    const std::function<void()> m_changed;
    std::map<SchemaId, Plan> m_plans;
    FailureBook m_failures;
    SourceBreaker m_breaker;
    SourceProbe m_probe;
    QTimeZone m_zone = QTimeZone::utc();
    bool m_zoneIsSystem = true;
    bool m_paused = false;
    QDateTime m_pausedUntil;
    QDateTime m_pauseSetAt;        ///< with m_pausedUntil: when that was said
    QTimer m_timer;
    QDateTime m_lastWall;
    qint64 m_lastMonotonic = 0;
    bool m_stopped = false;
    bool m_queueFailed = false;    ///< what is due could not be queued: try again later, not at once
};

} // namespace leat
