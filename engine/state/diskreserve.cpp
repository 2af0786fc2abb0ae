// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/diskreserve.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStorageInfo>

#include <array>

namespace leat {

namespace {

constexpr qint64 kBytes = 1 << 20;
constexpr qint64 kFreeBefore = 4 * kBytes; // of a disk that is nearly full, others need the rest more

} // namespace

void DiskReserve::keep() const
{
    const QFileInfo known(m_file);
    if (known.size() >= kBytes || QStorageInfo(known.absolutePath()).bytesAvailable() < kFreeBefore)
        return;
    QFile file(m_file);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // Nothing that a file system could store in less.
    std::array<quint32, 16 * 1024> noise{};
    QRandomGenerator random(1);
    constexpr qint64 part = qint64(sizeof noise);
    for (qint64 written = 0; written < kBytes; written += part) {
        random.fillRange(noise.data(), qsizetype(noise.size()));
        if (file.write(reinterpret_cast<const char*>(noise.data()), part) != part) {
            file.remove();
            return;
        }
    }
}

bool DiskReserve::release() const
{
    return QFileInfo(m_file).size() > 0 && QFile::remove(m_file);
}

} // namespace leat
