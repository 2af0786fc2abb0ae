// SPDX-License-Identifier: GPL-3.0-or-later
// What a cursor can lose or double, with SQLite files and named faults.
#include "tests/support/enginefixture.h"
#include "tests/support/forwardclock.h"
#include "tests/support/heldpoint.h"

#include <QFile>
#include <QTest>

using namespace leat;
using namespace leat::test;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QString kShop = s("acme");
const QStringList kIncremental{s("sync_type=incremental"), s("incremental_field=updated_at"), s("primary_key_columns=id")};
const QStringList kAppend{s("sync_type=append"), s("incremental_field=updated_at")};

/// A source of one table, "t", with a profile of its own.
struct Place
{
    explicit Place(const QByteArray& sql, std::function<void(EngineOptions&)> adjust = {}) : engine(std::move(adjust))
    {
        run(sql);
        if (!engine.addSqlite(kShop, file).isValid())
            qFatal("no source");
        table = engine.id(kShop, s("t"));
    }
    ~Place() { failpoint::arm({}); }
    void run(const QByteArray& sql) { EngineFixture::sqlite(file, sql); }
    bool sync() { return engine.sync(table).status == RunStatus::Completed; }
    bool equal()
    {
        const Result<VerifyReport> report = engine.verify(table);
        return report && report->equal();
    }
    QString value(const char* expression) { return engine.scalar(s("SELECT %1 FROM acme.t").arg(s(expression))); }
    QString cursor() const { return engine.schema(kShop, s("t"))->cursorText; }

    EngineFixture engine;
    QString file = engine.dir() + s("/a.sqlite");
    SchemaId table;
};

constexpr char kTable[] = "CREATE TABLE t(id INTEGER PRIMARY KEY, updated_at TEXT NOT NULL, v TEXT);"
                          "INSERT INTO t VALUES (1, '2026-01-01 00:00:00', 'a'), (2, '2026-01-02 00:00:00', 'b');";

QByteArray manyAt(int first, int count, const char* at)
{
    return "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < " + QByteArray::number(count - 1)
        + ") INSERT INTO t SELECT " + QByteArray::number(first) + " + i, '" + at + "', 'new' FROM n;";
}

} // namespace

