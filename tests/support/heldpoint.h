// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/failpoint.h"

#include <QFile>
#include <QString>

namespace leat::test {

/// A failpoint at which whoever comes by waits for letGo(); for programs with LEAT_FAILPOINTS.
class HeldPoint
{
public:
    /// `more`: further points as failpoint::arm takes them.
    HeldPoint(const QString& folder, const char* point, const char* more = "") : m_go(folder + QStringLiteral("/go.") + QLatin1String(point))
    {
        QFile::remove(m_go);
        QFile::remove(m_go + QStringLiteral(".reached"));
        if (!failpoint::arm(QLatin1String(point) + QStringLiteral("=pause:%1@1+;").arg(m_go) + QLatin1String(more)))
            qFatal("%s", point);
    }
    ~HeldPoint()
    {
        letGo();
        failpoint::arm({});
    }
    HeldPoint(const HeldPoint&) = delete;
    HeldPoint& operator=(const HeldPoint&) = delete;
    bool isReached() const { return QFile::exists(m_go + QStringLiteral(".reached")); }
    void letGo()
    {
        QFile mark(m_go);
        if (mark.open(QIODevice::WriteOnly))
            mark.close();
    }

private:
    QString m_go;
};

} // namespace leat::test
