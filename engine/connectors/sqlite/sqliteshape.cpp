// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqliteshape.h"

#include "engine/api/candidatewords.h"
#include "engine/connectors/sqlite/sqliteconnection.h"
#include "engine/connectors/sqlite/sqlitecursorscan.h"
#include "engine/connectors/sqlite/sqlitestatement.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace leat::sqlite {

namespace {

constexpr qint64 kLeastRowBytes = 6;       // cell pointer, length, rowid, header and one value

QString tr(const char* text)
{
    return QCoreApplication::translate("SqliteShape", text);
}

Result<qint64> oneInteger(Connection& connection, const char* sql)
{
    Result<Statement> statement = Statement::prepare(connection, sql, Phase::Discover);
    if (!statement)
        return statement.error();
    Result<bool> row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->integer(0) : qint64{-1};
}

Result<qint64> rowsByStatistics(Connection& connection, const SchemaTable& table)
{
    Result<qint64> known = oneInteger(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'");
    if (!known || *known < 1)
        return known ? qint64{-1} : known;
    Result<Statement> statement = Statement::prepare(connection,
        "SELECT CAST(stat AS INTEGER) FROM sqlite_stat1 WHERE tbl = ?1 ORDER BY 1 DESC LIMIT 1", Phase::Discover);
    if (!statement)
        return statement.error();
    statement->bindText(1, table.name);
    Result<bool> row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->integer(0) : qint64{-1};
}

QString noteOf(const SchemaTable& table, const SchemaColumn& column, const ColumnDecision& decision)
{
    const bool sure = column.name == table.rowidColumn || (table.strict && decision.asDeclared);
    QString note = sure && decision.type.kind != ColumnType::Kind::Timestamp ? QString() : lossNoteOf(decision.type.kind);
    if (decision.asDeclared)
        return note;
    const QString kept = decision.type.kind == ColumnType::Kind::Text ? tr("values do not match the declared type, so they are kept as text")
                                                                      : tr("values do not match the declared type");
    return note.isEmpty() ? kept : kept + QStringLiteral("; ") + note;
}

bool isTimeOrWhole(const QString& declared)
{
    switch (familyOf(declared)) {
    case Family::Date:
    case Family::DateTime:
    case Family::DateTimeTz:
    case Family::Integer:
    case Family::Text:
    case Family::Any:
        return true;
    default:
        return false;
    }
}

CursorType listedType(const SchemaColumn& column)
{
    switch (familyOf(column.declared)) {
    case Family::Date: return CursorType::Date;
    case Family::Integer: return CursorType::Integer;
    case Family::DateTimeTz: return CursorType::Timestamp;
    default: return CursorType::DateTime;
    }
}

Result<void> suggest(Connection& connection, const SchemaTable& table, TableListing& listing)
{
    if (listing.kind == TableKind::View) {
        listing.reason = tr("a view is computed anew each time");
        return {};
    }
    const auto [cursor, atUpdates] = changeColumn(table);
    if (!cursor.isEmpty()) {
        Result<bool> usable = looksLikeCursor(connection, table, cursor);
        if (!usable)
            return usable.error();
        if (!*usable) {
            listing.reason = tr("%1 holds values that do not sort as times").arg(cursor);
            return {};
        }
        listing.suggestedCursor = cursor;
        listing.suggestedCursorType = listedType(*table.column(cursor));
    }
    if (!atUpdates) {
        listing.reason = tr("no column says when a row changed");
    } else if (listing.primaryKey.isEmpty()) {
        listing.reason = tr("%1 says when a row changed, but there is no primary key").arg(cursor);
    } else {
        listing.suggested = SyncType::Incremental;
        CursorCandidate known;
        known.field = cursor;
        known.indexed = table.isIndexed(cursor);
        known.nullShare = table.isNullable(*table.column(cursor)) ? -1 : 0;
        listing.reason = tr("%1 says when a row changed; %2").arg(cursor, evidenceClauses(known).join(QStringLiteral(", ")));
    }
    return {};
}

} // namespace

const ColumnDecision* DescribedTable::decision(const QString& column) const
{
    for (std::size_t i = 0; i < schema.columns.size(); ++i)
        if (schema.columns[i].name == column)
            return &decisions[i];
    return nullptr;
}

TableKind kindOf(const SchemaTable& table)
{
    return table.kind == SchemaTable::Kind::View ? TableKind::View : TableKind::Table;
}

Result<DescribedTable> describeTable(Connection& connection, const QString& name)
{
    Result<SchemaTable> schema = findTable(connection, name);
    if (!schema)
        return schema.error();
    Result<std::vector<ColumnDecision>> decisions = probeColumns(connection, *schema);
    if (!decisions)
        return decisions.error();
    Result<qint64> rows = estimateRows(connection, *schema);
    if (!rows)
        return rows.error();
    DescribedTable described{std::move(*schema), std::move(*decisions), {}};
    TableShape& shape = described.shape;
    shape.table = {QString(), described.schema.name};
    shape.kind = kindOf(described.schema);
    shape.primaryKey = described.schema.primaryKey();
    shape.uniqueKeys = described.schema.uniqueKeys();
    shape.estimatedRows = *rows;
    for (std::size_t i = 0; i < described.schema.columns.size(); ++i) {
        const SchemaColumn& column = described.schema.columns[i];
        const ColumnDecision& decision = described.decisions[i];
        shape.columns.push_back({column.name, column.declared, decision.type, described.schema.isNullable(column),
            column.number, QString(), noteOf(described.schema, column, decision)});
        if (described.schema.isIndexed(column.name))
            shape.indexedColumns.append(column.name);
    }
    return described;
}

Result<std::optional<std::pair<qint64, qint64>>> rowidSpan(Connection& connection, const SchemaTable& table)
{
    using Span = std::optional<std::pair<qint64, qint64>>;
    if (table.rowidName.isEmpty())
        return Span();
    // Two statements: SQLite answers only a lone min() or max() from the tree's edge.
    qint64 ends[2] = {};
    for (int i = 0; i < 2; ++i) {
        Result<Statement> statement = Statement::prepare(connection,
            QByteArray(i == 0 ? "SELECT min(" : "SELECT max(") + quoted(table.rowidName) + ") FROM " + quoted(table.name),
            Phase::Discover, table.name);
        if (!statement)
            return statement.error();
        Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!*row || statement->isNull(0))
            return Span();
        ends[i] = statement->integer(0);
    }
    return Span(std::pair(ends[0], ends[1]));
}

