// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"

#include <atomic>
#include <memory>

namespace leat::test {

/// Time as the test turns it. Asleep, only the wall clock goes on.
struct HandTime
{
    std::atomic<qint64> wall{QDateTime(QDate(2026, 6, 1), QTime(10, 0, 10), Qt::UTC).toMSecsSinceEpoch()};
    std::atomic<qint64> monotonic{1'000'000};
    std::atomic<int> looks{0};     ///< how often the scheduler looked at the clock

    void turn(qint64 ms)
    {
        monotonic += ms;
        wall += ms;
    }
    QDateTime now() const { return QDateTime::fromMSecsSinceEpoch(wall, Qt::UTC); }
};

class HandClock final : public Clock
{
public:
    explicit HandClock(std::shared_ptr<HandTime> time) : m_time(std::move(time)) {}
    QDateTime nowUtc() const override { return m_time->now(); }
    qint64 monotonicMs() const override
    {
        ++m_time->looks;
        return m_time->monotonic;
    }

private:
    std::shared_ptr<HandTime> m_time;
};

} // namespace leat::test
