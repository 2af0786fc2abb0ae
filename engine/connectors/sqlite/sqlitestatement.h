// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"

#include <QByteArray>
#include <QString>

#include <utility>

struct sqlite3_stmt;

namespace leat::sqlite {

class Connection;

/// `name` as an SQL identifier (trap T067).
QByteArray quoted(const QString& name);

/// A prepared statement of one connection, finalized when it dies.
class Statement
{
public:
    static Result<Statement> prepare(Connection& connection, const QByteArray& sql, Phase phase, const QString& table = {});
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Indexes of parameters start at 1, those of columns at 0, as in SQLite.
    void bindText(int index, const QString& text);
    void bindInt(int index, qint64 value);
    void bindDouble(int index, double value);
    /// True: a row is there.
    Result<bool> step();
    void reset();

    bool isNull(int column) const;
    int type(int column) const;            ///< SQLITE_INTEGER, …
    qint64 integer(int column) const;
    double real(int column) const;
    QByteArray bytes(int column) const;
    QString text(int column) const;
    sqlite3_stmt* handle() const noexcept { return m_statement; }

private:
    Statement(Connection& connection, sqlite3_stmt* statement, Phase phase, QString table)
        : m_connection(&connection), m_statement(statement), m_phase(phase), m_table(std::move(table))
    {
    }
    Connection* m_connection = nullptr;
    sqlite3_stmt* m_statement = nullptr;
    Phase m_phase = Phase::None;
    QString m_table;
};

} // namespace leat::sqlite
