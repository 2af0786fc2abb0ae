// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sqlite/sqlitelab.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <map>
#include <thread>

using namespace leat;
using namespace leat::test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

constexpr const char* kSeries = "WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < %1) ";

QByteArray series(int count, const QByteArray& rest)
{
    return QString::fromLatin1(kSeries).arg(count).toUtf8() + rest + ";";
}

std::unique_ptr<TableSnapshot> snapshotOf(Source& source, const QString& table)
{
    Result<std::unique_ptr<TableSnapshot>> snapshot = source.openSnapshot({QString(), table}, {});
    return snapshot ? std::move(*snapshot) : nullptr;
}

/// The first column of the rows that a cursor range delivers, in order.
QStringList range(TableSnapshot& snapshot, const ReadSpec& spec)
{
    Result<std::unique_ptr<TableRead>> read = snapshot.read(spec);
    if (!read)
        return {QStringLiteral("error: ") + toString(read.error().code)};
    Result<Rows> rows = readAll(**read);
    if (!rows)
        return {QStringLiteral("error: ") + toString(rows.error().code)};
    QStringList ids;
    for (const QStringList& row : *rows)
        ids.append(row.first());
    std::sort(ids.begin(), ids.end());
    return ids;
}

ReadSpec between(const char* column, const char* from, const char* to)
{
    ReadSpec spec;
    spec.columns = QStringList{s("id"), s(column)};
    spec.cursorColumn = s(column);
    if (from)
        spec.cursorFrom = s(from);
    if (to)
        spec.cursorTo = s(to);
    return spec;
}

} // namespace

class TestSqliteRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parallelEqualsSingle_data()
    {
        QTest::addColumn<QByteArray>("ids");
        QTest::newRow("dense") << QByteArray("n");
        QTest::newRow("holes") << QByteArray("n * 1000 - (n % 7)");
        QTest::newRow("far apart") << QByteArray("CASE WHEN n = 1 THEN -9223372036854775808 WHEN n = 150000 THEN 9223372036854775807 ELSE n END");
        QTest::newRow("two heaps") << QByteArray("CASE WHEN n % 2 THEN n ELSE 4000000000000 + n END");
    }
    void parallelEqualsSingle()
    {
        QFETCH(QByteArray, ids);
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);" + series(150'000, "INSERT INTO t SELECT " + ids + ", 'value number ' || n FROM g")));
        const std::unique_ptr<Source> source = lab.source({{s("readers"), s("4")}});
        const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source, s("t"));
        QVERIFY(snapshot != nullptr);
        Result<std::unique_ptr<TableRead>> single = snapshot->read(allColumns(*snapshot, 1));
        QCOMPARE((*single)->usefulReaders(), 1);
        Result<Rows> expected = readAll(**single);
        QVERIFY(expected.has_value());
        QCOMPARE(expected->size(), std::size_t{150'000});
        Result<std::unique_ptr<TableRead>> many = snapshot->read(allColumns(*snapshot, 4));
        QCOMPARE((*many)->usefulReaders(), 4);
        Result<Rows> rows = readAllParallel(**many, 4);
        QVERIFY(rows.has_value());
        std::sort(rows->begin(), rows->end());
        std::sort(expected->begin(), expected->end());
        QVERIFY(*rows == *expected);
        const ReadCounters& counters = (*many)->counters();
        QCOMPARE(counters.rows.load(), 150'000);
        QVERIFY(counters.slices.load() >= 8);
        QCOMPARE(counters.slicesDone.load(), counters.slices.load());
        QVERIFY(counters.bytes.load() > 150'000 * 8);
    }

    void oneReaderIsEnoughForTheRest()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE small (id INTEGER PRIMARY KEY); INSERT INTO small VALUES (3), (1);"
                           "CREATE TABLE empty (id INTEGER PRIMARY KEY, v); CREATE TABLE w (k TEXT PRIMARY KEY, n) WITHOUT ROWID;"
                           "CREATE TABLE hidden (rowid TEXT, oid TEXT, _rowid_ TEXT); INSERT INTO hidden VALUES ('a', 'b', 'c');"
                           "CREATE TABLE partly (rowid TEXT, v); INSERT INTO partly VALUES ('z', 1);"
                           + series(70'000, "INSERT INTO w SELECT 'key' || n, n FROM g") + "CREATE VIEW v AS SELECT n, count(*) AS c, sum(n) / 2.0 AS h FROM w GROUP BY n;"));
        const std::unique_ptr<Source> source = lab.source({{s("readers"), s("4")}});
        const std::map<QString, std::size_t> sizes{{s("small"), 2}, {s("empty"), 0}, {s("w"), 70'000}, {s("hidden"), 1}, {s("partly"), 1}, {s("v"), 70'000}};
        for (const auto& [table, size] : sizes) {
            const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source, table);
            Result<std::unique_ptr<TableRead>> read = snapshot->read(allColumns(*snapshot, 4));
            QCOMPARE((*read)->usefulReaders(), 1);
            const Result<Rows> rows = readAll(**read);
            QVERIFY(rows.has_value());
            QCOMPARE(rows->size(), size);
        }
        // A view's computed columns get the types of their values.
        const std::unique_ptr<TableSnapshot> view = snapshotOf(*source, s("v"));
        QVERIFY(view->shape().kind == TableKind::View);
        QCOMPARE(view->shape().column(s("c"))->type.kind, ColumnType::Kind::Int64);
        QCOMPARE(view->shape().column(s("h"))->type.kind, ColumnType::Kind::Double);
    }

    void readsChosenColumnsInOrder()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT); INSERT INTO t VALUES (1, 'A', 'B', 'C')"));
        const std::unique_ptr<Source> source = lab.source();
        const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source, s("t"));
        ReadSpec spec;
        spec.columns = QStringList{s("c"), s("a")};
        const Result<Rows> rows = readAll(**snapshot->read(spec));
        QCOMPARE(*rows, Rows{QStringList({s("C"), s("A")})});
        spec.columns = QStringList{s("zz")};
        QCOMPARE(toString(snapshot->read(spec).error().code), toString(ErrorCode::ColumnMissing));
        spec.columns.clear();
        QCOMPARE(toString(snapshot->read(spec).error().code), toString(ErrorCode::NothingSelected));
    }

    // T006, T015: both ends included; NULL only when asked for.
    void boundsAreInclusive()
    {
        Lab lab;
        for (const bool indexed : {false, true}) {
            const QString name = indexed ? s("indexed.db") : s("plain.db");
            Writer writer(lab.file(name));
            QVERIFY(writer.run("CREATE TABLE t (id TEXT, at DATETIME, n INTEGER);"
                               "INSERT INTO t VALUES ('a', '2024-01-01 10:00:00', 1), ('b', '2024-01-01 10:00:01', 2), ('c', '2024-01-01 10:00:01.5', 3),"
                               " ('d', '2024-01-01 10:00:02', 4), ('e', '2024-01-02', 5), ('x', NULL, NULL);"));
            if (indexed)
                QVERIFY(writer.run("CREATE INDEX t_at ON t(at); CREATE INDEX t_n ON t(n)"));
            const std::unique_ptr<Source> source = lab.source({}, name);
            const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source, s("t"));
            QCOMPARE(**snapshot->maxCursor(s("at")), s("2024-01-02"));
            QCOMPARE(**snapshot->maxCursor(s("n")), s("5"));
            QCOMPARE(*snapshot->countNulls(s("at")), 1);
            QCOMPARE(range(*snapshot, between("at", "2024-01-01 10:00:01", "2024-01-01 10:00:02")), QStringList({s("b"), s("c"), s("d")}));
            QCOMPARE(range(*snapshot, between("n", "2", "4")), QStringList({s("b"), s("c"), s("d")}));
            QCOMPARE(range(*snapshot, between("n", "5", nullptr)), QStringList({s("e")}));
            QCOMPARE(range(*snapshot, between("n", nullptr, "1")), QStringList({s("a")}));
            QCOMPARE(range(*snapshot, between("n", nullptr, nullptr)).size(), 5);
            ReadSpec spec = between("n", "4", "5");
            spec.includeNullCursor = true;
            QCOMPARE(range(*snapshot, spec), QStringList({s("d"), s("e"), s("x")}));
            spec = between("at", "2024-01-01 10:00:02", "2024-01-02");
            spec.lookbackSeconds = 1;
            QCOMPARE(range(*snapshot, spec), QStringList({s("b"), s("c"), s("d"), s("e")}));
            QCOMPARE(range(*snapshot, between("n", "two", nullptr)), QStringList{s("error: cursor-unsuitable")});
        }
    }

    void lookbackIsTheSourcesArithmetic()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id TEXT, at DATETIME, unix_time INTEGER, n INTEGER);"
                           "INSERT INTO t VALUES ('a', '2024-02-29T23:59:50Z', 1709251190, 1), ('b', '2024-03-01T00:00:05Z', 1709251205, 2);"));
        const std::unique_ptr<Source> source = lab.source();
        const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source, s("t"));
        ReadSpec spec = between("at", "2024-03-01T00:00:05Z", "2024-03-01T00:00:05Z");
        spec.lookbackSeconds = 14;
        QCOMPARE(range(*snapshot, spec), QStringList({s("b")}));
        spec.lookbackSeconds = 15;
        QCOMPARE(range(*snapshot, spec), QStringList({s("a"), s("b")}));
        spec = between("unix_time", "1709251205", nullptr);
        spec.lookbackSeconds = 15;
        QCOMPARE(range(*snapshot, spec), QStringList({s("a"), s("b")}));
        spec = between("n", "2", nullptr);
        spec.lookbackSeconds = 15;
        QCOMPARE(range(*snapshot, spec), QStringList{s("error: cursor-unsuitable")});
    }

    // Whole numbers are a time when they say so, in seconds, thousandths or millionths by their size.
    void lookbackKnowsTheUnitOfATime()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id TEXT, sec DATETIME, ms DATETIME, us DATETIME, first DATETIME, last DATETIME, early DATETIME, late DATETIME, plain INTEGER);"
                           "INSERT INTO t VALUES"
                           " ('a', 1709251190, 1709251190000, 1709251190000000, 99999985, 99999985000, 99999984, 99999999999999985, 1709251190),"
                           " ('b', 1709251205, 1709251205000, 1709251205000000, 100000000, 100000000000, 99999999, 100000000000000000, 1709251205);"));
        const std::unique_ptr<Source> source = lab.source();
        const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source, s("t"));
        const QStringList unsuitable{s("error: cursor-unsuitable")};
        const auto found = [&](const char* column, const char* from, qint64 lookback) {
            ReadSpec spec = between(column, from, nullptr);
            spec.lookbackSeconds = lookback;
            return range(*snapshot, spec);
        };
        for (const auto& [column, from] : std::map<const char*, const char*>{{"sec", "1709251205"}, {"ms", "1709251205000"}, {"us", "1709251205000000"}}) {
            QCOMPARE(found(column, from, 14), QStringList{s("b")});
            QCOMPARE(found(column, from, 15), (QStringList{s("a"), s("b")}));
            QCOMPARE(found(column, from, 0), QStringList{s("b")});
        }
        QCOMPARE(found("first", "100000000", 15), (QStringList{s("a"), s("b")}));       // the least that is seconds
        QCOMPARE(found("last", "100000000000", 15), (QStringList{s("a"), s("b")}));     // the least that is thousandths
        QCOMPARE(found("early", "99999999", 15), unsuitable);
        QCOMPARE(found("late", "100000000000000000", 15), unsuitable);
        QCOMPARE(found("plain", "1709251205", 15), unsuitable);
    }

    // T013: a watermark held back to the source's clock, in another spelling than the column's.
    void heldBackWatermarkSkipsNothing()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id TEXT, day DATE, at DATETIME);"
                           "INSERT INTO t VALUES ('a', '2024-05-01', '2024-05-01T10:00:00Z'), ('b', '2024-05-02', '2024-05-01T10:00:01Z'), ('c', '2199-01-01', '2199-01-01T00:00:00Z');"));
        const std::unique_ptr<Source> source = lab.source();
        const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source, s("t"));
        QCOMPARE(range(*snapshot, between("day", "2024-05-02 10:00:00", "2199-01-01")), QStringList({s("b"), s("c")}));
        QCOMPARE(range(*snapshot, between("at", "2024-05-01 10:00:01", "2199-01-01T00:00:00Z")), QStringList({s("b"), s("c")}));
    }

    void cursorOnTheRowid()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);" + series(200'000, "INSERT INTO t SELECT n, 'v' || n FROM g")));
        const std::unique_ptr<Source> source = lab.source({{s("readers"), s("2")}});
        const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source, s("t"));
        ReadSpec spec = between("id", "50001", "150000");
        spec.columns = QStringList{s("id")};
        spec.readers = 2;
        Result<std::unique_ptr<TableRead>> read = snapshot->read(spec);
        QCOMPARE((*read)->usefulReaders(), 2);
        Result<Rows> rows = readAllParallel(**read, 2);
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), std::size_t{100'000});
        spec = between("id", "200000", nullptr);
        QCOMPARE(range(*snapshot, spec), QStringList{s("200000")});
        spec = between("id", "200001", nullptr);
        QCOMPARE(range(*snapshot, spec), QStringList());
    }

    void comparesCursorsAsTheSourceDoes()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (n INTEGER, at DATETIME, r REAL, note TEXT); INSERT INTO t VALUES (10, '2024-01-01 10:00:00', 0.5, 'x')"));
        const std::unique_ptr<Source> source = lab.source();
        const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source, s("t"));
        QCOMPARE(*snapshot->compareCursor(s("n"), s("9"), s("10")), -1);
        QCOMPARE(*snapshot->compareCursor(s("n"), s("10"), s("10")), 0);
        QCOMPARE(*snapshot->compareCursor(s("n"), s("9007199254740993"), s("9007199254740992")), 1);
        QCOMPARE(*snapshot->compareCursor(s("at"), s("2024-01-01 10:00:00"), s("2024-01-01 10:00:00.1")), -1);
        QCOMPARE(*snapshot->compareCursor(s("at"), s("2024-01-01"), s("2024-01-01")), 0);
        QVERIFY(*snapshot->isInFuture(s("at"), s("2199-01-01")));        // T013
        QVERIFY(!*snapshot->isInFuture(s("at"), s("2024-01-01")));
        QVERIFY(!*snapshot->isInFuture(s("n"), s("9223372036854775807")));
        QVERIFY(!*snapshot->isInFuture(s("r"), s("2199-01-01")));
        QCOMPARE(toString(snapshot->maxCursor(s("r")).error().code), toString(ErrorCode::CursorUnsuitable));
        QCOMPARE(snapshot->maxCursor(s("r")).error().args.value(s("allowed")), s("n, at"));
        QCOMPARE(toString(snapshot->maxCursor(s("zz")).error().code), toString(ErrorCode::ColumnMissing));
        QCOMPARE(snapshot->facts().serverId, QFileInfo(lab.file()).canonicalFilePath());
        QVERIFY(snapshot->facts().quiet && !snapshot->facts().windowPossible && !snapshot->facts().horizon);
        QCOMPARE(snapshot->facts().sourceNow.size(), 19);
    }

    void aValueOfAnotherKindBetweenTheEndsIsNoCursor_T086()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1), (2.5), (3)"));
        const std::unique_ptr<Source> source = lab.source();
        const auto greatest = snapshotOf(*source, s("t"))->maxCursor(s("n"));
        QVERIFY(!greatest);
        QCOMPARE(toString(greatest.error().code), toString(ErrorCode::CursorUnsuitable));
    }

    void emptyAndNullColumnsHaveNoMaximum()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (n INTEGER, at DATETIME)"));
        const std::unique_ptr<Source> source = lab.source();
        QVERIFY(!snapshotOf(*source, s("t"))->maxCursor(s("n"))->has_value());
        QVERIFY(writer.run("INSERT INTO t VALUES (NULL, NULL)"));
        QVERIFY(!snapshotOf(*source, s("t"))->maxCursor(s("at"))->has_value());
    }

    // T094: VACUUM renumbers the rowids of tables without a key; nothing depends on them.
    void vacuumBetweenRuns()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (v TEXT);" + series(100, "INSERT INTO t SELECT 'v' || n FROM g") + "DELETE FROM t WHERE rowid % 2"));
        const std::unique_ptr<Source> source = lab.source();
        const Result<SyncOptions> options = source->options({QString(), s("t")}, {});
        QVERIFY(options->incrementalFields.empty() && options->detectedPrimaryKeys.isEmpty());
        const Result<Rows> before = tableRows(*source, s("t"));
        QVERIFY(writer.run("VACUUM"));
        QVERIFY(*before == *tableRows(*source, s("t")));
    }

    void cancelsWithinASecond()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);" + series(3000, "INSERT INTO t SELECT n, 'v' || n FROM g")
            + "CREATE VIEW slow AS SELECT count(*) AS n FROM t a, t b, t c;"));
        const std::unique_ptr<Source> source = lab.source();
        const auto cancelled = [](const std::function<Error(const CancelToken&)>& work) {
            CancelSource cancel;
            QElapsedTimer timer;
            std::thread later([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(150));
                timer.start();
                cancel.cancel();
            });
            const Error error = work(cancel.token());
            later.join();
            return error.code == ErrorCode::Cancelled && timer.elapsed() < 1000;
        };
        QVERIFY(cancelled([&](const CancelToken& token) { return source->options({QString(), s("slow")}, token).error(); }));
        QVERIFY(cancelled([&](const CancelToken& token) { return source->openSnapshot({QString(), s("slow")}, token).error(); }));
        QVERIFY(cancelled([&](const CancelToken& token) { return source->checkKey({QString(), s("slow")}, {s("n")}, token).error(); }));
        // A reader in the middle of a read.
        const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source, s("t"));
        CancelSource cancel;
        Result<std::unique_ptr<TableRead>> read = snapshot->read(allColumns(*snapshot));
        Result<std::unique_ptr<BatchReader>> reader = (*read)->openReader(cancel.token());
        BatchBox box((*read)->columns());
        QCOMPARE(*(*reader)->fill(box.batch()), kBatchRows);
        cancel.cancel();
        QCOMPARE(toString((*reader)->fill(box.batch()).error().code), toString(ErrorCode::Cancelled));
    }
};

QTEST_GUILESS_MAIN(TestSqliteRead)
#include "tst_sqliteread.moc"
