// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqliteprobe.h"

#include "engine/connectors/sqlite/sqliteconnection.h"
#include "engine/connectors/sqlite/sqlitestatement.h"

#include <sqlite3.h>

namespace leat::sqlite {

namespace {

constexpr int kFirstRows = 2'000;
constexpr int kLastRows = 500;
constexpr int kOddOneIn = 10;

bool needsText(Family family)
{
    return family == Family::Date || family == Family::DateTime || family == Family::DateTimeTz || family == Family::Time;
}

// typeof() does not load a long text; only families of times look at one, and at its front.
QByteArray probeSql(const SchemaTable& table, const std::vector<Family>& families, bool last)
{
    QByteArray sql = "SELECT ";
    for (std::size_t i = 0; i < families.size(); ++i) {
        const QByteArray name = quoted(table.columns[i].name);
        const QByteArray text = needsText(families[i]) ? "substr(" + name + ", 1, 60)" : QByteArray("''");
        sql += (i ? ", " : "") + ("CASE typeof(" + name + ") WHEN 'text' THEN " + text)
            + " WHEN 'blob' THEN x'' ELSE " + name + " END";
    }
    sql += " FROM " + quoted(table.name);
    if (last)
        sql += " ORDER BY " + quoted(table.rowidName) + " DESC";
    return sql + " LIMIT " + QByteArray::number(last ? kLastRows : kFirstRows);
}

ProbedValue valueAt(sqlite3_stmt* row, int column)
{
    ProbedValue value;
    value.storageClass = sqlite3_column_type(row, column);
    if (value.storageClass == SQLITE_INTEGER)
        value.integer = sqlite3_column_int64(row, column);
    else if (value.storageClass == SQLITE_FLOAT)
        value.real = sqlite3_column_double(row, column);
    else if (value.storageClass == SQLITE_TEXT)
        value.text = {reinterpret_cast<const char*>(sqlite3_column_text(row, column)),
            static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
    return value;
}

Result<std::vector<Evidence>> gather(Connection& connection, const SchemaTable& table,
                                     const std::vector<Family>& families, bool last)
{
    std::vector<Evidence> evidence(families.size());
    Result<Statement> rows = Statement::prepare(connection, probeSql(table, families, last), Phase::Discover, table.name);
    if (!rows)
        return rows.error();
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step())
        for (std::size_t i = 0; i < families.size(); ++i) {
            const ProbedValue value = valueAt(rows->handle(), static_cast<int>(i));
            if (value.storageClass != SQLITE_NULL)
                evidence[i].add(families[i], value);
        }
    if (!row)
        return row.error();
    return evidence;
}

Evidence merged(const Evidence& a, const Evidence& b)
{
    Evidence sum = a;
    sum.values += b.values;
    sum.misfits += b.misfits;
    sum.integers |= b.integers;
    sum.bigIntegers |= b.bigIntegers;
    sum.reals |= b.reals;
    sum.texts |= b.texts;
    sum.blobs |= b.blobs;
    sum.otherThanTimes |= b.otherThanTimes;
    return sum;
}

ColumnDecision decide(Family family, const Evidence& first, const Evidence& last)
{
    const Evidence both = merged(first, last);
    ColumnDecision decision;
    decision.family = family;
    decision.timesOnly = both.values > 0 && !both.otherThanTimes;
    const bool kept = family != Family::Any && first.misfits == 0 && last.misfits * kOddOneIn <= last.values;
    decision.asDeclared = kept || family == Family::Any;
    decision.type = kept ? typeOf(family) : typeFor(both, family);
    return decision;
}

} // namespace

Result<std::vector<ColumnDecision>> probeColumns(Connection& connection, const SchemaTable& table)
{
    std::vector<Family> families;
    for (const SchemaColumn& column : table.columns)
        families.push_back(familyOf(column.declared));
    if (families.empty())
        return std::vector<ColumnDecision>();
    Result<std::vector<Evidence>> first = gather(connection, table, families, false);
    if (!first)
        return first.error();
    std::vector<Evidence> last(families.size());
    if (!table.rowidName.isEmpty()) {
        Result<std::vector<Evidence>> found = gather(connection, table, families, true);
        if (!found)
            return found.error();
        last = std::move(*found);
    }
    std::vector<ColumnDecision> decisions;
    for (std::size_t i = 0; i < families.size(); ++i) {
        const bool sure = table.strict && families[i] != Family::Any;
        decisions.push_back(sure ? ColumnDecision{families[i], typeOf(families[i])} : decide(families[i], (*first)[i], last[i]));
    }
    return decisions;
}

} // namespace leat::sqlite
