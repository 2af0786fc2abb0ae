// SPDX-License-Identifier: GPL-3.0-or-later
#include "statefixture.h"

#include "engine/state/migrations.h"
#include "engine/state/transaction.h"
#ifdef Q_OS_LINUX
#include "tests/support/smalldisk.h"
#endif

#include <QProcess>
#include <QRandomGenerator>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace leat;

#ifdef Q_OS_LINUX
static bool s_ownMounts = false;
#endif

class TestStateFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newFileIsPrivate_S39();
    void reopened();
    void walIsOn();
    void newerFileIsRefused_T138();
    void upgradeKeepsABackup();
    void failedStepLeavesTheOldFormat();
    void notADatabase();
    void databaseOfAnotherProgram();
    void truncated();
    void flippedBytes();
    void folderIsAFile();
    void unwritableFile();
    void nestedTransaction_T166();
    void transactionRollsBack_T166();
    void failedStatementFailsTheCommit_T132();
    void endOfARunIsWrittenOnAFullDisk_H();

private:
    Result<std::unique_ptr<StateStore>> open() { return StateStore::open(m_file); }
    void fill();
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

void TestStateFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = m_dir->filePath(QStringLiteral("state.db"));
}

void TestStateFile::fill()
{
    Result<std::unique_ptr<StateStore>> store = open();
    VERIFY_OK(store);
    const SourceId source = *(*store)->addSource(shopSource(), {});
    std::vector<SchemaInfo> tables;
    for (int i = 0; i < 200; ++i)
        tables.push_back(tableOf(source, QStringLiteral("table_%1").arg(i)));
    VERIFY_OK((*store)->addSchemas(tables, {}));
}

void TestStateFile::newFileIsPrivate_S39()
{
    const Result<std::unique_ptr<StateStore>> store = open();
    VERIFY_OK(store);
    const QStringList files = QDir(m_dir->path()).entryList(QDir::Files);
    QVERIFY(files.contains(QStringLiteral("state.db")));
    for (const QString& name : files) {
        const QFile::Permissions others = QFile::permissions(m_dir->filePath(name))
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
        QVERIFY2(!others, qPrintable(name));
    }
}

void TestStateFile::reopened()
{
    fill();
    Result<std::unique_ptr<StateStore>> store = open();
    VERIFY_OK(store);
    QCOMPARE((*store)->schemas()->size(), std::size_t(200));
    QCOMPARE(QDir(m_dir->path()).entryList({QStringLiteral("*backup*")}).size(), 0);
}

void TestStateFile::walIsOn()
{
    fill();
    QCOMPARE(peek(m_file, QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("wal"));
}

void TestStateFile::newerFileIsRefused_T138()
{
    fill();
    QVERIFY(tamper(m_file, {QStringLiteral("PRAGMA user_version = 41")}));
    const Result<std::unique_ptr<StateStore>> store = open();
    QVERIFY(!store);
    COMPARE_ENUM(store.error().code, ErrorCode::ProfileNewer);
    COMPARE_ENUM(store.error().owner, Owner::State);
    QCOMPARE(store.error().args[QStringLiteral("found")], QStringLiteral("41"));
    QCOMPARE(store.error().args[QStringLiteral("known")], QString::number(profileMigrations().size()));
    QCOMPARE(peek(m_file, QStringLiteral("SELECT count(*) FROM schemas")).toInt(), 200);
}

void TestStateFile::upgradeKeepsABackup()
{
    fill();
    std::vector<Migration> next = profileMigrations();
    const int old = next.back().version;
    next.push_back({old + 1, {QStringLiteral("ALTER TABLE sources ADD COLUMN extra TEXT"), QStringLiteral("UPDATE sources SET extra = 'new'")}});
    {
        Result<std::unique_ptr<Database>> database = Database::open(m_file);
        VERIFY_OK(database);
        VERIFY_OK(migrate(**database, next));
    }
    QCOMPARE(peek(m_file, QStringLiteral("PRAGMA user_version")).toInt(), old + 1);
    QCOMPARE(peek(m_file, QStringLiteral("SELECT extra FROM sources")).toString(), QStringLiteral("new"));
    const QString backup = m_file + QStringLiteral(".backup-v%1").arg(old);
    QVERIFY(QFile::exists(backup));
    QVERIFY(!(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther)));
    // The backup is a whole profile of the old format.
    const Result<std::unique_ptr<StateStore>> restored = StateStore::open(backup);
    VERIFY_OK(restored);
    QCOMPARE((*restored)->schemas()->size(), std::size_t(200));
    // And this program refuses the new one.
    COMPARE_ENUM(open().error().code, ErrorCode::ProfileNewer);
}

