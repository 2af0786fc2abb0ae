// SPDX-License-Identifier: GPL-3.0-or-later
// T064: a change of the table at the source waits for our lock, and everybody's queries wait behind it.
#include "tests/postgres/pgtesting.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QProcess>
#include <QtConcurrent>

using namespace leat;
using namespace leat::test;

class TestPgGiveWay : public QObject
{
    Q_OBJECT
    PgServer m_server;

    std::unique_ptr<Source> source(const char* giveWay)
    {
        QMap<QString, QString> settings = m_server.socketSettings();
        settings[s("give_way")] = s(giveWay);
        return makeSource(settings);
    }
    /// A migration that gives up by itself when nobody lets it pass.
    QFuture<bool> migrate(const QString& sql, const char* patience = "20s")
    {
        const QString all = s("SET lock_timeout = '%1'; %2").arg(s(patience), sql);
        return QtConcurrent::run([all, dir = m_server.socketDir(), port = m_server.port()] {
            QProcess psql;
            psql.start(PgServer::binary("psql"), {s("-X"), s("-q"), s("-v"), s("ON_ERROR_STOP=1"), s("-h"), dir, s("-p"), QString::number(port),
                s("-U"), s("postgres"), s("-d"), s("postgres"), s("-c"), all});
            return psql.waitForFinished(60'000) && psql.exitCode() == 0;
        });
    }
    static ReadSpec everything(const TableSnapshot& snapshot, int readers)
    {
        ReadSpec spec;
        spec.columns = allColumns(snapshot.shape());
        spec.readers = readers;
        return spec;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PgServer::missing().isEmpty())
            QSKIP(qPrintable(PgServer::missing()));
        QVERIFY2(m_server.start(), qPrintable(m_server.error()));
        QVERIFY2(m_server.exec(s("CREATE TABLE big (id bigint, v text); CREATE TABLE small (id bigint);"
            "INSERT INTO big SELECT i, repeat('x', 180) FROM generate_series(1, 200000) i; ANALYZE big")), qPrintable(m_server.error()));
    }

    // A reader that nobody empties: its server session is stuck in sending, where no cancel reaches it.
    void aMigrationPassesBetweenTheReadersOfATable_T064()
    {
        const auto from = source("1");
        auto snapshot = from->openSnapshot(table("big"), {});
        QVERIFY(snapshot);
        auto read = (*snapshot)->read(everything(**snapshot, 2));
        QVERIFY(read);
        QCOMPARE((*read)->usefulReaders(), 2);
        std::vector<std::unique_ptr<BatchReader>> readers;
        for (int i = 0; i < 2; ++i) {
            auto reader = (*read)->openReader({});
            QVERIFY(reader);
            TestBatch batch((*read)->columns());
            const Result<std::size_t> rows = (*reader)->fill(batch.batch());
            QVERIFY(rows && *rows > 0);
            readers.push_back(std::move(*reader));
        }
        const QFuture<bool> migration = migrate(s("ALTER TABLE big ADD COLUMN extra int"));
        QVERIFY(migration.result());
        for (const auto& reader : readers) {
            TestBatch batch((*read)->columns());
            Result<std::size_t> rows = std::size_t{1};
            while (rows && *rows > 0) {
                batch.reset();
                rows = reader->fill(batch.batch());
            }
            QVERIFY(!rows);
            QVERIFY2(rows.error().code == ErrorCode::GaveWay, qPrintable(toString(rows.error().code) + s(": ") + rows.error().detail));
            QVERIFY(rows.error().retry == RetryClass::Transient);
            QVERIFY(rows.error().owner == Owner::Source && rows.error().phase != Phase::Connect);
            QCOMPARE(rows.error().args.value(s("table")), s("public.big"));
        }
    }

