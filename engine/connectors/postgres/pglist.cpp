// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pglist.h"

#include "engine/connectors/postgres/pgcursors.h"
#include "engine/connectors/postgres/pgquote.h"
#include "engine/connectors/postgres/pgtypes.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace leat::pg {

namespace {

std::string namespaceFilter(const Settings& settings)
{
    std::string sql = "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'";
    if (settings.namespaces.isEmpty())
        return sql;
    sql += " AND n.nspname IN (";
    for (qsizetype i = 0; i < settings.namespaces.size(); ++i)
        sql += (i > 0 ? ", " : "") + quoteText(settings.namespaces[i]);
    return sql + ")";
}

const char kRoots[] = "c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't' "
                      "AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid)";
const char kReadable[] = "(pg_catalog.has_any_column_privilege(c.oid, 'SELECT') AND pg_catalog.has_schema_privilege(n.oid, 'USAGE'))";

std::string tablesSql(const Settings& settings)
{
    return "WITH RECURSIVE tree AS (SELECT i.inhparent AS root, i.inhrelid AS member FROM pg_catalog.pg_inherits i "
           "UNION SELECT t.root, i.inhrelid FROM tree t JOIN pg_catalog.pg_inherits i ON i.inhparent = t.member), "
           "parts AS (SELECT t.root, pg_catalog.sum(GREATEST(m.reltuples, 0)) AS rows, pg_catalog.sum(m.relpages::pg_catalog.int8) AS pages, "
           "pg_catalog.bool_or(m.reltuples >= 0 AND m.relpages > 0) AS counted "
           "FROM tree t JOIN pg_catalog.pg_class m ON m.oid = t.member WHERE m.relkind <> 'p' GROUP BY t.root) "
           "SELECT c.oid, n.nspname, c.relname, c.relkind, "
           "CASE WHEN c.reltuples >= 0 AND c.relpages > 0 OR p.counted THEN (GREATEST(CASE WHEN c.relkind = 'p' THEN 0 ELSE c.reltuples END, 0) "
           "+ COALESCE(p.rows, 0))::pg_catalog.int8 ELSE -1 END, "
           "(c.relpages::pg_catalog.int8 + COALESCE(p.pages, 0)) * pg_catalog.current_setting('block_size')::pg_catalog.int8, "
           + std::string(kReadable) + ", pg_catalog.obj_description(c.oid, 'pg_class'), "
           "(SELECT pg_catalog.array_to_json(ARRAY(SELECT a.attname::pg_catalog.text FROM pg_catalog.unnest(i.indkey) WITH ORDINALITY k(n, o) "
           "JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.n WHERE k.o <= i.indnkeyatts ORDER BY k.o)) "
           "FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND i.indisvalid) "
           "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace LEFT JOIN parts p ON p.root = c.oid "
           "WHERE " + kRoots + " AND " + namespaceFilter(settings) + " ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\"";
}

/// Columns of the types that a cursor can have, of all listed tables at once.
std::string cursorColumnsSql(const Settings& settings)
{
    return "SELECT a.attrelid, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.atttypid, a.attnotnull, "
           "x.indrelid IS NOT NULL, a.attidentity <> '' OR COALESCE(pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', false), s.null_frac, s.n_distinct "
           "FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid "
           "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
           "LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.attgenerated = '' "
           "LEFT JOIN (SELECT DISTINCT i.indrelid, i.indkey[0] AS first FROM pg_catalog.pg_index i "
           "JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid JOIN pg_catalog.pg_am m ON m.oid = ic.relam "
           "WHERE i.indisvalid AND i.indpred IS NULL AND m.amname = 'btree') x ON x.indrelid = a.attrelid AND x.first = a.attnum "
           "LEFT JOIN pg_catalog.pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = a.attname "
           "AND s.inherited = (c.relkind = 'p') "
           "WHERE a.attnum > 0 AND NOT a.attisdropped AND a.atttypid IN (1184, 1114, 1082, 20, 21, 23, 1700) AND "
           + std::string(kRoots) + " AND " + namespaceFilter(settings) + " ORDER BY a.attrelid, a.attnum";
}

TableKind kindOf(const QByteArray& relkind)
{
    switch (relkind.isEmpty() ? 'r' : relkind[0]) {
    case 'p': return TableKind::PartitionedTable;
    case 'v': return TableKind::View;
    case 'm': return TableKind::MaterializedView;
    case 'f': return TableKind::ForeignTable;
    default: return TableKind::Table;
    }
}

TableListing listing(const Rows& rows, int row)
{
    TableListing t;
    t.table = {rows.text(row, 1), rows.text(row, 2)};
    t.kind = kindOf(rows.bytes(row, 3));
    t.estimatedRows = rows.integer(row, 4);
    const bool stored = t.kind != TableKind::View && t.kind != TableKind::ForeignTable;
    t.sizeBytes = stored && (rows.integer(row, 5) > 0 || t.estimatedRows >= 0) ? rows.integer(row, 5) : -1;
    t.readable = rows.flag(row, 6);
    t.comment = rows.text(row, 7);
    for (const QJsonValue& v : QJsonDocument::fromJson(rows.bytes(row, 8)).array())
        t.primaryKey << v.toString();
    return t;
}

} // namespace

