// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/warehouse/warehousefixture.h"

#include <QElapsedTimer>
#include <QFile>

#include <thread>

using namespace leat;
using namespace leat::test;
using Kind = ColumnType::Kind;

namespace {

const WarehouseTable kTable{QStringLiteral("shop"), QStringLiteral("orders")};
const QString kRows = QStringLiteral("SELECT id, v FROM shop.orders ORDER BY id, v");

LoadSpec swapSpec(const TableRead& read)
{
    LoadSpec spec;
    spec.target = kTable;
    spec.columns = sameColumns<LoadColumn>(read);
    return spec;
}

} // namespace

/// Swaps, and what every load has in common.
class TestDuckLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void swapReplacesTheTable();
    void swapKeepsCommentsAndState();
    void diverseTextsAreStoredExactly();
    void emptyTableHasItsColumns_T070();
    void holdsBackACollapse_T042();
    void refusesAnOlderFence();
    void refusesAWrongRowCount();
    void refusesZeroColumnsAndReservedNames();
    void oneSessionPerTable();
    void readerErrorsComeBackUnchanged();
    void cancelStopsALoad();
    void cancelledBeforeItBegins();
    void abandonedSessionLeavesNothing();
    void failedStatementKillsTheCommit_T132();
    void touchMovesTheCursorOn();
    void dropAndDropSchema();
    void whatSomebodyMadeKeepsTheSchema();
    void sessionsRunSideBySide();
    void readersSeeOldOrNewRows();
    void loadsInTwoSteps();
};

void TestDuckLoad::swapReplacesTheTable()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}, {2, "b"}});
    const Result<CommitOutcome> one = warehouse.swap(kTable, first);
    VERIFY_OK(one);
    QCOMPARE(one->rowsInserted, 2);
    QCOMPARE(one->tableRows, 2);
    // Another shape, too.
    FakeTable second({column("id", Kind::Text), column("v", Kind::Double)}, {{QByteArray("x"), 1.5}});
    VERIFY_OK(warehouse.swap(kTable, second, 2));
    QCOMPARE(warehouse.text(kRows), QStringLiteral("x|1.5"));
    warehouse.reopen();
    QCOMPARE(warehouse.text(kRows), QStringLiteral("x|1.5"));
    QCOMPARE(warehouse->version(), QStringLiteral("v1.5.6"));
    QVERIFY(warehouse->sizeBytes() > 0);
}

void TestDuckLoad::swapKeepsCommentsAndState()
{
    WarehouseFixture warehouse;
    FakeTable read = idTable({{1, "a"}});
    LoadSpec spec = swapSpec(read);
    spec.tableComment = QStringLiteral("it's the \"orders\"");
    spec.columns[1].comment = QStringLiteral("what; -- is it");
    QVERIFY(!*warehouse->state(kTable));
    const QDateTime before = QDateTime::currentDateTimeUtc();
    VERIFY_OK(warehouse.sync(spec, read, 5));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT comment FROM duckdb_tables() WHERE table_name = 'orders'")), spec.tableComment);
    QCOMPARE(warehouse.text(QStringLiteral("SELECT comment FROM duckdb_columns() WHERE table_name = 'orders' AND column_name = 'v'")),
             spec.columns[1].comment);
    for (int i = 0; i < 2; ++i) {
        const Result<std::optional<StoredState>> state = warehouse->state(kTable);
        VERIFY_OK(state);
        const StoredState& stored = **state;
        QCOMPARE(stored.last.runId, 5);
        QCOMPARE(stored.last.fence, 5);
        QCOMPARE(stored.last.configVersion, 7);
        QCOMPARE(stored.last.cursor, WarehouseFixture::record(1).cursor);
        QCOMPARE(stored.last.rowsRead, 1);
        QCOMPARE(stored.tableRows, 1);
        QVERIFY(stored.committedAt >= before && stored.committedAt <= QDateTime::currentDateTimeUtc());
        QVERIFY(stored.tableExists);
        QCOMPARE(stored.columns.size(), std::size_t(2));
        QCOMPARE(stored.columns.at(0).type, ColumnType{Kind::Int64});
        const auto all = warehouse->states();
        VERIFY_OK(all);
        QCOMPARE(all->size(), std::size_t(1));
        QCOMPARE(all->front().first, kTable);
        QCOMPARE(all->front().second.last.cursor, stored.last.cursor);
        QCOMPARE(all->front().second.columns.size(), std::size_t(2));
        warehouse.reopen();
    }
}

