// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/ducktypes.h"

#include "engine/connectors/recordbatch.h"

#include <QRegularExpression>

#include <cstring>

namespace leat {

// Readers write cells straight into DuckDB's vectors, so the layouts must be the same.
static_assert(sizeof(TextRef) == sizeof(duckdb_string_t));
static_assert(offsetof(TextRef, length) == offsetof(duckdb_string_t, value.pointer.length));
static_assert(offsetof(TextRef, head) == offsetof(duckdb_string_t, value.pointer.prefix));
static_assert(offsetof(TextRef, pointer) == offsetof(duckdb_string_t, value.pointer.ptr));
static_assert(sizeof(Int128Parts) == sizeof(duckdb_hugeint));
static_assert(offsetof(Int128Parts, lower) == offsetof(duckdb_hugeint, lower));
static_assert(offsetof(Int128Parts, upper) == offsetof(duckdb_hugeint, upper));
static_assert(sizeof(IntervalParts) == sizeof(duckdb_interval));
static_assert(offsetof(IntervalParts, days) == offsetof(duckdb_interval, days));
static_assert(offsetof(IntervalParts, micros) == offsetof(duckdb_interval, micros));
static_assert(sizeof(duckdb_time_tz) == sizeof(std::uint64_t));

namespace {

using Kind = ColumnType::Kind;

struct Entry { Kind kind; duckdb_type duck; const char* sql; };

constexpr Entry kTypes[] = {
    {Kind::Boolean, DUCKDB_TYPE_BOOLEAN, "BOOLEAN"},
    {Kind::Int8, DUCKDB_TYPE_TINYINT, "TINYINT"},
    {Kind::Int16, DUCKDB_TYPE_SMALLINT, "SMALLINT"},
    {Kind::Int32, DUCKDB_TYPE_INTEGER, "INTEGER"},
    {Kind::Int64, DUCKDB_TYPE_BIGINT, "BIGINT"},
    {Kind::UInt32, DUCKDB_TYPE_UINTEGER, "UINTEGER"},
    {Kind::UInt64, DUCKDB_TYPE_UBIGINT, "UBIGINT"},
    {Kind::Float, DUCKDB_TYPE_FLOAT, "FLOAT"},
    {Kind::Double, DUCKDB_TYPE_DOUBLE, "DOUBLE"},
    {Kind::Date, DUCKDB_TYPE_DATE, "DATE"},
    {Kind::Time, DUCKDB_TYPE_TIME, "TIME"},
    {Kind::TimeTz, DUCKDB_TYPE_TIME_TZ, "TIME WITH TIME ZONE"},
    {Kind::Timestamp, DUCKDB_TYPE_TIMESTAMP, "TIMESTAMP"},
    {Kind::TimestampTz, DUCKDB_TYPE_TIMESTAMP_TZ, "TIMESTAMP WITH TIME ZONE"},
    {Kind::Interval, DUCKDB_TYPE_INTERVAL, "INTERVAL"},
    {Kind::Uuid, DUCKDB_TYPE_UUID, "UUID"},
    {Kind::Text, DUCKDB_TYPE_VARCHAR, "VARCHAR"},
    {Kind::Json, DUCKDB_TYPE_VARCHAR, "JSON"},
    {Kind::Blob, DUCKDB_TYPE_BLOB, "BLOB"},
};

const Entry& entryOf(Kind kind)
{
    for (const Entry& entry : kTypes)
        if (entry.kind == kind)
            return entry;
    return kTypes[std::size(kTypes) - 3];
}

bool hasAlias(duckdb_logical_type type, const char* alias)
{
    char* text = duckdb_logical_type_get_alias(type);
    const bool same = text && std::strcmp(text, alias) == 0;
    duckdb_free(text);
    return same;
}

} // namespace

QByteArray typeSql(const ColumnType& type)
{
    if (type.kind == Kind::Decimal)
        return "DECIMAL(" + QByteArray::number(type.precision) + ',' + QByteArray::number(type.scale) + ')';
    return entryOf(type.kind).sql;
}

duckdb_logical_type makeLogicalType(const ColumnType& type)
{
    if (type.kind == Kind::Decimal)
        return duckdb_create_decimal_type(type.precision, type.scale);
    duckdb_logical_type made = duckdb_create_logical_type(entryOf(type.kind).duck);
    if (type.kind == Kind::Json)
        duckdb_logical_type_set_alias(made, "JSON");
    return made;
}

std::optional<ColumnType> fromLogicalType(duckdb_logical_type type)
{
    const duckdb_type id = duckdb_get_type_id(type);
    if (id == DUCKDB_TYPE_DECIMAL)
        return ColumnType{Kind::Decimal, duckdb_decimal_width(type), duckdb_decimal_scale(type)};
    if (id == DUCKDB_TYPE_VARCHAR && hasAlias(type, "JSON"))
        return ColumnType{Kind::Json};
    for (const Entry& entry : kTypes)
        if (entry.duck == id && entry.kind != Kind::Json)
            return ColumnType{entry.kind};
    return std::nullopt;
}

std::optional<ColumnType> typeFromSql(const QString& text)
{
    static const QRegularExpression decimal(QStringLiteral("^DECIMAL\\((\\d+),(\\d+)\\)$"));
    if (const QRegularExpressionMatch match = decimal.match(text); match.hasMatch())
        return ColumnType{Kind::Decimal, static_cast<quint8>(match.captured(1).toUInt()),
                          static_cast<quint8>(match.captured(2).toUInt())};
    for (const Entry& entry : kTypes)
        if (text == QLatin1String(entry.sql))
            return ColumnType{entry.kind};
    return std::nullopt;
}

std::optional<QByteArray> exactnessSql(const ColumnType& type, const QByteArray& column)
{
    switch (type.kind) {
    case Kind::Float:
    case Kind::Double:
        return "(signbit(" + column + ") AND NOT isnan(" + column + "))";
    case Kind::Interval:
    case Kind::TimeTz:
        return "CAST(" + column + " AS VARCHAR)";
    default:
        return std::nullopt;
    }
}

} // namespace leat
