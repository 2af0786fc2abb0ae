// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakecontrol.h"

#include <QTimer>

#include <algorithm>

namespace leat::test {

namespace {

bool isRunning(SchemaStatus status)
{
    return status == SchemaStatus::Running || status == SchemaStatus::Queued || status == SchemaStatus::Cancelling;
}

} // namespace

FakeControl::FakeControl(World world, QObject* parent)
    : Control(parent)
    , m_world(std::make_shared<World>(std::move(world)))
{
}

FakeControl::~FakeControl()
{
    // The contract: a future always finishes.
    for (Waiting& w : m_waiting) {
        w.promise->addResult(std::make_shared<Result<Reply>>(makeError(ErrorCode::Cancelled)));
        w.promise->finish();
    }
}

QFuture<ReplyPtr> FakeControl::send(Command command)
{
    auto promise = std::make_shared<QPromise<ReplyPtr>>();
    promise->start();
    m_sent.push_back(std::move(command));
    const size_t index = m_sent.size() - 1;
    m_waiting.push_back({promise, index});
    if (!m_held)
        answerLater(promise, index);
    return promise->future();
}

void FakeControl::answerLater(std::shared_ptr<QPromise<ReplyPtr>> promise, size_t index)
{
    QTimer::singleShot(0, this, [this, promise, index] {
        const auto at = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting& w) { return w.promise == promise; });
        if (at == m_waiting.end())
            return;
        m_waiting.erase(at);
        Result<Reply> reply = index < m_sent.size() ? answer(m_sent[index]) : Result<Reply>(Reply(Done{}));
        promise->addResult(std::make_shared<Result<Reply>>(std::move(reply)));
        promise->finish();
    });
}

void FakeControl::release()
{
    m_held = false;
    const auto waiting = m_waiting;
    for (const Waiting& w : waiting)
        answerLater(w.promise, w.index);
}

void FakeControl::editSchema(SchemaId id, const std::function<void(SchemaInfo&)>& change)
{
    edit([&](World& world) {
        for (SchemaInfo& s : world.schemas)
            if (s.id == id)
                change(s);
    });
    ChangeSet news;
    news.schemas = {id};
    tell(news);
}

Result<Reply> FakeControl::answer(const Command& command)
{
    if (auto& failures = m_failures[command.index()]; !failures.empty()) {
        const Error error = failures.front();
        failures.pop_front();
        return error;
    }
    if (std::holds_alternative<ParseSourceUrl>(command))
        return Reply(ParsedUrl{parsed.type, parsed.settings, clone(parsed.secrets), parsed.suggestedName});
    if (const auto* test = std::get_if<TestDraft>(&command)) {
        if (test->onStep)
            test->onStep(report);
        return Reply(report);
    }
    if (const auto* test = std::get_if<TestSource>(&command)) {
        if (test->onStep)
            test->onStep(report);
        return Reply(report);
    }
    if (std::holds_alternative<ListDraftTables>(command))
        return Reply(tables);
    if (const auto* add = std::get_if<AddSource>(&command))
        return addSource(*add);
    if (const auto* c = std::get_if<SyncSchemas>(&command))
        return sync(*c);
    if (const auto* c = std::get_if<CancelSchemas>(&command))
        return cancel(*c);
    if (const auto* c = std::get_if<SetSchemas>(&command))
        return set(*c);
    if (const auto* c = std::get_if<RemoveSource>(&command))
        return remove(*c);
    if (const auto* c = std::get_if<UpdateSource>(&command))
        return update(*c);
    if (const auto* c = std::get_if<LoadOptions>(&command)) {
        const auto at = options.find(c->id.value);
        return at == options.end() ? Result<Reply>(makeError(ErrorCode::TableMissing)) : Result<Reply>(Reply(at->second));
    }
    if (const auto* c = std::get_if<LoadHistory>(&command))
        return Reply(history(c->filter));
    if (const auto* c = std::get_if<LoadRunLog>(&command)) {
        LogPage page;
        for (const LogLine& line : logs[c->run.value])
            if (line.seq > c->afterSeq && int(page.lines.size()) < c->limit)
                page.lines.push_back(line);
        return Reply(page);
    }
    if (std::holds_alternative<VerifySchema>(command))
        return Reply(verify);
    if (const auto* c = std::get_if<ReconcileSchema>(&command)) {
        ReconcileReport found = reconcile;
        found.schemaId = c->id;
        found.held = found.held && c->confirmation.token.isEmpty();
        found.deleted = found.held ? 0 : found.gone;
        return Reply(found);
    }
    if (std::holds_alternative<RefreshSource>(command))
        return Reply(RefreshResult{{QStringLiteral("returns")}, {}});
    if (std::holds_alternative<CreateSample>(command))
        return createSample();
    if (std::holds_alternative<RunDoctor>(command))
        return Reply(doctor);
    if (const auto* c = std::get_if<FixFinding>(&command))
        return fix(*c);
    return answerChange(command);
}

