// SPDX-License-Identifier: GPL-3.0-or-later
// What workers do to the program when they throw, hang, are paused or are quit.
#include "tests/support/enginefixture.h"
#include "tests/support/heldpoint.h"

#include <QLocale>
#include <QTest>
#include <QThread>

#include <clocale>
#include <ctime>

using namespace leat;
using namespace leat::test;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QString kShop = s("acme");

/// A source of `count` tables, t1, t2, …
struct Place
{
    explicit Place(int count)
    {
        QByteArray sql;
        for (int i = 1; i <= count; ++i) {
            const QByteArray name = "t" + QByteArray::number(i);
            sql += "CREATE TABLE " + name + "(id INTEGER PRIMARY KEY, updated_at TEXT NOT NULL, v REAL);"
                   "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                   "INSERT INTO " + name + " SELECT i, datetime('2026-01-01', i || ' minutes'), i / 8.0 FROM n;";
        }
        EngineFixture::sqlite(file, sql);
        source = engine.addSqlite(kShop, file);
        for (int i = 1; i <= count; ++i) {
            tables.push_back(engine.id(kShop, s("t%1").arg(i)));
            if (!engine.set(tables.back(), {s("sync_type=append"), s("incremental_field=updated_at")}))
                qFatal("no table");
        }
    }
    ~Place() { failpoint::arm({}); }
    bool start() { return bool(engine.askFor<SyncAccepted>(SyncSchemas{tables, Trigger::Manual})); }
    bool allEqual()
    {
        return std::all_of(tables.begin(), tables.end(), [this](SchemaId id) {
            const Result<VerifyReport> report = engine.verify(id);
            return report && report->equal() && report->warehouseRows == report->sourceRows;
        });
    }

    EngineFixture engine;
    QString file = engine.dir() + s("/a.sqlite");
    SourceId source;
    std::vector<SchemaId> tables;
};

} // namespace

