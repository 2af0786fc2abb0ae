// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <sched.h>
#include <sys/mount.h>

namespace leat::test {

/// A small disk of its own, in memory. Linux.
class SmallDisk
{
public:
    /// Lets this program mount what nobody else sees. False: it has no right to. Asked for before there is a
    /// thread: a namespace of mounts is a thread's own.
    static bool enterNamespace() { return unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0; }

    /// `size` as tmpfs takes it: "24m".
    explicit SmallDisk(const QByteArray& size)
    {
        m_mounted = mount("none", m_dir.path().toUtf8().constData(), "tmpfs", 0, QByteArray("size=" + size).constData()) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            umount2(m_dir.path().toUtf8().constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool isMounted() const { return m_mounted; }
    QString path() const { return m_dir.path(); }
    /// Takes what is free but for `leave`: a megabyte is enough to write runs down in.
    void fill(qint64 leave = 1 << 20) const
    {
        QFile ballast(path() + QStringLiteral("/ballast"));
        if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        for (const int size : {1 << 20, 4096, 1})
            while (ballast.write(QByteArray(size, 'x')) == size) { }
        if (leave > 0)
            ballast.resize(ballast.size() - leave);
    }
    bool empty() const { return QFile::remove(path() + QStringLiteral("/ballast")); }

private:
    QTemporaryDir m_dir{QStringLiteral("/tmp/leat-disk-XXXXXX")};
    bool m_mounted = false;
};

} // namespace leat::test
