// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/ids.h"

#include <QDateTime>
#include <QStringList>

#include <optional>
#include <vector>

namespace leat {

/// How two sides were compared.
enum class VerifyMethod {
    Digests,            ///< both sides digested in place, then only rows of ranges that differ
    ReadDigests,        ///< the source's rows were read and digested on the way
    Rows,               ///< every row of the source was read and compared
};

/// "digests", "read_digests", "rows".
QString toString(VerifyMethod method);

/// A cell that differs, as text of the warehouse; nullopt: NULL.
struct ValueDifference
{
    QString key;
    QString column;
    std::optional<QString> source;
    std::optional<QString> warehouse;
    bool operator==(const ValueDifference&) const = default;
};

/// Source and warehouse compared, each in one snapshot. Rows that the next sync brings anyway are
/// pending, not different.
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
    qint64 pending = 0;            ///< changed at the source since the last sync
    bool pendingKnown = false;     ///< false: such rows cannot be told from drift here
    bool keepsVersions = false;    ///< append: rows that are extra are earlier versions
    VerifyMethod method = VerifyMethod::Rows;
    qint64 rowsTransferred = 0;    ///< rows that left the source
    bool repaired = false;         ///< what differed has been put right since
    bool byKey = true;             ///< false: no key, rows compared as a multiset
    int buckets = 0;
    int differingBuckets = 0;
    QStringList missingKeys;       ///< up to 100 examples, key columns joined by ", "
    QStringList extraKeys;
    QStringList differingKeys;
    std::vector<ValueDifference> values;   ///< of the first differing rows
    bool equal() const { return missing == 0 && differing == 0 && (extra == 0 || keepsVersions); }
    qint64 drift() const { return missing + differing + (keepsVersions ? 0 : extra); }
    bool operator==(const VerifyReport&) const = default;
};

/// What was last proven of a table; kept with it, as the reason behind its status.
struct Proof
{
    QDateTime verifiedAt;          ///< UTC; invalid: never
    qint64 sourceRows = 0;
    qint64 missing = 0;
    qint64 extra = 0;
    qint64 differing = 0;
    qint64 pending = 0;
    bool repaired = false;         ///< what differed has been put right since
    qint64 drift() const { return missing + extra + differing; }
    bool operator==(const Proof&) const = default;
};
Proof proofOf(const VerifyReport& report);

} // namespace leat
