// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clilab.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

using namespace leat;

class TestCliRecipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatIsPossible();
    void showChangesNothing();
    void runSyncsAndChecks();
    void alreadySetIsSaid();
    void whatIsNotPossibleSaysWhy();
    void unknownNamesAreAnswered();
    void aCopyIsConfirmed();
    void aRunningTableOffersToWait();
    void candidatesShowTheirEvidence();
    void sourcesGetAFrequency();
};

namespace {

QJsonObject object(const lab::Ran& ran) { return ran.json().object(); }

/// Ends every sync well, with the configuration as it was set.
void endWell(lab::CliLab& lab)
{
    lab.engine.onSync = [&lab](lab::FakeControl& control, const SyncSchemas& sync, const std::vector<RunId>& runs) {
        std::vector<RunInfo> ended;
        for (std::size_t i = 0; i < runs.size(); ++i)
            for (const SchemaInfo& schema : lab.engine.world.schemas)
                if (schema.id == sync.ids[i])
                    ended.push_back(lab::runOf(schema, runs[i], RunStatus::Completed));
        QTimer::singleShot(0, &control, [&control, ended] { control.end(ended); });
    };
}

} // namespace

void TestCliRecipe::listsWhatIsPossible()
{
    lab::CliLab lab;
    const lab::Ran all = lab.run("recipe list");
    QCOMPARE(all.code, 0);
    QVERIFY(all.out.contains(QStringLiteral("to-incremental")) && all.out.contains(QStringLiteral("webhook-secret")));
    const QJsonArray recipes = object(lab.run("recipe list shop.orders --json")).value(QStringLiteral("recipes")).toArray();
    QCOMPARE(recipes.size(), 10);
    for (const QJsonValue& one : recipes) {
        const QString name = one[QStringLiteral("recipe")].toString();
        if (name == QLatin1String("to-cdc")) { // T53: in its place, with the reason
            QVERIFY(!one[QStringLiteral("possible")].toBool());
            QVERIFY(!one[QStringLiteral("reason")].toString().isEmpty() && !one[QStringLiteral("instead")].toString().isEmpty());
        }
        if (name == QLatin1String("frequency"))
            QVERIFY(one[QStringLiteral("possible")].toBool());
    }
}

void TestCliRecipe::showChangesNothing()
{
    lab::CliLab lab;
    lab.engine.schema(QStringLiteral("orders")).config.syncType = SyncType::FullRefresh;
    const lab::Ran ran = lab.run("recipe show to-incremental shop.orders");
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains(QStringLiteral("full_refresh")) && ran.out.contains(QStringLiteral("1. ")), qPrintable(ran.out));
    QVERIFY(lab.engine.last<SetSchemas>() == nullptr);
    QVERIFY(lab.engine.last<PreviewChange>() != nullptr);
    const QJsonObject json = object(lab.run("recipe show to-incremental shop.orders --json"));
    QCOMPARE(json.value(QStringLiteral("plan"))[QStringLiteral("patch")][QStringLiteral("sync_type")].toString(), QStringLiteral("incremental"));
    QVERIFY(json.contains(QStringLiteral("preview")));
}

void TestCliRecipe::runSyncsAndChecks()   // T52
{
    lab::CliLab lab;
    SchemaInfo& orders = lab.engine.schema(QStringLiteral("orders"));
    orders.config.syncType = SyncType::FullRefresh;
    endWell(lab);
    const lab::Ran ran = lab.run("recipe run to-incremental shop.orders --json");
    QCOMPARE(ran.code, 0);
    QVERIFY(object(ran).value(QStringLiteral("verified")).toBool());
    QVERIFY(*lab.engine.last<SetSchemas>()->patch.syncType == SyncType::Incremental);
    QVERIFY(lab.engine.last<SetSchemas>()->expectedRevision > 0);
    QVERIFY(lab.engine.last<SyncSchemas>() != nullptr && !lab.engine.last<SyncSchemas>()->fromScratch);
    QCOMPARE(object(ran).value(QStringLiteral("schema"))[QStringLiteral("sync_type")].toString(), QStringLiteral("incremental"));

    lab::CliLab quiet; // T56: no sync
    QCOMPARE(quiet.run("recipe run frequency shop.orders sync_frequency=1hour").code, 0);
    QVERIFY(*quiet.engine.last<SetSchemas>()->patch.syncFrequency == SyncFrequency::EveryHour);
    QVERIFY(quiet.engine.last<SyncSchemas>() == nullptr);

    lab::CliLab later; // T61, left to the schedule
    later.engine.schema(QStringLiteral("orders")).config.shouldSync = false;
    QCOMPARE(later.run("recipe run resume shop.orders --no-sync").code, 0);
    QVERIFY(*later.engine.last<SetSchemas>()->patch.shouldSync);
    QVERIFY(later.engine.last<SyncSchemas>() == nullptr);
}

