// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/duckconnection.h"
#include "engine/warehouse/duckdb/readerfeed.h"

#include <memory>
#include <mutex>
#include <vector>

namespace leat {

/// How the warehouse file is opened.
struct DuckOptions
{
    QString path{};
    /// DuckDB is told 85 %: it does not count everything it allocates.
    qint64 memoryLimitBytes = 400 << 20;
    int threads = 0;                       ///< 0: as many as the machine has cores
    QString tempDir{};                     ///< empty: "<path>.tmp"; made when missing
};

/// Where DuckDB spills what does not fit the memory.
QString spillFolder(const DuckOptions& options);

class DuckInstance;

/// A connection on loan; goes back to its instance's pool, which it keeps alive.
class PooledConnection
{
public:
    PooledConnection(std::shared_ptr<DuckInstance> instance, DuckConnection connection);
    ~PooledConnection();
    PooledConnection(PooledConnection&&) noexcept = default;
    PooledConnection& operator=(PooledConnection&&) = delete;
    PooledConnection(const PooledConnection&) = delete;
    PooledConnection& operator=(const PooledConnection&) = delete;
    DuckConnection* operator->() { return &m_connection; }
    DuckConnection& operator*() { return m_connection; }
    DuckInstance& instance() { return *m_instance; }
    /// Closes the connection at the end instead of lending it again.
    void discard() { m_reusable = false; }

private:
    std::shared_ptr<DuckInstance> m_instance;
    DuckConnection m_connection;
    bool m_reusable = true;
};

/// One opened DuckDB file, hardened: no extensions from outside, no files, no settings. After a
/// FATAL error it is broken() and must be closed before the file is opened anew (trap T134).
/// While it is open nobody else in this process may open and close the file, not even to read
/// it: that would drop the file lock (POSIX locks belong to the process). Thread-safe.
class DuckInstance : public std::enable_shared_from_this<DuckInstance>
{
public:
    static Result<std::shared_ptr<DuckInstance>> open(const DuckOptions& options);
    ~DuckInstance();
    DuckInstance(const DuckInstance&) = delete;
    DuckInstance& operator=(const DuckInstance&) = delete;

    Result<PooledConnection> connect();
    /// The name of the file's catalog.
    const QString& catalog() const { return m_catalog; }
    FeedRegistry& feeds() { return *m_feeds; }
    bool broken() const { return m_health->broken; }
    /// Held around the short part of a commit that touches catalog and state table.
    std::mutex& commitMutex() { return m_commitMutex; }

private:
    friend class PooledConnection;
    explicit DuckInstance(QString path);
    Result<void> openFile(const DuckOptions& options);
    Result<void> prepare();
    void giveBack(DuckConnection connection);

    std::shared_ptr<DuckHealth> m_health = std::make_shared<DuckHealth>();
    std::shared_ptr<FeedRegistry> m_feeds = std::make_shared<FeedRegistry>();
    duckdb_database m_database = nullptr;
    QString m_catalog;
    std::mutex m_commitMutex;
    std::mutex m_poolMutex;
    std::vector<DuckConnection> m_idle;    ///< closed before the database
};

} // namespace leat
