// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sqlite/sqlitelab.h"

#include "engine/connectors/sqlite/sqlitefactory.h"

#include <sqlite3.h>

namespace leat::test {

Writer::Writer(const QString& file)
{
    sqlite3_open(file.toUtf8().constData(), &m_db);
}

Writer::~Writer()
{
    sqlite3_close(m_db);
}

bool Writer::run(const QByteArray& sql)
{
    char* said = nullptr;
    const int rc = sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, &said);
    m_error = QString::fromUtf8(said);
    sqlite3_free(said);
    return rc == SQLITE_OK;
}

QString Writer::scalar(const QByteArray& sql)
{
    sqlite3_stmt* statement = nullptr;
    QString text;
    if (sqlite3_prepare_v2(m_db, sql.constData(), -1, &statement, nullptr) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
        text = QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return text;
}

std::unique_ptr<Source> Lab::source(const QMap<QString, QString>& more, const QString& name) const
{
    QMap<QString, QString> settings = more;
    settings.insert(QStringLiteral("path"), file(name));
    Result<std::unique_ptr<Source>> source = SqliteFactory().create(settings, {});
    return source ? std::move(*source) : nullptr;
}

ReadSpec allColumns(const TableSnapshot& snapshot, int readers)
{
    ReadSpec spec;
    for (const ColumnShape& column : snapshot.shape().columns)
        spec.columns.append(column.name);
    spec.readers = readers;
    return spec;
}

Result<Rows> tableRows(Source& source, const QString& table, std::int64_t* lost)
{
    Result<std::unique_ptr<TableSnapshot>> snapshot = source.openSnapshot({QString(), table}, {});
    if (!snapshot)
        return snapshot.error();
    Result<std::unique_ptr<TableRead>> read = (*snapshot)->read(allColumns(**snapshot));
    if (!read)
        return read.error();
    Result<Rows> rows = readAll(**read);
    if (lost)
        *lost = (*read)->counters().lostValues.load();
    return rows;
}

} // namespace leat::test
