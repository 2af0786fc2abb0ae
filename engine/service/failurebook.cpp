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

void FailureBook::recall(const SchemaInfo& schema, const SourceInfo* source)
{
    if (!schema.lastRunStatus)
        return;
    const bool ofSource = source && source->status == SourceStatus::Error;
    if (*schema.lastRunStatus == RunStatus::Interrupted)
        m_schemas[schema.id] = {1, schema.lastStartedAt, RetryClass::Transient, ofSource};
    else if (*schema.lastRunStatus == RunStatus::Failed)
        m_schemas[schema.id] = {1, schema.lastStartedAt,
            schema.latestError ? schema.latestError->retry : RetryClass::Transient, ofSource};
}

void FailureBook::ended(const RunInfo& run, const SourceInfo* source)
{
    // One beside the syncs says nothing of how they go.
    if (run.mode == QLatin1String("reconcile"))
        return;
    const bool sourceFails = source && source->status == SourceStatus::Error;
    if (run.status == RunStatus::Failed) {
        count(m_schemas[run.schemaId], run, sourceFails);
    } else if (run.status == RunStatus::Completed || run.status == RunStatus::HeldBack) {
        forget(run.schemaId);
    }
}

void FailureBook::forget(SchemaId schema)
{
    m_schemas.erase(schema);
}

void FailureBook::sourceIsWell(SourceId source, const std::vector<SchemaInfo>& schemas, const QDateTime& now)
{
    for (const SchemaInfo& schema : schemas) {
        const auto failing = m_schemas.find(schema.id);
        if (schema.sourceId == source && failing != m_schemas.end() && failing->second.ofSource)
            failing->second = {1, now.addSecs(-retryDelaySeconds(RetryClass::Transient, 1)), RetryClass::Transient, false};
    }
}

const FailureBook::Failing* FailureBook::of(SchemaId schema) const
{
    const auto found = m_schemas.find(schema);
    return found == m_schemas.end() ? nullptr : &found->second;
}

} // namespace leat
