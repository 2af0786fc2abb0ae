// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/quarantinetable.h"

#include "engine/warehouse/columnnames.h"
#include "engine/warehouse/duckdb/duckerrors.h"
#include "engine/warehouse/duckdb/ducktypes.h"
#include "engine/warehouse/duckdb/mergesql.h"
#include "engine/warehouse/duckdb/statetable.h"
#include "engine/warehouse/duckdb/trashtable.h"

#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace leat {

namespace {

constexpr char kRejects[] = "temp.main._leat_rejects";
constexpr char kRepeated[] = "temp.main._leat_repeated";

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
QByteArray pointerSql(const QString& name)
{
    QString pointer = name;
    pointer.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
    return literal(QLatin1Char('/') + pointer);
}

QByteArray textSql(const QString& name)
{
    return "json_extract_string(q.row_json, " + pointerSql(name) + ')';
}

// A column of the table and the names of kept rows that mean it.
struct Place
{
    const TableColumn* column;
    QStringList names;
    QByteArray text() const
    {
        QByteArray list;
        for (const QString& name : names)
            list += ", " + textSql(name);
        return "coalesce(CAST(NULL AS VARCHAR)" + list + ')';
    }
    QByteArray cell() const { return "TRY_CAST(" + text() + " AS " + typeSql(column->type.value_or(ColumnType{})) + ')'; }
};

// Which value of a row would get lost, by name: nothing in the table is called so by now, two names mean one
// column, or the name means another column than it did when the row was kept.
class Placing
{
public:
    Placing(const TableColumns& columns, const FormerNames& former, const QStringList& names)
    {
        for (const TableColumn& column : columns)
            m_places.push_back({&column, {}});
        for (const QString& name : names)
            put(columns, former, name);
        for (const Place& place : m_places)
            tellApart(columns, former, place);
    }
    const std::vector<Place>& places() const { return m_places; }
    const Place& of(const TableColumn& column) const
    {
        return *std::find_if(m_places.begin(), m_places.end(), [&column](const Place& p) { return foldName(p.column->name) == foldName(column.name); });
    }
    /// The names of what would get lost, '' for a row that has a place for everything.
    QByteArray lostSql() const { return m_lost.isEmpty() ? QByteArray("''") : "concat_ws(', '" + m_lost + ')'; }

private:
    void put(const TableColumns& columns, const FormerNames& former, const QString& name)
    {
        const TableColumn* column = findColumn(columns, name);
        std::vector<Place*> found;
        for (Place& place : m_places)
            if (column ? place.column == column : former.value(foldName(place.column->name)).contains(name))
                found.push_back(&place);
        if (found.size() == 1)
            found.front()->names.append(name);
        else
            lose(name, {});
    }
    void tellApart(const TableColumns& columns, const FormerNames& former, const Place& place)
    {
        for (qsizetype i = 1; i < place.names.size(); ++i)
            for (qsizetype k = 0; k < i; ++k)
                lose(place.names.at(i), textSql(place.names.at(k)) + " IS NOT NULL");
        QByteArray without;
        for (const QString& name : place.names)
            without += (without.isEmpty() ? "" : " AND ") + QByteArray("NOT json_exists(q.row_json, ") + pointerSql(name) + ')';
        for (const QString& name : former.value(foldName(place.column->name))) {
            const TableColumn* other = findColumn(columns, name);
            if (other && other != place.column)
                lose(name, without);
        }
    }
    void lose(const QString& name, const QByteArray& when)
    {
        m_lost += ", CASE WHEN " + textSql(name) + " IS NOT NULL" + (when.isEmpty() ? QByteArray() : " AND " + when) + " THEN " + literal(name) + " END";
    }

