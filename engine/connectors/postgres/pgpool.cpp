// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgpool.h"

#include <algorithm>

namespace leat::pg {

namespace {

constexpr std::size_t kMaxIdle = 8;
constexpr auto kMaxIdleTime = std::chrono::seconds(60);
constexpr auto kHoldBackLogins = std::chrono::seconds(20);

const Secret& passwordOf(const SecretMap& secrets)
{
    static const Secret none;
    const auto it = secrets.find(QStringLiteral("password"));
    return it == secrets.end() ? none : it->second;
}

} // namespace

Lease& Lease::operator=(Lease&& other) noexcept
{
    if (this != &other) {
        giveBack();
        m_pool = other.m_pool;
        m_connection = std::move(other.m_connection);
    }
    return *this;
}

void Lease::giveBack()
{
    if (m_connection)
        m_pool->giveBack(std::move(m_connection));
}

Pool::Pool(Settings settings, SecretMap secrets)
    : m_settings(std::move(settings)), m_secrets(std::move(secrets)), m_lockWatch(m_settings, passwordOf(m_secrets))
{
}

Pool::~Pool() = default;

std::unique_ptr<Connection> Pool::takeIdle()
{
    std::vector<Idle> dropped;
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    while (!m_idle.empty()) {
        Idle idle = std::move(m_idle.back());
        m_idle.pop_back();
        if (now - idle.since < kMaxIdleTime && idle.connection->looksAlive())
            return std::move(idle.connection);
        const auto pid = m_pids.find(idle.connection->backendPid());
        if (pid != m_pids.end())
            m_pids.erase(pid);
        dropped.push_back(std::move(idle));
    }
    return nullptr;
}

Result<Lease> Pool::acquire(const CancelToken& cancel)
{
    if (std::unique_ptr<Connection> idle = takeIdle())
        return lend(std::move(idle));
    {
        const std::lock_guard lock(m_mutex);
        if (m_refusal && std::chrono::steady_clock::now() < m_refusedUntil)
            return *m_refusal;
    }
    return connect(cancel, {});
}

Result<Lease> Pool::connect(const CancelToken& cancel, const ConnectTrace& trace)
{
    Result<std::unique_ptr<Connection>> opened = Connection::open(m_settings, passwordOf(m_secrets), cancel, trace);
    const std::lock_guard lock(m_mutex);
    if (!opened) {
        if (opened.error().code == ErrorCode::AuthenticationFailed) {
            m_refusal = opened.error();
            m_refusedUntil = std::chrono::steady_clock::now() + kHoldBackLogins;
        }
        return opened.error();
    }
    m_refusal.reset();
    const int pid = (*opened)->backendPid();
    m_pids.insert(pid);
    (*opened)->setPulse([this, pid, pooled = (*opened)->server().pooled](const CancelToken& token) {
        return isAtWork(pid, pooled, token);
    });
    return lend(std::move(*opened));
}

Lease Pool::lend(std::unique_ptr<Connection> connection)
{
    m_lockWatch.lent(*connection);
    return Lease(this, std::move(connection));
}

// A session that waits for its client, while its client waits for it, is on a path that lost something.
bool Pool::isAtWork(int pid, bool pooled, const CancelToken& cancel) const
{
    const Result<std::unique_ptr<Connection>> other = Connection::open(m_settings, passwordOf(m_secrets), cancel);
    if (!other) {
        const ErrorCode code = other.error().code;
        return code == ErrorCode::TooManyConnections || code == ErrorCode::AuthenticationFailed || code == ErrorCode::Cancelled;
    }
    // To the pooler's own numbers there is nothing to look up; that it answered has to do.
    if (pooled)
        return true;
    const Result<Rows> session = (*other)->query("SELECT state = 'active' AND wait_event_type IS DISTINCT FROM 'Client' "
        "FROM pg_catalog.pg_stat_activity WHERE pid = " + std::to_string(pid), cancel);
    if (!session)
        return session.error().code != ErrorCode::ConnectionLost && session.error().code != ErrorCode::ConnectionTimeout;
    return session->count() > 0 && (session->isNull(0, 0) || session->flag(0, 0));
}

void Pool::forget(const Connection& connection)
{
    const std::lock_guard lock(m_mutex);
    const auto pid = m_pids.find(connection.backendPid());
    if (pid != m_pids.end())
        m_pids.erase(pid);
}

void Pool::giveBack(std::unique_ptr<Connection> connection)
{
    m_lockWatch.takenBack(*connection);
    connection->setContext({}, Phase::Connect);
    if (connection->looksAlive()) {
        const std::lock_guard lock(m_mutex);
        if (m_idle.size() < kMaxIdle) {
            m_idle.push_back({std::move(connection), std::chrono::steady_clock::now()});
            return;
        }
    }
    forget(*connection);
}

std::vector<int> Pool::backendPids() const
{
    const std::lock_guard lock(m_mutex);
    return {m_pids.begin(), m_pids.end()};
}

} // namespace leat::pg
