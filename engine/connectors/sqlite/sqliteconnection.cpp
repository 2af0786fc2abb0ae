// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqliteconnection.h"

#include "engine/base/failpoint.h"
#include "engine/connectors/sqlite/sqliteerror.h"
#include "engine/connectors/sqlite/sqlitestatement.h"

#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <algorithm>
#include <thread>

namespace leat::sqlite {

namespace {

constexpr int kProgressSteps = 20'000;     // some 0.2 ms of work between looks at the token

// A file may hold views and expressions written by anyone: they get to read, nothing else.
int authorize(void*, int action, const char*, const char* second, const char*, const char*)
{
    if (action == SQLITE_ATTACH || action == SQLITE_DETACH)
        return SQLITE_DENY;
    if (action == SQLITE_FUNCTION && second
        && (sqlite3_stricmp(second, "load_extension") == 0 || sqlite3_stricmp(second, "fts3_tokenizer") == 0))
        return SQLITE_DENY;
    return SQLITE_OK;
}

Result<void> checkFile(const QString& path)
{
    const QMap<QString, QString> args{{QStringLiteral("path"), path}, {QStringLiteral("table"), path}};
    const QFileInfo file(path);
    if (!file.exists()) {
        const QFileInfo folder(file.absolutePath());
        if (folder.exists() && !folder.isExecutable())
            return sourceError(ErrorCode::PermissionDenied, Phase::Connect, QStringLiteral("the folder cannot be entered"), args);
        return sourceError(ErrorCode::FileMissing, Phase::Connect, {}, args);
    }
    if (!file.isFile())
        return sourceError(ErrorCode::FileNotDatabase, Phase::Connect, QStringLiteral("not a regular file"), args);
    if (!file.isReadable())
        return sourceError(ErrorCode::PermissionDenied, Phase::Connect, QStringLiteral("the file cannot be read"), args);
    return {};
}

} // namespace

Connection::Use::Use(Connection& connection, const CancelToken& cancel)
    : m_connection(connection), m_before(connection.m_cancel)
{
    connection.m_cancel = cancel;
    sqlite3* db = connection.m_db;
    if (db)
        m_registration = cancel.onCancel([db] { sqlite3_interrupt(db); });
}

Connection::Use::~Use()
{
    m_registration = {};
    m_connection.m_cancel = m_before;
}

Connection::~Connection()
{
    sqlite3_close_v2(m_db);
}

Result<std::unique_ptr<Connection>> Connection::open(const Settings& settings, const CancelToken& cancel)
{
    if (Result<void> ok = checkFile(settings.path); !ok)
        return ok.error();
    LEAT_FAILPOINT("sqlite.open");
    std::unique_ptr<Connection> connection(new Connection(settings));
    connection->m_cancel = cancel;
    for (const bool immutable : {false, true}) {
        int rc = connection->openFile(immutable);
        if (rc == SQLITE_OK) {
            const Use use(*connection, cancel);
            Result<void> looked = connection->firstLook();
            if (looked) {
                connection->m_cancel = {};
                return connection;
            }
            rc = sqlite3_extended_errcode(connection->m_db);
            if (immutable || !connection->mayBeImmutable(rc))
                return looked.error();
        } else if (immutable || !connection->mayBeImmutable(rc)) {
            return connection->error(rc, Phase::Connect);
        }
    }
    return connection->error(SQLITE_CANTOPEN, Phase::Connect);
}

int Connection::openFile(bool immutable)
{
    sqlite3_close_v2(m_db);
    m_db = nullptr;
    m_immutable = immutable;
    QByteArray name = m_settings.path.toUtf8();
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (immutable) {
        name = QUrl::fromLocalFile(m_settings.path).toEncoded(QUrl::FullyEncoded) + "?immutable=1";
        flags |= SQLITE_OPEN_URI;
    }
    const int rc = sqlite3_open_v2(name.constData(), &m_db, flags, nullptr);
    if (rc == SQLITE_OK)
        harden();
    return rc;
}

void Connection::harden()
{
    sqlite3_extended_result_codes(m_db, 1);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, nullptr);
    sqlite3_limit(m_db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(m_db, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    sqlite3_set_authorizer(m_db, authorize, nullptr);
    sqlite3_busy_handler(m_db, &Connection::onBusy, this);
    sqlite3_progress_handler(m_db, kProgressSteps, &Connection::onProgress, this);
}

// Reads the header and the schema, so that every reason not to be readable shows here.
Result<void> Connection::firstLook()
{
    m_waitMs = m_settings.busyTimeoutMs;
    // No memory map: a file that another program cuts short would kill this process.
    for (const char* setting : {"PRAGMA query_only=1", "PRAGMA mmap_size=0", "PRAGMA cell_size_check=1", "PRAGMA cache_size=-8000"}) {
        const int rc = sqlite3_exec(m_db, setting, nullptr, nullptr, nullptr);
        if (rc != SQLITE_OK)
            return error(rc, Phase::Connect);
    }
    if (Result<QByteArray> looked = pragma("schema_version"); !looked)
        return looked.error();
    Result<QByteArray> journal = pragma("journal_mode");
    if (!journal)
        return journal.error();
    m_wal = *journal == "wal";
    // Before the stamp: what begins between the two is then not taken for a stranger's.
    m_checkpoints = sharesLog() ? checkpointsOf(m_db) : std::nullopt;
    m_stamp = m_checkpoints ? stampOf(m_settings.path) : std::nullopt;
    return {};
}

Result<QByteArray> Connection::pragma(const char* name)
{
    Result<Statement> statement = Statement::prepare(*this, QByteArray("PRAGMA ") + name, Phase::Connect);
    if (!statement)
        return statement.error();
    Result<bool> row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->bytes(0) : QByteArray();
}

// A file in WAL mode needs its -shm beside it, which nobody can make in a folder that cannot be
// written (a CD, a read-only share). Without a -wal nothing can be missing from the file itself,
// so it may then be read as a file that does not change; verifyUnchanged() proves it afterwards.
bool Connection::mayBeImmutable(int rc) const
{
    const int kind = rc & 0xff;
    if (kind != SQLITE_CANTOPEN && kind != SQLITE_READONLY)
        return false;
    const QFileInfo file(m_settings.path);
    return file.isReadable() && !QFileInfo(file.absolutePath()).isWritable()
        && !QFileInfo::exists(m_settings.path + QStringLiteral("-wal"))
        && !QFileInfo::exists(m_settings.path + QStringLiteral("-journal"));
}

int Connection::onBusy(void* self, int tries)
{
    auto* connection = static_cast<Connection*>(self);
    const auto now = std::chrono::steady_clock::now();
    if (tries == 0)
        connection->m_waitUntil = now + std::chrono::milliseconds(connection->m_waitMs);
    if (connection->m_cancel.isCancelled() || now >= connection->m_waitUntil)
        return 0;
    const auto pause = std::chrono::milliseconds(std::min(1 + tries * 2, 25));
    std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(pause, connection->m_waitUntil - now));
    return 1;
}

int Connection::onProgress(void* self)
{
    return static_cast<Connection*>(self)->m_cancel.isCancelled() ? 1 : 0;
}

Result<bool> Connection::beginRead(int waitMs)
{
    m_waitMs = waitMs;
    int rc = sqlite3_exec(m_db, "BEGIN", nullptr, nullptr, nullptr);
    // BEGIN alone locks nothing: the first read takes the snapshot.
    if (rc == SQLITE_OK)
        rc = sqlite3_exec(m_db, "SELECT 1 FROM sqlite_master LIMIT 1", nullptr, nullptr, nullptr);
    m_waitMs = m_settings.busyTimeoutMs;
    if (rc == SQLITE_OK) {
        if (!sharesLog())
            m_stamp = stampOf(m_settings.path);
        if (!hasMoved(m_db))
            return true;
        endRead();
        return changedUnderneath();
    }
    const Error failed = error(rc, Phase::Connect);
    endRead();
    if (isBusy(rc) && !isCancelled())
        return false;
    return failed;
}

void Connection::endRead()
{
    if (sqlite3_get_autocommit(m_db) == 0)
        sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
    if (!sharesLog())
        m_stamp.reset();
}

Result<qint64> Connection::dataVersion()
{
    Result<QByteArray> version = pragma("data_version");
    if (!version)
        return version.error();
    return version->toLongLong();
}

// Whoever writes into a file in WAL mode notes it in the wal-index beforehand; one who was at it already cannot be told.
bool Connection::isCheckpointed() const
{
    return m_checkpoints && (m_checkpoints->underWay() || checkpointsOf(m_db) != m_checkpoints);
}

Result<void> Connection::verifyUnchanged() const
{
    if (hasMoved(m_db))
        return changedUnderneath();
    const bool walAppeared = m_immutable && QFileInfo::exists(m_settings.path + QStringLiteral("-wal"));
    if (!m_stamp || (!walAppeared && stampOf(m_settings.path) == m_stamp) || isCheckpointed())
        return {};
    return changedUnderneath();
}

Error Connection::changedUnderneath() const
{
    Error error = sourceError(ErrorCode::FileLocked, Phase::Read,
        QStringLiteral("the file was changed while it was read, without SQLite's locks"),
        {{QStringLiteral("path"), m_settings.path}});
    error.retry = RetryClass::Transient;
    return error;
}

Error Connection::error(int rc, Phase phase, const QString& table) const
{
    if (m_cancel.isCancelled())
        return sourceError(ErrorCode::Cancelled, phase, {}, {});
    return fromSqlite(m_db, rc, phase, m_settings.path, table);
}

} // namespace leat::sqlite