    std::vector<Place> m_places;
    QByteArray m_lost;
};

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
    std::vector<QByteArray> cells;
    for (const PlannedColumn& key : keys) {
        cells.push_back("s." + key.sql);
        nullKey += (nullKey.isEmpty() ? "" : " OR ") + key.sql + " IS NULL";
        nullName += "WHEN " + key.sql + " IS NULL THEN " + literal(key.source) + ' ';
        names.append(key.source);
    }
    // Rows are told by their key and not by DuckDB's rowid: a column of that name would hide it.
    const QByteArray repeated = "SELECT " + columnList(keys) + " FROM " + staging.full() + " WHERE NOT (" + nullKey
        + ") GROUP BY " + columnList(keys) + " HAVING count(*) > 1";
    const QByteArray bad = staging.full() + " AS s WHERE (" + nullKey + ") OR " + isRepeatedSql(keys, cells);
    const QByteArray rejects = "SELECT CASE WHEN " + nullKey + " THEN 'key-null' ELSE 'key-repeated' END AS reason, CASE " + nullName
        + "ELSE " + literal(names.join(QStringLiteral(", "))) + " END AS column_name, " + rowJson(columns) + " AS row_json FROM " + bad;
    for (const auto& [table, select] : {std::pair(kRepeated, repeated), std::pair(kRejects, rejects)})
        for (const QByteArray& sql : {QByteArray("DROP TABLE IF EXISTS ") + table, QByteArray("CREATE TEMP TABLE ") + table + " AS " + select})
            if (const Result<qint64> ran = connection.run(sql, {}, cancel); !ran)
                return ran.error();
    const Result<qint64> taken = connection.number(QByteArray("SELECT count(*) FROM ") + kRejects, {}, cancel);
    const Result<qint64> deleted = taken ? connection.run("DELETE FROM " + bad, {}, cancel) : taken;
    if (!deleted)
        return deleted.error();
    if (*deleted != *taken)
        return internalError(QStringLiteral("%1 rows were set aside, %2 left staging").arg(*taken).arg(*deleted), QString::fromUtf8(staging.table));
    return *taken;
}

QByteArray QuarantineTable::isRepeatedSql(const PlannedColumns& keys, const std::vector<QByteArray>& cells)
{
    return QByteArray("EXISTS (SELECT 1 FROM ") + kRepeated + " AS r WHERE " + sameKeySql("r.", keys, cells) + ')';
}

Result<void> QuarantineTable::keep(DuckTransaction& transaction, const WarehouseTable& table, qint64 run, bool anew) const
{
    if (anew)
        if (Result<void> cleared = clear(transaction, table); !cleared)
            return cleared;
    // Of rows that are equal to the letter each is kept, but none again that an earlier run kept.
    const QByteArray same = "reason, column_name, row_json";
    return done(transaction.run("INSERT INTO " + m_table + " SELECT (SELECT coalesce(max(id), 0) FROM " + m_table
            + ") + row_number() OVER (), $1, $2, $3, now() AT TIME ZONE 'UTC', " + same + " FROM (SELECT " + same + ", row_number() OVER (PARTITION BY "
            + same + ") AS nth FROM " + kRejects + ") n WHERE nth > (SELECT count(*) FROM " + m_table
            + " q WHERE q.schema_name = $1 AND q.table_name = $2 AND q.row_json = n.row_json AND q.reason = n.reason)",
        {table.schema, table.table, run}));
}

Result<void> QuarantineTable::clear(DuckTransaction& transaction, const WarehouseTable& table) const
{
    return done(transaction.run("DELETE FROM " + m_table + " WHERE " + kOfTable, {table.schema, table.table}));
}

Result<void> QuarantineTable::clearSchema(DuckTransaction& transaction, const QString& schema) const
{
    return done(transaction.run("DELETE FROM " + m_table + " WHERE schema_name = $1 AND NOT starts_with(table_name, $2)",
        {schema, QString::fromLatin1(kTrashPrefix)}));
}

Result<void> QuarantineTable::move(DuckTransaction& transaction, const WarehouseTable& from, const QString& to) const
{
    return done(transaction.run("UPDATE " + m_table + " SET table_name = $3 WHERE " + kOfTable, {from.schema, from.table, to}));
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
        + m_table + " WHERE NOT starts_with(table_name, $1) GROUP BY ALL", {QString::fromLatin1(kTrashPrefix)});
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

