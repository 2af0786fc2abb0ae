// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/healthkeeper.h"

#include "engine/service/warehousemirror.h"

namespace leat {

namespace {

constexpr int kJudgeEveryMs = 30'000;
constexpr int kRunsLookedAt = 20;

bool moved(const RunProgress& before, const RunProgress& after)
{
    return before.phase != after.phase || before.rows != after.rows || before.bytes != after.bytes
        || before.fraction < after.fraction || after.fraction < before.fraction;
}

bool putsRowsRight(const RunInfo& run)
{
    return run.mode == QLatin1String("full") || run.mode == QLatin1String("repair");
}

QString differencesKey(SchemaId id)
{
    return QStringLiteral("verify.differs.%1").arg(id.value);
}

QString wantedKey(SchemaId id)
{
    return QStringLiteral("wanted.since.%1").arg(id.value);
}

QString rhythmKey(SchemaId id)
{
    return QStringLiteral("rhythm.%1").arg(id.value);
}

bool findsRowsAlike(const SchemaConfig& a, const SchemaConfig& b)
{
    return a.syncType == b.syncType && a.incrementalField == b.incrementalField && a.lateCommits == b.lateCommits
        && a.lookbackSeconds == b.lookbackSeconds;
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
    for (const SchemaInfo& schema : m_world.world().schemas) {
        recallDifferences(schema.id);
        recallDoubt(schema.id);
        recallRhythm(schema.id);
        noteSchema(schema);
    }
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
    noteWanted(schema);
    if (!schema.lastSyncedAt.isValid()) { // its rows were deleted
        keepDifferences(schema.id, {});
        keepRhythm(schema.id, {});
    }
    if (m_facts.doubts.contains(schema.id)) // deleted by somebody who knew
        recallDoubt(schema.id);
    if (const auto before = m_marks.find(schema.id); before != m_marks.end() && !findsRowsAlike(before->second.config, schema.config))
        keepRhythm(schema.id, {});
    Mark mark{schema.status, schema.latestError, schema.lastSyncedAt, schema.nextRetryAt, schema.config,
        schema.presentAtSource, schema.lastRunStatus, schema.quietSince};
    Mark& known = m_marks[schema.id];
    if (known == mark)
        return false;
    known = std::move(mark);
    noteFailure(schema);
    noteCutOffs(schema);
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

void HealthKeeper::noteCutOffs(const SchemaInfo& schema)
{
    m_facts.cutOffs.erase(schema.id);
    if (schema.lastRunStatus != RunStatus::Interrupted)
        return;
    HistoryFilter filter;
    filter.schemaId = schema.id;
    filter.limit = kRunsLookedAt;
    if (Result<HistoryPage> page = m_parts.state->history(filter); page)
        m_facts.cutOffs[schema.id] = cutOffsOf(page->runs);
}

// A table that never ran has no time of its own to be late by: it counts from when that was first seen, across starts.
void HealthKeeper::noteWanted(const SchemaInfo& schema)
{
    const bool waits = schema.config.shouldSync && schema.config.syncFrequency != SyncFrequency::Never
        && !schema.lastSyncedAt.isValid() && !schema.lastStartedAt.isValid();
    if (waits == m_facts.wantedSince.contains(schema.id))
        return;
    if (!waits) {
        m_facts.wantedSince.erase(schema.id);
        if (Result<void> ok = m_parts.state->setValue(wantedKey(schema.id), {}); !ok)
            qWarning("That a table need not be waited for could not be stored");
        return;
    }
    const QDateTime now = m_parts.clock->nowUtc();
    const Result<QString> known = m_parts.state->value(wantedKey(schema.id));
    const QDateTime since = known ? QDateTime::fromString(*known, Qt::ISODateWithMs).toUTC() : QDateTime();
    m_facts.wantedSince[schema.id] = since.isValid() && since <= now ? since : now;
    if (m_facts.wantedSince[schema.id] == since)
        return;
    if (Result<void> ok = m_parts.state->setValue(wantedKey(schema.id), now.toString(Qt::ISODateWithMs)); !ok)
        qWarning("Since when a table is waited for could not be stored");
}

void HealthKeeper::noteVerified(const VerifyReport& report)
{
    const SchemaInfo* schema = m_world.schema(report.schemaId);
    if (!schema)
        return;
    std::optional<RowDifferences> found;
    if (!report.equal()) {
        const auto before = m_facts.differing.find(report.schemaId);
        const bool again = before != m_facts.differing.end();
        found = RowDifferences{again ? before->second.since : report.at, report.missing, report.extra, report.differing,
            again && (before->second.proven || before->second.since < schema->lastSyncedAt)};
    }
    keepDifferences(report.schemaId, found);
    if (const auto rhythm = m_rhythms.find(report.schemaId); rhythm != m_rhythms.end() && report.equal())
        keepRhythm(report.schemaId, provenEqual(rhythm->second, report.at));
    judge();
    m_changed();
}

// At once, not when the change is told: a program that only repairs ends right after it.
void HealthKeeper::ended(const RunInfo& run)
{
    if (run.status != RunStatus::Completed || run.mode == QLatin1String("reconcile"))
        return;
    settleDoubt(run);
    if (run.syncType != SyncType::FullRefresh)
        keepRhythm(run.schemaId, noted(m_rhythms[run.schemaId], run));
    if (!putsRowsRight(run) || !m_facts.differing.contains(run.schemaId))
        return;
    keepDifferences(run.schemaId, {});
    judge();
}

void HealthKeeper::keepRhythm(SchemaId id, const Rhythm& rhythm)
{
    Rhythm& known = m_rhythms[id];
    if (known != rhythm) {
        known = rhythm;
        if (Result<void> ok = m_parts.state->setValue(rhythmKey(id), toString(rhythm)); !ok)
            qWarning("When syncs of a table found something could not be stored");
    }
    SchemaInfo* schema = m_world.schema(id);
    if (!schema)
        return;
    const bool quiet = schema->config.shouldSync && isUnusuallyQuiet(rhythm, schema->lastSyncedAt);
    const QDateTime since = quiet ? rhythm.newsAt : QDateTime();
    if (schema->quietSince == since)
        return;
    schema->quietSince = since;
    m_world.touched(id);
}

void HealthKeeper::recallRhythm(SchemaId id)
{
    const Result<QString> text = m_parts.state->value(rhythmKey(id));
    if (!text || text->isEmpty())
        return;
    m_rhythms[id] = rhythmFromString(*text);
    keepRhythm(id, Rhythm(m_rhythms[id]));
}

void HealthKeeper::keepDifferences(SchemaId id, const std::optional<RowDifferences>& found)
{
    const auto known = m_facts.differing.find(id);
    if (found ? known != m_facts.differing.end() && known->second == *found : known == m_facts.differing.end())
        return;
    if (found)
        m_facts.differing[id] = *found;
    else
        m_facts.differing.erase(id);
    const QString text = found ? QStringLiteral("%1 %2 %3 %4 %5").arg(found->since.toString(Qt::ISODateWithMs)).arg(found->missing)
                                     .arg(found->extra).arg(found->differing).arg(int(found->proven))
                               : QString();
    if (Result<void> ok = m_parts.state->setValue(differencesKey(id), text); !ok)
        qWarning("What a comparison found could not be stored");
}

void HealthKeeper::recallDifferences(SchemaId id)
{
    const Result<QString> text = m_parts.state->value(differencesKey(id));
    const QStringList words = text ? text->split(QLatin1Char(' ')) : QStringList();
    if (words.size() == 5)
        m_facts.differing[id] = {QDateTime::fromString(words[0], Qt::ISODateWithMs), words[1].toLongLong(), words[2].toLongLong(),
            words[3].toLongLong(), words[4] == QLatin1String("1")};
}

void HealthKeeper::recallDoubt(SchemaId id)
{
    if (const std::optional<CopyDoubt> doubt = copyDoubtOf(*m_parts.state, id))
        m_facts.doubts[id] = *doubt;
    else
        m_facts.doubts.erase(id);
}

// What an append table had and the source has no longer stays lost: the doctor keeps saying so.
void HealthKeeper::settleDoubt(const RunInfo& run)
{
    const auto found = m_facts.doubts.find(run.schemaId);
    if (found == m_facts.doubts.end() || run.mode == QLatin1String("repair") || (found->second.lost && run.syncType == SyncType::Append))
        return;
    m_facts.doubts.erase(found);
    if (Result<void> ok = keepCopyDoubt(*m_parts.state, run.schemaId, {}); !ok)
        qWarning("That a table's copy is sound again could not be stored");
    judge();
}

void HealthKeeper::judge()
{
    m_world.setIncidents(incidentsOf(m_world.world(), facts(), m_classifier));
}

} // namespace leat