// Like the engine: refuses without the token, then finds nothing more to put right there.
Result<Reply> FakeControl::fix(const FixFinding& command)
{
    for (DoctorFinding& finding : doctor.findings)
        for (const DoctorFix& fix : finding.fixes) {
            if (fix.id != command.id)
                continue;
            if (fix.deletes && fix.token != command.token)
                return makeError(ErrorCode::ConfirmationNeeded, {}, {{QStringLiteral("subject"), fix.id}, {QStringLiteral("reason"), QStringLiteral("no token")}});
            DoctorReport after;
            after.done = fix.words + QStringLiteral(": done.");
            finding = {finding.name, DoctorFinding::State::Ok, QStringLiteral("none"), {}, finding.id};
            after.findings = doctor.findings;
            return Reply(after);
        }
    return makeError(ErrorCode::NotFound, {}, {{QStringLiteral("what"), QStringLiteral("fix")}, {QStringLiteral("name"), command.id}});
}

Result<Reply> FakeControl::answerChange(const Command& command)
{
    if (const auto* c = std::get_if<PreviewChange>(&command))
        return previewOf(*c);
    if (const auto* c = std::get_if<Diagnose>(&command)) {
        if (c->onStep)
            c->onStep(report);
        return Reply(diagnosis);
    }
    if (std::holds_alternative<CheckKey>(command))
        return Reply(key);
    if (const auto* c = std::get_if<RewindSchema>(&command)) {
        RewindReport counted = rewind;
        counted.value = c->value;
        return Reply(counted);
    }
    if (std::holds_alternative<PreviewDestructive>(command))
        return Reply(destructive);
    if (const auto* c = std::get_if<DestroyData>(&command))
        return Reply(itemsOf(c->schemas));
    if (std::holds_alternative<LoadQuarantine>(command))
        return Reply(quarantine);
    if (std::holds_alternative<ReplayQuarantine>(command) || std::holds_alternative<DropQuarantine>(command)) {
        const bool dropped = std::holds_alternative<DropQuarantine>(command);
        const qint64 rows = qint64(quarantine.rows.size());
        quarantine = {};
        return Reply(QuarantineReport{dropped ? 0 : rows, 0, dropped ? rows : 0, 0});
    }
    if (std::holds_alternative<LoadTrash>(command) || std::holds_alternative<SetTrashLimits>(command))
        return Reply(trash);
    if (const auto* c = std::get_if<RestoreTrash>(&command)) {
        BulkResult result;
        for (const TrashItem& item : trash.items)
            if (std::find(c->ids.begin(), c->ids.end(), item.id) != c->ids.end())
                result.items.push_back({{}, item.name, {}, {}});
        return Reply(result);
    }
    if (std::holds_alternative<TestCredentials>(command))
        return Reply(credentials);
    if (const auto* c = std::get_if<RotateCredentials>(&command))
        return rotate(*c);
    if (const auto* c = std::get_if<PreviewBundle>(&command))
        return Reply(bundles[c->hashNames]);
    if (std::holds_alternative<SaveBundle>(command))
        return Reply(Done());
    if (std::holds_alternative<LoadTuning>(command))
        return Reply(tuning);
    if (std::holds_alternative<PauseScheduler>(command) || std::holds_alternative<ResumeScheduler>(command)) {
        edit([&](World& world) { world.engine.schedulerPaused = std::holds_alternative<PauseScheduler>(command); });
        ChangeSet news;
        news.engine = true;
        tell(news);
    }
    return Reply(Done{});
}

