// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots: what is proven about open transactions, cursors, the row window, parallel slices.
#include "tests/postgres/pgtesting.h"

#include <libpq-fe.h>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

using namespace leat;
using namespace leat::test;

namespace {

/// A second client that holds transactions open.
class Client
{
public:
    Client(const PgServer& server, const char* user = "postgres")
    {
        m_connection = PQconnectdb(QStringLiteral("host=%1 port=%2 user=%3 dbname=postgres").arg(server.socketDir()).arg(server.port()).arg(s(user)).toUtf8());
    }
    ~Client() { PQfinish(m_connection); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    bool run(const char* sql)
    {
        PGresult* r = PQexec(m_connection, sql);
        const bool ok = PQresultStatus(r) == PGRES_COMMAND_OK || PQresultStatus(r) == PGRES_TUPLES_OK;
        PQclear(r);
        return ok;
    }

private:
    PGconn* m_connection;
};

ReadSpec everything(const TableSnapshot& snapshot, int readers = 1)
{
    ReadSpec spec;
    for (const ColumnShape& c : snapshot.shape().columns)
        spec.columns << c.name;
    spec.readers = readers;
    return spec;
}

} // namespace

class TestPgSnapshot : public QObject
{
    Q_OBJECT
    PgServer m_server;
    std::unique_ptr<Source> m_source;

    std::unique_ptr<TableSnapshot> open(const char* name)
    {
        auto snapshot = m_source->openSnapshot(table(name), {});
        if (!snapshot)
            qWarning("%s: %s", qPrintable(toString(snapshot.error().code)), qPrintable(snapshot.error().detail));
        return snapshot ? std::move(*snapshot) : nullptr;
    }

    /// The ids that a spec reads.
    std::multiset<qint64> ids(TableSnapshot& snapshot, const ReadSpec& spec)
    {
        std::multiset<qint64> found;
        auto read = snapshot.read(spec);
        Error error;
        if (read)
            readAll(**read, error, [&](TestBatch& b, std::size_t rows) {
                for (std::size_t r = 0; r < rows; ++r)
                    found.insert(b.cell<qint64>(0, r));
            });
        if (!read || error.code != ErrorCode::Internal)
            qWarning("%s", qPrintable(read ? error.detail : read.error().detail));
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        PgServer::Options options;
        options.settings = QStringList{s("max_prepared_transactions = 2")};
        QVERIFY2(m_server.start(options), qPrintable(m_server.error()));
        QVERIFY2(m_server.exec(s("CREATE ROLE reader LOGIN; CREATE TABLE w (id bigint PRIMARY KEY, at timestamptz DEFAULT now(), d date, ts timestamp, n numeric(10,2), i int, f float8, t text);"
            "CREATE INDEX ON w (at); INSERT INTO w (id, d, ts, n, i, t) SELECT i, date '2024-01-01' + i, timestamp '2024-01-01' + i * interval '1 hour', i, i, chr(64 + i) FROM generate_series(1, 10) i;"
            "CREATE TABLE big (id bigint, v text); INSERT INTO big SELECT i, repeat('x', 180) FROM generate_series(1, 200000) i; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")),
            qPrintable(m_server.error()));
        m_source = makeSource(m_server.socketSettings());
    }

    void facts()
    {
        const auto one = open("w");
        QVERIFY(one && one->facts().quiet && one->facts().windowPossible);
        QCOMPARE(*one->facts().horizon, *one->facts().nextXid);
        QVERIFY(one->facts().serverId.contains(m_server.value(s("SELECT system_identifier FROM pg_control_system()"))));
        QVERIFY(one->facts().sourceNow.contains(s("+00")));
        const auto two = open("w");   // our own open snapshot does not count
        QVERIFY(two->facts().quiet);
        QCOMPARE(two->facts().serverId, one->facts().serverId);
    }

