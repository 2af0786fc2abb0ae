// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/lockfile.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace leat {

namespace {

// False when somebody removed or replaced the file between our open and our lock: then we hold
// a lock that nobody else will ever meet.
bool isStillThere(int handle, const QByteArray& path)
{
    struct stat held{}, named{};
    return ::fstat(handle, &held) == 0 && ::stat(path.constData(), &named) == 0 && held.st_ino == named.st_ino
        && held.st_dev == named.st_dev;
}

} // namespace

LockFile::~LockFile()
{
    close();
}

void LockFile::close()
{
    if (m_handle >= 0)
        ::close(int(m_handle));
    m_handle = -1;
}

LockFile::Outcome LockFile::lock(const QString& path, QString& reason)
{
    const QByteArray name = QFile::encodeName(path);
    while (true) {
        const int handle = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (handle < 0) {
            reason = QString::fromLocal8Bit(std::strerror(errno));
            return Outcome::Failed;
        }
        m_handle = handle;
        int locked = 0;
        do
            locked = ::flock(handle, LOCK_EX | LOCK_NB);
        while (locked != 0 && errno == EINTR);
        if (locked != 0) {
            const int cause = errno;
            reason = QString::fromLocal8Bit(std::strerror(cause));
            close();
            return cause == EWOULDBLOCK ? Outcome::HeldElsewhere : Outcome::Failed;
        }
        if (isStillThere(handle, name))
            return Outcome::Locked;
        close();
    }
}

bool LockFile::write(const QByteArray& text)
{
    const int handle = int(m_handle);
    return handle >= 0 && ::ftruncate(handle, 0) == 0 && ::pwrite(handle, text.constData(), size_t(text.size()), 0) == text.size();
}

QByteArray LockFile::contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace leat
