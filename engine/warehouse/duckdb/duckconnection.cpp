// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/duckconnection.h"

#include "engine/warehouse/duckdb/duckerrors.h"

namespace leat {

namespace {

// CREATE TABLE AS, INSERT, UPDATE and DELETE answer with one BIGINT, "Count". Not
// duckdb_rows_changed(): that knows nothing of CREATE TABLE AS.
qint64 changedRows(duckdb_result* result)
{
    if (duckdb_column_count(result) != 1 || duckdb_column_type(result, 0) != DUCKDB_TYPE_BIGINT)
        return 0;
    duckdb_data_chunk chunk = duckdb_fetch_chunk(*result);
    qint64 rows = 0;
    if (chunk && duckdb_data_chunk_get_size(chunk) == 1)
        rows = *static_cast<std::int64_t*>(duckdb_vector_get_data(duckdb_data_chunk_get_vector(chunk, 0)));
    duckdb_destroy_data_chunk(&chunk);
    return rows;
}

class Pending
{
public:
    Pending() = default;
    ~Pending() { duckdb_destroy_pending(&m_handle); }
    Pending(const Pending&) = delete;
    Pending& operator=(const Pending&) = delete;
    duckdb_pending_result m_handle = nullptr;
};

} // namespace

std::optional<QString> DuckChunk::text(idx_t column, idx_t row) const
{
    duckdb_vector vector = duckdb_data_chunk_get_vector(m_handle, column);
    std::uint64_t* validity = duckdb_vector_get_validity(vector);
    if (validity && !duckdb_validity_row_is_valid(validity, row))
        return std::nullopt;
    duckdb_string_t* cell = static_cast<duckdb_string_t*>(duckdb_vector_get_data(vector)) + row;
    return QString::fromUtf8(duckdb_string_t_data(cell), duckdb_string_t_length(*cell));
}

DuckConnection::DuckConnection(duckdb_connection handle, std::shared_ptr<DuckHealth> health)
    : m_handle(handle), m_health(std::move(health))
{
}

DuckConnection::~DuckConnection()
{
    duckdb_disconnect(&m_handle);
}

DuckConnection::DuckConnection(DuckConnection&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)), m_health(std::move(other.m_health)), m_phase(other.m_phase)
{
}

DuckConnection& DuckConnection::operator=(DuckConnection&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_health, other.m_health);
    std::swap(m_phase, other.m_phase);
    return *this;
}

Error DuckConnection::errorOf(duckdb_error_type type, const char* message)
{
    const QString text = message ? QString::fromUtf8(message) : QStringLiteral("unknown error");
    if (isFatal(type, text))
        m_health->broken = true;
    return duckError(type, text, m_health->path, m_phase);
}

Result<DuckStatement> DuckConnection::prepare(const QByteArray& sql)
{
    duckdb_prepared_statement handle = nullptr;
    const bool ok = duckdb_prepare(m_handle, sql.constData(), &handle) == DuckDBSuccess;
    DuckStatement statement(handle);
    if (!ok)
        return errorOf(DUCKDB_ERROR_INVALID, duckdb_prepare_error(handle));
    return statement;
}

Result<void> DuckConnection::bind(const DuckStatement& statement, const DuckParams& params)
{
    for (idx_t i = 0; i < params.size(); ++i) {
        const DuckParam& param = params[i];
        duckdb_state state = DuckDBError;
        if (const qint64* number = std::get_if<qint64>(&param)) {
            state = duckdb_bind_int64(statement.get(), i + 1, *number);
        } else if (const QString* text = std::get_if<QString>(&param)) {
            const QByteArray utf8 = text->toUtf8();
            state = duckdb_bind_varchar_length(statement.get(), i + 1, utf8.constData(),
                                               static_cast<idx_t>(utf8.size()));
        } else {
            state = duckdb_bind_null(statement.get(), i + 1);
        }
        if (state != DuckDBSuccess)
            return errorOf(DUCKDB_ERROR_INVALID, duckdb_prepare_error(statement.get()));
    }
    return {};
}

