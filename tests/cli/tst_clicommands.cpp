// SPDX-License-Identifier: GPL-3.0-or-later
#include "clilab.h"

#include <QLocale>
#include <QTest>

using namespace leat;

class TestCliCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void jsonOfEveryVerb_data();
    void jsonOfEveryVerb();
    void addWithUrlAndTables();
    void addUnreachable();
    void schemaSetManyTables();
    void schemaSetSaysWhatItWouldDo_T37();
    void thenAndWhenRunningAreSent_T18b_T48();
    void destructiveVerbsNeedTheName_D56_D57();
    void trashItemsAreFoundByIdAndName();
    void aKeyThatIsNotUniqueFails_T22();
    void schemaSetChecksTheRevisionOfOne();
    void pauseAndResume();
    void queryKeepsColumnOrder();
    void queryTableGolden();
    void queryCsv();
    void queryLimits();
    void verifyOutcomes();
    void verifyRepairs();
    void verifyOfSeveral();
    void testReportsTheFailedStep();
    void historyFilters();
    void longLogsArePaged();
    void errorsOfTheEngine();
    void doctorProblems();
    void doctorFixes();
    void lateTablesAreNeverGreen_G22();
    void quietTablesAreNeverGreen_T220();
    void whyNothingWasComparedIsSaid();
    void theGuaranteeIsSaid_W11();
    void fullDiskOnOutput();
};

void TestCliCommands::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    qputenv("TZ", "UTC");
}

void TestCliCommands::jsonOfEveryVerb_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("keys");   // of the object, or of the first one of an array
    QTest::addColumn<bool>("array");
    const auto row = [](const char* line, const QStringList& keys, bool array) {
        QTest::newRow(line) << QString::fromLatin1(line) << keys << array;
    };
    const auto keys = [](const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    row("source list", keys("name type status settings latest_error"), true);
    row("source show shop", keys("name schemas"), false);
    row("source test shop", keys("ok steps server_version"), false);
    row("source refresh shop", keys("source added vanished"), false);
    row("source remove shop --yes", keys("removed deleted_data"), false);
    row("source set shop port=1", keys("name settings"), false);
    row("source add x --type postgres --set host=db", keys("source schemas"), false);
    row("schema list", keys("name table sync_type should_sync status rows"), true);
    row("schema show shop.orders", keys("name sync_type incremental_field primary_key_columns"), false);
    row("schema set shop.orders sync_type=append", keys("schemas"), false);
    row("schema candidates shop.orders", keys("name incremental_fields incremental_available append_available cdc_available full_refresh_available detected_primary_keys available_columns supports_webhooks"), false); // T14, T15, T33
    row("schema pause shop.orders", keys("schemas"), false);
    row("schema resume shop.*", keys("schemas"), false);
    row("schema cancel shop.orders", keys("cancelled"), false);
    row("schema set shop.orders incremental_field=id --dry-run", keys("changes cli"), false);
    row("schema set shop.orders incremental_field=id --then resync", keys("exit_code runs"), false);
    row("schema set shop.orders incremental_field=id --then rewind=5", keys("schemas result"), false);
    row("schema rewind shop.orders --to 5 --dry-run", keys("name incremental_field before value rows dry_run"), false);
    row("schema resync shop.orders", keys("exit_code runs"), false);
    row("schema resync shop.orders --wipe --confirm shop.orders", keys("exit_code runs"), false);
    row("schema delete-data shop.orders --confirm shop.orders", keys("ok items exit_code"), false);
    row("source rotate shop --password-stdin --no-sync", keys("ok before after tables shared_with rollback_until"), false);
    row("source rotate shop --password-stdin --test-only", keys("ok before after tables shared_with problem"), false);
    row("source reload shop", keys("exit_code runs"), false);
    row("schema quarantine list shop.orders", keys("name total rows"), false);
    row("schema quarantine replay shop.orders --all", keys("name stored kept dropped left"), false);
    row("schema quarantine drop shop.orders 4 --yes", keys("name stored kept dropped left"), false);
    row("trash list", keys("items days max_bytes"), false);
    row("trash restore shop.orders", keys("ok items"), false);
    row("trash purge --all --confirm trash", keys("ok items"), false);
    row("trash limits --days 3650", keys("items days max_bytes"), false);
    row("audit --limit 5", keys("at actor action subject detail"), true);
    row("schema verify shop.orders", keys("equal tables"), false);
    row("schema reconcile shop.orders", keys("done tables"), false);
    row("schema sync shop.orders", keys("exit_code runs"), false);
    row("sync", keys("exit_code runs"), false);
    row("status", keys("engine sources tables enabled problems ok"), false);
    row("history", keys("run_id status rows_read error"), true);
    row("history log 41", keys("seq level text"), true);
    row("query SELECT", keys("z a a_1"), true);
    row("sample create", keys("source schemas"), false);
    row("sample create --sync", keys("source schemas sync"), false);
    row("sample edit", keys("edited"), false);
    row("doctor", keys("healthy findings done"), false);
    row("doctor --fix free-leases", keys("healthy findings done"), false);
    row("profile", keys("profile warehouse bytes versions error"), false);
    row("help", keys("help"), false);
    row("completion fish", keys("shell script"), false);
}

