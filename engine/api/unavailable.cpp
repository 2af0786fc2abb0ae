// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/unavailable.h"

#include <QCoreApplication>

namespace leat {

QString unavailableReason(const QString& actionId)
{
    if (actionId == QLatin1String("check-replication"))
        return QCoreApplication::translate("Diagnosis",
            "This version does not read change logs yet. Sync the table with full refresh, incremental or append.");
    if (actionId == QLatin1String("check-webhook"))
        return QCoreApplication::translate("Diagnosis",
            "This version does not receive webhooks yet. Look at the provider's own page; the bulk sync brings what was missed.");
    return {};
}

} // namespace leat
