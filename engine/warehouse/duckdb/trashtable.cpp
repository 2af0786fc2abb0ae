// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/trashtable.h"

#include "engine/base/failpoint.h"
#include "engine/warehouse/duckdb/sqltext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace leat {

namespace {

QString trashName(qint64 id)
{
    return QLatin1String(kTrashPrefix) + QString::number(id);
}

QString stateText(const StateRow& row)
{
    const CommitRecord& last = row.state.last;
    const QJsonObject json{
        {QStringLiteral("run"), last.runId},
        {QStringLiteral("fence"), last.fence},
        {QStringLiteral("config_version"), last.configVersion},
        {QStringLiteral("cursor"), toJson(last.cursor)},
        {QStringLiteral("rows_read"), last.rowsRead},
        {QStringLiteral("lost_values"), last.lostValues},
        {QStringLiteral("table_rows"), row.state.tableRows},
        {QStringLiteral("dead_rows"), row.deadRows},
        {QStringLiteral("committed_at"), row.state.committedAt.toMSecsSinceEpoch()},
    };
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

StateRow stateFrom(const QString& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    StateRow row;
    row.state.last.runId = json[QLatin1String("run")].toInteger();
    row.state.last.fence = json[QLatin1String("fence")].toInteger();
    row.state.last.configVersion = json[QLatin1String("config_version")].toInteger();
    row.state.last.cursor = cursorStateFromJson(json[QLatin1String("cursor")].toObject());
    row.state.last.rowsRead = json[QLatin1String("rows_read")].toInteger();
    row.state.last.lostValues = json[QLatin1String("lost_values")].toInteger();
    row.state.tableRows = json[QLatin1String("table_rows")].toInteger();
    row.deadRows = json[QLatin1String("dead_rows")].toInteger();
    row.state.committedAt = QDateTime::fromMSecsSinceEpoch(json[QLatin1String("committed_at")].toInteger(), QTimeZone::utc());
    return row;
}

constexpr char kSelect[] = "SELECT CAST(id AS VARCHAR), schema_name, table_name, action, actor, label, context, "
                           "CAST(epoch_ms(trashed_at) AS VARCHAR), CAST(table_rows AS VARCHAR), CAST(bytes AS VARCHAR), "
                           "state_json FROM ";

TrashRecord parse(const TextRow& cells)
{
    const auto text = [&cells](std::size_t i) { return cells[i].value_or(QString()); };
    TrashRecord record;
    record.id = text(0).toLongLong();
    record.schema = text(1);
    record.table = text(2);
    record.note = {text(3), text(4), text(5), text(6)};
    record.trashedAt = QDateTime::fromMSecsSinceEpoch(text(7).toLongLong(), QTimeZone::utc());
    record.rows = text(8).toLongLong();
    record.bytes = cells[9] ? text(9).toLongLong() : -1;
    const CommitRecord last = stateFrom(text(10)).state.last;
    record.cursorText = last.cursor.value.value_or(QString());
    record.fence = last.fence;
    return record;
}

Error missing(const WarehouseTable& table)
{
    Error error = makeError(ErrorCode::WarehouseMissing, {},
        {{QStringLiteral("table"), table.schema + QLatin1Char('.') + table.table}});
    error.owner = Owner::Warehouse;
    return error;
}

Result<void> done(const Result<qint64>& result)
{
    if (!result)
        return result.error();
    return {};
}

} // namespace

TrashTable::TrashTable(const QString& catalog) : m_catalog(catalog), m_states(catalog), m_quarantine(catalog)
{
    m_schema = quoteIdentifier(catalog).value_or(QByteArray()) + '.' + kStateSchema;
    m_table = m_schema + ".trash";
}

Result<void> TrashTable::ensure(DuckConnection& connection) const
{
    return done(connection.run("CREATE TABLE IF NOT EXISTS " + m_table
        + " (id BIGINT NOT NULL, schema_name VARCHAR NOT NULL, table_name VARCHAR NOT NULL, has_table BOOLEAN NOT NULL, "
          "state_json VARCHAR, action VARCHAR, actor VARCHAR, label VARCHAR, context VARCHAR, trashed_at TIMESTAMP, "
          "table_rows BIGINT, bytes BIGINT)"));
}

Result<bool> TrashTable::tableExists(DuckTransaction& transaction, const QString& schema, const QString& table) const
{
    const Result<qint64> found = transaction.number("SELECT count(*) FROM duckdb_tables() WHERE database_name = $1 "
        "AND lower(schema_name) = lower($2) AND lower(table_name) = lower($3)", {m_catalog, schema, table});
    if (!found)
        return found.error();
    return *found > 0;
}

Result<qint64> TrashTable::put(DuckTransaction& transaction, const WarehouseTable& table, const TrashNote& note, qint64 bytes) const
{
    const Result<bool> exists = tableExists(transaction, table.schema, table.table);
    if (!exists)
        return exists.error();
    Result<std::optional<StateRow>> state = m_states.read(transaction, table);
    if (!state)
        return state.error();
    if (!*exists && !*state)
        return missing(table);
    // Never an id that was used: a name of a purged generation must not come back.
    const Result<qint64> next = transaction.number("SELECT coalesce(max(id), 0) + 1 FROM " + m_table);
    if (!next)
        return next.error();
    const qint64 id = std::max(*next, QDateTime::currentMSecsSinceEpoch() / 1000);
    qint64 rows = 0;
    if (*exists) {
        const Result<SqlTable> sql = quoteTable(m_catalog, table.schema, table.table);
        const Result<QByteArray> name = quoteIdentifier(trashName(id));
        if (!sql || !name)
            return sql ? name.error() : sql.error();
        const Result<qint64> counted = transaction.number("SELECT count(*) FROM " + sql->full());
        if (!counted)
            return counted.error();
        rows = *counted;
        if (Result<void> moved = done(transaction.run("ALTER TABLE " + sql->full() + " RENAME TO " + *name)); !moved)
            return moved.error();
    }
    LEAT_FAILPOINT("trash.renamed");
    if (Result<void> gone = m_states.remove(transaction, table); !gone)
        return gone.error();
    LEAT_FAILPOINT("trash.state-removed");
    if (Result<void> moved = m_quarantine.move(transaction, table, trashName(id)); !moved)
        return moved.error();
    LEAT_FAILPOINT("trash.quarantine-moved");
    const DuckParam text = *state ? DuckParam(stateText(**state)) : DuckParam();
    Result<void> noted = done(transaction.run("INSERT INTO " + m_table
            + " VALUES ($1, $2, $3, $4 <> 0, $5, $6, $7, $8, $9, make_timestamp_ms($10), $11, $12)",
        {id, table.schema, table.table, qint64(*exists ? 1 : 0), text, note.action, note.actor, note.label, note.context,
            QDateTime::currentMSecsSinceEpoch(), rows, bytes >= 0 ? DuckParam(bytes) : DuckParam()}));
    if (!noted)
        return noted.error();
    return id;
}

Result<std::vector<TrashRecord>> TrashTable::all(DuckConnection& connection) const
{
    Result<std::vector<TextRow>> rows = connection.rows(kSelect + m_table + " ORDER BY id DESC");
    if (!rows)
        return rows.error();
    std::vector<TrashRecord> records;
    for (const TextRow& row : *rows)
        records.push_back(parse(row));
    return records;
}

Result<TrashRecord> TrashTable::one(DuckTransaction& transaction, qint64 id) const
{
    Result<std::vector<TextRow>> rows = transaction.rows(kSelect + m_table + " WHERE id = $1", {id});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), QStringLiteral("trash item")}, {QStringLiteral("name"), QString::number(id)}});
    return parse(rows->front());
}

