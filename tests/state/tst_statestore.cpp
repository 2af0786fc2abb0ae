// SPDX-License-Identifier: GPL-3.0-or-later
#include "statefixture.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <limits>
#include <thread>

using namespace leat;

class TestStateStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sourcesComeBack();
    void sourceNamesMeetWithoutCase_T065();
    void settingsMoveTheRevision();
    void nameAndTypeStay();
    void secretRecords();
    void schemasComeBack();
    void schemasAreAddedOnce();
    void revisionConflict();
    void equalConfigurationChangesNothing();
    void listingFacts();
    void mirrorTakesErrorsBack();
    void removeForgetsAll();
    void auditOnlyGrows();
    void failedChangeLeavesNoAudit();
    void settings();
    void manyCallers();

private:
    SourceId addShop();
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
    std::shared_ptr<HandClock> m_clock;
    std::unique_ptr<StateStore> m_store;
};

void TestStateStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = m_dir->filePath(QStringLiteral("state.db"));
    m_clock = std::make_shared<HandClock>();
    Result<std::unique_ptr<StateStore>> opened = SqliteStateStore::open(m_file, m_clock);
    VERIFY_OK(opened);
    m_store = std::move(*opened);
}

void TestStateStore::cleanup()
{
    m_store.reset();
    QVERIFY2(QSqlDatabase::connectionNames().isEmpty(), "connections are left (T170)");
}

SourceId TestStateStore::addShop()
{
    return m_store->addSource(shopSource(), QStringLiteral("test")).value_or(SourceId());
}

void TestStateStore::sourcesComeBack()
{
    SourceInfo source = shopSource();
    source.settings[QStringLiteral("application")] = QStringLiteral("ü \"x\" \\ \n");
    source.latestError = makeError(ErrorCode::ConnectionRefused, QStringLiteral("no"), {{QStringLiteral("host"), QStringLiteral("h")}});
    source.status = SourceStatus::Error;
    source.tablesListedAt = m_clock->nowUtc();
    const Result<SourceId> id = m_store->addSource(source, QStringLiteral("test"));
    VERIFY_OK(id);
    source.id = *id;
    const auto all = m_store->sources();
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t(1));
    QVERIFY(all->front() == source);
}

