// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/digestsql.h"

#include "engine/verify/buckets.h"

namespace leat {

namespace {

constexpr std::size_t kMostRanges = 64;

} // namespace

QByteArray rowHashSql(const PlannedColumns& columns)
{
    return "leat_row_hash(" + columnList(columns) + ')';
}

QByteArray keyHashSql(const PlannedColumn& key)
{
    return "leat_key_hash(CAST(" + key.sql + " AS BIGINT))";
}

QByteArray markSql()
{
    return '"' + QByteArray(kDeletedAt) + '"';
}

QByteArray momentSql(const QDateTime& at)
{
    return "CAST('" + at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")).toLatin1() + "+00' AS TIMESTAMPTZ)";
}

QByteArray bucketSql(const KeyBuckets& buckets, const PlannedColumns& key)
{
    if (buckets.by == KeyBuckets::By::Range)
        return "(CAST(" + key.front().sql + " AS BIGINT) >> " + QByteArray::number(buckets.shift) + ')';
    return '(' + rowHashSql(key) + " & " + QByteArray::number(buckets.mask) + ')';
}

QByteArray partSql(const KeyPart& part, const PlannedColumns& key)
{
    if (part.wanted.empty())
        return "false";
    if (part.buckets.by == KeyBuckets::By::Range) {
        const std::vector<std::pair<qint64, qint64>> ranges = keyRanges(part);
        if (ranges.size() <= kMostRanges) {
            QByteArray sql;
            for (const auto& [first, last] : ranges)
                sql += (sql.isEmpty() ? "(" : " OR ") + key.front().sql + " BETWEEN CAST('" + QByteArray::number(first)
                    + "' AS BIGINT) AND CAST('" + QByteArray::number(last) + "' AS BIGINT)";
            return sql + ')';
        }
    }
    QByteArray list;
    for (const qint64 wanted : part.wanted)
        list += (list.isEmpty() ? "" : ",") + QByteArray::number(wanted);
    return bucketSql(part.buckets, key) + " IN (SELECT unnest(CAST('[" + list + "]' AS BIGINT[])))";
}

} // namespace leat