Result<StateRow> TrashTable::takeBack(DuckTransaction& transaction, const TrashRecord& record, qint64 fence) const
{
    Result<std::vector<TextRow>> kept = transaction.rows(
        "SELECT state_json, CAST(has_table AS VARCHAR) FROM " + m_table + " WHERE id = $1", {record.id});
    if (!kept)
        return kept.error();
    if (kept->empty())
        return missing({record.schema, record.table});
    if (kept->front()[1] == QLatin1String("true")) {
        const Result<SqlTable> sql = quoteTable(m_catalog, record.schema, trashName(record.id));
        const Result<QByteArray> name = quoteIdentifier(record.table);
        if (!sql || !name)
            return sql ? name.error() : sql.error();
        if (Result<void> moved = done(transaction.run("ALTER TABLE " + sql->full() + " RENAME TO " + *name)); !moved)
            return moved.error();
    }
    StateRow row;
    if (kept->front()[0]) {
        LEAT_FAILPOINT("restore.renamed");
        row = stateFrom(*kept->front()[0]);
        row.table = {record.schema, record.table};
        row.state.last.fence = std::max(row.state.last.fence, fence);
        if (Result<void> written = m_states.write(transaction, row); !written)
            return written.error();
    }
    row.table = {record.schema, record.table};
    LEAT_FAILPOINT("restore.state-written");
    if (Result<void> moved = m_quarantine.move(transaction, {record.schema, trashName(record.id)}, record.table); !moved)
        return moved.error();
    LEAT_FAILPOINT("restore.quarantine-moved");
    if (Result<void> gone = done(transaction.run("DELETE FROM " + m_table + " WHERE id = $1", {record.id})); !gone)
        return gone.error();
    return row;
}