    // Only a large table's statistics are worth a round trip.
    void diverseColumnsOfLargeTables()
    {
        QVERIFY2(m_server.exec(s("CREATE TABLE people (id int, mail text, state text); INSERT INTO people "
            "SELECT i, 'm' || i, 'open' FROM generate_series(1, 2000) i; ANALYZE people")), qPrintable(m_server.error()));
        QCOMPARE(open("people")->shape().diverseColumns, QStringList());
        QVERIFY(m_server.exec(s("UPDATE pg_class SET reltuples = 1e6 WHERE relname = 'people'")));
        QStringList columns = open("people")->shape().diverseColumns;
        columns.sort();
        QCOMPARE(columns, (QStringList{s("id"), s("mail")}));
    }

    // T001–T003: whoever could still commit below the watermark makes the snapshot "not quiet".
    void openTransactionsAreSeen()
    {
        Client other(m_server);
        QVERIFY(other.run("BEGIN; INSERT INTO w (id) VALUES (1000)"));
        auto snapshot = open("w");
        QVERIFY(!snapshot->facts().quiet);
        QVERIFY(*snapshot->facts().horizon <= *snapshot->facts().nextXid);
        snapshot.reset();
        QVERIFY(other.run("ROLLBACK"));
        QTRY_VERIFY(open("w")->facts().quiet);
        QVERIFY(other.run("BEGIN; SELECT now()"));   // T003: no xid yet
        snapshot = open("w");
        QVERIFY(!snapshot->facts().quiet);
        QCOMPARE(*snapshot->facts().horizon, *snapshot->facts().nextXid);
        snapshot.reset();
        QVERIFY(other.run("ROLLBACK"));
        QVERIFY(other.run("BEGIN; INSERT INTO w (id) VALUES (1001); PREPARE TRANSACTION 'p'"));
        QVERIFY(!open("w")->facts().quiet);
        QVERIFY(other.run("ROLLBACK PREPARED 'p'"));
        QTRY_VERIFY(open("w")->facts().quiet);
    }

    void quietIsNotProvenWithoutTheRightToLook()
    {
        const Client other(m_server);   // idle, but another user's
        auto source = makeSource(m_server.socketSettings(s("postgres"), s("reader")));
        QVERIFY(!(*source->openSnapshot(table("w"), {}))->facts().quiet);
        QVERIFY(m_server.exec(s("GRANT pg_read_all_stats TO reader")));
        QTRY_VERIFY((*source->openSnapshot(table("w"), {}))->facts().quiet);
    }

    // T005: [H, ∞) finds what was committed late, in sub-transactions too (T004); nothing twice.
    void windowFindsLateCommits()
    {
        QVERIFY(m_server.exec(s("CREATE TABLE late (id bigint, v text); INSERT INTO late SELECT i, 'a' FROM generate_series(1, 50) i")));
        Client slow(m_server);
        QVERIFY(slow.run("BEGIN; INSERT INTO late VALUES (100, 'late'); SAVEPOINT x; INSERT INTO late VALUES (101, 'sub'); RELEASE x"));
        QVERIFY(m_server.exec(s("INSERT INTO late VALUES (200, 'early')")));
        auto first = open("late");
        const quint64 horizon = *first->facts().horizon;
        ReadSpec all = everything(*first);
        all.windowClosed = true;
        QCOMPARE(ids(*first, all).size(), std::size_t{50});   // 200 lies above the horizon
        first.reset();
        QVERIFY(slow.run("COMMIT"));
        QVERIFY(m_server.exec(s("UPDATE late SET v = 'b' WHERE id = 7")));
        auto second = open("late");
        ReadSpec window = everything(*second);
        window.windowFrom = horizon;
        QCOMPARE(ids(*second, window), (std::multiset<qint64>{7, 100, 101, 200}));
        window.windowFrom = *second->facts().nextXid;
        QVERIFY(ids(*second, window).empty());
    }

