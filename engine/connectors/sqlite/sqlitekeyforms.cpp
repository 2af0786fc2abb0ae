// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitekeyforms.h"

#include "engine/connectors/sqlite/sqliteconnection.h"
#include "engine/connectors/sqlite/sqlitestatement.h"
#include "engine/connectors/sqlite/sqlitetext.h"
#include "engine/connectors/sqlite/sqlitetime.h"

#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <functional>

namespace leat::sqlite {

namespace {

using Kind = ColumnType::Kind;

std::string_view viewOf(sqlite3_value* value)
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

std::string_view blobOf(sqlite3_value* value)
{
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

std::optional<TimeText> timeOf(Kind kind, std::string_view text, std::string& memory)
{
    if (kind != Kind::Time)
        return parseTimeText(text);
    memory = "1970-01-01T";
    memory += text;
    return parseTimeText(memory);
}

bool isTime(Kind kind)
{
    return kind == Kind::Timestamp || kind == Kind::TimestampTz || kind == Kind::Time;
}

// Only a column that converts nothing keeps numbers and texts apart; the others have one of each.
bool keepsAsGiven(const SchemaTable& table, const SchemaColumn& column)
{
    const QString declared = column.declared.toUpper();
    if (table.strict)
        return declared == QLatin1String("ANY");
    return declared.isEmpty() || declared.contains(QLatin1String("BLOB"));
}

void addText(std::string& form, sqlite3_value* value)
{
    char buffer[32];
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        form.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, sqlite3_value_int64(value)).ptr);
        break;
    case SQLITE_FLOAT:
        form.append(buffer, realText(sqlite3_value_double(value), buffer));
        break;
    case SQLITE_BLOB: {
        static constexpr char digits[] = "0123456789abcdef";
        form += "x'";
        for (const char byte : blobOf(value)) {
            form += digits[static_cast<unsigned char>(byte) >> 4];
            form += digits[static_cast<unsigned char>(byte) & 15];
        }
        form += '\'';
        break;
    }
    default:
        form += viewOf(value);
    }
}

void addForm(std::string& form, Kind kind, sqlite3_value* value)
{
    const int storageClass = sqlite3_value_type(value);
    const auto add = [&form](auto number) { form.append(reinterpret_cast<const char*>(&number), sizeof number); };
    std::string memory;
    if (storageClass == SQLITE_NULL)
        form += 'n';
    else if (isTime(kind) && storageClass == SQLITE_TEXT)
        if (const std::optional<TimeText> time = timeOf(kind, viewOf(value), memory); time)
            add(time->micros);
        else
            form += 'n';
    else if (kind == Kind::Blob && storageClass != SQLITE_BLOB && storageClass != SQLITE_TEXT)
        form += 'n';
    else if (kind == Kind::Blob)
        form += blobOf(value);
    else
        addText(form, value);
}

/// Whether times that are spelled in so many ways can be told apart by the moments that they name.
class Spellings
{
public:
    void add(const TimeText& time)
    {
        const bool first = m_values++ == 0;
        if (first) {
            m_separator = time.separator;
            m_seconds = time.seconds;
            m_zone = time.zone;
        }
        m_alike = m_alike && time.separator == m_separator && time.seconds == m_seconds && time.zone == m_zone;
        if (time.digits == 0)
            return void(m_bare = true);
        m_digits = m_digits == 0 ? time.digits : m_digits;
        m_sameDigits = m_sameDigits && time.digits == m_digits;
        m_zeros = m_zeros || time.micros % 1'000'000 == 0;
        m_trimmed = m_trimmed && !time.endsInZero;
    }
    bool areOneToOne() const { return m_alike && !(m_bare && m_zeros) && (m_sameDigits || m_trimmed); }

private:
    qint64 m_values = 0;
    char m_separator = 0;
    bool m_seconds = false;
    std::string m_zone;
    int m_digits = 0;
    bool m_alike = true;
    bool m_bare = false;                   ///< some have no fraction
    bool m_zeros = false;                  ///< some have one that is zero
    bool m_sameDigits = true;
    bool m_trimmed = true;                 ///< no fraction ends in a zero
};