void TestCliCommands::jsonOfEveryVerb()
{
    QFETCH(QString, line);
    QFETCH(QStringList, keys);
    QFETCH(bool, array);
    lab::CliLab lab;
    lab.terminal.input = "first\nsecond\n";
    lab.engine.onSync = [](lab::FakeControl& control, const SyncSchemas& sync, const std::vector<RunId>& ids) {
        std::vector<RunInfo> runs;
        for (std::size_t i = 0; i < ids.size(); ++i)
            runs.push_back(lab::runOf(*control.engine().world.schema(sync.ids[i]), ids[i], RunStatus::Completed));
        control.end(runs);
    };
    const lab::Ran ran = lab.run((line + QStringLiteral(" --json")).split(QLatin1Char(' ')));
    QCOMPARE(ran.code, 0);
    const QJsonDocument json = ran.json();
    QCOMPARE(json.isArray(), array);
    const QJsonObject object = array ? json.array().at(0).toObject() : json.object();
    for (const QString& key : keys)
        QVERIFY2(object.contains(key), qPrintable(key + QStringLiteral(" in ") + ran.out));
    // The same without --json prints something and no JSON.
    const lab::Ran text = lab.run(line.split(QLatin1Char(' ')));
    QVERIFY(!(text.out + text.err).isEmpty());
    QVERIFY(!text.out.startsWith(QLatin1Char('{')) && !text.out.startsWith(QLatin1Char('[')));
}

void TestCliCommands::addWithUrlAndTables()
{
    lab::CliLab lab;
    const lab::Ran ran = lab.run("source add x postgresql://me@db/shop --set port=6432 --table order* --table audit.log --suggested");
    QCOMPARE(ran.code, 0);
    const AddSource* add = lab.engine.last<AddSource>();
    QCOMPARE(add->draft.name, QStringLiteral("x"));
    QCOMPARE(add->draft.type, QStringLiteral("postgres"));
    QCOMPARE(add->draft.settings.value(QStringLiteral("host")), QStringLiteral("db.example.com"));
    QCOMPARE(add->draft.settings.value(QStringLiteral("port")), QStringLiteral("6432"));
    QVERIFY(!add->enableAll && !add->saveUnreachable);
    QCOMPARE(add->tables.size(), std::size_t(2));
    QCOMPARE(add->tables[0].table.name, QStringLiteral("orders"));
    QVERIFY(add->tables[0].config.syncType == SyncType::Incremental);
    QCOMPARE(add->tables[0].config.incrementalField, QStringLiteral("updated_at"));
    QCOMPARE(add->tables[0].config.primaryKeyColumns, QStringList{QStringLiteral("id")});
    QVERIFY(add->tables[0].config.shouldSync && add->tables[1].config.shouldSync);
    QCOMPARE(lab.run("source add y --type postgres --set host=db --table nope").code, 64);
    QCOMPARE(lab.run("source add y postgresql://me@db/shop --type sqlite").code, 64);
    QCOMPARE(lab.run("source add y postgresql://me@db/shop --all --table x").code, 64);
    QCOMPARE(lab.run("source add y postgresql://me@db/shop --all").code, 0);
    QVERIFY(lab.engine.last<AddSource>()->enableAll);
    QCOMPARE(lab.run("source add y postgresql://me@db/shop --all --suggested").code, 0);
    QVERIFY(!lab.engine.last<AddSource>()->enableAll);
    QCOMPARE(lab.engine.last<AddSource>()->tables.size(), std::size_t(2));
    QCOMPARE(lab.run("source add y postgresql://me@db/shop --table orders").code, 0);
    QVERIFY(lab.engine.last<AddSource>()->tables[0].config.syncType == SyncType::FullRefresh);
    QCOMPARE(lab.run("source add y postgresql://me@db/shop --suggested").code, 64);
}