void TestStateStore::sourceNamesMeetWithoutCase_T065()
{
    addShop();
    const Result<SourceId> second = m_store->addSource(shopSource(QStringLiteral("SHOP")), QStringLiteral("test"));
    QVERIFY(!second);
    COMPARE_ENUM(second.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(second.error().args[QStringLiteral("name")], QStringLiteral("shop"));
}

void TestStateStore::settingsMoveTheRevision()
{
    SourceInfo source = shopSource();
    source.id = addShop();
    source.status = SourceStatus::Ok;
    VERIFY_OK(m_store->updateSource(source, QStringLiteral("test")));
    QCOMPARE(m_store->sources()->front().revision, qint64(1));
    COMPARE_ENUM(m_store->sources()->front().status, SourceStatus::Ok);
    QCOMPARE(m_store->auditTrail(10)->size(), std::size_t(1));
    source.settings[QStringLiteral("port")] = QStringLiteral("6432");
    VERIFY_OK(m_store->updateSource(source, QStringLiteral("test")));
    QCOMPARE(m_store->sources()->front().revision, qint64(2));
    const auto trail = m_store->auditTrail(10);
    QCOMPARE(trail->size(), std::size_t(2));
    QCOMPARE(trail->front().action, QStringLiteral("source.set"));
    QCOMPARE(trail->front().detail, QStringLiteral("{\"port\":{\"after\":\"6432\",\"before\":\"5432\"}}"));
}

void TestStateStore::nameAndTypeStay()
{
    SourceInfo source = shopSource(QStringLiteral("other"));
    source.id = addShop();
    const Result<void> renamed = m_store->updateSource(source, QStringLiteral("test"));
    QVERIFY(!renamed);
    COMPARE_ENUM(renamed.error().code, ErrorCode::InvalidArgument);
    source.id.value = 99;
    COMPARE_ENUM(m_store->updateSource(source, QStringLiteral("test")).error().code, ErrorCode::NotFound);
}

void TestStateStore::secretRecords()
{
    const SourceId id = addShop();
    const SecretRecord record{QStringLiteral("1/password"), m_clock->nowUtc(), 3, QStringLiteral("abcd")};
    VERIFY_OK(m_store->setSecretRecord(id, QStringLiteral("password"), record));
    QVERIFY(m_store->secretRecords(id)->at(QStringLiteral("password")) == record);
    VERIFY_OK(m_store->setSecretRecord(id, QStringLiteral("password"), SecretRecord()));
    QVERIFY(m_store->secretRecords(id)->empty());
    COMPARE_ENUM(m_store->setSecretRecord(SourceId{77}, QStringLiteral("x"), record).error().code, ErrorCode::NotFound);
}

void TestStateStore::schemasComeBack()
{
    const SourceId source = addShop();
    SchemaInfo orders = tableOf(source, QStringLiteral("orders"));
    orders.kind = TableKind::PartitionedTable;
    orders.estimatedRows = std::numeric_limits<qint64>::max();
    orders.config.syncType = SyncType::Incremental;
    orders.config.incrementalField = QStringLiteral("updated_at");
    orders.config.incrementalFieldType = CursorType::Timestamp;
    orders.config.primaryKeyColumns = {QStringLiteral("id"), QStringLiteral("re,gion")};
    orders.config.columns = {QStringLiteral("id"), QStringLiteral("\"q\"")};
    orders.config.lookbackSeconds = 9'007'199'254'740'993;   // not a double
    orders.config.lateCommits = LateCommits::Xmin;
    const auto ids = m_store->addSchemas({orders, tableOf(source, QStringLiteral("log"), QStringLiteral("audit"))}, QStringLiteral("test"));
    VERIFY_OK(ids);
    const auto all = m_store->schemas();
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t(2));
    const SchemaInfo& log = all->at(0);
    const SchemaInfo& back = all->at(1);
    QCOMPARE(log.label, QStringLiteral("audit.log"));
    QCOMPARE(log.warehouseTable, QStringLiteral("shop.audit__log"));
    QCOMPARE(back.id, ids->front());
    QCOMPARE(back.label, QStringLiteral("orders"));
    QCOMPARE(back.warehouseTable, QStringLiteral("shop.orders"));
    QCOMPARE(back.sourceName, QStringLiteral("shop"));
    QVERIFY(back.config == orders.config);
    COMPARE_ENUM(back.kind, TableKind::PartitionedTable);
    QCOMPARE(back.estimatedRows, std::numeric_limits<qint64>::max());
    QCOMPARE(back.revision, qint64(1));
    QCOMPARE(back.rows, qint64(-1));
    COMPARE_ENUM(back.status, SchemaStatus::NeverSynced);
    QVERIFY(back.presentAtSource && !back.lastSyncedAt.isValid());
    QCOMPARE(m_store->auditTrail(1)->front().action, QStringLiteral("schema.add"));
}

void TestStateStore::schemasAreAddedOnce()
{
    const SourceId source = addShop();
    const auto first = m_store->addSchemas({tableOf(source, QStringLiteral("b")), tableOf(source, QStringLiteral("a"))}, {});
    VERIFY_OK(first);
    const auto again = m_store->addSchemas(
        {tableOf(source, QStringLiteral("A")), tableOf(source, QStringLiteral("a")), tableOf(source, QStringLiteral("b")), tableOf(source, QStringLiteral("A"))}, {});
    VERIFY_OK(again);
    QCOMPARE(again->at(1), first->at(1));
    QCOMPARE(again->at(2), first->at(0));
    QCOMPARE(again->at(0), again->at(3));
    QCOMPARE(m_store->schemas()->size(), std::size_t(3));
    const auto all = m_store->schemas();
    for (const SchemaInfo& schema : *all)
        if (schema.id == again->at(0))
            QCOMPARE(schema.warehouseTable, QStringLiteral("shop.A_2"));
    COMPARE_ENUM(m_store->addSchemas({tableOf(SourceId{9}, QStringLiteral("x"))}, {}).error().code, ErrorCode::NotFound);
}

