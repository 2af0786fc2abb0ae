// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/rundesk.h"

#include "engine/api/errortext.h"
#include "engine/api/sourcerules.h"
#include "engine/base/failpoint.h"
#include "engine/base/handoff.h"
#include "engine/service/doctor.h"
#include "engine/service/schemadesk.h"
#include "engine/service/sourceprobe.h"
#include "engine/state/schemastatus.h"
#include "engine/sync/reconcilerun.h"
#include "engine/sync/verifyrun.h"

#include <algorithm>
#include <condition_variable>
#include <utility>

namespace leat {

namespace {

constexpr int kMaxAttempts = 3;
constexpr qint64 kHeartbeatMs = 5'000;
constexpr int kSampleMs = 200;

// Only what broke off in the middle is worth trying again at once; a host that is unknown or a
// port that is closed stays so for the next second. Memory is short while other tables load. A table
// that went to the trash or came back meanwhile needs another plan.
bool isWorthAnotherAttempt(const Error& error)
{
    return (error.code == ErrorCode::ConnectionLost && error.phase != Phase::Connect) || error.code == ErrorCode::ServerStarting
        || error.code == ErrorCode::GaveWay || error.code == ErrorCode::FileLocked || error.code == ErrorCode::OutOfMemory
        || error.code == ErrorCode::RevisionConflict
        || ((error.code == ErrorCode::ShapeChanged || error.code == ErrorCode::ColumnMissing) && error.retry == RetryClass::Transient)
        || error.sqlState.startsWith(QLatin1String("40"));
}

// Every queued run of the source would fail the same way, one after the other; more logins can lock the
// account (T153), more tries are a storm (T222).
bool stopsWholeSource(const Error& error)
{
    switch (error.code) {
    case ErrorCode::AuthenticationFailed:
    case ErrorCode::SecretMissing:
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainReset:
    case ErrorCode::KeychainMissing:
    case ErrorCode::KeychainTimeout:
        return true;
    case ErrorCode::HostUnknown:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionTimeout:
        return error.owner == Owner::Source && error.phase == Phase::Connect;
    default:
        return false;
    }
}

void pauseUnlessCancelled(int milliseconds, const CancelToken& cancel)
{
    std::mutex mutex;
    std::condition_variable wake;
    bool stop = false;
    const CancelToken::Registration registration = cancel.onCancel([&] {
        const std::lock_guard lock(mutex);
        stop = true;
        wake.notify_all();
    });
    std::unique_lock lock(mutex);
    wake.wait_for(lock, std::chrono::milliseconds(milliseconds), [&stop] { return stop; });
}

RunStatus statusOf(const RunReport& report)
{
    if (!report.error)
        return RunStatus::Completed;
    if (report.error->code == ErrorCode::Cancelled)
        return RunStatus::Cancelled;
    return isHeldBack(report.error->code) ? RunStatus::HeldBack : RunStatus::Failed;
}

QString cursorText(const CursorState& state)
{
    return state.value.value_or(QString());
}

} // namespace

RunDesk::RunDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, Mailbox& mailbox,
                 std::function<void()> changed)
    : m_parts(parts), m_sources(sources), m_world(world), m_mailbox(mailbox), m_changed(std::move(changed)),
      m_queue(parts.limits.runs)
{
    m_pool.setMaxThreadCount(std::max(1, parts.limits.runs));
    m_sampler.setInterval(kSampleMs);
    connect(&m_sampler, &QTimer::timeout, this, &RunDesk::sample);
}

RunDesk::~RunDesk()
{
    stop();
}

void RunDesk::stop()
{
    if (std::exchange(m_stopping, true))
        return;
    std::vector<SchemaId> ids;
    for (const auto& [id, live] : m_live)
        ids.push_back(live->info.schemaId);
    cancel(ids);
    m_pool.waitForDone();
    handoff::taken();
    for (const Waiting& waiting : std::exchange(m_waiting, {}))
        waiting.tell(false);
}

void RunDesk::whenIdle(std::vector<SchemaId> ids, std::function<void(bool)> tell)
{
    m_waiting.push_back({std::move(ids), std::move(tell)});
    tellWaiting();
}

void RunDesk::release(const std::vector<SchemaId>& ids)
{
    for (SchemaId id : ids)
        m_held.erase(id);
    if (!m_stopping)
        tellWaiting();
}

