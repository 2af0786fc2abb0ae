// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/ids.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace leat {

/// A row that could not be stored, kept with its reason in the warehouse file.
struct QuarantinedRow
{
    qint64 id = 0;
    RunId run;                     ///< that read it
    QDateTime at;                  ///< UTC
    QString reason;                ///< stable: "key-null", "key-repeated", "column-gone"
    QString column;                ///< the column or columns it is about
    QString row;                   ///< JSON, column to text; NULL is null
    bool operator==(const QuarantinedRow&) const = default;
};

/// Newest first. `total` counts all, whatever the limit.
struct QuarantinePage { std::vector<QuarantinedRow> rows; qint64 total = 0; };

/// What became of rows that were to be stored again, or were dropped.
struct QuarantineReport
{
    qint64 stored = 0;
    qint64 kept = 0;               ///< still cannot be stored: a key that is NULL, repeated or there by now, a value without a column
    qint64 dropped = 0;
    qint64 left = 0;               ///< rows of the table in quarantine now
};

QJsonObject toJson(const QuarantinedRow& row);
QJsonObject toJson(const QuarantineReport& report);
/// "its key column “id” is NULL", translated.
QString quarantineReason(const QuarantinedRow& row);

} // namespace leat
