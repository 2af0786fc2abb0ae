// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/ids.h"

#include <QHash>

#include <deque>
#include <optional>
#include <vector>

namespace leat {

/// Which run starts next: first come first served within the limits, one run per schema, and
/// sources share the places fairly. A plain value type; main thread.
class RunQueue
{
public:
    struct Entry
    {
        RunId run;
        SchemaId schema;
        SourceId source;
    };

    /// `perSource` is asked per source so that each can have its own limit.
    explicit RunQueue(int totalLimit) : m_totalLimit(totalLimit) {}
    void setSourceLimit(SourceId source, int limit) { m_sourceLimits.insert(source, limit); }

    /// The queued or running run of a schema, if any.
    std::optional<RunId> runOf(SchemaId schema) const;
    void add(const Entry& entry);
    /// Takes the next startable entry and counts it as running.
    std::optional<Entry> takeNext();
    void finished(RunId run);
    /// Removes a queued entry; false when it is not queued.
    bool removeQueued(RunId run);
    std::vector<Entry> removeQueuedOf(SourceId source);

    bool isRunning(RunId run) const;
    bool hasSource(SourceId source) const;
    int queued() const { return int(m_queued.size()); }
    int running() const { return int(m_running.size()); }
    /// How many more runs of the source would start at once.
    int freePlaces(SourceId source, int sourceLimit) const;

private:
    int runningOf(SourceId source) const;

    const int m_totalLimit;
    QHash<SourceId, int> m_sourceLimits;
    std::deque<Entry> m_queued;
    std::vector<Entry> m_running;
};

} // namespace leat