void TestStateFile::failedStepLeavesTheOldFormat()
{
    fill();
    std::vector<Migration> next = profileMigrations();
    const int old = next.back().version;
    next.push_back({old + 1, {QStringLiteral("ALTER TABLE sources ADD COLUMN extra TEXT"), QStringLiteral("not SQL")}});
    {
        Result<std::unique_ptr<Database>> database = Database::open(m_file);
        VERIFY_OK(database);
        QVERIFY(!migrate(**database, next));
    }
    Result<std::unique_ptr<StateStore>> store = open();
    VERIFY_OK(store);
    QCOMPARE((*store)->schemas()->size(), std::size_t(200));
}

void TestStateFile::notADatabase()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const Result<std::unique_ptr<StateStore>> store = open();
    QVERIFY(!store);
    COMPARE_ENUM(store.error().code, ErrorCode::ProfileUnreadable);
    QCOMPARE(store.error().args[QStringLiteral("path")], m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(8192, 'x'));
}

void TestStateFile::databaseOfAnotherProgram()
{
    QVERIFY(tamper(m_file, {QStringLiteral("CREATE TABLE mine (a)"), QStringLiteral("PRAGMA user_version = 1")}));
    COMPARE_ENUM(open().error().code, ErrorCode::ProfileUnreadable);
    QCOMPARE(peek(m_file, QStringLiteral("SELECT count(*) FROM sqlite_schema")).toInt(), 1);
    QCOMPARE(peek(m_file, QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("delete"));
}

void TestStateFile::truncated()
{
    fill();
    QFile file(m_file);
    QVERIFY(file.resize(file.size() / 2));
    COMPARE_ENUM(open().error().code, ErrorCode::ProfileUnreadable);
}

// Whatever is flipped: a profile that opens is sound, one that does not says so; nothing crashes.
void TestStateFile::flippedBytes()
{
    fill();
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    QRandomGenerator random(166);
    int refused = 0;
    for (int i = 0; i < 60; ++i) {
        QByteArray bad = whole;
        const auto at = i < 30 ? random.bounded(100) : random.bounded(int(bad.size()));
        bad[at] = char(bad[at] ^ (1 << random.bounded(8)));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bad);
        file.close();
        QFile::remove(m_file + QStringLiteral("-wal"));
        QFile::remove(m_file + QStringLiteral("-shm"));
        const Result<std::unique_ptr<StateStore>> store = open();
        if (store) {
            QVERIFY((*store)->schemas().has_value());
            continue;
        }
        ++refused;
        const QList<ErrorCode> honest{ErrorCode::ProfileUnreadable, ErrorCode::ProfileNewer, ErrorCode::ProfileNotWritable};
        QVERIFY2(honest.contains(store.error().code), qPrintable(toString(store.error().code) + store.error().detail));
    }
    QVERIFY(refused > 5);
}