void TestCliCommands::addUnreachable()
{
    lab::CliLab lab;
    lab.engine.answer = [](Command& command) -> std::optional<Result<Reply>> {
        const auto* add = std::get_if<AddSource>(&command);
        if (add == nullptr || add->saveUnreachable)
            return std::nullopt;
        return Result<Reply>(makeError(ErrorCode::ConnectionRefused, {},
            {{QStringLiteral("host"), QStringLiteral("db")}, {QStringLiteral("port"), QStringLiteral("5432")}}));
    };
    const lab::Ran ran = lab.run("source add x --type postgres --set host=db");
    QCOMPARE(ran.code, 69);
    QVERIFY(ran.err.contains(QStringLiteral("db refused the connection on port 5432")));
    QVERIFY(ran.err.contains(QStringLiteral("--save-unreachable")));
    QCOMPARE(lab.run("source add x --type postgres --set host=db --save-unreachable").code, 0);
}

void TestCliCommands::schemaSetSaysWhatItWouldDo_T37()
{
    lab::CliLab lab;
    const lab::Ran ran = lab.run("schema set shop.orders incremental_field=id --dry-run");
    QCOMPARE(ran.code, 0);
    QVERIFY(lab.engine.last<SetSchemas>() == nullptr);
    QVERIFY(ran.out.contains(QStringLiteral("resync_required")));
    QVERIFY2(ran.err.contains(QStringLiteral("About 1,000 rows. About 1.5 min.")), qPrintable(ran.err));
}

void TestCliCommands::thenAndWhenRunningAreSent_T18b_T48()
{
    lab::CliLab lab;
    QCOMPARE(lab.run("schema set shop.orders incremental_field=id --then rewind=5 --when-running cancel").code, 0);
    const SetSchemas* set = lab.engine.last<SetSchemas>();
    QVERIFY(set->after == AfterChange::Rewind && set->whenRunning == WhenRunning::CancelAndApply);
    QCOMPARE(set->rewindTo, QStringLiteral("5"));
    for (const char* bad : {"schema set shop.orders columns=id --then wipe", "schema set shop.orders columns=id --then rewind",
             "schema set shop.orders columns=id --when-running now"})
        QCOMPARE(lab.run(bad).code, 64);
}

void TestCliCommands::destructiveVerbsNeedTheName_D56_D57()
{
    lab::CliLab lab;
    QCOMPARE(lab.run("schema delete-data shop.orders").code, 64);
    QCOMPARE(lab.run("schema delete-data shop.orders --confirm orders").code, 64);
    QVERIFY(lab.engine.last<DestroyData>() == nullptr);
    QCOMPARE(lab.run("schema delete-data shop.orders --confirm shop.orders").code, 0);
    QCOMPARE(lab.engine.last<DestroyData>()->confirmation.token, QStringLiteral("token"));
    QCOMPARE(lab.engine.last<DestroyData>()->confirmation.typedName, QStringLiteral("shop.orders"));
    lab.terminal.keyboard = true;
    lab.terminal.input = "no\n";
    QCOMPARE(lab.run("schema delete-data shop.orders").code, 130);
    lab.terminal.keyboard = false;
    QCOMPARE(lab.run("source remove shop --yes").code, 0);
    lab.engine.production = true;                      // a general yes does not do there
    QCOMPARE(lab.run("source remove shop --yes").code, 64);
    lab.engine.production = false;
    lab.engine.protection = Protection::Off;
    QCOMPARE(lab.run("schema delete-data shop.orders").code, 0);
}

