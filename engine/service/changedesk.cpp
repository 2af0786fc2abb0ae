// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/changedesk.h"

#include "engine/schedule/schedule.h"
#include "engine/service/commandtext.h"
#include "engine/service/schemadesk.h"
#include "engine/service/schemarules.h"
#include "engine/sync/impact.h"
#include "engine/sync/rewind.h"

#include <algorithm>

namespace leat {

namespace {

constexpr int kRunsLookedAt = 30;
constexpr std::size_t kRunsShown = 3;

} // namespace

ChangeDesk::ChangeDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
                       std::function<void()> changed)
    : m_parts(parts), m_sources(sources), m_world(world), m_ask(ask), m_runs(runs), m_changed(std::move(changed))
{
}

Result<ChangeDesk::Change> ChangeDesk::changeOf(SchemaId id, const SchemaPatch& patch) const
{
    const SchemaInfo* schema = m_world.schema(id);
    const SourceInfo* source = schema ? m_world.source(schema->sourceId) : nullptr;
    if (!source)
        return noSuchTable(id);
    return Change{*schema, *source, applied(schema->config, patch), QTimeZone(m_world.world().engine.timeZone.toLatin1()), 0, {}, {}};
}

Result<void> ChangeDesk::admit(const Change& change) const
{
    if (protectionOf(change.source) == Protection::ReadOnly)
        return makeError(ErrorCode::SourceReadOnly, {}, {{QStringLiteral("source"), change.source.name}});
    if (Result<void> ok = checkTimeOfDay(change.config); !ok)
        return ok.error();
    return checkSyncType(change.config, change.source.type, fullLabel(change.schema));
}

Result<void> ChangeDesk::check(Change& change, const CancelToken& cancel)
{
    Result<std::shared_ptr<Source>> source = m_sources.get(change.source);
    if (!source)
        return source.error();
    Result<SyncOptions> options = (*source)->options(change.schema.table, cancel);
    if (!options)
        return options.error();
    Result<SchemaConfig> config = checkedConfig(change.config, *options, fullLabel(change.schema));
    if (!config)
        return config.error();
    change.config = *config;
    if (!keyNeedsProof(change.config, *options))
        return {};
    Result<KeyCheck> proof = (*source)->checkKey(change.schema.table, change.config.primaryKeyColumns, cancel);
    if (!proof)
        return proof.error();
    rememberKeyCheck(m_parts, change.schema.id,
        {change.config.primaryKeyColumns, proof->unique, proof->hasNulls, proof->examples, m_parts.clock->nowUtc()});
    const QMap<QString, QString> args{{QStringLiteral("table"), fullLabel(change.schema)},
        {QStringLiteral("column"), change.config.primaryKeyColumns.join(QStringLiteral(", "))},
        {QStringLiteral("example"), proof->examples.join(QStringLiteral("; "))}};
    if (proof->hasNulls)
        return makeError(ErrorCode::KeyHasNulls, {}, args);
    if (!proof->unique)
        return makeError(ErrorCode::KeyNotUnique, {}, args);
    return {};
}

SchemaChange ChangeDesk::weigh(Change change, const SchemaPatch& patch, bool running, const CancelToken& cancel)
{
    SchemaChange weighed;
    weighed.id = change.schema.id;
    weighed.name = fullLabel(change.schema);
    weighed.revision = change.schema.revision;
    weighed.before = change.schema.config;
    weighed.running = running;
    if (Result<void> ok = admit(change); !ok)
        weighed.error = ok.error();
    else if (needsSourceCheck(patch))
        if (Result<void> checked = check(change, cancel); !checked)
            weighed.error = checked.error();
    weighed.after = change.config;
    ImpactFacts facts;
    facts.rows = change.schema.rows;
    facts.sourceRows = change.schema.estimatedRows;
    if (Result<std::optional<StoredState>> stored = m_parts.warehouse->state(warehouseTableOf(change.schema)); stored && *stored) {
        facts.loaded = (*stored)->tableExists;
        facts.rows = (*stored)->tableRows;
        facts.cursorText = (*stored)->last.cursor.value.value_or(QString());
    }
    HistoryFilter filter;
    filter.schemaId = change.schema.id;
    filter.limit = kRunsLookedAt;
    if (Result<HistoryPage> past = m_parts.state->history(filter))
        facts.rowsPerSecond = copySpeed(past->runs);
    weighed.impact = impactOf(weighed.before, weighed.after, facts);
    weighed.nextRuns = nextRunsOf(change);
    return weighed;
}