Result<qint64> estimateRows(Connection& connection, const SchemaTable& table)
{
    if (table.kind != SchemaTable::Kind::Table)
        return qint64{-1};
    Result<qint64> rows = rowsByStatistics(connection, table);
    if (!rows || *rows >= 0)
        return rows;
    if (table.rowidName.isEmpty())
        return qint64{-1};
    Result<std::optional<std::pair<qint64, qint64>>> span = rowidSpan(connection, table);
    if (!span)
        return span.error();
    if (!*span)
        return qint64{0};
    Result<qint64> pages = oneInteger(connection, "PRAGMA page_count");
    Result<qint64> pageSize = oneInteger(connection, "PRAGMA page_size");
    if (!pages || !pageSize)
        return qint64{-1};
    const double width = static_cast<double>((*span)->second) - static_cast<double>((*span)->first) + 1;
    const bool believable = width <= static_cast<double>(*pages) * static_cast<double>(*pageSize / kLeastRowBytes);
    return believable ? static_cast<qint64>(width) : qint64{-1};
}

int changeRank(const QString& columnName)
{
    static const QRegularExpression changed(QStringLiteral("(updat|modif|chang|last_?edit|last_?write|mtime)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression made(QStringLiteral("(creat|insert|added|posted|logged|recorded|occurr|happened|ctime)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression time(QStringLiteral("(_at$|_on$|_ts$|^ts$|date|time|stamp|[a-z]At$|[a-z]On$)"));
    static const QRegularExpression by(QStringLiteral("(_by$|By$|_count$|_user$)"));
    if (columnName.contains(by))
        return 0;
    if (columnName.contains(changed))
        return 3;
    if (columnName.contains(made))
        return 2;
    return columnName.contains(time) ? 1 : 0;
}

std::pair<QString, bool> changeColumn(const SchemaTable& table)
{
    QString best;
    int bestRank = 1;                      // a name that only says "some time" is not suggested
    for (const SchemaColumn& column : table.columns) {
        const int rank = isTimeOrWhole(column.declared) ? changeRank(column.name) : 0;
        if (rank > bestRank) {
            best = column.name;
            bestRank = rank;
        }
    }
    return {best, bestRank == 3};
}

Result<TableListing> listingOf(Connection& connection, SchemaTable& table)
{
    TableListing listing;
    listing.table = {QString(), table.name};
    listing.kind = kindOf(table);
    Result<void> described = describe(connection, table);
    if (described) {
        // Views over dropped tables and virtual tables of unknown modules are listed, not readable.
        Result<Statement> readable = Statement::prepare(connection,
            "SELECT * FROM " + quoted(table.name) + " LIMIT 0", Phase::Discover, table.name);
        if (!readable)
            described = readable.error();
    }
    if (!described) {
        if (connection.isCancelled())
            return described.error();
        listing.readable = false;
        listing.reason = tr("SQLite cannot read it: %1").arg(described.error().detail);
        return listing;
    }
    Result<qint64> rows = estimateRows(connection, table);
    if (!rows)
        return rows.error();
    listing.estimatedRows = *rows;
    listing.primaryKey = table.primaryKey();
    if (Result<void> ok = suggest(connection, table, listing); !ok)
        return ok.error();
    return listing;
}

} // namespace leat::sqlite
