// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgdescribesql.h"

#include "engine/connectors/postgres/pgquote.h"

namespace leat::pg {

namespace {

// The functions below the views of sessions and prepared transactions: the same rows without joins.
constexpr char kDatabase[] = "(SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())";

/// The table's oid as a scalar subquery, by name as the snapshot sees it.
std::string relation(const TableRef& table)
{
    return "(SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
           "WHERE n.nspname = " + table.nameSpace + " AND c.relname = " + table.name + ")";
}

} // namespace

TableRef TableRef::literal(const TableName& table)
{
    return {quoteText(table.nameSpace), quoteText(table.name)};
}

std::string factsSql(int serverVersion)
{
    const std::string bounds = serverVersion >= 130000
        ? "pg_catalog.pg_snapshot_xmin(s.s)::pg_catalog.text, pg_catalog.pg_snapshot_xmax(s.s)::pg_catalog.text"
        : "pg_catalog.txid_snapshot_xmin(s.s)::pg_catalog.text, pg_catalog.txid_snapshot_xmax(s.s)::pg_catalog.text";
    const std::string from = serverVersion >= 130000 ? "(SELECT pg_catalog.pg_current_snapshot() AS s) s"
                                                     : "(SELECT pg_catalog.txid_current_snapshot() AS s) s";
    return "SELECT " + bounds + ", pg_catalog.now()::pg_catalog.text, pg_catalog.pg_is_in_recovery(), "
           "(SELECT pg_catalog.count(*) FROM pg_catalog.pg_prepared_xact() p WHERE p.dbid = " + kDatabase + ") "
           "FROM " + from;
}

std::string relationSql(const TableRef& table)
{
    return "SELECT c.oid, c.relkind, c.reltuples::pg_catalog.int8, pg_catalog.obj_description(c.oid, 'pg_class'), "
           "EXISTS (SELECT 1 FROM pg_catalog.pg_subscription_rel r WHERE r.srrelid = c.oid), "
           "CASE WHEN c.relkind IN ('r', 'p', 'm') THEN pg_catalog.has_column_privilege(c.oid, 'xmin', 'SELECT') ELSE false END "
           "FROM pg_catalog.pg_class c WHERE c.oid = " + relation(table);
}

std::string columnsSql(const TableRef& table, bool withStatistics)
{
    const std::string nullShare = withStatistics
        ? "(SELECT s.null_frac FROM pg_catalog.pg_stats s WHERE s.schemaname = " + table.nameSpace
            + " AND s.tablename = " + table.name + " AND s.attname = a.attname ORDER BY s.inherited DESC LIMIT 1)"
        : std::string("NULL");
    // Domains are followed to their base type; the innermost modifier that is set counts.
    return "WITH RECURSIVE base AS ("
           "SELECT a.attnum, a.atttypid AS typ, a.atttypmod AS modifier FROM pg_catalog.pg_attribute a "
           "WHERE a.attrelid = " + relation(table) + " AND a.attnum > 0 AND NOT a.attisdropped "
           "UNION ALL SELECT b.attnum, t.typbasetype, CASE WHEN t.typtypmod <> -1 THEN t.typtypmod ELSE b.modifier END "
           "FROM base b JOIN pg_catalog.pg_type t ON t.oid = b.typ WHERE t.typtype = 'd'), "
           // Children may hold NULL where the parent alone may not; partitions may not.
           "below AS (SELECT i.inhrelid AS oid FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhparent "
           "WHERE i.inhparent = " + relation(table) + " AND c.relkind <> 'p' "
           "UNION SELECT i.inhrelid FROM pg_catalog.pg_inherits i JOIN below ON below.oid = i.inhparent) "
           "SELECT a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), t.oid, b.modifier, t.typtype, "
           "pg_catalog.format_type(t.oid, b.modifier), "
           "a.attnotnull AND a.attname NOT IN (SELECT x.attname FROM below JOIN pg_catalog.pg_attribute x ON x.attrelid = below.oid "
           "WHERE x.attnum > 0 AND NOT x.attnotnull), "
           "a.attidentity <> '' OR COALESCE(pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', false), "
           "pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT'), pg_catalog.col_description(a.attrelid, a.attnum), "
           + nullShare + " FROM pg_catalog.pg_attribute a JOIN base b ON b.attnum = a.attnum "
           "JOIN pg_catalog.pg_type t ON t.oid = b.typ AND t.typtype <> 'd' "
           "LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.attgenerated = '' "
           "WHERE a.attrelid = " + relation(table) + " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";
}

std::string diverseSql(const TableRef& table)
{
    // Negative: a share of the rows. The threshold is where a dictionary stops paying.
    return "SELECT DISTINCT s.attname FROM pg_catalog.pg_stats s WHERE s.schemaname = " + table.nameSpace + " AND s.tablename = "
        + table.name + " AND (s.n_distinct < -0.05 OR s.n_distinct > 100000)";
}

std::string spellingsSql(const TableRef& table)
{
    return "WITH RECURSIVE used AS (SELECT a.atttypid AS typ FROM pg_catalog.pg_attribute a WHERE a.attrelid = " + relation(table)
        + " AND a.attnum > 0 AND NOT a.attisdropped UNION SELECT x.typ FROM used u JOIN pg_catalog.pg_type t ON t.oid = u.typ, LATERAL ("
          "SELECT t.typelem AS typ WHERE t.typelem <> 0 UNION ALL SELECT t.typbasetype WHERE t.typbasetype <> 0 "
          "UNION ALL SELECT r.rngsubtype FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid "
          "UNION ALL SELECT a.atttypid FROM pg_catalog.pg_attribute a WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 "
          "AND NOT a.attisdropped) x) "
          "SELECT 'label ' || e.oid::pg_catalog.text, e.enumlabel::pg_catalog.text FROM pg_catalog.pg_enum e JOIN used u ON u.typ = e.enumtypid "
          "UNION ALL SELECT 'members ' || t.oid::pg_catalog.text, pg_catalog.string_agg(a.attnum::pg_catalog.text || ':' "
          "|| a.atttypid::pg_catalog.text, ' ' ORDER BY a.attnum) FROM used u JOIN pg_catalog.pg_type t ON t.oid = u.typ AND t.typtype = 'c' "
          "JOIN pg_catalog.pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped GROUP BY t.oid";
}

std::string indexesSql(const TableRef& table)
{
    return "SELECT i.indisprimary, i.indisunique AND i.indpred IS NULL, m.amname = 'btree' AND i.indpred IS NULL, "
           "pg_catalog.array_to_json(ARRAY(SELECT a.attname::pg_catalog.text FROM pg_catalog.unnest(i.indkey) WITH ORDINALITY k(n, o) "
           "JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.n WHERE k.o <= i.indnkeyatts ORDER BY k.o)) "
           "FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid JOIN pg_catalog.pg_am m ON m.oid = x.relam "
           "WHERE i.indrelid = " + relation(table) + " AND i.indisvalid AND i.indexprs IS NULL ORDER BY i.indexrelid";
}

std::string leavesSql(const TableRef& table)
{
    // A table that was rewritten after our snapshot looks empty to it (rewrites are not MVCC-safe). We
    // hold a lock by now, so comparing the file the snapshot knows with today's settles it (T060).
    return "WITH RECURSIVE tree AS (SELECT " + relation(table) + " AS oid UNION SELECT i.inhrelid FROM pg_catalog.pg_inherits i "
           "JOIN tree t ON t.oid = i.inhparent) "
           "SELECT n.nspname, c.relname, c.relkind, COALESCE(m.amname = 'heap', false), "
           "CASE WHEN c.relkind IN ('r', 'm') THEN pg_catalog.pg_relation_size(c.oid) ELSE 0 END, "
           "c.relkind NOT IN ('r', 'm') OR c.relfilenode = 0 OR c.relfilenode = pg_catalog.pg_relation_filenode(c.oid), "
           "pg_catalog.has_table_privilege(c.oid, 'SELECT') AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') "
           "AND NOT c.relrowsecurity AND c.relpersistence <> 't', "
           "c.reltuples::pg_catalog.int8, c.oid = " + relation(table) + ", pg_catalog.pg_relation_filenode(c.oid)::pg_catalog.int8, c.oid, "
           // A system column is never altered: who made it made the table.
           "(SELECT x.xmin::pg_catalog.text FROM pg_catalog.pg_attribute x WHERE x.attrelid = c.oid AND x.attnum = -1) "
           "FROM tree JOIN pg_catalog.pg_class c ON c.oid = tree.oid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
           "LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam ORDER BY c.oid";
}

std::string openTransactionsSql(const std::string& pids)
{
    return "SELECT pg_catalog.count(*) FILTER (WHERE a.xact_start IS NOT NULL OR a.state NOT IN ('idle', 'disabled')), "
           "pg_catalog.count(*) FILTER (WHERE a.state = 'disabled' OR a.query = '<insufficient privilege>') "
           "FROM pg_catalog.pg_stat_get_activity(NULL) a WHERE a.datid = " + std::string(kDatabase) + " AND a.pid <> pg_catalog.pg_backend_pid() "
           "AND a.pid <> ALL (" + pids + ") "
           "AND COALESCE(a.backend_type, '') NOT IN ('autovacuum worker', 'walsender', 'logical replication launcher')";
}

std::string nextXidSql()
{
    // age() counts from the next xid of the moment it is first called in a transaction.
    return "SELECT pg_catalog.age('3'::pg_catalog.xid)::pg_catalog.int8";
}

std::string prepareSql(int serverVersion)
{
    const TableRef table;
    return "PREPARE leat_facts AS " + factsSql(serverVersion)
        + "; PREPARE leat_relation(text, text) AS " + relationSql(table)
        + "; PREPARE leat_columns(text, text) AS " + columnsSql(table, false)
        + "; PREPARE leat_indexes(text, text) AS " + indexesSql(table)
        + "; PREPARE leat_leaves(text, text) AS " + leavesSql(table)
        + "; PREPARE leat_open(int4[]) AS " + openTransactionsSql("$1")
        + "; PREPARE leat_next AS " + nextXidSql();
}

std::string describeSql(const std::string& pinned, int serverVersion, const TableName& table, const std::vector<int>& ownPids,
                        bool withStatistics, bool prepared)
{
    // The first SELECT takes the snapshot. The probe checks the right to read, row security and whether
    // a materialised view is populated, and locks the table and its partitions against rewrites.
    std::string pids = "'{";
    for (const int pid : ownPids)
        pids += (pids.size() > 2 ? "," : "") + std::to_string(pid);
    pids += "}'::pg_catalog.int4[]";
    const std::string begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; " + pinned + "; ";
    const std::string probe = "; SELECT FROM " + quoteTable(table) + " LIMIT 0; ";
    const TableRef ref = TableRef::literal(table);
    const std::string columns = columnsSql(ref, withStatistics);
    if (!prepared)
        return begin + factsSql(serverVersion) + probe + relationSql(ref) + "; " + columns + "; " + indexesSql(ref) + "; "
            + leavesSql(ref) + "; " + openTransactionsSql(pids) + "; " + nextXidSql();
    const std::string arguments = "(" + ref.nameSpace + ", " + ref.name + "); ";
    return begin + "EXECUTE leat_facts" + probe + "EXECUTE leat_relation" + arguments
        + (withStatistics ? columns + "; " : "EXECUTE leat_columns" + arguments) + "EXECUTE leat_indexes" + arguments
        + "EXECUTE leat_leaves" + arguments + "EXECUTE leat_open(" + pids + "); EXECUTE leat_next";
}

} // namespace leat::pg