void TestCliCommands::trashItemsAreFoundByIdAndName()
{
    lab::CliLab lab;
    QCOMPARE(lab.run("trash restore shop.orders").code, 0);
    QVERIFY(lab.engine.last<RestoreTrash>()->ids == std::vector<qint64>{9});
    QCOMPARE(lab.run("trash restore 8").code, 0);
    QVERIFY(lab.engine.last<RestoreTrash>()->ids == std::vector<qint64>{8});
    QCOMPARE(lab.run("trash restore nothing").code, 64);
    QCOMPARE(lab.run("trash purge").code, 64);
    for (const char* bad : {"trash limits --days -1", "trash limits --days -3", "trash limits --days 9999", "trash limits --max-mb -4"})
        QCOMPARE(lab.run(bad).code, 64);
    QVERIFY(!lab.engine.last<SetTrashLimits>());
    // The items of the trash are of 2026-01-02: nothing of them fits, and nothing goes without its confirmation.
    QCOMPARE(lab.run("trash limits --days 0").code, 64);
    QVERIFY(!lab.engine.last<SetTrashLimits>() && !lab.engine.last<DestroyData>());
    QCOMPARE(lab.run("trash limits --days 0 --confirm trash").code, 0);
    QVERIFY(lab.engine.last<DestroyData>()->trash == (std::vector<qint64>{9, 8}));
    QCOMPARE(lab.engine.last<SetTrashLimits>()->limits.days, 0);
    QCOMPARE(lab.run("schema quarantine replay shop.orders").code, 64);
    QCOMPARE(lab.run("schema quarantine drop shop.orders 4").code, 64);
    QCOMPARE(lab.run("schema quarantine drop shop.orders four --yes").code, 64);
}

void TestCliCommands::aKeyThatIsNotUniqueFails_T22()
{
    lab::CliLab lab;
    const lab::Ran ran = lab.run("schema check-key shop.orders tenant,id");
    QCOMPARE(ran.code, 1);
    QCOMPARE(lab.engine.last<CheckKey>()->columns.size(), 2);
    QVERIFY(ran.out.contains(QLatin1Char('7')));
}

