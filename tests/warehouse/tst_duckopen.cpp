// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/duckerrors.h"
#include "tests/warehouse/warehousefixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace leat;
using namespace leat::test;
using Kind = ColumnType::Kind;

namespace {

const WarehouseTable kTable{QStringLiteral("shop"), QStringLiteral("orders")};

LoadSpec specOf(const TableRead& read, LoadMode mode)
{
    LoadSpec spec;
    spec.mode = mode;
    spec.target = kTable;
    spec.keyColumns = QStringList{QStringLiteral("id")};
    spec.columns = sameColumns<LoadColumn>(read);
    return spec;
}

// Child: holds the file until its input closes.
int hold(const QString& path)
{
    const Result<std::unique_ptr<Warehouse>> warehouse = DuckWarehouse::open({path});
    std::puts(warehouse ? "open" : "failed");
    std::fflush(stdout);
    std::getchar();
    return 0;
}

// Child: loads new rows and dies without a word, before ("staged") or after ("committed") commit.
int dieHalfWay(const QString& path, const QString& when, LoadMode mode, qint64 rows)
{
    Result<std::unique_ptr<Warehouse>> warehouse = DuckWarehouse::open({path});
    if (!warehouse)
        return 2;
    FakeTable read({column("id", Kind::Int64), column("v", Kind::Text)}, rows,
        [](qint64 i) { return FakeRow{i, QByteArray("new")}; });
    Result<std::unique_ptr<LoadSession>> session = (*warehouse)->begin(specOf(read, mode));
    if (!session || !(*session)->load(read, {}))
        return 3;
    if (when == QLatin1String("committed") && !(*session)->commit(WarehouseFixture::record(rows, 2), {}))
        return 4;
    std::_Exit(9);
}

// Child: opens the file and tells run and rows by their text; 3: an error that names the file.
int look(const QString& path)
{
    Result<std::unique_ptr<Warehouse>> warehouse = DuckWarehouse::open({path});
    if (!warehouse)
        return warehouse.error().args.value(QStringLiteral("path")) == path ? 3 : 4;
    const auto state = (*warehouse)->state(kTable);
    const Result<QueryResult> rows = (*warehouse)->query(QStringLiteral("SELECT v, count(*), sum(id) FROM shop.orders GROUP BY v"), -1, {});
    if (!state || !rows || !*state)
        return 3;
    QStringList text{QString::number((*state)->last.runId)};
    for (const QStringList& row : rows->rows)
        text += row;
    std::puts(qPrintable(text.join(QLatin1Char('|'))));
    return 0;
}

quint64 blockChecksum(const char* data, qsizetype words)
{
    quint64 sum = 5381;
    for (qsizetype i = 0; i < words; ++i) {
        quint64 word = 0;
        std::memcpy(&word, data + i * 8, 8);
        sum ^= word * 0xbf58476d1ce4e5b9ULL;
    }
    return sum;
}

} // namespace

class TestDuckOpen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isHardened();
    void anotherProcessHoldsTheFile();
    void refusesWhatIsNotItsFile_data();
    void refusesWhatIsNotItsFile();
    void refusesNewerFiles_T138();
    void needsAFolder();
    void doesNotHideALostFile();
    void damageNeverCrashesAndNeverLies_T137_data();
    void damageNeverCrashesAndNeverLies_T137();
    void survivesDeath_data();
    void survivesDeath();
    void reopensAfterAFatalError_T134();
    void mapsErrors();
};

void TestDuckOpen::isHardened()
{
    WarehouseFixture warehouse;
    QCOMPARE(warehouse.text(QStringLiteral("SELECT name || '=' || value FROM duckdb_settings() WHERE name IN ("
        "'autoinstall_known_extensions', 'autoload_known_extensions', 'allow_community_extensions', 'allow_persistent_secrets', "
        "'enable_external_access', 'lock_configuration', 'memory_limit', 'preserve_insertion_order', 'TimeZone', 'threads') ORDER BY name")),
        QStringLiteral("TimeZone=UTC;allow_community_extensions=false;allow_persistent_secrets=false;autoinstall_known_extensions=false;"
                       "autoload_known_extensions=false;enable_external_access=false;lock_configuration=true;memory_limit=340.0 MiB;"
                       "preserve_insertion_order=false;threads=2"));
    QCOMPARE(warehouse.text(QStringLiteral("SELECT value FROM duckdb_settings() WHERE name = 'temp_directory'")), warehouse.options().tempDir);
    // Spilling works although files are out of bounds: 100 MB of rows in 32 MB of memory.
    warehouse.close();
    DuckOptions small = warehouse.options();
    small.memoryLimitBytes = 1;
    Result<std::unique_ptr<Warehouse>> opened = DuckWarehouse::open(small);
    VERIFY_OK(opened);
    const Result<QueryResult> sorted = (*opened)->query(
        QStringLiteral("SELECT count(*) FROM (SELECT range, md5(range::VARCHAR) AS m FROM range(1500000) ORDER BY m LIMIT 1400000)"), -1, {});
    VERIFY_OK(sorted);
}

