// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/postgresfactory.h"
#include "tests/postgres/testbatch.h"
#include "tests/support/pgserver.h"
#include "tests/support/text.h"

#include <QTest>

#include <functional>

namespace leat::test {

inline std::unique_ptr<Source> makeSource(const QMap<QString, QString>& settings, const QByteArray& password = {})
{
    SecretMap secrets;
    QByteArray copy = password;
    if (!copy.isEmpty())
        secrets[s("password")] = Secret::take(copy);
    Result<std::unique_ptr<Source>> source = PostgresFactory().create(settings, std::move(secrets));
    return source ? std::move(*source) : nullptr;
}

inline TableName table(const char* name, const char* nameSpace = "public")
{
    return {s(nameSpace), s(name)};
}

inline QStringList allColumns(const TableShape& shape)
{
    QStringList names;
    for (const ColumnShape& c : shape.columns)
        names << c.name;
    return names;
}

/// Reads with one reader and hands each batch to `each`. Returns the rows, or -1 with `error`.
inline qint64 readAll(TableRead& read, Error& error, const std::function<void(TestBatch&, std::size_t)>& each = {}, const CancelToken& cancel = {})
{
    Result<std::unique_ptr<BatchReader>> reader = read.openReader(cancel);
    if (!reader) {
        error = reader.error();
        return -1;
    }
    TestBatch batch(read.columns());
    for (qint64 total = 0;;) {
        batch.reset();
        const Result<std::size_t> rows = (*reader)->fill(batch.batch());
        if (!rows) {
            error = rows.error();
            return -1;
        }
        if (*rows == 0)
            return total;
        total += static_cast<qint64>(*rows);
        if (each)
            each(batch, *rows);
    }
}

} // namespace leat::test