BulkResult FakeControl::itemsOf(const std::vector<SchemaId>& ids) const
{
    BulkResult result;
    for (const SchemaId id : ids)
        if (const SchemaInfo* s = m_world->schema(id))
            result.items.push_back({id, s->sourceName + QLatin1Char('.') + s->label, {}, {}});
    return result;
}

Result<Reply> FakeControl::previewOf(const PreviewChange& command) const
{
    if (!preview.changes.empty())
        return Reply(preview);
    ChangePreview out;
    out.cli = QStringLiteral("leatctl schema set");
    for (const SchemaId id : command.ids) {
        const SchemaInfo* s = m_world->schema(id);
        if (s == nullptr)
            continue;
        SchemaChange change;
        change.id = id;
        change.name = s->sourceName + QLatin1Char('.') + s->label;
        change.revision = s->revision;
        change.before = s->config;
        change.after = applied(s->config, command.patch);
        change.running = isRunning(s->status);
        for (const QString& field : changedFields(change.before, change.after))
            change.impact.fields.push_back({field, fieldText(change.before, field), fieldText(change.after, field), ImpactVerdict::StaysValid, QStringLiteral("Nothing else changes."), false});
        out.changes.push_back(change);
    }
    return Reply(out);
}

/// What waits for the credentials syncs, and the incident goes.
Result<Reply> FakeControl::rotate(const RotateCredentials& command)
{
    RotationResult result;
    result.report = credentials;
    if (!credentials.ok())
        return Reply(result);
    ChangeSet news;
    edit([&](World& world) {
        for (SchemaInfo& s : world.schemas)
            if (command.sync && s.sourceId == command.id && s.status == SchemaStatus::Failed) {
                s.status = SchemaStatus::Queued;
                s.currentRun = RunId{m_nextId++};
                result.runs.push_back(s.currentRun);
                news.schemas.push_back(s.id);
            }
        world.incidents.erase(std::remove_if(world.incidents.begin(), world.incidents.end(), [&](const Incident& i) { return i.sourceId == command.id; }), world.incidents.end());
    });
    news.incidents = true;
    tell(news);
    result.rollbackUntil = command.rollback ? QDateTime() : QDateTime::currentDateTimeUtc().addDays(1);
    return Reply(result);
}

Result<Reply> FakeControl::addSource(const AddSource& command)
{
    const SourceId id{m_nextId++};
    ChangeSet news;
    news.structure = true;
    news.sources = {id};
    edit([&](World& world) {
        SourceInfo source;
        source.id = id;
        source.name = command.draft.name;
        source.type = command.draft.type;
        source.settings = command.draft.settings;
        source.status = SourceStatus::Ok;
        source.summary = command.draft.settings.value(QStringLiteral("host"));
        world.sources.push_back(source);
        for (const TableListing& listing : tables.tables) {
            SchemaInfo schema;
            schema.id = SchemaId{m_nextId++};
            schema.sourceId = id;
            schema.sourceName = source.name;
            schema.table = listing.table;
            schema.label = listing.table.name;
            schema.warehouseTable = source.name + QLatin1Char('.') + listing.table.name;
            for (const TableChoice& choice : command.tables)
                if (choice.table == listing.table)
                    schema.config = choice.config;
            schema.status = schema.config.shouldSync ? SchemaStatus::NeverSynced : SchemaStatus::Off;
            news.schemas.push_back(schema.id);
            world.schemas.push_back(schema);
        }
    });
    tell(news);
    return Reply(SourceAdded{id, int(news.schemas.size())});
}

