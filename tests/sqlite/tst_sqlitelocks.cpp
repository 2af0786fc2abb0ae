// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitereadgroup.h"
#include "engine/connectors/sqlite/sqlitestatement.h"
#include "tests/sqlite/sqlitelab.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <thread>

#ifdef Q_OS_LINUX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace leat;
using namespace leat::test;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

QByteArray fill(int count)
{
    return "CREATE TABLE t (id INTEGER PRIMARY KEY, generation INTEGER, pad TEXT);"
           "WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < " + QByteArray::number(count) + ")"
           "INSERT INTO t SELECT n, 0, 'padding that fills pages ' || n FROM g;";
}

std::unique_ptr<TableSnapshot> snapshotOf(Source& source)
{
    Result<std::unique_ptr<TableSnapshot>> snapshot = source.openSnapshot({QString(), s("t")}, {});
    return snapshot ? std::move(*snapshot) : nullptr;
}

// The read ends with an error, and the next attempt may succeed.
void endsByAChangedFile(BatchReader& reader, BatchBox& box)
{
    Result<std::size_t> rows = std::size_t{1};
    while (rows && *rows > 0)
        rows = reader.fill(box.batch());
    QVERIFY(!rows);
    QCOMPARE(toString(rows.error().code), toString(ErrorCode::FileLocked));
    QCOMPARE(toString(rows.error().retry), toString(RetryClass::Transient));
}

} // namespace

class TestSqliteLocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // T095: rows that are only in the -wal are read.
    void readsTheWriteAheadLog()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);"
                           "INSERT INTO t VALUES (1, 'a'), (2, 'b')"));
        QVERIFY(QFile(lab.file() + s("-wal")).size() > 0);
        const Result<Rows> rows = tableRows(*lab.source(), s("t"));
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), std::size_t{2});
        QVERIFY(QFile(lab.file() + s("-wal")).size() > 0);
    }

    // A snapshot stays what it was, and a writer in WAL mode is not held up.
    void walWriterGoesOnBesideASnapshot()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("PRAGMA journal_mode=WAL;" + fill(1000)));
        const std::unique_ptr<Source> source = lab.source();
        const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source);
        QVERIFY(writer.run("UPDATE t SET generation = 1; INSERT INTO t VALUES (2000, 1, 'new'); PRAGMA wal_checkpoint(PASSIVE)"));
        QCOMPARE(**snapshot->maxCursor(s("id")), s("1000"));
        const Result<Rows> rows = readAll(**snapshot->read(allColumns(*snapshot)));
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), std::size_t{1000});
        for (const QStringList& row : *rows)
            QCOMPARE(row[1], s("0"));
        QCOMPARE(tableRows(*source, s("t"))->size(), std::size_t{1001});
    }

    // Every reader of a snapshot sees the same commit, however fast a writer commits.
    void parallelReadersSeeOneState_data()
    {
        QTest::addColumn<bool>("wal");
        QTest::newRow("wal") << true;
        QTest::newRow("rollback journal") << false;
    }
    void parallelReadersSeeOneState()
    {
        QFETCH(bool, wal);
        Lab lab;
        {
            Writer writer(lab.file());
            QVERIFY(writer.run(wal ? "PRAGMA journal_mode=WAL;" + fill(70'000) : fill(70'000)));
        }
        std::atomic<bool> stop{false};
        std::atomic<int> commits{0};
        // Both ends of the table change together: readers of different commits would disagree.
        std::thread busy([&] {
            Writer writer(lab.file());
            writer.run("PRAGMA synchronous=OFF; PRAGMA busy_timeout=20000");
            while (!stop.load())
                if (writer.run("UPDATE t SET generation = generation + 1 WHERE id IN (1, 20000, 40000, 70000)"))
                    ++commits;
        });
        const std::unique_ptr<Source> source = lab.source({{s("readers"), s("3")}});
        int parallel = 0;
        QString mixed;
        for (int round = 0; round < 12; ++round) {
            const int before = commits.load();
            QElapsedTimer patience;
            patience.start();
            while (commits.load() == before && patience.elapsed() < 5000)
                std::this_thread::yield();
            const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source);
            if (!snapshot) {
                mixed = s("no snapshot");
                break;
            }
            ReadSpec spec;
            spec.columns = QStringList{s("id"), s("generation")};
            spec.readers = 3;
            Result<std::unique_ptr<TableRead>> read = snapshot->read(spec);
            const int readers = (*read)->usefulReaders();
            parallel += readers > 1;
            const Result<Rows> rows = readAllParallel(**read, readers);
            QSet<QString> generations;
            if (!rows || rows->size() != 70'000)
                mixed = rows ? s("rows missing") : rows.error().detail;
            else
                for (const QStringList& row : *rows)
                    if (row[0] == s("1") || row[0] == s("20000") || row[0] == s("40000") || row[0] == s("70000"))
                        generations.insert(row[1]);
            if (generations.size() > 1)
                mixed = s("several states");
            if (!mixed.isEmpty())
                break;
        }
        stop = true;
        busy.join();
        QVERIFY2(mixed.isEmpty(), qPrintable(mixed));
        QVERIFY(commits.load() > 0);
        qInfo("%d of 12 snapshots had several readers, beside %d commits", parallel, commits.load());
        QVERIFY(parallel > 0);
    }

    // The same from near by: connections of one group, many times, beside two writers.
    void connectionsOfAGroupAgree()
    {
        Lab lab;
        {
            Writer writer(lab.file());
            QVERIFY(writer.run("PRAGMA journal_mode=WAL; CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO t VALUES (1, 0), (1000000, 0)"));
        }
        std::atomic<bool> stop{false};
        const auto write = [&] {
            Writer writer(lab.file());
            writer.run("PRAGMA synchronous=OFF; PRAGMA busy_timeout=20000");
            while (!stop.load())
                writer.run("UPDATE t SET n = n + 1");
        };
        std::thread one(write);
        std::thread two(write);
        const sqlite::Settings settings{lab.file(), 3, 10'000};
        int groups = 0;
        QString problem;
        QElapsedTimer timer;
        timer.start();
        for (int round = 0; round < 600 && timer.elapsed() < 6000 && problem.isEmpty(); ++round) {
            Result<std::shared_ptr<sqlite::ReadGroup>> group = sqlite::ReadGroup::open(settings, s("t"), {});
            if (!group) {
                problem = group.error().detail;
                break;
            }
            groups += (*group)->size() > 1;
            QSet<qint64> seen;
            std::vector<sqlite::ReadGroup::Loan> loans;
            for (int i = 0; i < (*group)->size(); ++i) {
                loans.push_back((*group)->borrow());
                Result<sqlite::Statement> statement
                    = sqlite::Statement::prepare(*loans.back().get(), "SELECT n FROM t WHERE id = 1", Phase::Read);
                if (!statement || !statement->step())
                    problem = s("unreadable");
                else
                    seen.insert(statement->integer(0));
            }
            if (seen.size() != 1)
                problem = s("the connections of a group disagree");
        }
        stop = true;
        one.join();
        two.join();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(groups > 10);
    }

    // T096: a writer that holds the file for a while is waited for.
    void waitsForALock()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (x); INSERT INTO t VALUES (1); BEGIN EXCLUSIVE; INSERT INTO t VALUES (2)"));
        std::thread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(700));
            writer.run("COMMIT");
        });
        const Result<Rows> rows = tableRows(*lab.source(), s("t"));
        later.join();
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), std::size_t{2});
    }

    void givesUpOnALockInTime()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (x); BEGIN EXCLUSIVE; INSERT INTO t VALUES (2)"));
        const std::unique_ptr<Source> source = lab.source({{s("busy_timeout"), s("200")}});
        QElapsedTimer timer;
        timer.start();
        const Result<std::unique_ptr<TableSnapshot>> snapshot = source->openSnapshot({QString(), s("t")}, {});
        QVERIFY(!snapshot);
        QCOMPARE(toString(snapshot.error().code), toString(ErrorCode::FileLocked));
        QCOMPARE(toString(snapshot.error().retry), toString(RetryClass::Transient));
        QCOMPARE(snapshot.error().args.value(s("path")), lab.file());
        QVERIFY(timer.elapsed() >= 150 && timer.elapsed() < 5000);
        const Result<CheckReport> report = source->check({}, {});
        QVERIFY(report.has_value() && !report->ok());
        QCOMPARE(toString(report->steps[0].error->code), toString(ErrorCode::FileLocked));
    }

    void cancelEndsTheWait()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("CREATE TABLE t (x); BEGIN EXCLUSIVE; INSERT INTO t VALUES (2)"));
        const std::unique_ptr<Source> source = lab.source();
        CancelSource cancel;
        QElapsedTimer timer;
        std::thread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(150));
            timer.start();
            cancel.cancel();
        });
        const Result<std::unique_ptr<TableSnapshot>> snapshot = source->openSnapshot({QString(), s("t")}, cancel.token());
        later.join();
        QVERIFY(!snapshot);
        QCOMPARE(toString(snapshot.error().code), toString(ErrorCode::Cancelled));
        QVERIFY(timer.elapsed() < 1000);
    }

    // The file is let go of between calls, and never written.
    void leavesTheFileAlone()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run(fill(100)));
        QFile file(lab.file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        file.close();
        const std::unique_ptr<Source> source = lab.source();
        QVERIFY(source->check({}, {}).has_value() && source->listTables({}).has_value() && tableRows(*source, s("t")).has_value());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == before);
        QCOMPARE(QDir(lab.dir()).entryList(QDir::Files), QStringList{s("test.db")});
        QVERIFY(writer.run("BEGIN EXCLUSIVE; COMMIT"));
    }

    // T098: a program that writes into the file beside SQLite is noticed.
    void noticesAFileChangedUnderneath()
    {
        Lab lab;
        {
            Writer writer(lab.file());
            QVERIFY(writer.run(fill(5000)));
        }
        const std::unique_ptr<Source> source = lab.source();
        const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source);
        Result<std::unique_ptr<TableRead>> read = snapshot->read(allColumns(*snapshot));
        Result<std::unique_ptr<BatchReader>> reader = (*read)->openReader({});
        BatchBox box((*read)->columns());
        QVERIFY((*reader)->fill(box.batch()).has_value());
        {
            // Through another process: closing the file in this one would drop SQLite's locks.
            QCOMPARE(QProcess::execute(s("sh"), {s("-c"), s("printf x >> \"$1\""), s("sh"), lab.file()}), 0);
        }
        endsByAChangedFile(**reader, box);
    }

    // Naive: in WAL mode only SQLite's own locks count, so the rest comes from the other file.
    void noticesAnotherFileInWalMode_T098_data()
    {
        QTest::addColumn<bool>("logged");
        QTest::addColumn<QString>("readers");
        QTest::addColumn<QString>("command");
        for (const bool logged : {false, true})
            for (const char* command : {"cat \"$2\" > \"$1\"", "mv \"$2\" \"$1\"", "cat \"$2\" > \"$1\"; touch -r \"$3\" \"$1\""})
                for (const char* readers : {"1", "3"})
                    if (!logged || *readers == '1')
                        QTest::addRow("%s, rows in the log %d, readers %s", command, logged, readers) << logged << s(readers) << s(command);
    }
    void noticesAnotherFileInWalMode_T098()
    {
        QFETCH(bool, logged);
        QFETCH(QString, readers);
        QFETCH(QString, command);
        const QByteArray rowsOfIt = fill(readers == s("1") ? 20'000 : 200'000);
        Lab lab;
        {
            Writer other(lab.file(s("other.db")));
            QVERIFY(other.run("PRAGMA journal_mode=WAL;" + rowsOfIt + "UPDATE t SET generation = 7"));
        }
        Writer writer(lab.file());
        QVERIFY(writer.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;" + rowsOfIt + "PRAGMA wal_checkpoint(TRUNCATE);"));
        if (logged)
            QVERIFY(writer.run("UPDATE t SET generation = 1 WHERE id < 100"));
        const std::unique_ptr<Source> source = lab.source({{s("readers"), readers}});
        const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source);
        QVERIFY(snapshot);
        Result<std::unique_ptr<TableRead>> read = snapshot->read(allColumns(*snapshot));
        Result<std::unique_ptr<BatchReader>> reader = (*read)->openReader({});
        BatchBox box((*read)->columns());
        QVERIFY((*reader)->fill(box.batch()).has_value());
        // Through another process: closing the file in this one would drop SQLite's locks.
        QCOMPARE(QProcess::execute(s("sh"), {s("-c"), command, s("sh"), lab.file(), lab.file(s("other.db")), s("/etc/hostname")}), 0);
        endsByAChangedFile(**reader, box);
    }

    // What SQLite writes into the file in WAL mode is no stranger's.
    void aCheckpointIsNoOtherFile_T098()
    {
        Lab lab;
        Writer writer(lab.file());
        QVERIFY(writer.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;" + fill(5000) + "PRAGMA wal_checkpoint(TRUNCATE);"
            "UPDATE t SET generation = 1;"));
        const std::optional<sqlite::FileStamp> before = sqlite::stampOf(lab.file());
        const std::unique_ptr<Source> source = lab.source();
        const std::unique_ptr<TableSnapshot> snapshot = snapshotOf(*source);
        Result<std::unique_ptr<TableRead>> read = snapshot->read(allColumns(*snapshot));
        Result<std::unique_ptr<BatchReader>> reader = (*read)->openReader({});
        BatchBox box((*read)->columns());
        Result<std::size_t> rows = (*reader)->fill(box.batch());
        QVERIFY(rows.has_value());
        QVERIFY(writer.run("UPDATE t SET generation = 2 WHERE id = 1; PRAGMA wal_checkpoint(PASSIVE)"));
        QVERIFY(sqlite::stampOf(lab.file()) != before);
        std::size_t total = *rows;
        while (rows && *rows > 0) {
            rows = (*reader)->fill(box.batch());
            total += rows.value_or(0);
        }
        QVERIFY2(rows.has_value(), qPrintable(rows ? QString() : rows.error().detail));
        QCOMPARE(total, std::size_t{5000});
        // And the next one begins in the middle of the log.
        const Result<Rows> all = tableRows(*source, s("t"));
        QVERIFY(all.has_value());
        QCOMPARE(all->size(), std::size_t{5000});
    }

    // A WAL file on a medium that cannot be written: read as unchanging, unless a -wal is there.
    void readsWalFilesInAnUnwritableFolder()
    {
#ifdef Q_OS_LINUX
        Lab lab;
        {
            Writer writer(lab.file());
            QVERIFY(writer.run("PRAGMA journal_mode=WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)"));
        }
        QVERIFY(!QFile::exists(lab.file() + s("-wal")));
        const QByteArray folder = lab.dir().toUtf8();
        QVERIFY(::chmod(lab.file().toUtf8().constData(), 0444) == 0 && ::chmod(folder.constData(), 0555) == 0);
        const bool root = ::geteuid() == 0;
        if (root)
            QVERIFY(::setresuid(65534, 65534, 0) == 0);
        const Result<Rows> rows = tableRows(*lab.source(), s("t"));
        const Result<CheckReport> report = lab.source()->check({}, {});
        if (root)
            QVERIFY(::setresuid(0, 0, 0) == 0);
        QVERIFY(::chmod(folder.constData(), 0755) == 0);
        QVERIFY2(rows.has_value(), qPrintable(rows ? QString() : rows.error().detail));
        QCOMPARE(rows->size(), std::size_t{1});
        QVERIFY(report->ok() && report->steps[0].note.contains(s("does not change")));
        // With a -wal that cannot be opened properly, rows could be missing: refused.
        QFile wal(lab.file() + s("-wal"));
        QVERIFY(wal.open(QIODevice::WriteOnly) && wal.write("x") == 1);
        wal.close();
        QVERIFY(::chmod(folder.constData(), 0555) == 0);
        if (root)
            QVERIFY(::setresuid(65534, 65534, 0) == 0);
        const Result<Rows> refused = tableRows(*lab.source(), s("t"));
        if (root)
            QVERIFY(::setresuid(0, 0, 0) == 0);
        QVERIFY(::chmod(folder.constData(), 0755) == 0);
        QVERIFY(!refused);
        QCOMPARE(toString(refused.error().code), toString(ErrorCode::PermissionDenied));
#else
        QSKIP("POSIX permissions");
#endif
    }
};

QTEST_GUILESS_MAIN(TestSqliteLocks)
#include "tst_sqlitelocks.moc"