void TestDuckOpen::anotherProcessHoldsTheFile()
{
    WarehouseFixture warehouse;
    warehouse.close();
    QProcess holder;
    holder.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), warehouse.path()});
    QVERIFY(holder.waitForReadyRead());
    QCOMPARE(holder.readLine().trimmed(), QByteArray("open"));
    const Result<std::unique_ptr<Warehouse>> opened = DuckWarehouse::open(warehouse.options());
    VERIFY_ERROR(opened, ErrorCode::WarehouseLocked);
    QCOMPARE(opened.error().args.value(QStringLiteral("holder")), QStringLiteral("tst_duckopen"));
    QCOMPARE(opened.error().args.value(QStringLiteral("pid")), QString::number(holder.processId()));
    QCOMPARE(opened.error().args.value(QStringLiteral("path")), warehouse.path());
    holder.closeWriteChannel();
    QVERIFY(holder.waitForFinished());
    warehouse.reopen();
}

void TestDuckOpen::refusesWhatIsNotItsFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello, this is a letter\n").repeated(1000);
    QTest::newRow("sqlite") << QByteArray("SQLite format 3\0", 16) + QByteArray(8176, '\0');
    QTest::newRow("cut off") << QByteArray("cut");
    QTest::newRow("flipped header bit") << QByteArray("flip 20");
    QTest::newRow("flipped block bit") << QByteArray("flip 4200");
}

