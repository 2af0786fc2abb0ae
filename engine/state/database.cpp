// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/database.h"

#include <QAtomicInteger>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>

namespace leat {

namespace {

// SQLite's primary result codes, which are part of its file of stable numbers.
enum Sqlite { Perm = 3, Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CantOpen = 14, Auth = 23, NotADatabase = 26 };

QString nextConnectionName()
{
    static QAtomicInteger<quint64> number{0};
    return QStringLiteral("leat-state-%1").arg(number.fetchAndAddRelaxed(1));
}

// SQLite gives the WAL and index files the mode of the database file, so that one mode is
// enough to keep all three private (S39).
void createPrivately(const QString& file)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    QFile made(file);
    if (made.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        made.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

Error errorOf(const QSqlError& error, const QString& file)
{
    return databaseError(error.nativeErrorCode().toInt() & 0xff, error.databaseText(), file);
}

} // namespace

Error databaseError(int sqliteCode, const QString& detail, const QString& file)
{
    ErrorCode code = ErrorCode::Internal;
    switch (sqliteCode) {
    case Busy:
    case Locked: code = ErrorCode::Busy; break;
    case Corrupt:
    case NotADatabase: code = ErrorCode::ProfileUnreadable; break;
    case Full: code = ErrorCode::DiskFull; break;
    case Perm:
    case ReadOnly:
    case IoError:
    case CantOpen:
    case Auth: code = ErrorCode::ProfileNotWritable; break;
    default: break;
    }
    Error error = makeError(code, detail, {{QStringLiteral("path"), file}, {QStringLiteral("subject"), file}});
    error.owner = Owner::State;
    return error;
}

Result<std::unique_ptr<Database>> Database::open(const QString& file)
{
    createPrivately(file);
    const QString name = nextConnectionName();
    std::unique_ptr<Database> database(new Database(file, name));
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    connection.setDatabaseName(file);
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!connection.open())
        return databaseError(CantOpen, connection.lastError().text(), file);
    return database;
}

Database::Database(QString file, QString connection)
    : m_file(std::move(file)), m_connection(std::move(connection))
{
}

Database::~Database()
{
    m_statements.clear();
    {
        QSqlDatabase connection = QSqlDatabase::database(m_connection, false);
        connection.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> Database::configure()
{
    for (const char* pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON",
             "PRAGMA trusted_schema = OFF", "PRAGMA journal_size_limit = 16777216"}) {
        Result<void> done = run(QLatin1String(pragma));
        if (!done)
            return done;
    }
    return {};
}

Result<QSqlQuery*> Database::execute(const QString& sql, const QVariantList& args)
{
    std::shared_ptr<QSqlQuery>& query = m_statements[sql];
    if (!query) {
        query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connection, false));
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            const Error error = errorOf(query->lastError(), m_file);
            m_statements.remove(sql);
            m_failed = true;
            return error;
        }
    }
    for (qsizetype i = 0; i < args.size(); ++i)
        query->bindValue(int(i), args[i]);
    if (!query->exec()) {
        const Error error = errorOf(query->lastError(), m_file);
        query->finish();
        m_failed = true;
        return error;
    }
    return query.get();
}

Result<void> Database::run(const QString& sql, const QVariantList& args)
{
    Result<QSqlQuery*> query = execute(sql, args);
    if (!query)
        return query.error();
    (*query)->finish();
    return {};
}

Result<void> Database::control(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (query.exec(sql))
        return {};
    return errorOf(query.lastError(), m_file);
}

Result<qint64> Database::insert(const QString& sql, const QVariantList& args)
{
    Result<QSqlQuery*> query = execute(sql, args);
    if (!query)
        return query.error();
    const qint64 id = (*query)->lastInsertId().toLongLong();
    (*query)->finish();
    return id;
}

Result<int> Database::change(const QString& sql, const QVariantList& args)
{
    Result<QSqlQuery*> query = execute(sql, args);
    if (!query)
        return query.error();
    const int rows = (*query)->numRowsAffected();
    (*query)->finish();
    return rows;
}

Result<void> Database::each(const QString& sql, const QVariantList& args, const Row& row)
{
    Result<QSqlQuery*> query = execute(sql, args);
    if (!query)
        return query.error();
    while ((*query)->next())
        row(**query);
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    // A page that turns out to be damaged half way ends the loop like the last row does.
    if (error.type() != QSqlError::NoError)
        return errorOf(error, m_file);
    return {};
}

Result<QVariant> Database::scalar(const QString& sql, const QVariantList& args)
{
    QVariant value;
    bool first = true;
    Result<void> read = each(sql, args, [&](const QSqlQuery& query) {
        if (first)
            value = query.value(0);
        first = false;
    });
    if (!read)
        return read.error();
    return value;
}

} // namespace leat