Result<Reply> FakeControl::createSample()
{
    const World shop = worlds::shop();
    ChangeSet news;
    news.structure = true;
    edit([&](World& world) {
        world.sources = {shop.sources.front()};
        world.schemas.clear();
        for (const SchemaInfo& s : shop.schemas)
            if (s.sourceId == shop.sources.front().id) {
                world.schemas.push_back(s);
                world.schemas.back().status = SchemaStatus::NeverSynced;
                world.schemas.back().config.shouldSync = true;
                world.schemas.back().rows = -1;
                world.schemas.back().lastSyncedAt = {};
                world.schemas.back().latestError.reset();
                world.schemas.back().progress.reset();
                news.schemas.push_back(s.id);
            }
    });
    tell(news);
    return Reply(SourceAdded{shop.sources.front().id, int(news.schemas.size())});
}

Result<Reply> FakeControl::sync(const SyncSchemas& command)
{
    SyncAccepted accepted;
    ChangeSet news;
    edit([&](World& world) {
        for (SchemaInfo& s : world.schemas)
            if (std::find(command.ids.begin(), command.ids.end(), s.id) != command.ids.end()) {
                s.status = SchemaStatus::Queued;
                s.currentRun = RunId{m_nextId++};
                accepted.runs.push_back(s.currentRun);
                news.schemas.push_back(s.id);
            }
        world.engine.queued += int(accepted.runs.size());
    });
    news.engine = true;
    news.runs = accepted.runs;
    tell(news);
    return Reply(accepted);
}

Result<Reply> FakeControl::cancel(const CancelSchemas& command)
{
    for (const SchemaId id : command.ids)
        editSchema(id, [](SchemaInfo& s) {
            s.status = SchemaStatus::Cancelled;
            s.progress.reset();
            s.currentRun = {};
        });
    return Reply(Done{});
}

Result<Reply> FakeControl::set(const SetSchemas& command)
{
    for (const SchemaId id : command.ids)
        editSchema(id, [&](SchemaInfo& s) {
            s.config = applied(s.config, command.patch);
            ++s.revision;
            if (command.patch.shouldSync)
                s.status = *command.patch.shouldSync ? (s.rows >= 0 ? SchemaStatus::Ok : SchemaStatus::NeverSynced)
                                                     : (s.rows >= 0 ? SchemaStatus::Paused : SchemaStatus::Off);
        });
    if (command.perItem || command.after != AfterChange::Keep)
        return Reply(itemsOf(command.ids));
    return Reply(Done{});
}

Result<Reply> FakeControl::remove(const RemoveSource& command)
{
    edit([&](World& world) {
        world.sources.erase(std::remove_if(world.sources.begin(), world.sources.end(), [&](const SourceInfo& s) { return s.id == command.id; }), world.sources.end());
        world.schemas.erase(std::remove_if(world.schemas.begin(), world.schemas.end(), [&](const SchemaInfo& s) { return s.sourceId == command.id; }), world.schemas.end());
        world.incidents.erase(std::remove_if(world.incidents.begin(), world.incidents.end(), [&](const Incident& i) { return i.sourceId == command.id; }), world.incidents.end());
    });
    ChangeSet news;
    news.structure = news.incidents = true;
    tell(news);
    return Reply(Done{});
}

Result<Reply> FakeControl::update(const UpdateSource& command)
{
    edit([&](World& world) {
        for (SourceInfo& s : world.sources)
            if (s.id == command.id)
                for (auto at = command.settings.begin(); at != command.settings.end(); ++at)
                    s.settings.insert(at.key(), at.value());
    });
    ChangeSet news;
    news.sources = {command.id};
    tell(news);
    return Reply(Done{});
}

HistoryPage FakeControl::history(const HistoryFilter& filter) const
{
    HistoryPage page;
    for (const RunInfo& run : runs) {
        if ((filter.sourceId && *filter.sourceId != run.sourceId) || (filter.schemaId && *filter.schemaId != run.schemaId)
            || (filter.status && *filter.status != run.status) || (filter.before.isValid() && !(run.id < filter.before)))
            continue;
        if (int(page.runs.size()) == filter.limit) {
            page.more = true;
            break;
        }
        page.runs.push_back(run);
    }
    return page;
}

} // namespace leat::test
