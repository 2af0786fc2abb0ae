// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/migrations.h"
#include "engine/state/processidentity.h"
#include "engine/state/rowtext.h"
#include "engine/state/schemanames.h"
#include "engine/state/schemastatus.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace leat;

class TestStateValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restingStatus_data();
    void restingStatus();
    void names_T065();
    void namesStayWhenTablesAreAdded_T065();
    void namesDoNotDependOnOrder_T065();
    void labelsAreUnique();
    void migrationsHaveNoGap();
    void gapsAreSeen();
    void timesAndErrorsComeBack();
    void processes_T141();
};

void TestStateValues::restingStatus_data()
{
    QTest::addColumn<bool>("on");
    QTest::addColumn<QString>("last");
    QTest::addColumn<bool>("synced");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("status");
    const auto row = [](const char* name, bool on, const char* last, bool synced, const char* error, SchemaStatus status) {
        QTest::newRow(name) << on << QString::fromLatin1(last) << synced << QString::fromLatin1(error) << toString(status);
    };
    row("never touched", false, "", false, "", SchemaStatus::Off);
    row("off after a sync", false, "Completed", true, "", SchemaStatus::Paused);
    row("off after a failure", false, "Failed", false, "table-missing", SchemaStatus::Paused);
    row("off, adopted from the warehouse", false, "", true, "", SchemaStatus::Paused);
    row("on, new", true, "", false, "", SchemaStatus::NeverSynced);
    row("on, adopted from the warehouse", true, "", true, "", SchemaStatus::Ok);
    row("completed", true, "Completed", true, "", SchemaStatus::Ok);
    row("completed, and its copy is gone", true, "Completed", false, "", SchemaStatus::NeverSynced);
    row("failed", true, "Failed", true, "table-missing", SchemaStatus::Failed);
    row("failed without an error", true, "Failed", true, "", SchemaStatus::Failed);
    row("held back", true, "HeldBack", true, "held-back-empty", SchemaStatus::HeldBack);
    row("cancelled", true, "Cancelled", true, "", SchemaStatus::Cancelled);
    row("cancelled the first time", true, "Cancelled", false, "", SchemaStatus::Cancelled);
    row("interrupted after a sync", true, "Interrupted", true, "", SchemaStatus::Ok);
    row("interrupted the first time", true, "Interrupted", false, "", SchemaStatus::NeverSynced);
    row("interrupted after a failure", true, "Interrupted", true, "table-missing", SchemaStatus::Failed);
    row("interrupted after a hold", true, "Interrupted", true, "held-back-empty", SchemaStatus::HeldBack);
}

void TestStateValues::restingStatus()
{
    QFETCH(bool, on);
    QFETCH(QString, last);
    QFETCH(bool, synced);
    QFETCH(QString, error);
    QFETCH(QString, status);
    SchemaConfig config;
    config.shouldSync = on;
    SchemaPast past;
    if (!last.isEmpty()) {
        past.lastRun = runStatusFromString(last);
        QVERIFY(past.lastRun.has_value());
    }
    past.synced = synced;
    if (!error.isEmpty()) {
        past.latestError = errorCodeFromString(error);
        QCOMPARE(toString(*past.latestError), error);
    }
    QCOMPARE(toString(leat::restingStatus(config, past)), status);
}

static TableName in(const char* nameSpace, const char* name)
{
    return {QString::fromUtf8(nameSpace), QString::fromUtf8(name)};
}

void TestStateValues::names_T065()
{
    SchemaNamer namer(QStringLiteral("public"));
    const auto names = namer.assign({in("public", "orders"), in("public", "Orders"), in("public", "ORDERS"),
        in("public", "orders_2"), in("audit", "log"), in("Audit", "log"), in("public", "audit__log"),
        in("a", "b__c"), in("a__b", "c"), in("public", "Straße 7 \"x\"")});
    const auto name = [&](const char* ns, const char* table) { return names.at(in(ns, table)).warehouseName; };
    QCOMPARE(name("public", "ORDERS"), QStringLiteral("ORDERS"));
    QCOMPARE(name("public", "orders_2"), QStringLiteral("orders_2"));   // its own name, not a suffix
    QCOMPARE(name("public", "Orders"), QStringLiteral("Orders_3"));
    QCOMPARE(name("public", "orders"), QStringLiteral("orders_4"));
    QCOMPARE(name("Audit", "log"), QStringLiteral("Audit__log"));
    QCOMPARE(name("audit", "log"), QStringLiteral("audit__log_2"));
    QCOMPARE(name("public", "audit__log"), QStringLiteral("audit__log_3"));
    QCOMPARE(name("a", "b__c"), QStringLiteral("a__b__c"));
    QCOMPARE(name("a__b", "c"), QStringLiteral("a__b__c_2"));
    QCOMPARE(name("public", "Straße 7 \"x\""), QStringLiteral("Straße 7 \"x\""));
    QSet<QString> keys;
    for (const auto& [table, given] : names)
        keys.insert(nameKey(given.warehouseName));
    QCOMPARE(keys.size(), qsizetype(names.size()));
    // The same letter composed and decomposed is one name for the warehouse.
    QCOMPARE(nameKey(QStringLiteral("caf\u00e9")), nameKey(QStringLiteral("cafe\u0301")));
}