void RunDesk::tellWaiting()
{
    const auto busy = [this](const Waiting& waiting) {
        return std::any_of(waiting.ids.begin(), waiting.ids.end(), [this](SchemaId id) { return isBusy(id); });
    };
    const auto idle = std::stable_partition(m_waiting.begin(), m_waiting.end(), busy);
    const std::vector<Waiting> ready(idle, m_waiting.end());
    m_waiting.erase(idle, m_waiting.end());
    for (const Waiting& waiting : ready)
        waiting.tell(true);
}

namespace {

bool isSpecial(const SyncSchemas& c)
{
    return c.fromScratch || c.acceptEmpty || c.acceptChanges || c.repair || c.reconcile;
}

// Whether a run that is queued or running does what is wanted, or more.
bool covers(const RunOrder& there, const SyncSchemas& wanted)
{
    return there.repair == wanted.repair && there.reconcile == wanted.reconcile && there.confirmedDeletes >= wanted.confirmedDeletes
        && there.fromScratch >= wanted.fromScratch && there.acceptEmpty >= wanted.acceptEmpty && there.acceptChanges >= wanted.acceptChanges;
}

} // namespace

Result<Reply> RunDesk::sync(const SyncSchemas& command)
{
    for (SchemaId id : command.ids)
        if (!m_world.schema(id))
            return makeError(ErrorCode::NotFound, {},
                {{QStringLiteral("what"), tr("table")}, {QStringLiteral("name"), QString::number(id.value)}});
    for (SchemaId id : command.ids)
        if (m_held.contains(id))
            return makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), fullLabel(*m_world.schema(id))}});
    if (command.acceptEmpty) // takes every row away
        for (SchemaId id : command.ids)
            if (const SourceInfo* source = m_world.source(m_world.schema(id)->sourceId); source && protectionOf(*source) == Protection::ReadOnly)
                return makeError(ErrorCode::SourceReadOnly, {}, {{QStringLiteral("source"), source->name}});
    // Who asks for one thing must not be told of the end of another; of many tables those go their way.
    if (command.ids.size() == 1 || isSpecial(command))
        for (SchemaId id : command.ids)
            if (const std::optional<RunId> already = m_queue.runOf(id); already && !covers(m_live.at(*already)->order, command))
                return makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), fullLabel(*m_world.schema(id))}});
    SyncAccepted accepted;
    for (SchemaId id : command.ids) {
        if (const std::optional<RunId> already = m_queue.runOf(id)) {
            accepted.runs.push_back(*already);
            continue;
        }
        Result<RunId> run = enqueue(*m_world.schema(id), command);
        if (!run)
            return run.error();
        accepted.runs.push_back(*run);
    }
    pump();
    m_changed();
    return Reply(accepted);
}

Result<RunId> RunDesk::enqueue(SchemaInfo& schema, const SyncSchemas& command)
{
    auto live = std::make_shared<Live>();
    live->info.schemaId = schema.id;
    live->info.sourceId = schema.sourceId;
    live->info.sourceName = schema.sourceName;
    live->info.label = schema.label;
    live->info.trigger = command.trigger;
    live->info.syncType = schema.config.syncType;
    live->info.queuedAt = m_parts.clock->nowUtc();
    if (command.reconcile)
        live->info.mode = QStringLiteral("reconcile");
    LEAT_FAILPOINT("run.queue");
    Result<RunId> id = m_parts.state->addRun(live->info);
    if (!id)
        return id.error();
    live->info.id = *id;
    live->order.runId = *id;
    live->order.fromScratch = command.fromScratch;
    live->order.acceptEmpty = command.acceptEmpty;
    live->order.acceptChanges = command.acceptChanges;
    live->order.repair = command.repair;
    live->order.reconcile = command.reconcile;
    live->order.confirmedDeletes = command.confirmedDeletes;
    live->monitor = std::make_shared<RunMonitor>(*m_parts.clock,
        [redactor = m_parts.redactor](QString text) { return redactor.redact(std::move(text)); });
    m_live.emplace(*id, live);
    m_queue.setSourceLimit(schema.sourceId, sourceLimit(schema.sourceId));
    m_queue.add({*id, schema.id, schema.sourceId});
    schema.currentRun = *id;
    schema.status = SchemaStatus::Queued;
    schema.progress = RunProgress();
    m_world.touched(schema.id);
    m_world.touched(*id);
    return *id;
}