// Telling the compression must change nothing but the compression.
void TestDuckLoad::diverseTextsAreStoredExactly()
{
    constexpr qint64 rows = 150'000;
    const auto text = [](qint64 row) -> FakeCell {
        if (row == rows - 1)
            return QByteArray(9000, 'z'); // beyond what is compressed: its row group stays plain
        switch (row % 1000) {
        case 0: return {};
        case 1: return QByteArray();
        case 2: return QByteArray(3000, static_cast<char>('a' + row / 1000 % 26));
        default: return QByteArray("person-") + QByteArray::number(row * 7919) + "@example.org";
        }
    };
    const auto load = [&](WarehouseFixture& warehouse, bool diverse) {
        FakeTable table({column("id", Kind::Int64), column("v", Kind::Text)}, rows,
            [&](qint64 row) { return FakeRow{row, text(row)}; });
        LoadSpec spec = swapSpec(table);
        spec.columns[1].diverse = diverse;
        VERIFY_OK(warehouse.sync(spec, table));
    };
    const QString digest = QStringLiteral("SELECT count(*), count(v), sum(hash(id, v)), sum(length(v)) FROM shop.orders");
    WarehouseFixture plain;
    load(plain, false);
    WarehouseFixture told;
    load(told, true);
    QCOMPARE(told.text(digest), plain.text(digest));
    told.reopen();
    QCOMPARE(told.text(digest), plain.text(digest));
    const QString used = told.text(QStringLiteral("SELECT DISTINCT compression FROM pragma_storage_info('shop.orders') "
                                                  "WHERE column_name = 'v' AND segment_type = 'VARCHAR'"));
    QVERIFY2(used.contains(QStringLiteral("FSST")) && !used.contains(QStringLiteral("Dictionary")), qPrintable(used));
}

void TestDuckLoad::emptyTableHasItsColumns_T070()
{
    WarehouseFixture warehouse;
    FakeTable read = idTable({});
    VERIFY_OK(warehouse.swap(kTable, read));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT string_agg(column_name || ' ' || data_type, ', ') FROM duckdb_columns() WHERE table_name = 'orders'")),
             QStringLiteral("id BIGINT, v VARCHAR"));
}

void TestDuckLoad::holdsBackACollapse_T042()
{
    WarehouseFixture warehouse;
    FakeTable full = idTable({{1, "a"}, {2, "b"}, {3, "c"}});
    VERIFY_OK(warehouse.swap(kTable, full));
    FakeTable empty = idTable({});
    LoadSpec spec = swapSpec(empty);
    spec.acceptEmpty = false;
    const Result<CommitOutcome> held = warehouse.sync(spec, empty, 2);
    VERIFY_ERROR(held, ErrorCode::HeldBackEmpty);
    QCOMPARE(held.error().args.value(QStringLiteral("rows")), QStringLiteral("3"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM shop.orders")), QStringLiteral("3"));
    QCOMPARE((*warehouse->state(kTable))->last.runId, 1);
    FakeTable fewer = idTable({{1, "a"}});
    VERIFY_OK(warehouse.sync(spec, fewer, 2));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM shop.orders")), QStringLiteral("1"));
    FakeTable again = idTable({});
    spec.acceptEmpty = true;
    VERIFY_OK(warehouse.sync(spec, again, 3));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM shop.orders")), QStringLiteral("0"));
    // Empty stays empty without asking.
    FakeTable third = idTable({});
    spec.acceptEmpty = false;
    VERIFY_OK(warehouse.sync(spec, third, 4));
}

void TestDuckLoad::refusesAnOlderFence()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "new"}});
    VERIFY_OK(warehouse.swap(kTable, first, 9));
    FakeTable late = idTable({{1, "old"}});
    VERIFY_ERROR(warehouse.swap(kTable, late, 8), ErrorCode::FenceLost);
    VERIFY_ERROR(warehouse->touch(kTable, WarehouseFixture::record(0, 8)), ErrorCode::FenceLost);
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|new"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'shop'")), QStringLiteral("1"));
}

void TestDuckLoad::refusesAWrongRowCount()
{
    WarehouseFixture warehouse;
    FakeTable read = idTable({{1, "a"}, {2, "b"}});
    Result<std::unique_ptr<LoadSession>> session = warehouse->begin(swapSpec(read));
    VERIFY_OK(session);
    VERIFY_OK((*session)->load(read, {}));
    VERIFY_ERROR((*session)->commit(WarehouseFixture::record(3), {}), ErrorCode::CountMismatch);
    session->reset();
    QVERIFY(!*warehouse->state(kTable));
    QVERIFY(warehouse.text(kRows).contains(QStringLiteral("does not exist")));
}

