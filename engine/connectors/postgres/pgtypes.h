// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"

#include <QString>

#include <optional>
#include <string>

namespace leat::pg {

/// How a cell's binary form becomes a column buffer's cell.
enum class Decode : quint8 {
    Bool, Int2, Int4, Int8, UInt4, UInt8, Float4, Float8, Numeric, Money, Date, Time, TimeTz, Timestamp,
    Interval, Uuid, Text, JsonB, Blob,
};

/// A column's type as pg_type tells it, domains already followed to their base type.
struct TypeFacts
{
    quint32 oid = 0;               ///< of the base type
    int modifier = -1;             ///< atttypmod, or the domain's
    char kind = 'b';               ///< pg_type.typtype: b, c, e, r, m, p
    QString spelled;               ///< format_type of the column: "numeric(12,2)", "public.mood"
    QString baseSpelled;           ///< format_type of the base type, for casts
};

/// One mapped type: what the warehouse gets, how it is asked for and decoded.
struct TypeMapping
{
    ColumnType type;
    Decode decode = Decode::Text;
    bool asText = false;           ///< the SELECT asks for the text
    QString lossNote;
};

/// The documented mapping (docs/types-postgres.md). Built-in types by oid, because oids below 16384
/// are fixed; everything else (extensions, composites, arrays, ranges) travels as its text (T084).
TypeMapping mapType(const TypeFacts& facts, bool plainBytes);

/// The text that the type's own output function makes of the column; NULL stays NULL. A cast would not do: casts to
/// text can be anybody's own function, which loses or fails.
std::string textExpression(const QString& column, const TypeFacts& facts);
/// The expression that a SELECT asks for: the quoted column, as text where the mapping says so.
std::string selectExpression(const QString& column, const TypeFacts& facts, const TypeMapping& mapping);

/// Types whose text is the name of another object: regclass and the like, and arrays of them.
bool namesObjects(quint32 oid);

/// The cursor type of a base type that may be a cursor; nullopt: not one (floats, texts, uuids: T017).
std::optional<CursorType> cursorTypeOf(quint32 oid);

namespace oid {
inline constexpr quint32 Bool = 16, Bytea = 17, Char = 18, Name = 19, Int8 = 20, Int2 = 21, Int4 = 23, Text = 25, Oid = 26,
    Xid = 28, Cid = 29, Json = 114, Xml = 142, NodeTree = 194, Cidr = 650, Float4 = 700, Float8 = 701, Money = 790, Inet = 869, BpChar = 1042,
    VarChar = 1043, Date = 1082, Time = 1083, Timestamp = 1114, TimestampTz = 1184, Interval = 1186, TimeTz = 1266,
    Numeric = 1700, Uuid = 2950, JsonB = 3802, Xid8 = 5069;
}

} // namespace leat::pg