void TestStateValues::namesStayWhenTablesAreAdded_T065()
{
    SchemaNamer first(QStringLiteral("public"));
    const auto there = first.assign({in("public", "orders")}).at(in("public", "orders"));
    SchemaNamer later(QStringLiteral("public"));
    later.reserve(there);
    const auto names = later.assign({in("public", "ORDERS")});
    QCOMPARE(names.at(in("public", "ORDERS")).warehouseName, QStringLiteral("ORDERS_2"));
}

void TestStateValues::namesDoNotDependOnOrder_T065()
{
    std::vector<TableName> tables{in("b", "T"), in("b", "t"), in("", "x"), in("a", "t"), in("", "X"), in("", "b__t")};
    std::sort(tables.begin(), tables.end());
    const auto expected = SchemaNamer(QStringLiteral("public")).assign(tables);
    int orders = 0;
    do {
        QVERIFY(SchemaNamer(QStringLiteral("public")).assign(tables) == expected);
        ++orders;
    } while (std::next_permutation(tables.begin(), tables.end()));
    QCOMPARE(orders, 720);
}

void TestStateValues::labelsAreUnique()
{
    SchemaNamer namer(QStringLiteral("public"));
    const auto names = namer.assign({in("public", "audit.log"), in("audit", "log"), in("public", "orders")});
    QCOMPARE(names.at(in("audit", "log")).label, QStringLiteral("audit.log"));
    QCOMPARE(names.at(in("public", "audit.log")).label, QStringLiteral("public.audit.log"));
    QCOMPARE(names.at(in("public", "orders")).label, QStringLiteral("orders"));
}

void TestStateValues::migrationsHaveNoGap()
{
    const std::vector<Migration> all = profileMigrations();
    QVERIFY(isGapFree(all));
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(all[i].version, int(i) + 1);
}

void TestStateValues::gapsAreSeen()
{
    const std::vector<QString> some{QStringLiteral("SELECT 1")};
    QVERIFY(isGapFree({{1, some}, {2, some}}));
    QVERIFY(!isGapFree({{1, some}, {3, some}}));
    QVERIFY(!isGapFree({{2, some}}));
    QVERIFY(!isGapFree({{1, some}, {1, some}}));
    QVERIFY(!isGapFree({{1, {}}}));
    QVERIFY(!isGapFree({}));
}

void TestStateValues::timesAndErrorsComeBack()
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'007, Qt::UTC);
    QCOMPARE(rowtext::time(at).toString(), QStringLiteral("2023-11-14T22:13:20.007Z"));
    QCOMPARE(rowtext::time(rowtext::time(at)), at);
    const QDateTime elsewhere = at.toOffsetFromUtc(7200);
    QCOMPARE(rowtext::time(elsewhere), rowtext::time(at));
    QVERIFY(rowtext::time(QDateTime()).isNull());
    QVERIFY(!rowtext::time(QVariant()).isValid());
    Error error = makeError(ErrorCode::PermissionDenied, QStringLiteral("denied \"x\"\n"), {{QStringLiteral("table"), QStringLiteral("t")}});
    error.owner = Owner::Source;
    error.phase = Phase::Read;
    error.sqlState = QStringLiteral("42501");
    QCOMPARE(rowtext::error(rowtext::error(std::optional(error))), std::optional(error));
    QVERIFY(!rowtext::error(rowtext::error(std::nullopt)).has_value());
    SchemaConfig config;
    config.lookbackSeconds = std::numeric_limits<qint64>::max() - 1;
    config.primaryKeyColumns = {QStringLiteral("a,b"), QStringLiteral("ü\"")};
    config.incrementalFieldType = CursorType::Numeric;
    QCOMPARE(rowtext::config(rowtext::config(config)), config);
}

void TestStateValues::processes_T141()
{
    ProcessIdentity self = currentProcess();
    QVERIFY(!self.started.isEmpty());
    QVERIFY(livenessOf(self) == Liveness::Alive);
    ProcessIdentity reused = self;
    reused.started = QStringLiteral("boot.1");
    QVERIFY(livenessOf(reused) == Liveness::Dead);
    ProcessIdentity foreign = self;
    foreign.host = QStringLiteral("another machine");
    QVERIFY(livenessOf(foreign) == Liveness::Elsewhere);
    ProcessIdentity gone = self;
    gone.pid = 0x3fffffff;
    QVERIFY(livenessOf(gone) == Liveness::Dead);
}

QTEST_GUILESS_MAIN(TestStateValues)
#include "tst_statevalues.moc"
