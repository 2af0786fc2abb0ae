// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/failurebook.h"

#include "engine/schedule/schedule.h"

namespace leat {

namespace {

// Runs that failed side by side are one failure, not many.
void count(FailureBook::Failing& failing, const RunInfo& run, bool ofSource)
{
    if (!failing.at.isValid() || !run.startedAt.isValid() || run.startedAt >= failing.at)
        ++failing.count;
    failing.at = run.finishedAt;
    failing.retry = run.error ? run.error->retry : RetryClass::Transient;
    failing.ofSource = ofSource;
}

} // namespace

void FailureBook::recall(const SchemaInfo& schema)
{
    if (!schema.lastRunStatus)
        return;
    if (*schema.lastRunStatus == RunStatus::Interrupted)
        m_schemas[schema.id] = {1, schema.lastStartedAt, RetryClass::Transient, false};
    else if (*schema.lastRunStatus == RunStatus::Failed)
        m_schemas[schema.id] = {1, schema.lastStartedAt,
            schema.latestError ? schema.latestError->retry : RetryClass::Transient, false};
}

void FailureBook::ended(const RunInfo& run, const SourceInfo* source)
{
    const bool sourceFails = source && source->status == SourceStatus::Error;
    if (run.status == RunStatus::Failed) {
        count(m_schemas[run.schemaId], run, sourceFails);
        if (sourceFails)
            count(m_sources[run.sourceId], run, true);
    } else if (run.status == RunStatus::Completed || run.status == RunStatus::HeldBack) {
        forget(run.schemaId);
    }
}

void FailureBook::forget(SchemaId schema)
{
    m_schemas.erase(schema);
}

void FailureBook::sourceIsWell(SourceId source, const std::vector<SchemaInfo>& schemas)
{
    if (m_sources.erase(source) == 0)
        return;
    for (const SchemaInfo& schema : schemas)
        if (schema.sourceId == source)
            if (const Failing* failing = of(schema.id); failing && failing->ofSource)
                forget(schema.id);
}

const FailureBook::Failing* FailureBook::of(SchemaId schema) const
{
    const auto found = m_schemas.find(schema);
    return found == m_schemas.end() ? nullptr : &found->second;
}

QDateTime FailureBook::sourceWait(SourceId source) const
{
    const auto found = m_sources.find(source);
    if (found == m_sources.end())
        return {};
    return found->second.at.addSecs(retryDelaySeconds(found->second.retry, found->second.count));
}

} // namespace leat
