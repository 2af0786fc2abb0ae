// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/trashrules.h"

#include <algorithm>
#include <set>
#include <utility>

namespace leat {

std::vector<qint64> beyondLimits(const TrashPage& page, const TrashLimits& limits, const QDateTime& now)
{
    std::vector<qint64> ids;
    std::set<std::pair<QString, QString>> seen;
    qint64 total = 0;
    for (const TrashItem& item : page.items) {
        const bool newest = seen.emplace(item.sourceName, item.name).second;
        const qint64 bytes = std::max<qint64>(0, item.bytes);
        const bool past = item.trashedAt.addDays(limits.days) <= now;
        if (past || (!newest && total + bytes > limits.maxBytes))
            ids.push_back(item.id);
        else
            total += bytes;
    }
    return ids;
}

} // namespace leat
