// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginefixture.h"

#include <QTest>

using namespace leat;
using leat::test::EngineFixture;

namespace {

const QString kShop = QStringLiteral("acme");
const QString kOrders = QStringLiteral("orders");

QByteArray ordersSql(int count)
{
    return "CREATE TABLE orders(id INTEGER PRIMARY KEY, updated_at TEXT NOT NULL, note TEXT);"
           "CREATE INDEX orders_updated ON orders(updated_at);"
           "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < "
        + QByteArray::number(count)
        + ") INSERT INTO orders SELECT i, datetime('2026-01-01', '+' || i || ' minutes'), 'note ' || i FROM n;";
}

/// A shop of a hundred orders that is synced by cursor.
struct Shop
{
    explicit Shop(int count = 100)
        : file(engine.dir() + QStringLiteral("/a.sqlite"))
    {
        EngineFixture::sqlite(file, ordersSql(count));
        source = engine.addSqlite(kShop, file);
        orders = engine.id(kShop, kOrders);
        if (!engine.set(orders, {QStringLiteral("sync_type=incremental"), QStringLiteral("incremental_field=updated_at")}))
            qFatal("the shop cannot be set up");
        if (engine.sync(orders).status != RunStatus::Completed)
            qFatal("the shop cannot be synced");
    }
    QString digest()
    {
        return engine.scalar(QStringLiteral("SELECT coalesce(md5(string_agg(o::VARCHAR, ';' ORDER BY id)), 'none') FROM acme.orders o"));
    }
    QString rows() { return engine.scalar(QStringLiteral("SELECT count(*) FROM acme.orders")); }
    const SchemaInfo& schema() { return *engine.schema(kShop, kOrders); }
    Result<DestructivePreview> preview(DestructiveAction action)
    {
        PreviewDestructive command;
        command.action = action;
        command.schemas = {orders};
        command.source = source;
        command.deleteData = true;
        return engine.askFor<DestructivePreview>(command);
    }
    Result<BulkResult> destroy(DestructiveAction action)
    {
        const Result<DestructivePreview> seen = preview(action);
        if (!seen)
            return told(seen.error());
        return told(engine.askFor<BulkResult>(DestroyData{action, {orders}, {}, {seen->token, seen->subject}}));
    }
    Result<BulkResult> restoreNewest() { return told(engine.askFor<BulkResult>(RestoreTrash{{trash().front().id}})); }
    static Result<BulkResult> told(Result<BulkResult> result)
    {
        if (!result)
            qWarning("%s: %s", qPrintable(toString(result.error().code)), qPrintable(result.error().detail));
        for (const ItemOutcome& item : result ? result->items : std::vector<ItemOutcome>())
            if (item.error)
                qWarning("%s: %s: %s", qPrintable(item.name), qPrintable(toString(item.error->code)), qPrintable(item.error->detail));
        return result;
    }
    std::vector<TrashItem> trash() { return engine.askFor<TrashPage>(LoadTrash{})->items; }

    EngineFixture engine;
    QString file;
    SourceId source;
    SchemaId orders;
};

SchemaPatch patchOf(const char* field, const char* value)
{
    SchemaPatch patch;
    if (!setField(patch, QLatin1String(field), QLatin1String(value)))
        qFatal("%s=%s", field, value);
    return patch;
}

} // namespace

class TestEngineChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPreviewChangesNothingAndSaysTheCommand_T37_T43()
    {
        Shop shop;
        const SchemaConfig before = shop.schema().config;
        const Result<ChangePreview> preview
            = shop.engine.askFor<ChangePreview>(PreviewChange{{shop.orders}, patchOf("incremental_field", "id")});
        QVERIFY(preview);
        const SchemaChange& change = preview->changes.front();
        QVERIFY(!change.error);
        QVERIFY(change.impact.verdict == ImpactVerdict::ResyncRequired);
        QVERIFY(change.impact.suggested == AfterChange::Resync);
        QVERIFY(change.after.incrementalFieldType == CursorType::Integer);
        QCOMPARE(preview->cli, QStringLiteral("leatctl schema set acme.orders incremental_field=id --then resync"));
        QVERIFY(shop.schema().config == before);
        const Result<ChangePreview> cdc
            = shop.engine.askFor<ChangePreview>(PreviewChange{{shop.orders}, patchOf("sync_type", "cdc")});
        QVERIFY(cdc->changes.front().error->code == ErrorCode::SyncTypeUnavailable);
    }

    void aChangeWithResyncCopiesAndKeepsTheOldRowsUntilThen_T48()
    {
        Shop shop;
        SetSchemas command{{shop.orders}, patchOf("incremental_field", "id"), 0};
        command.after = AfterChange::Resync;
        const Result<BulkResult> result = shop.engine.askFor<BulkResult>(command);
        QVERIFY(result && result->ok() && result->items.front().run.isValid());
        QVERIFY(shop.engine.waitForRun(result->items.front().run)->status == RunStatus::Completed);
        QVERIFY(shop.engine.sync(shop.orders).status == RunStatus::Completed);
        QVERIFY(shop.engine.verify(shop.orders)->equal());
    }

    void aRewindReadsAgainFromTheValue_S14()
    {
        Shop shop;
        // A change whose cursor is older than the watermark is not seen …
        EngineFixture::sqlite(shop.file, "UPDATE orders SET note = 'late' WHERE id = 60;");
        shop.engine.sync(shop.orders);
        QVERIFY(!shop.engine.verify(shop.orders)->equal());
        const QString value = QStringLiteral("2026-01-01 00:51:00");
        const Result<RewindReport> dry = shop.engine.askFor<RewindReport>(RewindSchema{shop.orders, value, true});
        QVERIFY(dry);
        QCOMPARE(dry->rows, 50);
        QVERIFY(shop.schema().cursorText != value);
        // … until the position is set back to before it.
        QVERIFY(shop.engine.ask(RewindSchema{shop.orders, value, false}));
        QCOMPARE(shop.schema().cursorText, value);
        const RunInfo run = shop.engine.sync(shop.orders);
        QVERIFY(run.status == RunStatus::Completed);
        QCOMPARE(run.rowsRead, 50);
        QVERIFY(shop.engine.verify(shop.orders)->equal());
    }

    void aRewindNeverSkipsRowsAndKnowsItsType()
    {
        Shop shop;
        const auto refused = [&](const char* value) {
            const Result<Reply> reply = shop.engine.ask(RewindSchema{shop.orders, QLatin1String(value), false});
            return !reply && reply.error().code == ErrorCode::InvalidOption;
        };
        QVERIFY(refused("2027-01-01 00:00:00"));
        QVERIFY(refused("yesterday"));
        QVERIFY(refused("2026-13-40"));
        EngineFixture::sqlite(shop.file, "CREATE TABLE plain(x INTEGER);");
        QVERIFY(shop.engine.ask(RefreshSource{shop.source}));
        QVERIFY(!shop.engine.ask(RewindSchema{shop.engine.id(kShop, QStringLiteral("plain")), QStringLiteral("1"), false}));
    }

    void aCursorChangeCanRewindToo_T43()
    {
        Shop shop;
        SetSchemas command{{shop.orders}, patchOf("incremental_field", "id"), 0};
        command.after = AfterChange::Rewind;
        command.rewindTo = QStringLiteral("91");
        const Result<BulkResult> result = shop.engine.askFor<BulkResult>(command);
        QVERIFY(result && result->ok());
        const RunInfo run = shop.engine.sync(shop.orders);
        QVERIFY(run.status == RunStatus::Completed);
        QCOMPARE(run.rowsRead, 10);
    }

    void severalAreChangedOneByOne()
    {
        Shop shop;
        EngineFixture::sqlite(shop.file, "CREATE TABLE nokey(a TEXT);");
        QVERIFY(shop.engine.ask(RefreshSource{shop.source}));
        const SchemaId nokey = shop.engine.id(kShop, QStringLiteral("nokey"));
        SetSchemas command{{nokey, shop.orders}, patchOf("incremental_field", "id"), 0};
        command.patch.syncType = SyncType::Incremental;
        command.perItem = true;
        const Result<BulkResult> result = shop.engine.askFor<BulkResult>(command);
        QVERIFY(result && !result->ok());
        QVERIFY(result->items[0].error && result->items[0].error->code == ErrorCode::ColumnMissing);
        QVERIFY(!result->items[1].error);
        QCOMPARE(shop.schema().config.incrementalField, QStringLiteral("id"));
    }

    void aRunningTableIsWaitedForOrCancelled_T29_T66_T18b()
    {
        for (WhenRunning when : {WhenRunning::AfterRun, WhenRunning::CancelAndApply}) {
            Shop shop(100'000);
            QVERIFY(shop.engine.askFor<SyncAccepted>(SyncSchemas{{shop.orders}, Trigger::Manual, true, false}));
            SetSchemas command{{shop.orders}, patchOf("columns", "id,updated_at"), 0};
            QVERIFY(shop.engine.ask(command).error().code == ErrorCode::Busy);
            QVERIFY(shop.engine.askFor<SyncAccepted>(SyncSchemas{{shop.orders}, Trigger::Manual, true, false}));
            command.whenRunning = when;
            QVERIFY(shop.engine.ask(command));
            QCOMPARE(shop.schema().config.columns, (QStringList{QStringLiteral("id"), QStringLiteral("updated_at")}));
            QVERIFY(!shop.schema().currentRun.isValid());
        }
    }

    void keysAreProvenOnTheSource_T22()
    {
        Shop shop;
        EngineFixture::sqlite(shop.file, "UPDATE orders SET note = 'same' WHERE id < 4;");
        const Result<KeyReport> bad = shop.engine.askFor<KeyReport>(CheckKey{shop.orders, {QStringLiteral("note")}});
        QVERIFY(bad && !bad->unique);
        QCOMPARE(bad->examples, QStringList{QStringLiteral("same")});
        const Result<KeyReport> good = shop.engine.askFor<KeyReport>(CheckKey{shop.orders, {QStringLiteral("id")}});
        QVERIFY(good && good->unique && !good->hasNulls);
        QVERIFY(shop.engine.set(shop.orders, {QStringLiteral("primary_key_columns=note")}).error().code == ErrorCode::KeyNotUnique);
    }

    void nothingIsDestroyedWithoutItsToken_D56_D57()
    {
        Shop shop;
        const auto refused = [&](Confirmation given) {
            const Result<Reply> reply = shop.engine.ask(DestroyData{DestructiveAction::DeleteData, {shop.orders}, {}, std::move(given)});
            return !reply && reply.error().code == ErrorCode::ConfirmationNeeded && shop.rows() == QLatin1String("100");
        };
        QVERIFY(refused({}));
        const Result<DestructivePreview> preview = shop.preview(DestructiveAction::DeleteData);
        QVERIFY(preview);
        QCOMPARE(preview->rows, 100);
        QCOMPARE(preview->subject, QStringLiteral("acme.orders"));
        QVERIFY(!preview->items.front().cannotReread.isEmpty());
        QVERIFY(refused({QStringLiteral("1.abc"), preview->subject}));
        QVERIFY(refused({preview->token, QString()}));
        QVERIFY(refused({preview->token, QStringLiteral("acme")}));
        // A token of another action, or of rows that have changed since, is none.
        QVERIFY(refused({shop.preview(DestructiveAction::Wipe)->token, preview->subject}));
        EngineFixture::sqlite(shop.file, "INSERT INTO orders VALUES (101, '2026-06-01 00:00:00', 'new');");
        shop.engine.sync(shop.orders);
        const Result<Reply> stale
            = shop.engine.ask(DestroyData{DestructiveAction::DeleteData, {shop.orders}, {}, {preview->token, preview->subject}});
        QVERIFY(!stale && stale.error().code == ErrorCode::ConfirmationNeeded);
        QCOMPARE(shop.rows(), QStringLiteral("101"));
        QVERIFY(shop.engine.ask(RemoveSource{shop.source, true, {}}).error().code == ErrorCode::ConfirmationNeeded);
        QVERIFY(shop.engine.ask(RemoveSource{shop.source, false, {}}).error().code == ErrorCode::ConfirmationNeeded);
    }

    void deletedDataComeBackEqual_D11()
    {
        Shop shop;
        const QString digest = shop.digest();
        const SchemaInfo before = shop.schema();
        QVERIFY(shop.destroy(DestructiveAction::DeleteData)->ok());
        QVERIFY(shop.rows().startsWith(QStringLiteral("error")));
        QCOMPARE(shop.schema().rows, -1);
        QVERIFY(!shop.schema().lastSyncedAt.isValid());
        QVERIFY(shop.engine.set(shop.orders, {QStringLiteral("incremental_field=id")}));
        QCOMPARE(shop.trash().size(), std::size_t(1));
        QCOMPARE(shop.trash().front().rows, 100);
        shop.engine.reopen();
        QVERIFY(shop.restoreNewest()->ok());
        QCOMPARE(shop.digest(), digest);
        QVERIFY(shop.schema().config == before.config);
        QCOMPARE(shop.schema().cursorText, before.cursorText);
        QCOMPARE(shop.schema().rows, before.rows);
        QVERIFY(shop.trash().empty());
        const RunInfo run = shop.engine.sync(shop.orders);
        QVERIFY(run.status == RunStatus::Completed && run.rowsRead < 10);
        QVERIFY(shop.engine.verify(shop.orders)->equal());
    }

    void aWipeCopiesAnewAndItsUndoIsUndoable_D10_T49()
    {
        Shop shop;
        const QString old = shop.digest();
        EngineFixture::sqlite(shop.file, "DELETE FROM orders WHERE id <= 10;");
        const Result<BulkResult> wiped = shop.destroy(DestructiveAction::Wipe);
        QVERIFY(wiped && wiped->items.front().run.isValid());
        QVERIFY(shop.engine.waitForRun(wiped->items.front().run)->status == RunStatus::Completed);
        QCOMPARE(shop.rows(), QStringLiteral("90"));
        const QString fresh = shop.digest();
        QVERIFY(shop.restoreNewest()->ok());
        QCOMPARE(shop.digest(), old);
        QCOMPARE(shop.trash().size(), std::size_t(1));
        QVERIFY(shop.restoreNewest()->ok());
        QCOMPARE(shop.digest(), fresh);
    }

    void aRemovedSourceComesBackWithItsTables()
    {
        Shop shop;
        const QString digest = shop.digest();
        const SchemaConfig config = shop.schema().config;
        const Result<DestructivePreview> preview = shop.preview(DestructiveAction::RemoveSource);
        QCOMPARE(preview->subject, kShop);
        QVERIFY(shop.engine.ask(RemoveSource{shop.source, true, {preview->token, kShop}}));
        QVERIFY(shop.engine.world()->sources.empty());
        QVERIFY(shop.restoreNewest()->ok());
        QCOMPARE(shop.digest(), digest);
        QVERIFY(shop.schema().config == config);
        QVERIFY(shop.engine.sync(shop.engine.id(kShop, kOrders)).status == RunStatus::Completed);
    }

    void theTrashKeepsItsLimitsAndRoomForTheNewestOfATable()
    {
        Shop shop;
        QVERIFY(shop.destroy(DestructiveAction::DeleteData)->ok());
        shop.engine.sync(shop.orders);
        QVERIFY(shop.destroy(DestructiveAction::DeleteData)->ok());
        QCOMPARE(shop.trash().size(), std::size_t(2));
        QVERIFY(shop.engine.ask(SetTrashLimits{{-1, 0}}).error().code == ErrorCode::InvalidOption);
        const Result<DestructivePreview> preview
            = shop.engine.askFor<DestructivePreview>(PreviewDestructive{DestructiveAction::PurgeTrash, {}, {}, false, {shop.trash().back().id}});
        QVERIFY(preview && !preview->keptUntil.isValid());
        const Result<BulkResult> purged = shop.engine.askFor<BulkResult>(
            DestroyData{DestructiveAction::PurgeTrash, {}, {shop.trash().back().id}, {preview->token, preview->subject}});
        QVERIFY(purged && purged->ok());
        QCOMPARE(shop.trash().size(), std::size_t(1));
        const Result<TrashPage> small = shop.engine.askFor<TrashPage>(SetTrashLimits{{7, 0}});
        QCOMPARE(small->items.size(), std::size_t(1));
        // What would go at once is asked for by its own purge.
        QVERIFY(shop.engine.ask(SetTrashLimits{{0, 0}}).error().code == ErrorCode::ConfirmationNeeded);
        QCOMPARE(shop.trash().size(), std::size_t(1));
        QCOMPARE(shop.engine.askFor<TrashPage>(LoadTrash{})->limits.days, 7);
        const Result<DestructivePreview> rest = shop.engine.askFor<DestructivePreview>(PreviewDestructive{DestructiveAction::PurgeTrash, {}, {}, false, {}});
        QVERIFY(rest && shop.engine.ask(DestroyData{DestructiveAction::PurgeTrash, {}, {}, {rest->token, rest->subject}}));
        QVERIFY(shop.engine.ask(SetTrashLimits{{0, 0}}));
        // From here on nothing is kept, and no preview promises it.
        shop.engine.sync(shop.orders);
        QVERIFY(!shop.preview(DestructiveAction::DeleteData)->keptUntil.isValid());
        QVERIFY(shop.destroy(DestructiveAction::DeleteData)->ok());
        QVERIFY(shop.trash().empty());
    }

    void protectionIsKeptByTheEngine()
    {
        Shop shop;
        const auto protect = [&](const char* level) {
            UpdateSource command;
            command.id = shop.source;
            command.settings = {{QLatin1String(kProtectionKey), QLatin1String(level)}};
            return shop.engine.ask(std::move(command));
        };
        QVERIFY(protect("sometimes").error().code == ErrorCode::InvalidOption);
        QVERIFY(protect("read_only"));
        QVERIFY(shop.preview(DestructiveAction::DeleteData).error().code == ErrorCode::SourceReadOnly);
        QVERIFY(shop.engine.set(shop.orders, {QStringLiteral("should_sync=false")}).error().code == ErrorCode::SourceReadOnly);
        QVERIFY(shop.engine.ask(RewindSchema{shop.orders, QStringLiteral("2026-01-01"), false}).error().code == ErrorCode::SourceReadOnly);
        UpdateSource other;
        other.id = shop.source;
        other.settings = {{QStringLiteral("path"), QStringLiteral("/elsewhere")}};
        QVERIFY(shop.engine.ask(std::move(other)).error().code == ErrorCode::SourceReadOnly);
        QVERIFY(shop.engine.sync(shop.orders).status == RunStatus::Completed);
        QVERIFY(protect("confirm"));
        const Result<DestructivePreview> preview = shop.preview(DestructiveAction::DeleteData);
        QVERIFY(shop.engine.askFor<BulkResult>(DestroyData{DestructiveAction::DeleteData, {shop.orders}, {}, {preview->token, {}}})->ok());
    }

    void readOnlyHoldsAtEveryDoor()
    {
        Shop shop;
        QVERIFY(shop.destroy(DestructiveAction::DeleteData)->ok());
        const auto set = [&](const char* key, const char* value) {
            return shop.engine.ask(UpdateSource{shop.source, {{QLatin1String(key), QLatin1String(value)}}, {}, 0});
        };
        QVERIFY(set(kProtectionKey, "read_only"));
        const Result<BulkResult> restored = shop.restoreNewest();
        QVERIFY(restored && restored->items.front().error->code == ErrorCode::SourceReadOnly);
        QVERIFY(shop.engine.ask(SyncSchemas{{shop.orders}, Trigger::Manual, false, true}).error().code == ErrorCode::SourceReadOnly);
        PreviewDestructive purge;
        purge.action = DestructiveAction::PurgeTrash;
        QVERIFY(shop.engine.ask(purge).error().code == ErrorCode::SourceReadOnly);
        purge.trash = {shop.trash().front().id};
        QVERIFY(shop.engine.ask(purge).error().code == ErrorCode::SourceReadOnly);
        QVERIFY(shop.engine.ask(DestroyData{DestructiveAction::PurgeTrash, {}, {}, {}}).error().code == ErrorCode::SourceReadOnly);
        QVERIFY(shop.engine.ask(PreviewDestructive{DestructiveAction::RemoveSource, {}, shop.source, true, {}}).error().code == ErrorCode::SourceReadOnly);
        RotateCredentials rotate;
        rotate.id = shop.source;
        QVERIFY(!shop.engine.ask(std::move(rotate)));
        QVERIFY(set(kProductionKey, "true"));          // what protects it can change
        QVERIFY(set(kProtectionKey, "off"));
        QVERIFY(shop.restoreNewest()->ok());
    }

    void aProductionSourceIsAlwaysNamed()
    {
        Shop shop;
        QVERIFY(shop.engine.ask(UpdateSource{shop.source, {{QLatin1String(kProductionKey), QStringLiteral("perhaps")}}, {}, 0}).error().code == ErrorCode::InvalidOption);
        QVERIFY(shop.engine.ask(UpdateSource{shop.source,
            {{QLatin1String(kProductionKey), QStringLiteral("true")}, {QLatin1String(kProtectionKey), QStringLiteral("off")}}, {}, 0}));
        const Result<DestructivePreview> preview = shop.preview(DestructiveAction::DeleteData);
        QVERIFY(preview && preview->production && preview->protection == Protection::TypeName);
        QVERIFY(shop.engine.askFor<BulkResult>(DestroyData{DestructiveAction::DeleteData, {shop.orders}, {}, {preview->token, {}}}).error().code
            == ErrorCode::ConfirmationNeeded);
        QVERIFY(shop.engine.askFor<BulkResult>(DestroyData{DestructiveAction::DeleteData, {shop.orders}, {}, {preview->token, preview->subject}})->ok());
        const Result<DestructivePreview> purge = shop.engine.askFor<DestructivePreview>(PreviewDestructive{DestructiveAction::PurgeTrash, {}, {}, false, {}});
        QVERIFY(purge && purge->production);
        QCOMPARE(purge->subject, QStringLiteral("trash"));
        const Result<AuditPage> page = shop.engine.askFor<AuditPage>(LoadAudit{2});
        QCOMPARE(page->entries.back().action, QStringLiteral("source.set"));
        QVERIFY(page->entries.back().detail.contains(QStringLiteral("production")));
        QVERIFY(page->entries.back().detail.contains(QStringLiteral("protection")));
    }

    void aSourceOfTheSamplesNameIsNotReplaced()
    {
        test::EngineFixture engine;
        const QString file = engine.dir() + QStringLiteral("/own.sqlite");
        test::EngineFixture::sqlite(file, "CREATE TABLE mine(id INTEGER PRIMARY KEY); INSERT INTO mine VALUES (1);");
        QVERIFY(engine.addSqlite(QStringLiteral("shop"), file).isValid());
        engine.sync(engine.id(QStringLiteral("shop"), QStringLiteral("mine")));
        QVERIFY(engine.ask(CreateSample{}).error().code == ErrorCode::AlreadyExists);
        QCOMPARE(engine.scalar(QStringLiteral("SELECT count(*) FROM shop.mine")), QStringLiteral("1"));
    }

    void everyChangeIsInTheTrail()
    {
        Shop shop;
        QVERIFY(shop.engine.ask(RewindSchema{shop.orders, QStringLiteral("2026-01-01 00:30:00"), false}));
        QVERIFY(shop.destroy(DestructiveAction::DeleteData)->ok());
        QVERIFY(shop.restoreNewest()->ok());
        const Result<AuditPage> page = shop.engine.askFor<AuditPage>(LoadAudit{50});
        QVERIFY(page);
        QStringList actions;
        for (const AuditEntry& entry : page->entries)
            actions.append(entry.action);
        for (const char* action : {"schema.rewind", "schema.delete-data", "trash.restore"})
            QVERIFY2(actions.contains(QLatin1String(action)), action);
        QCOMPARE(shop.engine.askFor<AuditPage>(LoadAudit{2})->entries.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestEngineChanges)
#include "tst_enginechanges.moc"