int RunDesk::sourceLimit(SourceId id) const
{
    const SourceInfo* source = m_world.source(id);
    bool ok = false;
    const int limit = source ? source->settings.value(QLatin1String(kParallelTables)).toInt(&ok) : 0;
    return ok ? limit : m_parts.limits.runsPerSource;
}

int RunDesk::freePlaces(SourceId id) const
{
    return m_stopping ? 0 : m_queue.freePlaces(id, sourceLimit(id));
}

void RunDesk::pump()
{
    while (!m_stopping) {
        const std::optional<RunQueue::Entry> entry = m_queue.takeNext();
        if (!entry)
            break;
        start(*entry);
    }
    countRuns();
    if (m_live.empty())
        m_sampler.stop();
    else if (!m_sampler.isActive())
        m_sampler.start();
}

void RunDesk::countRuns()
{
    m_world.engine().running = m_queue.running();
    m_world.engine().queued = m_queue.queued();
    m_world.touchedEngine();
}

void RunDesk::start(const RunQueue::Entry& entry)
{
    const std::shared_ptr<Live> live = m_live.at(entry.run);
    SchemaInfo* schema = m_world.schema(entry.schema);
    const SourceInfo* source = m_world.source(entry.source);
    live->started = true;
    LEAT_KILLPOINT("run.start");
    Result<Lease> lease = m_parts.state->startRun(entry.run, entry.schema);
    if (!schema || !source || !lease) {
        RunReport report;
        report.error = lease ? makeError(ErrorCode::Cancelled) : lease.error();
        // Later, not now: ending a run starts the next, and pump() is on the stack.
        m_mailbox.post([this, live, report] { ended(live, report); });
        return;
    }
    live->order.fence = lease->fence;
    live->order.table = schema->table;
    live->order.config = schema->config;
    live->order.policy = driftPolicyOf(*source);
    live->order.configVersion = schema->revision;
    live->order.readers = m_parts.limits.readersPerRun;
    live->order.resume.fromBytes = m_parts.limits.resumeFromBytes;
    const qsizetype dot = schema->warehouseTable.indexOf(QLatin1Char('.'), schema->sourceName.size());
    live->order.target = {schema->sourceName, schema->warehouseTable.mid(dot + 1)};
    live->info.status = RunStatus::Running;
    live->info.startedAt = m_parts.clock->nowUtc();
    schema->status = SchemaStatus::Running;
    // A reconcile must not stand for the sync that is due.
    if (!live->order.reconcile)
        schema->lastStartedAt = live->info.startedAt;
    if (!schema->scheduleAnchor.isValid())
        schema->scheduleAnchor = live->info.startedAt;
    m_world.touched(schema->id);
    m_world.touched(entry.run);
    std::function<void()> job = [this, live, info = *source] {
        handoff::taken();
        work(live, info);
        handoff::given();
    };
    handoff::given();
    m_pool.start(std::move(job));
}

void RunDesk::work(const std::shared_ptr<Live>& live, const SourceInfo& source)
{
    RunReport report;
    try {
        LEAT_KILLPOINT("run.work");
        report = attempts(live, source);
    } catch (const std::exception& problem) {
        report.error = makeError(ErrorCode::Internal, m_parts.redactor.redact(QString::fromUtf8(problem.what())));
    }
    if (report.error) {
        report.error->detail = m_parts.redactor.redact(report.error->detail);
        const ErrorText text = describe(*report.error);
        live->monitor->log(LogLevel::Error, text.sentence + QLatin1Char(' ') + text.remedy);
    }
    LEAT_KILLPOINT("run.worked");
    m_mailbox.post([this, live, report] { ended(live, report); });
}

RunReport RunDesk::attempts(const std::shared_ptr<Live>& live, const SourceInfo& source)
{
    for (int number = 1;; ++number) {
        live->info.attempts = number;
        RunReport report = attempt(*live, source);
        if (!report.error || !isWorthAnotherAttempt(*report.error) || number == kMaxAttempts
            || live->cancel.isCancelled())
            return report;
        live->monitor->log(LogLevel::Warning,
            tr("Attempt %1 failed: %2 Trying again.").arg(number).arg(describe(*report.error).sentence));
        pauseUnlessCancelled(500 * number * number, live->cancel.token());
    }
}

