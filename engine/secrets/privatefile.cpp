// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/privatefile.h"

#include "engine/base/failpoint.h"

#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <QFile>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace leat {

namespace {

// The rename itself is only durable when the folder is.
void syncFolder(const QString& folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
#else
    Q_UNUSED(folder)
#endif
}

} // namespace

bool replacePrivateFile(const QString& path, const QByteArray& bytes, QString& reason)
{
    LEAT_KILLPOINT("file.write");
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(bytes) == bytes.size()
        && file.commit();
    if (!ok) {
        reason = file.errorString();
        return false;
    }
    LEAT_KILLPOINT("file.renamed");
    syncFolder(QFileInfo(path).absolutePath());
    return true;
}

} // namespace leat
