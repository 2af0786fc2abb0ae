// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <memory>

namespace leat {

/// One SQLite connection with cached statements. Belongs to the thread that opened it (T170):
/// open, use and destroy it there. Needs a QCoreApplication, as Qt SQL does.
class Database
{
public:
    using Row = std::function<void(const QSqlQuery&)>;

    /// Opens or creates the file, private to its user, without changing an existing one.
    /// Errors: ProfileNotWritable, ProfileUnreadable.
    static Result<std::unique_ptr<Database>> open(const QString& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Result<void> run(const QString& sql, const QVariantList& args = {});
    /// The new row's id.
    Result<qint64> insert(const QString& sql, const QVariantList& args);
    /// How many rows changed.
    Result<int> change(const QString& sql, const QVariantList& args);
    /// Calls `row` for each result row; `row` must not use this database.
    Result<void> each(const QString& sql, const QVariantList& args, const Row& row);
    /// The first column of the first row; a null QVariant when there is no row.
    Result<QVariant> scalar(const QString& sql, const QVariantList& args = {});

    /// WAL, synchronous, foreign keys: called once the file is known to be ours.
    Result<void> configure();
    const QString& file() const { return m_file; }
    bool inTransaction() const { return m_inTransaction; }

private:
    friend class Transaction;
    Database(QString file, QString connection);
    Result<QSqlQuery*> execute(const QString& sql, const QVariantList& args);
    Result<void> control(const QString& sql);

    QString m_file;
    QString m_connection;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    bool m_inTransaction = false;
    bool m_failed = false;             ///< a statement of the open transaction failed (T132)
};

/// What SQLite's result code means for the profile; `detail` is its text.
Error databaseError(int sqliteCode, const QString& detail, const QString& file);

} // namespace leat