Result<DuckResult> DuckConnection::execute(const DuckStatement& statement, const CancelToken& cancel, bool streaming)
{
    // Making the pending result clears DuckDB's interrupt flag; the callback comes after it, so
    // that a token cancelled at any time, also long ago, stops the execution.
    Pending pending;
    const duckdb_state planned = streaming
        ? duckdb_pending_prepared_streaming(statement.get(), &pending.m_handle)
        : duckdb_pending_prepared(statement.get(), &pending.m_handle);
    if (planned != DuckDBSuccess)
        return errorOf(DUCKDB_ERROR_INVALID, duckdb_pending_error(pending.m_handle));
    const CancelToken::Registration registration
        = cancel.onCancel([handle = m_handle] { duckdb_interrupt(handle); });
    DuckResult result;
    if (duckdb_execute_pending(pending.m_handle, result.get()) != DuckDBSuccess)
        return errorOf(duckdb_result_error_type(result.get()), duckdb_result_error(result.get()));
    return result;
}

Result<qint64> DuckConnection::run(const QByteArray& sql, const DuckParams& params, const CancelToken& cancel)
{
    Result<DuckStatement> statement = prepare(sql);
    if (!statement)
        return statement.error();
    if (Result<void> bound = bind(*statement, params); !bound)
        return bound.error();
    Result<DuckResult> result = execute(*statement, cancel);
    if (!result)
        return result.error();
    return changedRows(result->get());
}

Result<std::vector<TextRow>> DuckConnection::rows(const QByteArray& sql, const DuckParams& params, const CancelToken& cancel)
{
    Result<DuckStatement> statement = prepare(sql);
    if (!statement)
        return statement.error();
    if (Result<void> bound = bind(*statement, params); !bound)
        return bound.error();
    Result<DuckResult> result = execute(*statement, cancel);
    if (!result)
        return result.error();
    for (idx_t c = 0; c < duckdb_column_count(result->get()); ++c)
        if (duckdb_column_type(result->get(), c) != DUCKDB_TYPE_VARCHAR)
            return internalError(QStringLiteral("a column is not text: ") + QString::fromUtf8(sql));
    std::vector<TextRow> rows;
    for (;;) {
        const DuckChunk chunk(duckdb_fetch_chunk(*result->get()));
        if (!chunk)
            return rows;
        for (idx_t r = 0; r < chunk.rows(); ++r) {
            TextRow& row = rows.emplace_back();
            for (idx_t c = 0; c < chunk.columns(); ++c)
                row.push_back(chunk.text(c, r));
        }
    }
}

Result<qint64> DuckConnection::number(const QByteArray& sql, const DuckParams& params, const CancelToken& cancel)
{
    Result<std::vector<TextRow>> found = rows("SELECT CAST((" + sql + ") AS VARCHAR)", params, cancel);
    if (!found)
        return found.error();
    if (found->empty() || !found->front().front())
        return 0;
    return found->front().front()->toLongLong();
}

Result<DuckTransaction> DuckTransaction::begin(DuckConnection& connection, Access access)
{
    const Result<qint64> begun = connection.run(
        access == Access::ReadOnly ? "BEGIN TRANSACTION READ ONLY" : "BEGIN TRANSACTION");
    if (!begun)
        return begun.error();
    return DuckTransaction(connection);
}

DuckTransaction::DuckTransaction(DuckTransaction&& other) noexcept
    : m_connection(other.m_connection), m_open(std::exchange(other.m_open, false)), m_dead(std::move(other.m_dead))
{
}

DuckTransaction::~DuckTransaction()
{
    rollback();
}

void DuckTransaction::rollback()
{
    if (std::exchange(m_open, false))
        (void)m_connection->run("ROLLBACK");
}

template <typename T>
Result<T> DuckTransaction::seen(Result<T> result)
{
    if (!result)
        m_dead = result.error();
    return result;
}

Result<qint64> DuckTransaction::run(const QByteArray& sql, const DuckParams& params, const CancelToken& cancel)
{
    return m_dead ? Result<qint64>(*m_dead) : seen(m_connection->run(sql, params, cancel));
}

Result<std::vector<TextRow>> DuckTransaction::rows(const QByteArray& sql, const DuckParams& params)
{
    return m_dead ? Result<std::vector<TextRow>>(*m_dead) : seen(m_connection->rows(sql, params));
}

Result<qint64> DuckTransaction::number(const QByteArray& sql, const DuckParams& params)
{
    return m_dead ? Result<qint64>(*m_dead) : seen(m_connection->number(sql, params));
}

Result<void> DuckTransaction::commit()
{
    if (m_dead)
        return *m_dead;
    const Result<qint64> committed = run("COMMIT");
    if (!committed)
        return committed.error();
    m_open = false;
    return {};
}

} // namespace leat
