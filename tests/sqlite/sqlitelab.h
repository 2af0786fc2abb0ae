// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/source.h"
#include "tests/sqlite/batchbox.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

struct sqlite3;

namespace leat::test {

/// A connection that writes, as the program that owns the file would.
class Writer
{
public:
    explicit Writer(const QString& file);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    /// False: SQLite refused; lastError() says why.
    bool run(const QByteArray& sql);
    QString lastError() const { return m_error; }
    QString scalar(const QByteArray& sql);
    sqlite3* handle() const { return m_db; }

private:
    sqlite3* m_db = nullptr;
    QString m_error;
};

/// A file in a folder of its own.
class Lab
{
public:
    QString file(const QString& name = QStringLiteral("test.db")) const { return m_dir.filePath(name); }
    QString dir() const { return m_dir.path(); }
    std::unique_ptr<Source> source(const QMap<QString, QString>& more = {}, const QString& name = QStringLiteral("test.db")) const;

private:
    QTemporaryDir m_dir;
};

/// Every row of every column of a table, in the order read.
Result<Rows> tableRows(Source& source, const QString& table, std::int64_t* lost = nullptr);
/// A ReadSpec for all columns.
ReadSpec allColumns(const TableSnapshot& snapshot, int readers = 1);

} // namespace leat::test
