// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/schedulerdesk.h"

#include "engine/base/failpoint.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

namespace leat {

namespace {

constexpr char kZoneKey[] = "profile.timezone";
constexpr char kPauseKey[] = "scheduler.pause";
constexpr char kPauseSetKey[] = "scheduler.pause.set";
constexpr char kPausedForGood[] = "on";
constexpr qint64 kClockTolerance = 5;      // seconds; less is the clock's ordinary correction

QDateTime later(const QDateTime& a, const QDateTime& b)
{
    return !b.isValid() || (a.isValid() && a >= b) ? a : b;
}

} // namespace

SchedulerDesk::SchedulerDesk(EngineParts& parts, WorldKeeper& world, RunDesk& runs, SourceProbe probe,
                             std::function<void()> changed)
    : m_parts(parts), m_world(world), m_runs(runs), m_changed(std::move(changed)),
      m_breaker([] { return QRandomGenerator::global()->generateDouble(); }), m_probe(std::move(probe))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SchedulerDesk::wake);
    m_runs.onEnded([this](const RunInfo& run) { runEnded(run); });
}

Result<void> SchedulerDesk::load()
{
    Result<QString> zone = m_parts.state->value(QLatin1String(kZoneKey));
    if (!zone)
        return zone.error();
    m_zoneIsSystem = zone->isEmpty() || !QTimeZone(zone->toLatin1()).isValid();
    if (m_zoneIsSystem)
        readSystemZone();
    else
        m_zone = QTimeZone(zone->toLatin1());
    Result<QString> pause = m_parts.state->value(QLatin1String(kPauseKey));
    if (!pause)
        return pause.error();
    m_paused = !pause->isEmpty();
    m_pausedUntil = QDateTime::fromString(*pause, Qt::ISODateWithMs).toUTC();
    if (const Result<QString> set = m_parts.state->value(QLatin1String(kPauseSetKey)); set)
        m_pauseSetAt = QDateTime::fromString(*set, Qt::ISODateWithMs).toUTC();
    const QDateTime now = m_parts.clock->nowUtc();
    endPause(now);
    m_lastWall = now;
    m_lastMonotonic = m_parts.clock->monotonicMs();
    for (const SchemaInfo& schema : m_world.world().schemas)
        m_failures.recall(schema, m_world.world().source(schema.sourceId));
    for (const SourceInfo& source : m_world.world().sources)
        if (source.status == SourceStatus::Error)
            m_breaker.recall(source.id, source.latestError.value_or(Error()), now);
    noteSources();
    planAll();
    return {};
}

void SchedulerDesk::stop()
{
    m_stopped = true;
    m_timer.stop();
}

// ---- planning ----

void SchedulerDesk::plan(SchemaInfo& schema)
{
    const bool known = m_plans.contains(schema.id);
    Plan& plan = m_plans[schema.id];
    if (known && plan.revision != schema.revision)
        m_failures.forget(schema.id);
    Schedule schedule{schema.config.shouldSync ? schema.config.syncFrequency : SyncFrequency::Never,
        schema.config.syncTimeOfDay, m_zone};
    // What its last run brought is gone: it starts again as one that was never run.
    const bool copyGone = schema.lastRunStatus == RunStatus::Completed && !schema.lastSyncedAt.isValid();
    RunPast past{schema.scheduleAnchor, copyGone ? QDateTime() : schema.lastStartedAt, 0, {}, RetryClass::Transient};
    // What failed with its source waits for the source alone.
    if (const FailureBook::Failing* failing = m_failures.of(schema.id); failing && !failing->ofSource) {
        past.failures = failing->count;
        past.failedAt = failing->at;
        past.retry = failing->retry;
    }
    // The plan stands until what it was made of changes: "now" is not part of that.
    if (!known || plan.schedule != schedule || plan.past != past) {
        plan.schedule = std::move(schedule);
        plan.past = std::move(past);
        plan.due = nextRun(plan.schedule, plan.past, m_parts.clock->nowUtc());
    }
    plan.revision = schema.revision;
    publish(schema, plan.due);
}

