// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/processidentity.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#if defined(Q_OS_WIN)
#include <windows.h>
#elif defined(Q_OS_MACOS)
#include <libproc.h>
#include <signal.h>
#else
#include <cerrno>
#include <signal.h>
#endif

namespace leat {

namespace {

QString thisHost()
{
    const QByteArray id = QSysInfo::machineUniqueId();
    return id.isEmpty() ? QSysInfo::machineHostName() : QString::fromLatin1(id);
}

#if defined(Q_OS_WIN)

// Empty: there is no such process.
QString startOf(qint64 pid)
{
    const HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, DWORD(pid));
    if (!process)
        return {};
    FILETIME created{}, exited{}, kernel{}, user{};
    DWORD exitCode = 0;
    QString text;
    if (GetExitCodeProcess(process, &exitCode) && exitCode == STILL_ACTIVE
        && GetProcessTimes(process, &created, &exited, &kernel, &user))
        text = QStringLiteral("%1.%2").arg(created.dwHighDateTime).arg(created.dwLowDateTime);
    CloseHandle(process);
    return text;
}

bool exists(qint64 pid)
{
    return !startOf(pid).isEmpty();
}

#else

bool exists(qint64 pid)
{
    return pid > 0 && (::kill(pid_t(pid), 0) == 0 || errno == EPERM);
}

#if defined(Q_OS_MACOS)

QString startOf(qint64 pid)
{
    proc_bsdinfo info{};
    if (proc_pidinfo(int(pid), PROC_PIDTBSDINFO, 0, &info, sizeof info) != int(sizeof info))
        return {};
    return QStringLiteral("%1.%2").arg(info.pbi_start_tvsec).arg(info.pbi_start_tvusec);
}

#else

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Ticks since boot are the 22nd field of stat; the boot id makes them unique. The second field
// is the program's name and may hold spaces and brackets, so that counting starts after it.
QString startOf(qint64 pid)
{
    const QByteArray stat = contents(QStringLiteral("/proc/%1/stat").arg(pid));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20 || fields[0] == "Z")
        return {};
    const QByteArray boot = contents(QStringLiteral("/proc/sys/kernel/random/boot_id")).trimmed();
    return QString::fromLatin1(boot + '.' + fields[19]);
}

#endif
#endif

} // namespace

ProcessIdentity currentProcess()
{
    const qint64 pid = QCoreApplication::applicationPid();
    return {pid, startOf(pid), thisHost()};
}

Liveness livenessOf(const ProcessIdentity& process)
{
    if (process.host != thisHost())
        return Liveness::Elsewhere;
    const QString started = startOf(process.pid);
    if (process.started.isEmpty())
        return exists(process.pid) ? Liveness::Alive : Liveness::Dead;
    return started == process.started ? Liveness::Alive : Liveness::Dead;
}

} // namespace leat
