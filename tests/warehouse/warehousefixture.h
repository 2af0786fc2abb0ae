// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/duckwarehouse.h"
#include "tests/warehouse/faketable.h"

#include <QTemporaryDir>
#include <QTest>

namespace leat::test {

/// A warehouse in a temporary folder, with shortcuts. Texts are compared as
/// "a|b;c|d": cells by "|", rows by ";", NULL as "NULL".
class WarehouseFixture
{
public:
    WarehouseFixture() { reopen(); }
    QString path() const { return m_dir.filePath(QStringLiteral("warehouse.duckdb")); }
    QString dir() const { return m_dir.path(); }
    Warehouse& operator*() { return *m_warehouse; }
    Warehouse* operator->() { return m_warehouse.get(); }
    void close() { m_warehouse.reset(); }
    void reopen();
    DuckOptions options() const;

    static CommitRecord record(qint64 rowsRead, qint64 run = 1);
    /// begin, load and commit in one go.
    Result<CommitOutcome> sync(LoadSpec spec, TableRead& read, qint64 run = 1);
    Result<CommitOutcome> swap(const WarehouseTable& table, TableRead& read, qint64 run = 1);
    Result<CommitOutcome> upsert(const WarehouseTable& table, TableRead& read, const QStringList& keys, qint64 run = 1);
    QString text(const QString& sql);

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Warehouse> m_warehouse;
};

/// Two columns "id" (int64) and "v" (text).
FakeTable idTable(std::vector<std::pair<qint64, QByteArray>> rows);
QString explain(const Error& error);

} // namespace leat::test

#define VERIFY_OK(expression) \
    do { \
        const auto& verified = (expression); \
        QVERIFY2(verified.has_value(), \
            qPrintable(verified.has_value() ? QString() : leat::test::explain(verified.error()))); \
    } while (false)
#define VERIFY_ERROR(expression, expected) \
    do { \
        const auto& verified = (expression); \
        QVERIFY(!verified.has_value()); \
        QVERIFY2(verified.error().code == (expected), qPrintable(leat::test::explain(verified.error()))); \
    } while (false)
