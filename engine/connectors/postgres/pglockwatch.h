// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pgconnection.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace leat::pg {

/// Keeps long reads from holding up changes of a table at the source (T064): an ALTER or TRUNCATE waits for
/// our lock, and every later query of anybody waits behind it. Once one has waited for `give_way` seconds,
/// the sessions of ours that hold the lock are ended at the server, and what they did fails with GaveWay.
/// Looks from a thread and, only while a session is on loan for long, over a connection of its own.
/// Behind a pooler, whose process ids are not the server's, it does nothing. Thread-safe.
class LockWatch
{
public:
    LockWatch(const Settings& settings, const Secret& password);
    /// Waits for the thread; a look under way is cancelled.
    ~LockWatch();
    LockWatch(const LockWatch&) = delete;
    LockWatch& operator=(const LockWatch&) = delete;

    /// The connection must stay alive until it is taken back.
    void lent(Connection& connection);
    void takenBack(Connection& connection);

private:
    using Clock = std::chrono::steady_clock;
    using Waiting = std::pair<int, qint64>;    ///< who waits for which table, by process id and oid

    struct Loan
    {
        int pid = 0;
        Clock::time_point since;
    };

    void run();
    std::vector<int> longLent() const;
    void look(const std::vector<int>& pids);
    bool connect();
    void end(const std::vector<int>& pids);

    const Settings& m_settings;
    const Secret& m_password;
    const CancelSource m_stop;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::map<Connection*, Loan> m_loans;
    // of the thread alone:
    std::unique_ptr<Connection> m_connection;
    Clock::time_point m_notBefore;
    std::map<Waiting, Clock::time_point> m_waiting;    ///< since when it was seen
    std::thread m_thread;
};

} // namespace leat::pg
