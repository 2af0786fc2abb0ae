// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulate/simulation.h"

#include <algorithm>

namespace leat::sim {

namespace {

constexpr int kSteps = 80;
constexpr qint64 kDayMs = 86'400'000;

bool isWorthAnotherAttempt(const Error& error)
{
    return error.code == ErrorCode::RevisionConflict;
}

} // namespace

Simulation::Simulation(const QString& folder, Defect defect) : m_file(folder + QStringLiteral("/state.db")), m_defect(defect)
{
    for (Process& process : m_processes)
        open(process);
}

Simulation::~Simulation() = default;

void Simulation::open(Process& process)
{
    process.store.reset();
    Result<std::unique_ptr<StateStore>> store = SqliteStateStore::open(m_file, m_clock);
    if (!store)
        qFatal("the state store: %s", qPrintable(store.error().detail));
    process.store = std::move(*store);
    process.queue.emplace(2);
    process.stopped = false;
}

int Simulation::pick(int below)
{
    return int(m_random() % quint64(below));
}

void Simulation::check(bool good, const QString& what)
{
    if (!good && !m_problems.contains(what))
        m_problems.append(what);
}

QStringList Simulation::run(quint64 seed)
{
    m_random.seed(seed);
    m_problems.clear();
    m_trace.clear();
    prepare();
    for (int i = 0; i < kSteps; ++i)
        step();
    settle();
    syncUntilQuiet();
    judge();
    // The store stays small, whatever the number of schedules.
    check(m_processes[0].store->removeSource(m_schema.sourceId, QStringLiteral("sim")).has_value(), QStringLiteral("the source stays"));
    return m_problems;
}

// A source and a schema of its own, so that the store can stay open.
void Simulation::prepare()
{
    m_database = std::make_unique<MemoryDatabase>();
    m_database->shape = memoryShape(pick(2) == 0);
    m_warehouse = std::make_unique<MemoryWarehouse>();
    m_warehouse->ignoresBasis = m_defect == Defect::NoBasis;
    m_warehouse->ignoresFence = m_defect == Defect::NoFence;
    m_writers = {};
    m_clock->reset();
    m_type = std::array{SyncType::FullRefresh, SyncType::Incremental, SyncType::Append}[std::size_t(pick(3))];
    StateStore& store = *m_processes[0].store;
    SourceInfo source;
    source.name = QStringLiteral("s%1").arg(++m_number);
    source.type = QStringLiteral("memory");
    const Result<SourceId> id = store.addSource(source, QStringLiteral("sim"));
    m_schema = {};
    m_schema.sourceId = id ? *id : SourceId();
    m_schema.sourceName = source.name;
    m_schema.table = {QString(), QStringLiteral("rows")};
    const Result<std::vector<SchemaId>> made = store.addSchemas({m_schema}, QStringLiteral("sim"));
    if (!made)
        qFatal("the schema: %s", qPrintable(made.error().detail));
    m_schema.id = made->front();
    m_schema.config.shouldSync = true;
    m_schema.config.syncType = m_type;
    if (m_type != SyncType::FullRefresh)
        m_schema.config.incrementalField = QStringLiteral("updated");
    if (m_type == SyncType::Incremental)
        m_schema.config.primaryKeyColumns = {QStringLiteral("id")};
    if (m_type != SyncType::FullRefresh && pick(3) == 0)
        m_schema.config.lateCommits = LateCommits::Xmin;
    const Result<qint64> revision = store.setConfig(m_schema.id, m_schema.config, 0, QStringLiteral("sim"));
    m_schema.revision = revision ? *revision : 0;
}

void Simulation::step()
{
    Process& process = anyProcess();
    // A crash is what takes longest to play: one in three schedules has one.
    const int what = pick(240) == 0 ? 100 : pick(100);
    if (what < 28)
        write();
    else if (what < 62)
        advance(process);
    else if (what < 74)
        trigger(process, pick(2) == 0 ? Trigger::Manual : Trigger::Schedule, pick(8) == 0);
    else if (what < 80)
        heartbeat(process);
    else if (what < 84)
        cancelOne(process);
    else if (what < 87)
        editConfig();
    else if (what < 89)
        deleteData(process);
    else if (what < 91)
        restoreData(process);
    else if (what < 94)
        process.stopped = !process.stopped;
    else if (what < 98)
        m_clock->pass(pick(45'000));
    else if (what < 100)
        m_clock->step(pick(2) == 0 ? kDayMs : -kDayMs);
    else
        crash(process);
}

void Simulation::write()
{
    const std::size_t who = std::size_t(pick(2));
    std::optional<MemoryDatabase::Transaction>& mine = m_writers[who];
    if (!mine) {
        mine = m_database->begin();
        m_trace.append(QStringLiteral("begin%1").arg(who));
        return;
    }
    if (pick(3) == 0) {
        m_database->commit(*mine);
        mine.reset();
        m_trace.append(QStringLiteral("commit%1").arg(who));
        return;
    }
    const std::vector<Row> rows = m_database->rows();
    qint64 id = 0;
    if (m_type != SyncType::Append && !rows.empty() && pick(2) == 0)
        id = rows[std::size_t(pick(int(rows.size())))].id;
    const std::optional<MemoryDatabase::Transaction>& other = m_writers[1 - who];
    if (id == 0 || (other && other->written.contains(id)))
        id = m_database->newId();
    m_database->write(*mine, id, pick(1000));
    m_trace.append(QStringLiteral("write%1").arg(who));
}

void Simulation::trigger(Process& process, Trigger why, bool fromScratch)
{
    // The same trigger twice is one run (T143).
    if (process.stopped || process.queue->runOf(m_schema.id))
        return;
    auto live = std::make_unique<Live>();
    live->info.schemaId = m_schema.id;
    live->info.sourceId = m_schema.sourceId;
    live->info.trigger = why;
    live->info.syncType = m_schema.config.syncType;
    live->order.fromScratch = fromScratch;
    live->order.acceptEmpty = true;
    const Result<RunId> id = process.store->addRun(live->info);
    if (!id)
        return check(false, QStringLiteral("a run could not be queued: ") + id.error().detail);
    live->info.id = live->order.runId = *id;
    process.live.emplace(*id, std::move(live));
    process.queue->add({*id, m_schema.id, m_schema.sourceId});
    m_trace.append(QStringLiteral("trigger"));
    pump(process);
}

void Simulation::pump(Process& process)
{
    while (const std::optional<RunQueue::Entry> entry = process.queue->takeNext()) {
        Live& live = *process.live.at(entry->run);
        const Result<Lease> lease = process.store->startRun(entry->run, entry->schema);
        if (!lease) {
            live.report.error = lease.error();
            finish(process, entry->run);
            continue;
        }
        live.order.config = m_schema.config;
        live.order.configVersion = m_schema.revision;
        live.order.fence = lease->fence;
        live.order.table = m_schema.table;
        live.order.target = {m_schema.sourceName, QStringLiteral("rows")};
        live.monitor = std::make_unique<RunMonitor>(*m_clock, [](QString text) { return text; });
        live.fiber = std::make_unique<Fiber>([this, &live] {
            MemorySource source(*m_database);
            for (int attempt = 0; attempt < 3; ++attempt) {
                live.report = SyncRun(source, *m_warehouse, *live.monitor, live.order).execute(live.cancel.token());
                if (!live.report.error || !isWorthAnotherAttempt(*live.report.error))
                    return;
            }
        });
    }
}

void Simulation::advance(Process& process)
{
    if (process.stopped || process.live.empty())
        return;
    for (int many = 1 + pick(6); many > 0 && !process.live.empty(); --many) {
        auto next = process.live.begin();
        std::advance(next, pick(int(process.live.size())));
        const RunId id = next->first;
        m_trace.append(QStringLiteral("step"));
        if (next->second->fiber && !next->second->fiber->resume())
            finish(process, id);
    }
}

void Simulation::finish(Process& process, RunId id)
{
    const std::unique_ptr<Live> live = std::move(process.live.at(id));
    process.live.erase(id);
    RunInfo& info = live->info;
    info.error = live->report.error;
    info.status = !info.error ? RunStatus::Completed
        : info.error->code == ErrorCode::Cancelled ? RunStatus::Cancelled : RunStatus::Failed;
    info.finishedAt = m_clock->nowUtc();
    const bool committed = std::any_of(m_warehouse->commits.begin(), m_warehouse->commits.end(),
        [id](const Commit& commit) { return commit.record.runId == id.value; });
    // What the history says is what happened (T144).
    check(!committed || info.status == RunStatus::Completed, QStringLiteral("a run that ended otherwise has committed"));
    check(info.status != RunStatus::Completed || committed || live->report.rowsRead == 0,
        QStringLiteral("a completed run has read rows and stored none"));
    RunEnd end;
    end.run = info;
    end.synced = !info.error;
    end.rows = info.error ? -1 : live->report.tableRows;
    if (const Result<void> ok = process.store->finishRun(end); !ok)
        check(false, QStringLiteral("the end of a run could not be recorded: ") + ok.error().detail);
    process.queue->finished(id);
    process.queue->removeQueued(id);
    m_trace.append(QStringLiteral("%1:%2/%3").arg(toString(info.status), live->report.mode).arg(live->report.rowsRead));
}

void Simulation::cancelOne(Process& process)
{
    if (process.stopped || process.live.empty())
        return;
    process.live.begin()->second->cancel.cancel();
    m_trace.append(QStringLiteral("cancel"));
}

void Simulation::heartbeat(Process& process)
{
    std::vector<RunId> running;
    for (const auto& [id, live] : process.live)
        running.push_back(id);
    if (!process.stopped && !running.empty() && !process.store->heartbeat(running))
        check(false, QStringLiteral("a heartbeat could not be stored"));
}

// Somebody changes how the table is synced while it may be under way (T146).
void Simulation::editConfig()
{
    if (m_type == SyncType::FullRefresh)
        return;
    SchemaConfig& config = m_schema.config;
    // An id as the cursor sees no updates (T026), so only a table of inserts may change to it.
    switch (m_type == SyncType::Append ? pick(3) : 1 + pick(2)) {
    case 0: config.incrementalField = config.incrementalField == QLatin1String("id") ? QStringLiteral("updated") : QStringLiteral("id"); break;
    case 1: config.lookbackSeconds = pick(50); break;
    default: config.lateCommits = config.lateCommits == LateCommits::Auto ? LateCommits::Xmin : LateCommits::Auto; break;
    }
    const Result<qint64> revision = m_processes[0].store->setConfig(m_schema.id, config, 0, QStringLiteral("sim"));
    check(revision.has_value(), QStringLiteral("a configuration could not be saved"));
    m_schema.revision = revision.value_or(0);
    m_trace.append(QStringLiteral("edit:%1/%2/%3").arg(config.incrementalField).arg(config.lookbackSeconds).arg(toString(config.lateCommits)));
}

// The row of a run under way must not come back as a table of its own (T147).
void Simulation::deleteData(Process& process)
{
    if (process.stopped || process.queue->runOf(m_schema.id) || !m_warehouse->trash({}, {}))
        return;
    check(process.store->mirror(m_schema.id, -1, {}, {}).has_value(), QStringLiteral("the mirror could not be written"));
    m_trace.append(QStringLiteral("delete"));
}

void Simulation::restoreData(Process& process)
{
    if (process.stopped || process.queue->runOf(m_schema.id) || m_warehouse->trashCan.empty())
        return;
    check(m_warehouse->restore(1 + pick(int(m_warehouse->trashCan.size())), {}).has_value(), QStringLiteral("a restore failed"));
    m_trace.append(QStringLiteral("restore"));
}

// The next start of a killed process marks its runs as interrupted (T148); closing the store does so here.
void Simulation::crash(Process& process)
{
    for (auto& [id, live] : process.live)
        if (live->fiber)
            live->fiber->kill();
    process.live.clear();
    open(process);
    check(process.store->recoverRuns().has_value(), QStringLiteral("runs could not be recovered"));
    m_trace.append(QStringLiteral("crash"));
}

void Simulation::settle()
{
    for (Process& process : m_processes) {
        process.stopped = false;
        while (!process.live.empty())
            advance(process);
    }
    for (std::optional<MemoryDatabase::Transaction>& writer : m_writers)
        if (writer) {
            m_database->commit(*writer);
            writer.reset();
        }
}

void Simulation::syncUntilQuiet()
{
    Process& process = m_processes[0];
    m_clock->pass(60'000);
    for (int round = 0; round < 2; ++round) {
        const qsizetype before = m_trace.size();
        trigger(process, Trigger::Manual, false);
        while (!process.live.empty())
            advance(process);
        if (!m_trace.mid(before).join(QLatin1Char(' ')).contains(toString(RunStatus::Failed)))
            continue;
        // A changed cursor asks for a copy from scratch, and says so (T027).
        trigger(process, Trigger::Manual, true);
        while (!process.live.empty())
            advance(process);
    }
}

void Simulation::judge()
{
    std::vector<Row> source = m_database->rows();
    std::vector<Row> stored = m_warehouse->table ? m_warehouse->table->rows : std::vector<Row>();
    std::sort(source.begin(), source.end());
    std::sort(stored.begin(), stored.end());
    check(source == stored, QStringLiteral("%1 rows at the source, %2 in the warehouse, and they differ").arg(source.size()).arg(stored.size()));
    check(m_warehouse->loads == 0, QStringLiteral("a load was left open"));
    qint64 fence = 0;
    for (const Commit& commit : m_warehouse->commits) {
        check(commit.record.fence > fence, QStringLiteral("a commit with an older fence (T142)"));
        fence = commit.record.fence;
    }
    HistoryFilter filter;
    filter.schemaId = m_schema.id;
    const Result<HistoryPage> page = m_processes[0].store->history(filter);
    for (const RunInfo& run : page ? page->runs : std::vector<RunInfo>())
        check(run.status != RunStatus::Running && run.status != RunStatus::Queued, QStringLiteral("a run is stuck (T148)"));
}

} // namespace leat::sim
