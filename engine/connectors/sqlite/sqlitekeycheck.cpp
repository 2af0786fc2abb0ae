// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitekeycheck.h"

#include "engine/connectors/sqlite/sqliteconnection.h"
#include "engine/connectors/sqlite/sqliteerror.h"
#include "engine/connectors/sqlite/sqlitestatement.h"

#include <algorithm>

namespace leat::sqlite {

namespace {

bool isPartOf(const QStringList& unique, const QStringList& key)
{
    return !unique.isEmpty() && std::all_of(unique.cbegin(), unique.cend(), [&](const QString& name) { return key.contains(name); });
}

// A unique index compares by its own collation, which can only be stricter than equal bytes.
bool isDeclaredUnique(const SchemaTable& table, const QStringList& key)
{
    if (isPartOf(table.primaryKey(), key))
        return true;
    return std::any_of(table.indexes.cbegin(), table.indexes.cend(), [&](const SchemaIndex& index) {
        return index.unique && !index.partial && !index.expressions && isPartOf(index.columns, key);
    });
}

Result<bool> hasNulls(Connection& connection, const SchemaTable& table, const QStringList& key)
{
    QByteArray condition;
    for (const QString& name : key)
        if (table.isNullable(*table.column(name)))
            condition += (condition.isEmpty() ? "" : " OR ") + quoted(name) + " IS NULL";
    if (condition.isEmpty())
        return false;
    Result<Statement> statement = Statement::prepare(connection,
        "SELECT 1 FROM " + quoted(table.name) + " WHERE " + condition + " LIMIT 1", Phase::Discover, table.name);
    if (!statement)
        return statement.error();
    return statement->step();
}

Result<void> findDuplicates(Connection& connection, const SchemaTable& table, const QStringList& key, KeyCheck& check)
{
    QByteArray columns;
    QByteArray groups;
    for (const QString& name : key) {
        columns += (columns.isEmpty() ? "" : ", ") + quoted(name);
        groups += (groups.isEmpty() ? "" : ", ") + quoted(name) + " COLLATE BINARY";
    }
    Result<Statement> rows = Statement::prepare(connection, "SELECT " + columns + " FROM " + quoted(table.name)
        + " GROUP BY " + groups + " HAVING count(*) > 1 LIMIT 3", Phase::Discover, table.name);
    if (!rows)
        return rows.error();
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        QStringList values;
        for (int i = 0; i < key.size(); ++i)
            values.append(rows->isNull(i) ? QStringLiteral("NULL") : rows->text(i).left(60));
        check.unique = false;
        check.examples.append(values.join(QStringLiteral(", ")));
    }
    if (!row)
        return row.error();
    return {};
}

} // namespace

Result<KeyCheck> checkKey(Connection& connection, const SchemaTable& table, const QStringList& key)
{
    if (key.isEmpty())
        return sourceError(ErrorCode::KeyRequired, Phase::Discover, {}, {{QStringLiteral("table"), table.name}});
    for (const QString& name : key)
        if (!table.column(name))
            return sourceError(ErrorCode::ColumnMissing, Phase::Discover, {},
                {{QStringLiteral("column"), name}, {QStringLiteral("table"), table.name}});
    KeyCheck check;
    Result<bool> nulls = hasNulls(connection, table, key);
    if (!nulls)
        return nulls.error();
    check.hasNulls = *nulls;
    // A unique index lets any number of NULLs in, which are duplicates to a merge.
    if (isDeclaredUnique(table, key) && !check.hasNulls)
        return check;
    if (Result<void> ok = findDuplicates(connection, table, key, check); !ok)
        return ok.error();
    return check;
}

} // namespace leat::sqlite
