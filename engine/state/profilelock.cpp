// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/profilelock.h"

#include "engine/base/failpoint.h"
#include "engine/state/lockfile.h"
#include "engine/state/processidentity.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

namespace leat {

namespace {

QByteArray introduction(const QString& program)
{
    const ProcessIdentity self = currentProcess();
    return QJsonDocument(QJsonObject{
        {QStringLiteral("program"), program},
        {QStringLiteral("pid"), self.pid},
        {QStringLiteral("started"), self.started},
        {QStringLiteral("host"), self.host},
        {QStringLiteral("since"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
    }).toJson(QJsonDocument::Compact);
}

Error failure(ErrorCode code, const QString& detail, const QString& path)
{
    Error error = makeError(code, detail, {{QStringLiteral("path"), path}});
    error.owner = Owner::State;
    return error;
}

// The holder writes its name just after it got the lock; a reader that comes between the two
// waits a moment for it.
Error lockedBy(const QString& path, const QString& dir)
{
    QJsonObject holder;
    for (int i = 0; i < 50 && holder.isEmpty(); ++i) {
        if (i > 0)
            QThread::msleep(10);
        holder = QJsonDocument::fromJson(LockFile::contents(path)).object();
    }
    Error error = failure(ErrorCode::ProfileLocked, {}, dir);
    if (holder.isEmpty())
        return error;
    error.args[QStringLiteral("holder")] = holder[QLatin1String("program")].toString();
    error.args[QStringLiteral("pid")] = QString::number(holder[QLatin1String("pid")].toInteger());
    error.args[QStringLiteral("since")] = holder[QLatin1String("since")].toString();
    error.detail = QStringLiteral("held by process %1 on %2 since %3")
                       .arg(error.args[QStringLiteral("pid")], holder[QLatin1String("host")].toString(), error.args[QStringLiteral("since")]);
    return error;
}

} // namespace

struct ProfileLock::Handle
{
    LockFile file;
};

ProfileLock::ProfileLock(std::unique_ptr<Handle> handle) : m_handle(std::move(handle)) {}

ProfileLock::~ProfileLock()
{
    m_handle->file.write({});
}

Result<std::unique_ptr<ProfileLock>> ProfileLock::acquire(const QString& profileDir, const QString& program)
{
    const QString path = QDir(profileDir).filePath(QStringLiteral("profile.lock"));
    auto handle = std::make_unique<Handle>();
    QString reason;
    switch (handle->file.lock(path, reason)) {
    case LockFile::Outcome::HeldElsewhere: return lockedBy(path, profileDir);
    case LockFile::Outcome::Failed: return failure(ErrorCode::ProfileNotWritable, reason, profileDir);
    case LockFile::Outcome::Locked: break;
    }
    LEAT_FAILPOINT("profile.locked");
    if (!handle->file.write(introduction(program)))
        return failure(ErrorCode::ProfileNotWritable, QStringLiteral("the lock file cannot be written"), profileDir);
    return std::unique_ptr<ProfileLock>(new ProfileLock(std::move(handle)));
}

} // namespace leat
