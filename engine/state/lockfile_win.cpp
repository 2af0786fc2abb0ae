// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/lockfile.h"

#include <QDir>

#include <windows.h>

namespace leat {

namespace {

HANDLE openFile(const QString& path, DWORD access, DWORD share, DWORD disposition)
{
    const std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    return CreateFileW(name.c_str(), access, share, nullptr, disposition, FILE_ATTRIBUTE_NORMAL, nullptr);
}

} // namespace

LockFile::~LockFile()
{
    close();
}

void LockFile::close()
{
    if (m_handle != -1)
        CloseHandle(reinterpret_cast<HANDLE>(m_handle));
    m_handle = -1;
}

LockFile::Outcome LockFile::lock(const QString& path, QString& reason)
{
    const HANDLE handle = openFile(path, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, OPEN_ALWAYS);
    if (handle != INVALID_HANDLE_VALUE) {
        m_handle = reinterpret_cast<qintptr>(handle);
        return Outcome::Locked;
    }
    const DWORD cause = GetLastError();
    reason = QStringLiteral("Windows error %1").arg(cause);
    return cause == ERROR_SHARING_VIOLATION ? Outcome::HeldElsewhere : Outcome::Failed;
}

bool LockFile::write(const QByteArray& text)
{
    const HANDLE handle = reinterpret_cast<HANDLE>(m_handle);
    DWORD written = 0;
    return m_handle != -1 && SetFilePointer(handle, 0, nullptr, FILE_BEGIN) != INVALID_SET_FILE_POINTER && SetEndOfFile(handle)
        && WriteFile(handle, text.constData(), DWORD(text.size()), &written, nullptr) && written == DWORD(text.size())
        && FlushFileBuffers(handle);
}

// The holder has the file open for writing, so a reader must allow that.
QByteArray LockFile::contents(const QString& path)
{
    const HANDLE handle = openFile(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, OPEN_EXISTING);
    if (handle == INVALID_HANDLE_VALUE)
        return {};
    QByteArray text(4096, Qt::Uninitialized);
    DWORD got = 0;
    const bool ok = ReadFile(handle, text.data(), DWORD(text.size()), &got, nullptr);
    CloseHandle(handle);
    return ok ? text.left(got) : QByteArray();
}

} // namespace leat