    // Between two statements the lock is held as well; here after the rows were read, while they are stored.
    void aMigrationPassesAnIdleSnapshot_T064()
    {
        const auto from = source("1");
        auto snapshot = from->openSnapshot(table("big"), {});
        QVERIFY(snapshot);
        QVERIFY(*(*snapshot)->countNulls(s("v")) == 0);
        QVERIFY(migrate(s("TRUNCATE small; ALTER TABLE big ADD COLUMN more int")).result());
        const Result<qint64> after = (*snapshot)->countNulls(s("v"));
        QVERIFY(!after);
        QVERIFY2(after.error().code == ErrorCode::GaveWay, qPrintable(toString(after.error().code)));
        // The next one sees the table as it has become.
        snapshot = from->openSnapshot(table("big"), {});
        QVERIFY(snapshot);
        QVERIFY((*snapshot)->shape().column(s("more")));
    }

    // What waits for somebody else, or for another table, is no reason.
    void whatDoesNotWaitForUsEndsNothing_T064()
    {
        const auto from = source("1");
        auto snapshot = from->openSnapshot(table("big"), {});
        QVERIFY(snapshot);
        QVERIFY(*(*snapshot)->countNulls(s("v")) == 0);
        const QFuture<bool> holder = migrate(s("BEGIN; LOCK TABLE small IN ACCESS SHARE MODE; SELECT pg_sleep(6); COMMIT"));
        QTRY_COMPARE_WITH_TIMEOUT(m_server.value(s("SELECT count(*) FROM pg_locks WHERE relation = 'small'::regclass AND granted")), s("1"), 10'000);
        QVERIFY(!migrate(s("ALTER TABLE small ADD COLUMN extra int"), "4s").result());
        QVERIFY((*snapshot)->countNulls(s("v")));
        QVERIFY(holder.result());
    }

    // Who waited for an earlier read and waits for this one has waited for this one since it began, not longer.
    void theWaitingBeginsAnewWithEachRead_T064()
    {
        const auto from = source("4");
        auto snapshot = from->openSnapshot(table("big"), {});
        QVERIFY(snapshot);
        QVERIFY(*(*snapshot)->countNulls(s("v")) == 0);
        const QString waiting = s("SELECT count(*) FROM pg_locks WHERE relation = 'big'::regclass AND NOT granted");
        const QFuture<bool> migration = migrate(s("BEGIN; ALTER TABLE big ADD COLUMN once int; COMMIT; SELECT pg_sleep(2); ALTER TABLE big ADD COLUMN twice int"));
        QTRY_COMPARE_WITH_TIMEOUT(m_server.value(waiting), s("1"), 10'000);
        QCOMPARE(m_server.value(s("SELECT count(*) FROM pg_sleep(3.5)")), s("1"));   // long enough to be seen, too short to give way
        QVERIFY(*(*snapshot)->countNulls(s("v")) == 0);
        snapshot->reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_server.value(waiting), s("0"), 10'000);
        snapshot = from->openSnapshot(table("big"), {});
        QVERIFY(snapshot);
        QVERIFY(*(*snapshot)->countNulls(s("v")) == 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_server.value(waiting), s("1"), 10'000);
        QElapsedTimer waited;
        waited.start();
        QTRY_VERIFY_WITH_TIMEOUT(!(*snapshot)->countNulls(s("v")), 20'000);
        QVERIFY2(waited.elapsed() >= 3000, qPrintable(QString::number(waited.elapsed())));
        QVERIFY(migration.result());
    }

    void zeroNeverGivesWay_T064()
    {
        const auto from = source("0");
        auto snapshot = from->openSnapshot(table("big"), {});
        QVERIFY(snapshot);
        QVERIFY(*(*snapshot)->countNulls(s("v")) == 0);
        QVERIFY(!migrate(s("ALTER TABLE big ADD COLUMN never int"), "5s").result());
        QVERIFY((*snapshot)->countNulls(s("v")));
    }
};

QTEST_GUILESS_MAIN(TestPgGiveWay)
#include "tst_pggiveway.moc"
