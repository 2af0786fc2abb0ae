// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/methods.h"

#include <QCoreApplication>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Methods", text);
}

} // namespace

QString methodUnavailable(SyncType type, const QString& sourceType)
{
    const bool postgres = sourceType == QLatin1String("postgres");
    if (type == SyncType::Cdc)
        return postgres ? tr("PostgreSQL change log syncing (CDC) is not available in this version: Leat reads tables, not yet the server's log.")
                        : tr("Change data capture follows the log of a PostgreSQL server; this source has none.");
    if (type == SyncType::Webhook)
        return tr("Webhooks come from services that push their changes, such as Stripe; a database does not.");
    return {};
}

QString methodInstead(SyncType type, const QString& sourceType)
{
    if (type == SyncType::Webhook)
        return tr("Sync by a cursor, as often as every minute.");
    if (type != SyncType::Cdc)
        return {};
    return sourceType == QLatin1String("postgres")
        ? tr("Incremental with the exact window (late_commits=xmin) brings every insert and update; a full refresh or “Verify” shows deleted rows.")
        : tr("Incremental brings new and changed rows; a full refresh or “Verify” shows deleted rows.");
}

} // namespace leat
