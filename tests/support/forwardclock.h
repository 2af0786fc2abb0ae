// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"

#include <atomic>
#include <memory>

namespace leat::test {

/// The system's clock, put forward by a number of seconds that the test may change at any time.
class ForwardClock final : public Clock
{
public:
    using Seconds = std::shared_ptr<std::atomic<qint64>>;
    explicit ForwardClock(Seconds seconds) : m_seconds(std::move(seconds)) {}
    QDateTime nowUtc() const override { return m_system.nowUtc().addSecs(*m_seconds); }
    qint64 monotonicMs() const override { return m_system.monotonicMs() + *m_seconds * 1000; }

private:
    SystemClock m_system;
    Seconds m_seconds;
};

} // namespace leat::test
