// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/api/secret.h"
#include "engine/base/canceltoken.h"
#include "engine/connectors/postgres/pgerror.h"
#include "engine/connectors/postgres/pgresult.h"
#include "engine/connectors/postgres/pgsettings.h"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace leat::pg {

/// What a server said about itself when we connected.
struct ServerInfo
{
    int version = 0;               ///< 150020
    QString versionText;           ///< "15.20"
    bool plainBytes = false;       ///< SQL_ASCII: text comes unchecked (trap T081)
    bool utf8 = false;             ///< the database's own encoding
    QString identity;              ///< "<system identifier>/<database oid>" (trap T159)
    QString timeline;              ///< of the history it writes (T123); empty: a standby, or not known
    int blockSize = 8192;
    bool pooled = false;           ///< a pooler stands between: process ids are its own inventions (T157)
};

/// Milestones of a connection attempt, for the connection test.
struct ConnectTrace
{
    enum class Stage { Resolving, Resolved, Connected, Encrypted, LoggedIn };
    std::function<void(Stage, const QString& note)> onStage;
    void tell(Stage stage, const QString& note = {}) const
    {
        if (onStage)
            onStage(stage, note);
    }
};

/// One libpq connection driven without blocking: every wait also watches the cancel token, so a
/// cancel returns within a fraction of a second in any phase, also from a dead network (T144, T151).
/// After a cancel or a broken protocol the connection is unusable and must be dropped. One thread at
/// a time.
class Connection
{
public:
    /// Connects, checks TLS, and pins and verifies the session's settings (T018).
    static Result<std::unique_ptr<Connection>> open(const Settings& settings, const Secret& password,
                                                    const CancelToken& cancel, const ConnectTrace& trace = {});
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Asked each time the server has been silent for a while: whether it is still worth waiting. Until
    /// one is set, silence for the connect time-out is the end of the connection (T151).
    using Pulse = std::function<bool(const CancelToken&)>;
    void setPulse(Pulse pulse) { m_pulse = std::move(pulse); }

    const ServerInfo& server() const { return m_server; }
    int backendPid() const;
    bool isUsable() const { return !m_broken; }
    /// Whether an idle connection still stands: nothing unexpected waits on its socket.
    bool looksAlive();
    /// What becomes of it from here on is no accident: its session is ended at the server to let others pass. Any thread.
    void noteGaveWay() { m_gaveWay = true; }
    /// Names the table and phase for errors from here on.
    void setContext(const QString& table, Phase phase);
    const ErrorContext& context() const { return m_context; }

    /// Runs one or several statements in one round trip; one Rows a statement.
    Result<std::vector<Rows>> script(const std::string& sql, const CancelToken& cancel);
    /// One statement.
    Result<Rows> query(const std::string& sql, const CancelToken& cancel);

    /// Begins COPY … TO STDOUT.
    Result<void> startCopy(const std::string& sql, const CancelToken& cancel);
    /// Next CopyData message: size ≥ 0 with `row` to be freed by PQfreemem, or -1 at the end.
    Result<int> nextCopyRow(char*& row, const CancelToken& cancel)
    {
        const int size = PQgetCopyData(m_connection, &row, 1);
        return size > 0 ? Result<int>(size) : slowCopyRow(size, row, cancel);
    }
    bool isCopying() const { return m_copying; }

    /// Whether the catalogue's statements are prepared on this connection.
    enum class Prepared { NotYet, Yes, Never };
    Prepared prepared = Prepared::NotYet;

private:
    Connection() = default;
    Result<void> connectTo(const QString& address, const Settings& settings, const Secret& password,
                           const CancelToken& cancel, const ConnectTrace& trace);
    Result<void> handshake(const Settings& settings, const CancelToken& cancel, const ConnectTrace& trace, ConnectProgress& progress);
    Result<void> prepareSession(const Settings& settings, const CancelToken& cancel);
    Result<int> slowCopyRow(int size, char*& row, const CancelToken& cancel);
    Result<void> waitReadable(const CancelToken& cancel);
    Result<void> awaitInput(const CancelToken& cancel);
    Error failure(const PGresult* result);
    Error lost();
    Error silent();
    Error abandon();
    Error brokenBy(Error error);

    PGconn* m_connection = nullptr;
    ServerInfo m_server;
    ErrorContext m_context;
    Secret m_password;             ///< only to take it out of error texts
    Pulse m_pulse;
    int m_patienceSeconds = 0;     ///< how long silence is nothing to ask about
    std::atomic<bool> m_gaveWay{false};
    bool m_broken = false;
    bool m_copying = false;
};

/// The settings every session and, behind a pooler, every transaction is given (T018, T157).
std::string pinnedSettings(const Settings& settings, bool local);

} // namespace leat::pg
