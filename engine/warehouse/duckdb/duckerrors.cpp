// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/duckerrors.h"

#include <QRegularExpression>

namespace leat {

namespace {

bool has(const QString& text, const char* part)
{
    return text.contains(QLatin1String(part), Qt::CaseInsensitive);
}

bool saysDiskFull(const QString& message)
{
    return has(message, "No space left on device") || has(message, "Disk quota exceeded")
        || has(message, "not enough space on the disk") || has(message, "max_temp_directory_size")
        || has(message, "File too large");
}

Error made(ErrorCode code, const QString& message, const QString& path, Phase phase)
{
    Error error = makeError(code, message, {{QStringLiteral("path"), path}});
    error.owner = Owner::Warehouse;
    error.phase = phase;
    return error;
}

} // namespace

bool isFatal(duckdb_error_type type, const QString& message)
{
    return type == DUCKDB_ERROR_FATAL || has(message, "database has been invalidated")
        || message.startsWith(QLatin1String("FATAL Error"));
}

Error duckError(duckdb_error_type type, const QString& message, const QString& path, Phase phase)
{
    if (type == DUCKDB_ERROR_INTERRUPT || message.startsWith(QLatin1String("INTERRUPT Error")))
        return made(ErrorCode::Cancelled, message, path, phase);
    if (saysDiskFull(message))
        return made(ErrorCode::DiskFull, message, path, phase);
    // A commit that runs out of memory reports itself as a transaction error.
    if (type == DUCKDB_ERROR_OUT_OF_MEMORY || message.startsWith(QLatin1String("Out of Memory Error"))
        || has(message, "could not allocate block") || has(message, "failed to pin block"))
        return made(ErrorCode::OutOfMemory, message, path, phase);
    if (has(message, "Corrupt database file"))
        return made(ErrorCode::WarehouseCorrupt, message, path, phase);
    return made(ErrorCode::WarehouseQueryFailed, message, path, phase);
}

Error duckOpenError(const QString& message, const QString& path)
{
    if (has(message, "Could not set lock on file") || has(message, "being used by another process")) {
        Error error = made(ErrorCode::WarehouseLocked, message, path, Phase::Connect);
        static const QRegularExpression held(
            QStringLiteral("lock is held in (.+?) \\(PID (\\d+)\\)"));
        static const QRegularExpression usedBy(QStringLiteral("used by (.+?) \\(PID (\\d+)\\)"));
        QRegularExpressionMatch match = held.match(message);
        if (!match.hasMatch())
            match = usedBy.match(message);
        if (match.hasMatch()) {
            const QString program = match.captured(1);
            error.args.insert(QStringLiteral("holder"), program.section(QLatin1Char('/'), -1));
            error.args.insert(QStringLiteral("pid"), match.captured(2));
        }
        return error;
    }
    if (has(message, "with version number") || has(message, "newer version of DuckDB")
        || has(message, "newer DuckDB version"))
        return made(ErrorCode::WarehouseNewer, message, path, Phase::Connect);
    if (saysDiskFull(message))
        return made(ErrorCode::DiskFull, message, path, Phase::Connect);
    // DuckDB recognises SQLite files and then wants an extension, which may not be loaded.
    if (has(message, "Corrupt") || has(message, "not a valid DuckDB database file")
        || has(message, "Could not read") || has(message, "Loading external extensions is disabled")
        || has(message, "checksum") || has(message, "Serialization Error")
        || has(message, "replaying WAL") || has(message, "INTERNAL Error"))
        return made(ErrorCode::WarehouseCorrupt, message, path, Phase::Connect);
    if (has(message, "Cannot open file") || has(message, "Permission denied")
        || has(message, "Read-only file system"))
        return made(ErrorCode::ProfileNotWritable, message, path, Phase::Connect);
    return duckError(DUCKDB_ERROR_INVALID, message, path, Phase::Connect);
}

Error internalError(const QString& detail, const QString& table)
{
    Error error = makeError(ErrorCode::Internal, detail);
    error.owner = Owner::Warehouse;
    if (!table.isEmpty())
        error.args.insert(QStringLiteral("table"), table);
    return error;
}

} // namespace leat