    // The cheap form of the window and the widened one agree; frozen rows are old in both.
    void windowOfOldAndFrozenRows()
    {
        QVERIFY(m_server.exec(s("CREATE TABLE frozen (id bigint); INSERT INTO frozen SELECT generate_series(1, 20)")));
        QVERIFY(m_server.exec(s("VACUUM FREEZE frozen")));
        const auto snapshot = open("frozen");
        ReadSpec spec = everything(*snapshot);
        spec.windowFrom = 3;
        QCOMPARE(ids(*snapshot, spec).size(), std::size_t{20});
        spec.windowFrom = *snapshot->facts().nextXid;
        QVERIFY(ids(*snapshot, spec).empty());
    }

    void cursors_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("max");
        QTest::addColumn<QString>("lower");
        QTest::addColumn<qint64>("lookback");
        QTest::addColumn<int>("rows");
        const auto row = [](const char* column, const char* max, const char* lower, qint64 lookback, int rows) {
            QTest::newRow(qPrintable(QStringLiteral("%1-%2").arg(s(column)).arg(lookback))) << s(column) << s(max) << s(lower) << lookback << rows;
        };
        row("id", "10", "9", 0, 2);
        row("id", "10", "9", 3, 5);
        row("i", "10", "10", 0, 1);
        row("n", "10.00", "9.50", 1, 2);
        row("d", "2024-01-11", "2024-01-11", 0, 1);
        row("d", "2024-01-11", "2024-01-11", 3600, 2);
        row("ts", "2024-01-01 10:00:00", "2024-01-01 09:00:00", 0, 2);
        row("ts", "2024-01-01 10:00:00", "2024-01-01 09:00:00", 7200, 4);
        row("t", "J", "I", 0, 2);
    }

    void cursors()
    {
        QFETCH(QString, column);
        QFETCH(QString, max);
        QFETCH(QString, lower);
        QFETCH(qint64, lookback);
        QFETCH(int, rows);
        const auto snapshot = open("w");
        QCOMPARE(snapshot->maxCursor(column)->value(), max);
        ReadSpec spec = everything(*snapshot);
        spec.cursorColumn = column;
        spec.cursorFrom = lower;
        spec.cursorTo = max;
        spec.lookbackSeconds = lookback;
        QCOMPARE(static_cast<int>(ids(*snapshot, spec).size()), rows);
        QCOMPARE(snapshot->compareCursor(column, lower, max).value(), lower == max ? 0 : -1);
        QCOMPARE(snapshot->compareCursor(column, max, lower).value(), lower == max ? 0 : 1);
        QVERIFY(!snapshot->isInFuture(column, max).value());
    }

    void nullCursors()   // T015
    {
        QVERIFY(m_server.exec(s("CREATE TABLE gaps (id bigint, at timestamptz); INSERT INTO gaps VALUES (1, '2024-01-01'), (2, NULL), (3, '2024-01-02')")));
        const auto snapshot = open("gaps");
        QCOMPARE(snapshot->countNulls(s("at")).value(), 1);
        ReadSpec spec = everything(*snapshot);
        spec.cursorColumn = s("at");
        spec.cursorFrom = s("2024-01-02");
        QCOMPARE(ids(*snapshot, spec), (std::multiset<qint64>{3}));
        spec.includeNullCursor = true;
        QCOMPARE(ids(*snapshot, spec), (std::multiset<qint64>{2, 3}));
        QVERIFY(snapshot->isInFuture(s("at"), s("2999-01-01")).value());    // T013
        QVERIFY(snapshot->isInFuture(s("at"), s("infinity")).value());
    }

