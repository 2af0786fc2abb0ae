// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/postgresfactory.h"
#include "engine/sync/syncrun.h"
#include "engine/warehouse/duckdb/duckwarehouse.h"
#include "tests/support/pgserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <duckdb.h>

using namespace leat;
using leat::test::PgServer;

namespace {

const TableName kOrders{QStringLiteral("public"), QStringLiteral("orders")};
const WarehouseTable kTarget{QStringLiteral("shop"), QStringLiteral("orders")};
constexpr qint64 kRows = 30'000;

/// How many rows may still be delivered; then the connection is lost.
struct Limit
{
    std::atomic<qint64> left{std::numeric_limits<qint64>::max()};
};

class BreakingReader final : public BatchReader
{
public:
    BreakingReader(std::unique_ptr<BatchReader> real, Limit& limit) : m_real(std::move(real)), m_limit(limit) {}
    Result<std::size_t> fill(RecordBatch& batch) override
    {
        if (m_limit.left <= 0)
            return makeError(ErrorCode::ConnectionLost);
        Result<std::size_t> rows = m_real->fill(batch);
        if (rows)
            m_limit.left -= static_cast<qint64>(*rows);
        return rows;
    }

private:
    std::unique_ptr<BatchReader> m_real;
    Limit& m_limit;
};

class BreakingRead final : public TableRead
{
public:
    BreakingRead(std::unique_ptr<TableRead> real, Limit& limit) : m_real(std::move(real)), m_limit(limit) {}
    const std::vector<ReadColumn>& columns() const override { return m_real->columns(); }
    int usefulReaders() const override { return m_real->usefulReaders(); }
    Result<std::unique_ptr<BatchReader>> openReader(const CancelToken& cancel) override
    {
        Result<std::unique_ptr<BatchReader>> reader = m_real->openReader(cancel);
        if (!reader)
            return reader;
        return std::unique_ptr<BatchReader>(std::make_unique<BreakingReader>(std::move(*reader), m_limit));
    }
    const ReadCounters& counters() const override { return m_real->counters(); }
    void offer(const std::vector<int>& pieces) override { m_real->offer(pieces); }
    void allow(qint64 rowsPerReader) override { m_real->allow(rowsPerReader); }
    std::vector<PieceRows> takeFinished() override { return m_real->takeFinished(); }
    bool isExhausted() const override { return m_real->isExhausted(); }

private:
    std::unique_ptr<TableRead> m_real;
    Limit& m_limit;
};

class BreakingSnapshot final : public TableSnapshot
{
public:
    BreakingSnapshot(std::unique_ptr<TableSnapshot> real, Limit& limit, bool blind, bool lagging) : m_real(std::move(real)), m_limit(limit), m_blind(blind)
    {
        if (lagging) {
            m_older = m_real->facts();
            m_older->nextXid = *m_older->nextXid - 1;
        }
    }
    const TableShape& shape() const override { return m_real->shape(); }
    const SnapshotFacts& facts() const override { return m_older ? *m_older : m_real->facts(); }
    Result<std::optional<QString>> maxCursor(const QString& column) override { return m_real->maxCursor(column); }
    Result<int> compareCursor(const QString& column, const QString& a, const QString& b) override { return m_real->compareCursor(column, a, b); }
    Result<bool> isInFuture(const QString& column, const QString& value) override { return m_real->isInFuture(column, value); }
    Result<std::optional<QString>> maxCursorByNow(const QString& column) override { return m_real->maxCursorByNow(column); }
    Result<qint64> countNulls(const QString& column) override { return m_real->countNulls(column); }
    Result<std::unique_ptr<TableRead>> read(const ReadSpec& spec) override
    {
        Result<std::unique_ptr<TableRead>> read = m_real->read(spec);
        if (!read)
            return read;
        return std::unique_ptr<TableRead>(std::make_unique<BreakingRead>(std::move(*read), m_limit));
    }
    QStringList cut() const override { return m_real->cut(); }
    Result<std::vector<bool>> unchanged(const QStringList& all, const std::vector<PieceMark>& read, quint64 since, const CancelToken& cancel) override
    {
        // The naive design: what was read once is taken for unchanged.
        return m_blind ? Result(std::vector<bool>(read.size(), true)) : m_real->unchanged(all, read, since, cancel);
    }
    Result<bool> confirmShape(const CancelToken& cancel) override { return m_real->confirmShape(cancel); }

private:
    std::unique_ptr<TableSnapshot> m_real;
    Limit& m_limit;
    const bool m_blind;
    std::optional<SnapshotFacts> m_older;
};

/// A real PostgreSQL source whose connection is lost when it is told to.
class BreakingSource final : public Source
{
public:
    explicit BreakingSource(std::unique_ptr<Source> real) : m_real(std::move(real)) {}
    Result<CheckReport> check(const std::function<void(const CheckReport&)>& onStep, const CancelToken& cancel) override { return m_real->check(onStep, cancel); }
    Result<void> probe(const CancelToken& cancel) override { return m_real->probe(cancel); }
    Result<std::vector<TableListing>> listTables(const CancelToken& cancel) override { return m_real->listTables(cancel); }
    QString defaultNamespace() const override { return m_real->defaultNamespace(); }
    Result<SyncOptions> options(const TableName& table, const CancelToken& cancel) override { return m_real->options(table, cancel); }
    Result<KeyCheck> checkKey(const TableName& table, const QStringList& key, const CancelToken& cancel) override { return m_real->checkKey(table, key, cancel); }
    Result<std::unique_ptr<TableSnapshot>> openSnapshot(const TableName& table, const CancelToken& cancel) override
    {
        Result<std::unique_ptr<TableSnapshot>> snapshot = m_real->openSnapshot(table, cancel);
        if (!snapshot)
            return snapshot;
        return std::unique_ptr<TableSnapshot>(std::make_unique<BreakingSnapshot>(std::move(*snapshot), limit, blind, lagging));
    }
    Limit limit;
    bool blind = false;
    bool lagging = false;          ///< answers like a replica that has not seen what the last run may have

private:
    std::unique_ptr<Source> m_real;
};

} // namespace

