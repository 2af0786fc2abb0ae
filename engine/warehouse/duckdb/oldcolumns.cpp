// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/oldcolumns.h"

#include "engine/warehouse/columnnames.h"
#include "engine/warehouse/duckdb/ducktypes.h"
#include "engine/warehouse/duckdb/mergesql.h"

#include <algorithm>

namespace leat {

namespace {

const ColumnMark* named(const std::vector<ColumnMark>& marks, const QString& name)
{
    const auto found = std::find_if(marks.begin(), marks.end(), [&name](const ColumnMark& m) { return m.name == name; });
    return found == marks.end() ? nullptr : &*found;
}

QByteArray castSql(const QByteArray& cell, const QByteArray& type)
{
    return "TRY_CAST(" + cell + " AS " + type + ')';
}

bool isNumber(ColumnType::Kind kind)
{
    using Kind = ColumnType::Kind;
    switch (kind) {
    case Kind::Int8: case Kind::Int16: case Kind::Int32: case Kind::Int64: case Kind::UInt32: case Kind::UInt64:
    case Kind::Float: case Kind::Double: case Kind::Decimal: return true;
    default: return false;
    }
}

// Casts round: what fits comes back as it was. Of numbers that were texts the zeros at the end do not count (T051).
OldCell castCell(const QByteArray& cell, const TableColumn& old, const ColumnType& type)
{
    if (old.type == type)
        return {cell, cell, "true"};
    const QByteArray cast = castSql(cell, typeSql(type));
    if (old.type && old.type->kind == ColumnType::Kind::Text && isNumber(type.kind))
        return {cell, cast, plainNumberSql("CAST(" + cast + " AS VARCHAR)") + " = " + plainNumberSql(cell)};
    if (!old.type)
        return {cell, cast, "CAST(" + cast + " AS VARCHAR) = CAST(" + cell + " AS VARCHAR)"};
    return {cell, cast, castSql(cast, typeSql(*old.type)) + " = " + cell};
}

} // namespace

QByteArray OldCell::kept() const
{
    return fits == "true" ? cast : "CASE WHEN " + fits + " THEN " + cast + " END";
}

// Whether another column of now was it.
bool OldColumns::isTaken(const ColumnMark& mark, const QString& source) const
{
    return std::any_of(m_next.columns.begin(), m_next.columns.end(), [&](const ColumnMark& now) {
        const bool sameNumber = isNumbered() && mark.attribute > 0 && now.attribute == mark.attribute;
        return now.name != source && (sameNumber || now.name == mark.name);
    });
}

const ColumnMark* OldColumns::markOf(const QString& source) const
{
    const ColumnMark* now = named(m_next.columns, source);
    if (now && isNumbered() && now->attribute > 0)
        for (const ColumnMark& mark : m_before.columns)
            if (mark.attribute == now->attribute)
                return &mark;
    QStringList names = now ? now->former : QStringList();
    names.append(source);
    for (auto name = names.crbegin(); name != names.crend(); ++name)
        if (const ColumnMark* mark = named(m_before.columns, *name); mark && !isTaken(*mark, source))
            return mark;
    return nullptr;
}

std::optional<OldCell> OldColumns::cell(const QByteArray& prefix, const PlannedColumn& column) const
{
    const ColumnMark* mark = markOf(column.source);
    const PlannedColumn* place = mark ? findSource(m_places, mark->name) : nullptr;
    const TableColumn* old = findColumn(m_existing, place ? place->name : column.name);
    if (!old)
        return std::nullopt;
    // Found by the warehouse's name alone it must not be another column's.
    const auto isThere = [old](const PlannedColumn& p) { return foldName(p.name) == foldName(old->name); };
    if (!place && std::any_of(m_places.begin(), m_places.end(), isThere))
        return std::nullopt;
    return castCell(prefix + old->sql, *old, column.type);
}

} // namespace leat