Result<std::optional<qint64>> QuarantineTable::unknown(DuckTransaction& transaction, const WarehouseTable& table, const std::vector<qint64>& ids) const
{
    Result<std::vector<TextRow>> rows = transaction.rows("SELECT CAST(id AS VARCHAR) FROM " + m_table + " WHERE " + kOfTable + among(ids, "id"), {table.schema, table.table});
    if (!rows)
        return rows.error();
    QSet<qint64> known;
    for (const TextRow& row : *rows)
        known.insert(row[0]->toLongLong());
    const auto found = std::find_if_not(ids.begin(), ids.end(), [&known](qint64 id) { return known.contains(id); });
    return found == ids.end() ? std::optional<qint64>() : std::optional(*found);
}

Result<QStringList> QuarantineTable::names(DuckTransaction& transaction, const WarehouseTable& table, const std::vector<qint64>& ids) const
{
    Result<std::vector<TextRow>> rows = transaction.rows("SELECT DISTINCT unnest(json_keys(q.row_json)) FROM " + m_table + " q WHERE "
        + kOfTable + among(ids, "q.id"), {table.schema, table.table});
    if (!rows)
        return rows.error();
    QStringList names;
    for (const TextRow& row : *rows)
        names.append(row.front().value_or(QString()));
    names.sort();
    return names;
}

Result<qint64> QuarantineTable::replay(DuckTransaction& transaction, const WarehouseTable& table, const SqlTable& target,
                                       const TableColumns& columns, const TableColumns& keys, const FormerNames& former,
                                       const std::vector<qint64>& ids) const
{
    const Result<QStringList> known = names(transaction, table, ids);
    if (!known)
        return known.error();
    const Placing placing(columns, former, *known);
    // A cell that was kept and no longer casts must not become NULL on the way.
    QByteArray casts;
    QByteArray list;
    QByteArray values;
    for (const Place& place : placing.places()) {
        casts += " AND (" + place.text() + " IS NULL OR " + place.cell() + " IS NOT NULL)";
        list += (list.isEmpty() ? "" : ", ") + place.column->sql;
        values += (values.isEmpty() ? "" : ", ") + place.cell() + " AS " + place.column->sql;
    }
    QByteArray whole;
    QByteArray there;
    QByteArray grouping;
    for (const TableColumn& key : keys) {
        const QByteArray cell = placing.of(key).cell();
        whole += " AND " + cell + " IS NOT NULL";
        there += (there.isEmpty() ? "" : " AND ") + QByteArray("t.") + key.sql + " = " + cell;
        grouping += (grouping.isEmpty() ? "" : ", ") + cell;
    }
    // Rows that are equal to the letter do not contradict each other: one of them can be stored.
    const QByteArray sameKey = "OVER (PARTITION BY " + grouping;
    const QByteArray fit = "SELECT q.id FROM " + m_table + " q WHERE " + kOfTable + among(ids, "q.id") + whole + casts
        + " AND " + placing.lostSql() + " = '' AND NOT EXISTS (SELECT 1 FROM " + target.full() + " t WHERE " + there + ") QUALIFY min(q.row_json) "
        + sameKey + ") = max(q.row_json) " + sameKey + ") AND row_number() " + sameKey + " ORDER BY q.id) = 1";
    const DuckParams params{table.schema, table.table};
    Result<std::vector<TextRow>> found = transaction.rows("SELECT CAST(id AS VARCHAR) FROM (" + fit + ')', params);
    if (!found)
        return found.error();
    const Result<qint64> refused = transaction.run("UPDATE " + m_table + " AS q SET reason = 'column-gone', column_name = " + placing.lostSql()
        + " WHERE " + kOfTable + among(ids, "q.id") + whole + " AND " + placing.lostSql() + " <> ''", params);
    if (!refused)
        return refused.error();
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