/// Complete copies that break off and go on (T226): a real PostgreSQL, a real warehouse file.
class TestResume : public QObject
{
    Q_OBJECT

private:
    PgServer m_server;
    std::unique_ptr<BreakingSource> m_source;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Warehouse> m_warehouse;
    qint64 m_run = 0;
    SchemaConfig m_config;

    void open()
    {
        m_warehouse.reset();
        DuckOptions options;
        options.path = m_dir->filePath(QStringLiteral("w.duckdb"));
        options.tempDir = m_dir->filePath(QStringLiteral("spill"));
        Result<std::unique_ptr<Warehouse>> warehouse = DuckWarehouse::open(options);
        QVERIFY2(warehouse, qPrintable(warehouse ? QString() : warehouse.error().detail));
        m_warehouse = std::move(*warehouse);
        QVERIFY(m_warehouse->recover());
    }
    RunReport sync(qint64 breakAfter = -1, qint64 fromBytes = 0)
    {
        m_source->limit.left = breakAfter < 0 ? std::numeric_limits<qint64>::max() : breakAfter;
        RunOrder order;
        order.runId = RunId{++m_run};
        order.fence = m_run;
        order.table = kOrders;
        order.target = kTarget;
        order.config = m_config;
        order.resume = {fromBytes, 250};
        order.readers = 2;
        class SystemLike final : public Clock
        {
            QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
            qint64 monotonicMs() const override { return 0; }
        } clock;
        RunMonitor monitor(clock, [](QString text) { return text; });
        SyncRun run(*m_source, *m_warehouse, monitor, order);
        return run.execute({});
    }
    QString warehouseDigest()
    {
        const Result<QueryResult> rows = m_warehouse->query(QStringLiteral(
            "SELECT count(*) || ' ' || coalesce(sum(id), 0) || ' ' || coalesce(sum(v), 0) || ' ' || count(DISTINCT id) FROM shop.orders"), 1, {});
        return rows ? rows->rows.front().front() : rows.error().detail;
    }
    QString sourceDigest()
    {
        return m_server.value(QStringLiteral(
            "SELECT count(*) || ' ' || coalesce(sum(id), 0) || ' ' || coalesce(sum(v), 0) || ' ' || count(DISTINCT id) FROM orders"));
    }
    int staging()
    {
        const Result<QueryResult> rows = m_warehouse->query(QStringLiteral("SELECT count(*) FROM duckdb_tables() WHERE table_name LIKE '\\_leat\\_staging%' ESCAPE '\\'"), 1, {});
        return rows->rows.front().front().toInt();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PgServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
    }
    void init()
    {
        QVERIFY(m_server.exec(QStringLiteral("DROP TABLE IF EXISTS orders; CREATE TABLE orders(id int, v int, pad text) WITH (fillfactor = 90);"
            "INSERT INTO orders SELECT i, i % 1000, repeat('x', 400) FROM generate_series(1, %1) i; ANALYZE orders").arg(kRows)));
        m_dir = std::make_unique<QTemporaryDir>();
        m_config = {};
        Result<std::unique_ptr<Source>> source = PostgresFactory().create(m_server.socketSettings(), {});
        m_source = std::make_unique<BreakingSource>(std::move(*source));
        open();
    }
    void cleanup()
    {
        m_warehouse.reset();
        m_source.reset();
    }

