// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/progresstable.h"

#include "engine/warehouse/duckdb/statetable.h"

#include <QTimeZone>

namespace leat {

namespace {

Result<void> done(const Result<qint64>& result)
{
    if (!result)
        return result.error();
    return {};
}

constexpr char kOfTable[] = " WHERE schema_name = $1 AND table_name = $2";

} // namespace

QByteArray numberList(const std::vector<int>& numbers)
{
    QByteArray list;
    for (const int number : numbers)
        list += (list.isEmpty() ? "" : ", ") + QByteArray::number(number);
    return list;
}

ProgressTable::ProgressTable(const QString& catalog)
{
    const QByteArray schema = quoteIdentifier(catalog).value_or(QByteArray()) + '.' + kStateSchema;
    m_copies = schema + ".progress";
    m_pieces = schema + ".progress_pieces";
}

Result<void> ProgressTable::ensure(DuckConnection& connection) const
{
    for (const QByteArray& sql : {
             "CREATE TABLE IF NOT EXISTS " + m_copies + " (schema_name VARCHAR NOT NULL, table_name VARCHAR NOT NULL, "
                 "staging VARCHAR NOT NULL, plan VARCHAR NOT NULL, noted_at TIMESTAMP, lost_values BIGINT NOT NULL)",
             "CREATE TABLE IF NOT EXISTS " + m_pieces + " (schema_name VARCHAR NOT NULL, table_name VARCHAR NOT NULL, "
                 "piece INTEGER NOT NULL, piece_rows BIGINT NOT NULL)"})
        if (const Result<qint64> made = connection.run(sql); !made)
            return made.error();
    return {};
}

Result<std::vector<KeptCopy>> ProgressTable::all(DuckConnection& connection) const
{
    Result<std::vector<TextRow>> copies = connection.rows("SELECT schema_name, table_name, staging, plan, CAST(epoch_ms(noted_at) AS VARCHAR), CAST(lost_values AS VARCHAR) FROM "
        + m_copies + " ORDER BY noted_at");
    if (!copies)
        return copies.error();
    std::vector<KeptCopy> all;
    for (const TextRow& row : *copies) {
        KeptCopy copy;
        copy.table = {row[0].value_or(QString()), row[1].value_or(QString())};
        copy.staging = row[2].value_or(QString());
        copy.plan = row[3].value_or(QString());
        copy.at = QDateTime::fromMSecsSinceEpoch(row[4].value_or(QString()).toLongLong(), QTimeZone::utc());
        copy.lostValues = row[5].value_or(QString()).toLongLong();
        Result<std::vector<TextRow>> pieces = connection.rows("SELECT CAST(piece AS VARCHAR), CAST(piece_rows AS VARCHAR) FROM "
            + m_pieces + kOfTable + " ORDER BY piece", {copy.table.schema, copy.table.table});
        if (!pieces)
            return pieces.error();
        for (const TextRow& piece : *pieces)
            copy.pieces.push_back({piece[0]->toInt(), piece[1]->toLongLong()});
        all.push_back(std::move(copy));
    }
    return all;
}

Result<std::optional<KeptCopy>> ProgressTable::one(DuckConnection& connection, const WarehouseTable& table) const
{
    Result<std::vector<KeptCopy>> copies = all(connection);
    if (!copies)
        return copies.error();
    for (KeptCopy& copy : *copies)
        if (copy.table == table)
            return std::optional<KeptCopy>(std::move(copy));
    return std::optional<KeptCopy>();
}

Result<void> ProgressTable::begin(DuckTransaction& transaction, const WarehouseTable& table, const QString& staging, const QString& plan) const
{
    return done(transaction.run("INSERT INTO " + m_copies + " VALUES ($1, $2, $3, $4, now() AT TIME ZONE 'UTC', 0)",
        {table.schema, table.table, staging, plan}));
}

Result<void> ProgressTable::adopt(DuckTransaction& transaction, const WarehouseTable& table, const QString& plan) const
{
    return done(transaction.run("UPDATE " + m_copies + " SET plan = $3, noted_at = now() AT TIME ZONE 'UTC'" + kOfTable,
        {table.schema, table.table, plan}));
}

Result<void> ProgressTable::addPieces(DuckTransaction& transaction, const WarehouseTable& table, const std::vector<PieceRows>& pieces) const
{
    QByteArray values;
    for (const PieceRows& piece : pieces)
        values += (values.isEmpty() ? "($1, $2, " : ", ($1, $2, ") + QByteArray::number(piece.piece) + ", " + QByteArray::number(piece.rows) + ')';
    return values.isEmpty() ? Result<void>()
                            : done(transaction.run("INSERT INTO " + m_pieces + " VALUES " + values, {table.schema, table.table}));
}

Result<void> ProgressTable::addLost(DuckTransaction& transaction, const WarehouseTable& table, qint64 values) const
{
    return done(transaction.run("UPDATE " + m_copies + " SET lost_values = lost_values + $3" + kOfTable, {table.schema, table.table, values}));
}

Result<void> ProgressTable::removePieces(DuckTransaction& transaction, const WarehouseTable& table, const std::vector<int>& pieces) const
{
    return done(transaction.run("DELETE FROM " + m_pieces + kOfTable + " AND piece IN (" + numberList(pieces) + ')', {table.schema, table.table}));
}

Result<void> ProgressTable::forget(DuckTransaction& transaction, const WarehouseTable& table) const
{
    for (const QByteArray& from : {m_copies, m_pieces})
        if (const Result<qint64> gone = transaction.run("DELETE FROM " + from + kOfTable, {table.schema, table.table}); !gone)
            return gone.error();
    return {};
}

Result<void> dropKeptCopy(DuckConnection& connection, DuckTransaction& transaction, const QString& catalog, const WarehouseTable& table)
{
    const ProgressTable progress(catalog);
    const Result<std::optional<KeptCopy>> kept = progress.one(connection, table);
    if (!kept)
        return kept.error();
    if (!*kept)
        return {};
    const Result<SqlTable> staging = quoteTable(catalog, table.schema, (*kept)->staging);
    if (!staging)
        return staging.error();
    if (const Result<qint64> dropped = transaction.run("DROP TABLE IF EXISTS " + staging->full()); !dropped)
        return dropped.error();
    return progress.forget(transaction, table);
}

Result<void> ProgressTable::forgetSchema(DuckTransaction& transaction, const QString& schema) const
{
    for (const QByteArray& from : {m_copies, m_pieces})
        if (const Result<qint64> gone = transaction.run("DELETE FROM " + from + " WHERE schema_name = $1", {schema}); !gone)
            return gone.error();
    return {};
}

} // namespace leat
