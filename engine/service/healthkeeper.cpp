// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/healthkeeper.h"

namespace leat {

namespace {

constexpr int kJudgeEveryMs = 30'000;
constexpr int kRunsLookedAt = 20;

bool moved(const RunProgress& before, const RunProgress& after)
{
    return before.phase != after.phase || before.rows != after.rows || before.bytes != after.bytes
        || before.fraction < after.fraction || after.fraction < before.fraction;
}

// The end of the oldest failure since the last success.
QDateTime firstFailure(const std::vector<RunInfo>& newestFirst)
{
    QDateTime since;
    for (const RunInfo& run : newestFirst) {
        if (run.status == RunStatus::Completed)
            break;
        if (run.error && run.finishedAt.isValid())
            since = run.finishedAt;
    }
    return since;
}

} // namespace

HealthKeeper::HealthKeeper(EngineParts& parts, WorldKeeper& world, std::function<void()> changed)
    : m_parts(parts), m_world(world), m_changed(std::move(changed))
{
    m_timer.setInterval(kJudgeEveryMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        judge();
        m_changed();
    });
}

void HealthKeeper::load()
{
    for (const SchemaInfo& schema : m_world.world().schemas)
        noteSchema(schema);
    judge();
    m_timer.start();
}

const HealthFacts& HealthKeeper::facts()
{
    m_facts.now = m_parts.clock->nowUtc();
    return m_facts;
}

void HealthKeeper::note(const ChangeSet& changes)
{
    bool matters = changes.structure || !changes.sources.empty();
    if (changes.structure) {
        for (const SchemaInfo& schema : m_world.world().schemas)
            noteSchema(schema);
    } else {
        for (SchemaId id : changes.schemas)
            if (const SchemaInfo* schema = m_world.schema(id))
                matters = noteSchema(*schema) || matters;
    }
    if (matters)
        judge();
}

bool HealthKeeper::noteSchema(const SchemaInfo& schema)
{
    noteProgress(schema);
    Mark mark{schema.status, schema.latestError, schema.lastSyncedAt, schema.nextRetryAt, schema.config,
        schema.presentAtSource};
    Mark& known = m_marks[schema.id];
    if (known == mark)
        return false;
    known = std::move(mark);
    noteFailure(schema);
    return true;
}

void HealthKeeper::noteProgress(const SchemaInfo& schema)
{
    if (schema.status != SchemaStatus::Running && schema.status != SchemaStatus::Cancelling) {
        m_progress.erase(schema.id);
        m_facts.progressAt.erase(schema.id);
        m_facts.medianRunMs.erase(schema.id);
        return;
    }
    const RunProgress now = schema.progress.value_or(RunProgress());
    const auto known = m_progress.find(schema.id);
    if (known != m_progress.end() && !moved(known->second, now))
        return;
    if (known == m_progress.end()) {
        HistoryFilter filter;
        filter.schemaId = schema.id;
        filter.status = RunStatus::Completed;
        filter.limit = kRunsLookedAt;
        if (Result<HistoryPage> page = m_parts.state->history(filter); page)
            m_facts.medianRunMs[schema.id] = medianRunMs(page->runs);
    }
    m_progress[schema.id] = now;
    m_facts.progressAt[schema.id] = m_parts.clock->nowUtc();
}

void HealthKeeper::noteFailure(const SchemaInfo& schema)
{
    if (!schema.latestError) {
        m_facts.failingSince.erase(schema.id);
        return;
    }
    if (m_facts.failingSince.contains(schema.id))
        return;
    HistoryFilter filter;
    filter.schemaId = schema.id;
    filter.limit = kRunsLookedAt;
    Result<HistoryPage> page = m_parts.state->history(filter);
    const QDateTime since = page ? firstFailure(page->runs) : QDateTime();
    m_facts.failingSince[schema.id] = since.isValid() ? since : m_parts.clock->nowUtc();
}

void HealthKeeper::judge()
{
    m_world.setIncidents(incidentsOf(m_world.world(), facts(), m_classifier));
}

} // namespace leat