void SchedulerDesk::planAll()
{
    std::erase_if(m_plans, [this](const auto& entry) { return m_world.schema(entry.first) == nullptr; });
    for (const SchemaInfo& schema : m_world.world().schemas)
        plan(*m_world.schema(schema.id));
    publishEngine();
    arm();
}

QDateTime SchedulerDesk::startable(const SchemaInfo& schema, const QDateTime& due) const
{
    if (!due.isValid() || (m_paused && !m_pausedUntil.isValid()) || m_breaker.isHeld(schema.sourceId))
        return {};
    const QDateTime probe = m_breaker.nextProbe(schema.sourceId);
    const FailureBook::Failing* failing = m_failures.of(schema.id);
    // It failed with its source: as soon as that answers.
    const QDateTime next = probe.isValid() && failing && failing->ofSource ? probe : later(due, probe);
    return later(next, m_paused ? m_pausedUntil : QDateTime());
}

void SchedulerDesk::publish(SchemaInfo& schema, const QDateTime& due)
{
    const QDateTime next = startable(schema, due);
    const QDateTime retry = m_failures.of(schema.id) || m_breaker.isOpen(schema.sourceId) ? next : QDateTime();
    if (schema.nextRunAt == next && schema.nextRetryAt == retry)
        return;
    schema.nextRunAt = next;
    schema.nextRetryAt = retry;
    m_world.touched(schema.id);
}

void SchedulerDesk::publishEngine()
{
    EngineInfo fresh = m_world.engine();
    fresh.schedulerRuns = m_parts.scheduler.enabled;
    fresh.schedulerPaused = m_paused;
    fresh.pausedUntil = m_pausedUntil;
    fresh.timeZone = QString::fromLatin1(m_zone.id());
    fresh.timeZoneIsSystem = m_zoneIsSystem;
    fresh.nextRunAt = {};
    for (const SchemaInfo& schema : m_world.world().schemas)
        if (schema.nextRunAt.isValid() && (!fresh.nextRunAt.isValid() || schema.nextRunAt < fresh.nextRunAt))
            fresh.nextRunAt = schema.nextRunAt;
    if (fresh == m_world.engine())
        return;
    m_world.engine() = fresh;
    m_world.touchedEngine();
}

// A source that answered, or that was changed, is worth a try at once; one that a test found unusable is not.
void SchedulerDesk::noteSources()
{
    const QDateTime now = m_parts.clock->nowUtc();
    for (const SourceInfo& source : m_world.world().sources) {
        if (source.status != SourceStatus::Error) {
            if (m_breaker.answered(source.id))
                m_failures.sourceIsWell(source.id, m_world.world().schemas, now);
        } else if (!m_breaker.isOpen(source.id)) {
            m_breaker.failed(source.id, source.latestError.value_or(Error()), {}, now);
        }
    }
    publishSources();
}

void SchedulerDesk::publishSources()
{
    for (const SourceInfo& known : m_world.world().sources) {
        const QDateTime next = hasPlans(known.id) ? m_breaker.nextProbe(known.id) : QDateTime();
        const bool held = m_breaker.isHeld(known.id);
        if (known.nextProbeAt == next && known.triesHeld == held)
            continue;
        SourceInfo* source = m_world.source(known.id);
        source->nextProbeAt = next;
        source->triesHeld = held;
        m_world.touched(known.id);
    }
}

// What nothing waits for is not asked.
bool SchedulerDesk::hasPlans(SourceId id) const
{
    const std::vector<SchemaInfo>& schemas = m_world.world().schemas;
    return std::any_of(schemas.begin(), schemas.end(), [id](const SchemaInfo& schema) {
        return schema.sourceId == id && schema.config.shouldSync && schema.config.syncFrequency != SyncFrequency::Never;
    });
}