void TestDuckLoad::refusesZeroColumnsAndReservedNames()
{
    WarehouseFixture warehouse;
    LoadSpec spec;
    spec.target = kTable;
    VERIFY_ERROR(warehouse->begin(spec), ErrorCode::NothingSelected);
    spec.columns = {{QStringLiteral("a"), {}, {}}, {QStringLiteral("a"), {}, {}}};
    VERIFY_ERROR(warehouse->begin(spec), ErrorCode::InvalidArgument);
    spec.columns = {{QStringLiteral("a"), {}, {}}};
    for (const WarehouseTable& table : {WarehouseTable{QStringLiteral("_LEAT"), QStringLiteral("state")},
             WarehouseTable{QStringLiteral("pg_catalog"), QStringLiteral("t")},
             WarehouseTable{QStringLiteral("shop"), QStringLiteral("_leat_staging_x")},
             WarehouseTable{QStringLiteral("shop"), QStringLiteral("nul") + QChar(QChar::Null)}}) {
        spec.target = table;
        VERIFY_ERROR(warehouse->begin(spec), ErrorCode::InvalidArgument);
    }
    VERIFY_ERROR(warehouse->dropSchema(QStringLiteral("_leat")), ErrorCode::InvalidArgument);
}

void TestDuckLoad::oneSessionPerTable()
{
    WarehouseFixture warehouse;
    FakeTable read = idTable({{1, "a"}});
    const LoadSpec spec = swapSpec(read);
    Result<std::unique_ptr<LoadSession>> session = warehouse->begin(spec);
    VERIFY_OK(session);
    LoadSpec same = spec;
    same.target.table = QStringLiteral("ORDERS");
    VERIFY_ERROR(warehouse->begin(same), ErrorCode::Busy);
    VERIFY_ERROR(warehouse->drop(kTable), ErrorCode::Busy);
    VERIFY_ERROR(warehouse->dropSchema(QStringLiteral("Shop")), ErrorCode::Busy);
    session->reset();
    VERIFY_OK(warehouse->begin(same));
}

void TestDuckLoad::readerErrorsComeBackUnchanged()
{
    WarehouseFixture warehouse;
    Error error = makeError(ErrorCode::ConnectionLost, QStringLiteral("server went away"), {{QStringLiteral("host"), QStringLiteral("db")}});
    error.sqlState = QStringLiteral("57P01");
    error.owner = Owner::Source;
    error.phase = Phase::Read;
    for (bool onOpen : {false, true}) {
        FakeTable read({column("id", Kind::Int64)}, 100'000, [](qint64 i) { return FakeRow{i}; });
        if (onOpen)
            read.failToOpen(error);
        else
            read.failAt(50'000, error);
        Result<std::unique_ptr<LoadSession>> session = warehouse->begin(swapSpec(read));
        VERIFY_OK(session);
        const Result<qint64> rows = (*session)->load(read, {});
        QVERIFY(!rows);
        QCOMPARE(rows.error(), error);
        VERIFY_ERROR((*session)->commit(WarehouseFixture::record(0), {}), ErrorCode::Internal);
    }
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'shop'")), QStringLiteral("0"));
}

void TestDuckLoad::cancelStopsALoad()
{
    WarehouseFixture warehouse;
    FakeTable before = idTable({{1, "a"}});
    VERIFY_OK(warehouse.swap(kTable, before));
    const CancelSource source;
    std::atomic<int> batches{0};
    FakeTable endless({column("id", Kind::Int64), column("v", Kind::Text)}, std::numeric_limits<qint64>::max() / 2,
        [](qint64 i) { return FakeRow{i, QByteArray("some text that is not short")}; });
    QElapsedTimer sinceCancel;
    endless.onBatch([&](const CancelToken&) {
        if (++batches == 20) {
            sinceCancel.start();
            source.cancel();
        }
    });
    Result<std::unique_ptr<LoadSession>> session = warehouse->begin(swapSpec(endless));
    VERIFY_OK(session);
    VERIFY_ERROR((*session)->load(endless, source.token()), ErrorCode::Cancelled);
    QVERIFY(sinceCancel.elapsed() < 1000);
    session->reset();
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a"));
    QCOMPARE(*warehouse->recover(), 0);
}

void TestDuckLoad::cancelledBeforeItBegins()
{
    WarehouseFixture warehouse;
    const CancelSource source;
    source.cancel();
    FakeTable read = idTable({{1, "a"}});
    Result<std::unique_ptr<LoadSession>> session = warehouse->begin(swapSpec(read));
    VERIFY_OK(session);
    VERIFY_ERROR((*session)->load(read, source.token()), ErrorCode::Cancelled);
    // Loaded, then cancelled: commit refuses as well.
    FakeTable again = idTable({{1, "a"}});
    session->reset();
    session = warehouse->begin(swapSpec(again));
    VERIFY_OK((*session)->load(again, {}));
    VERIFY_ERROR((*session)->commit(WarehouseFixture::record(1), source.token()), ErrorCode::Cancelled);
    session->reset();
    QVERIFY(!*warehouse->state(kTable));
}

void TestDuckLoad::abandonedSessionLeavesNothing()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}});
    VERIFY_OK(warehouse.swap(kTable, first));
    for (LoadMode mode : {LoadMode::Swap, LoadMode::Upsert, LoadMode::Append}) {
        FakeTable read = idTable({{2, "b"}});
        LoadSpec spec = swapSpec(read);
        spec.mode = mode;
        spec.keyColumns = QStringList{QStringLiteral("id")};
        Result<std::unique_ptr<LoadSession>> session = warehouse->begin(spec);
        VERIFY_OK(session);
        VERIFY_OK((*session)->load(read, {}));
    }
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM duckdb_tables() WHERE table_name LIKE '%staging%'")), QStringLiteral("0"));
}