void TestCliCommands::schemaSetManyTables()
{
    lab::CliLab lab;
    const lab::Ran ran = lab.run("schema set shop.* shop.orders sync_type=incremental incremental_field=updated_at primary_key_columns=a,b");
    QCOMPARE(ran.code, 0);
    const SetSchemas* set = lab.engine.last<SetSchemas>();
    QCOMPARE(set->ids.size(), std::size_t(4));
    QVERIFY(*set->patch.syncType == SyncType::Incremental);
    QCOMPARE(*set->patch.incrementalField, QStringLiteral("updated_at"));
    QCOMPARE(*set->patch.primaryKeyColumns, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(!set->patch.shouldSync && !set->patch.columns);
    QCOMPARE(set->expectedRevision, qint64(0));
}

void TestCliCommands::schemaSetChecksTheRevisionOfOne()
{
    lab::CliLab lab;
    lab.engine.schema(QStringLiteral("orders")).revision = 7;
    QCOMPARE(lab.run("schema set shop.orders should_sync=no").code, 0);
    QCOMPARE(lab.engine.last<SetSchemas>()->expectedRevision, qint64(7));
    // A table whose name holds "=" is a name.
    lab.engine.schema(QStringLiteral("orders")).label = QStringLiteral("a=b");
    QCOMPARE(lab.run("schema set shop.a=b should_sync=yes").code, 0);
    QVERIFY(lab.engine.last<SetSchemas>()->ids == std::vector<SchemaId>{SchemaId{2}});
}

void TestCliCommands::pauseAndResume()
{
    lab::CliLab lab;
    QCOMPARE(lab.run("schema pause shop.orders shop.customers").code, 0);
    QCOMPARE(*lab.engine.last<SetSchemas>()->patch.shouldSync, false);
    QCOMPARE(lab.engine.last<SetSchemas>()->ids.size(), std::size_t(2));
    QCOMPARE(lab.run("schema resume shop.orders").code, 0);
    QCOMPARE(*lab.engine.last<SetSchemas>()->patch.shouldSync, true);
}

void TestCliCommands::queryKeepsColumnOrder()
{
    lab::CliLab lab;
    const lab::Ran ran = lab.run({QStringLiteral("query"), QStringLiteral("SELECT 1"), QStringLiteral("--json")});
    QCOMPARE(ran.out, QStringLiteral("[\n  {\"z\": 7, \"a\": \"x,\\\"y\\\"\", \"a_1\": null},\n"
                                     "  {\"z\": 1234, \"a\": \"b\", \"a_1\": \"\"}\n]\n"));
    QCOMPARE(lab.engine.last<RunQuery>()->sql, QStringLiteral("SELECT 1"));
    QCOMPARE(lab.engine.last<RunQuery>()->maxRows, qint64(-1));
}

void TestCliCommands::queryTableGolden()
{
    lab::CliLab lab;
    QCOMPARE(lab.run("query SELECT").out, QStringLiteral("   z  a      a\n"
                                                         "   7  x,\"y\"  NULL\n"
                                                         "1234  b\n"));
    QCOMPARE(lab.run("query SELECT --plain --no-headers").out, QStringLiteral("7\tx,\"y\"\t\n1234\tb\t\n"));
}

void TestCliCommands::queryCsv()
{
    lab::CliLab lab;
    lab.terminal.input = "SELECT 2";
    QCOMPARE(lab.run("query - --csv").out, QStringLiteral("z,a,a\r\n7,\"x,\"\"y\"\"\",\r\n1234,b,\"\"\r\n"));
    QCOMPARE(lab.engine.last<RunQuery>()->sql, QStringLiteral("SELECT 2"));
}

void TestCliCommands::queryLimits()
{
    lab::CliLab lab;
    lab.run("query SELECT");
    QCOMPARE(lab.engine.last<RunQuery>()->maxRows, qint64(1000));
    lab.run("query SELECT --max-rows 0");
    QCOMPARE(lab.engine.last<RunQuery>()->maxRows, qint64(-1));
    lab.run("query SELECT --max-rows 5 --csv");
    QCOMPARE(lab.engine.last<RunQuery>()->maxRows, qint64(5));
    lab.engine.answer = [](Command&) -> std::optional<Result<Reply>> {
        QueryResult result;
        result.columns = result.types = {QStringLiteral("a")};
        result.truncated = true;
        return Result<Reply>(Reply(result));
    };
    QVERIFY(lab.run("query SELECT").err.contains(QStringLiteral("--max-rows 0")));
    QCOMPARE(lab.run("query SELECT --json").out, QStringLiteral("[]\n"));
}

void TestCliCommands::verifyOutcomes()
{
    lab::CliLab lab;
    QCOMPARE(lab.run("schema verify shop.orders").code, 0);
    lab.engine.answer = [](Command& command) -> std::optional<Result<Reply>> {
        VerifyReport report;
        report.schemaId = std::get<VerifySchema>(command).id;
        report.missing = 1;
        report.missingKeys = {QStringLiteral("42")};
        return Result<Reply>(Reply(report));
    };
    const lab::Ran ran = lab.run("schema verify shop.orders");
    QCOMPARE(ran.code, 1);
    QVERIFY(ran.out.contains(QStringLiteral("differs")));
    QVERIFY(ran.err.contains(QStringLiteral("missing keys: 42")));
    QVERIFY(ran.err.contains(QStringLiteral("leatctl schema verify --repair shop.orders")));
    QCOMPARE(lab.run("schema verify shop.orders --json").json().object().value(QStringLiteral("equal")).toBool(true), false);
}

void TestCliCommands::verifyRepairs()
{
    lab::CliLab lab;
    lab.engine.answer = [](Command& command) -> std::optional<Result<Reply>> {
        VerifyReport report;
        report.schemaId = std::get<VerifySchema>(command).id;
        report.differing = 1;
        report.differingKeys = {QStringLiteral("7")};
        report.values = {{QStringLiteral("7"), QStringLiteral("note"), QStringLiteral("new"), std::nullopt}};
        report.repaired = std::get<VerifySchema>(command).repair;
        return Result<Reply>(Reply(report));
    };
    QCOMPARE(lab.run("schema verify shop.orders").code, 1);
    const lab::Ran ran = lab.run("schema verify shop.orders --repair");
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.contains(QStringLiteral("repaired")));
    QVERIFY2(ran.err.contains(QStringLiteral("7: note: new at the source, NULL in the warehouse")), qPrintable(ran.err));
    const QJsonObject table = lab.run("schema verify shop.orders --repair --json").json().object()
        .value(QStringLiteral("tables")).toArray().first().toObject();
    QCOMPARE(table.value(QStringLiteral("repaired")).toBool(), true);
    QCOMPARE(table.value(QStringLiteral("values")).toArray().size(), 1);
}

void TestCliCommands::verifyOfSeveral()
{
    lab::CliLab lab;
    lab.engine.answer = [](Command& command) -> std::optional<Result<Reply>> {
        if (std::get<VerifySchema>(command).id == SchemaId{2})
            return Result<Reply>(makeError(ErrorCode::ConnectionRefused));
        return std::nullopt;
    };
    QCOMPARE(lab.run("schema verify shop.orders").code, 69);
    const lab::Ran both = lab.run("schema verify shop.orders shop.customers --json");
    QCOMPARE(both.code, 1); // one was compared
    QCOMPARE(both.json().object().value(QStringLiteral("tables")).toArray().size(), 2);
}

