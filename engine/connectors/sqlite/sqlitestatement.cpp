// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitestatement.h"

#include "engine/connectors/sqlite/sqliteconnection.h"

#include <sqlite3.h>

namespace leat::sqlite {

QByteArray quoted(const QString& name)
{
    QByteArray text = name.toUtf8();
    text.replace('"', "\"\"");
    return '"' + text + '"';
}

Result<Statement> Statement::prepare(Connection& connection, const QByteArray& sql, Phase phase, const QString& table)
{
    sqlite3_stmt* statement = nullptr;
    const int rc = sqlite3_prepare_v2(connection.handle(), sql.constData(), static_cast<int>(sql.size()) + 1, &statement, nullptr);
    if (rc != SQLITE_OK)
        return connection.error(rc, phase, table);
    return Statement(connection, statement, phase, table);
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection), m_statement(std::exchange(other.m_statement, nullptr)),
      m_phase(other.m_phase), m_table(std::move(other.m_table))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_connection, other.m_connection);
    std::swap(m_statement, other.m_statement);
    std::swap(m_phase, other.m_phase);
    std::swap(m_table, other.m_table);
    return *this;
}

void Statement::bindText(int index, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    sqlite3_bind_text(m_statement, index, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
}

void Statement::bindInt(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement, index, value);
}

void Statement::bindDouble(int index, double value)
{
    sqlite3_bind_double(m_statement, index, value);
}

Result<bool> Statement::step()
{
    if (m_connection->isCancelled())
        return m_connection->error(SQLITE_INTERRUPT, m_phase, m_table);
    const int rc = sqlite3_step(m_statement);
    if (rc == SQLITE_ROW)
        return true;
    if (rc == SQLITE_DONE)
        return false;
    return m_connection->error(rc, m_phase, m_table);
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

int Statement::type(int column) const
{
    return sqlite3_column_type(m_statement, column);
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QByteArray Statement::bytes(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return text ? QByteArray(text, sqlite3_column_bytes(m_statement, column)) : QByteArray();
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

} // namespace leat::sqlite
