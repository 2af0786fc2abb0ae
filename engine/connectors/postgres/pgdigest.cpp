// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgdigest.h"

#include "engine/connectors/postgres/pgquote.h"
#include "engine/verify/buckets.h"
#include "engine/verify/rowhash.h"

namespace leat::pg {

namespace {

/// ROW() takes no more.
constexpr int kMostElements = 1600;
/// More conditions than this cost more per row than a set of buckets.
constexpr std::size_t kMostRanges = 64;

std::string textElement(const std::string& text, bool utf8)
{
    return utf8 ? "(" + text + ") COLLATE \"C\"" : "pg_catalog.textsend(" + text + ")";
}

std::optional<std::string> elements(const ReadableColumn& column, bool utf8)
{
    const std::string name = quoteName(column.shape.name);
    const auto sent = [&name](const char* function) { return std::string("pg_catalog.") + function + "(" + name + ")"; };
    if (column.mapping.asText)
        return textElement(textExpression(column.shape.name, column.facts), utf8);
    switch (column.mapping.decode) {
    case Decode::Bool: return name + "::pg_catalog.bool";
    case Decode::Int2: return name + "::pg_catalog.int2";
    case Decode::Int4: return name + "::pg_catalog.int4";
    // The server's hash of an int8 folds it to 32 bits; the high half makes it whole again.
    case Decode::Int8: return name + "::pg_catalog.int8, (" + name + "::pg_catalog.int8 >> 32)::pg_catalog.int4";
    case Decode::UInt4: return column.facts.oid == oid::Oid ? std::optional(name + "::pg_catalog.oid") : std::nullopt;
    case Decode::UInt8: return sent("xid8send");
    case Decode::Float4: return sent("float4send");
    case Decode::Float8: return sent("float8send");
    // And its hash of a numeric leaves the sign out.
    case Decode::Numeric: return name + "::pg_catalog.numeric, " + name + " < 0";
    case Decode::Money: return std::nullopt;
    case Decode::Date: return name + "::pg_catalog.date";
    case Decode::Time: return sent("time_send");
    case Decode::TimeTz: return sent("timetz_send");
    case Decode::Timestamp: return sent(column.facts.oid == oid::Timestamp ? "timestamp_send" : "timestamptz_send");
    case Decode::Interval: return sent("interval_send");
    case Decode::Uuid: return name + "::pg_catalog.uuid";
    case Decode::Blob: return name + "::pg_catalog.bytea";
    case Decode::JsonB: case Decode::Text: break;
    }
    // A char(n)'s cast to text would cut its spaces off.
    if (column.facts.oid == oid::BpChar)
        return sent("bpcharsend");
    return textElement(textExpression(column.shape.name, column.facts), utf8);
}

} // namespace

std::string hashOf(const std::string& row)
{
    return "pg_catalog.hashint4extended(0, pg_catalog.hash_record_extended(" + row + ", 0))";
}

std::optional<std::string> rowSql(const std::vector<const ReadableColumn*>& columns, bool utf8)
{
    std::string all;
    int count = 0;
    for (const ReadableColumn* column : columns) {
        const std::optional<std::string> part = elements(*column, utf8);
        count += elementsOf(column->mapping.type.kind);
        if (!part || count > kMostElements)
            return std::nullopt;
        all += (all.empty() ? "" : ", ") + *part;
    }
    return "ROW(" + all + ")";
}

// PostgreSQL folds an int8 by itself.
std::string keyHashSql(const ReadableColumn& key)
{
    return "pg_catalog.hashint8extended(" + quoteName(key.shape.name) + "::pg_catalog.int8, 0)";
}

std::optional<std::string> bucketSql(const KeyBuckets& buckets, const std::vector<const ReadableColumn*>& key, bool utf8)
{
    if (buckets.by == KeyBuckets::By::Range)
        return "(" + quoteName(key.front()->shape.name) + "::pg_catalog.int8 >> " + std::to_string(buckets.shift) + ")";
    const std::optional<std::string> row = rowSql(key, utf8);
    if (!row)
        return std::nullopt;
    return "(" + hashOf(*row) + " & " + std::to_string(buckets.mask) + ")";
}

bool isServedByIndex(const KeyPart& part)
{
    return part.buckets.by == KeyBuckets::By::Range && keyRanges(part).size() <= kMostRanges;
}

std::optional<std::string> partSql(const KeyPart& part, const std::vector<const ReadableColumn*>& key, bool utf8)
{
    if (part.wanted.empty())
        return "false";
    if (isServedByIndex(part)) {
        std::string sql;
        const std::string name = quoteName(key.front()->shape.name);
        for (const auto& [first, last] : keyRanges(part))
            sql += (sql.empty() ? "(" : " OR ") + name + " BETWEEN '" + std::to_string(first) + "'::pg_catalog.int8 AND '"
                + std::to_string(last) + "'::pg_catalog.int8";
        return sql + ")";
    }
    const std::optional<std::string> bucket = bucketSql(part.buckets, key, utf8);
    if (!bucket)
        return std::nullopt;
    std::string list;
    for (const qint64 wanted : part.wanted)
        list += (list.empty() ? "" : ",") + std::to_string(wanted);
    return *bucket + " = ANY ('{" + list + "}'::pg_catalog.int8[])";
}

// Without the fence the planner takes each key for a group of its own: it would sort whole rows, filling
// the server's disk with them, or scan with one process only. 0 without quotes is cast, which bars workers.
std::string digestSql(const std::string& from, const std::string& bucket, const std::string& hash, bool repeats,
                      const std::string& filter)
{
    std::string group = bucket;
    std::string columns = hash + " AS h";
    // Rows without a key are parted by the hash itself, which is the dearest part of the scan.
    if (const std::size_t at = bucket.find(hash); at != std::string::npos) {
        group.replace(at, hash.size(), "h");
    } else {
        group = "b";
        columns += ", " + bucket + " AS b";
    }
    return "SELECT " + group + ", pg_catalog.count(*), " + (repeats ? "pg_catalog.sum" : "pg_catalog.bit_xor")
        + "(h)::pg_catalog.text FROM (SELECT " + columns + " FROM " + from + (filter.empty() ? "" : " WHERE " + filter)
        + " OFFSET '0') AS hashed GROUP BY 1";
}

std::string probeSql()
{
    return "SELECT " + hashOf("ROW('Straße'::pg_catalog.text COLLATE \"C\", -7::pg_catalog.int4, "
        "-1234567890123::pg_catalog.int8, NULL::pg_catalog.int4, -12.50::pg_catalog.numeric, true, "
        "pg_catalog.float8send('-0'::pg_catalog.float8))");
}

bool isExpectedProbe(qint64 hash)
{
    const auto step = [](quint64& h, quint64 element) { h = h * 31 + element; };
    const QByteArray text("Stra\xc3\x9f" "e");
    const char minusZero[8] = {char(0x80)};
    const qint64 number = -1234567890123;
    const auto low = static_cast<quint32>(number);
    const auto high = static_cast<quint32>(static_cast<quint64>(number) >> 32);
    const char digits[4] = {12, 0, char(5000 & 0xff), char(5000 >> 8)};
    quint64 h = 0;
    step(h, hashBytes(text.constData(), static_cast<std::size_t>(text.size())));
    step(h, hashWord(static_cast<quint32>(-7)));
    step(h, hashWord(low ^ ~high));
    step(h, 0);
    step(h, hashBytes(digits, sizeof digits));
    step(h, hashWord(1));
    step(h, hashBytes(minusZero, sizeof minusZero));
    return static_cast<qint64>(finishRow(h)) == hash;
}

quint64 mixFromText(const QByteArray& text)
{
    const bool negative = text.startsWith('-');
    quint64 value = 0;
    for (const char c : text)
        if (c >= '0' && c <= '9')
            value = value * 10 + static_cast<quint64>(c - '0');
    return negative ? quint64{0} - value : value;
}

} // namespace leat::pg