void TestDuckLoad::failedStatementKillsTheCommit_T132()
{
    WarehouseFixture warehouse;
    Result<std::shared_ptr<DuckInstance>> other = DuckInstance::open({warehouse.dir() + QStringLiteral("/other.duckdb")});
    VERIFY_OK(other);
    Result<PooledConnection> connection = (*other)->connect();
    VERIFY_OK(connection);
    VERIFY_OK((*connection)->run("CREATE TABLE t (a INTEGER)"));
    {
        Result<DuckTransaction> transaction = DuckTransaction::begin(**connection);
        VERIFY_OK(transaction);
        VERIFY_OK(transaction->run("INSERT INTO t VALUES (1)"));
        VERIFY_ERROR(transaction->run("SELECT error('broken')"), ErrorCode::WarehouseQueryFailed);
        VERIFY_ERROR(transaction->run("INSERT INTO t VALUES (2)"), ErrorCode::WarehouseQueryFailed);
        VERIFY_ERROR(transaction->commit(), ErrorCode::WarehouseQueryFailed);
    }
    QCOMPARE(*(*connection)->number("SELECT count(*) FROM t"), 0);
}

void TestDuckLoad::touchMovesTheCursorOn()
{
    WarehouseFixture warehouse;
    FakeTable read = idTable({{1, "a"}});
    VERIFY_OK(warehouse.swap(kTable, read));
    CommitRecord record = WarehouseFixture::record(0, 2);
    record.cursor.horizon = 18446744073709551615ULL;
    VERIFY_OK(warehouse->touch(kTable, record));
    const Result<std::optional<StoredState>> state = warehouse->state(kTable);
    QCOMPARE((*state)->last.cursor, record.cursor);
    QCOMPARE((*state)->last.runId, 2);
    QCOMPARE((*state)->tableRows, 1);
}

void TestDuckLoad::dropAndDropSchema()
{
    WarehouseFixture warehouse;
    const WarehouseTable other{QStringLiteral("shop"), QStringLiteral("other")};
    const WarehouseTable elsewhere{QStringLiteral("main"), QStringLiteral("orders")};
    for (const WarehouseTable& table : {kTable, other, elsewhere}) {
        FakeTable read = idTable({{1, "a"}});
        VERIFY_OK(warehouse.swap(table, read));
    }
    VERIFY_OK(warehouse->drop(other));
    VERIFY_OK(warehouse->drop(other));
    QVERIFY(!*warehouse->state(other));
    QVERIFY(*warehouse->state(kTable));
    // A schema with something in it stays, whoever made that.
    const QString schemas = QStringLiteral("SELECT count(*) FROM duckdb_schemas() WHERE schema_name = 'shop'");
    VERIFY_OK(warehouse->dropSchema(QStringLiteral("shop")));
    VERIFY_OK(warehouse->dropSchema(QStringLiteral("main")));
    VERIFY_OK(warehouse->dropSchema(QStringLiteral("never there")));
    QCOMPARE(warehouse->states()->size(), std::size_t(2));
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a"));
    for (const WarehouseTable& table : {kTable, elsewhere})
        VERIFY_OK(warehouse->drop(table));
    QCOMPARE(warehouse.text(schemas), QStringLiteral("1"));
    VERIFY_OK(warehouse->dropSchema(QStringLiteral("Shop")));
    VERIFY_OK(warehouse->dropSchema(QStringLiteral("main")));
    QCOMPARE(warehouse.text(schemas), QStringLiteral("0"));
    QCOMPARE(warehouse->states()->size(), std::size_t(0));
}

