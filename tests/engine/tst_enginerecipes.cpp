// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recipeflow.h"
#include "tests/support/enginefixture.h"

#include <QTest>
#include <QTimeZone>

using namespace leat;
using leat::test::EngineFixture;

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

/// A shop whose orders are copied as a whole.
struct Shop
{
    Shop()
        : file(engine.dir() + s("/a.sqlite"))
    {
        EngineFixture::sqlite(file, "CREATE TABLE orders(id INTEGER PRIMARY KEY, changed_at TEXT NOT NULL, updated_at TEXT NOT NULL, note TEXT);"
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 100) "
            "INSERT INTO orders SELECT i, datetime('2026-01-01', '+' || i || ' minutes'), datetime('2026-01-01', '+' || i || ' minutes'), 'n' FROM n;");
        source = engine.addSqlite(s("acme"), file);
        orders = engine.id(s("acme"), s("orders"));
        if (engine.sync(orders).status != RunStatus::Completed)
            qFatal("the shop cannot be synced");
    }
    const SchemaInfo& schema() { return *engine.schema(s("acme"), s("orders")); }

    EngineFixture engine;
    QString file;
    SourceId source;
    SchemaId orders;
};

/// Walks a flow to its end, taking what is suggested.
RecipeFlow::Outcome walk(RecipeFlow& flow)
{
    using Busy = RecipeFlow::Busy;
    const auto idle = [&] { return QTest::qWaitFor([&] { return flow.busy() == Busy::Nothing; }, 30'000); };
    flow.start();
    if (!idle() || !flow.plan().possible)
        return {};
    flow.weigh();
    if (!idle() || flow.step() != RecipeFlow::Step::Effect)
        return {};
    flow.apply(flow.change().impact.suggested, {}, WhenRunning::Refuse);
    idle();
    return flow.outcome();
}

} // namespace

/// The recipes through the real engine: read, change, sync, check.
class TestEngineRecipes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromCompleteCopiesToIncremental_T52()
    {
        Shop shop;
        RecipeFlow flow(&shop.engine.control(), shop.orders, RecipeId::ToIncremental);
        const RecipeFlow::Outcome outcome = walk(flow);
        QVERIFY2(outcome.good(), flow.error() ? qPrintable(flow.error()->detail) : qPrintable(flow.plan().reason));
        QVERIFY(shop.schema().config.syncType == SyncType::Incremental);
        QCOMPARE(shop.schema().config.primaryKeyColumns, QStringList{s("id")});
        EngineFixture::sqlite(shop.file, "UPDATE orders SET note = 'x', updated_at = '2026-02-01 00:00:00', changed_at = '2026-02-01 00:00:00' WHERE id = 7;");
        const RunInfo cheap = shop.engine.sync(shop.orders);
        QVERIFY2(cheap.rowsRead < 5, qPrintable(QString::number(cheap.rowsRead)));
        QVERIFY(shop.engine.verify(shop.orders)->equal());
    }

    void aDroppedCursorIsReplaced_T54()
    {
        Shop shop;
        QVERIFY(shop.engine.set(shop.orders, {s("sync_type=incremental"), s("incremental_field=changed_at")}));
        QVERIFY(shop.engine.sync(shop.orders).status == RunStatus::Completed);
        EngineFixture::sqlite(shop.file, "ALTER TABLE orders DROP COLUMN changed_at; UPDATE orders SET note = 'later' WHERE id = 9;");
        QVERIFY(shop.engine.sync(shop.orders).status == RunStatus::Failed);
        QVERIFY(shop.schema().latestError);
        QCOMPARE(fieldInTrouble(shop.schema().config, *shop.schema().latestError), s("incremental_field")); // T2
        QVERIFY(recipesFor(*shop.schema().latestError).front() == RecipeId::ReplaceCursor);
        RecipeFlow flow(&shop.engine.control(), shop.orders, RecipeId::ReplaceCursor);
        const RecipeFlow::Outcome outcome = walk(flow);
        QVERIFY2(outcome.good(), flow.error() ? qPrintable(flow.error()->detail) : qPrintable(flow.plan().reason));
        QCOMPARE(shop.schema().config.incrementalField, s("updated_at"));
        QVERIFY(!shop.schema().latestError);
        QVERIFY(shop.engine.verify(shop.orders)->equal()); // the copy brought what the cursor could not
    }

    void theScheduleChangesWithoutASync_T56()
    {
        Shop shop;
        const RunId before = shop.schema().lastRun;
        RecipeFlow flow(&shop.engine.control(), shop.orders, RecipeId::Frequency);
        SchemaPatch choice;
        choice.syncFrequency = SyncFrequency::EveryDay;
        choice.syncTimeOfDay = QTime(3, 30);
        flow.start();
        flow.choose(choice);
        flow.weigh();
        QTRY_VERIFY(flow.step() == RecipeFlow::Step::Effect);
        QCOMPARE(flow.change().nextRuns.size(), std::size_t{3});
        const QTimeZone zone(shop.engine.world()->engine.timeZone.toLatin1());
        QCOMPARE(flow.change().nextRuns[1].toTimeZone(zone).time(), QTime(3, 30));
        flow.apply(AfterChange::Keep, {}, WhenRunning::Refuse);
        QTRY_VERIFY(flow.outcome().good());
        QVERIFY(shop.schema().lastRun == before);
    }

    void pauseAndResume_T61()
    {
        Shop shop;
        RecipeFlow pause(&shop.engine.control(), shop.orders, RecipeId::Pause);
        QVERIFY(walk(pause).good());
        QVERIFY(!shop.schema().config.shouldSync && shop.schema().rows == 100);
        RecipeFlow resume(&shop.engine.control(), shop.orders, RecipeId::Resume);
        const RecipeFlow::Outcome outcome = walk(resume);
        QVERIFY(outcome.good() && outcome.ran);
        QVERIFY(shop.schema().config.shouldSync);
    }

    void whatIsNotOfferedChangesNothing_T53_T57()
    {
        Shop shop;
        const SchemaConfig before = shop.schema().config;
        for (const RecipeId id : {RecipeId::ToCdc, RecipeId::CdcKey, RecipeId::ToWebhook, RecipeId::FromWebhook, RecipeId::WebhookSecret}) {
            RecipeFlow flow(&shop.engine.control(), shop.orders, id);
            QVERIFY(!walk(flow).ended);
            QVERIFY(!flow.plan().possible && !flow.plan().reason.isEmpty());
        }
        QVERIFY(shop.schema().config == before);
    }

    void theKeyCheckIsRemembered()
    {
        Shop shop;
        QVERIFY(shop.engine.askFor<KeyReport>(CheckKey{shop.orders, {s("id")}})->checkedAt.isValid());
        shop.engine.reopen();
        const Result<SyncOptions> options = shop.engine.askFor<SyncOptions>(LoadOptions{shop.engine.id(s("acme"), s("orders"))});
        QVERIFY(options && options->lastKeyCheck);
        QCOMPARE(options->lastKeyCheck->columns, QStringList{s("id")});
        QVERIFY(options->lastKeyCheck->unique && options->lastKeyCheck->checkedAt.isValid());
    }

    void aNewSourceTakesItsFrequency_T24()
    {
        EngineFixture engine;
        const QString file = engine.dir() + s("/b.sqlite");
        EngineFixture::sqlite(file, "CREATE TABLE a(x INTEGER); CREATE TABLE b(x INTEGER);");
        AddSource add;
        add.draft = {s("b"), s("sqlite"), {{s("path"), file}}, {}};
        SchemaConfig config;
        config.syncFrequency = SyncFrequency::Every5Minutes;
        add.tables = {{{QString(), s("a")}, config}};
        add.frequency = SyncFrequency::EveryDay;
        QVERIFY(engine.ask(std::move(add)));
        QVERIFY(engine.schema(s("b"), s("a"))->config.syncFrequency == SyncFrequency::Every5Minutes);
        QVERIFY(engine.schema(s("b"), s("b"))->config.syncFrequency == SyncFrequency::EveryDay); // for when it is enabled
        QVERIFY(!engine.schema(s("b"), s("b"))->config.shouldSync);
    }
};

QTEST_GUILESS_MAIN(TestEngineRecipes)
#include "tst_enginerecipes.moc"
