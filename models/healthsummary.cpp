// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/healthsummary.h"

#include "models/historymodel.h"

#include <algorithm>

namespace leat {

Health healthOf(SchemaStatus status)
{
    switch (status) {
    case SchemaStatus::Failed: return Health::Failed;
    case SchemaStatus::HeldBack: return Health::HeldBack;
    case SchemaStatus::Running: return Health::Running;
    case SchemaStatus::Queued: return Health::Queued;
    case SchemaStatus::Cancelling: return Health::Cancelling;
    case SchemaStatus::Cancelled: return Health::Cancelled;
    case SchemaStatus::Paused: return Health::Paused;
    case SchemaStatus::NeverSynced: return Health::NeverSynced;
    case SchemaStatus::Off: return Health::Off;
    default: return Health::Ok;
    }
}

Health healthAt(const SchemaInfo& schema, const QDateTime& now)
{
    const Health health = healthOf(schema.status);
    if (health != Health::Ok && health != Health::NeverSynced)
        return health;
    return isStale(schema, now) ? Health::Late : schema.quietSince.isValid() ? Health::Quiet : health;
}

Health healthOf(const World& world, const SchemaInfo& schema)
{
    for (const Incident& incident : world.incidents)
        if (incident.schemaId == schema.id || std::find(incident.schemas.begin(), incident.schemas.end(), schema.id) != incident.schemas.end())
            return incident.health;
    return healthAt(schema, QDateTime::currentDateTimeUtc());
}

qint64 percentile(std::vector<qint64> values, int percent)
{
    if (values.empty())
        return -1;
    std::sort(values.begin(), values.end());
    const size_t rank = (values.size() * size_t(percent) + 99) / 100;
    return values[std::clamp<size_t>(rank, 1, values.size()) - 1];
}

HealthSummary summarize(const World& world, const QDateTime& now)
{
    HealthSummary out;
    // One pass over the incidents instead of one a table: a thousand tables stay cheap.
    std::map<qint64, Health> stopped;
    for (const Incident& incident : world.incidents) {
        if (incident.schemaId.isValid())
            stopped.emplace(incident.schemaId.value, incident.health);
        for (const SchemaId id : incident.schemas)
            stopped.emplace(id.value, incident.health);
    }
    std::vector<qint64> ages;
    for (const SchemaInfo& s : world.schemas) {
        if (s.status == SchemaStatus::Off)
            continue;
        ++out.tables;
        const auto found = stopped.find(s.id.value);
        ++out.counts[found == stopped.end() ? healthAt(s, now) : found->second];
        if (s.config.shouldSync && s.lastSyncedAt.isValid())
            ages.push_back(std::max<qint64>(0, s.lastSyncedAt.secsTo(now)));
    }
    out.freshMedian = percentile(ages, 50);
    out.freshWorst = percentile(ages, 95);
    return out;
}

namespace {

std::vector<RankedTable> best(std::vector<RankedTable> all, int count)
{
    std::sort(all.begin(), all.end(), [](const RankedTable& a, const RankedTable& b) { return a.value != b.value ? a.value > b.value : a.name < b.name; });
    if (all.size() > size_t(count))
        all.resize(size_t(count));
    return all;
}

} // namespace

std::vector<RankedTable> slowest(const std::vector<RunInfo>& runs, int count)
{
    std::map<qint64, RankedTable> longest;
    for (const RunInfo& run : runs) {
        const qint64 ms = runMilliseconds(run);
        if (ms < 0)
            continue;
        RankedTable& entry = longest[run.schemaId.value];
        if (entry.schema.isValid() && entry.value >= ms)
            continue;
        entry = {run.schemaId, run.sourceName + QLatin1Char('.') + run.label, ms};
    }
    std::vector<RankedTable> all;
    for (const auto& [id, entry] : longest)
        all.push_back(entry);
    return best(std::move(all), count);
}

std::vector<RankedTable> biggest(const World& world, int count)
{
    std::vector<RankedTable> all;
    for (const SchemaInfo& s : world.schemas)
        if (s.rows > 0)
            all.push_back({s.id, s.sourceName + QLatin1Char('.') + s.label, s.rows});
    return best(std::move(all), count);
}

} // namespace leat
