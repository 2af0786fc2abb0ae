// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/ids.h"

#include <QDateTime>
#include <QStringList>

namespace leat {

/// Source and warehouse compared row by row (key and typed hash).
struct VerifyReport
{
    SchemaId schemaId;
    QString label;
    QDateTime at;                  ///< UTC, when the source snapshot was taken
    qint64 sourceRows = 0;
    qint64 warehouseRows = 0;
    qint64 missing = 0;            ///< at the source, not in the warehouse
    qint64 extra = 0;              ///< in the warehouse, not at the source
    qint64 differing = 0;          ///< same key, other values
    bool byKey = true;             ///< false: no key, rows compared as a multiset
    int buckets = 0;
    int differingBuckets = 0;
    QStringList missingKeys;       ///< up to 100 examples, key columns joined by ", "
    QStringList extraKeys;
    QStringList differingKeys;
    bool equal() const { return missing == 0 && extra == 0 && differing == 0; }
    bool operator==(const VerifyReport&) const = default;
};

} // namespace leat
