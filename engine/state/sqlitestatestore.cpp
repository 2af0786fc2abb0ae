// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/sqlitestatestore.h"

#include "engine/base/failpoint.h"
#include "engine/state/auditdetail.h"
#include "engine/state/migrations.h"
#include "engine/state/rowtext.h"
#include "engine/state/transaction.h"

#include <QFileInfo>

#include <algorithm>

namespace leat {

namespace {

// Checking reads the whole file, so that a large one is checked only after an unclean end.
constexpr qint64 alwaysCheckedBytes = 64 << 20;

bool needsCheck(const QString& file)
{
    return QFileInfo(file).size() <= alwaysCheckedBytes || QFileInfo(file + QStringLiteral("-wal")).size() > 0;
}

Result<void> check(Database& database)
{
    Result<QVariant> verdict = database.scalar(QStringLiteral("PRAGMA quick_check(1)"));
    if (!verdict)
        return verdict.error();
    if (verdict->toString() == QLatin1String("ok"))
        return {};
    Error error = makeError(ErrorCode::ProfileUnreadable, verdict->toString(), {{QStringLiteral("path"), database.file()}});
    error.owner = Owner::State;
    return error;
}

} // namespace

Result<std::unique_ptr<StateStore>> StateStore::open(const QString& file)
{
    return SqliteStateStore::open(file, std::make_shared<SystemClock>());
}

SqliteStateStore::Core::Core(std::unique_ptr<Database> opened)
    : database(std::move(opened)), sources(*database), schemas(*database), runs(*database), leases(*database),
      logs(*database), audits(*database), settings(*database)
{
}

SqliteStateStore::SqliteStateStore(std::shared_ptr<const Clock> clock) : m_clock(std::move(clock)) {}

SqliteStateStore::~SqliteStateStore()
{
    m_thread.call([this] {
        if (m_core)
            close(*m_core);
        m_core.reset();
    });
}

Result<std::unique_ptr<StateStore>> SqliteStateStore::open(const QString& file, std::shared_ptr<const Clock> clock)
{
    std::unique_ptr<SqliteStateStore> store(new SqliteStateStore(std::move(clock)));
    Result<void> loaded = store->m_thread.call([&] { return store->load(file); });
    if (!loaded)
        return loaded.error();
    return std::unique_ptr<StateStore>(std::move(store));
}

Result<void> SqliteStateStore::load(const QString& file)
{
    const bool checked = needsCheck(file);
    Result<std::unique_ptr<Database>> database = Database::open(file);
    if (!database)
        return database.error();
    if (Result<void> migrated = migrate(**database, profileMigrations()); !migrated)
        return migrated;
    if (checked)
        if (Result<void> sound = check(**database); !sound)
            return sound;
    // Says now, not with the first change, that nothing can be written.
    LEAT_FAILPOINT("state.opened");
    Result<Transaction> probe = Transaction::begin(**database);
    if (!probe)
        return probe.error();
    if (Result<void> written = probe->commit(); !written)
        return written;
    m_core = std::make_unique<Core>(std::move(*database));
    m_reserve = std::make_unique<DiskReserve>(file + QStringLiteral("-reserve"));
    m_reserve->keep();
    return {};
}

void SqliteStateStore::close(Core& core)
{
    if (core.owner == 0)
        return;
    Result<std::vector<RunRepo::Unfinished>> left = core.runs.unfinished();
    Result<Transaction> transaction = Transaction::begin(*core.database);
    if (!left || !transaction)
        return;
    for (const RunRepo::Unfinished& unfinished : *left) {
        if (unfinished.owner != core.owner)
            continue;
        if (!core.leases.release(unfinished.run.id) || !core.runs.interrupt(unfinished.run, m_clock->nowUtc()))
            return;
    }
    // If it cannot be written here, the next start does the same by the process that is gone.
    (void)transaction->commit();
}

template <typename Job>
auto SqliteStateStore::read(Job job) -> decltype(job(std::declval<Core&>()))
{
    return m_thread.call([&] { return job(*m_core); });
}

template <typename Job>
auto SqliteStateStore::write(Job job) -> decltype(job(std::declval<Core&>()))
{
    using Answer = decltype(job(std::declval<Core&>()));
    return m_thread.call([&]() -> Answer {
        Result<Transaction> transaction = Transaction::begin(*m_core->database);
        if (!transaction)
            return transaction.error();
        const qint64 ownerBefore = m_core->owner;
        Answer answer = job(*m_core);
        if (answer) {
            const Result<void> committed = transaction->commit();
            if (committed)
                return answer;
            answer = committed.error();
        }
        m_core->owner = ownerBefore;
        return answer;
    });
}

Result<void> SqliteStateStore::note(
    Core& core, const QString& actor, const char* action, const QString& subject, const QString& detail)
{
    return core.audits.add({m_clock->nowUtc(), actor, QLatin1String(action), subject, detail});
}

// ---- sources ----

Result<std::vector<SourceInfo>> SqliteStateStore::sources()
{
    return read([](Core& core) { return core.sources.all(); });
}

Result<SourceId> SqliteStateStore::addSource(const SourceInfo& source, const QString& actor)
{
    return write([&](Core& core) -> Result<SourceId> {
        LEAT_FAILPOINT("state.source-add");
        Result<SourceId> id = core.sources.add(source);
        if (!id)
            return id;
        if (Result<void> noted = note(core, actor, "source.add", source.name, auditdetail::ofSource(source)); !noted)
            return noted.error();
        return id;
    });
}

Result<void> SqliteStateStore::updateSource(const SourceInfo& source, const QString& actor)
{
    return write([&](Core& core) -> Result<void> {
        const Result<SourceInfo> before = core.sources.one(source.id);
        if (!before)
            return before.error();
        const Result<bool> changed = core.sources.update(source);
        if (!changed)
            return changed.error();
        return *changed ? note(core, actor, "source.set", source.name, auditdetail::ofChange(*before, source)) : Result<void>();
    });
}

Result<void> SqliteStateStore::removeSource(SourceId id, const QString& actor)
{
    return write([&](Core& core) -> Result<void> {
        const Result<SourceInfo> source = core.sources.one(id);
        if (!source)
            return source.error();
        LEAT_FAILPOINT("state.source-remove");
        if (Result<void> removed = core.sources.remove(id); !removed)
            return removed;
        return note(core, actor, "source.remove", source->name, auditdetail::ofSource(*source));
    });
}

Result<std::map<QString, SecretRecord>> SqliteStateStore::secretRecords(SourceId id)
{
    return read([&](Core& core) { return core.sources.secrets(id); });
}

Result<void> SqliteStateStore::setSecretRecord(SourceId id, const QString& key, const SecretRecord& record)
{
    return write([&](Core& core) { return core.sources.setSecret(id, key, record); });
}

// ---- schemas ----

Result<std::vector<SchemaInfo>> SqliteStateStore::schemas()
{
    return read([](Core& core) { return core.schemas.all(); });
}

Result<std::vector<SchemaId>> SqliteStateStore::addSchemas(const std::vector<SchemaInfo>& schemas, const QString& actor)
{
    return write([&](Core& core) -> Result<std::vector<SchemaId>> {
        std::map<SourceId, std::vector<SchemaInfo>> bySource;
        for (const SchemaInfo& schema : schemas)
            bySource[schema.sourceId].push_back(schema);
        std::map<SourceId, std::vector<SchemaId>> ids;
        for (const auto& [sourceId, group] : bySource) {
            const Result<SourceInfo> source = core.sources.one(sourceId);
            if (!source)
                return source.error();
            QStringList added;
            Result<std::vector<SchemaId>> made = core.schemas.add(*source, group, added);
            if (!made)
                return made.error();
            ids[sourceId] = std::move(*made);
            if (added.isEmpty())
                continue;
            if (Result<void> noted = note(core, actor, "schema.add", source->name, auditdetail::ofAdded(added, group)); !noted)
                return noted.error();
        }
        std::vector<SchemaId> ordered;
        std::map<SourceId, std::size_t> next;
        for (const SchemaInfo& schema : schemas)
            ordered.push_back(ids[schema.sourceId][next[schema.sourceId]++]);
        return ordered;
    });
}

Result<void> SqliteStateStore::updateListing(const std::vector<SchemaInfo>& schemas)
{
    return write([&](Core& core) -> Result<void> {
        for (const SchemaInfo& schema : schemas)
            if (Result<void> done = core.schemas.updateListing(schema); !done)
                return done;
        return {};
    });
}

Result<qint64> SqliteStateStore::setConfig(
    SchemaId id, const SchemaConfig& config, qint64 expectedRevision, const QString& actor)
{
    return write([&](Core& core) -> Result<qint64> {
        const Result<SchemaInfo> before = core.schemas.one(id);
        if (!before)
            return before.error();
        const QString subject = before->sourceName + QLatin1Char('.') + before->label;
        if (expectedRevision != 0 && expectedRevision != before->revision)
            return makeError(ErrorCode::RevisionConflict,
                QStringLiteral("expected revision %1, found %2").arg(expectedRevision).arg(before->revision),
                {{QStringLiteral("subject"), subject}, {QStringLiteral("found"), QString::number(before->revision)}});
        if (config == before->config)
            return before->revision;
        LEAT_FAILPOINT("state.config-save");
        if (Result<void> done = core.schemas.setConfig(id, config); !done)
            return done.error();
        if (config.shouldSync != before->config.shouldSync)
            if (Result<void> done = core.schemas.setPause(id, pauseOf(config, actor)); !done)
                return done.error();
        if (config.syncFrequency != before->config.syncFrequency)
            if (Result<void> done = core.schemas.anchorSchedule(id); !done)
                return done.error();
        if (Result<void> noted = note(core, actor, "schema.set", subject, auditdetail::ofChange(before->config, config)); !noted)
            return noted.error();
        return before->revision + 1;
    });
}

std::optional<PauseNote> SqliteStateStore::pauseOf(const SchemaConfig& config, const QString& actor) const
{
    return config.shouldSync ? std::nullopt : std::optional(PauseNote{actor, m_clock->nowUtc(), {}, {}});
}

Result<qint64> SqliteStateStore::pauseSchema(SchemaId id, const PauseNote& note)
{
    return write([&](Core& core) -> Result<qint64> {
        const Result<SchemaInfo> before = core.schemas.one(id);
        if (!before)
            return before.error();
        SchemaConfig config = before->config;
        config.shouldSync = false;
        if (Result<void> done = core.schemas.setConfig(id, config); !done)
            return done.error();
        if (Result<void> done = core.schemas.setPause(id, note); !done)
            return done.error();
        const QString subject = before->sourceName + QLatin1Char('.') + before->label;
        if (Result<void> noted = this->note(core, note.actor, "schema.pause", subject, rowtext::pause(note).toString()); !noted)
            return noted.error();
        return before->revision + 1;
    });
}

Result<void> SqliteStateStore::mirror(SchemaId id, qint64 rows, const QString& cursorText, const QDateTime& lastSyncedAt)
{
    LEAT_FAILPOINT("state.mirror");
    return write([&](Core& core) { return core.schemas.mirror(id, rows, cursorText, lastSyncedAt); });
}

Result<void> SqliteStateStore::raiseFence(qint64 seen)
{
    return write([&](Core& core) { return core.leases.raise(seen); });
}

Result<qint64> SqliteStateStore::storedFence(SchemaId id, RunId after)
{
    return read([&](Core& core) { return core.runs.storedFence(id, after); });
}

Result<void> SqliteStateStore::setReconcile(SchemaId id, const ReconcileNote& note)
{
    return write([&](Core& core) { return core.schemas.setReconcile(id, note); });
}

Result<void> SqliteStateStore::setProof(SchemaId id, const Proof& proof)
{
    return write([&](Core& core) { return core.schemas.setProof(id, proof); });
}

// ---- log, audit, settings ----

Result<void> SqliteStateStore::appendLog(RunId run, const std::vector<LogLine>& lines)
{
    return write([&](Core& core) {
        std::vector<LogLine> timed = lines;
        for (LogLine& line : timed)
            if (!line.at.isValid())
                line.at = m_clock->nowUtc();
        return core.logs.append(run, timed);
    });
}

Result<LogPage> SqliteStateStore::log(RunId run, qint64 afterSeq, int limit)
{
    return read([&](Core& core) { return core.logs.page(run, afterSeq, std::clamp(limit, 1, 100'000)); });
}

Result<void> SqliteStateStore::audit(const AuditEntry& entry)
{
    return write([&](Core& core) {
        AuditEntry timed = entry;
        if (!timed.at.isValid())
            timed.at = m_clock->nowUtc();
        return core.audits.add(timed);
    });
}

Result<std::vector<AuditEntry>> SqliteStateStore::auditTrail(int limit)
{
    return read([&](Core& core) { return core.audits.newest(std::clamp(limit, 1, 100'000)); });
}

Result<QString> SqliteStateStore::value(const QString& key)
{
    return read([&](Core& core) { return core.settings.value(key); });
}

Result<void> SqliteStateStore::setValue(const QString& key, const QString& value)
{
    return write([&](Core& core) { return core.settings.set(key, value); });
}

Result<void> SqliteStateStore::quickCheck()
{
    return read([](Core& core) { return check(*core.database); });
}

// ---- runs ----

Result<RunId> SqliteStateStore::addRun(const RunInfo& run)
{
    return write([&](Core& core) -> Result<RunId> {
        LEAT_FAILPOINT("state.run-add");
        const Result<qint64> mine = owner(core);
        if (!mine)
            return mine.error();
        RunInfo queued = run;
        if (!queued.queuedAt.isValid())
            queued.queuedAt = m_clock->nowUtc();
        return core.runs.add(queued, *mine);
    });
}

Result<Lease> SqliteStateStore::startRun(RunId id, SchemaId schemaId)
{
    return write([&](Core& core) -> Result<Lease> {
        const Result<RunInfo> run = core.runs.one(id);
        if (!run)
            return run.error();
        if (run->schemaId != schemaId)
            return makeError(ErrorCode::InvalidArgument, QStringLiteral("the run is of another table"),
                {{QStringLiteral("what"), QStringLiteral("the run's table")}, {QStringLiteral("value"), QString::number(schemaId.value)}});
        if (run->status != RunStatus::Queued && run->status != RunStatus::Running)
            return makeError(ErrorCode::InvalidArgument, QStringLiteral("run %1 has ended already").arg(id.value),
                {{QStringLiteral("what"), QStringLiteral("an unfinished run")}, {QStringLiteral("value"), QString::number(id.value)}});
        LEAT_FAILPOINT("state.lease-take");
        return lease(core, *run);
    });
}

Result<void> SqliteStateStore::heartbeat(const std::vector<RunId>& runs)
{
    LEAT_FAILPOINT("state.heartbeat");
    return write([&](Core& core) { return core.leases.heartbeat(runs, core.owner, m_clock->nowUtc()); });
}

// A run that ended for want of space would else be one that was cut off, with no word of the disk.
Result<void> SqliteStateStore::finishRun(const RunEnd& end)
{
    Result<void> done = writeEnd(end);
    if (done)
        m_thread.call([this] { m_reserve->keep(); });
    else if (done.error().code == ErrorCode::DiskFull && m_thread.call([this] { return m_reserve->release(); }))
        done = writeEnd(end);
    return done;
}

Result<void> SqliteStateStore::writeEnd(const RunEnd& end)
{
    return write([&](Core& core) -> Result<void> {
        const Result<RunInfo> run = core.runs.one(end.run.id);
        if (!run)
            return run.error();
        LEAT_FAILPOINT("state.history-write");
        Result<void> done = core.runs.finish(end, m_clock->nowUtc());
        if (done) {
            LEAT_FAILPOINT("state.lease-release");
            done = core.leases.release(run->id);
        }
        if (done)
            done = core.logs.prune(run->schemaId);
        return done;
    });
}

Result<int> SqliteStateStore::recoverRuns()
{
    LEAT_FAILPOINT("state.recover");
    return write([this](Core& core) { return interruptAbandoned(core); });
}

Result<std::vector<StaleLease>> SqliteStateStore::staleLeases()
{
    return read([this](Core& core) { return stale(core); });
}

Result<int> SqliteStateStore::freeLeases(const std::vector<RunId>& runs)
{
    return write([&](Core& core) { return free(core, runs); });
}

Result<HistoryPage> SqliteStateStore::history(const HistoryFilter& filter)
{
    return read([&](Core& core) { return core.runs.history(filter); });
}

} // namespace leat