void TestDuckOpen::refusesWhatIsNotItsFile()
{
    QFETCH(QByteArray, content);
    WarehouseFixture warehouse;
    FakeTable read = idTable({{1, "a"}});
    VERIFY_OK(warehouse.swap(kTable, read));
    warehouse.close();
    QFile file(warehouse.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    if (content == "cut")
        content = bytes.left(6000);
    else if (content.startsWith("flip ")) {
        const qsizetype at = content.mid(5).toLongLong();
        bytes[at] = char(bytes[at] ^ 0x10);
        // Both headers, else the older one would do.
        if (at > 4096)
            bytes[at + 4096] = char(bytes[at + 4096] ^ 0x10);
        content = bytes;
    }
    file.resize(0);
    file.seek(0);
    file.write(content);
    file.close();
    const Result<std::unique_ptr<Warehouse>> opened = DuckWarehouse::open(warehouse.options());
    VERIFY_ERROR(opened, ErrorCode::WarehouseCorrupt);
    QCOMPARE(opened.error().args.value(QStringLiteral("path")), warehouse.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestDuckOpen::refusesNewerFiles_T138()
{
    WarehouseFixture warehouse;
    warehouse.close();
    QFile file(warehouse.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray header = file.read(4096);
    quint64 stored = 0;
    std::memcpy(&stored, header.constData(), 8);
    QCOMPARE(blockChecksum(header.constData() + 8, 511), stored);
    header[12] = char(0xff);
    const quint64 sum = blockChecksum(header.constData() + 8, 511);
    std::memcpy(header.data(), &sum, 8);
    file.seek(0);
    file.write(header);
    file.close();
    VERIFY_ERROR(DuckWarehouse::open(warehouse.options()), ErrorCode::WarehouseNewer);
    // A newer Leat in a file that DuckDB can read.
    WarehouseFixture other;
    other.close();
    {
        Result<std::shared_ptr<DuckInstance>> instance = DuckInstance::open(other.options());
        VERIFY_OK(instance);
        VERIFY_OK((*(*instance)->connect())->run("UPDATE _leat.format SET version = 99"));
    }
    VERIFY_ERROR(DuckWarehouse::open(other.options()), ErrorCode::WarehouseNewer);
}

void TestDuckOpen::needsAFolder()
{
    const QTemporaryDir dir;
    const Result<std::unique_ptr<Warehouse>> none = DuckWarehouse::open({dir.filePath(QStringLiteral("no/where.duckdb"))});
    VERIFY_ERROR(none, ErrorCode::ProfileNotWritable);
    QCOMPARE(none.error().args.value(QStringLiteral("path")), dir.filePath(QStringLiteral("no")));
    VERIFY_ERROR(DuckWarehouse::open({dir.path()}), ErrorCode::WarehouseCorrupt);
}

void TestDuckOpen::doesNotHideALostFile()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("w.duckdb"));
    QFile wal(path + QStringLiteral(".wal"));
    QVERIFY(wal.open(QIODevice::WriteOnly));
    wal.write("something");
    wal.close();
    VERIFY_ERROR(DuckWarehouse::open({path}), ErrorCode::WarehouseCorrupt);
    QVERIFY(!QFile::exists(path));
}

void TestDuckOpen::survivesDeath_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("mode");
    QTest::newRow("swap staged") << "staged" << "swap";
    QTest::newRow("swap committed") << "committed" << "swap";
    QTest::newRow("upsert staged") << "staged" << "upsert";
    QTest::newRow("upsert committed") << "committed" << "upsert";
}

void TestDuckOpen::survivesDeath()                             // T130, T136
{
    QFETCH(QString, when);
    QFETCH(QString, mode);
    WarehouseFixture warehouse;
    FakeTable old({column("id", Kind::Int64), column("v", Kind::Text)}, 300'000, [](qint64 i) { return FakeRow{i, QByteArray("old")}; });
    VERIFY_OK(warehouse.swap(kTable, old));
    warehouse.close();
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--die"), warehouse.path(), when, mode});
    QVERIFY(child.waitForFinished(60'000));
    QCOMPARE(child.exitCode(), 9);
    warehouse.reopen();
    const Result<int> recovered = warehouse->recover();
    VERIFY_OK(recovered);
    const bool committed = when == QLatin1String("committed");
    QCOMPARE(*recovered, !committed && mode == QLatin1String("swap") ? 1 : 0);
    QCOMPARE(warehouse.text(QStringLiteral("SELECT v, count(*), count(DISTINCT id) FROM shop.orders GROUP BY v")),
             committed ? QStringLiteral("new|300000|300000") : QStringLiteral("old|300000|300000"));
    QCOMPARE((*warehouse->state(kTable))->last.runId, committed ? 2 : 1);
    QCOMPARE(warehouse.text(QStringLiteral("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'shop'")), QStringLiteral("1"));
    QCOMPARE(*warehouse->recover(), 0);
}

void TestDuckOpen::damageNeverCrashesAndNeverLies_T137_data()
{
    QTest::addColumn<bool>("log");
    QTest::addColumn<bool>("cut");
    QTest::newRow("flipped bytes of the file") << false << false;
    QTest::newRow("file cut off") << false << true;
    QTest::newRow("flipped bytes of the log") << true << false;
    QTest::newRow("log cut off") << true << true;
}

// Whatever is damaged: the program goes on, and either says so or shows what one of the two runs stored.
void TestDuckOpen::damageNeverCrashesAndNeverLies_T137()
{
    QFETCH(bool, log);
    QFETCH(bool, cut);
    WarehouseFixture warehouse;
    const auto rows = [](const char* v) {
        return FakeTable({column("id", Kind::Int64), column("v", Kind::Text)}, 5'000, [v](qint64 i) { return FakeRow{i, QByteArray(v)}; });
    };
    FakeTable old = rows("old");
    VERIFY_OK(warehouse.swap(kTable, old));
    warehouse.close();
    QProcess dying;
    dying.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--die"), warehouse.path(), QStringLiteral("committed"), QStringLiteral("upsert"), QStringLiteral("5000")});
    QVERIFY(dying.waitForFinished(60'000));
    QCOMPARE(dying.exitCode(), 9);
    const QString base = warehouse.dir() + QStringLiteral("/base");
    const QString part = log ? QStringLiteral(".wal") : QString();
    for (const QString& each : {QString(), QStringLiteral(".wal")})
        QVERIFY(QFile::copy(warehouse.path() + each, base + each));
    QFile whole(base + part);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    const QString good = QStringLiteral("2|new|5000|12497500");
    const QString before = QStringLiteral("1|old|5000|12497500");
    int told = 0;
    for (int i = 0; i < 40; ++i) {
        for (const QString& each : {QString(), QStringLiteral(".wal")}) {
            QFile::remove(warehouse.path() + each);
            QVERIFY(QFile::copy(base + each, warehouse.path() + each));
        }
        QFile damaged(warehouse.path() + part);
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        // Every part of the file gets its share, and no two runs of the test differ.
        const qint64 at = (i * qint64(bytes.size()) + (i * 7919) % bytes.size()) / 40;
        if (cut)
            QVERIFY(damaged.resize(at));
        else
            QVERIFY(damaged.seek(at) && damaged.write(QByteArray(1, char(bytes.at(at) ^ 0x55))) == 1);
        damaged.close();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--look"), warehouse.path()});
        QVERIFY(child.waitForFinished(60'000));
        const QString where = QStringLiteral("%1 of %2: %3 %4").arg(at).arg(bytes.size()).arg(child.exitCode()).arg(QString::fromUtf8(child.readAllStandardError()));
        QVERIFY2(child.exitStatus() == QProcess::NormalExit, qPrintable(where));
        QVERIFY2(child.exitCode() == 0 || child.exitCode() == 3, qPrintable(where));
        told += child.exitCode() == 3;
        const QString seen = QString::fromUtf8(child.readAllStandardOutput()).trimmed();
        if (child.exitCode() == 0)
            QVERIFY2(seen == good || (log && seen == before), qPrintable(where + seen));
    }
    qInfo("%d of 40 damages are told", told);
    QVERIFY(log || told > 0);
}

void TestDuckOpen::reopensAfterAFatalError_T134()
{
    WarehouseFixture warehouse;
    const auto core = std::make_shared<WarehouseCore>(DuckOptions{warehouse.dir() + QStringLiteral("/second.duckdb")});
    {
        Result<PooledConnection> held = core->connect();
        VERIFY_OK(held);
        VERIFY_OK((*held)->run("CREATE TABLE t AS SELECT 1 AS a"));
        (void)(*held)->errorOf(DUCKDB_ERROR_FATAL, "FATAL Error: Failed to write");
        QVERIFY(held->instance().broken());
        // Two instances of one file would not see each other's lock.
        VERIFY_ERROR(core->connect(), ErrorCode::Busy);
    }
    Result<PooledConnection> again = core->connect();
    VERIFY_OK(again);
    QVERIFY(!again->instance().broken());
    QCOMPARE(*(*again)->number("SELECT count(*) FROM t"), 1);
}

void TestDuckOpen::mapsErrors()
{
    const QString path = QStringLiteral("/data/w.duckdb");
    const auto code = [&](duckdb_error_type type, const char* text) {
        const Error error = duckError(type, QString::fromLatin1(text), path, Phase::Write);
        return error.args.value(QStringLiteral("path")) == path && error.owner == Owner::Warehouse ? toString(error.code) : QString();
    };
    QCOMPARE(code(DUCKDB_ERROR_IO, "IO Error: Could not write all bytes to file \"/data/w.duckdb.wal\": No space left on device"), toString(ErrorCode::DiskFull));
    QCOMPARE(code(DUCKDB_ERROR_FATAL, "FATAL Error: Failed to commit: No space left on device"), toString(ErrorCode::DiskFull));
    QCOMPARE(code(DUCKDB_ERROR_OUT_OF_MEMORY, "Out of Memory Error: failed to offload data block of size 256.0 KiB (1.0 GiB/1.0 GiB used). This limit was set by the 'max_temp_directory_size' setting."), toString(ErrorCode::DiskFull));
    QCOMPARE(code(DUCKDB_ERROR_OUT_OF_MEMORY, "Out of Memory Error: could not allocate block"), toString(ErrorCode::OutOfMemory));
    QCOMPARE(code(DUCKDB_ERROR_INTERRUPT, "INTERRUPT Error: Interrupted!"), toString(ErrorCode::Cancelled));
    QCOMPARE(code(DUCKDB_ERROR_BINDER, "Binder Error: no such column"), toString(ErrorCode::WarehouseQueryFailed));
    QVERIFY(isFatal(DUCKDB_ERROR_INVALID, QStringLiteral("FATAL Error: database has been invalidated because of a previous fatal error")));
    QVERIFY(!isFatal(DUCKDB_ERROR_IO, QStringLiteral("IO Error: x")));
    QVERIFY(duckOpenError(QStringLiteral("IO Error: Cannot open file \"x\": Permission denied"), path).code == ErrorCode::ProfileNotWritable);
    const Error windows = duckOpenError(QStringLiteral("IO Error: Cannot open file \"x\": The process cannot access the file because it is "
        "being used by another process.\n\nFile is already open in \nC:\\duckdb.exe (PID 4)"), path);
    QCOMPARE(toString(windows.code), toString(ErrorCode::WarehouseLocked));
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList args = QCoreApplication::arguments();
    if (args.value(1) == QLatin1String("--hold"))
        return hold(args.value(2));
    if (args.value(1) == QLatin1String("--look"))
        return look(args.value(2));
    if (args.value(1) == QLatin1String("--die"))
        return dieHalfWay(args.value(2), args.value(3), args.value(4) == QLatin1String("swap") ? LoadMode::Swap : LoadMode::Upsert,
            args.value(5, QStringLiteral("300000")).toLongLong());
    TestDuckOpen test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_duckopen.moc"
