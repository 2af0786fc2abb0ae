// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqliteschema.h"

#include "engine/connectors/sqlite/sqliteconnection.h"
#include "engine/connectors/sqlite/sqliteerror.h"
#include "engine/connectors/sqlite/sqlitestatement.h"

#include <sqlite3.h>

#include <algorithm>

namespace leat::sqlite {

namespace {

constexpr const char* kListSql
    = "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view', 'virtual')"
      " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";

SchemaTable tableOf(const Statement& row)
{
    SchemaTable table;
    table.name = row.text(0);
    const QByteArray type = row.bytes(1);
    table.kind = type == "view" ? SchemaTable::Kind::View
        : type == "virtual"     ? SchemaTable::Kind::Virtual : SchemaTable::Kind::Table;
    table.withoutRowid = row.integer(2) != 0;
    table.strict = row.integer(3) != 0;
    return table;
}

Result<void> readColumns(Connection& connection, SchemaTable& table)
{
    // hidden: 1 is a virtual table's own column, 2 and 3 are generated ones, which have values.
    Result<Statement> rows = Statement::prepare(connection,
        "SELECT cid, name, type, \"notnull\", pk FROM pragma_table_xinfo(?1, 'main') WHERE hidden <> 1 ORDER BY cid",
        Phase::Discover, table.name);
    if (!rows)
        return rows.error();
    rows->bindText(1, table.name);
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        SchemaColumn column;
        column.number = static_cast<int>(rows->integer(0)) + 1;
        column.name = rows->text(1);
        column.declared = rows->text(2);
        column.notNull = rows->integer(3) != 0;
        column.keyPosition = static_cast<int>(rows->integer(4));
        table.columns.push_back(column);
    }
    if (!row)
        return row.error();
    return {};
}

Result<void> readIndexColumns(Connection& connection, const QString& name, SchemaIndex& index)
{
    Result<Statement> rows = Statement::prepare(connection,
        "SELECT cid, name FROM pragma_index_xinfo(?1, 'main') WHERE key = 1 ORDER BY seqno", Phase::Discover);
    if (!rows)
        return rows.error();
    rows->bindText(1, name);
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        if (rows->integer(0) < 0)
            index.expressions = true;
        else if (!index.expressions)
            index.columns.append(rows->text(1));
    }
    if (!row)
        return row.error();
    return {};
}

Result<void> readIndexes(Connection& connection, SchemaTable& table)
{
    Result<Statement> rows = Statement::prepare(connection,
        "SELECT name, \"unique\", origin, partial FROM pragma_index_list(?1, 'main')", Phase::Discover, table.name);
    if (!rows)
        return rows.error();
    rows->bindText(1, table.name);
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step()) {
        SchemaIndex index;
        index.unique = rows->integer(1) != 0;
        index.ofPrimaryKey = rows->bytes(2) == "pk";
        index.partial = rows->integer(3) != 0;
        if (Result<void> ok = readIndexColumns(connection, rows->text(0), index); !ok)
            return ok.error();
        table.indexes.push_back(index);
    }
    if (!row)
        return row.error();
    return {};
}

// "INTEGER PRIMARY KEY" is the rowid itself, and then no index stands behind the key; "INTEGER
// PRIMARY KEY DESC" is, by an old accident of SQLite, an ordinary key with an index.
void findRowid(Connection& connection, SchemaTable& table)
{
    if (table.kind != SchemaTable::Kind::Table || table.withoutRowid)
        return;
    const QStringList key = table.primaryKey();
    const bool indexed = std::any_of(table.indexes.cbegin(), table.indexes.cend(),
        [](const SchemaIndex& index) { return index.ofPrimaryKey; });
    if (key.size() == 1 && !indexed && table.column(key.first())->declared.compare(QLatin1String("INTEGER"), Qt::CaseInsensitive) == 0) {
        table.rowidColumn = key.first();
        table.rowidName = key.first();
        int autoIncrement = 0;
        sqlite3_table_column_metadata(connection.handle(), "main", table.name.toUtf8().constData(),
            key.first().toUtf8().constData(), nullptr, nullptr, nullptr, nullptr, &autoIncrement);
        table.autoIncrement = autoIncrement != 0;
        return;
    }
    for (const char* name : {"rowid", "_rowid_", "oid"}) {
        const bool taken = std::any_of(table.columns.cbegin(), table.columns.cend(), [name](const SchemaColumn& column) {
            return column.name.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
        });
        if (!taken) {
            table.rowidName = QLatin1String(name);
            return;
        }
    }
}

} // namespace