    void brokenAtHalfTheNextRunReadsTheOtherHalf_T226()
    {
        QVERIFY(sync(kRows / 2).error);
        QCOMPARE(staging(), 1);
        open();                                            // as after a kill
        QCOMPARE(staging(), 1);
        const RunReport report = sync();
        QVERIFY(!report.error);
        QVERIFY2(report.rowsRead <= kRows * 55 / 100, qPrintable(QString::number(report.rowsRead)));
        QCOMPARE(report.tableRows, kRows);
        QCOMPARE(warehouseDigest(), sourceDigest());
        QCOMPARE(staging(), 0);
        QVERIFY(m_warehouse->keptCopies()->empty());
        const Result<QueryResult> columns = m_warehouse->query(QStringLiteral("SELECT * FROM shop.orders LIMIT 1"), 1, {});
        QCOMPARE(columns->columns, (QStringList{QStringLiteral("id"), QStringLiteral("v"), QStringLiteral("pad")}));
    }

    void whatIsCommittedTogetherFillsRowGroups_T226()
    {
        constexpr qint64 kGroup = 122'880;
        PiecedCopy copy;
        copy.rows = 0;                                                      // unknown
        QCOMPARE(copy.rowsOfAStep(2, kGroup), kGroup);
        copy.rows = 5'000'000;                                              // two groups are 4.9 %
        QCOMPARE(copy.rowsOfAStep(2, kGroup), kGroup);
        copy.rows = 25'000'000;                                             // a million is four groups for each of two
        QCOMPARE(copy.rowsOfAStep(2, kGroup), 4 * kGroup);
        QCOMPARE(copy.rowsOfAStep(1, kGroup), 8 * kGroup);
        QCOMPARE(copy.rowsOfAStep(16, kGroup), kGroup);
    }

    void brokenAtEveryTenthItStillEnds_T226()
    {
        qint64 read = 0;
        int runs = 0;
        for (RunReport report; runs == 0 || report.error; ++runs) {
            QVERIFY(runs < 40);
            report = sync(kRows / 10 + 500);               // in the middle of a step
            read += report.rowsRead;
            open();
        }
        QVERIFY(runs > 5);
        // What is read again each time: half a step and two pieces, of a tenth that is read.
        QVERIFY2(read <= kRows * 3 / 2, qPrintable(QString::number(read)));
        QCOMPARE(warehouseDigest(), sourceDigest());
    }

