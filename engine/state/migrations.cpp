// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/migrations.h"

#include "engine/base/failpoint.h"
#include "engine/state/transaction.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace leat {

namespace {

constexpr int applicationId = 0x4c656174; // "Leat"

Error unreadable(const Database& database, const QString& detail)
{
    Error error = makeError(ErrorCode::ProfileUnreadable, detail, {{QStringLiteral("path"), database.file()}});
    error.owner = Owner::State;
    return error;
}

// SQLite calls a damaged header or schema a plain error.
Result<int> number(Database& database, const char* sql)
{
    Result<QVariant> value = database.scalar(QLatin1String(sql));
    if (value)
        return value->toInt();
    return value.error().code == ErrorCode::Internal ? unreadable(database, value.error().detail) : value.error();
}

Error newer(const Database& database, int found, int known)
{
    Error error = makeError(ErrorCode::ProfileNewer,
        QStringLiteral("format %1, this program knows %2").arg(found).arg(known),
        {{QStringLiteral("found"), QString::number(found)}, {QStringLiteral("known"), QString::number(known)},
            {QStringLiteral("path"), database.file()}});
    error.owner = Owner::State;
    return error;
}

// SQLite does not sync what VACUUM INTO writes.
void syncToDisk(const QString& file)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
#else
    Q_UNUSED(file)
#endif
}

// VACUUM INTO copies what is committed, the part in the WAL included.
Result<void> backUp(Database& database, int version)
{
    const QString target = QStringLiteral("%1.backup-v%2").arg(database.file()).arg(version);
    const QString part = target + QStringLiteral(".part");
    QFile::remove(part);
    QFile made(part);
    if (made.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        made.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    made.close();
    if (Result<void> copied = database.run(QStringLiteral("VACUUM INTO ?"), {part}); !copied) {
        QFile::remove(part);
        return copied;
    }
    LEAT_FAILPOINT("state.backup-copied");
    syncToDisk(part);
    QFile::remove(target);
    LEAT_FAILPOINT("state.backup-rename");
    if (QFile::rename(part, target))
        return {};
    Error error = makeError(ErrorCode::ProfileNotWritable, QStringLiteral("the backup could not be named"),
        {{QStringLiteral("path"), target}});
    error.owner = Owner::State;
    return error;
}

Result<void> apply(Database& database, const Migration& step)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    LEAT_FAILPOINT("state.migration-step");
    for (const QString& statement : step.statements)
        if (Result<void> done = database.run(statement); !done)
            return done;
    const QString stamp = QStringLiteral("PRAGMA user_version = %1").arg(step.version);
    const QString mark = QStringLiteral("PRAGMA application_id = %1").arg(applicationId);
    for (const QString& pragma : {stamp, mark})
        if (Result<void> done = database.run(pragma); !done)
            return done;
    LEAT_FAILPOINT("state.migration-commit");
    return transaction->commit();
}

} // namespace

bool isGapFree(const std::vector<Migration>& migrations)
{
    for (std::size_t i = 0; i < migrations.size(); ++i)
        if (migrations[i].version != int(i) + 1 || migrations[i].statements.empty())
            return false;
    return !migrations.empty();
}

Result<void> migrate(Database& database, const std::vector<Migration>& migrations)
{
    if (!isGapFree(migrations))
        return makeError(ErrorCode::Internal, QStringLiteral("the migrations have a gap"));
    const Result<int> found = number(database, "PRAGMA user_version");
    const Result<int> tables = number(database, "SELECT count(*) FROM sqlite_schema");
    const Result<int> owner = number(database, "PRAGMA application_id");
    for (const Result<int>* read : {&found, &tables, &owner})
        if (!*read)
            return read->error();
    if (*tables > 0 && *owner != applicationId)
        return unreadable(database, QStringLiteral("a database of another program"));
    const int known = migrations.back().version;
    if (*found > known)
        return newer(database, *found, known);
    if (*found < 0 || (*found == 0) != (*tables == 0))
        return unreadable(database, QStringLiteral("format number %1 does not fit its tables").arg(*found));
    if (Result<void> configured = database.configure(); !configured)
        return configured;
    if (*found > 0 && *found < known)
        if (Result<void> copied = backUp(database, *found); !copied)
            return copied;
    for (const Migration& step : migrations)
        if (step.version > *found)
            if (Result<void> done = apply(database, step); !done)
                return done;
    return {};
}

} // namespace leat