void TestDuckLoad::whatSomebodyMadeKeepsTheSchema()
{
    WarehouseFixture warehouse;
    const auto byAnother = [&warehouse](const QByteArray& sql) {
        warehouse.close();
        {
            const Result<std::shared_ptr<DuckInstance>> other = DuckInstance::open({warehouse.path()});
            VERIFY_OK(other);
            Result<PooledConnection> connection = (*other)->connect();
            VERIFY_OK(connection);
            VERIFY_OK((*connection)->run(sql));
        }
        warehouse.reopen();
    };
    const QString schemas = QStringLiteral("SELECT count(*) FROM duckdb_schemas() WHERE schema_name = 'shop'");
    byAnother("CREATE SCHEMA shop");
    for (const QByteArray what : {"VIEW shop.seen", "SEQUENCE shop.seen", "MACRO shop.seen", "TYPE shop.seen"}) {
        const QByteArray more = what.startsWith('V') ? " AS SELECT 1 AS n" : what.startsWith('M') ? "(n) AS n * 2" : what.startsWith('T') ? " AS ENUM ('well')" : "";
        byAnother("CREATE " + what + more);
        VERIFY_OK(warehouse->dropSchema(QStringLiteral("shop")));
        QCOMPARE(warehouse.text(schemas), QStringLiteral("1"));
        byAnother("DROP " + what);
    }
    VERIFY_OK(warehouse->dropSchema(QStringLiteral("shop")));
    QCOMPARE(warehouse.text(schemas), QStringLiteral("0"));
}

void TestDuckLoad::sessionsRunSideBySide()
{
    WarehouseFixture warehouse;
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            const WarehouseTable table{QStringLiteral("shop"), QStringLiteral("t%1").arg(t)};
            for (int run = 1; run <= 10; ++run) {
                FakeTable read({column("id", Kind::Int64), column("n", Kind::Int32)}, 3000,
                    [run](qint64 i) { return FakeRow{i + run * 10, qint64(run)}; });
                const Result<CommitOutcome> outcome = t % 2
                    ? warehouse.upsert(table, read, {QStringLiteral("id")}, run) : warehouse.swap(table, read, run);
                if (!outcome) {
                    qWarning("%s", qPrintable(explain(outcome.error())));
                    ++failures;
                }
                if (!warehouse->state(table))
                    ++failures;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*), count(DISTINCT id), max(n) FROM shop.t1")), QStringLiteral("3090|3090|10"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*), min(n) FROM shop.t2")), QStringLiteral("3000|10"));
    QCOMPARE(warehouse->states()->size(), std::size_t(4));
}

void TestDuckLoad::readersSeeOldOrNewRows()
{
    WarehouseFixture warehouse;
    const auto rows = [](qint64 n) { return [n](qint64) { return FakeRow{n}; }; };
    FakeTable first({column("n", Kind::Int64)}, 5000, rows(0));
    VERIFY_OK(warehouse.swap(kTable, first));
    std::atomic<bool> done{false};
    std::thread writer([&] {
        for (qint64 run = 1; run <= 15; ++run) {
            FakeTable read({column("n", Kind::Int64)}, 5000, rows(run));
            if (!warehouse.swap(kTable, read, run))
                break;
        }
        done = true;
    });
    int looks = 0;
    QStringList wrong;
    while (!done || looks < 3) {
        const QString seen = warehouse.text(QStringLiteral("SELECT count(*), count(DISTINCT n) FROM shop.orders"));
        if (seen != QLatin1String("5000|1"))
            wrong.append(seen);
        ++looks;
    }
    writer.join();
    QCOMPARE(wrong, QStringList());
    QCOMPARE(warehouse.text(QStringLiteral("SELECT max(n) FROM shop.orders")), QStringLiteral("15"));
}

void TestDuckLoad::loadsInTwoSteps()
{
    WarehouseFixture warehouse;
    FakeTable first = idTable({{1, "a"}});
    FakeTable second = idTable({{2, "b"}, {3, "c"}});
    Result<std::unique_ptr<LoadSession>> session = warehouse->begin(swapSpec(first));
    VERIFY_OK(session);
    VERIFY_OK((*session)->load(first, {}));
    VERIFY_OK((*session)->load(second, {}));
    VERIFY_OK((*session)->commit(WarehouseFixture::record(3), {}));
    VERIFY_ERROR((*session)->commit(WarehouseFixture::record(3), {}), ErrorCode::Internal);
    QCOMPARE(warehouse.text(kRows), QStringLiteral("1|a;2|b;3|c"));
}

QTEST_GUILESS_MAIN(TestDuckLoad)
#include "tst_duckload.moc"
