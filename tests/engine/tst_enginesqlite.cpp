// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginefixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace leat;
using leat::test::EngineFixture;

namespace {

const QString kShop = QStringLiteral("acme");

QByteArray ordersSql(int count)
{
    return "CREATE TABLE orders(id INTEGER PRIMARY KEY, updated_at TEXT NOT NULL, note TEXT);"
           "CREATE INDEX orders_updated ON orders(updated_at);"
           "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < "
        + QByteArray::number(count)
        + ") INSERT INTO orders SELECT i, datetime('2026-01-01', '+' || i || ' minutes'), 'note ' || i FROM n;";
}

} // namespace

class TestEngineSqlite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullRefreshReplacesAndSaysSo()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(1000));
        QVERIFY(engine.addSqlite(kShop, file).isValid());
        const SchemaId orders = engine.id(kShop, QStringLiteral("orders"));
        RunInfo run = engine.sync(orders);
        QVERIFY(run.status == RunStatus::Completed);
        QCOMPARE(run.rowsInserted, 1000);
        QCOMPARE(run.mode, QStringLiteral("full"));
        EngineFixture::sqlite(file, "DELETE FROM orders WHERE id <= 10; UPDATE orders SET note = 'x' WHERE id = 11;");
        run = engine.sync(orders);
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders")), QStringLiteral("990"));
        QCOMPARE(engine.scalar(QStringLiteral("SELECT note FROM acme.orders WHERE id = 11")), QStringLiteral("x"));
        const SchemaInfo* schema = engine.schema(kShop, QStringLiteral("orders"));
        QCOMPARE(schema->rows, 990);
        QVERIFY(schema->guarantee == Guarantee::CompleteCopy);
        QVERIFY(schema->status == SchemaStatus::Ok);
        QVERIFY(schema->lastSyncedAt.isValid());
        const Result<LogPage> log = engine.askFor<LogPage>(LoadRunLog{run.id, 0, 100});
        QVERIFY(log && log->lines.size() >= 2);
    }

    // Naive: an address begins with a scheme. A path and key=value pairs have none.
    void anAddressWithoutASchemeIsKnownByItsForm()
    {
        EngineFixture engine;
        const auto parsed = [&engine](QByteArray text) {
            ParseSourceUrl command{Secret::take(text), {}};
            return engine.askFor<ParsedUrl>(std::move(command));
        };
        for (const char* path : {"/data/shop.db", "/data/SHOP.DB", "/data/a folder/shop.sqlite3"}) {
            const Result<ParsedUrl> file = parsed(path);
            QVERIFY2(file, path);
            QCOMPARE(file->type, QStringLiteral("sqlite"));
            QCOMPARE(file->settings.value(QStringLiteral("path")), QString::fromLatin1(path));
            QCOMPARE(file->suggestedName, QStringLiteral("shop"));
        }
        const Result<ParsedUrl> relative = parsed("shop.db");
        QVERIFY(relative);
        QCOMPARE(relative->settings.value(QStringLiteral("path")), QDir::current().absoluteFilePath(QStringLiteral("shop.db")));
        const Result<ParsedUrl> pairs = parsed("host=db.example.com dbname=shop.db");
        QVERIFY(pairs);
        QCOMPARE(pairs->type, QStringLiteral("postgres"));
        QCOMPARE(pairs->settings.value(QStringLiteral("database")), QStringLiteral("shop.db"));
        for (const char* unknown : {"shop", "mysql://host/shop.db", "hots=db.example.com password=x dbname=shop.db"}) {
            const Result<ParsedUrl> none = parsed(unknown);
            QVERIFY2(!none, unknown);
            QCOMPARE(toString(none.error().code), toString(ErrorCode::MalformedUrl));
        }
    }

    void incrementalUpsertsByKey_T52()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(500));
        engine.addSqlite(kShop, file);
        const SchemaId orders = engine.id(kShop, QStringLiteral("orders"));
        QVERIFY(engine.set(orders, {QStringLiteral("sync_type=incremental"), QStringLiteral("incremental_field=updated_at")}));
        QCOMPARE(engine.schema(kShop, QStringLiteral("orders"))->config.primaryKeyColumns, QStringList{QStringLiteral("id")});
        QCOMPARE(engine.sync(orders).rowsInserted, 500);
        EngineFixture::sqlite(file,
            "UPDATE orders SET note = 'changed', updated_at = '2026-02-01 00:00:00' WHERE id IN (3, 4);"
            "INSERT INTO orders VALUES (501, '2026-02-01 00:00:00', 'new');");
        const RunInfo run = engine.sync(orders);
        QVERIFY(run.status == RunStatus::Completed);
        QCOMPARE(run.rowsInserted, 1);
        QVERIFY(run.rowsUpdated >= 2 && run.rowsRead < 10);
        QVERIFY(engine.verify(orders)->equal());
        // T006: a row that shares the watermark and came later is not lost.
        EngineFixture::sqlite(file, "INSERT INTO orders VALUES (502, '2026-02-01 00:00:00', 'late');");
        QCOMPARE(engine.sync(orders).rowsInserted, 1);
        QVERIFY(engine.verify(orders)->equal());
    }

    void appendKeepsVersionsAndAddsNothingTwice_T022()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(100));
        engine.addSqlite(kShop, file);
        const SchemaId orders = engine.id(kShop, QStringLiteral("orders"));
        QVERIFY(engine.set(orders, {QStringLiteral("sync_type=append"), QStringLiteral("incremental_field=updated_at"),
            QStringLiteral("incremental_field_lookback_seconds=3600")}));
        engine.sync(orders);
        for (int i = 0; i < 3; ++i)
            QVERIFY(engine.sync(orders).status == RunStatus::Completed);
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders")), QStringLiteral("100"));
        EngineFixture::sqlite(file, "UPDATE orders SET note = 'v2', updated_at = '2026-03-01 00:00:00' WHERE id = 1;");
        const RunInfo run = engine.sync(orders);
        QCOMPARE(run.rowsInserted, 1);
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders WHERE id = 1")), QStringLiteral("2"));
    }

    void anEmptiedSourceIsHeldBackAndAskedAbout_T042()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(10));
        engine.addSqlite(kShop, file);
        const SchemaId orders = engine.id(kShop, QStringLiteral("orders"));
        engine.sync(orders);
        EngineFixture::sqlite(file, "DELETE FROM orders;");
        RunInfo run = engine.sync(orders);
        QVERIFY(run.status == RunStatus::HeldBack);
        QCOMPARE(run.error->args.value(QStringLiteral("rows")), QStringLiteral("10"));
        QVERIFY(engine.schema(kShop, QStringLiteral("orders"))->status == SchemaStatus::HeldBack);
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders")), QStringLiteral("10"));
        run = engine.sync(orders, false, true);
        QVERIFY(run.status == RunStatus::Completed);
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders")), QStringLiteral("0"));
    }

    void oneBadTableNeverStopsTheOthers()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(10) + "CREATE TABLE gone(x); CREATE TABLE fine(x); INSERT INTO fine VALUES (1);");
        engine.addSqlite(kShop, file);
        EngineFixture::sqlite(file, "DROP TABLE gone;");
        const std::vector<RunInfo> runs = engine.sync({engine.id(kShop, QStringLiteral("gone")),
            engine.id(kShop, QStringLiteral("fine")), engine.id(kShop, QStringLiteral("orders"))});
        QCOMPARE(runs.size(), std::size_t(3));
        QVERIFY(runs[0].status == RunStatus::Failed);
        QVERIFY(runs[0].error->code == ErrorCode::TableMissing);
        for (int i : {1, 2})
            QVERIFY2(runs[std::size_t(i)].status == RunStatus::Completed, qPrintable(runs[std::size_t(i)].error ? runs[std::size_t(i)].error->detail : QString()));
        QVERIFY(engine.world()->sources.front().status == SourceStatus::Ok);
    }

    void columnsCanBeChosenAndGoneOnesAreNamed()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(10));
        engine.addSqlite(kShop, file);
        const SchemaId orders = engine.id(kShop, QStringLiteral("orders"));
        QVERIFY(engine.set(orders, {QStringLiteral("columns=id,note")}));
        engine.sync(orders);
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'acme'")),
            QStringLiteral("2"));
        EngineFixture::sqlite(file, "ALTER TABLE orders DROP COLUMN note;");
        const RunInfo run = engine.sync(orders);
        QVERIFY(run.error && run.error->code == ErrorCode::ColumnMissing);
        QCOMPARE(run.error->args.value(QStringLiteral("column")), QStringLiteral("note"));
    }

    void anAddedColumnArrivesForOldRowsToo_T060()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(10));
        engine.addSqlite(kShop, file);
        const SchemaId orders = engine.id(kShop, QStringLiteral("orders"));
        QVERIFY(engine.set(orders, {QStringLiteral("sync_type=incremental"), QStringLiteral("incremental_field=updated_at")}));
        engine.sync(orders);
        EngineFixture::sqlite(file, "ALTER TABLE orders ADD COLUMN vip TEXT DEFAULT 'no';");
        engine.sync(orders);
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders WHERE vip = 'no'")), QStringLiteral("10"));
        QVERIFY(engine.verify(orders)->equal());
    }

    void verifyNamesWhatDiffers()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(100));
        engine.addSqlite(kShop, file);
        const SchemaId orders = engine.id(kShop, QStringLiteral("orders"));
        engine.sync(orders);
        EngineFixture::sqlite(file, "DELETE FROM orders WHERE id = 5; INSERT INTO orders VALUES (1000, '2026', 'n');"
                                    "UPDATE orders SET note = 'other' WHERE id = 7;");
        const Result<VerifyReport> report = engine.verify(orders);
        QVERIFY(report);
        QCOMPARE(report->extraKeys, QStringList{QStringLiteral("5")});
        QCOMPARE(report->missingKeys, QStringList{QStringLiteral("1000")});
        QCOMPARE(report->differingKeys, QStringList{QStringLiteral("7")});
        QVERIFY(!report->equal());
    }

    void settingsAreCheckedAgainstTheSource_T20_T34()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(10) + "CREATE TABLE nokey(a TEXT, updated_at TEXT);"
                                                    "INSERT INTO nokey VALUES ('x','2026-01-01 00:00:00'),('x','2027-01-01 00:00:00');");
        engine.addSqlite(kShop, file);
        const SchemaId orders = engine.id(kShop, QStringLiteral("orders"));
        const SchemaId nokey = engine.id(kShop, QStringLiteral("nokey"));
        QVERIFY(engine.set(orders, {QStringLiteral("sync_type=incremental")}).error().code == ErrorCode::CursorRequired);
        QVERIFY(engine.set(orders, {QStringLiteral("sync_type=append"), QStringLiteral("incremental_field=nope")})
                    .error().code == ErrorCode::ColumnMissing);
        QVERIFY(engine.set(nokey, {QStringLiteral("sync_type=incremental"), QStringLiteral("incremental_field=updated_at")})
                    .error().code == ErrorCode::KeyRequired);
        QVERIFY(engine.set(nokey, {QStringLiteral("sync_type=incremental"), QStringLiteral("incremental_field=updated_at"),
                    QStringLiteral("primary_key_columns=a")}).error().code == ErrorCode::KeyNotUnique);
        SetSchemas stale;
        stale.ids = {orders};
        stale.patch.shouldSync = false;
        stale.expectedRevision = 99;
        QVERIFY(engine.ask(std::move(stale)).error().code == ErrorCode::RevisionConflict);
    }

    void changedCursorAsksForACopy_T027()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(10));
        engine.addSqlite(kShop, file);
        const SchemaId orders = engine.id(kShop, QStringLiteral("orders"));
        QVERIFY(engine.set(orders, {QStringLiteral("sync_type=incremental"), QStringLiteral("incremental_field=updated_at")}));
        engine.sync(orders);
        QVERIFY(engine.set(orders, {QStringLiteral("incremental_field=id")}));
        QVERIFY(engine.sync(orders).error->code == ErrorCode::CursorConfigChanged);
        QVERIFY(engine.sync(orders, true).status == RunStatus::Completed);
        QVERIFY(engine.sync(orders).status == RunStatus::Completed);
    }

    void namesAreCheckedAndUnique()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(1));
        QVERIFY(engine.addSqlite(kShop, file).isValid());
        QVERIFY(!engine.addSqlite(QStringLiteral("ACME"), file).isValid());
        for (const char* bad : {"", " x", "main", "_leat", "information_schema"})
            QVERIFY2(!engine.addSqlite(QLatin1String(bad), file).isValid(), bad);
        QVERIFY(engine.addSqlite(QStringLiteral("Köln \"1\".x"), file).isValid());
        const SchemaId odd = engine.id(QStringLiteral("Köln \"1\".x"), QStringLiteral("orders"));
        QVERIFY(engine.sync(odd).status == RunStatus::Completed);
    }

    void aSourceThatCannotBeReachedIsRefusedOrSaved()
    {
        EngineFixture engine;
        AddSource command;
        command.draft.name = QStringLiteral("away");
        command.draft.type = QStringLiteral("sqlite");
        command.draft.settings = {{QStringLiteral("path"), engine.dir() + QStringLiteral("/none.sqlite")}};
        AddSource again;
        again.draft.name = command.draft.name;
        again.draft.type = command.draft.type;
        again.draft.settings = command.draft.settings;
        again.saveUnreachable = true;
        QVERIFY(engine.ask(std::move(command)).error().code == ErrorCode::FileMissing);
        QVERIFY(engine.world()->sources.empty());
        QVERIFY(engine.ask(std::move(again)));
        QVERIFY(engine.world()->sources.front().status == SourceStatus::Error);
    }

    void refreshFindsNewAndVanishedTables_D48()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(1) + "CREATE TABLE old(x);");
        const SourceId source = engine.addSqlite(kShop, file);
        EngineFixture::sqlite(file, "DROP TABLE old; CREATE TABLE fresh(x);");
        const Result<RefreshResult> result = engine.askFor<RefreshResult>(RefreshSource{source});
        QVERIFY(result);
        QCOMPARE(result->added, QStringList{QStringLiteral("fresh")});
        QCOMPARE(result->vanished, QStringList{QStringLiteral("old")});
        QVERIFY(!engine.schema(kShop, QStringLiteral("old"))->presentAtSource);
        QVERIFY(!engine.schema(kShop, QStringLiteral("fresh"))->config.shouldSync);
    }

    void everythingIsThereAfterReopening()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(20));
        engine.addSqlite(kShop, file);
        const SchemaId orders = engine.id(kShop, QStringLiteral("orders"));
        engine.sync(orders);
        const SchemaInfo before = *engine.schema(kShop, QStringLiteral("orders"));
        engine.reopen();
        const SchemaInfo after = *engine.schema(kShop, QStringLiteral("orders"));
        QCOMPARE(after.rows, before.rows);
        QVERIFY(after.status == before.status);
        QCOMPARE(after.lastSyncedAt, before.lastSyncedAt);
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders")), QStringLiteral("20"));
    }

    void aSecondOwnerIsToldWhoHoldsTheProfile_T140()
    {
        EngineFixture engine;
        EngineOptions options;
        options.profileDir = engine.dir() + QStringLiteral("/profile");
        options.actor = QStringLiteral("second");
        const Result<std::unique_ptr<Control>> second = openEngine(options);
        QVERIFY(!second);
        QVERIFY(second.error().code == ErrorCode::ProfileLocked);
        QCOMPARE(second.error().args.value(QStringLiteral("pid")), QString::number(QCoreApplication::applicationPid()));
    }

    void engineSettingsAreReadOrRefusedByName()
    {
        EngineFixture engine;
        engine.close();
        const auto write = [&engine](const QByteArray& text) {
            QFile file(engine.dir() + QStringLiteral("/profile/engine.ini"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("memory_limit_mb=200\nruns=1\nreaders=1\n");
        QVERIFY(engine.tryOpen());
        QVERIFY(engine.scalar(QStringLiteral("SELECT current_setting('memory_limit')")).startsWith(QStringLiteral("17")));
        engine.close();
        write("memory_limit_mb=lots\n");
        Result<void> refused = engine.tryOpen();
        QVERIFY(!refused && refused.error().code == ErrorCode::InvalidOption);
        QCOMPARE(refused.error().args.value(QStringLiteral("value")), QStringLiteral("lots"));
        write("memroy=1\n");
        refused = engine.tryOpen();
        QVERIFY(!refused && refused.error().code == ErrorCode::UnknownOption);
        write("");
        QVERIFY(engine.tryOpen());
    }

    void cancelEndsARunSoonAndStoresNothing_T144()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, "CREATE TABLE t(id INTEGER PRIMARY KEY, x TEXT);"
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 300000)"
            " INSERT INTO t SELECT i, hex(randomblob(40)) FROM n;");
        engine.addSqlite(kShop, file);
        const SchemaId id = engine.id(kShop, QStringLiteral("t"));
        const Result<SyncAccepted> accepted = engine.askFor<SyncAccepted>(SyncSchemas{{id}, Trigger::Manual, false, false});
        QVERIFY(accepted);
        QVERIFY(engine.askFor<Done>(CancelSchemas{{id}}));
        QElapsedTimer timer;
        timer.start();
        const std::optional<RunInfo> run = engine.waitForRun(accepted->runs.front());
        QVERIFY(run);
        QVERIFY(timer.elapsed() < 1'500);
        QVERIFY(run->status == RunStatus::Cancelled || run->status == RunStatus::Completed);
        QVERIFY(engine.sync(id).status == RunStatus::Completed);
        QVERIFY(engine.verify(id)->equal());
    }

    void removingASourceKeepsOrDropsItsData()
    {
        EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/a.sqlite");
        EngineFixture::sqlite(file, ordersSql(5));
        const SourceId first = engine.addSqlite(kShop, file);
        engine.sync(engine.id(kShop, QStringLiteral("orders")));
        const auto remove = [&engine](SourceId id, bool deleteData) {
            const Result<DestructivePreview> preview = engine.askFor<DestructivePreview>(
                PreviewDestructive{DestructiveAction::RemoveSource, {}, id, deleteData, {}});
            return preview && engine.ask(RemoveSource{id, deleteData, {preview->token, preview->subject}});
        };
        QVERIFY(remove(first, false));
        QVERIFY(engine.world()->sources.empty() && engine.world()->schemas.empty());
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders")), QStringLiteral("5"));
        const SourceId second = engine.addSqlite(kShop, file);
        QVERIFY(remove(second, true));
        QVERIFY(engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders")).startsWith(QStringLiteral("error")));
    }
};

QTEST_GUILESS_MAIN(TestEngineSqlite)
#include "tst_enginesqlite.moc"