// As the scheduler plans it, without failures: those are told where they are.
std::vector<QDateTime> ChangeDesk::nextRunsOf(const Change& change) const
{
    const SchemaConfig& config = change.config;
    std::vector<QDateTime> runs;
    if (!config.shouldSync || config.syncFrequency == SyncFrequency::Never)
        return runs;
    const QDateTime now = m_parts.clock->nowUtc();
    const QDateTime anchor = change.schema.scheduleAnchor.isValid() ? change.schema.scheduleAnchor
        : change.schema.lastStartedAt.isValid()                     ? change.schema.lastStartedAt
                                                                    : now;
    const Schedule schedule{config.syncFrequency, config.syncTimeOfDay, change.zone};
    QDateTime next = nextRun(schedule, {change.schema.scheduleAnchor, change.schema.lastStartedAt, 0, {}, RetryClass::Transient}, now);
    while (next.isValid() && runs.size() < kRunsShown) {
        runs.push_back(std::max(next, now));
        next = nextSlot(schedule, anchor, runs.back());
    }
    return runs;
}

QFuture<ReplyPtr> ChangeDesk::preview(const PreviewChange& command)
{
    std::vector<std::pair<Change, bool>> list;
    for (SchemaId id : command.ids) {
        Result<Change> change = changeOf(id, command.patch);
        if (!change)
            return AskDesk::answer(change.error());
        list.emplace_back(std::move(*change), m_runs.isBusy(id));
    }
    return m_ask.ask(
        [this, list, patch = command.patch](const CancelToken& cancel) -> Result<Reply> {
            ChangePreview preview;
            QStringList names;
            for (const auto& [change, running] : list) {
                preview.changes.push_back(weigh(change, patch, running, cancel));
                names.append(preview.changes.back().name);
                if (cancel.isCancelled())
                    return makeError(ErrorCode::Cancelled);
            }
            const bool asks = preview.changes.size() == 1 && preview.changes.front().impact.suggested == AfterChange::Resync;
            preview.cli = setCommandText(names, patch, asks ? AfterChange::Resync : AfterChange::Keep);
            return Reply(std::move(preview));
        },
        {});
}

QFuture<ReplyPtr> ChangeDesk::set(const SetSchemas& command)
{
    std::vector<SchemaId> busy;
    for (SchemaId id : command.ids) {
        const SchemaInfo* schema = m_world.schema(id);
        if (!schema)
            return AskDesk::answer(noSuchTable(id));
        // A change under a running sync would mix two configurations (seed id T66); pausing waits.
        if ((!needsSourceCheck(command.patch) && command.after == AfterChange::Keep) || !m_runs.isBusy(id))
            continue;
        if (command.whenRunning == WhenRunning::Refuse && !command.perItem)
            return AskDesk::answer(makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), fullLabel(*schema)}}));
        busy.push_back(id);
    }
    auto promise = std::make_shared<QPromise<ReplyPtr>>();
    promise->start();
    if (busy.empty() || command.whenRunning == WhenRunning::Refuse) {
        start(promise, command);
        return promise->future();
    }
    if (command.whenRunning == WhenRunning::CancelAndApply)
        m_runs.cancel(busy);
    m_runs.whenIdle(busy, [this, promise, command](bool idle) {
        if (idle)
            start(promise, command);
        else
            AskDesk::answerInto(promise, makeError(ErrorCode::Cancelled));
    });
    return promise->future();
}

void ChangeDesk::start(const AskDesk::Promise& promise, const SetSchemas& command)
{
    auto changes = std::make_shared<std::vector<Change>>();
    const bool waits = needsSourceCheck(command.patch) || command.after != AfterChange::Keep;
    for (SchemaId id : command.ids) {
        Result<Change> change = changeOf(id, command.patch);
        if (!change)
            return AskDesk::answerInto(promise, change.error());
        if (Result<void> ok = admit(*change); !ok)
            change->error = ok.error();
        else if (waits && m_runs.isBusy(id))
            change->error = makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), fullLabel(change->schema)}});
        if (change->error && !command.perItem)
            return AskDesk::answerInto(promise, *change->error);
        changes->push_back(std::move(*change));
    }
    m_ask.askInto(promise,
        [this, changes, command](const CancelToken& cancel) { return work(*changes, command, cancel); },
        [this, changes, command](Result<Reply>& reply) { finish(*changes, command, reply); });
}

// All are checked before any is stored, so that a wrong one leaves the others as they were.
Result<Reply> ChangeDesk::work(std::vector<Change>& changes, const SetSchemas& command, const CancelToken& cancel)
{
    const auto each = [&](auto&& step) -> Result<void> {
        for (Change& change : changes) {
            if (change.error)
                continue;
            Result<void> ok = cancel.isCancelled() ? Result<void>(makeError(ErrorCode::Cancelled)) : step(change);
            if (ok)
                continue;
            change.error = ok.error();
            if (!command.perItem)
                return ok;
        }
        return {};
    };
    if (needsSourceCheck(command.patch))
        if (Result<void> ok = each([&](Change& change) { return check(change, cancel); }); !ok)
            return ok.error();
    if (Result<void> ok = each([&](Change& change) { return store(change, command, cancel); }); !ok)
        return ok.error();
    return Reply(Done());
}