void TestStateStore::revisionConflict()
{
    const SourceId source = addShop();
    const SchemaId id = m_store->addSchemas({tableOf(source, QStringLiteral("orders"))}, {})->front();
    SchemaConfig config;
    config.lookbackSeconds = 60;
    QCOMPARE(m_store->setConfig(id, config, 1, QStringLiteral("window")).value_or(0), qint64(2));
    config.lookbackSeconds = 120;
    const Result<qint64> stale = m_store->setConfig(id, config, 1, QStringLiteral("leatctl"));
    QVERIFY(!stale);
    COMPARE_ENUM(stale.error().code, ErrorCode::RevisionConflict);
    QCOMPARE(stale.error().args[QStringLiteral("subject")], QStringLiteral("shop.orders"));
    QCOMPARE(m_store->schemas()->front().config.lookbackSeconds, qint64(60));
    QCOMPARE(m_store->setConfig(id, config, 0, QStringLiteral("leatctl")).value_or(0), qint64(3));
    COMPARE_ENUM(m_store->setConfig(SchemaId{99}, config, 0, {}).error().code, ErrorCode::NotFound);
    const AuditEntry last = m_store->auditTrail(1).value().front();
    QCOMPARE(last.actor, QStringLiteral("leatctl"));
    QCOMPARE(last.subject, QStringLiteral("shop.orders"));
    const QJsonObject change = QJsonDocument::fromJson(last.detail.toUtf8()).object();
    QCOMPARE(change.keys(), QStringList{QStringLiteral("incremental_field_lookback_seconds")});
}

void TestStateStore::equalConfigurationChangesNothing()
{
    const SourceId source = addShop();
    const SchemaInfo orders = tableOf(source, QStringLiteral("orders"));
    const SchemaId id = m_store->addSchemas({orders}, {})->front();
    const std::size_t before = m_store->auditTrail(100)->size();
    QCOMPARE(m_store->setConfig(id, orders.config, 1, {}).value_or(0), qint64(1));
    QCOMPARE(m_store->auditTrail(100)->size(), before);
}

void TestStateStore::listingFacts()
{
    const SourceId source = addShop();
    SchemaInfo orders = tableOf(source, QStringLiteral("orders"));
    m_store->addSchemas({orders}, {}).value();
    orders.presentAtSource = false;
    orders.kind = TableKind::View;
    orders.estimatedRows = 12;
    orders.config.shouldSync = false;
    VERIFY_OK(m_store->updateListing({orders}));
    SchemaInfo back = m_store->schemas()->front();
    QVERIFY(!back.presentAtSource && back.kind == TableKind::View && back.estimatedRows == 12);
    QVERIFY(back.config.shouldSync);
    QCOMPARE(back.revision, qint64(1));
    back.presentAtSource = true;
    VERIFY_OK(m_store->updateListing({back}));
    QVERIFY(m_store->schemas()->front().presentAtSource);
}

void TestStateStore::mirrorTakesErrorsBack()
{
    const SourceId source = addShop();
    const SchemaId id = m_store->addSchemas({tableOf(source, QStringLiteral("orders"))}, {})->front();
    RunEnd failed;
    failed.run.schemaId = id;
    failed.run.id = m_store->addRun(failed.run).value();
    m_store->startRun(failed.run.id, id).value();
    failed.run.status = RunStatus::Failed;
    failed.run.error = makeError(ErrorCode::ConnectionLost);
    VERIFY_OK(m_store->finishRun(failed));
    QVERIFY(m_store->schemas()->front().latestError.has_value());
    const QDateTime committed = m_clock->nowUtc().addSecs(5);
    VERIFY_OK(m_store->mirror(id, 1000, QStringLiteral("2024-01-01"), committed));
    SchemaInfo schema = m_store->schemas()->front();
    QCOMPARE(schema.rows, qint64(1000));
    QCOMPARE(schema.cursorText, QStringLiteral("2024-01-01"));
    QCOMPARE(schema.lastSyncedAt, committed);
    QVERIFY(!schema.latestError);
}