class TestEngineCursors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A bulk update gives more rows one value than a batch holds, in groups that end anywhere; the read
    // breaks in the middle of one.
    void equalValuesOverTheEndsOfBatches_T007_T008_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::newRow("incremental") << kIncremental;
        QTest::newRow("append") << kAppend;
    }
    void equalValuesOverTheEndsOfBatches_T007_T008()
    {
        QFETCH(QStringList, settings);
        Place place(kTable);
        QVERIFY(place.engine.set(place.table, settings));
        QVERIFY(place.sync());
        place.run(manyAt(100, 25'000, "2026-01-02 00:00:00") + manyAt(50'000, 2'055, "2026-01-03 00:00:00")
            + manyAt(60'000, 13, "2026-01-04 00:00:00"));
        for (int batch : {1, 6, 13}) {
            QVERIFY(failpoint::arm(s("sqlite.batch=fail@%1").arg(batch)));
            QVERIFY(!place.sync());
            QVERIFY(failpoint::arm({}));
            QCOMPARE(place.value("count(*)"), s("2"));
            QCOMPARE(place.cursor(), s("2026-01-02 00:00:00"));
        }
        for (int i = 0; i < 3; ++i) {
            QVERIFY(place.sync());
            QCOMPARE(place.value("count(*) || ' ' || count(DISTINCT id)"), s("27070 27070"));
        }
        QVERIFY(place.equal());
    }

    // Ten bad nights: the watermark stays, and what is read afterwards is what is new.
    void tenFailuresKeepTheWatermark_T029()
    {
        Place place(kTable + manyAt(100, 5'000, "2026-01-01 12:00:00"));
        QVERIFY(place.engine.set(place.table, kIncremental));
        QVERIFY(place.sync());
        const QString cursor = place.cursor();
        place.run("INSERT INTO t VALUES (9000, '2026-01-03 00:00:00', 'new');");
        for (const char* point : {"sync.loaded", "warehouse.before-commit"}) {
            QVERIFY(failpoint::arm(QLatin1String(point) + s("=fail@1+")));
            for (int i = 0; i < 5; ++i)
                QVERIFY(!place.sync());
            QVERIFY(failpoint::arm({}));
            QCOMPARE(place.cursor(), cursor);
        }
        const RunInfo run = place.engine.sync(place.table);
        QVERIFY(run.status == RunStatus::Completed);
        QCOMPARE(run.mode, s("cursor"));
        QVERIFY2(run.rowsRead <= 2, qPrintable(QString::number(run.rowsRead)));
        QVERIFY(place.equal());
    }

    // Whatever the program's clock says, the watermark is a value of the source.
    void theProgramsClockIsNotTheWatermark_T011_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("ten minutes ahead") << qint64(600);
        QTest::newRow("a day ahead") << qint64(86'400);
        QTest::newRow("a day behind") << qint64(-86'400);
    }
    void theProgramsClockIsNotTheWatermark_T011()
    {
        QFETCH(qint64, seconds);
        const auto wrong = std::make_shared<std::atomic<qint64>>(seconds);
        Place place("CREATE TABLE t(id INTEGER PRIMARY KEY, updated_at TEXT NOT NULL, v TEXT);"
                    "INSERT INTO t VALUES (1, datetime('now'), 'a');",
            [wrong](EngineOptions& options) { options.makeClock = [wrong] { return std::make_unique<ForwardClock>(wrong); }; });
        QVERIFY(place.engine.set(place.table, kIncremental));
        for (int id = 2; id < 5; ++id) {
            QVERIFY(place.sync());
            QCOMPARE(place.cursor(), place.value("max(updated_at)"));
            place.run("INSERT INTO t VALUES (" + QByteArray::number(id) + ", datetime('now'), 'b');"
                      "UPDATE t SET v = v || 'x', updated_at = datetime('now') WHERE id = 1;");
        }
        QVERIFY(place.sync());
        QVERIFY(place.equal());
    }

    // A writer whose clock is behind: found by a lookback, and without one by verify.
    void rowsBelowTheWatermark_T012()
    {
        Place place(kTable);
        QVERIFY(place.engine.set(place.table, kIncremental));
        QVERIFY(place.sync());
        place.run("INSERT INTO t VALUES (3, '2026-01-01 23:59:30', 'behind');");
        QVERIFY(place.sync());
        QCOMPARE(place.value("count(*)"), s("2"));
        QVERIFY(place.engine.schema(kShop, s("t"))->guarantee == Guarantee::CursorOnly);
        const Result<VerifyReport> report = place.engine.verify(place.table);
        QVERIFY(report);
        QCOMPARE(report->missingKeys, QStringList{s("3")});
        QVERIFY(place.engine.set(place.table, {s("incremental_field_lookback_seconds=60")}));
        QVERIFY(place.sync());
        QVERIFY(place.equal());
    }

    // One row of the year 2099 must not hide the rows of the 73 years before.
    void aRowFromTheFutureHidesNothing_T013()
    {
        Place place(kTable);
        QVERIFY(place.engine.set(place.table, kIncremental));
        QVERIFY(place.sync());
        place.run("INSERT INTO t VALUES (3, '2099-01-01 00:00:00', 'future');");
        const RunInfo run = place.engine.sync(place.table);
        QVERIFY(run.status == RunStatus::Completed);
        QCOMPARE(place.value("count(*)"), s("3"));
        const Result<LogPage> log = place.engine.askFor<LogPage>(LoadRunLog{run.id, 0, 100});
        QVERIFY(log && std::any_of(log->lines.begin(), log->lines.end(), [](const LogLine& line) {
            return line.level == LogLevel::Warning && line.text.contains(s("in the future"));
        }));
        place.run("INSERT INTO t VALUES (4, datetime('now', '+1 second'), 'now');");
        QVERIFY(place.sync());
        QVERIFY(place.equal());
    }

    // Milliseconds among seconds, and seconds among milliseconds: neither hides what comes at its own time.
    void aNumberFromTheFutureHidesNothing_T013_data()
    {
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<QByteArray>("odd");
        QTest::addColumn<bool>("indexed");
        for (const bool indexed : {false, true}) {
            const char* how = indexed ? " indexed" : "";
            QTest::addRow("thousandths among seconds%s", how) << QByteArray("1") << QByteArray("1000 * unixepoch()") << indexed;
            QTest::addRow("seconds of next year%s", how) << QByteArray("1") << QByteArray("unixepoch('now', '+1 year')") << indexed;
            QTest::addRow("the greatest number%s", how) << QByteArray("1") << QByteArray("9223372036854775807") << indexed;
            QTest::addRow("millionths among thousandths%s", how) << QByteArray("1000") << QByteArray("1000000 * unixepoch()") << indexed;
        }
    }
    void aNumberFromTheFutureHidesNothing_T013()
    {
        QFETCH(QByteArray, unit);
        QFETCH(QByteArray, odd);
        QFETCH(bool, indexed);
        Place place("CREATE TABLE t(id INTEGER PRIMARY KEY, updated_at INTEGER NOT NULL, v TEXT);"
                    "INSERT INTO t VALUES (1, " + unit + " * (unixepoch() - 100), 'a'), (2, " + unit + " * (unixepoch() - 50), 'b'), (3, " + odd + ", 'odd');"
            + (indexed ? "CREATE INDEX t_u ON t(updated_at);" : ""));
        QVERIFY(place.engine.set(place.table, kIncremental));
        const RunInfo run = place.engine.sync(place.table);
        QVERIFY(run.status == RunStatus::Completed);
        const Result<LogPage> log = place.engine.askFor<LogPage>(LoadRunLog{run.id, 0, 100});
        QVERIFY(log && std::any_of(log->lines.begin(), log->lines.end(), [](const LogLine& line) {
            return line.level == LogLevel::Warning && line.text.contains(s("in the future"));
        }));
        place.run("INSERT INTO t VALUES (4, " + unit + " * unixepoch(), 'now'); UPDATE t SET v = 'changed', updated_at = " + unit + " * unixepoch() WHERE id = 1;");
        QVERIFY(place.sync());
        QCOMPARE(place.value("string_agg(id || v, ' ' ORDER BY id)"), s("1changed 2b 3odd 4now"));
        QVERIFY(place.equal());
    }

    // Dates of digits, counters and ticks are no Unix times: nothing of theirs lies in the future.
    void numbersThatAreNoTimesAreNotHeldBack_T013()
    {
        Place place("CREATE TABLE t(id INTEGER PRIMARY KEY, updated_at INTEGER NOT NULL, v TEXT);"
                    "INSERT INTO t VALUES (1, 20240101120000, 'a'), (2, 20240102120000, 'b');");
        QVERIFY(place.engine.set(place.table, kIncremental));
        QVERIFY(place.sync());
        QCOMPARE(place.cursor(), s("20240102120000"));
        place.run("INSERT INTO t VALUES (3, 20240103120000, 'c');");
        QVERIFY(place.sync());
        QCOMPARE(place.cursor(), s("20240103120000"));
    }

    // A row that is newer than the watermark and sorts before it stops the sync, and says how it is spelled.
    void aSpellingThatSortsBeforeTheWatermarkStops_T016_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<QByteArray>("odd");
        QTest::addColumn<QByteArray>("right");
        for (const QStringList& settings : {kIncremental, kAppend}) {
            const char* how = settings == kAppend ? "append" : "incremental";
            QTest::addRow("%s, a blank", how) << settings << QByteArray("2024-01-02 12:00:00") << QByteArray("2024-01-02T12:00:00");
            QTest::addRow("%s, the same moment", how) << settings << QByteArray("2024-01-02 09:00:00") << QByteArray("2024-01-02T09:00:01");
            QTest::addRow("%s, another zone", how) << settings << QByteArray("2024-01-01T23:00:00-12:00") << QByteArray("2024-01-02T11:00:00");
        }
    }
    void aSpellingThatSortsBeforeTheWatermarkStops_T016()
    {
        QFETCH(QStringList, settings);
        QFETCH(QByteArray, odd);
        QFETCH(QByteArray, right);
        Place place("CREATE TABLE t(id INTEGER PRIMARY KEY, updated_at DATETIME, v TEXT);"
                    "INSERT INTO t VALUES (1, '2024-01-01T00:00:00', 'a'), (2, '2024-01-02T09:00:00', 'b');");
        QVERIFY(place.engine.set(place.table, settings));
        QVERIFY(place.sync());
        place.run("INSERT INTO t VALUES (3, '" + odd + "', 'odd');");
        const RunInfo run = place.engine.sync(place.table);
        QVERIFY(run.error && run.error->code == ErrorCode::CursorUnsuitable);
        QVERIFY2(run.error->args.value(s("reason")).contains(QString::fromUtf8(odd)), qPrintable(run.error->args.value(s("reason"))));
        place.run("UPDATE t SET updated_at = '" + right + "' WHERE id = 3;");
        QVERIFY(place.sync());
        QVERIFY(place.equal());
        // One that sorts by its date hides from nothing, then or later.
        place.run("INSERT INTO t VALUES (4, '2024-01-03 08:00:00', 'new'), (5, '2024-01-04T00:00:00', 'new');");
        QVERIFY(place.sync() && place.sync());
        QVERIFY(place.equal());
    }

    // Runs at noon and in the evening of the same day; nothing lost, nothing added twice.
    void aCursorOfWholeDays_T021_data() { equalValuesOverTheEndsOfBatches_T007_T008_data(); }
    void aCursorOfWholeDays_T021()
    {
        QFETCH(QStringList, settings);
        Place place("CREATE TABLE t(id INTEGER PRIMARY KEY, updated_at DATE NOT NULL, v TEXT);"
                    "INSERT INTO t VALUES (1, '2026-01-01', 'a'), (2, '2026-01-02', 'noon'), (3, '2026-01-02', 'noon');");
        QVERIFY(place.engine.set(place.table, settings));
        QVERIFY(place.sync());
        place.run("INSERT INTO t VALUES (4, '2026-01-02', 'evening'), (5, '2026-01-02', 'evening');");
        for (int i = 0; i < 3; ++i) {
            QVERIFY(place.sync());
            QCOMPARE(place.value("count(*) || ' ' || count(DISTINCT id)"), s("5 5"));
        }
        place.run("INSERT INTO t VALUES (6, '2026-01-03', 'next day');");
        QVERIFY(place.sync());
        QVERIFY(place.equal());
    }

    // Without AUTOINCREMENT SQLite gives the id of a deleted last row to the next one.
    void idsThatAreUsedAgain_T053()
    {
        Place place("CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t(v) VALUES ('a'), ('b'), ('c');");
        QVERIFY(place.engine.set(place.table, {s("sync_type=incremental"), s("incremental_field=id"), s("primary_key_columns=id")}));
        QVERIFY(place.sync());
        place.run("DELETE FROM t WHERE id = 3; INSERT INTO t(v) VALUES ('another');");
        QVERIFY(place.sync());
        QVERIFY(place.equal());
        // Two go, one comes: it has an id below the watermark.
        place.run("DELETE FROM t WHERE id >= 2; INSERT INTO t(v) VALUES ('below');");
        QVERIFY(place.sync());
        QVERIFY(place.equal());
    }

    // Agreeing in more bytes than other databases keep of a name, with a letter of four bytes at the cut.
    void longNamesStayApart_T066()
    {
        const QByteArray start = QByteArray(61, 'n') + "\xF0\x9F\x98\x80" + QByteArray(10, 'x');
        Place place("CREATE TABLE t(id INTEGER PRIMARY KEY, \"" + start + "_one\" TEXT, \"" + start + "_two\" TEXT); INSERT INTO t VALUES (1, 'a', 'b');"
                    "CREATE TABLE \"" + start + "_one\"(id INTEGER PRIMARY KEY); CREATE TABLE \"" + start + "_two\"(id INTEGER PRIMARY KEY, v TEXT);"
                    "INSERT INTO \"" + start + "_two\" VALUES (1, 'c'), (2, 'd');");
        const SchemaId one = place.engine.id(kShop, QString::fromUtf8(start + "_one"));
        const SchemaId two = place.engine.id(kShop, QString::fromUtf8(start + "_two"));
        QVERIFY(one.isValid() && two.isValid());
        for (const RunInfo& run : place.engine.sync({place.table, one, two}))
            QVERIFY(run.status == RunStatus::Completed);
        QVERIFY(place.equal() && place.engine.verify(one)->equal() && place.engine.verify(two)->equal());
        QCOMPARE(place.engine.schema(kShop, QString::fromUtf8(start + "_one"))->rows, 0);
        QCOMPARE(place.engine.schema(kShop, QString::fromUtf8(start + "_two"))->rows, 2);
    }

    // A comparison that breaks off has not seen the rest of the source: nothing may be taken away for it.
    void aBrokenComparisonRepairsNothing_T041()
    {
        Place place(kTable + manyAt(100, 20'000, "2026-01-01 12:00:00"));
        QVERIFY(place.engine.set(place.table, kIncremental));
        QVERIFY(place.sync());
        const QString rows = place.value("count(*)");
        place.run("DELETE FROM t WHERE id % 10 = 0; UPDATE t SET v = 'changed' WHERE id % 10 = 1;");
        for (const char* fault : {"sqlite.batch=fail@2", "sqlite.batch=fail@5", "sqlite.batch=fail@9", "align.before-commit=fail"}) {
            QVERIFY(failpoint::arm(s(fault)));
            QVERIFY2(!place.engine.askFor<VerifyReport>(VerifySchema{place.table, true}), fault);
            QVERIFY(failpoint::arm({}));
            QCOMPARE(place.value("count(*)"), rows);
            QCOMPARE(place.value("count(*) FILTER (v = 'changed')"), s("0"));
        }
        QVERIFY(place.engine.askFor<VerifyReport>(VerifySchema{place.table, true}));
        QVERIFY(place.equal());
    }

    // The commit went well and its answer was lost: the state row tells, and the run says the truth.
    void aCommitWhoseAnswerIsLost_T131_data() { equalValuesOverTheEndsOfBatches_T007_T008_data(); }
    void aCommitWhoseAnswerIsLost_T131()
    {
        QFETCH(QStringList, settings);
        Place place(kTable);
        QVERIFY(place.engine.set(place.table, settings));
        for (int run = 0; run < 3; ++run) {
            QVERIFY(failpoint::arm(s("warehouse.commit-answer=fail:connection-lost")));
            QVERIFY(place.sync());
            QVERIFY(failpoint::hits()[s("warehouse.commit-answer")] > 0);
            QVERIFY(failpoint::arm({}));
            QCOMPARE(place.value("count(*) || ' ' || count(DISTINCT id)"), s("%1 %1").arg(2 + run));
            place.run("INSERT INTO t VALUES (" + QByteArray::number(10 + run) + ", '2026-02-0" + QByteArray::number(1 + run) + " 00:00:00', 'x');");
        }
        QVERIFY(place.sync());
        QVERIFY(place.equal());
    }

    // Monday's warehouse under Friday's state: the position comes from the warehouse, nothing is skipped or doubled.
    void anOlderWarehouseIsCaughtUp_T227_data() { equalValuesOverTheEndsOfBatches_T007_T008_data(); }
    void anOlderWarehouseIsCaughtUp_T227()
    {
        QFETCH(QStringList, settings);
        Place place(kTable);
        QVERIFY(place.engine.set(place.table, settings));
        QVERIFY(place.sync());
        const QString file = place.engine.world()->engine.warehousePath;
        const QString kept = place.engine.dir() + s("/monday.duckdb");
        place.engine.close();
        QVERIFY(QFile::copy(file, kept));
        QVERIFY(place.engine.tryOpen());
        place.run("INSERT INTO t VALUES (3, '2026-01-03 00:00:00', 'c'), (4, '2026-01-04 00:00:00', 'd');");
        QVERIFY(place.sync());
        place.engine.close();
        QVERIFY(QFile::remove(file) && QFile::copy(kept, file));
        QVERIFY(place.engine.tryOpen());
        QCOMPARE(place.value("count(*)"), s("2"));
        QCOMPARE(place.cursor(), s("2026-01-02 00:00:00"));
        place.run("INSERT INTO t VALUES (5, '2026-01-05 00:00:00', 'e');");
        QVERIFY(place.sync());
        QCOMPARE(place.value("count(*) || ' ' || count(DISTINCT id)"), s("5 5"));
        QVERIFY(place.equal());
    }
};

QTEST_GUILESS_MAIN(TestEngineCursors)
#include "tst_enginecursors.moc"
