// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/base/canceltoken.h"
#include "engine/connectors/sqlite/sqlitecheckpoints.h"
#include "engine/connectors/sqlite/sqlitefilestamp.h"
#include "engine/connectors/sqlite/sqlitesettings.h"

#include <QString>

#include <chrono>
#include <memory>

struct sqlite3;

namespace leat::sqlite {

/// One hardened read-only connection. Used by one thread at a time; opened without SQLite's own
/// mutexes. Never kept idle: an open reader keeps the program that owns the file from tidying
/// its -wal away when it exits.
class Connection
{
public:
    /// Errors: FileMissing, PermissionDenied, FileNotDatabase, FileLocked, Cancelled.
    static Result<std::unique_ptr<Connection>> open(const Settings& settings, const CancelToken& cancel);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    sqlite3* handle() const noexcept { return m_db; }
    const QString& path() const noexcept { return m_settings.path; }

    /// Statements stop, and waits for locks end, when `cancel` is cancelled. Destroyed by the
    /// thread that used the connection, before another one takes over.
    class Use
    {
    public:
        Use(Connection& connection, const CancelToken& cancel);
        ~Use();
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;

    private:
        Connection& m_connection;
        CancelToken m_before;
        CancelToken::Registration m_registration;
    };

    /// Starts a read transaction and takes its snapshot (traps T060, T096). Waits for locks of
    /// others up to `waitMs`. False: still locked then.
    Result<bool> beginRead(int waitMs);
    void endRead();
    /// A number that differs from an earlier one of this connection once anyone has committed in
    /// between. Outside of a transaction it looks at the file's newest state.
    Result<qint64> dataVersion();
    /// Errors if the file changed below the read transaction: a program that ignores SQLite's
    /// locks, a writer beside a file that was opened as immutable, another file in its place (trap T098).
    /// In WAL mode a change is SQLite's own when its log was carried over into the file meanwhile.
    Result<void> verifyUnchanged() const;

    /// The error for a result code of this connection; Cancelled when that is the reason.
    Error error(int rc, Phase phase, const QString& table = {}) const;
    bool isCancelled() const { return m_cancel.isCancelled(); }
    const CancelToken& cancelToken() const { return m_cancel; }
    bool isImmutable() const noexcept { return m_immutable; }
    bool isWal() const noexcept { return m_wal; }
    int busyTimeoutMs() const noexcept { return m_settings.busyTimeoutMs; }

private:
    explicit Connection(const Settings& settings) : m_settings(settings) {}
    int openFile(bool immutable);
    void harden();
    Result<void> firstLook();
    Result<QByteArray> pragma(const char* name);
    bool mayBeImmutable(int rc) const;
    bool sharesLog() const { return m_wal && !m_immutable; }
    bool isCheckpointed() const;
    Error changedUnderneath() const;
    static int onBusy(void* self, int tries);
    static int onProgress(void* self);

    Settings m_settings;
    sqlite3* m_db = nullptr;
    CancelToken m_cancel;
    std::chrono::steady_clock::time_point m_waitUntil;
    int m_waitMs = 0;
    bool m_immutable = false;
    bool m_wal = false;
    /// Taken with the transaction where the file must not change, and in WAL mode once the file is open.
    std::optional<FileStamp> m_stamp;
    std::optional<Checkpoints> m_checkpoints;
};

} // namespace leat::sqlite