Result<void> TrashTable::purge(DuckTransaction& transaction, const TrashRecord& record) const
{
    const Result<SqlTable> sql = quoteTable(m_catalog, record.schema, trashName(record.id));
    if (!sql)
        return sql.error();
    const Result<bool> exists = tableExists(transaction, record.schema, trashName(record.id));
    if (!exists)
        return exists.error();
    if (*exists)
        if (Result<void> dropped = done(transaction.run("DROP TABLE " + sql->full())); !dropped)
            return dropped;
    if (Result<void> gone = m_quarantine.clear(transaction, {record.schema, trashName(record.id)}); !gone)
        return gone;
    return done(transaction.run("DELETE FROM " + m_table + " WHERE id = $1", {record.id}));
}

Result<qint64> TrashTable::newestFence(DuckTransaction& transaction, const WarehouseTable& table) const
{
    Result<std::vector<TextRow>> kept = transaction.rows(
        "SELECT state_json FROM " + m_table + " WHERE lower(schema_name) = lower($1) AND lower(table_name) = lower($2) AND state_json IS NOT NULL",
        {table.schema, table.table});
    if (!kept)
        return kept.error();
    qint64 newest = 0;
    for (const TextRow& row : *kept)
        newest = std::max(newest, stateFrom(row.front().value_or(QString())).state.last.fence);
    return newest;
}

Result<qint64> storedBytes(DuckConnection& connection, const QString& catalog, const WarehouseTable& table)
{
    const Result<SqlTable> sql = quoteTable(catalog, table.schema, table.table);
    if (!sql)
        return sql.error();
    // The function takes a name apart by itself and knows no doubled quote: it would measure another table.
    if ((catalog + table.schema + table.table).contains(QLatin1Char('"')))
        return qint64(-1);
    const Result<QByteArray> name = quoteLiteral(QString::fromUtf8(sql->full()));
    if (!name)
        return name.error();
    return connection.number("SELECT count(DISTINCT block_id) * (SELECT block_size FROM pragma_database_size() WHERE "
        "database_name = $1) FROM pragma_storage_info(" + *name + ") WHERE persistent", {catalog});
}

} // namespace leat