void TestCliRecipe::alreadySetIsSaid()   // T62
{
    lab::CliLab lab;
    lab.engine.schema(QStringLiteral("orders")).config.shouldSync = false;
    const lab::Ran ran = lab.run("recipe run pause shop.orders");
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.err.contains(QStringLiteral("already")), qPrintable(ran.err));
    QVERIFY(lab.engine.last<SetSchemas>() == nullptr);
    const lab::Ran set = lab.run("schema set shop.orders should_sync=false sync_frequency=1hour");
    QCOMPARE(set.code, 0);
    QVERIFY2(set.err.contains(QStringLiteral("already set: should_sync=false")), qPrintable(set.err));
    QVERIFY(!set.err.contains(QStringLiteral("already set: should_sync=false, sync_frequency")));
}

void TestCliRecipe::whatIsNotPossibleSaysWhy()   // T53, T57
{
    lab::CliLab lab;
    const lab::Ran cdc = lab.run("recipe run to-cdc shop.orders");
    QCOMPARE(cdc.code, 64);
    QVERIFY2(cdc.err.contains(QStringLiteral("not available in this version")), qPrintable(cdc.err));
    QVERIFY(lab.engine.last<SetSchemas>() == nullptr && lab.engine.last<PreviewChange>() == nullptr);
    QCOMPARE(lab.run("recipe run to-webhook shop.orders").code, 64);
    QCOMPARE(lab.run("recipe run to-incremental shop.orders incremental_field=nope").code, 64); // T34
}

void TestCliRecipe::unknownNamesAreAnswered()
{
    lab::CliLab lab;
    const lab::Ran ran = lab.run("recipe run to-incremetal shop.orders");
    QCOMPARE(ran.code, 64);
    QVERIFY2(ran.err.contains(QStringLiteral("to-incremental")), qPrintable(ran.err));
    QCOMPARE(lab.run("recipe show pause shop.nope").code, 64);
    QCOMPARE(lab.run("recipe run frequency shop.orders sync_frequncy=1hour").code, 64);
    QCOMPARE(lab.run("recipe run frequency shop.orders sync_frequency=2hours").code, 64);
}

void TestCliRecipe::aCopyIsConfirmed()   // T54
{
    lab::CliLab lab;
    SchemaInfo& orders = lab.engine.schema(QStringLiteral("orders"));
    orders.config.syncType = SyncType::Incremental;
    orders.config.incrementalField = QStringLiteral("gone_at");
    orders.config.primaryKeyColumns = {QStringLiteral("id")};
    lab.engine.answer = [](Command& command) -> std::optional<Result<Reply>> {
        const auto* preview = std::get_if<PreviewChange>(&command);
        if (preview == nullptr)
            return std::nullopt;
        SchemaChange change;
        change.id = preview->ids.front();
        change.name = QStringLiteral("shop.orders");
        change.impact.verdict = ImpactVerdict::ResyncRequired;
        change.impact.suggested = AfterChange::Resync;
        return Result<Reply>(Reply(ChangePreview{{change}, QStringLiteral("leatctl schema set")}));
    };
    endWell(lab);
    QCOMPARE(lab.run("recipe run replace-cursor shop.orders").code, 64); // nobody to ask
    QVERIFY(lab.engine.last<SetSchemas>() == nullptr);
    lab.terminal.keyboard = lab.terminal.tty = true;
    lab.terminal.input = "shop.orders\n";
    QCOMPARE(lab.run("recipe run replace-cursor shop.orders").code, 0);
    QCOMPARE(*lab.engine.last<SetSchemas>()->patch.incrementalField, QStringLiteral("updated_at"));
    QVERIFY(lab.engine.last<SyncSchemas>()->fromScratch);
}