RunReport RunDesk::attempt(const Live& live, const SourceInfo& source)
{
    Result<std::shared_ptr<Source>> opened = m_sources.get(source);
    if (!opened) {
        RunReport report;
        report.error = opened.error();
        return report;
    }
    if (live.order.repair)
        return repairSchema(**opened, *m_parts.warehouse, *live.monitor, live.order, live.cancel.token());
    if (live.order.reconcile)
        return reconcileSchema(**opened, *m_parts.warehouse, *live.monitor, live.order, live.cancel.token());
    SyncRun run(**opened, *m_parts.warehouse, *live.monitor, live.order);
    return run.execute(live.cancel.token());
}

// Ended by the program's end, not by a person: the next start makes up for it.
RunStatus RunDesk::endStatus(const RunReport& report) const
{
    const RunStatus status = statusOf(report);
    return m_stopping && status == RunStatus::Cancelled ? RunStatus::Interrupted : status;
}

void RunDesk::ended(const std::shared_ptr<Live>& live, const RunReport& report)
{
    RunInfo& info = live->info;
    info.status = endStatus(report);
    info.finishedAt = m_parts.clock->nowUtc();
    info.error = report.error;
    if (!report.mode.isEmpty())
        info.mode = report.mode;
    info.rowsRead = report.rowsRead;
    info.rowsInserted = report.rowsInserted;
    info.rowsUpdated = report.rowsUpdated;
    info.rowsSkipped = report.rowsSkipped;
    info.rowsQuarantined = report.rowsQuarantined;
    info.bytesRead = report.bytesRead;
    info.lostValues = report.lostValues;
    info.cursorBefore = cursorText(report.before);
    info.cursorAfter = report.error ? QString() : cursorText(report.after);
    flushLog(*live);
    keepFollowed(*live, report);
    endSchema(*live, report);
    noteSource(*live, report);
    m_queue.finished(info.id);
    m_live.erase(info.id);
    m_world.finished(info);
    for (const auto& tell : m_onEnded)
        tell(info);
    if (report.error && stopsWholeSource(*report.error))
        failQueued(info.sourceId, *report.error);
    m_world.engine().warehouseBytes = m_parts.warehouse->sizeBytes();
    m_world.engine().diskFreeBytes = diskFreeBytes(m_world.engine().warehousePath);
    // Before the queue moves on: who waits to change a table goes first.
    if (!m_stopping)
        tellWaiting();
    pump();
    m_changed();
}

// Renamed columns stay the key, cursor or selection they were. Somebody else's edit meanwhile goes
// first: the next run follows the rename once more.
void RunDesk::keepFollowed(const Live& live, const RunReport& report)
{
    SchemaInfo* schema = m_world.schema(live.info.schemaId);
    if (!schema || report.error || !report.followed)
        return;
    const Result<qint64> revision = m_parts.state->setConfig(schema->id, *report.followed, live.order.configVersion, QStringLiteral("engine"));
    if (!revision)
        return;
    schema->config = *report.followed;
    schema->revision = *revision;
}

