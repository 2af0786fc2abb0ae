// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/quarantinetable.h"

#include "engine/warehouse/duckdb/duckerrors.h"
#include "engine/warehouse/duckdb/ducktypes.h"
#include "engine/warehouse/duckdb/statetable.h"

#include <QTimeZone>

namespace leat {

namespace {

constexpr char kRejects[] = "temp.main._leat_rejects";

Result<void> done(const Result<qint64>& result)
{
    if (!result)
        return result.error();
    return {};
}

QByteArray literal(const QString& text)
{
    return quoteLiteral(text).value_or(QByteArray("''"));
}

// {"name": text, …} of a row.
QByteArray rowJson(const PlannedColumns& columns)
{
    QByteArray list;
    for (const PlannedColumn& column : columns)
        list += (list.isEmpty() ? "" : ", ") + literal(column.name) + ", CAST(" + column.sql + " AS VARCHAR)";
    return "CAST(json_object(" + list + ") AS VARCHAR)";
}

// A pointer finds any name; the dotted paths do not.
QByteArray cellText(const QString& name)
{
    QString pointer = name;
    pointer.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
    return "json_extract_string(q.row_json, " + literal(QLatin1Char('/') + pointer) + ')';
}

QByteArray cell(const TableColumn& column)
{
    return "TRY_CAST(" + cellText(column.name) + " AS " + typeSql(column.type.value_or(ColumnType{})) + ')';
}

// "" for all.
QByteArray among(const std::vector<qint64>& ids, const char* column)
{
    QByteArray list;
    for (const qint64 id : ids)
        list += (list.isEmpty() ? "" : ", ") + QByteArray::number(id);
    return list.isEmpty() ? QByteArray() : QByteArray(" AND ") + column + " IN (" + list + ')';
}

constexpr char kOfTable[] = "schema_name = $1 AND table_name = $2";

} // namespace

QuarantineTable::QuarantineTable(const QString& catalog)
    : m_table(quoteIdentifier(catalog).value_or(QByteArray()) + '.' + kStateSchema + ".quarantine")
{
}

Result<void> QuarantineTable::ensure(DuckConnection& connection) const
{
    return done(connection.run("CREATE TABLE IF NOT EXISTS " + m_table
        + " (id BIGINT NOT NULL, schema_name VARCHAR NOT NULL, table_name VARCHAR NOT NULL, run_id BIGINT, kept_at TIMESTAMP, "
          "reason VARCHAR NOT NULL, column_name VARCHAR NOT NULL, row_json VARCHAR NOT NULL)"));
}

Result<qint64> QuarantineTable::setAside(DuckConnection& connection, const SqlTable& staging, const PlannedColumns& columns,
                                         const PlannedColumns& keys, const CancelToken& cancel) const
{
    QByteArray nullKey;
    QByteArray nullName;
    QStringList names;
    for (const PlannedColumn& key : keys) {
        nullKey += (nullKey.isEmpty() ? "" : " OR ") + key.sql + " IS NULL";
        nullName += "WHEN " + key.sql + " IS NULL THEN " + literal(key.source) + ' ';
        names.append(key.source);
    }
    const QByteArray repeated = "SELECT " + columnList(keys) + " FROM " + staging.full() + " WHERE NOT (" + nullKey
        + ") GROUP BY " + columnList(keys) + " HAVING count(*) > 1";
    QByteArray same;
    for (const PlannedColumn& key : keys)
        same += (same.isEmpty() ? "" : " AND ") + QByteArray("s.") + key.sql + " = r." + key.sql;
    const QByteArray bad = "SELECT s.rowid AS place, CASE WHEN " + nullKey + " THEN 'key-null' ELSE 'key-repeated' END AS reason, "
        "CASE " + nullName + "ELSE " + literal(names.join(QStringLiteral(", "))) + " END AS column_name, " + rowJson(columns)
        + " AS row_json FROM " + staging.full() + " s WHERE (" + nullKey + ") OR EXISTS (SELECT 1 FROM (" + repeated + ") r WHERE " + same + ')';
    for (const QByteArray& sql : {QByteArray("DROP TABLE IF EXISTS ") + kRejects, QByteArray("CREATE TEMP TABLE ") + kRejects + " AS " + bad})
        if (const Result<qint64> ran = connection.run(sql, {}, cancel); !ran)
            return ran.error();
    return connection.run("DELETE FROM " + staging.full() + " WHERE rowid IN (SELECT place FROM " + kRejects + ')', {}, cancel);
}

Result<void> QuarantineTable::keep(DuckTransaction& transaction, const WarehouseTable& table, qint64 run, bool anew) const
{
    if (anew)
        if (Result<void> cleared = clear(transaction, table); !cleared)
            return cleared;
    return done(transaction.run("INSERT INTO " + m_table + " SELECT (SELECT coalesce(max(id), 0) FROM " + m_table
            + ") + row_number() OVER (), $1, $2, $3, now() AT TIME ZONE 'UTC', reason, column_name, row_json FROM (SELECT DISTINCT reason, column_name, row_json FROM " + kRejects
            + ") n WHERE NOT EXISTS (SELECT 1 FROM " + m_table + " q WHERE q.schema_name = $1 AND q.table_name = $2 "
              "AND q.row_json = n.row_json AND q.reason = n.reason)",
        {table.schema, table.table, run}));
}

Result<void> QuarantineTable::clear(DuckTransaction& transaction, const WarehouseTable& table) const
{
    return done(transaction.run("DELETE FROM " + m_table + " WHERE " + kOfTable, {table.schema, table.table}));
}

Result<void> QuarantineTable::clearSchema(DuckTransaction& transaction, const QString& schema) const
{
    return done(transaction.run("DELETE FROM " + m_table + " WHERE schema_name = $1", {schema}));
}

Result<QuarantinePage> QuarantineTable::page(DuckConnection& connection, const WarehouseTable& table, qint64 limit) const
{
    const DuckParams params{table.schema, table.table};
    const Result<qint64> total = connection.number("SELECT count(*) FROM " + m_table + " WHERE " + kOfTable, params);
    if (!total)
        return total.error();
    const QByteArray most = limit < 0 ? QByteArray() : " LIMIT " + QByteArray::number(limit);
    Result<std::vector<TextRow>> rows = connection.rows("SELECT CAST(id AS VARCHAR), CAST(run_id AS VARCHAR), "
        "CAST(epoch_ms(kept_at) AS VARCHAR), reason, column_name, row_json FROM " + m_table + " WHERE " + kOfTable + " ORDER BY id DESC" + most, params);
    if (!rows)
        return rows.error();
    QuarantinePage page;
    page.total = *total;
    for (const TextRow& row : *rows)
        page.rows.push_back({row[0]->toLongLong(), RunId{row[1].value_or(QString()).toLongLong()},
            QDateTime::fromMSecsSinceEpoch(row[2].value_or(QString()).toLongLong(), QTimeZone::utc()), row[3].value_or(QString()),
            row[4].value_or(QString()), row[5].value_or(QString())});
    return page;
}

Result<std::vector<std::pair<WarehouseTable, qint64>>> QuarantineTable::counts(DuckConnection& connection) const
{
    Result<std::vector<TextRow>> rows = connection.rows("SELECT schema_name, table_name, CAST(count(*) AS VARCHAR) FROM "
        + m_table + " GROUP BY ALL");
    if (!rows)
        return rows.error();
    std::vector<std::pair<WarehouseTable, qint64>> counts;
    for (const TextRow& row : *rows)
        counts.emplace_back(WarehouseTable{row[0].value_or(QString()), row[1].value_or(QString())}, row[2]->toLongLong());
    return counts;
}

Result<qint64> QuarantineTable::count(DuckTransaction& transaction, const WarehouseTable& table) const
{
    return transaction.number("SELECT count(*) FROM " + m_table + " WHERE " + kOfTable, {table.schema, table.table});
}

Result<qint64> QuarantineTable::replay(DuckTransaction& transaction, const WarehouseTable& table, const SqlTable& target,
                                       const TableColumns& columns, const TableColumns& keys, const std::vector<qint64>& ids) const
{
    // A cell that was kept and no longer casts must not become NULL on the way.
    QByteArray casts;
    QByteArray list;
    QByteArray values;
    for (const TableColumn& column : columns) {
        casts += " AND (" + cellText(column.name) + " IS NULL OR " + cell(column) + " IS NOT NULL)";
        list += (list.isEmpty() ? "" : ", ") + column.sql;
        values += (values.isEmpty() ? "" : ", ") + cell(column) + " AS " + column.sql;
    }
    QByteArray whole;
    QByteArray there;
    QByteArray grouping;
    for (const TableColumn& key : keys) {
        whole += " AND " + cell(key) + " IS NOT NULL";
        there += (there.isEmpty() ? "" : " AND ") + QByteArray("t.") + key.sql + " = " + cell(key);
        grouping += (grouping.isEmpty() ? "" : ", ") + cell(key);
    }
    const QByteArray fit = "SELECT q.id FROM " + m_table + " q WHERE " + kOfTable + among(ids, "q.id") + whole + casts
        + " AND NOT EXISTS (SELECT 1 FROM " + target.full() + " t WHERE " + there + ") QUALIFY count(*) OVER (PARTITION BY " + grouping + ") = 1";
    const DuckParams params{table.schema, table.table};
    Result<std::vector<TextRow>> found = transaction.rows("SELECT CAST(id AS VARCHAR) FROM (" + fit + ')', params);
    if (!found)
        return found.error();
    std::vector<qint64> fitting;
    for (const TextRow& row : *found)
        fitting.push_back(row[0]->toLongLong());
    if (fitting.empty())
        return qint64{0};
    const Result<qint64> inserted = transaction.run("INSERT INTO " + target.full() + " (" + list + ") SELECT " + values + " FROM "
        + m_table + " q WHERE " + kOfTable + among(fitting, "q.id"), params);
    if (!inserted)
        return inserted.error();
    const Result<qint64> gone = drop(transaction, table, fitting);
    if (!gone)
        return gone.error();
    if (*gone != *inserted)
        return internalError(QStringLiteral("%1 rows were stored, %2 taken out of quarantine").arg(*inserted).arg(*gone),
            table.schema + QLatin1Char('.') + table.table);
    return *inserted;
}

Result<qint64> QuarantineTable::drop(DuckTransaction& transaction, const WarehouseTable& table, const std::vector<qint64>& ids) const
{
    return transaction.run("DELETE FROM " + m_table + " WHERE " + kOfTable + among(ids, "id"), {table.schema, table.table});
}

} // namespace leat
