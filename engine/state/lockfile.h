// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace leat {

/// A file held under the operating system's own lock, with a text that others can read. Unix:
/// flock; Windows: a share mode that lets others read only. The lock ends with the object or
/// the process.
class LockFile
{
public:
    enum class Outcome { Locked, HeldElsewhere, Failed };

    LockFile() = default;
    ~LockFile();
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

    Outcome lock(const QString& path, QString& reason);
    /// Replaces the text; only while locked.
    bool write(const QByteArray& text);
    /// The text as its holder wrote it; empty when there is none.
    static QByteArray contents(const QString& path);

private:
    void close();
    qintptr m_handle = -1;
};

} // namespace leat
