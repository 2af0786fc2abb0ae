// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

namespace leat {

/// One change that somebody made; the trail only grows.
struct AuditEntry
{
    QDateTime at;
    QString actor;                 ///< "window", "leatctl", "engine"
    QString action;                ///< "schema.set"
    QString subject;               ///< "shop.orders"
    QString detail;                ///< redacted JSON: before and after
};

struct AuditPage { std::vector<AuditEntry> entries; };   ///< newest first

} // namespace leat
