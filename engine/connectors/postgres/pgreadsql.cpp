// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgreadsql.h"

#include "engine/connectors/postgres/pgquote.h"

#include <algorithm>

namespace leat::pg {

namespace {

bool isText(quint32 type)
{
    return type == oid::Text || type == oid::VarChar;
}

std::string lowerBound(const ReadableColumn& column, const QString& value, qint64 lookback)
{
    const std::string constant = cursorConstant(column, value);
    if (lookback <= 0)
        return constant;
    const std::string seconds = std::to_string(lookback);
    switch (column.facts.oid) {
    case oid::Timestamp:
    case oid::TimestampTz:
        return "(" + constant + " - pg_catalog.make_interval(secs => " + seconds + "))";
    case oid::Date:
        return "(" + constant + " - pg_catalog.make_interval(secs => " + seconds + "))::pg_catalog.date";
    case oid::Numeric:
        return "(" + constant + " - " + seconds + ")";
    case oid::Int2:
        return "GREATEST(" + constant + "::pg_catalog.int8 - " + seconds + ", -32768)::pg_catalog.int2";
    case oid::Int4:
        return "GREATEST(" + constant + "::pg_catalog.int8 - " + seconds + ", -2147483648)::pg_catalog.int4";
    case oid::Int8:
        return "GREATEST(" + constant + "::pg_catalog.numeric - " + seconds + ", -9223372036854775808)::pg_catalog.int8";
    default:
        return constant;
    }
}

/// The bound as an xid that a row can carry: 0 to 2 are reserved in every epoch.
std::string xidConstant(quint64 xid)
{
    const quint32 low = std::max<quint32>(3, static_cast<quint32>(xid));
    return "'" + std::to_string(low) + "'::pg_catalog.xid";
}

/// The window for a bound that is 2^31 or more transactions old, where age() has no room.
std::string widenedWindow(quint64 from, quint64 next)
{
    const std::string low = "xmin::pg_catalog.text::pg_catalog.int8";
    return "(" + low + " > 2 AND " + std::to_string(next) + " - ((" + std::to_string(static_cast<quint32>(next)) + " - " + low
        + " + 4294967296) % 4294967296) >= " + std::to_string(from) + ")";
}

} // namespace

bool isOrdered(const ReadableColumn& column)
{
    return cursorTypeOf(column.facts.oid).has_value() || isText(column.facts.oid);
}

std::string cursorConstant(const ReadableColumn& column, const QString& value)
{
    const std::string constant = quoteText(value) + "::" + column.facts.baseSpelled.toStdString();
    return isText(column.facts.oid) ? constant + " COLLATE \"C\"" : constant;
}

std::string cursorOperand(const ReadableColumn& column)
{
    const std::string name = quoteName(column.shape.name);
    return isText(column.facts.oid) ? name + " COLLATE \"C\"" : name;
}

std::string windowSql(quint64 from)
{
    return "pg_catalog.age(xmin) BETWEEN 0 AND pg_catalog.age(" + xidConstant(from) + ")";
}

bool windowInReach(const ReadSpec& spec, const SnapshotFacts& facts)
{
    if (!spec.windowFrom)
        return true;
    // Some room for the xids given out between the snapshot and the read.
    return facts.nextXid && *facts.nextXid - std::min(*spec.windowFrom, *facts.nextXid) < (quint64{1} << 31) - 10'000'000;
}

/// Types with values that maxCursor() does not count and that must be read nevertheless.
bool hasUncounted(const ReadableColumn& cursor)
{
    return cursor.facts.oid == oid::Float4 || cursor.facts.oid == oid::Float8 || cursor.facts.oid == oid::Numeric;
}

std::string filterSql(const ReadSpec& spec, const ReadableColumn* cursor, const SnapshotFacts& facts)
{
    std::vector<std::string> all;
    if (cursor && (spec.cursorFrom || spec.cursorTo)) {
        const std::string operand = cursorOperand(*cursor);
        std::string range;
        if (spec.cursorFrom)
            range = operand + " >= " + lowerBound(*cursor, *spec.cursorFrom, spec.lookbackSeconds);
        if (spec.cursorTo && !hasUncounted(*cursor))
            range += (range.empty() ? "" : " AND ") + operand + " <= " + cursorConstant(*cursor, *spec.cursorTo);
        if (spec.includeNullCursor && !range.empty())
            range = "((" + range + ") OR " + quoteName(cursor->shape.name) + " IS NULL)";
        if (!range.empty())
            all.push_back(range);
    }
    if (spec.windowFrom && !windowInReach(spec, facts))
        all.push_back(widenedWindow(*spec.windowFrom, facts.nextXid.value_or(0)));
    else if (spec.windowFrom)
        all.push_back(windowSql(*spec.windowFrom));
    const auto below = [&all](quint64 xid) {
        all.push_back("(pg_catalog.age(xmin) > pg_catalog.age(" + xidConstant(xid) + ") OR pg_catalog.age(xmin) < 0)");
    };
    if (spec.windowBefore)
        below(*spec.windowBefore);
    if (spec.windowClosed && facts.horizon)
        below(*facts.horizon);
    std::string sql;
    for (const std::string& condition : all)
        sql += (sql.empty() ? "" : " AND ") + condition;
    return sql;
}

std::vector<Slice> planSlices(const std::vector<Leaf>& leaves, const std::string& whole, bool ranges, int readers)
{
    if (leaves.empty())
        return {{whole, {}}};
    qint64 pages = 0;
    for (const Leaf& leaf : leaves)
        pages += leaf.pages;
    const qint64 step = std::clamp<qint64>(pages / std::max(1, 8 * readers), 1000, 8000);
    std::vector<Slice> slices;
    for (const Leaf& leaf : leaves) {
        const std::string from = "ONLY " + quoteTable(leaf.name);
        if (!ranges || leaf.pages <= step) {
            slices.push_back({from, {}});
            continue;
        }
        for (qint64 start = 0; start < leaf.pages; start += step) {
            std::string range = "ctid >= '(" + std::to_string(start) + ",0)'::pg_catalog.tid";
            if (start + step < leaf.pages)
                range += " AND ctid < '(" + std::to_string(start + step) + ",0)'::pg_catalog.tid";
            slices.push_back({from, range});
        }
    }
    return slices;
}

std::string copySql(const std::vector<const ReadableColumn*>& columns, const Slice& slice, const std::string& filter)
{
    std::string sql = "COPY (SELECT ";
    for (std::size_t i = 0; i < columns.size(); ++i)
        sql += (i > 0 ? ", " : "") + selectExpression(columns[i]->shape.name, columns[i]->facts, columns[i]->mapping);
    sql += " FROM " + slice.from;
    if (!filter.empty() || !slice.range.empty())
        sql += " WHERE " + slice.range + (filter.empty() || slice.range.empty() ? "" : " AND ") + filter;
    return sql + ") TO STDOUT (FORMAT binary)";
}

} // namespace leat::pg
