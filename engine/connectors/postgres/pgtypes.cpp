// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgtypes.h"

#include "engine/connectors/postgres/pgquote.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace leat::pg {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PostgresTypes", text);
}

TypeMapping plain(ColumnType::Kind kind, Decode decode, const QString& note = {})
{
    return {{kind, 0, 0}, decode, false, note};
}

TypeMapping text()
{
    return {{ColumnType::Kind::Text, 0, 0}, Decode::Text, true, {}};
}

/// numeric(p,s): exact as a DECIMAL up to 38 digits, as text beyond and without a precision (T077).
TypeMapping numeric(int modifier)
{
    if (modifier < 4)
        return text();
    const int precision = ((modifier - 4) >> 16) & 0xffff;
    const int scale = (((modifier - 4) & 0x7ff) ^ 1024) - 1024;
    // numeric(3,5) holds up to five digits behind the point; numeric(2,-3) up to five before it.
    const int digits = scale < 0 ? precision - scale : std::max(precision, scale);
    if (digits < 1 || digits > 38)
        return text();
    TypeMapping m;
    m.type = {ColumnType::Kind::Decimal, static_cast<quint8>(digits), static_cast<quint8>(std::max(0, scale))};
    m.decode = Decode::Numeric;
    m.lossNote = tr("NaN becomes NULL");
    return m;
}

std::optional<TypeMapping> builtin(const TypeFacts& facts)
{
    using K = ColumnType::Kind;
    switch (facts.oid) {
    case oid::Bool: return plain(K::Boolean, Decode::Bool);
    case oid::Int2: return plain(K::Int16, Decode::Int2);
    case oid::Int4: return plain(K::Int32, Decode::Int4);
    case oid::Int8: return plain(K::Int64, Decode::Int8);
    case oid::Oid: case oid::Xid: case oid::Cid: return plain(K::UInt32, Decode::UInt4);
    case oid::Xid8: return plain(K::UInt64, Decode::UInt8);
    case oid::Float4: return plain(K::Float, Decode::Float4);
    case oid::Float8: return plain(K::Double, Decode::Float8);
    case oid::Numeric: return numeric(facts.modifier);
    case oid::Money:
        return TypeMapping{{K::Decimal, 19, 2}, Decode::Money, false, tr("read with two decimal places, whatever lc_monetary says")};
    case oid::Date: return plain(K::Date, Decode::Date);
    case oid::Time: return plain(K::Time, Decode::Time);
    case oid::TimeTz: return plain(K::TimeTz, Decode::TimeTz);
    case oid::Timestamp: return plain(K::Timestamp, Decode::Timestamp, tr("values after the year 294246 become NULL"));
    case oid::TimestampTz: return plain(K::TimestampTz, Decode::Timestamp, tr("values after the year 294246 become NULL"));
    case oid::Interval: return plain(K::Interval, Decode::Interval, tr("infinite intervals become NULL"));
    case oid::Uuid: return plain(K::Uuid, Decode::Uuid);
    case oid::Bytea: return plain(K::Blob, Decode::Blob);
    case oid::Json: return plain(K::Json, Decode::Text);
    case oid::JsonB: return plain(K::Json, Decode::JsonB);
    case oid::Text: case oid::VarChar: case oid::BpChar: case oid::Name: return plain(K::Text, Decode::Text);
    default: return std::nullopt;
    }
}

/// The output function that all types of a sort share; nullptr: the type has one of its own.
const char* outputFunction(const TypeFacts& facts)
{
    switch (facts.kind) {
    case 'c': return "record_out";
    case 'e': return facts.spelled == facts.baseSpelled ? "enum_out" : nullptr;   // it takes no domain
    case 'm': return "multirange_out";
    case 'r': return "range_out";
    default: break;
    }
    switch (facts.oid) {
    case oid::Inet: return "inet_out";   // its cast adds the mask that its own output leaves out
    case oid::Json: return "json_out";
    case oid::JsonB: return "jsonb_out";
    case oid::Numeric: return "numeric_out";
    default: return facts.baseSpelled.endsWith(QLatin1String("[]")) ? "array_out" : nullptr;
    }
}

/// Built-in types whose cast to text is the server's own: one more cannot be made beside it.
bool hasFixedCast(quint32 type)
{
    static constexpr quint32 kTypes[] = {oid::Char, oid::Name, oid::Text, oid::VarChar, oid::Xml, oid::NodeTree, oid::Cidr};
    return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

} // namespace

TypeMapping mapType(const TypeFacts& facts, bool plainBytes)
{
    TypeMapping m = facts.kind == 'e' ? plain(ColumnType::Kind::Text, Decode::Text) : builtin(facts).value_or(text());
    const bool isText = m.decode == Decode::Text || m.decode == Decode::JsonB;
    if (isText && (plainBytes || facts.oid == oid::Char))
        m.lossNote = tr("bytes that are not UTF-8 become U+FFFD");
    return m;
}

std::string textExpression(const QString& column, const TypeFacts& facts)
{
    const std::string name = quoteName(column);
    if (const char* function = outputFunction(facts))
        return std::string("pg_catalog.textin(pg_catalog.") + function + "(" + name + "))";
    if (hasFixedCast(facts.oid))
        return name + "::pg_catalog.text";
    // format() asks the output function too, but makes an empty text of NULL.
    return "CASE WHEN " + name + " IS NOT NULL THEN pg_catalog.format('%s', " + name + ") END";
}

std::string selectExpression(const QString& column, const TypeFacts& facts, const TypeMapping& mapping)
{
    return mapping.asText ? textExpression(column, facts) : quoteName(column);
}

bool namesObjects(quint32 oid)
{
    static constexpr quint32 kNames[] = {24, 1008, 2202, 2203, 2204, 2205, 2206, 2207, 2208, 2209, 2210, 2211, 3734, 3735,
        3769, 3770, 4089, 4090, 4096, 4097, 4191, 4192};
    return std::find(std::begin(kNames), std::end(kNames), oid) != std::end(kNames);
}

std::optional<CursorType> cursorTypeOf(quint32 typeOid)
{
    switch (typeOid) {
    case oid::TimestampTz: return CursorType::Timestamp;
    case oid::Timestamp: return CursorType::DateTime;
    case oid::Date: return CursorType::Date;
    case oid::Int2: case oid::Int4: case oid::Int8: return CursorType::Integer;
    case oid::Numeric: return CursorType::Numeric;
    default: return std::nullopt;
    }
}

} // namespace leat::pg