Result<bool> timesMayShare(Connection& connection, const SchemaTable& table, const QString& column, Kind kind)
{
    Result<Statement> rows = Statement::prepare(connection, "SELECT " + quoted(column) + " FROM " + quoted(table.name), Phase::Plan, table.name);
    if (!rows)
        return rows.error();
    Spellings spellings;
    std::string memory;
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step())
        if (rows->type(0) == SQLITE_TEXT)
            if (const std::optional<TimeText> time = timeOf(kind, viewOf(sqlite3_column_value(rows->handle(), 0)), memory); time)
                spellings.add(*time);
    if (!row)
        return row.error();
    return !spellings.areOneToOne();
}

// Numbers sort before texts, and these before blobs: an index tells by its ends.
Result<bool> classesMayShare(Connection& connection, const SchemaTable& table, const QString& column)
{
    const QByteArray name = quoted(column);
    const QByteArray classOf = "CASE typeof(" + name + ") WHEN 'real' THEN 'integer' ELSE typeof(" + name + ") END";
    const QByteArray rows = " FROM " + quoted(table.name) + " WHERE " + name + " IS NOT NULL";
    const QByteArray sql = table.isIndexed(column)
        ? "SELECT (SELECT " + classOf + rows + " ORDER BY " + name + " LIMIT 1) IS NOT (SELECT " + classOf + rows + " ORDER BY " + name + " DESC LIMIT 1)"
        : "SELECT count(DISTINCT " + classOf + ") > 1" + rows;
    Result<Statement> statement = Statement::prepare(connection, sql, Phase::Plan, table.name);
    if (!statement)
        return statement.error();
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    return *row && statement->integer(0) != 0;
}

} // namespace

KeyForms::KeyForms(const DescribedTable& table, const QStringList& key) : m_table(table), m_key(key)
{
    for (const QString& name : key)
        m_kinds.push_back(table.decision(name)->type.kind);
}

std::uint64_t KeyForms::hash(const std::vector<sqlite3_value*>& values) const
{
    std::string form;
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        const std::size_t start = form.size();
        addForm(form, m_kinds[i], values[i]);
        form += '/' + std::to_string(form.size() - start) + '/';
    }
    return std::hash<std::string>()(form);
}

Result<bool> KeyForms::mayShare(Connection& connection) const
{
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        const QString& name = m_key[static_cast<qsizetype>(i)];
        const Kind kind = m_kinds[i];
        Result<bool> may = false;
        if (isTime(kind))
            may = timesMayShare(connection, m_table.schema, name, kind);
        else if ((kind == Kind::Text || kind == Kind::Json || kind == Kind::Blob) && keepsAsGiven(m_table.schema, *m_table.schema.column(name)))
            may = classesMayShare(connection, m_table.schema, name);
        if (!may || *may)
            return may;
    }
    return false;
}

Result<std::vector<std::uint64_t>> KeyForms::shared(Connection& connection) const
{
    std::vector<std::uint64_t> hashes;
    const Result<bool> may = mayShare(connection);
    if (!may || !*may)
        return may ? Result<std::vector<std::uint64_t>>(hashes) : Result<std::vector<std::uint64_t>>(may.error());
    QByteArray sql;
    for (const QString& name : m_key)
        sql += (sql.isEmpty() ? "SELECT " : ", ") + quoted(name);
    Result<Statement> rows = Statement::prepare(connection, sql + " FROM " + quoted(m_table.schema.name), Phase::Plan, m_table.schema.name);
    if (!rows)
        return rows.error();
    std::vector<sqlite3_value*> values(m_kinds.size());
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = sqlite3_column_value(rows->handle(), static_cast<int>(i));
        hashes.push_back(hash(values));
    }
    if (!row)
        return row.error();
    std::sort(hashes.begin(), hashes.end());
    std::vector<std::uint64_t> twice;
    for (std::size_t i = 1; i < hashes.size(); ++i)
        if (hashes[i] == hashes[i - 1] && (twice.empty() || twice.back() != hashes[i]))
            twice.push_back(hashes[i]);
    return twice;
}

} // namespace leat::sqlite