    // Milliseconds among seconds, and times of next year, hide nothing; other numbers are no times.
    void unixTimesInTheFuture_T013_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("past");
        QTest::addColumn<QString>("odd");
        QTest::addColumn<bool>("future");
        QTest::newRow("thousandths among seconds") << s("updated_at bigint") << s("1700000000") << s("1700000000000") << true;
        QTest::newRow("the end of a narrow type") << s("updated_at integer") << s("1700000000") << s("2147483647") << true;
        QTest::newRow("the year 2050") << s("updated_at bigint") << s("1700000000") << s("2524608000") << true;
        QTest::newRow("millionths among thousandths") << s("created_on bigint") << s("1700000000000") << s("1700000000000000") << true;
        QTest::newRow("the greatest number") << s("updated_at bigint") << s("1700000000") << s("9223372036854775807") << true;
        QTest::newRow("digits of a date") << s("updated_at bigint") << s("20240101120000") << s("20240102120000") << false;
        QTest::newRow("not named like a time") << s("version bigint") << s("1700000000") << s("1700000000000") << false;
    }
    void unixTimesInTheFuture_T013()
    {
        QFETCH(QString, column);
        QFETCH(QString, past);
        QFETCH(QString, odd);
        QFETCH(bool, future);
        QVERIFY(m_server.exec(s("DROP TABLE IF EXISTS epochs; CREATE TABLE epochs (id int, %1); INSERT INTO epochs VALUES (1, %2), (2, %3)").arg(column, past, odd)));
        const auto snapshot = open("epochs");
        const QString name = column.section(QLatin1Char(' '), 0, 0);
        QCOMPARE(*snapshot->maxCursor(name).value(), odd);
        QCOMPARE(snapshot->isInFuture(name, odd).value(), future);
        QVERIFY(!snapshot->isInFuture(name, past).value());
        if (future)
            QCOMPARE(*snapshot->maxCursorByNow(name).value(), past);
    }

    void cursorErrors()
    {
        const auto snapshot = open("w");
        QVERIFY(snapshot->maxCursor(s("gone")).error().code == ErrorCode::ColumnMissing);
        QVERIFY(snapshot->maxCursor(s("f")).error().code == ErrorCode::CursorUnsuitable);   // T017
        QCOMPARE(snapshot->maxCursor(s("f")).error().args.value(s("column")), s("f"));
        const auto hostile = snapshot->compareCursor(s("id"), s("1'; DROP TABLE w; --"), s("2"));
        QVERIFY(!hostile.has_value());
        QCOMPARE(m_server.value(s("SELECT count(*) FROM w")), s("10"));
    }

    void microseconds()   // T016
    {
        QVERIFY(m_server.exec(s("CREATE TABLE fine (id bigint, at timestamptz); INSERT INTO fine VALUES (1, '2024-01-01 10:00:00.123456+00'), (2, '2024-01-01 10:00:00.123457+00')")));
        const auto snapshot = open("fine");
        const QString max = snapshot->maxCursor(s("at"))->value();
        QCOMPARE(max, s("2024-01-01 10:00:00.123457+00"));
        ReadSpec spec = everything(*snapshot);
        spec.cursorColumn = s("at");
        spec.cursorFrom = max;
        QCOMPARE(ids(*snapshot, spec), (std::multiset<qint64>{2}));
    }

    // Greatest value, order and bounds go by bytes, whatever collation the column has.
    void textCursorsGoByBytes_T023_data()
    {
        QTest::addColumn<QString>("collation");
        for (const char* collation : {"C", "de-x-icu", "und-x-icu"})
            QTest::newRow(collation) << s(collation);
    }
    void textCursorsGoByBytes_T023()
    {
        QFETCH(QString, collation);
        QVERIFY2(m_server.exec(s("DROP TABLE IF EXISTS words; CREATE TABLE words (id bigint, k text COLLATE \"%1\" UNIQUE);"
            "INSERT INTO words SELECT n, k FROM unnest(ARRAY['!', 'a', 'A', 'á', '_', '-', 'Z', 'ß', '10', '9']) WITH ORDINALITY AS w(k, n)")
            .arg(collation)), qPrintable(m_server.error()));
        const auto snapshot = open("words");
        QCOMPARE(snapshot->maxCursor(s("k"))->value(), s("á"));
        QCOMPARE(snapshot->compareCursor(s("k"), s("Z"), s("a")).value(), -1);
        QCOMPARE(snapshot->compareCursor(s("k"), s("_"), s("10")).value(), 1);
        ReadSpec spec = everything(*snapshot);
        spec.cursorColumn = s("k");
        spec.cursorFrom = s("!");
        spec.cursorTo = s("á");
        QCOMPARE(ids(*snapshot, spec).size(), std::size_t{10});
        spec.cursorFrom = s("Z");
        spec.cursorTo = s("a");
        QCOMPARE(ids(*snapshot, spec), (std::multiset<qint64>{2, 5, 7}));
    }

    // T032: rows inserted, updated and moved while several readers go over the table.
    void parallelSlicesUnderChange()
    {
        const auto snapshot = open("big");
        std::atomic<bool> stop{false};
        std::thread writer([&] {
            Client c(m_server);
            for (int i = 0; !stop; ++i) {
                c.run("UPDATE big SET v = v || 'y' WHERE id % 97 = 3");
                c.run("INSERT INTO big SELECT -i, 'new' FROM generate_series(1, 500) i");
                c.run("DELETE FROM big WHERE id > 199000 AND id % 7 = 0");
            }
        });
        auto read = snapshot->read(everything(*snapshot, 3));
        QVERIFY(read.has_value());
        QVERIFY((*read)->usefulReaders() >= 2);
        QVERIFY((*read)->counters().slices > 1);
        std::mutex mutex;
        std::vector<qint64> seen;
        std::vector<std::thread> readers;
        for (int i = 0; i < (*read)->usefulReaders(); ++i)
            readers.emplace_back([&] {
                Error error;
                readAll(**read, error, [&](TestBatch& b, std::size_t rows) {
                    const std::lock_guard lock(mutex);
                    for (std::size_t r = 0; r < rows; ++r)
                        seen.push_back(b.cell<qint64>(0, r));
                });
            });
        for (std::thread& t : readers)
            t.join();
        stop = true;
        writer.join();
        std::sort(seen.begin(), seen.end());
        QCOMPARE(seen.size(), std::size_t{200000});
        QCOMPARE(seen.front(), 1);
        QCOMPARE(seen.back(), 200000);
        QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
        QCOMPARE((*read)->counters().slicesDone.load(), (*read)->counters().slices.load());
    }

    void columnSelectionAndAbandonedReaders()
    {
        auto snapshot = open("big");
        ReadSpec spec;
        spec.columns = QStringList{s("id")};
        auto read = snapshot->read(spec);
        QCOMPARE((*read)->columns().size(), std::size_t{1});
        {
            auto reader = (*read)->openReader({});
            TestBatch batch((*read)->columns());
            QVERIFY((*reader)->fill(batch.batch()).value() > 0);
        }
        read->reset();
        snapshot.reset();
        QVERIFY(open("w") != nullptr);
    }

    void columnDroppedBeforeTheRead()
    {
        QVERIFY(m_server.exec(s("CREATE TABLE shrinking (id bigint, v text)")));
        const auto snapshot = open("shrinking");
        ReadSpec spec = everything(*snapshot);
        spec.columns << s("never");
        QVERIFY(snapshot->read(spec).error().code == ErrorCode::ColumnMissing);
    }

    void terminatedBackend()
    {
        const auto snapshot = open("w");
        QVERIFY(m_server.exec(s("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'leat'")));
        const auto r = snapshot->maxCursor(s("id"));
        QVERIFY(!r && r.error().code == ErrorCode::ConnectionLost && r.error().retry == RetryClass::Transient);
    }
};

QTEST_GUILESS_MAIN(TestPgSnapshot)
#include "tst_pgsnapshot.moc"