void TestStateFile::folderIsAFile()
{
    QFile blocker(m_dir->filePath(QStringLiteral("blocker")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const Result<std::unique_ptr<StateStore>> store = StateStore::open(m_dir->filePath(QStringLiteral("blocker/state.db")));
    QVERIFY(!store);
    COMPARE_ENUM(store.error().code, ErrorCode::ProfileNotWritable);
}

// As a user without rights: root may write everywhere.
void TestStateFile::unwritableFile()
{
#ifdef Q_OS_UNIX
    fill();
    QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    QProcess child;
    child.setChildProcessModifier([] {
        if (::geteuid() == 0 && ::setuid(65534) != 0)
            ::_exit(9);
    });
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--open"), m_file});
    if (!child.waitForStarted())
        QSKIP("the test program cannot be run by another user here");
    QVERIFY(child.waitForFinished());
    QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(child.readAll().trimmed(), QByteArray("profile-not-writable"));
#endif
}

void TestStateFile::nestedTransaction_T166()
{
    Result<std::unique_ptr<Database>> database = Database::open(m_file);
    VERIFY_OK(database);
    VERIFY_OK((*database)->run(QStringLiteral("CREATE TABLE t (a INTEGER)")));
    Result<Transaction> outer = Transaction::begin(**database);
    VERIFY_OK(outer);
    const Result<Transaction> inner = Transaction::begin(**database);
    QVERIFY(!inner);
    QCOMPARE(inner.error().detail, QStringLiteral("a transaction inside a transaction"));   // ours, not the database's
    VERIFY_OK((*database)->run(QStringLiteral("INSERT INTO t VALUES (1)")));
    VERIFY_OK(outer->commit());
    QVERIFY(!outer->commit());
    VERIFY_OK(Transaction::begin(**database));
    QCOMPARE((*database)->scalar(QStringLiteral("SELECT count(*) FROM t"))->toInt(), 1);
}

void TestStateFile::transactionRollsBack_T166()
{
    Result<std::unique_ptr<Database>> database = Database::open(m_file);
    VERIFY_OK(database);
    VERIFY_OK((*database)->run(QStringLiteral("CREATE TABLE t (a INTEGER)")));
    {
        Result<Transaction> transaction = Transaction::begin(**database);
        VERIFY_OK(transaction);
        VERIFY_OK((*database)->run(QStringLiteral("INSERT INTO t VALUES (1)")));
        QVERIFY((*database)->inTransaction());
    }
    QVERIFY(!(*database)->inTransaction());
    QCOMPARE((*database)->scalar(QStringLiteral("SELECT count(*) FROM t"))->toInt(), 0);
}

void TestStateFile::failedStatementFailsTheCommit_T132()
{
    Result<std::unique_ptr<Database>> database = Database::open(m_file);
    VERIFY_OK(database);
    VERIFY_OK((*database)->run(QStringLiteral("CREATE TABLE t (a INTEGER UNIQUE)")));
    {
        Result<Transaction> transaction = Transaction::begin(**database);
        VERIFY_OK((*database)->run(QStringLiteral("INSERT INTO t VALUES (1)")));
        QVERIFY(!(*database)->run(QStringLiteral("INSERT INTO t VALUES (1)")));
        QVERIFY(!transaction->commit());
    }
    QCOMPARE((*database)->scalar(QStringLiteral("SELECT count(*) FROM t"))->toInt(), 0);
}

void TestStateFile::endOfARunIsWrittenOnAFullDisk_H()
{
#ifdef Q_OS_LINUX
    if (!s_ownMounts)
        QSKIP("a mount of one's own needs the right to make it");
    const test::SmallDisk disk("8m");
    QVERIFY(disk.isMounted());
    const QString file = disk.path() + QStringLiteral("/state.db");
    std::vector<SchemaId> tables;
    {
        Result<std::unique_ptr<StateStore>> store = StateStore::open(file);
        VERIFY_OK(store);
        Result<SourceId> source = (*store)->addSource(shopSource(), QStringLiteral("test"));
        VERIFY_OK(source);
        std::vector<SchemaInfo> wanted;
        for (int i = 0; i < 4; ++i)
            wanted.push_back(tableOf(*source, QStringLiteral("t%1").arg(i)));
        Result<std::vector<SchemaId>> added = (*store)->addSchemas(wanted, QStringLiteral("test"));
        VERIFY_OK(added);
        tables = *added;
        std::vector<RunInfo> runs;
        for (const SchemaId table : tables) {
            RunInfo run;
            run.schemaId = table;
            Result<RunId> id = (*store)->addRun(run);
            VERIFY_OK(id);
            run.id = *id;
            VERIFY_OK((*store)->startRun(run.id, table));
            runs.push_back(run);
        }
        disk.fill(0);
        QVERIFY(!(*store)->setValue(QStringLiteral("large"), QString(1 << 20, QLatin1Char('x')))); // it is full indeed
        for (RunInfo& run : runs) {
            run.status = RunStatus::Failed;
            run.error = makeError(ErrorCode::DiskFull, QStringLiteral("No space left on device"));
            RunEnd end;
            end.run = run;
            VERIFY_OK((*store)->finishRun(end));
        }
        QVERIFY(disk.empty());
    }
    Result<std::unique_ptr<StateStore>> store = StateStore::open(file);
    VERIFY_OK(store);
    const Result<HistoryPage> page = (*store)->history({});
    VERIFY_OK(page);
    QCOMPARE(page->runs.size(), tables.size());
    for (const RunInfo& run : page->runs) {
        COMPARE_ENUM(run.status, RunStatus::Failed);
        QVERIFY(run.error && run.error->code == ErrorCode::DiskFull);
    }
    QCOMPARE(QFileInfo(file + QStringLiteral("-reserve")).size(), qint64(1 << 20)); // kept again for the next time
#else
    QSKIP("needs a small disk to mount");
#endif
}

int main(int argc, char** argv)
{
#ifdef Q_OS_LINUX
    s_ownMounts = test::SmallDisk::enterNamespace();
#endif
    QCoreApplication app(argc, argv);
    const QStringList args = app.arguments();
    if (args.size() == 3 && args[1] == QLatin1String("--open")) {
        const Result<std::unique_ptr<StateStore>> store = StateStore::open(args[2]);
        std::puts(store ? "opened" : qPrintable(toString(store.error().code)));
        return 0;
    }
    TestStateFile test;
    return QTest::qExec(&test, args);
}
#include "tst_statefile.moc"