class TestEngineWorkers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExceptionIsAFailedRun_T173_data()
    {
        QTest::addColumn<QString>("point");
        for (const char* point : {"sync.start", "sync.planned", "sqlite.reader-open", "sqlite.batch", "warehouse.staged", "warehouse.before-commit"})
            QTest::newRow(point) << s(point);
    }
    void anExceptionIsAFailedRun_T173()
    {
        QFETCH(QString, point);
        Place place(1);
        QVERIFY(failpoint::arm(point + s("=throw")));
        const RunInfo run = place.engine.sync(place.tables.front());
        QVERIFY(failpoint::hits()[point] > 0);
        QVERIFY(failpoint::arm({}));
        QVERIFY(run.status == RunStatus::Failed);
        QVERIFY2(run.error->detail.contains(point), qPrintable(run.error->detail));
        QVERIFY(place.engine.sync(place.tables.front()).status == RunStatus::Completed);
        QVERIFY(place.allEqual());
    }

    void anExceptionIsAnAnswer_T173()
    {
        Place place(1);
        QVERIFY(failpoint::arm(s("sqlite.open=throw@1+")));
        const Result<Reply> reply = place.engine.ask(RefreshSource{place.source});
        QVERIFY(failpoint::arm({}));
        QVERIFY(!reply);
        QVERIFY2(reply.error().detail.contains(s("sqlite.open")), qPrintable(reply.error().detail));
        QVERIFY(place.engine.ask(RefreshSource{place.source}));
    }

    // Runs that hang take the threads of runs only: questions are answered beside them.
    void questionsAreAnsweredBesideStuckRuns_T174()
    {
        Place place(12);
        HeldPoint held(place.engine.dir(), "sync.snapshot-taken");
        QVERIFY(place.start());
        QTRY_VERIFY(held.isReached());
        for (int i = 0; i < 5; ++i) {
            QVERIFY(place.engine.ask(TestSource{place.source, {}}));
            QVERIFY(place.engine.ask(LoadOptions{place.tables.front()}));
            QVERIFY(place.engine.askFor<HistoryPage>(LoadHistory{}));
            QCOMPARE(place.engine.scalar(s("SELECT 42")), s("42"));
        }
        QVERIFY(place.engine.world()->engine.running > 0);
        held.letGo();
        QTRY_COMPARE_WITH_TIMEOUT(place.engine.world()->engine.running, 0, 30'000);
    }

    // The run that is under way ends, truthfully; the next one is not started until the table is resumed.
    void aPauseLetsTheRunEnd_T145()
    {
        Place place(1);
        const SchemaId table = place.tables.front();
        for (int round = 0; round < 3; ++round) {
            HeldPoint held(place.engine.dir(), "sync.planned");
            const Result<SyncAccepted> accepted = place.engine.askFor<SyncAccepted>(SyncSchemas{{table}, Trigger::Manual});
            QVERIFY(accepted);
            QTRY_VERIFY(held.isReached());
            const Result<void> paused = place.engine.set(table, {s("should_sync=false")});
            held.letGo();
            const std::optional<RunInfo> run = place.engine.waitForRun(accepted->runs.front());
            QVERIFY(run && run->status == RunStatus::Completed);
            QVERIFY(paused);
            const SchemaInfo* schema = place.engine.schema(kShop, s("t1"));
            QVERIFY(!schema->currentRun.isValid());
            QVERIFY(schema->status == SchemaStatus::Paused);
            QCOMPARE(schema->rows, 5000);
            QVERIFY(place.engine.set(table, {s("should_sync=true")}));
            QVERIFY(place.engine.sync(table).status == RunStatus::Completed);
            QVERIFY(place.engine.schema(kShop, s("t1"))->status == SchemaStatus::Ok);
        }
        QVERIFY(place.allEqual());
    }

    // The program ends with runs at every stage: no answer may come to what is gone, nothing half-done stays.
    void quittingDuringRunsIsHarmless_T171()
    {
        Place place(3);
        for (int moment = 0; moment < 60; ++moment) {
            QVERIFY(place.start());
            // Events are taken for a while that grows, so that the end meets another stage each time.
            for (int turn = 0; turn < moment; ++turn) {
                QCoreApplication::sendPostedEvents();
                QThread::usleep(300);
            }
            place.engine.close();
            QVERIFY(place.engine.tryOpen());
            for (const SchemaInfo& schema : place.engine.world()->schemas)
                QVERIFY(!schema.currentRun.isValid());
        }
        for (const RunInfo& run : place.engine.sync(place.tables))
            QVERIFY(run.status == RunStatus::Completed);
        QVERIFY(place.allEqual());
    }

    // Decimal commas, a dotless i and Arabic digits belong to people, not to the machine's texts.
    void theLocaleChangesNoValue_T229_data()
    {
        QTest::addColumn<QString>("locale");
        for (const char* name : {"tr_TR", "de_DE", "ar_EG"})
            QTest::newRow(name) << s(name);
    }
    void theLocaleChangesNoValue_T229()
    {
        QFETCH(QString, locale);
        const QLocale before;
        const QByteArray zone = qgetenv("TZ");
        QLocale::setDefault(QLocale(locale));
        std::setlocale(LC_ALL, (locale + s(".UTF-8")).toUtf8().constData());   // where the system has it
        qputenv("TZ", "Asia/Kathmandu");
        {
            EngineFixture engine;
            const QString file = engine.dir() + s("/a.sqlite");
            EngineFixture::sqlite(file, "CREATE TABLE \"ITEMS\"(\"ID\" INTEGER PRIMARY KEY, updated_at DATETIME NOT NULL, price DECIMAL(10,2), r REAL, \"TITLE\" TEXT);"
                "INSERT INTO \"ITEMS\" VALUES (1, '2026-03-29 02:30:00', 1234.5, 0.5, 'İıI'), (2, '2026-10-25 02:30:00', 0.01, 1e-3, 'ß');");
            QVERIFY(engine.addSqlite(s("TITANIC"), file).isValid());
            const SchemaId items = engine.id(s("TITANIC"), s("ITEMS"));
            QVERIFY(engine.set(items, {s("sync_type=incremental"), s("incremental_field=updated_at"), s("primary_key_columns=ID"),
                s("incremental_field_lookback_seconds=3600")}));
            QVERIFY(engine.sync(items).status == RunStatus::Completed);
            EngineFixture::sqlite(file, "INSERT INTO \"ITEMS\" VALUES (3, '2026-10-25 02:45:00', 9999999.99, 1.25, 'i');");
            const RunInfo run = engine.sync(items);
            QVERIFY(run.status == RunStatus::Completed);
            QCOMPARE(run.rowsInserted, 1);
            QVERIFY(engine.verify(items)->equal());
            QCOMPARE(engine.schema(s("TITANIC"), s("ITEMS"))->cursorText, s("2026-10-25 02:45:00"));
            QCOMPARE(engine.scalar(s("SELECT sum(price)::VARCHAR || ' ' || sum(r) FROM \"TITANIC\".\"ITEMS\"")), s("10001234.5 1.751"));
            engine.reopen();
            QCOMPARE(engine.schema(s("TITANIC"), s("ITEMS"))->cursorText, s("2026-10-25 02:45:00"));
        }
        QLocale::setDefault(before);
        std::setlocale(LC_ALL, "C.UTF-8");
        zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
    }
};

QTEST_GUILESS_MAIN(TestEngineWorkers)
#include "tst_engineworkers.moc"
