// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/runmonitor.h"

#include <algorithm>

namespace leat {

RunMonitor::RunMonitor(const Clock& clock, std::function<QString(QString)> redact)
    : m_clock(clock), m_redact(std::move(redact))
{
}

void RunMonitor::setPhase(RunPhase phase)
{
    const std::lock_guard lock(m_mutex);
    m_phase = phase;
}

void RunMonitor::setCounters(const ReadCounters* counters, qint64 expectedRows)
{
    const std::lock_guard lock(m_mutex);
    m_counters = counters;
    m_expectedRows = expectedRows;
    m_readingSince = m_clock.monotonicMs();
}

void RunMonitor::clearCounters()
{
    const RunProgress last = sample();
    const std::lock_guard lock(m_mutex);
    m_last = last;
    m_counters = nullptr;
}

void RunMonitor::log(LogLevel level, const QString& text)
{
    const QString clean = m_redact(text);
    const std::lock_guard lock(m_mutex);
    m_lines.push_back({m_nextSeq++, m_clock.nowUtc(), level, clean});
}

RunProgress RunMonitor::sample() const
{
    const std::lock_guard lock(m_mutex);
    RunProgress progress = m_last;
    progress.phase = m_phase;
    if (!m_counters)
        return progress;
    progress.rows = m_counters->rows.load(std::memory_order_relaxed);
    progress.bytes = m_counters->bytes.load(std::memory_order_relaxed);
    progress.expectedRows = m_expectedRows;
    const int slices = m_counters->slices.load(std::memory_order_relaxed);
    const int done = m_counters->slicesDone.load(std::memory_order_relaxed);
    if (m_expectedRows > 0)
        progress.fraction = std::min(0.99, double(progress.rows) / double(m_expectedRows));
    else if (slices > 1)
        progress.fraction = double(done) / double(slices);
    const double seconds = double(m_clock.monotonicMs() - m_readingSince) / 1000.0;
    if (seconds > 0.2)
        progress.rowsPerSecond = double(progress.rows) / seconds;
    if (progress.fraction > 0.02)
        progress.etaSeconds = qint64(seconds * (1.0 - progress.fraction) / progress.fraction);
    return progress;
}

std::vector<LogLine> RunMonitor::takeLines()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_lines, {});
}

} // namespace leat
