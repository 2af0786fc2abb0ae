// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/base/canceltoken.h"

#include <QByteArray>
#include <QString>

#include <duckdb.h>

#include <atomic>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace leat {

/// A bound parameter: whole number, text, or NULL.
using DuckParam = std::variant<std::monostate, qint64, QString>;
using DuckParams = std::vector<DuckParam>;

/// What connections of one instance share: its file, and whether a FATAL error ended it (T134).
struct DuckHealth
{
    QString path;
    std::atomic<bool> broken{false};
};

/// An owned prepared statement. Move-only.
class DuckStatement
{
public:
    DuckStatement() = default;
    explicit DuckStatement(duckdb_prepared_statement handle) : m_handle(handle) {}
    ~DuckStatement() { duckdb_destroy_prepare(&m_handle); }
    DuckStatement(DuckStatement&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    DuckStatement& operator=(DuckStatement&& other) noexcept { std::swap(m_handle, other.m_handle); return *this; }
    DuckStatement(const DuckStatement&) = delete;
    DuckStatement& operator=(const DuckStatement&) = delete;
    duckdb_prepared_statement get() const { return m_handle; }

private:
    duckdb_prepared_statement m_handle = nullptr;
};

/// An owned result. Move-only.
class DuckResult
{
public:
    DuckResult() = default;
    ~DuckResult() { duckdb_destroy_result(&m_result); }
    DuckResult(DuckResult&& other) noexcept : m_result(std::exchange(other.m_result, duckdb_result{})) {}
    DuckResult& operator=(DuckResult&& other) noexcept { std::swap(m_result, other.m_result); return *this; }
    DuckResult(const DuckResult&) = delete;
    DuckResult& operator=(const DuckResult&) = delete;
    duckdb_result* get() { return &m_result; }

private:
    duckdb_result m_result{};
};

/// An owned data chunk; empty at the end of a result. Every column must be VARCHAR to read it.
class DuckChunk
{
public:
    explicit DuckChunk(duckdb_data_chunk handle) : m_handle(handle) {}
    ~DuckChunk() { duckdb_destroy_data_chunk(&m_handle); }
    DuckChunk(const DuckChunk&) = delete;
    DuckChunk& operator=(const DuckChunk&) = delete;
    explicit operator bool() const { return m_handle != nullptr; }
    idx_t rows() const { return duckdb_data_chunk_get_size(m_handle); }
    idx_t columns() const { return duckdb_data_chunk_get_column_count(m_handle); }
    /// nullopt: NULL.
    std::optional<QString> text(idx_t column, idx_t row) const;

private:
    duckdb_data_chunk m_handle;
};

using TextRow = std::vector<std::optional<QString>>;

/// One connection. Move-only, one thread at a time. Every statement can be cancelled: the token
/// interrupts DuckDB, also when it was cancelled before the statement began.
class DuckConnection
{
public:
    DuckConnection() = default;
    DuckConnection(duckdb_connection handle, std::shared_ptr<DuckHealth> health);
    ~DuckConnection();
    DuckConnection(DuckConnection&& other) noexcept;
    DuckConnection& operator=(DuckConnection&& other) noexcept;
    DuckConnection(const DuckConnection&) = delete;
    DuckConnection& operator=(const DuckConnection&) = delete;

    bool isOpen() const { return m_handle != nullptr; }
    duckdb_connection handle() const { return m_handle; }
    /// What errors of the following statements are about.
    void setPhase(Phase phase) { m_phase = phase; }

    Result<DuckStatement> prepare(const QByteArray& sql);
    Result<void> bind(const DuckStatement& statement, const DuckParams& params);
    Result<DuckResult> execute(const DuckStatement& statement, const CancelToken& cancel, bool streaming = false);
    /// Runs one statement and returns how many rows it changed.
    Result<qint64> run(const QByteArray& sql, const DuckParams& params = {}, const CancelToken& cancel = {});
    /// Rows of one statement whose columns are all VARCHAR.
    Result<std::vector<TextRow>> rows(const QByteArray& sql, const DuckParams& params = {}, const CancelToken& cancel = {});
    /// The first cell of the first row as a whole number, 0 when it is NULL or missing.
    Result<qint64> number(const QByteArray& sql, const DuckParams& params = {}, const CancelToken& cancel = {});
    /// The error of a result, noted as fatal if it is.
    Error errorOf(duckdb_error_type type, const char* message);

private:
    duckdb_connection m_handle = nullptr;
    std::shared_ptr<DuckHealth> m_health;
    Phase m_phase = Phase::Write;
};

/// BEGIN … COMMIT. Any failed statement ends it: DuckDB's COMMIT of an aborted transaction
/// reports success (trap T132), so commit() refuses then. Rolled back unless committed.
class DuckTransaction
{
public:
    enum class Access { ReadWrite, ReadOnly };
    static Result<DuckTransaction> begin(DuckConnection& connection, Access access = Access::ReadWrite);
    ~DuckTransaction();
    DuckTransaction(DuckTransaction&& other) noexcept;
    DuckTransaction& operator=(DuckTransaction&&) = delete;
    DuckTransaction(const DuckTransaction&) = delete;
    DuckTransaction& operator=(const DuckTransaction&) = delete;

    Result<qint64> run(const QByteArray& sql, const DuckParams& params = {}, const CancelToken& cancel = {});
    Result<std::vector<TextRow>> rows(const QByteArray& sql, const DuckParams& params = {});
    Result<qint64> number(const QByteArray& sql, const DuckParams& params = {});
    Result<void> commit();
    void rollback();

private:
    explicit DuckTransaction(DuckConnection& connection) : m_connection(&connection) {}
    template <typename T> Result<T> seen(Result<T> result);

    DuckConnection* m_connection;
    bool m_open = true;
    std::optional<Error> m_dead;
};

} // namespace leat