void TestCliRecipe::aRunningTableOffersToWait()   // T29, T66
{
    lab::CliLab lab;
    lab.engine.answer = [](Command& command) -> std::optional<Result<Reply>> {
        const auto* set = std::get_if<SetSchemas>(&command);
        if (set == nullptr || set->whenRunning != WhenRunning::Refuse)
            return std::nullopt;
        return Result<Reply>(makeError(ErrorCode::Busy, {}, {{QStringLiteral("subject"), QStringLiteral("shop.orders")}}));
    };
    for (const char* line : {"schema set shop.orders incremental_field=id", "recipe run frequency shop.orders sync_frequency=5min"}) {
        const lab::Ran ran = lab.run(line);
        QCOMPARE(ran.code, 75);
        QVERIFY2(ran.err.contains(QStringLiteral("--when-running wait")), qPrintable(ran.err));
    }
    QCOMPARE(lab.run("recipe run frequency shop.orders sync_frequency=5min --when-running wait").code, 0);
    QVERIFY(lab.engine.last<SetSchemas>()->whenRunning == WhenRunning::AfterRun);
    QCOMPARE(lab.run("schema set shop.orders incremental_field=id --when-running cancel").code, 0);
    QVERIFY(lab.engine.last<SetSchemas>()->whenRunning == WhenRunning::CancelAndApply);
}

void TestCliRecipe::candidatesShowTheirEvidence()   // T33, T013
{
    lab::CliLab lab;
    lab.engine.answer = [](Command& command) -> std::optional<Result<Reply>> {
        if (!std::holds_alternative<LoadOptions>(command))
            return std::nullopt;
        CursorCandidate c;
        c.field = QStringLiteral("updated_at");
        c.recommended = true;
        c.reason = QStringLiteral("changes with every update");
        c.evidence.duplicateShare = 0.25;
        c.evidence.valuesBy = CursorEvidence::Basis::AllRows;
        c.evidence.endsBy = CursorEvidence::Basis::Index;
        c.evidence.atGreatest = CursorEvidence::kCountedTo;
        c.evidence.future = 2;
        c.evidence.greatest = QStringLiteral("2099-01-01");
        SyncOptions options;
        options.incrementalFields = {c};
        return Result<Reply>(Reply(options));
    };
    const lab::Ran ran = lab.run("schema candidates shop.orders");
    QCOMPARE(ran.code, 0);
    for (const char* part : {"25", "all_rows, index", "≥"})
        QVERIFY2(ran.out.contains(QString::fromUtf8(part)), qPrintable(ran.out));
    QVERIFY2(ran.err.contains(QStringLiteral("Recommended: “updated_at”")) && ran.err.contains(QStringLiteral("2099-01-01")), qPrintable(ran.err));
    const QJsonObject json = object(lab.run("schema candidates shop.orders --json"));
    QVERIFY(json.value(QStringLiteral("recommendation")).toString().contains(QStringLiteral("updated_at")));
    QCOMPARE(json.value(QStringLiteral("incremental_fields")).toArray().first()[QStringLiteral("evidence")][QStringLiteral("rows_in_future")].toInt(), 2);
}

void TestCliRecipe::sourcesGetAFrequency()   // T24
{
    const auto added = [](const char* line) {
        lab::CliLab lab;
        lab.run(line);
        const AddSource* command = lab.engine.last<AddSource>();
        return command ? command->frequency : SyncFrequency::Every1Minute;
    };
    QVERIFY(added("source add s2 --type postgres --set host=db --all") == SyncFrequency::EveryDay);
    QVERIFY(added("source add s2 --type postgres --set host=db --all --frequency 15min") == SyncFrequency::Every15Minutes);
    QVERIFY(added("source add s2 --type postgres --set host=db --all --frequency never") == SyncFrequency::Never);
    lab::CliLab lab;
    QCOMPARE(lab.run("source add s2 --type postgres --set host=db --all --frequency hourly").code, 64);
    QVERIFY(lab.engine.last<AddSource>() == nullptr);
}

QTEST_GUILESS_MAIN(TestCliRecipe)
#include "tst_clirecipe.moc"
