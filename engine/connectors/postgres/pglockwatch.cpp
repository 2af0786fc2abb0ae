// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pglockwatch.h"

#include <algorithm>

namespace leat::pg {

namespace {

using namespace std::chrono_literals;

constexpr auto kLookEvery = 1s;
/// What is over before this is no long read.
constexpr auto kLongAfter = 2s;
/// A server that took no connection is not asked for one every second, and never again with a password that it refused (T153).
constexpr auto kAfterRefusal = 60s;

std::string arrayOf(const std::vector<int>& pids)
{
    std::string list;
    for (const int pid : pids)
        list += (list.empty() ? "" : ",") + std::to_string(pid);
    return "'{" + list + "}'::pg_catalog.int4[]";
}

std::string waitersSql(const std::vector<int>& pids)
{
    const std::string ours = arrayOf(pids);
    return "SELECT waits.pid, waits.relation::pg_catalog.int8, held.pid FROM pg_catalog.pg_locks waits "
           "JOIN pg_catalog.pg_locks held ON held.locktype = 'relation' AND held.granted AND held.database = waits.database "
           "AND held.relation = waits.relation WHERE waits.locktype = 'relation' AND NOT waits.granted "
           "AND waits.mode = 'AccessExclusiveLock' AND waits.pid <> ALL (" + ours + ") AND held.pid = ANY (" + ours + ")";
}

} // namespace

LockWatch::LockWatch(const Settings& settings, const Secret& password) : m_settings(settings), m_password(password) {}

LockWatch::~LockWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop.cancel();
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void LockWatch::lent(Connection& connection)
{
    if (m_settings.giveWaySeconds == 0 || connection.server().pooled)
        return;
    const std::lock_guard lock(m_mutex);
    m_loans[&connection] = {connection.backendPid(), Clock::now()};
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    m_wake.notify_all();
}

void LockWatch::takenBack(Connection& connection)
{
    const std::lock_guard lock(m_mutex);
    m_loans.erase(&connection);
}

void LockWatch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop.isCancelled()) {
        if (m_loans.empty())
            m_wake.wait(lock, [this] { return m_stop.isCancelled() || !m_loans.empty(); });
        m_wake.wait_for(lock, kLookEvery, [this] { return m_stop.isCancelled(); });
        const std::vector<int> pids = longLent();
        const bool stopped = m_stop.isCancelled();
        lock.unlock();
        if (!stopped && !pids.empty()) {
            look(pids);
        } else {
            m_connection.reset();
            m_waiting.clear();
        }
        lock.lock();
    }
}

std::vector<int> LockWatch::longLent() const
{
    std::vector<int> pids;
    for (const auto& [connection, loan] : m_loans)
        if (Clock::now() - loan.since >= kLongAfter)
            pids.push_back(loan.pid);
    return pids;
}

bool LockWatch::connect()
{
    if (m_connection && m_connection->isUsable())
        return true;
    if (Clock::now() < m_notBefore)
        return false;
    Result<std::unique_ptr<Connection>> opened = Connection::open(m_settings, m_password, m_stop.token());
    if (!opened) {
        const bool refused = opened.error().code == ErrorCode::AuthenticationFailed;
        m_notBefore = refused ? Clock::time_point::max() : Clock::now() + kAfterRefusal;
        return false;
    }
    m_connection = std::move(*opened);
    return true;
}

void LockWatch::look(const std::vector<int>& pids)
{
    // Who was not seen without a break may have waited for something else before.
    if (!connect())
        return m_waiting.clear();
    const Result<Rows> rows = m_connection->query(waitersSql(pids), m_stop.token());
    if (!rows)
        return m_waiting.clear();
    const auto now = Clock::now();
    std::map<Waiting, Clock::time_point> waiting;
    std::vector<int> inTheWay;
    for (int i = 0; i < rows->count(); ++i) {
        const Waiting who{static_cast<int>(rows->integer(i, 0)), rows->integer(i, 1)};
        const auto known = m_waiting.find(who);
        const auto since = known == m_waiting.end() ? now : known->second;
        waiting[who] = since;
        if (now - since >= std::chrono::seconds(m_settings.giveWaySeconds))
            inTheWay.push_back(static_cast<int>(rows->integer(i, 2)));
    }
    m_waiting = std::move(waiting);
    if (!inTheWay.empty())
        end(inTheWay);
}

// Cancelling is not enough: a session that waits for its client, or is between two statements, keeps its locks.
void LockWatch::end(const std::vector<int>& pids)
{
    std::vector<int> ours;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [connection, loan] : m_loans)
            if (std::find(pids.begin(), pids.end(), loan.pid) != pids.end()) {
                connection->noteGaveWay();
                ours.push_back(loan.pid);
            }
    }
    (void)m_connection->query("SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.unnest(" + arrayOf(ours) + ") AS pid",
        m_stop.token());
}

} // namespace leat::pg
