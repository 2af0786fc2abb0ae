// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/service/runqueue.h"
#include "engine/state/sqlitestatestore.h"
#include "engine/sync/syncrun.h"
#include "tests/simulate/fiber.h"
#include "tests/simulate/memorywarehouse.h"

#include <QStringList>

#include <array>
#include <map>
#include <optional>
#include <random>

namespace leat::sim {

/// A clock that a schedule turns.
class TurnedClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return m_now; }
    qint64 monotonicMs() const override { return m_monotonic; }
    void pass(qint64 ms) { m_now = m_now.addMSecs(ms); m_monotonic += ms; }
    void reset() { *this = TurnedClock(); }
    /// A step of the wall clock alone.
    void step(qint64 ms) { m_now = m_now.addMSecs(ms); }

private:
    QDateTime m_now{QDate(2026, 1, 1), QTime(0, 0), Qt::UTC};
    qint64 m_monotonic = 0;
};

/// What is left out on purpose, to see that the schedules notice.
enum class Defect { None, NoBasis, NoFence };

/// Seeded schedules of two writers, two processes with a scheduler and people at them, against one
/// state store and one table; each is a pure function of its seed (13-threats G05).
class Simulation
{
public:
    /// `folder` holds the state file; the stores stay open from schedule to schedule.
    Simulation(const QString& folder, Defect defect);
    ~Simulation();
    /// What is wrong after the schedule; empty when all is well.
    QStringList run(quint64 seed);
    /// What happened, in order, one word a step.
    const QStringList& trace() const { return m_trace; }

private:
    struct Live
    {
        RunInfo info;
        RunOrder order;
        RunReport report;
        CancelSource cancel;
        std::unique_ptr<RunMonitor> monitor;
        std::unique_ptr<Fiber> fiber;
    };
    struct Process
    {
        std::unique_ptr<StateStore> store;
        std::optional<RunQueue> queue;
        std::map<RunId, std::unique_ptr<Live>> live;
        bool stopped = false;          ///< SIGSTOP, or asleep
    };

    void open(Process& process);
    void prepare();
    void step();
    void write();
    void trigger(Process& process, Trigger why, bool fromScratch);
    void pump(Process& process);
    void advance(Process& process);
    void finish(Process& process, RunId id);
    void cancelOne(Process& process);
    void heartbeat(Process& process);
    void editConfig();
    void deleteData(Process& process);
    void restoreData(Process& process);
    void crash(Process& process);
    void settle();
    void syncUntilQuiet();
    void judge();
    void check(bool good, const QString& what);
    int pick(int below);
    Process& anyProcess() { return m_processes[std::size_t(pick(2))]; }

    QString m_file;
    Defect m_defect;
    std::shared_ptr<TurnedClock> m_clock = std::make_shared<TurnedClock>();
    std::mt19937_64 m_random;
    std::array<Process, 2> m_processes;
    std::unique_ptr<MemoryDatabase> m_database;
    std::unique_ptr<MemoryWarehouse> m_warehouse;
    std::array<std::optional<MemoryDatabase::Transaction>, 2> m_writers;
    SchemaInfo m_schema;
    SyncType m_type = SyncType::FullRefresh;
    QStringList m_problems;
    QStringList m_trace;
    quint64 m_number = 0;
};

} // namespace leat::sim
