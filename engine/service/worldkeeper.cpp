// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/worldkeeper.h"

#include <algorithm>
#include <utility>

namespace leat {

namespace {

template <typename T>
void addOnce(std::vector<T>& list, T value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(value);
}

} // namespace

// The state store does not know of runs under way beyond their row.
void WorldKeeper::keepLive(SchemaInfo& fresh) const
{
    const SchemaInfo* old = m_world.schema(fresh.id);
    if (!old)
        return;
    fresh.nextRunAt = old->nextRunAt;
    fresh.nextRetryAt = old->nextRetryAt;
    fresh.nextVerifyAt = old->nextVerifyAt;
    fresh.verifyFailure = old->verifyFailure;
    fresh.quietSince = old->quietSince;
    fresh.quarantined = old->quarantined;
    if (!old->currentRun.isValid())
        return;
    fresh.currentRun = old->currentRun;
    fresh.lastStartedAt = old->lastStartedAt;
    fresh.progress = old->progress;
    fresh.status = old->status;
}

Result<void> WorldKeeper::reload(StateStore& state)
{
    Result<std::vector<SourceInfo>> sources = state.sources();
    if (!sources)
        return sources.error();
    Result<std::vector<SchemaInfo>> schemas = state.schemas();
    if (!schemas)
        return schemas.error();
    for (SchemaInfo& schema : *schemas)
        keepLive(schema);
    std::sort(sources->begin(), sources->end(),
        [](const SourceInfo& a, const SourceInfo& b) { return a.name.compare(b.name, Qt::CaseInsensitive) < 0; });
    std::sort(schemas->begin(), schemas->end(), [](const SchemaInfo& a, const SchemaInfo& b) {
        return std::pair(a.sourceName.toLower(), a.label) < std::pair(b.sourceName.toLower(), b.label);
    });
    for (SourceInfo& source : *sources)
        if (const SourceInfo* old = m_world.source(source.id)) {
            source.secretState = old->secretState;
            source.nextProbeAt = old->nextProbeAt;
            source.triesHeld = old->triesHeld;
        }
    m_world.sources = std::move(*sources);
    m_world.schemas = std::move(*schemas);
    m_changes.structure = true;
    m_snapshot.reset();
    return {};
}

void WorldKeeper::setSourceTypes(std::vector<SourceTypeInfo> types)
{
    m_world.sourceTypes = std::move(types);
    m_snapshot.reset();
}

void WorldKeeper::setIncidents(std::vector<Incident> incidents)
{
    if (m_world.incidents == incidents)
        return;
    m_world.incidents = std::move(incidents);
    m_changes.incidents = true;
    m_snapshot.reset();
}

WorldPtr WorldKeeper::snapshot()
{
    if (!m_snapshot) {
        ++m_world.version;
        m_snapshot = std::make_shared<const World>(m_world);
    }
    return m_snapshot;
}

SourceInfo* WorldKeeper::source(SourceId id)
{
    return const_cast<SourceInfo*>(std::as_const(m_world).source(id));
}

SchemaInfo* WorldKeeper::schema(SchemaId id)
{
    return const_cast<SchemaInfo*>(std::as_const(m_world).schema(id));
}

SourceInfo* WorldKeeper::sourceNamed(const QString& name)
{
    for (SourceInfo& source : m_world.sources)
        if (source.name.compare(name, Qt::CaseInsensitive) == 0)
            return &source;
    return nullptr;
}

std::vector<SchemaInfo*> WorldKeeper::schemasOf(SourceId id)
{
    std::vector<SchemaInfo*> list;
    for (SchemaInfo& schema : m_world.schemas)
        if (schema.sourceId == id)
            list.push_back(&schema);
    return list;
}

void WorldKeeper::touched(SourceId id)
{
    addOnce(m_changes.sources, id);
    m_snapshot.reset();
}

void WorldKeeper::touched(SchemaId id)
{
    addOnce(m_changes.schemas, id);
    m_snapshot.reset();
}

void WorldKeeper::touched(RunId id)
{
    addOnce(m_changes.runs, id);
    m_snapshot.reset();
}

void WorldKeeper::finished(const RunInfo& run)
{
    m_changes.finishedRuns.push_back(run);
    touched(run.id);
}

void WorldKeeper::touchedEngine()
{
    m_changes.engine = true;
    m_snapshot.reset();
}

ChangeSet WorldKeeper::takeChanges()
{
    return std::exchange(m_changes, {});
}

} // namespace leat