void TestCliCommands::testReportsTheFailedStep()
{
    lab::CliLab lab;
    lab.engine.answer = [](Command&) -> std::optional<Result<Reply>> {
        CheckReport report;
        report.steps.push_back({CheckStep::Kind::Dns, CheckStep::State::Ok, QStringLiteral("10.0.0.5"), 3, {}});
        CheckStep login{CheckStep::Kind::Login, CheckStep::State::Failed, {}, 5, {}};
        login.error = makeError(ErrorCode::AuthenticationFailed, QStringLiteral("FATAL: raw"), {{QStringLiteral("host"), QStringLiteral("db")}, {QStringLiteral("user"), QStringLiteral("me")}});
        login.error->sqlState = QStringLiteral("28P01");
        report.steps.push_back(login);
        return Result<Reply>(Reply(report));
    };
    const lab::Ran ran = lab.run("source test shop");
    QCOMPARE(ran.code, 77);
    QVERIFY(ran.out.contains(QStringLiteral("login")) && ran.err.contains(QStringLiteral("[authentication-failed]")));
    QVERIFY(!ran.err.contains(QStringLiteral("FATAL: raw")));
    const lab::Ran verbose = lab.run("source test shop --verbose");
    QVERIFY(verbose.err.contains(QStringLiteral("FATAL: raw")) && verbose.err.contains(QStringLiteral("28P01")));
    QCOMPARE(lab.run("source test shop --json").code, 77);
}

void TestCliCommands::historyFilters()
{
    lab::CliLab lab;
    QCOMPARE(lab.run("history --source shop --schema shop.orders --status held-back --limit 7").code, 0);
    const HistoryFilter& filter = lab.engine.last<LoadHistory>()->filter;
    QCOMPARE(filter.sourceId->value, qint64(1));
    QCOMPARE(filter.schemaId->value, qint64(2));
    QVERIFY(*filter.status == RunStatus::HeldBack);
    QCOMPARE(filter.limit, 7);
}

void TestCliCommands::longLogsArePaged()
{
    lab::CliLab lab;
    lab.engine.answer = [](Command& command) -> std::optional<Result<Reply>> {
        const auto& load = std::get<LoadRunLog>(command);
        LogPage page;
        for (qint64 seq = load.afterSeq + 1; seq <= 2500 && qint64(page.lines.size()) < load.limit; ++seq)
            page.lines.push_back({seq, {}, LogLevel::Info, QStringLiteral("x")});
        return Result<Reply>(Reply(page));
    };
    QCOMPARE(lab.run("history log 3 --json").json().array().size(), 2500);
    QCOMPARE(lab.engine.last<LoadRunLog>()->run.value, qint64(3));
}

void TestCliCommands::errorsOfTheEngine()
{
    lab::CliLab lab;
    lab.engine.answer = [](Command&) -> std::optional<Result<Reply>> {
        return Result<Reply>(makeError(ErrorCode::QueryNotReadOnly, QStringLiteral("DELETE")));
    };
    const lab::Ran ran = lab.run("query DELETE");
    QCOMPARE(ran.code, 64);
    QVERIFY(ran.err.contains(QStringLiteral("[query-not-read-only]")));
    QVERIFY(ran.out.isEmpty());
    lab.engine.answer = [](Command&) -> std::optional<Result<Reply>> {
        return Result<Reply>(makeError(ErrorCode::WarehouseQueryFailed, QStringLiteral("Catalog Error: no nope\n\nLINE 1: x")));
    };
    const lab::Ran wrong = lab.run("query x");
    QCOMPARE(wrong.code, 65);
    QVERIFY2(wrong.err.startsWith(QStringLiteral("Error: The query failed: Catalog Error: no nope [warehouse-query-failed]\n")), qPrintable(wrong.err));
    QVERIFY(wrong.err.contains(QStringLiteral("--verbose")) && !wrong.err.contains(QStringLiteral("LINE 1")));
    QVERIFY(lab.run("query x --verbose").err.contains(QStringLiteral("    LINE 1: x\n")));
    lab.engine.answer = [](Command&) -> std::optional<Result<Reply>> {
        return Result<Reply>(makeError(ErrorCode::QueryNotReadOnly, QStringLiteral("DELETE")));
    };
    QCOMPARE(lab.run("query DELETE --json").json().object().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(),
        QStringLiteral("query-not-read-only"));
}

