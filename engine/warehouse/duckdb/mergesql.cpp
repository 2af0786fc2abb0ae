// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/mergesql.h"

#include "engine/warehouse/duckdb/ducktypes.h"

namespace leat {

namespace {

QByteArray keySql(const QByteArray& cell, const PlannedColumn& key)
{
    return key.numberText ? plainNumberSql(cell) : cell;
}

} // namespace

// 1.0 and 1.00 are one number and two texts (T051).
QByteArray plainNumberSql(const QByteArray& cell)
{
    return "CASE WHEN contains(" + cell + ", '.') THEN rtrim(rtrim(" + cell + ", '0'), '.') ELSE " + cell + " END";
}

QByteArray sameKeySql(const QByteArray& prefix, const PlannedColumns& keys, const std::vector<QByteArray>& cells)
{
    QByteArray same;
    for (std::size_t i = 0; i < keys.size(); ++i)
        same += (same.isEmpty() ? "" : " AND ") + keySql(prefix + keys[i].sql, keys[i]) + " = " + keySql(cells[i], keys[i]);
    return same;
}

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
    std::vector<QByteArray> staged;
    for (const PlannedColumn& key : keys)
        staged.push_back("staged." + key.sql);
    return "DELETE FROM " + target.full() + " AS target USING " + staging.full() + " AS staged WHERE " + sameKeySql("target.", keys, staged);
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

/// The stored rows that staged ones are compared with; no column: all of them.
Result<QByteArray> boundaryRange(const AppendBoundary& boundary, const TableColumn* column, const SqlTable& staging)
{
    if (!column)
        return QByteArray("true");
    const Result<QByteArray> from = lowestBoundary(boundary, *column, staging);
    if (!from)
        return from;
    const QByteArray range = column->sql + " >= " + *from;
    return boundary.includeNulls ? QByteArray("(" + range + " OR " + column->sql + " IS NULL)") : range;
}

} // namespace

namespace {

/// Cells by which a row is known that was stored when its table had fewer columns, and the columns it has not.
struct Compared { std::vector<QByteArray> cells; std::vector<QByteArray> late; };

// What is left on both sides once equal rows are taken away is compared by what the older rows have: as many as the
// target has of a kind are left out of the staged ones of that kind.
QByteArray comparedSql(const QByteArray& staged, const QByteArray& stored, const Compared& compared)
{
    QByteArray named, kinds, same, older;
    for (std::size_t i = 0; i < compared.cells.size(); ++i) {
        const QByteArray name = "_leat_k" + QByteArray::number(qulonglong(i));
        named += (i ? ", " : "") + compared.cells[i] + " AS " + name;
        kinds += (i ? ", " : "") + name;
        same += (i ? " AND there." : "there.") + name + " IS NOT DISTINCT FROM numbered." + name;
    }
    for (const QByteArray& column : compared.late)
        older += (older.isEmpty() ? "" : " AND ") + column + " IS NULL";
    return "(SELECT *, row_number() OVER (PARTITION BY " + kinds + ") AS _leat_nth FROM (SELECT *, " + named + " FROM (" + staged
        + " EXCEPT ALL " + stored + "))) AS numbered LEFT JOIN (SELECT " + kinds + ", count(*) AS _leat_there FROM (SELECT " + named
        + " FROM (" + stored + " EXCEPT ALL " + staged + ") WHERE " + older + ") GROUP BY " + kinds
        + ") AS there ON " + same + " WHERE _leat_nth > coalesce(_leat_there, 0)";
}

ColumnType storedType(const PlannedColumn& column, const TableColumns& table)
{
    const TableColumn* present = findColumn(table, column.name);
    return present && present->type ? *present->type : column.type;
}

QByteArray exactName(std::size_t column)
{
    return "_leat_x" + QByteArray::number(qulonglong(column));
}

} // namespace

ExactColumns exactColumns(const PlannedColumns& columns, const TableColumns& table)
{
    ExactColumns exact;
    QByteArray apart;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QByteArray& name = columns[i].sql;
        const ColumnType type = storedType(columns[i], table);
        const bool floating = type.kind == ColumnType::Kind::Float || type.kind == ColumnType::Kind::Double;
        exact.cells += (i ? ", " : "") + name;
        if (const std::optional<QByteArray> more = exactnessSql(type, name))
            apart += ", " + *more + " AS " + exactName(i);
        exact.restored += (i ? ", " : "") + (floating
            ? "CASE WHEN " + name + " = 0 AND " + exactName(i) + " THEN CAST('-0.0' AS " + typeSql(type) + ") ELSE " + name + " END"
            : name);
    }
    exact.cells += apart;
    return exact;
}

Result<QByteArray> appendStagedSql(const SqlTable& target, const SqlTable& staging, const PlannedColumns& columns,
                                   const TableColumns& table, const AppendBoundary& boundary,
                                   const TableColumn* boundaryColumn)
{
    QByteArray staged;
    Compared compared;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const PlannedColumn& column = columns[i];
        const ColumnType type = storedType(column, table);
        staged += (staged.isEmpty() ? "CAST(" : ", CAST(") + column.sql + " AS " + typeSql(type) + ") AS " + column.sql;
        if (boundary.late.contains(column.source)) {
            compared.late.push_back(column.sql);
            continue;
        }
        compared.cells.push_back(column.sql);
        if (exactnessSql(type, column.sql))
            compared.cells.push_back(exactName(i));
    }
    const Result<QByteArray> range = boundaryRange(boundary, boundaryColumn, staging);
    if (!range)
        return range.error();
    const ExactColumns exact = exactColumns(columns, table);
    const QByteArray before = "SELECT " + exact.cells + " FROM (SELECT " + staged + " FROM " + staging.full() + ")";
    const QByteArray there = "SELECT " + exact.cells + " FROM " + target.full() + " WHERE " + *range;
    const QByteArray insert = "INSERT INTO " + target.full() + " (" + columnList(columns) + ") SELECT " + exact.restored + " FROM ";
    if (!compared.late.empty() && !compared.cells.empty())
        return insert + comparedSql(before, there, compared);
    return insert + '(' + before + " EXCEPT ALL " + there + ')';
}

} // namespace leat
