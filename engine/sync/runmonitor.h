// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/runinfo.h"
#include "engine/base/clock.h"
#include "engine/connectors/source.h"

#include <functional>
#include <mutex>
#include <vector>

namespace leat {

/// What a run shows while it works. The run writes from its thread, the service samples from
/// the main thread; nothing live is handed out.
class RunMonitor
{
public:
    /// `redact` is applied to every line before it is kept.
    RunMonitor(const Clock& clock, std::function<QString(QString)> redact);

    /// UTC, on the engine's clock.
    QDateTime now() const { return m_clock.nowUtc(); }
    void setPhase(RunPhase phase);
    /// The counters must live until clearCounters().
    void setCounters(const ReadCounters* counters, qint64 expectedRows);
    void clearCounters();
    void log(LogLevel level, const QString& text);

    RunProgress sample() const;
    /// Lines since the last call.
    std::vector<LogLine> takeLines();

private:
    const Clock& m_clock;
    const std::function<QString(QString)> m_redact;
    mutable std::mutex m_mutex;
    RunPhase m_phase = RunPhase::Waiting;
    const ReadCounters* m_counters = nullptr;
    RunProgress m_last;
    qint64 m_expectedRows = -1;
    qint64 m_readingSince = 0;
    qint64 m_nextSeq = 1;
    std::vector<LogLine> m_lines;
};

} // namespace leat