void SchedulerDesk::replan(const ChangeSet& changes)
{
    if (changes.structure || !changes.sources.empty()) {
        noteSources();
        return planAll();
    }
    if (changes.schemas.empty())
        return;
    // A copy: publishing adds to the changes.
    const std::vector<SchemaId> ids = changes.schemas;
    for (SchemaId id : ids)
        if (SchemaInfo* schema = m_world.schema(id))
            plan(*schema);
    publishEngine();
    arm();
}

void SchedulerDesk::runEnded(const RunInfo& run)
{
    const SourceInfo* source = m_world.source(run.sourceId);
    m_failures.ended(run, source);
    if (source && run.status == RunStatus::Failed && run.error && isSourceProblem(*run.error))
        m_breaker.failed(source->id, *run.error, run.startedAt.isValid() ? run.startedAt : run.queuedAt, m_parts.clock->nowUtc());
    noteSources();
    if (run.status == RunStatus::Completed)
        m_breaker.worked(run.sourceId);
    // All tables of a source wait for it together.
    for (SchemaInfo* schema : m_world.schemasOf(run.sourceId))
        plan(*schema);
    // The end of one run makes room for the next; later, since the run desk is still at work.
    if (m_parts.scheduler.enabled && !m_stopped)
        m_timer.start(0);
}

// ---- starting ----

void SchedulerDesk::arm()
{
    if (!m_parts.scheduler.enabled || m_stopped || (m_timer.isActive() && m_timer.interval() == 0))
        return;
    const QDateTime now = m_parts.clock->nowUtc();
    qint64 wait = m_parts.scheduler.longestWaitMs;
    if (m_queueFailed)
        return m_timer.start(int(wait));
    for (const SchemaInfo& schema : m_world.world().schemas) {
        if (!schema.nextRunAt.isValid() || schema.currentRun.isValid())
            continue;
        const qint64 left = now.msecsTo(schema.nextRunAt);
        // What is due and cannot start waits for the end of a run or of a probe, not for the clock.
        if (left > 0 || mayStart(schema))
            wait = std::min(wait, left);
    }
    for (const SchemaInfo& schema : m_world.world().schemas) {
        const QDateTime due = schema.currentRun.isValid() ? QDateTime() : reconcileDue(schema, now);
        if (due.isValid() && (due > now || mayStart(schema)))
            wait = std::min(wait, now.msecsTo(due));
    }
    m_timer.start(int(std::clamp<qint64>(wait, 0, m_parts.scheduler.longestWaitMs)));
}

void SchedulerDesk::probeDue(const QDateTime& now)
{
    if (m_paused)
        return;
    for (const SourceInfo& source : m_world.world().sources) {
        const QDateTime at = m_breaker.nextProbe(source.id);
        if (!at.isValid() || at > now || m_runs.isBusy(source.id) || !hasPlans(source.id))
            continue;
        m_probe.start(source, [this, id = source.id, now](const Result<void>& answer) { probed(id, now, answer); });
    }
}

void SchedulerDesk::probed(SourceId id, const QDateTime& began, const Result<void>& answer)
{
    if (m_stopped || !m_world.source(id))
        return;
    std::optional<Error> error;
    if (!answer) {
        error = answer.error();
        error->detail = m_parts.redactor.redact(error->detail);
        m_breaker.failed(id, *error, began, m_parts.clock->nowUtc());
    }
    noteSourceState(m_parts, m_world, id, error);
    noteSources();
    planAll();
    m_changed();
}

void SchedulerDesk::wake()
{
    if (m_stopped)
        return;
    const QDateTime now = m_parts.clock->nowUtc();
    const bool setBack = clockWasSetBack(now);
    if (setBack) {
        m_plans.clear();
        m_breaker.clockSetBack(now);
    }
    const bool moved = m_zoneIsSystem && readSystemZone();
    if (endPause(now) || moved || setBack)
        planAll();
    probeDue(now);
    m_queueFailed = false;
    startDue(now);
    startReconciles(now);
    arm();
    m_changed();
}