void RunDesk::endSchema(const Live& live, const RunReport& report)
{
    RunEnd end;
    end.run = live.info;
    end.rows = report.error ? -1 : report.tableRows;
    end.cursorText = live.info.cursorAfter;
    end.guarantee = report.guarantee;
    end.synced = !report.error && !live.order.repair && !live.order.reconcile;
    // A repair that only asks back says nothing about the table.
    end.aside = live.order.reconcile || (live.order.repair && (!report.error || report.error->code == ErrorCode::ConfirmationNeeded));
    LEAT_KILLPOINT("run.before-mirror");
    if (Result<void> ok = m_parts.state->finishRun(end); !ok)
        qWarning("The end of run %lld could not be recorded: %s", static_cast<long long>(live.info.id.value),
            qUtf8Printable(m_parts.redactor.redact(ok.error().detail)));
    LEAT_KILLPOINT("run.after-mirror");
    SchemaInfo* schema = m_world.schema(live.info.schemaId);
    if (!schema)
        return;
    schema->currentRun = {};
    schema->progress.reset();
    if (live.order.repair)
        noteRepair(*schema, report);
    if (live.order.reconcile)
        noteReconcile(live, *schema, report);
    else if (report.reconcile)
        noteHeldCopy(*schema, *report.reconcile);
    if (!live.order.reconcile && !live.order.repair && live.order.confirmedDeletes > 0)
        answerHeldCopy(live, *schema, report);
    if (end.aside) {
        if (!report.error)
            schema->rows = report.tableRows;
        SchemaPast past{schema->lastRunStatus, schema->lastSyncedAt.isValid(), {}};
        if (schema->latestError)
            past.latestError = schema->latestError->code;
        schema->status = restingStatus(schema->config, past);
        showHeldDeletes(*schema);
        m_world.touched(schema->id);
        return;
    }
    schema->lastRun = live.info.id;
    schema->lastRunStatus = live.info.status;
    schema->lastStartedAt = live.info.startedAt.isValid() ? live.info.startedAt : live.info.queuedAt;
    schema->latestError = report.error && report.error->code != ErrorCode::Cancelled ? report.error : std::nullopt;
    if (report.guarantee != Guarantee::Unknown)
        schema->guarantee = report.guarantee;
    if (!report.error) {
        schema->rows = report.tableRows;
        schema->lastSyncedAt = live.info.finishedAt;
        schema->cursorText = live.info.cursorAfter;
        schema->lostValues = live.info.lostValues;
        if (report.quarantined >= 0)
            schema->quarantined = report.quarantined;
        settleHeldDeletes(*schema, live.order.confirmedDeletes, live.info.mode == QLatin1String("full"));
        countRun(*schema);
    }
    SchemaPast past{live.info.status, schema->lastSyncedAt.isValid(), {}};
    if (schema->latestError)
        past.latestError = schema->latestError->code;
    schema->status = restingStatus(schema->config, past);
    showHeldDeletes(*schema);
    m_world.touched(schema->id);
}

// A source-level failure is shown on the source, above its tables (seed ids D23, D59).
void RunDesk::noteSource(const Live& live, const RunReport& report)
{
    if (!report.error || stopsWholeSource(*report.error) || isSourceProblem(*report.error))
        noteSourceState(m_parts, m_world, live.info.sourceId, report.error);
}

void RunDesk::failQueued(SourceId source, const Error& error)
{
    for (const RunQueue::Entry& entry : m_queue.removeQueuedOf(source)) {
        RunReport report;
        report.error = error;
        endQueued(m_live.at(entry.run), report);
    }
}

void RunDesk::endQueued(const std::shared_ptr<Live>& live, const RunReport& report)
{
    live->info.status = endStatus(report);
    live->info.finishedAt = m_parts.clock->nowUtc();
    live->info.error = report.error;
    flushLog(*live);
    endSchema(*live, report);
    m_live.erase(live->info.id);
    m_world.finished(live->info);
    for (const auto& tell : m_onEnded)
        tell(live->info);
}

void RunDesk::cancel(const std::vector<SchemaId>& ids)
{
    for (SchemaId id : ids) {
        const std::optional<RunId> run = m_queue.runOf(id);
        if (!run)
            continue;
        const std::shared_ptr<Live> live = m_live.at(*run);
        if (m_queue.removeQueued(*run)) {
            RunReport report;
            report.error = makeError(ErrorCode::Cancelled);
            endQueued(live, report);
            continue;
        }
        live->cancel.cancel();
        if (SchemaInfo* schema = m_world.schema(id)) {
            schema->status = SchemaStatus::Cancelling;
            m_world.touched(id);
        }
    }
    if (!m_stopping)
        tellWaiting();
    pump();
    m_changed();
}

void RunDesk::flushLog(const Live& live)
{
    const std::vector<LogLine> lines = live.monitor->takeLines();
    if (lines.empty())
        return;
    if (Result<void> ok = m_parts.state->appendLog(live.info.id, lines); !ok)
        qWarning("Log lines of run %lld could not be stored", static_cast<long long>(live.info.id.value));
}

void RunDesk::sample()
{
    std::vector<RunId> running;
    for (const auto& [id, live] : m_live) {
        if (!live->started)
            continue;
        running.push_back(id);
        flushLog(*live);
        if (SchemaInfo* schema = m_world.schema(live->info.schemaId)) {
            schema->progress = live->monitor->sample();
            m_world.touched(schema->id);
        }
    }
    const qint64 now = m_parts.clock->monotonicMs();
    if (now - m_lastHeartbeat >= kHeartbeatMs) {
        m_lastHeartbeat = now;
        if (Result<void> ok = m_parts.state->heartbeat(running); !ok)
            qWarning("The heartbeat could not be stored");
    }
    m_changed();
}

} // namespace leat