void TestCliCommands::doctorProblems()
{
    lab::CliLab lab;
    lab.engine.answer = [](Command&) -> std::optional<Result<Reply>> {
        return Result<Reply>(Reply(DoctorReport{{{QStringLiteral("Disk"), DoctorFinding::State::Problem,
            QStringLiteral("2 MB free"), QStringLiteral("Make room.")}}}));
    };
    const lab::Ran ran = lab.run("doctor");
    QCOMPARE(ran.code, 1);
    QVERIFY(ran.out.contains(QStringLiteral("2 MB free")) && ran.err.contains(QStringLiteral("Make room.")));
}

void TestCliCommands::doctorFixes()
{
    lab::CliLab lab;
    DoctorReport report;
    report.findings = {{QStringLiteral("Leases"), DoctorFinding::State::Warning, QStringLiteral("1 run"), {}, QStringLiteral("leases"), {QStringLiteral("shop.orders: run 4")},
            {{QStringLiteral("free-leases"), QStringLiteral("Free the tables"), QStringLiteral("Marks the runs."), false, {}}}},
        {QStringLiteral("Unknown tables"), DoctorFinding::State::Warning, QStringLiteral("1 table"), {}, QStringLiteral("unknown-tables"), {QStringLiteral("main.scratch: 7 rows")},
            {{QStringLiteral("trash:main.scratch"), QStringLiteral("Move main.scratch to the trash"), QStringLiteral("The trash keeps it."), true, QStringLiteral("token")}}}};
    std::vector<FixFinding> asked;
    lab.engine.answer = [&](Command& command) -> std::optional<Result<Reply>> {
        if (auto* fix = std::get_if<FixFinding>(&command)) {
            asked.push_back(*fix);
            return Result<Reply>(Reply(DoctorReport{{}, QStringLiteral("Freed.")}));
        }
        return Result<Reply>(Reply(report));
    };
    const lab::Ran list = lab.run("doctor");
    QCOMPARE(list.code, 0);
    for (const char* part : {"shop.orders: run 4", "free-leases", "trash:main.scratch", "The trash keeps it."})
        QVERIFY2(list.out.contains(QLatin1String(part)), part);
    QVERIFY(lab.run("doctor --fix free-leases").err.contains(QStringLiteral("Freed.")));
    QCOMPARE(asked.size(), size_t{1});
    // What deletes wants a yes; by number it is the same fix.
    const lab::Ran refused = lab.run("doctor --fix trash:main.scratch --no-input");
    QCOMPARE(refused.code, 64);
    QVERIFY(refused.err.contains(QStringLiteral("--yes")) && refused.err.contains(QStringLiteral("main.scratch: 7 rows")));
    QCOMPARE(asked.size(), size_t{1});
    QCOMPARE(lab.run("doctor --fix 2 --yes").code, 0);
    QCOMPARE(asked.back().id, QStringLiteral("trash:main.scratch"));
    QCOMPARE(asked.back().token, QStringLiteral("token"));
    QVERIFY(lab.run("doctor --fix 3").code != 0);
    QVERIFY(lab.run("doctor --yes").code != 0);
    QCOMPARE(asked.size(), size_t{2});
}

void TestCliCommands::lateTablesAreNeverGreen_G22()
{
    lab::CliLab lab;
    QVERIFY(lab.run("status --json").json().object().value(QStringLiteral("ok")).toBool());
    SchemaInfo& orders = lab.engine.world.schemas[1];
    orders.config.syncFrequency = SyncFrequency::EveryHour;
    orders.lastSyncedAt = QDateTime::currentDateTimeUtc().addSecs(-3 * 3600);
    QVERIFY(lab.run("schema show shop.orders").out.contains(QStringLiteral("late")));
    QVERIFY(lab.run("schema list --status late").out.contains(QStringLiteral("shop.orders")));
    QVERIFY(!lab.run("schema list --status late").out.contains(QStringLiteral("shop.customers")));
    const QJsonObject shown = lab.run("schema show shop.orders --json").json().object();
    QVERIFY(shown.value(QStringLiteral("late")).toBool());
    const QJsonObject status = lab.run("status --json").json().object();
    QVERIFY(!status.value(QStringLiteral("ok")).toBool(true));
    QCOMPARE(status.value(QStringLiteral("problems")).toArray().size(), 1);
    orders.config.shouldSync = false; // paused by a person: it is not late
    orders.status = SchemaStatus::Paused;
    QVERIFY(!lab.run("schema show shop.orders --json").json().object().value(QStringLiteral("late")).toBool(true));
}

