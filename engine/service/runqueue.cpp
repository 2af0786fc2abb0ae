// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/runqueue.h"

#include <algorithm>
#include <limits>

namespace leat {

std::optional<RunId> RunQueue::runOf(SchemaId schema) const
{
    for (const Entry& entry : m_running)
        if (entry.schema == schema)
            return entry.run;
    for (const Entry& entry : m_queued)
        if (entry.schema == schema)
            return entry.run;
    return std::nullopt;
}

void RunQueue::add(const Entry& entry)
{
    m_queued.push_back(entry);
}

std::optional<RunQueue::Entry> RunQueue::takeNext()
{
    if (running() >= m_totalLimit)
        return std::nullopt;
    // The source with the fewest runs under way goes first: one with a thousand tables must not
    // keep a small one waiting.
    auto best = m_queued.end();
    int bestRunning = std::numeric_limits<int>::max();
    for (auto it = m_queued.begin(); it != m_queued.end() && bestRunning > 0; ++it) {
        const int under = runningOf(it->source);
        if (under < m_sourceLimits.value(it->source, m_totalLimit) && under < bestRunning) {
            best = it;
            bestRunning = under;
        }
    }
    if (best == m_queued.end())
        return std::nullopt;
    const Entry entry = *best;
    m_queued.erase(best);
    m_running.push_back(entry);
    return entry;
}

void RunQueue::finished(RunId run)
{
    std::erase_if(m_running, [run](const Entry& entry) { return entry.run == run; });
}

bool RunQueue::removeQueued(RunId run)
{
    return std::erase_if(m_queued, [run](const Entry& entry) { return entry.run == run; }) > 0;
}

std::vector<RunQueue::Entry> RunQueue::removeQueuedOf(SourceId source)
{
    std::vector<Entry> removed;
    std::copy_if(m_queued.begin(), m_queued.end(), std::back_inserter(removed),
        [source](const Entry& entry) { return entry.source == source; });
    std::erase_if(m_queued, [source](const Entry& entry) { return entry.source == source; });
    return removed;
}

bool RunQueue::isRunning(RunId run) const
{
    return std::any_of(m_running.begin(), m_running.end(), [run](const Entry& entry) { return entry.run == run; });
}

bool RunQueue::hasSource(SourceId source) const
{
    const auto of = [source](const Entry& entry) { return entry.source == source; };
    return std::any_of(m_running.begin(), m_running.end(), of) || std::any_of(m_queued.begin(), m_queued.end(), of);
}

int RunQueue::runningOf(SourceId source) const
{
    return int(std::count_if(m_running.begin(), m_running.end(),
        [source](const Entry& entry) { return entry.source == source; }));
}

int RunQueue::freePlaces(SourceId source, int sourceLimit) const
{
    const auto ofSource = [source](const Entry& entry) { return entry.source == source; };
    const auto there = std::count_if(m_queued.begin(), m_queued.end(), ofSource) + runningOf(source);
    return std::max(0, std::min(m_totalLimit - queued() - running(), sourceLimit - int(there)));
}

} // namespace leat
