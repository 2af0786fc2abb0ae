// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recentruns.h"

#include "engine/api/whendone.h"

#include <algorithm>

namespace leat {

RecentRuns::RecentRuns(Control* control, QObject* parent, int limit)
    : QObject(parent)
    , m_control(control)
    , m_limit(limit)
{
    connect(control, &Control::changed, this, [this](const ChangeSet& changes) {
        if (m_started && !changes.finishedRuns.empty())
            take(changes.finishedRuns);
    });
}

void RecentRuns::activate()
{
    if (m_started)
        return;
    m_started = true;
    HistoryFilter filter;
    filter.limit = m_limit;
    whenReplied<HistoryPage>(m_control->send(LoadHistory{filter}), this, [this](Result<HistoryPage> page) {
        if (page)
            take(page->runs);
        else
            m_started = false; // the next activation tries again
    });
}

/// Runs that ended while the first page was on its way are in both.
void RecentRuns::take(const std::vector<RunInfo>& fresh)
{
    for (const RunInfo& run : fresh) {
        const auto at = std::lower_bound(m_runs.begin(), m_runs.end(), run, [](const RunInfo& a, const RunInfo& b) { return b.id < a.id; });
        if (at != m_runs.end() && at->id == run.id)
            *at = run;
        else
            m_runs.insert(at, run);
    }
    if (m_runs.size() > size_t(m_limit))
        m_runs.resize(size_t(m_limit));
    Q_EMIT changed();
}

std::vector<RunInfo> RecentRuns::since(const QDateTime& from) const
{
    std::vector<RunInfo> out;
    std::copy_if(m_runs.begin(), m_runs.end(), std::back_inserter(out), [&](const RunInfo& run) {
        return (run.startedAt.isValid() ? run.startedAt : run.queuedAt) >= from;
    });
    return out;
}

} // namespace leat