bool SchedulerDesk::clockWasSetBack(const QDateTime& now)
{
    const qint64 monotonic = m_parts.clock->monotonicMs();
    const qint64 step = m_lastWall.msecsTo(now) - (monotonic - m_lastMonotonic);
    m_lastWall = now;
    m_lastMonotonic = monotonic;
    return step < -kClockTolerance * 1000;
}

bool SchedulerDesk::readSystemZone()
{
    QTimeZone zone(QTimeZone::systemTimeZoneId());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    const bool moved = zone != m_zone;
    m_zone = std::move(zone);
    return moved;
}

bool SchedulerDesk::mayStart(const SchemaInfo& schema) const
{
    if (m_runs.isBusy(schema.id))
        return false;
    const SourceInfo* source = m_world.world().source(schema.sourceId);
    if (!source || m_breaker.isOpen(source->id))
        return false;
    return m_runs.freePlaces(source->id) > 0;
}

void SchedulerDesk::noteNotQueued(const char* what, const Error& error)
{
    m_queueFailed = true;
    qWarning("A scheduled %s could not be queued: %s", what, qUtf8Printable(m_parts.redactor.redact(error.detail)));
}

void SchedulerDesk::startDue(const QDateTime& now)
{
    struct Due
    {
        SchemaId id;
        bool failing = false;
        double ratio = 0;
    };
    std::vector<Due> due;
    for (const SchemaInfo& schema : m_world.world().schemas)
        if (schema.nextRunAt.isValid() && schema.nextRunAt <= now && !m_runs.isBusy(schema.id))
            due.push_back({schema.id, m_failures.of(schema.id) != nullptr,
                overdueRatio(schema.config.syncFrequency, schema.nextRunAt, now)});
    std::stable_sort(due.begin(), due.end(), [](const Due& a, const Due& b) {
        return a.failing != b.failing ? b.failing : a.ratio > b.ratio;
    });
    for (const Due& each : due) {
        const SchemaInfo* schema = m_world.schema(each.id);
        if (!schema || !mayStart(*schema))
            continue;
        LEAT_KILLPOINT("scheduler.due");
        if (Result<Reply> started = m_runs.sync({{each.id}, Trigger::Schedule}); !started)
            noteNotQueued("sync", started.error());
    }
}

// Keys of what was never synced, is switched off, or whose syncs fail are not compared.
QDateTime SchedulerDesk::reconcileDue(const SchemaInfo& schema, const QDateTime& now) const
{
    const bool wanted = schema.config.shouldSync && reconciles(schema.config) && schema.config.deletes.mode != DeleteMode::Off;
    if (!wanted || !schema.lastSyncedAt.isValid() || m_failures.of(schema.id))
        return {};
    return startable(schema, nextReconcile(schema.config.reconcileEvery, schema.reconcile, now));
}

// After the syncs that are due, which bring the freshest rows and go first.
void SchedulerDesk::startReconciles(const QDateTime& now)
{
    std::vector<SchemaId> due;
    for (const SchemaInfo& schema : m_world.world().schemas)
        if (const QDateTime at = reconcileDue(schema, now); at.isValid() && at <= now)
            due.push_back(schema.id);
    for (SchemaId id : due) {
        const SchemaInfo* schema = m_world.schema(id);
        const bool syncFirst = schema && schema->nextRunAt.isValid() && schema->nextRunAt <= now;
        if (!schema || syncFirst || !mayStart(*schema))
            continue;
        SyncSchemas order;
        order.ids = {id};
        order.trigger = Trigger::Schedule;
        order.reconcile = true;
        if (Result<Reply> started = m_runs.sync(order); !started)
            noteNotQueued("reconcile", started.error());
    }
}

// ---- pausing, zone ----

