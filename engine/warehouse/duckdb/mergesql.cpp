// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/mergesql.h"

#include "engine/warehouse/duckdb/ducktypes.h"

namespace leat {

namespace {

// 1.0 and 1.00 are one number and two texts (T051).
QByteArray keySql(const QByteArray& prefix, const PlannedColumn& key)
{
    const QByteArray cell = prefix + key.sql;
    if (!key.numberText)
        return cell;
    return "CASE WHEN contains(" + cell + ", '.') THEN rtrim(rtrim(" + cell + ", '0'), '.') ELSE " + cell + " END";
}

} // namespace

QByteArray keyNullsSql(const SqlTable& staging, const PlannedColumns& keys)
{
    QByteArray sql = "SELECT ";
    for (std::size_t i = 0; i < keys.size(); ++i)
        sql += (i ? ", " : "") + QByteArray("CAST(count(*) - count(") + keys[i].sql + ") AS VARCHAR)";
    return sql + " FROM " + staging.full();
}

QByteArray repeatedKeysSql(const SqlTable& staging, const PlannedColumns& keys)
{
    QByteArray text;
    for (const PlannedColumn& key : keys)
        text += (text.isEmpty() ? "" : " || ', ' || ") + QByteArray("CAST(") + key.sql + " AS VARCHAR)";
    return "SELECT " + text + " FROM " + staging.full() + " GROUP BY " + columnList(keys)
        + " HAVING count(*) > 1 LIMIT 3";
}

QByteArray deleteStagedSql(const SqlTable& target, const SqlTable& staging, const PlannedColumns& keys)
{
    QByteArray where;
    for (const PlannedColumn& key : keys)
        where += (where.isEmpty() ? "" : " AND ") + keySql("target.", key) + " = " + keySql("staged.", key);
    return "DELETE FROM " + target.full() + " AS target USING " + staging.full() + " AS staged WHERE " + where;
}

QByteArray insertStagedSql(const SqlTable& target, const SqlTable& staging, const PlannedColumns& columns)
{
    const QByteArray list = columnList(columns);
    return "INSERT INTO " + target.full() + " (" + list + ") SELECT " + list + " FROM " + staging.full();
}

namespace {

Result<QByteArray> lowestBoundary(const AppendBoundary& boundary, const TableColumn& column, const SqlTable& staging)
{
    const QByteArray type = typeSql(*column.type);
    if (boundary.from.isEmpty())
        return QByteArray("(SELECT CAST(min(" + column.sql + ") AS " + type + ") FROM " + staging.full() + ")");
    const Result<QByteArray> from = quoteLiteral(castableText(boundary.from));
    if (!from)
        return from.error();
    return QByteArray("CAST(" + *from + " AS " + type + ")");
}

} // namespace

Result<QByteArray> appendStagedSql(const SqlTable& target, const SqlTable& staging, const PlannedColumns& columns,
                                   const TableColumns& table, const AppendBoundary& boundary,
                                   const TableColumn& boundaryColumn)
{
    QByteArray staged;
    QByteArray stored;
    QByteArray exact;
    for (const PlannedColumn& column : columns) {
        const TableColumn* present = findColumn(table, column.name);
        const ColumnType type = present && present->type ? *present->type : column.type;
        staged += (staged.isEmpty() ? "CAST(" : ", CAST(") + column.sql + " AS " + typeSql(type) + ") AS " + column.sql;
        stored += (stored.isEmpty() ? "" : ", ") + column.sql;
        if (const std::optional<QByteArray> more = exactnessSql(type, column.sql))
            exact += ", " + *more;
    }
    const Result<QByteArray> from = lowestBoundary(boundary, boundaryColumn, staging);
    if (!from)
        return from.error();
    QByteArray range = boundaryColumn.sql + " >= " + *from;
    if (boundary.includeNulls)
        range = "(" + range + " OR " + boundaryColumn.sql + " IS NULL)";
    const QByteArray list = columnList(columns);
    // Columns of `exact` come last, have no name and are left out by position of the names.
    return "INSERT INTO " + target.full() + " (" + list + ") SELECT " + list + " FROM (SELECT " + stored + exact
        + " FROM (SELECT " + staged + " FROM " + staging.full() + ") EXCEPT ALL SELECT " + stored + exact + " FROM "
        + target.full() + " WHERE " + range + ")";
}

} // namespace leat
