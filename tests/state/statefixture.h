// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/state/sqlitestatestore.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

namespace leat {

/// A clock that stands until it is turned.
class HandClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC); }
    qint64 monotonicMs() const override { return m_ms; }
    void turn(qint64 ms) { m_ms += ms; }

private:
    std::atomic<qint64> m_ms{1'700'000'000'123};
};

inline SourceInfo shopSource(const QString& name = QStringLiteral("shop"))
{
    SourceInfo source;
    source.name = name;
    source.type = QStringLiteral("postgres");
    source.settings = {{QStringLiteral("host"), QStringLiteral("db.example.com")}, {QStringLiteral("port"), QStringLiteral("5432")}};
    source.secretKeys = {QStringLiteral("password")};
    source.secretState = SecretState::Stored;
    source.defaultNamespace = QStringLiteral("public");
    source.summary = QStringLiteral("shop@db.example.com");
    return source;
}

inline SchemaInfo tableOf(SourceId source, const QString& name, const QString& nameSpace = QStringLiteral("public"))
{
    SchemaInfo schema;
    schema.sourceId = source;
    schema.table = {nameSpace, name};
    schema.config.shouldSync = true;
    return schema;
}

/// Runs statements on the file past the store, as another program would.
inline bool tamper(const QString& file, const QStringList& statements)
{
    bool ok = true;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        db.setDatabaseName(file);
        ok = db.open();
        for (const QString& statement : statements) {
            QSqlQuery query(db);
            if (!query.exec(statement)) {
                qWarning().noquote() << query.lastError().text();
                ok = false;
            }
        }
        db.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
    return ok;
}

/// A value read past the store.
inline QVariant peek(const QString& file, const QString& sql)
{
    QVariant value;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("peek"));
        db.setDatabaseName(file);
        if (db.open()) {
            QSqlQuery query(db);
            if (query.exec(sql) && query.next())
                value = query.value(0);
        }
        db.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("peek"));
    return value;
}

template <typename T>
QByteArray problemOf(const Result<T>& result)
{
    return result ? QByteArray() : (toString(result.error().code) + QLatin1Char(' ') + result.error().detail).toUtf8();
}

} // namespace leat

#define VERIFY_OK(result) QCOMPARE(leat::problemOf(result), QByteArray())

// Our enums have a toString() of their own, which QCOMPARE takes for its own kind.
#define COMPARE_ENUM(actual, expected) QCOMPARE(toString(actual), toString(expected))