Result<std::vector<TableListing>> listTables(Connection& connection, const Settings& settings, const CancelToken& cancel)
{
    const Result<std::vector<Rows>> answers = connection.script(tablesSql(settings) + "; " + cursorColumnsSql(settings), cancel);
    if (!answers)
        return answers.error();
    const Rows& tables = (*answers)[0];
    const Rows& columns = (*answers)[1];
    QHash<QByteArray, std::vector<CursorFacts>> byTable;
    for (int i = 0; i < columns.count(); ++i) {
        CursorFacts facts;
        facts.name = columns.text(i, 1);
        facts.sourceType = columns.text(i, 2);
        facts.typeOid = static_cast<quint32>(columns.unsignedInteger(i, 3));
        facts.notNull = columns.flag(i, 4);
        facts.indexed = columns.flag(i, 5);
        facts.generatedId = columns.flag(i, 6);
        facts.nullShare = columns.isNull(i, 7) ? -1 : columns.real(i, 7);
        facts.distinct = columns.isNull(i, 8) ? 0 : columns.real(i, 8);
        byTable[columns.bytes(i, 0)].push_back(facts);
    }
    std::vector<TableListing> list;
    list.reserve(static_cast<std::size_t>(tables.count()));
    for (int i = 0; i < tables.count(); ++i) {
        TableListing t = listing(tables, i);
        std::vector<CursorFacts>& facts = byTable[tables.bytes(i, 0)];
        for (CursorFacts& f : facts) {
            f.inPrimaryKey = t.primaryKey == QStringList{f.name};
            f.evidence.duplicateShare = f.inPrimaryKey ? 0 : duplicateShareOf(f.distinct, t.estimatedRows);
            f.evidence.valuesBy = f.inPrimaryKey ? CursorEvidence::Basis::Index : f.evidence.duplicateShare >= 0 ? CursorEvidence::Basis::Statistics : CursorEvidence::Basis::Unknown;
        }
        const CursorAdvice advice = adviseCursor(facts, t.primaryKey, t.kind, t.estimatedRows);
        t.suggestedCursor = advice.field;
        t.suggestedCursorType = advice.type;
        t.suggested = advice.suggested;
        t.reason = advice.reason;
        list.push_back(std::move(t));
    }
    return list;
}

Result<ReadableCount> countReadable(Connection& connection, const Settings& settings, const CancelToken& cancel)
{
    const Result<Rows> rows = connection.query("SELECT pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE " + std::string(kReadable)
        + ") FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE " + kRoots + " AND "
        + namespaceFilter(settings), cancel);
    if (!rows)
        return rows.error();
    return ReadableCount{rows->integer(0, 0), rows->integer(0, 1)};
}

} // namespace leat::pg