Result<void> ChangeDesk::store(Change& change, const SetSchemas& command, const CancelToken& cancel)
{
    Result<qint64> revision = m_parts.state->setConfig(change.schema.id, change.config,
        command.expectedRevision != 0 ? command.expectedRevision : change.schema.revision, m_parts.actor);
    if (!revision) {
        Error error = revision.error();
        error.args.insert(QStringLiteral("subject"), fullLabel(change.schema));
        return error;
    }
    change.revision = *revision;
    return command.after == AfterChange::Rewind ? setBack(change, command.rewindTo, cancel) : Result<void>();
}

Result<void> ChangeDesk::setBack(Change& change, const QString& value, const CancelToken& cancel)
{
    Result<std::shared_ptr<Source>> source = m_sources.get(change.source);
    if (!source)
        return source.error();
    SchemaInfo schema = change.schema;
    schema.config = change.config;
    schema.revision = change.revision;
    const WarehouseTable target = warehouseTableOf(schema);
    Result<Rewind> rewind = planRewind(**source, *m_parts.warehouse, schema, target, value, cancel);
    if (!rewind)
        return rewind.error();
    if (Result<void> ok = m_parts.warehouse->touch(target, rewind->record); !ok)
        return ok;
    change.rewound = rewind->report;
    if (Result<void> ok = m_parts.state->mirror(schema.id, schema.rows, value, schema.lastSyncedAt); !ok)
        return ok;
    const QString detail = QStringLiteral("{\"before\":\"%1\",\"after\":\"%2\"}").arg(rewind->report.before, value);
    return m_parts.state->audit({m_parts.clock->nowUtc(), m_parts.actor, QStringLiteral("schema.rewind"), fullLabel(schema), detail});
}

void ChangeDesk::show(const std::vector<Change>& changes)
{
    for (const Change& change : changes) {
        SchemaInfo* schema = m_world.schema(change.schema.id);
        if (!schema || change.revision == 0)
            continue;
        if (schema->config.shouldSync != change.config.shouldSync)
            schema->pause = change.config.shouldSync ? std::nullopt
                : std::optional(PauseNote{m_parts.actor, m_parts.clock->nowUtc(), {}, {}});
        schema->config = change.config;
        schema->revision = change.revision;
        if (change.rewound)
            schema->cursorText = change.rewound->value;
        if (!schema->currentRun.isValid())
            showAtRest(*schema);
        m_world.touched(schema->id);
    }
    m_changed();
}

void ChangeDesk::finish(const std::vector<Change>& changes, const SetSchemas& command, Result<Reply>& reply)
{
    show(changes);
    if (!reply || (!command.perItem && command.after == AfterChange::Keep))
        return;
    BulkResult result;
    for (const Change& change : changes) {
        ItemOutcome outcome{change.schema.id, fullLabel(change.schema), {}, change.error};
        if (!change.error && command.after == AfterChange::Resync) {
            Result<Reply> queued = m_runs.sync(SyncSchemas{{change.schema.id}, Trigger::Manual, true, false});
            if (const SyncAccepted* accepted = queued ? std::get_if<SyncAccepted>(&*queued) : nullptr)
                outcome.run = accepted->runs.front();
            else if (!queued)
                outcome.error = queued.error();
        }
        result.items.push_back(std::move(outcome));
    }
    reply = Reply(std::move(result));
}

QFuture<ReplyPtr> ChangeDesk::rewind(const RewindSchema& command)
{
    Result<Change> change = changeOf(command.id, {});
    if (!change)
        return AskDesk::answer(change.error());
    if (Result<void> ok = admit(*change); !ok)
        return AskDesk::answer(ok.error());
    if (m_runs.isBusy(command.id) && !command.dryRun)
        return AskDesk::answer(makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), fullLabel(change->schema)}}));
    change->revision = change->schema.revision;
    const auto changes = std::make_shared<std::vector<Change>>(1, *change);
    return m_ask.ask(
        [this, changes, command](const CancelToken& cancel) -> Result<Reply> {
            Change& one = changes->front();
            if (!command.dryRun) {
                if (Result<void> ok = setBack(one, command.value, cancel); !ok)
                    return ok.error();
                return Reply(*one.rewound);
            }
            Result<std::shared_ptr<Source>> source = m_sources.get(one.source);
            if (!source)
                return source.error();
            Result<Rewind> planned = planRewind(**source, *m_parts.warehouse, one.schema, warehouseTableOf(one.schema), command.value, cancel);
            if (!planned)
                return planned.error();
            return Reply(planned->report);
        },
        [this, changes](Result<Reply>& reply) {
            if (reply)
                show(*changes);
        });
}

} // namespace leat
