// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pglockwatch.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <set>

namespace leat::pg {

class Pool;

/// A connection on loan; goes back to its pool when it is idle and whole, else it is closed.
class Lease
{
public:
    Lease() = default;
    Lease(Pool* pool, std::unique_ptr<Connection> connection) : m_pool(pool), m_connection(std::move(connection)) {}
    ~Lease() { giveBack(); }
    Lease(Lease&& other) noexcept = default;
    Lease& operator=(Lease&& other) noexcept;
    Connection* operator->() const { return m_connection.get(); }
    Connection& operator*() const { return *m_connection; }
    explicit operator bool() const { return m_connection != nullptr; }

private:
    void giveBack();
    Pool* m_pool = nullptr;
    std::unique_ptr<Connection> m_connection;
};

/// The connections of one source, reused from table to table: logging in costs more than syncing a
/// small table. Thread-safe. After a refused login it does not try again for a short while, so that
/// a thousand tables cannot lock an account (T153).
class Pool
{
public:
    Pool(Settings settings, SecretMap secrets);
    ~Pool();

    const Settings& settings() const { return m_settings; }
    Result<Lease> acquire(const CancelToken& cancel);
    /// Always a new connection, also while logins are held back; for the connection test.
    Result<Lease> connect(const CancelToken& cancel, const ConnectTrace& trace);
    /// Server process ids of all connections of this pool: read-only ones that cannot commit anything.
    std::vector<int> backendPids() const;

private:
    friend class Lease;
    Lease lend(std::unique_ptr<Connection> connection);
    void giveBack(std::unique_ptr<Connection> connection);
    void forget(const Connection& connection);
    std::unique_ptr<Connection> takeIdle();
    /// Whether the server still works for a session that says nothing. Asks on another connection.
    bool isAtWork(int pid, bool pooled, const CancelToken& cancel) const;

    struct Idle
    {
        std::unique_ptr<Connection> connection;
        std::chrono::steady_clock::time_point since;
    };

    const Settings m_settings;
    const SecretMap m_secrets;
    mutable std::mutex m_mutex;
    std::vector<Idle> m_idle;
    std::multiset<int> m_pids;
    std::optional<Error> m_refusal;
    std::chrono::steady_clock::time_point m_refusedUntil;
    LockWatch m_lockWatch;
};

} // namespace leat::pg
