// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/statetable.h"

#include "engine/warehouse/columnnames.h"
#include "engine/warehouse/duckdb/sqltext.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace leat {

namespace {

constexpr qint64 kFormat = 1;

// Names are the same whatever their case, as everywhere in the file.
constexpr char kOfTable[] = " WHERE lower(schema_name) = lower($1) AND lower(table_name) = lower($2)";

constexpr char kSelect[] =
    "SELECT schema_name, table_name, CAST(run_id AS VARCHAR), CAST(fence AS VARCHAR), "
    "CAST(config_version AS VARCHAR), cursor_json, CAST(rows_read AS VARCHAR), "
    "CAST(lost_values AS VARCHAR), CAST(table_rows AS VARCHAR), CAST(dead_rows AS VARCHAR), "
    "CAST(epoch_ms(committed_at) AS VARCHAR) FROM ";

StateRow parse(const TextRow& cells)
{
    const auto number = [&cells](std::size_t i) { return cells[i].value_or(QString()).toLongLong(); };
    StateRow row;
    row.table = {cells[0].value_or(QString()), cells[1].value_or(QString())};
    CommitRecord& last = row.state.last;
    last.runId = number(2);
    last.fence = number(3);
    last.configVersion = number(4);
    last.cursor = cursorStateFromJson(
        QJsonDocument::fromJson(cells[5].value_or(QString()).toUtf8()).object());
    last.rowsRead = number(6);
    last.lostValues = number(7);
    row.state.tableRows = number(8);
    row.deadRows = number(9);
    row.state.committedAt = QDateTime::fromMSecsSinceEpoch(number(10), QTimeZone::utc());
    return row;
}

template <typename Runner>
Result<std::optional<StateRow>> readOne(Runner& runner, const QByteArray& from, const WarehouseTable& table)
{
    Result<std::vector<TextRow>> found = runner.rows(
        kSelect + from + kOfTable, {table.schema, table.table});
    if (!found)
        return found.error();
    if (found->empty())
        return std::optional<StateRow>();
    return std::optional<StateRow>(parse(found->front()));
}

Result<void> done(const Result<qint64>& result)
{
    if (!result)
        return result.error();
    return {};
}

} // namespace

StateTable::StateTable(const QString& catalog)
{
    // The catalog's name comes from DuckDB itself, so it can be quoted.
    m_schema = quoteIdentifier(catalog).value_or(QByteArray()) + '.' + kStateSchema;
    m_table = m_schema + ".state";
}

Result<void> StateTable::ensure(DuckConnection& connection, const QString& path) const
{
    for (const QByteArray& sql : {
             "CREATE SCHEMA IF NOT EXISTS " + m_schema,
             "CREATE TABLE IF NOT EXISTS " + m_schema + ".format AS SELECT "
                 + QByteArray::number(kFormat) + "::BIGINT AS version",
             "CREATE TABLE IF NOT EXISTS " + m_table + " (schema_name VARCHAR NOT NULL, "
                 "table_name VARCHAR NOT NULL, run_id BIGINT, fence BIGINT, config_version BIGINT, "
                 "cursor_json VARCHAR, rows_read BIGINT, lost_values BIGINT, table_rows BIGINT, "
                 "dead_rows BIGINT, committed_at TIMESTAMP)"})
        if (const Result<qint64> made = connection.run(sql); !made)
            return made.error();
    const Result<qint64> format = connection.number("SELECT max(version) FROM " + m_schema + ".format");
    if (!format)
        return format.error();
    if (*format <= kFormat)
        return {};
    Error error = makeError(ErrorCode::WarehouseNewer,
        QStringLiteral("state format %1, this program knows %2").arg(*format).arg(kFormat),
        {{QStringLiteral("path"), path}});
    error.owner = Owner::Warehouse;
    return error;
}

Result<std::optional<StateRow>> StateTable::read(DuckConnection& connection, const WarehouseTable& table) const
{
    return readOne(connection, m_table, table);
}

Result<std::optional<StateRow>> StateTable::read(DuckTransaction& transaction, const WarehouseTable& table) const
{
    return readOne(transaction, m_table, table);
}

Result<std::vector<StateRow>> StateTable::readAll(DuckConnection& connection) const
{
    Result<std::vector<TextRow>> found = connection.rows(kSelect + m_table);
    if (!found)
        return found.error();
    std::vector<StateRow> all;
    all.reserve(found->size());
    for (const TextRow& cells : *found)
        all.push_back(parse(cells));
    return all;
}

Result<void> StateTable::write(DuckTransaction& transaction, const StateRow& row) const
{
    const CommitRecord& last = row.state.last;
    const DuckParams params{row.table.schema, row.table.table, last.runId, last.fence, last.configVersion,
        QString::fromUtf8(QJsonDocument(toJson(last.cursor)).toJson(QJsonDocument::Compact)), last.rowsRead,
        last.lostValues, row.state.tableRows, row.deadRows, row.state.committedAt.toMSecsSinceEpoch()};
    const Result<qint64> updated = transaction.run("UPDATE " + m_table
            + " SET run_id = $3, fence = $4, config_version = $5, cursor_json = $6, rows_read = $7, "
              "lost_values = $8, table_rows = $9, dead_rows = $10, committed_at = make_timestamp_ms($11)" + kOfTable, params);
    if (!updated)
        return updated.error();
    if (*updated > 0)
        return {};
    return done(transaction.run("INSERT INTO " + m_table
            + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, make_timestamp_ms($11))", params));
}

Result<void> StateTable::remove(DuckTransaction& transaction, const WarehouseTable& table) const
{
    return done(transaction.run("DELETE FROM " + m_table + kOfTable, {table.schema, table.table}));
}

Result<void> StateTable::removeSchema(DuckTransaction& transaction, const QString& schema) const
{
    return done(transaction.run("DELETE FROM " + m_table + " WHERE lower(schema_name) = lower($1)", {schema}));
}

Result<StateRow> nextStateRow(DuckTransaction& transaction, const StateTable& states,
                              const WarehouseTable& table, const CommitRecord& record)
{
    Result<std::optional<StateRow>> before = states.read(transaction, table);
    if (!before)
        return before.error();
    StateRow row;
    if (*before) {
        const qint64 stored = (*before)->state.last.fence;
        if (stored > record.fence) {
            Error error = makeError(ErrorCode::FenceLost,
                QStringLiteral("stored fence %1, ours %2").arg(stored).arg(record.fence),
                {{QStringLiteral("table"), table.schema + QLatin1Char('.') + table.table}});
            error.owner = Owner::Warehouse;
            error.phase = Phase::Commit;
            return error;
        }
        row.deadRows = (*before)->deadRows;
        row.state.tableRows = (*before)->state.tableRows;
    }
    row.table = table;
    row.state.last = record;
    row.state.committedAt = QDateTime::currentDateTimeUtc();
    return row;
}

Result<std::vector<ColumnMark>> storedMarks(DuckConnection& connection, const StateTable& states, const WarehouseTable& table,
                                            const TableColumns& existing)
{
    Result<std::optional<StateRow>> row = states.read(connection, table);
    if (!row)
        return row.error();
    if (!*row)
        return std::vector<ColumnMark>();
    std::vector<ColumnMark> marks = std::move((*row)->state.last.cursor.columns);
    settleTargets(marks, columnNames(existing));
    return marks;
}

} // namespace leat
