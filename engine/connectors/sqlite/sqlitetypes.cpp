// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitetypes.h"

#include "engine/connectors/sqlite/sqlitetime.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <cmath>

namespace leat::sqlite {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SqliteTypes", text);
}

bool has(const QString& text, const char* part)
{
    return text.contains(QLatin1String(part));
}

/// DECIMAL(10) and DECIMAL(10,0) promise whole numbers; without a scale nothing is promised.
Family decimalFamily(const QString& arguments)
{
    const QStringList parts = arguments.split(QLatin1Char(','));
    bool whole = !arguments.trimmed().isEmpty();
    if (parts.size() > 1)
        whole = parts.at(1).trimmed().toInt() == 0;
    return whole ? Family::Integer : Family::Real;
}

Family namedFamily(const QString& base, const QString& arguments)
{
    if (has(base, "BOOL"))
        return Family::Boolean;
    if (has(base, "DATETIME") || has(base, "TIMESTAMP"))
        return has(base, "TIMESTAMPTZ") || has(base, "WITH TIME ZONE") || has(base, "DATETIMEOFFSET")
            ? Family::DateTimeTz : Family::DateTime;
    if (base == QLatin1String("DATE"))
        return Family::Date;
    if (base == QLatin1String("TIME") || base == QLatin1String("TIME WITHOUT TIME ZONE"))
        return Family::Time;
    if (base == QLatin1String("JSON") || base == QLatin1String("JSONB"))
        return Family::Json;
    if (has(base, "DECIMAL") || base == QLatin1String("NUMERIC") || base == QLatin1String("NUMBER")
        || base == QLatin1String("DEC"))
        return decimalFamily(arguments);
    return Family::Any;
}

} // namespace

Family familyOf(const QString& declared)
{
    const qsizetype open = declared.indexOf(QLatin1Char('('));
    const qsizetype close = declared.indexOf(QLatin1Char(')'), open + 1);
    QString base = (open < 0 ? declared : declared.left(open)).toUpper();
    if (close >= 0)
        base += declared.mid(close + 1).toUpper();
    base = base.simplified();
    const QString arguments = open < 0 || close < 0 ? QString() : declared.mid(open + 1, close - open - 1);
    if (const Family family = namedFamily(base, arguments); family != Family::Any)
        return family;
    // SQLite's own rules of affinity, in its order, except for names that it takes for numbers.
    if (has(base, "INT"))
        return Family::Integer;
    if (has(base, "CHAR") || has(base, "CLOB") || has(base, "TEXT") || has(base, "STRING")
        || has(base, "UUID") || has(base, "GUID") || base == QLatin1String("UNIQUEIDENTIFIER") || base == QLatin1String("XML"))
        return Family::Text;
    if (has(base, "BLOB") || has(base, "BINARY"))
        return Family::Blob;
    if (has(base, "REAL") || has(base, "FLOA") || has(base, "DOUB"))
        return Family::Real;
    return Family::Any;
}

ColumnType typeOf(Family family)
{
    switch (family) {
    case Family::Integer: return {ColumnType::Kind::Int64};
    case Family::Real: return {ColumnType::Kind::Double};
    case Family::Blob: return {ColumnType::Kind::Blob};
    case Family::Boolean: return {ColumnType::Kind::Boolean};
    case Family::Date: return {ColumnType::Kind::Date};
    case Family::DateTime: return {ColumnType::Kind::Timestamp};
    case Family::DateTimeTz: return {ColumnType::Kind::TimestampTz};
    case Family::Time: return {ColumnType::Kind::Time};
    case Family::Json: return {ColumnType::Kind::Json};
    case Family::Text:
    case Family::Any: return {ColumnType::Kind::Text};
    }
    return {};
}

bool isExactInDouble(std::int64_t value) noexcept
{
    constexpr std::int64_t kLimit = std::int64_t{1} << 53;
    return value >= -kLimit && value <= kLimit;
}

bool isWhole(double value) noexcept
{
    return value >= -9223372036854775808.0 && value < 9223372036854775808.0 && std::trunc(value) == value;
}

bool fits(Family family, const ProbedValue& value) noexcept
{
    const bool text = value.storageClass == SQLITE_TEXT;
    const bool integer = value.storageClass == SQLITE_INTEGER;
    const bool real = value.storageClass == SQLITE_FLOAT;
    const bool blob = value.storageClass == SQLITE_BLOB;
    switch (family) {
    case Family::Integer: return integer || (real && isWhole(value.real));
    case Family::Real: return real || (integer && isExactInDouble(value.integer));
    case Family::Text: return !blob;
    case Family::Blob: return blob || text;
    case Family::Boolean: return integer && (value.integer == 0 || value.integer == 1);
    case Family::Json: return !blob && (!real || std::isfinite(value.real));
    case Family::Time: return text && parseTimeOfDay(value.text).has_value();
    case Family::Any: return false;
    case Family::Date:
    case Family::DateTime:
    case Family::DateTimeTz: break;
    }
    const std::optional<TimeText> time = text ? parseTimeText(value.text) : std::nullopt;
    return time && time->exact && (family != Family::Date || time->separator == 0);
}

void Evidence::add(Family family, const ProbedValue& value) noexcept
{
    ++values;
    integers |= value.storageClass == SQLITE_INTEGER;
    bigIntegers |= value.storageClass == SQLITE_INTEGER && !isExactInDouble(value.integer);
    reals |= value.storageClass == SQLITE_FLOAT;
    texts |= value.storageClass == SQLITE_TEXT;
    blobs |= value.storageClass == SQLITE_BLOB;
    if (!fits(family, value))
        ++misfits;
    if (!otherThanTimes && !fits(Family::DateTime, value))
        otherThanTimes = true;
}

ColumnType typeFor(const Evidence& evidence, Family family)
{
    const bool dates = family == Family::Date || family == Family::DateTime;
    if (dates && evidence.values > 0 && !evidence.otherThanTimes)
        return {ColumnType::Kind::Timestamp};
    if (evidence.values == 0 || evidence.texts)
        return {ColumnType::Kind::Text};
    if (evidence.blobs)
        return {evidence.integers || evidence.reals ? ColumnType::Kind::Text : ColumnType::Kind::Blob};
    if (!evidence.reals)
        return {ColumnType::Kind::Int64};
    return {evidence.bigIntegers ? ColumnType::Kind::Text : ColumnType::Kind::Double};
}

QString lossNoteOf(ColumnType::Kind kind)
{
    switch (kind) {
    case ColumnType::Kind::Text:
    case ColumnType::Kind::Json:
        return {};
    case ColumnType::Kind::Timestamp:
    case ColumnType::Kind::TimestampTz:
        return tr("a value that is no time would become NULL and be counted; offsets are applied, times are UTC");
    default:
        return tr("a value of another kind would become NULL and be counted");
    }
}

} // namespace leat::sqlite
