// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/connectors/sqlite/sqliteconnection.h"

#include <memory>
#include <mutex>
#include <vector>

namespace leat::sqlite {

/// Connections that all read the same state of the file. The first is the snapshot's own; the
/// others exist only for tables that are worth several readers.
///
/// Why they see the same: every helper notes its data version outside of a transaction, then the
/// first connection begins, then each helper begins and looks at its data version again. That
/// number changes when anyone commits in between, so an unchanged one proves that nothing was
/// committed from before the first began until after the helper had; in WAL mode and with a
/// rollback journal alike. If something was committed, all start over; after some tries, or when
/// a writer waits for its lock, the first connection reads alone.
class ReadGroup
{
public:
    /// Errors: those of Connection::open, TableMissing, FileLocked.
    static Result<std::shared_ptr<ReadGroup>> open(const Settings& settings, const QString& table, const CancelToken& cancel);

    Connection& first() { return *m_connections.front(); }
    int size() const { return static_cast<int>(m_connections.size()); }

    /// One connection for one reader; goes back when destroyed. Thread-safe.
    class Loan
    {
    public:
        Loan() = default;
        ~Loan();
        Loan(Loan&& other) noexcept;
        Loan& operator=(Loan&& other) noexcept;
        Connection* get() const { return m_connection; }

    private:
        friend class ReadGroup;
        ReadGroup* m_group = nullptr;
        Connection* m_connection = nullptr;
    };
    /// Empty when all are lent.
    Loan borrow();

private:
    Result<void> addHelpers(const Settings& settings, int readers, const CancelToken& cancel);
    Result<bool> align(const CancelToken& cancel);
    void giveBack(Connection* connection);

    std::vector<std::unique_ptr<Connection>> m_connections;
    std::mutex m_mutex;
    std::vector<Connection*> m_free;       ///< guarded by m_mutex; helpers are lent first
};

} // namespace leat::sqlite
