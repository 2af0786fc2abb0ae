// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <libpq-fe.h>

#include <memory>

namespace leat::pg {

/// One statement's result, owned. Text format; reading past the end gives empty values.
class Rows
{
public:
    Rows() = default;
    explicit Rows(PGresult* result) : m_result(result, &PQclear) {}

    int count() const { return m_result ? PQntuples(m_result.get()) : 0; }
    int fields() const { return m_result ? PQnfields(m_result.get()) : 0; }
    bool isNull(int row, int column) const { return !inside(row, column) || PQgetisnull(m_result.get(), row, column); }
    QString text(int row, int column) const
    {
        return isNull(row, column) ? QString()
            : QString::fromUtf8(PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column));
    }
    QByteArray bytes(int row, int column) const
    {
        return isNull(row, column) ? QByteArray()
            : QByteArray(PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column));
    }
    qint64 integer(int row, int column) const { return bytes(row, column).toLongLong(); }
    quint64 unsignedInteger(int row, int column) const { return bytes(row, column).toULongLong(); }
    double real(int row, int column) const { return bytes(row, column).toDouble(); }
    /// Of which table's which column a result column is, and its type; by today's catalogue, whatever
    /// the transaction's snapshot.
    int tableColumn(int column) const { return PQftablecol(m_result.get(), column); }
    quint32 type(int column) const { return PQftype(m_result.get(), column); }
    int modifier(int column) const { return PQfmod(m_result.get(), column); }
    bool flag(int row, int column) const { return bytes(row, column) == "t"; }

private:
    bool inside(int row, int column) const { return row >= 0 && row < count() && column >= 0 && column < fields(); }
    std::unique_ptr<PGresult, decltype(&PQclear)> m_result{nullptr, &PQclear};
};

} // namespace leat::pg
