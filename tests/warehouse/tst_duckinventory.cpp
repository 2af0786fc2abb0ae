// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/warehouse/warehousefixture.h"

#include <QDir>
#include <QFile>

using namespace leat;
using namespace leat::test;

namespace {

const WarehouseTable kTable{QStringLiteral("shop"), QStringLiteral("orders")};

void alter(WarehouseFixture& warehouse, const char* sql)
{
    warehouse.close();
    duckdb_database database = nullptr;
    duckdb_connection connection = nullptr;
    QVERIFY(duckdb_open(warehouse.path().toUtf8().constData(), &database) == DuckDBSuccess);
    QVERIFY(duckdb_connect(database, &connection) == DuckDBSuccess);
    QVERIFY2(duckdb_query(connection, sql, nullptr) == DuckDBSuccess, sql);
    duckdb_disconnect(&connection);
    duckdb_close(&database);
    warehouse.reopen();
}

QStringList labels(const std::vector<WarehouseTable>& tables)
{
    QStringList all;
    for (const WarehouseTable& table : tables)
        all.append(table.schema + QLatin1Char('.') + table.table);
    return all;
}

} // namespace

/// What the doctor sees of the warehouse's file and folder, and what it may take away.
class TestDuckInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesAreCounted()
    {
        WarehouseFixture warehouse;
        FakeTable rows = idTable({{1, "a"}, {2, "b"}});
        VERIFY_OK(warehouse.swap(kTable, rows));
        const Result<WarehouseInventory> found = warehouse->inventory({});
        VERIFY_OK(found);
        QCOMPARE(found->tables.size(), size_t{1});
        QVERIFY(found->tables.front().table == kTable);
        QCOMPARE(found->tables.front().rows, 2);
        QVERIFY(found->leftovers.empty() && found->spilled.isEmpty());
        QVERIFY(found->memoryBytes >= 0 && found->memoryLimitBytes > 0);
    }

    // T148: staging of a process that died is nobody's; that of a load under way is not.
    void leftoversAreThoseThatNoLoadWorksOn()
    {
        WarehouseFixture warehouse;
        FakeTable rows = idTable({{1, "a"}});
        VERIFY_OK(warehouse.swap(kTable, rows));
        alter(warehouse, "CREATE TABLE shop._leat_staging_dead AS SELECT 1 AS id");
        QCOMPARE(labels(warehouse->inventory({})->leftovers), QStringList{QStringLiteral("shop._leat_staging_dead")});

        LoadSpec spec;
        spec.target = kTable;
        spec.columns = sameColumns<LoadColumn>(rows);
        Result<std::unique_ptr<LoadSession>> session = warehouse->begin(spec);
        VERIFY_OK(session);
        FakeTable more = idTable({{1, "a"}, {2, "b"}});
        VERIFY_OK((*session)->load(more, {}));
        QVERIFY(warehouse->inventory({})->leftovers.empty());
        const QString staging = warehouse.text(QStringLiteral("SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, '_leat_staging_') ORDER BY 1"));
        std::vector<WarehouseTable> all;
        for (const QString& name : staging.split(QLatin1Char(';')))
            all.push_back({kTable.schema, name});
        QVERIFY(all.size() >= 2);
        QCOMPARE(warehouse->dropLeftovers(all).value_or(-1), 0);
        VERIFY_OK((*session)->commit(WarehouseFixture::record(2, 2), {}));
        session->reset();

        QCOMPARE(warehouse->dropLeftovers(warehouse->inventory({})->leftovers).value_or(-1), 1);
        QVERIFY(warehouse->inventory({})->leftovers.empty());
        QCOMPARE(warehouse.text(QStringLiteral("SELECT * FROM shop.orders ORDER BY ALL")), QStringLiteral("1|a;2|b"));
    }

    // Only what is staging by its name is ever dropped, whoever asks.
    void aTableOfRowsIsNoLeftover()
    {
        WarehouseFixture warehouse;
        FakeTable rows = idTable({{1, "a"}});
        VERIFY_OK(warehouse.swap(kTable, rows));
        QCOMPARE(warehouse->dropLeftovers({kTable}).value_or(-1), 0);
        QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM shop.orders")), QStringLiteral("1"));
    }

    void copiesThatCanGoOnAreKeptUntilGivenUp()
    {
        WarehouseFixture warehouse;
        FakeTable rows = idTable({{1, "a"}});
        VERIFY_OK(warehouse.swap(kTable, rows));
        alter(warehouse, "CREATE TABLE shop._leat_staging_kept AS SELECT 1 AS id;"
                         "INSERT INTO _leat.progress VALUES ('shop', 'orders', '_leat_staging_kept', 'plan', now() AT TIME ZONE 'UTC', 0);"
                         "INSERT INTO _leat.progress_pieces VALUES ('shop', 'orders', 0, 1)");
        QVERIFY(warehouse->inventory({})->leftovers.empty());
        QCOMPARE(warehouse->dropLeftovers({{kTable.schema, QStringLiteral("_leat_staging_kept")}}).value_or(-1), 0);
        QCOMPARE(warehouse->keptCopies()->size(), size_t{1});
        QCOMPARE(warehouse->forgetCopies({kTable}).value_or(-1), 1);
        QVERIFY(warehouse->keptCopies()->empty());
        QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM duckdb_tables() WHERE starts_with(table_name, '_leat_staging_')")), QStringLiteral("0"));
    }

    void spilledFilesGoAndNothingElse()
    {
        WarehouseFixture warehouse;
        const QString folder = spillFolder(warehouse.options());
        QVERIFY(QDir().mkpath(folder));
        QFile left(folder + QStringLiteral("/duckdb_temp_storage_4711.tmp"));
        QVERIFY(left.open(QIODevice::WriteOnly) && left.write("spilled") == 7);
        left.close();
        const Result<WarehouseInventory> found = warehouse->inventory({});
        VERIFY_OK(found);
        QCOMPARE(found->spilled, QStringList{QStringLiteral("duckdb_temp_storage_4711.tmp")});
        QCOMPARE(found->spilledBytes, 7);
        // A name that leads elsewhere is not followed.
        QCOMPARE(warehouse->removeSpilled({QStringLiteral("../warehouse.duckdb")}).value_or(-1), 0);
        QVERIFY(QFile::exists(warehouse.path()));
        QCOMPARE(warehouse->removeSpilled(found->spilled).value_or(-1), 1);
        QVERIFY(warehouse->inventory({})->spilled.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDuckInventory)
#include "tst_duckinventory.moc"