void TestCliCommands::quietTablesAreNeverGreen_T220()
{
    lab::CliLab lab;
    SchemaInfo& orders = lab.engine.world.schemas[1];
    QVERIFY(lab.run("schema show shop.orders --json").json().object().value(QStringLiteral("quiet_since")).isNull());
    orders.quietSince = QDateTime(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC);
    const QString shown = lab.run("schema show shop.orders").out;
    for (const char* part : {"quiet", "Nothing new since", "schema verify"})
        QVERIFY2(shown.contains(QLatin1String(part)), part);
    QVERIFY(lab.run("schema list --status quiet").out.contains(QStringLiteral("shop.orders")));
    QVERIFY(lab.run("schema show shop.orders --json").json().object().value(QStringLiteral("quiet_since")).toString().startsWith(QStringLiteral("2026-06-01T10:00")));
    const QJsonObject status = lab.run("status --json").json().object();
    QVERIFY(!status.value(QStringLiteral("ok")).toBool(true));
    QCOMPARE(status.value(QStringLiteral("problems")).toArray().size(), 1);
}

void TestCliCommands::whyNothingWasComparedIsSaid()
{
    lab::CliLab lab;
    SchemaInfo& orders = lab.engine.world.schemas[1];
    QVERIFY(!lab.run("schema show shop.orders").out.contains(QStringLiteral("Not verified")));
    orders.verifyFailure = {QDateTime(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC), makeError(ErrorCode::TableMissing, {}, {{QStringLiteral("table"), QStringLiteral("orders")}})};
    const QString shown = lab.run("schema show shop.orders").out;
    for (const char* part : {"Not verified", "no longer at the source"})
        QVERIFY2(shown.contains(QLatin1String(part)), qPrintable(shown));
    const QJsonObject json = lab.run("schema show shop.orders --json").json().object();
    QVERIFY(json.value(QStringLiteral("verify_failed_at")).toString().startsWith(QStringLiteral("2026-06-01T10:00")));
    QCOMPARE(json.value(QStringLiteral("verify_error")).toObject().value(QStringLiteral("code")).toString(), QStringLiteral("table-missing"));
}

void TestCliCommands::theGuaranteeIsSaid_W11()
{
    lab::CliLab lab;
    SchemaInfo& orders = lab.engine.world.schemas[1];
    orders.guarantee = Guarantee::CursorOnly;
    orders.config.syncType = SyncType::Incremental;
    orders.proof.verifiedAt = QDateTime(QDate(2026, 6, 1), QTime(10, 0), Qt::UTC);
    orders.proof.missing = 3;
    orders.nextVerifyAt = orders.proof.verifiedAt.addDays(1);
    orders.config.verifyEvery = VerifyEvery::Daily;
    const QJsonObject json = lab.run("schema show shop.orders --json").json().object();
    QCOMPARE(json.value(QStringLiteral("tier")).toInt(), 3);
    QCOMPARE(json.value(QStringLiteral("deletes_tracked")).toBool(true), false);
    QCOMPARE(json.value(QStringLiteral("verify_every")).toString(), QStringLiteral("daily"));
    QVERIFY(json.value(QStringLiteral("next_verify_at")).toString().startsWith(QStringLiteral("2026-06-02T10:00")));
    const QJsonObject proof = json.value(QStringLiteral("proof")).toObject();
    QCOMPARE(proof.value(QStringLiteral("missing")).toInt(), 3);
    QVERIFY(!proof.value(QStringLiteral("verified_at")).toString().isEmpty());
    const QString text = lab.run("schema show shop.orders").out;
    for (const char* part : {"tier 3", "not tracked", "3 missing", "Verifies next"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
}

void TestCliCommands::fullDiskOnOutput()
{
    lab::CliLab lab;
    lab.terminal.writeProblem = QStringLiteral("No space left on device");
    const lab::Ran ran = lab.run("source list");
    QCOMPARE(ran.code, 73);
    QVERIFY(ran.err.contains(QStringLiteral("No space left on device")));
}

QTEST_GUILESS_MAIN(TestCliCommands)
#include "tst_clicommands.moc"
