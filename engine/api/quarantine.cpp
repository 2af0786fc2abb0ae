// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/quarantine.h"

#include "engine/api/jsonvalues.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace leat {

QJsonObject toJson(const QuarantinedRow& row)
{
    return {
        {QStringLiteral("id"), row.id},
        {QStringLiteral("run_id"), row.run.value},
        {QStringLiteral("at"), timeValue(row.at)},
        {QStringLiteral("reason"), row.reason},
        {QStringLiteral("column"), row.column},
        {QStringLiteral("row"), QJsonDocument::fromJson(row.row.toUtf8()).object()},
    };
}

QJsonObject toJson(const QuarantineReport& report)
{
    return {{QStringLiteral("stored"), report.stored}, {QStringLiteral("kept"), report.kept},
        {QStringLiteral("dropped"), report.dropped}, {QStringLiteral("left"), report.left}};
}

QString quarantineReason(const QuarantinedRow& row)
{
    if (row.reason == QLatin1String("key-null"))
        return QCoreApplication::translate("Quarantine", "Key column %1 is NULL").arg(row.column);
    if (row.reason == QLatin1String("key-repeated"))
        return QCoreApplication::translate("Quarantine", "Several rows have this key (%1)").arg(row.column);
    if (row.reason == QLatin1String("column-gone"))
        return QCoreApplication::translate("Quarantine", "The table has no column for the value of %1").arg(row.column);
    return row.reason;
}

} // namespace leat
