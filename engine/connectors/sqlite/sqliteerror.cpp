// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqliteerror.h"

#include <sqlite3.h>

namespace leat::sqlite {

namespace {

ErrorCode codeOf(int rc)
{
    switch (rc & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::FileLocked;
    case SQLITE_NOTADB:
        return ErrorCode::FileNotDatabase;
    case SQLITE_CORRUPT:
        // A virtual table's own content may be bad in a file that is sound.
        return rc == SQLITE_CORRUPT_VTAB ? ErrorCode::SourceQueryFailed : ErrorCode::FileNotDatabase;
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::PermissionDenied;
    case SQLITE_CANTOPEN:
        // The file itself was looked at before: what cannot be opened are the files beside it.
        return ErrorCode::PermissionDenied;
    case SQLITE_READONLY:
        // A program died while writing; only a connection that may write can roll back for it.
        return rc == SQLITE_READONLY_ROLLBACK || rc == SQLITE_READONLY_RECOVERY
            ? ErrorCode::FileLocked : ErrorCode::PermissionDenied;
    case SQLITE_NOMEM:
        return ErrorCode::OutOfMemory;
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_SCHEMA:
        return ErrorCode::ShapeChanged;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::SourceQueryFailed;
    }
}

} // namespace

Error sourceError(ErrorCode code, Phase phase, QString detail, QMap<QString, QString> args)
{
    Error error = makeError(code, std::move(detail), std::move(args));
    error.owner = Owner::Source;
    error.phase = phase;
    return error;
}

Error fromSqlite(sqlite3* db, int rc, Phase phase, const QString& path, const QString& table)
{
    const char* said = db ? sqlite3_errmsg(db) : sqlite3_errstr(rc);
    QString detail = QStringLiteral("SQLite: %1 (code %2)").arg(QString::fromUtf8(said)).arg(rc);
    if (rc == SQLITE_READONLY_ROLLBACK || rc == SQLITE_READONLY_RECOVERY)
        detail += QStringLiteral("; a program was interrupted while writing: open the file once with a program that may write");
    if ((rc & 0xff) == SQLITE_CANTOPEN)
        detail += QStringLiteral("; a file in WAL mode is read together with its -wal and -shm");
    QMap<QString, QString> args{{QStringLiteral("path"), path}};
    const ErrorCode code = codeOf(rc);
    if (!table.isEmpty())
        args.insert(QStringLiteral("table"), table);
    else if (code == ErrorCode::PermissionDenied || code == ErrorCode::SourceQueryFailed)
        args.insert(QStringLiteral("table"), path);
    Error error = sourceError(code, phase, detail, args);
    if ((rc & 0xff) == SQLITE_IOERR)
        error.retry = RetryClass::Transient;
    return error;
}

bool isBusy(int rc)
{
    return (rc & 0xff) == SQLITE_BUSY || (rc & 0xff) == SQLITE_LOCKED;
}

} // namespace leat::sqlite
