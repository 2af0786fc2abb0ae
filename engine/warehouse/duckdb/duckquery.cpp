// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/duckquery.h"

#include "engine/warehouse/duckdb/queryguard.h"
#include "engine/warehouse/duckdb/sqltext.h"

#include <QSet>

#include <cmath>

namespace leat {

namespace {

struct Columns
{
    QStringList names;
    QStringList types;
};

Error notASelect(const char* why)
{
    Error error = makeError(ErrorCode::QueryNotReadOnly, QString::fromLatin1(why));
    error.owner = Owner::Warehouse;
    return error;
}

// Binds the statement as it was typed, so that its errors point into the typed text.
Result<Columns> bindTyped(DuckConnection& connection, const QString& sql)
{
    const Result<DuckStatement> statement = connection.prepare(sql.toUtf8());
    if (!statement)
        return statement.error();
    const duckdb_statement_type type = duckdb_prepared_statement_type(statement->get());
    if (type != DUCKDB_STATEMENT_TYPE_SELECT && type != DUCKDB_STATEMENT_TYPE_EXPLAIN)
        return notASelect("not a SELECT statement");
    if (duckdb_nparams(statement->get()) > 0)
        return notASelect("the statement has parameters without values");
    Columns columns;
    const idx_t count = duckdb_prepared_statement_column_count(statement->get());
    for (idx_t i = 0; i < count; ++i) {
        const char* name = duckdb_prepared_statement_column_name(statement->get(), i);
        columns.names.append(QString::fromUtf8(name));
        columns.types.append(QStringLiteral("VARCHAR"));
        duckdb_free(const_cast<char*>(name));
    }
    return columns;
}

// The same statement with every column as DuckDB's text. query() takes it as one literal, so
// comments and semicolons in it need no parsing of ours.
Result<QByteArray> asText(DuckConnection& connection, const QString& sql, Columns& columns)
{
    const Result<QByteArray> literal = quoteLiteral(sql);
    if (!literal)
        return literal.error();
    Result<std::vector<TextRow>> described
        = connection.rows("SELECT column_type FROM (DESCRIBE SELECT * FROM query(" + *literal + "))");
    if (!described)
        return described.error();
    columns.types.clear();
    QByteArray casts;
    QByteArray names;
    for (std::size_t i = 0; i < described->size(); ++i) {
        columns.types.append((*described)[i].front().value_or(QString()));
        const QByteArray name = "c" + QByteArray::number(static_cast<qulonglong>(i));
        casts += (i ? ", CAST(" : "CAST(") + name + " AS VARCHAR)";
        names += (i ? ", " : "") + name;
    }
    return "SELECT " + casts + " FROM query(" + *literal + ") AS typed(" + names + ")";
}

Result<void> fetch(DuckConnection& connection, DuckResult& result, qint64 maxRows, QueryResult& out)
{
    for (;;) {
        const DuckChunk chunk(duckdb_fetch_chunk(*result.get()));
        if (!chunk) {
            const char* message = duckdb_result_error(result.get());
            if (message && *message)
                return connection.errorOf(duckdb_result_error_type(result.get()), message);
            return {};
        }
        for (idx_t r = 0; r < chunk.rows(); ++r) {
            if (maxRows >= 0 && static_cast<qint64>(out.rows.size()) >= maxRows) {
                out.truncated = true;
                return {};
            }
            QStringList& texts = out.rows.emplace_back();
            std::vector<bool>& nulls = out.nulls.emplace_back();
            std::vector<QJsonValue>& typed = out.json.emplace_back();
            for (idx_t c = 0; c < chunk.columns(); ++c) {
                const std::optional<QString> cell = chunk.text(c, r);
                nulls.push_back(!cell);
                texts.append(cell.value_or(QString()));
                typed.push_back(cell ? jsonCell(out.types.value(static_cast<qsizetype>(c)), *cell)
                                     : QJsonValue(QJsonValue::Null));
            }
        }
    }
}

} // namespace

QJsonValue jsonCell(const QString& type, const QString& text)
{
    static const QSet<QString> integers{QStringLiteral("TINYINT"), QStringLiteral("SMALLINT"),
        QStringLiteral("INTEGER"), QStringLiteral("BIGINT"), QStringLiteral("HUGEINT"),
        QStringLiteral("UTINYINT"), QStringLiteral("USMALLINT"), QStringLiteral("UINTEGER"),
        QStringLiteral("UBIGINT"), QStringLiteral("UHUGEINT")};
    constexpr qint64 kExact = qint64(1) << 53;
    if (type == QLatin1String("BOOLEAN"))
        return text == QLatin1String("true");
    if (integers.contains(type)) {
        bool ok = false;
        const qint64 value = text.toLongLong(&ok);
        return ok && value >= -kExact && value <= kExact ? QJsonValue(value) : QJsonValue(text);
    }
    if (type == QLatin1String("DOUBLE") || type == QLatin1String("FLOAT")) {
        bool ok = false;
        const double value = text.toDouble(&ok);
        return ok && std::isfinite(value) ? QJsonValue(value) : QJsonValue(text);
    }
    return text;
}

Result<QueryResult> runReadOnly(PooledConnection& connection, const QString& sql, qint64 maxRows,
                                const CancelToken& cancel)
{
    connection->setPhase(Phase::Read);
    const Result<QueryShape> shape = checkReadOnly(*connection, sql);
    if (!shape)
        return shape.error();
    Result<DuckTransaction> transaction = DuckTransaction::begin(*connection, DuckTransaction::Access::ReadOnly);
    if (!transaction)
        return transaction.error();
    Result<Columns> columns = bindTyped(*connection, sql);
    if (!columns)
        return columns.error();
    QByteArray statementSql = sql.toUtf8();
    if (*shape == QueryShape::Select) {
        Result<QByteArray> text = asText(*connection, sql, *columns);
        if (!text)
            return text.error();
        statementSql = std::move(*text);
    }
    const Result<DuckStatement> statement = connection->prepare(statementSql);
    if (!statement)
        return statement.error();
    Result<DuckResult> result = connection->execute(*statement, cancel, true);
    if (!result)
        return result.error();
    // The rows are computed while they are fetched, so the token must reach that, too.
    const CancelToken::Registration registration
        = cancel.onCancel([handle = connection->handle()] { duckdb_interrupt(handle); });
    QueryResult out;
    out.columns = columns->names;
    out.types = columns->types;
    if (Result<void> fetched = fetch(*connection, *result, maxRows, out); !fetched)
        return fetched.error();
    return out;
}

} // namespace leat
