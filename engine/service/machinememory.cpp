// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/machinememory.h"

#include <QByteArray>
#include <QFile>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace leat {

qint64 machineMemoryFree()
{
#ifdef Q_OS_WIN
    MEMORYSTATUSEX status;
    status.dwLength = sizeof(status);
    return GlobalMemoryStatusEx(&status) ? qint64(status.ullAvailPhys) : -1;
#else
    QFile file(QStringLiteral("/proc/meminfo"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (line.startsWith("MemAvailable:"))
            return line.mid(13).trimmed().split(' ').front().toLongLong() * 1024;
    return -1;
#endif
}

} // namespace leat
