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

QTEST_GUILESS_MAIN(TestCliAnswers)
#include "tst_clianswers.moc"
