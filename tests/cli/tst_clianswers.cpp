// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that say what holds and what comes next, where a bare result would mislead.
#include "clilab.h"

#include "app/cli/exitcodes.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace leat;
using namespace leat::lab;

class TestCliAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeThatStopsTheNextSyncSaysSo();
    void warehouseNamesThatDifferAreShown();
    void whatIsNotThereIsSaid();
};

void TestCliAnswers::aChangeThatStopsTheNextSyncSaysSo()
{
    CliLab lab;
    SchemaInfo& orders = lab.engine.schema(QStringLiteral("orders"));
    orders.config.syncType = SyncType::Incremental;
    orders.config.incrementalField = QStringLiteral("updated_at");
    orders.lastSyncedAt = QDateTime::currentDateTimeUtc();
    lab.engine.answer = [](Command& command) -> std::optional<Result<Reply>> {
        if (!std::holds_alternative<PreviewChange>(command))
            return std::nullopt;
        SchemaChange change;
        change.name = QStringLiteral("shop.orders");
        change.impact.verdict = ImpactVerdict::ResyncRequired;
        change.impact.fields.push_back({QStringLiteral("incremental_field"), {}, {}, ImpactVerdict::ResyncRequired, QStringLiteral("another column"), false});
        change.impact.options = {{AfterChange::Resync, true, QStringLiteral("copies"), 1000, 90},
            {AfterChange::Rewind, false, QStringLiteral("no position"), -1, -1}, {AfterChange::Keep, true, QStringLiteral("stays"), -1, -1}};
        return Result<Reply>(Reply(ChangePreview{{change}, {}}));
    };
    const Ran ran = lab.run("schema set shop.orders incremental_field=id");
    QCOMPARE(ran.code, 0);
    QVERIFY(lab.engine.last<SetSchemas>() && lab.engine.last<SetSchemas>()->after == AfterChange::Keep);
    QVERIFY2(ran.err.contains(QStringLiteral("the next sync stops")), qPrintable(ran.err));
    QVERIFY2(ran.err.contains(QStringLiteral("--then resync: copies")), qPrintable(ran.err));
    QVERIFY2(ran.err.contains(QStringLiteral("leatctl schema resync shop.orders")), qPrintable(ran.err));
    QVERIFY2(!ran.err.contains(QStringLiteral("rewind")), qPrintable(ran.err)); // not possible
    QCOMPARE(lab.run("--json schema set shop.orders incremental_field=updated_at").json().object()
                 .value(QStringLiteral("schemas")).toArray().size(), 1);

    // Who has chosen, and who changes something else, is not told.
    lab.engine.commands.clear();
    QVERIFY(!lab.run("schema set shop.orders incremental_field=id --then keep").err.contains(QStringLiteral("the next sync stops")));
    QVERIFY(!lab.run("schema set shop.orders should_sync=true").err.contains(QStringLiteral("the next sync stops")));
    orders.lastSyncedAt = {};
    QVERIFY(!lab.run("schema set shop.orders incremental_field=updated_at").err.contains(QStringLiteral("the next sync stops")));
    QVERIFY(lab.engine.last<SetSchemas>() && !lab.engine.last<PreviewChange>());
}

void TestCliAnswers::warehouseNamesThatDifferAreShown()
{
    lab::CliLab lab;
    lab.engine.world.schemas[1].label = QStringLiteral("Customers");
    lab.engine.world.schemas[1].warehouseTable = QStringLiteral("shop.Customers_2");
    const QStringList lines = lab.run("schema list shop --enabled").out.split(QLatin1Char('\n'));
    QVERIFY2(lines.at(0).endsWith(QStringLiteral("WAREHOUSE")), qPrintable(lines.at(0)));
    QVERIFY2(lines.at(1).startsWith(QStringLiteral("shop.customers ")) && !lines.at(1).contains(QStringLiteral("_2")), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).startsWith(QStringLiteral("shop.Customers ")) && lines.at(2).endsWith(QStringLiteral("  shop.Customers_2")), qPrintable(lines.at(2)));
    QVERIFY(lab.run("schema show shop.Customers").out.contains(QStringLiteral("shop.Customers_2")));
    lab.engine.world.schemas[1].warehouseTable = QStringLiteral("shop.Customers");
    QVERIFY(!lab.run("schema list shop --enabled").out.contains(QStringLiteral("WAREHOUSE")));
}

void TestCliAnswers::whatIsNotThereIsSaid()
{
    lab::CliLab lab;
    const lab::Ran bogus = lab.run("schema list --status hold-back");
    QCOMPARE(bogus.code, 64);
    for (const char* part : {"is not a status of a table", "held back", "Known: failed", "needs resync", "never synced", "late"})
        QVERIFY2(bogus.err.contains(QLatin1String(part)), qPrintable(bogus.err));
    for (const char* good : {"ok", "Completed", "held-back", "HeldBack", "never_synced", "late", "quiet", "needs-resync", "paused"})
        QCOMPARE(lab.run({QStringLiteral("schema"), QStringLiteral("list"), QStringLiteral("--status"), QLatin1String(good)}).code, 0);
    QVERIFY(lab.run("schema list --status completed").out.contains(QStringLiteral("shop.orders")));
    QVERIFY(!lab.run("schema list --status failed").err.contains(QStringLiteral("Add a source")));
    lab.engine.answer = [](Command& command) -> std::optional<Result<Reply>> {
        return std::holds_alternative<LoadRunLog>(command) ? std::optional<Result<Reply>>(Result<Reply>(Reply(LogPage()))) : std::nullopt;
    };
    QCOMPARE(lab.run("history log 41").code, 0); // there, and without lines
    const lab::Ran none = lab.run("history log 42");
    QCOMPARE(none.code, 64);
    QVERIFY2(none.err.contains(QStringLiteral("There is no run 42.")) && none.err.contains(QStringLiteral("[not-found]")), qPrintable(none.err));
    QCOMPARE(lab.engine.last<LoadHistory>()->filter.before.value, qint64(43));
    for (const char* bad : {"scheduler pause --for 0s", "scheduler pause --for 3651d"}) {
        const lab::Ran pause = lab.run(bad);
        QCOMPARE(pause.code, 64);
        QVERIFY2(pause.err.contains(QStringLiteral("from 1s to 3650d")), qPrintable(pause.err));
    }
}

QTEST_GUILESS_MAIN(TestCliAnswers)
#include "tst_clianswers.moc"