void TestStateStore::removeForgetsAll()
{
    const SourceId source = addShop();
    const SchemaId id = m_store->addSchemas({tableOf(source, QStringLiteral("orders"))}, {})->front();
    RunInfo run;
    run.schemaId = id;
    const RunId runId = m_store->addRun(run).value();
    m_store->startRun(runId, id).value();
    VERIFY_OK(m_store->appendLog(runId, {{0, {}, LogLevel::Info, QStringLiteral("x")}}));
    VERIFY_OK(m_store->setSecretRecord(source, QStringLiteral("password"), {QStringLiteral("r"), {}, 1, {}}));
    VERIFY_OK(m_store->removeSource(source, QStringLiteral("test")));
    QVERIFY(m_store->schemas()->empty());
    QVERIFY(m_store->history({})->runs.empty());
    QVERIFY(m_store->log(runId, 0, 10)->lines.empty());
    for (const char* table : {"secrets", "leases", "attempts", "log_lines", "runs", "schemas"})
        QCOMPARE(peek(m_file, QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table)).toInt(), 0);
    QCOMPARE(m_store->auditTrail(1)->front().action, QStringLiteral("source.remove"));
    const SourceId again = addShop();
    QVERIFY(again.value > source.value);
}

void TestStateStore::auditOnlyGrows()
{
    VERIFY_OK(m_store->audit({{}, QStringLiteral("engine"), QStringLiteral("a.b"), QStringLiteral("s"), QStringLiteral("{}")}));
    m_clock->turn(1000);
    VERIFY_OK(m_store->audit({{}, QStringLiteral("engine"), QStringLiteral("a.c"), {}, {}}));
    const auto trail = m_store->auditTrail(10);
    QCOMPARE(trail->size(), std::size_t(2));
    QCOMPARE(trail->front().action, QStringLiteral("a.c"));
    QCOMPARE(trail->front().at, m_clock->nowUtc());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("only grows")));
    QVERIFY(!tamper(m_file, {QStringLiteral("DELETE FROM audit")}));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("only grows")));
    QVERIFY(!tamper(m_file, {QStringLiteral("UPDATE audit SET actor = 'x'")}));
    QCOMPARE(m_store->auditTrail(10)->size(), std::size_t(2));
}

void TestStateStore::failedChangeLeavesNoAudit()
{
    const SourceId source = addShop();
    const std::size_t before = m_store->auditTrail(100)->size();
    // The second group fails: the first one must not be there either.
    QVERIFY(!m_store->addSchemas({tableOf(source, QStringLiteral("a")), tableOf(SourceId{99}, QStringLiteral("b"))}, {}));
    QVERIFY(m_store->schemas()->empty());
    QCOMPARE(m_store->auditTrail(100)->size(), before);
}

void TestStateStore::settings()
{
    QCOMPARE(m_store->value(QStringLiteral("k")).value_or(QStringLiteral("?")), QString());
    VERIFY_OK(m_store->setValue(QStringLiteral("k"), QStringLiteral("ü")));
    VERIFY_OK(m_store->setValue(QStringLiteral("k"), QStringLiteral("v")));
    QCOMPARE(*m_store->value(QStringLiteral("k")), QStringLiteral("v"));
    VERIFY_OK(m_store->setValue(QStringLiteral("k"), QString()));
    QCOMPARE(*m_store->value(QStringLiteral("k")), QString());
    VERIFY_OK(m_store->quickCheck());
}

void TestStateStore::manyCallers()
{
    const SourceId source = addShop();
    std::vector<SchemaInfo> tables;
    for (int i = 0; i < 8; ++i)
        tables.push_back(tableOf(source, QStringLiteral("t%1").arg(i)));
    const auto ids = *m_store->addSchemas(tables, {});
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&, t] {
            for (int i = 1; i <= 50; ++i) {
                SchemaConfig config;
                config.lookbackSeconds = i;
                const Result<qint64> revision = m_store->setConfig(ids[std::size_t(t)], config, i, {});
                failures += !revision || *revision != i + 1;
                failures += !m_store->schemas().has_value();
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    const auto all = m_store->schemas();
    for (const SchemaInfo& schema : *all)
        QCOMPARE(schema.revision, qint64(51));
}

QTEST_GUILESS_MAIN(TestStateStore)
#include "tst_statestore.moc"