const SchemaColumn* SchemaTable::column(const QString& wanted) const
{
    const auto found = std::find_if(columns.cbegin(), columns.cend(),
        [&](const SchemaColumn& column) { return column.name == wanted; });
    return found == columns.cend() ? nullptr : &*found;
}

QStringList SchemaTable::primaryKey() const
{
    QStringList key;
    for (int position = 1;; ++position) {
        const auto found = std::find_if(columns.cbegin(), columns.cend(),
            [position](const SchemaColumn& column) { return column.keyPosition == position; });
        if (found == columns.cend())
            return key;
        key.append(found->name);
    }
}

// SQLite lets NULL into the primary key of a rowid table unless it says NOT NULL (trap T049).
bool SchemaTable::isNullable(const SchemaColumn& column) const
{
    return !column.notNull && column.name != rowidColumn && !(withoutRowid && column.keyPosition > 0);
}

bool SchemaTable::isIndexed(const QString& wanted) const
{
    if (wanted == rowidColumn)
        return true;
    return std::any_of(indexes.cbegin(), indexes.cend(), [&](const SchemaIndex& index) {
        return !index.partial && !index.columns.isEmpty() && index.columns.first() == wanted;
    });
}

std::vector<QStringList> SchemaTable::uniqueKeys() const
{
    std::vector<QStringList> keys;
    for (const SchemaIndex& index : indexes) {
        const bool usable = index.unique && !index.partial && !index.expressions && !index.ofPrimaryKey
            && std::all_of(index.columns.cbegin(), index.columns.cend(), [this](const QString& wanted) {
                   const SchemaColumn* found = column(wanted);
                   return found && !isNullable(*found);
               });
        if (usable)
            keys.push_back(index.columns);
    }
    return keys;
}

Result<std::vector<SchemaTable>> listSchema(Connection& connection)
{
    Result<Statement> rows = Statement::prepare(connection, kListSql, Phase::Discover);
    if (!rows)
        return rows.error();
    std::vector<SchemaTable> tables;
    Result<bool> row = rows->step();
    for (; row && *row; row = rows->step())
        tables.push_back(tableOf(*rows));
    if (!row)
        return row.error();
    return tables;
}

Result<void> describe(Connection& connection, SchemaTable& table)
{
    if (Result<void> ok = readColumns(connection, table); !ok)
        return ok.error();
    if (table.kind == SchemaTable::Kind::Table)
        if (Result<void> ok = readIndexes(connection, table); !ok)
            return ok.error();
    findRowid(connection, table);
    return {};
}

Result<SchemaTable> findTable(Connection& connection, const QString& name)
{
    Result<Statement> rows = Statement::prepare(connection,
        "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main' AND name = ?1"
        " AND type IN ('table', 'view', 'virtual')", Phase::Discover, name);
    if (!rows)
        return rows.error();
    rows->bindText(1, name);
    Result<bool> row = rows->step();
    if (!row)
        return row.error();
    if (!*row)
        return sourceError(ErrorCode::TableMissing, Phase::Discover, {},
            {{QStringLiteral("table"), name}, {QStringLiteral("path"), connection.path()}});
    SchemaTable table = tableOf(*rows);
    if (Result<void> ok = describe(connection, table); !ok)
        return ok.error();
    return table;
}

} // namespace leat::sqlite