    // Naive: what was staged before is taken as it is; rows deleted since stay, changed ones are old and
    // stand there twice.
    void whatChangedBetweenTheSnapshotsIsReadAgain_T226_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("update") << QStringLiteral("UPDATE orders SET v = v + 7 WHERE id % 4000 = 1");
        QTest::newRow("delete") << QStringLiteral("DELETE FROM orders WHERE id BETWEEN 100 AND 300");
        QTest::newRow("insert") << QStringLiteral("INSERT INTO orders SELECT i, 1, 'new' FROM generate_series(100001, 103000) i");
        QTest::newRow("moved") << QStringLiteral("UPDATE orders SET pad = repeat('y', 900) WHERE id BETWEEN 10 AND 400");
        QTest::newRow("reused") << QStringLiteral("DELETE FROM orders WHERE id < 200; VACUUM orders; INSERT INTO orders SELECT i, 2, repeat('x', 400) FROM generate_series(200001, 200199) i");
        QTest::newRow("all") << QStringLiteral("UPDATE orders SET v = 1");
        QTest::newRow("rewritten") << QStringLiteral("VACUUM FULL orders");
        QTest::newRow("truncated") << QStringLiteral("TRUNCATE orders; INSERT INTO orders SELECT i, 3, 'x' FROM generate_series(1, 60000) i");
        QTest::newRow("nothing") << QString();
    }
    void whatChangedBetweenTheSnapshotsIsReadAgain_T226()
    {
        QFETCH(QString, change);
        QVERIFY(sync(kRows * 6 / 10).error);
        for (const QString& statement : change.split(QLatin1Char(';'), Qt::SkipEmptyParts))
            QVERIFY2(m_server.exec(statement), qPrintable(m_server.error()));
        open();
        QVERIFY(sync(kRows / 10).error || warehouseDigest() == sourceDigest());
        const RunReport report = sync();
        QVERIFY(!report.error);
        QCOMPARE(warehouseDigest(), sourceDigest());
        if (change.startsWith(QLatin1String("DELETE FROM orders WHERE id BETWEEN")))
            QVERIFY2(report.rowsRead < kRows / 2, "few pieces were read again");
    }

    void takingOldPiecesForUnchangedWouldShow()
    {
        QVERIFY(sync(kRows * 6 / 10).error);
        QVERIFY(m_server.exec(QStringLiteral("DELETE FROM orders WHERE id BETWEEN 100 AND 300")));
        m_source->blind = true;
        QVERIFY(!sync().error);
        QVERIFY(warehouseDigest() != sourceDigest());
    }

    void anOpenTransactionAtTheFirstSnapshotLosesNothing_T226()
    {
        // Its rows are above the first horizon, whether the first snapshot saw its neighbours or not.
        QVERIFY(m_server.exec(QStringLiteral("CREATE TABLE IF NOT EXISTS other(id int)")));
        QVERIFY(sync(kRows * 6 / 10).error);
        QVERIFY(m_server.exec(QStringLiteral("BEGIN; UPDATE orders SET v = 5 WHERE id IN (5, 6, 7); SAVEPOINT s; DELETE FROM orders WHERE id = 9; RELEASE s; COMMIT")));
        QVERIFY(!sync().error);
        QCOMPARE(warehouseDigest(), sourceDigest());
    }

    void anotherShapeBeginsAnew()
    {
        QVERIFY(sync(kRows * 6 / 10).error);
        QVERIFY(m_server.exec(QStringLiteral("ALTER TABLE orders ADD extra int DEFAULT 1")));
        const RunReport report = sync();
        QVERIFY(!report.error);
        QCOMPARE(report.rowsRead, kRows);
        QCOMPARE(warehouseDigest(), sourceDigest());
        QCOMPARE(staging(), 0);
    }

    void smallTablesStartOver()
    {
        QVERIFY(sync(kRows / 2, qint64{1} << 40).error);
        QCOMPARE(staging(), 0);
        QVERIFY(m_warehouse->keptCopies()->empty());
    }

    // Nothing is committed yet: neither rows nor notes stay, and the next start finds its way.
    void brokenInTheFirstStepNothingIsKept()
    {
        QVERIFY(sync(1).error);
        open();
        QCOMPARE(staging(), 0);
        QVERIFY(m_warehouse->keptCopies()->empty());
        QVERIFY(!sync().error);
        QCOMPARE(warehouseDigest(), sourceDigest());
    }

    // Whoever dropped it: notes of a table that is not there keep nobody from starting.
    void notesWithoutATableAreForgotten()
    {
        QVERIFY(sync(kRows / 2).error);
        const QString name = m_warehouse->keptCopies()->front().staging;
        m_warehouse.reset();
        duckdb_database file = nullptr;
        duckdb_connection connection = nullptr;
        QCOMPARE(duckdb_open(qPrintable(m_dir->filePath(QStringLiteral("w.duckdb"))), &file), DuckDBSuccess);
        QCOMPARE(duckdb_connect(file, &connection), DuckDBSuccess);
        QCOMPARE(duckdb_query(connection, qPrintable(QStringLiteral("DROP TABLE shop.\"%1\"").arg(name)), nullptr), DuckDBSuccess);
        duckdb_disconnect(&connection);
        duckdb_close(&file);
        open();
        QVERIFY(m_warehouse->keptCopies()->empty());
        QVERIFY(!sync().error);
        QCOMPARE(warehouseDigest(), sourceDigest());
    }

    // A label changes what rows are read as, and writes none of them anew.
    void aRenamedLabelBeginsAnew_T226()
    {
        QVERIFY(m_server.exec(QStringLiteral("DROP TYPE IF EXISTS mood; CREATE TYPE mood AS ENUM ('open', 'shut'); ALTER TABLE orders ADD mood mood DEFAULT 'open'")));
        QVERIFY(sync(kRows * 6 / 10).error);
        QVERIFY(m_server.exec(QStringLiteral("ALTER TYPE mood RENAME VALUE 'open' TO 'opened'")));
        const RunReport report = sync();
        QVERIFY(!report.error);
        QCOMPARE(report.rowsRead, kRows);
        const Result<QueryResult> labels = m_warehouse->query(QStringLiteral("SELECT DISTINCT mood FROM shop.orders"), 9, {});
        QCOMPARE(labels->rows.size(), std::size_t(1));
        QCOMPARE(labels->rows.front().front(), QStringLiteral("opened"));
        QVERIFY(m_server.exec(QStringLiteral("DROP TABLE orders; DROP TYPE mood")));
    }

    // The horizon of a lagging replica can be the same, and rows that were kept be unknown to it.
    void anOlderSnapshotBeginsAnew_T226()
    {
        QVERIFY(sync(kRows * 6 / 10).error);
        m_source->lagging = true;
        const RunReport report = sync();
        QVERIFY(!report.error);
        QCOMPARE(report.rowsRead, kRows);
    }

    // Bad rows are looked for in the whole table, so they are held against all of its rows.
    void theErrorBudgetCountsTheKeptRows()
    {
        m_config.syncType = SyncType::Incremental;
        m_config.incrementalField = QStringLiteral("v");
        m_config.primaryKeyColumns = QStringList{QStringLiteral("id")};
        m_config.errorBudget.percent = 1;
        QVERIFY(m_server.exec(QStringLiteral("INSERT INTO orders SELECT id, v, pad FROM orders WHERE id % 800 = 0")));
        QVERIFY(sync(kRows * 95 / 100).error);
        QCOMPARE(m_warehouse->keptCopies()->size(), std::size_t(1));
        const RunReport report = sync();
        QVERIFY2(!report.error, qPrintable(report.error ? report.error->detail : QString()));
        QVERIFY(report.rowsRead < kRows / 10);
        QVERIFY(report.rowsQuarantined > report.rowsRead / 100);    // naive: over the budget
    }

    void deletingTheTableForgetsWhatIsKept_data()
    {
        QTest::addColumn<bool>("synced");
        QTest::addColumn<bool>("trashed");
        QTest::newRow("dropped") << false << false;
        QTest::newRow("to the trash") << true << true;
        QTest::newRow("to the trash, no table yet") << false << true;
    }
    void deletingTheTableForgetsWhatIsKept()
    {
        QFETCH(bool, synced);
        QFETCH(bool, trashed);
        QVERIFY(!synced || !sync().error);
        QVERIFY(sync(kRows / 2).error);
        QCOMPARE(m_warehouse->keptCopies()->size(), std::size_t(1));
        if (trashed)
            QCOMPARE(m_warehouse->trash(kTarget, {}).has_value(), synced);
        else
            QVERIFY(m_warehouse->drop(kTarget));
        QVERIFY(m_warehouse->keptCopies()->empty());
        QCOMPARE(staging(), 0);
    }
};

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