// Set by a clock that was ahead, it lasts as long as was meant, from now on.
bool SchedulerDesk::movePause(const QDateTime& now)
{
    if (!m_pauseSetAt.isValid() || m_pauseSetAt <= now.addSecs(kClockTolerance))
        return false;
    m_pausedUntil = now.addMSecs(m_pauseSetAt.msecsTo(m_pausedUntil));
    m_pauseSetAt = now;
    if (Result<void> ok = keepPause(); !ok)
        qWarning("The scheduler's pause could not be recorded");
    return true;
}

bool SchedulerDesk::endPause(const QDateTime& now)
{
    if (!m_paused || !m_pausedUntil.isValid())
        return false;
    const bool moved = movePause(now);
    if (m_pausedUntil > now)
        return moved;
    m_paused = false;
    m_pausedUntil = {};
    if (Result<void> ok = m_parts.state->setValue(QLatin1String(kPauseKey), {}); !ok)
        qWarning("The end of the scheduler's pause could not be recorded");
    return true;
}

Result<void> SchedulerDesk::keepPause()
{
    const QString until = m_pausedUntil.isValid() ? m_pausedUntil.toString(Qt::ISODateWithMs) : QString();
    const QString set = m_pauseSetAt.isValid() ? m_pauseSetAt.toString(Qt::ISODateWithMs) : QString();
    if (Result<void> ok = m_parts.state->setValue(QLatin1String(kPauseSetKey), set); !ok)
        return ok;
    return m_parts.state->setValue(QLatin1String(kPauseKey), !m_paused ? QString() : until.isEmpty() ? QLatin1String(kPausedForGood) : until);
}

Result<void> SchedulerDesk::storePause(const char* action)
{
    m_pauseSetAt = m_pausedUntil.isValid() ? m_parts.clock->nowUtc() : QDateTime();
    if (Result<void> ok = keepPause(); !ok)
        return ok;
    const QString until = m_pausedUntil.isValid() ? m_pausedUntil.toString(Qt::ISODateWithMs) : QString();
    const QJsonObject detail = until.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("until"), until}};
    return m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QLatin1String(action), QStringLiteral("scheduler"),
        QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact))});
}

Result<Reply> SchedulerDesk::pause(const PauseScheduler& command)
{
    if (command.until.isValid() && command.until <= m_parts.clock->nowUtc())
        return makeError(ErrorCode::InvalidOption, {},
            {{QStringLiteral("option"), QStringLiteral("until")}, {QStringLiteral("value"), command.until.toString(Qt::ISODate)},
                {QStringLiteral("allowed"), tr("a time to come")}});
    m_paused = true;
    m_pausedUntil = command.until.toUTC();
    const Result<void> stored = storePause("scheduler.pause");
    planAll();
    m_changed();
    if (!stored)
        return stored.error();
    return Reply(Done());
}

Result<Reply> SchedulerDesk::resume()
{
    m_paused = false;
    m_pausedUntil = {};
    const Result<void> stored = storePause("scheduler.resume");
    planAll();
    m_changed();
    if (!stored)
        return stored.error();
    return Reply(Done());
}

Result<Reply> SchedulerDesk::setTimeZone(const SetTimeZone& command)
{
    const QTimeZone zone(command.id.toLatin1());
    if (!command.id.isEmpty() && !zone.isValid())
        return makeError(ErrorCode::InvalidOption, {},
            {{QStringLiteral("option"), QStringLiteral("timezone")}, {QStringLiteral("value"), command.id},
                {QStringLiteral("allowed"), tr("a name like Europe/Berlin, or “system”")}});
    if (Result<void> ok = m_parts.state->setValue(QLatin1String(kZoneKey), command.id); !ok)
        return ok.error();
    const QJsonObject detail{{QStringLiteral("timezone"), command.id.isEmpty() ? QStringLiteral("system") : command.id}};
    if (Result<void> ok = m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("profile.set"),
            QStringLiteral("profile"), QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact))}); !ok)
        return ok.error();
    m_zoneIsSystem = command.id.isEmpty();
    if (m_zoneIsSystem)
        readSystemZone();
    else
        m_zone = zone;
    planAll();
    m_changed();
    return Reply(Done());
}

} // namespace leat
