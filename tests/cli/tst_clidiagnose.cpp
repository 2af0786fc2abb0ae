// SPDX-License-Identifier: GPL-3.0-or-later
#include "clilab.h"

#include "app/cli/usage.h"
#include "engine/api/commandwords.h"
#include "engine/diagnose/incidents.h"

#include <QTemporaryFile>
#include <QTest>

#include <algorithm>

using namespace leat;
using namespace leat::lab;

namespace {

DiagnosisReport reportOf(Cause cause, const World& world)
{
    DiagnosisReport report;
    report.sourceId = world.schemas.front().sourceId;
    report.schemaId = world.schemas.front().id;
    report.subject = QStringLiteral("shop.orders");
    report.affected = {world.schemas.front().id};
    report.diagnosis = diagnosisOf(cause, QStringLiteral("TEST"), Confidence::High);
    report.facts.push_back({DiagnosisFact::State::Problem, QStringLiteral("Source"), QStringLiteral("away")});
    return report;
}

void answerWith(CliLab& lab, Cause cause)
{
    lab.engine.answer = [&lab, cause](Command& command) -> std::optional<Result<Reply>> {
        if (std::holds_alternative<Diagnose>(command))
            return Result<Reply>(Reply(reportOf(cause, lab.engine.world)));
        return std::nullopt;
    };
    lab.engine.onSync = [](FakeControl& control, const SyncSchemas& sync, const std::vector<RunId>& runs) {
        for (const SchemaInfo& schema : control.engine().world.schemas)
            if (schema.id == sync.ids.front())
                return control.end({runOf(schema, runs.front(), RunStatus::Completed)});
    };
}

qint64 numberOf(Cause cause, const char* id)
{
    qint64 number = 0;
    for (const DiagnosisAction& action : diagnosisOf(cause, {}, Confidence::High).actions) {
        ++number;
        if (action.id == QLatin1String(id))
            return number;
    }
    return -1;
}

/// As a POSIX shell splits what these commands are made of: blanks, '…' and \'.
QStringList shellSplit(const QString& line)
{
    QStringList words;
    QString word;
    bool quoted = false;
    bool any = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == QLatin1Char('\'')) {
            quoted = !quoted;
            any = true;
        } else if (!quoted && c == QLatin1Char('\\')) {
            word += line[++i];
        } else if (!quoted && c == QLatin1Char(' ')) {
            if (any)
                words.append(word);
            word.clear();
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    return any ? words << word : words;
}

/// What the deepest command of a line takes as words that are no options; nullopt: leatctl does not know the line.
std::optional<QStringList> wordsTaken(const QStringList& arguments)
{
    Invocation unused;
    const std::unique_ptr<CLI::App> root = makeCommandTree(unused);
    if (findUnknown(*root, arguments))
        return std::nullopt;
    std::vector<std::string> reversed;
    for (const QString& argument : arguments)
        reversed.insert(reversed.begin(), argument.toStdString());
    try {
        root->parse(reversed);
    } catch (const CLI::Error&) {
        return std::nullopt;
    }
    const CLI::App* command = root.get();
    while (!command->get_subcommands().empty())
        command = command->get_subcommands().front();
    QStringList words;
    for (const CLI::Option* option : command->get_options())
        if (option->get_positional())
            for (const std::string& value : option->results())
                words.append(QString::fromStdString(value));
    return words;
}

QStringList fixLine(Cause cause, const char* id)
{
    return {QStringLiteral("diagnose"), QStringLiteral("shop.orders"), QStringLiteral("--fix"),
        QString::number(numberOf(cause, id))};
}

} // namespace

class TestCliDiagnose final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandOfAnActionIsKnown_data();
    void everyCommandOfAnActionIsKnown();
    void whatIsMissingInACommandIsExplained();
    void textNeedsNoProfile_D34();
    void codeAndTypeAreUsed();
    void emptyTextIsAnswered_D44();
    void logFromStandardInput();
    void logFile();
    void textAndNameExclude();
    void namedThingsShowEvidence_D1_D22();
    void unknownNameIsUsage();
    void fixSyncsAfterATest_D45();
    void fixCancelsAndSyncs_D51();
    void fixResyncsSafely_D49();
    void fixRefreshesTables_D48();
    void fixCompares_D49();
    void fixWithoutNewTablesEnablesNone_D48();
    void fixPauses_D53();
    void fixRefusesWhatDeletes_D56_D57();
    void fixRefusesWhatNeedsAPerson_D46();
    void incidentsInJson();
    void whatIncidentsTellIsNowhereGreen_D3();
    void noIncidents();
};

void TestCliDiagnose::everyCommandOfAnActionIsKnown_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("table");
    QTest::newRow("plain") << QStringLiteral("shop") << QStringLiteral("shop.orders");
    QTest::newRow("blank") << QStringLiteral("my shop") << QStringLiteral("my shop.order items");
    QTest::newRow("quotes") << QStringLiteral("o'shop") << QStringLiteral("o'shop.order's \\ \"$x\" `y`");
    QTest::newRow("pattern") << QStringLiteral("shop") << QStringLiteral("shop.*");
    QTest::newRow("dash") << QStringLiteral("-shop") << QStringLiteral("-shop.--orders");
}

void TestCliDiagnose::everyCommandOfAnActionIsKnown()
{
    QFETCH(QString, source);
    QFETCH(QString, table);
    int known = 0;
    for (const QString& id : allActionIds()) {
        const QString pattern = actionOf(id).command;
        if (pattern.isEmpty())
            continue;
        const QString line = filledCommand(pattern, source, table);
        QStringList words = shellSplit(line);
        QCOMPARE(words.takeFirst(), QStringLiteral("leatctl"));
        const std::optional<QStringList> taken = wordsTaken(words);
        QVERIFY2(taken, qPrintable(line));
        for (const QString& name : {QStringLiteral("{source}"), QStringLiteral("{schema}")})
            if (pattern.contains(name))
                QVERIFY2(taken->contains(name == QLatin1String("{source}") ? source : table), qPrintable(line));
        ++known;
    }
    QVERIFY(known > 15);
}

void TestCliDiagnose::whatIsMissingInACommandIsExplained()
{
    for (const QString& id : allActionIds()) {
        const QStringList words = actionOf(id).command.split(QLatin1Char(' '));
        for (const QString& word : words)
            if (const QString bare = QString(word).remove(QLatin1Char('=')); !bare.isEmpty() && bare == bare.toUpper() && bare != bare.toLower())
                QVERIFY2(placeholderNote(id).startsWith(word + QLatin1Char(' ')), qPrintable(actionOf(id).command));
    }
    CliLab lab;
    answerWith(lab, Cause::CursorTypeMismatch);
    const Ran shown = lab.run("diagnose shop.orders");
    QVERIFY2(shown.err.contains(QStringLiteral("FIELD=VALUE stands for")), qPrintable(shown.err));
    QVERIFY2(shown.err.contains(QStringLiteral("VALUE stands for the value of the cursor")), qPrintable(shown.err));
    const Ran refused = lab.run(fixLine(Cause::CursorTypeMismatch, "choose-fields"));
    QCOMPARE(refused.code, int(exitcode::Usage));
    QVERIFY2(refused.err.contains(QStringLiteral("FIELD=VALUE”. FIELD=VALUE stands for")), qPrintable(refused.err));
    QVERIFY(!refused.err.contains(QStringLiteral("which asks")));
}

void TestCliDiagnose::textNeedsNoProfile_D34()
{
    CliLab lab;
    const Ran ran = lab.run({QStringLiteral("--json"), QStringLiteral("diagnose"), QStringLiteral("--text"),
        QStringLiteral("FATAL: password authentication failed for user \"x\"")});
    QCOMPARE(ran.code, 0);
    QVERIFY(!lab.engine.opened);
    const QJsonObject json = ran.json().object();
    QCOMPARE(json.value(QStringLiteral("branch")).toString(), QStringLiteral("B"));
    QCOMPARE(json.value(QStringLiteral("category")).toString(), QStringLiteral("credentials"));
    QCOMPARE(json.value(QStringLiteral("retryable")).toBool(true), false);
    QVERIFY(!json.value(QStringLiteral("cause")).toString().isEmpty());
    const QJsonObject first = json.value(QStringLiteral("actions")).toArray().first().toObject();
    QCOMPARE(first.value(QStringLiteral("id")).toString(), QStringLiteral("rotate"));
    QCOMPARE(first.value(QStringLiteral("effect")).toString(), QStringLiteral("keeps-data"));
}

void TestCliDiagnose::codeAndTypeAreUsed()
{
    CliLab lab;
    const auto branch = [&lab](const char* line) {
        return lab.run(line).json().object().value(QStringLiteral("branch")).toString();
    };
    QCOMPARE(branch("--json diagnose --text x --code 28P01 --source-type postgres"), QStringLiteral("B"));
    QCOMPARE(branch("--json diagnose --text x --code 1205 --source-type mysql"), QStringLiteral("A"));
    QCOMPARE(branch("--json diagnose --text x --code 516 --source-type clickhouse"), QStringLiteral("B"));
    QCOMPARE(branch("--json diagnose --status BillingLimitReached"), QStringLiteral("H"));
}

void TestCliDiagnose::emptyTextIsAnswered_D44()
{
    CliLab lab;
    const Ran ran = lab.run({QStringLiteral("--json"), QStringLiteral("diagnose"), QStringLiteral("--text"), QString()});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.json().object().value(QStringLiteral("branch")).toString(), QStringLiteral("A"));
}

void TestCliDiagnose::logFromStandardInput()
{
    CliLab lab;
    lab.terminal.input = "2026-11-01 10:00:00 INFO starting\n2026-11-01 10:00:01 INFO connecting to db\n"
                         "2026-11-01 10:00:02 INFO reading orders\n2026-11-01 10:00:02 INFO page 1\n"
                         "2026-11-01 10:00:03 ERROR ERROR: column \"updated_at\" does not exist (SQLSTATE 42703)\n"
                         "2026-11-01 10:00:03 INFO cleaning up\n2026-11-01 10:00:04 INFO done\n";
    const Ran ran = lab.run("--json diagnose --text -");
    QCOMPARE(ran.json().object().value(QStringLiteral("branch")).toString(), QStringLiteral("C"));
    QVERIFY(ran.json().object().value(QStringLiteral("text")).toString().contains(QStringLiteral("42703")));
}

void TestCliDiagnose::logFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("401 Client Error: Unauthorized for url: https://api.example.com/v1/charges\n");
    file.close();
    CliLab lab;
    const Ran ran = lab.run({QStringLiteral("--json"), QStringLiteral("diagnose"), QStringLiteral("--file"), file.fileName()});
    QCOMPARE(ran.json().object().value(QStringLiteral("branch")).toString(), QStringLiteral("B"));
    QCOMPARE(lab.run({QStringLiteral("diagnose"), QStringLiteral("--file"), QStringLiteral("/no/such/file")}).code,
        int(exitcode::Unreachable));
}

void TestCliDiagnose::textAndNameExclude()
{
    CliLab lab;
    QCOMPARE(lab.run("diagnose shop --text x").code, int(exitcode::Usage));
    QCOMPARE(lab.run("diagnose --text x --fix 1").code, int(exitcode::Usage));
}

void TestCliDiagnose::namedThingsShowEvidence_D1_D22()
{
    CliLab lab;
    answerWith(lab, Cause::ColumnMissing);
    const Ran ran = lab.run("--json diagnose shop.orders");
    QCOMPARE(ran.code, int(exitcode::SomeFailed));
    const QJsonObject json = ran.json().object();
    QCOMPARE(json.value(QStringLiteral("branch")).toString(), QStringLiteral("C"));
    QCOMPARE(json.value(QStringLiteral("evidence")).toArray().size(), 1);
    QVERIFY(lab.engine.last<Diagnose>()->probe);
    QVERIFY(lab.engine.last<Diagnose>()->schema.isValid());
    (void)lab.run("diagnose shop --no-probe");
    QVERIFY(!lab.engine.last<Diagnose>()->probe);
    QVERIFY(!lab.engine.last<Diagnose>()->schema.isValid());
}

void TestCliDiagnose::unknownNameIsUsage()
{
    CliLab lab;
    QCOMPARE(lab.run("diagnose nowhere").code, int(exitcode::Usage));
    answerWith(lab, Cause::ColumnMissing);
    QCOMPARE(lab.run("diagnose shop.orders --fix 99").code, int(exitcode::Usage));
}

void TestCliDiagnose::fixSyncsAfterATest_D45()
{
    CliLab lab;
    answerWith(lab, Cause::ConnectionLost);
    const Ran ran = lab.run(fixLine(Cause::ConnectionLost, "sync"));
    QCOMPARE(ran.code, 0);
    QVERIFY(lab.engine.last<TestSource>());
    QVERIFY(lab.engine.last<SyncSchemas>() && !lab.engine.last<SyncSchemas>()->fromScratch);
    QCOMPARE(lab.engine.last<SyncSchemas>()->ids.size(), std::size_t(1));
}

void TestCliDiagnose::fixCancelsAndSyncs_D51()
{
    CliLab lab;
    answerWith(lab, Cause::RunStuck);
    const Ran ran = lab.run(fixLine(Cause::RunStuck, "cancel-sync"));
    QCOMPARE(ran.code, 0);
    QVERIFY(lab.engine.last<CancelSchemas>());
    QVERIFY(lab.engine.last<SyncSchemas>());
}

void TestCliDiagnose::fixResyncsSafely_D49()
{
    CliLab lab;
    answerWith(lab, Cause::DataWrong);
    const Ran ran = lab.run(fixLine(Cause::DataWrong, "resync"));
    QCOMPARE(ran.code, 0);
    QVERIFY(lab.engine.last<SyncSchemas>() && lab.engine.last<SyncSchemas>()->fromScratch);
}

void TestCliDiagnose::fixRefreshesTables_D48()
{
    CliLab lab;
    answerWith(lab, Cause::TableMissing);
    const Ran ran = lab.run(fixLine(Cause::TableMissing, "refresh"));
    QCOMPARE(ran.code, 0);
    QVERIFY(lab.engine.last<RefreshSource>());
    QVERIFY(!lab.engine.last<SyncSchemas>());
}

// Comparing needs nobody, and what differs is not left there.
void TestCliDiagnose::fixCompares_D49()
{
    CliLab lab;
    answerWith(lab, Cause::DataWrong);
    const auto diagnosed = lab.engine.answer;
    lab.engine.answer = [diagnosed](Command& command) -> std::optional<Result<Reply>> {
        if (!std::holds_alternative<VerifySchema>(command))
            return diagnosed(command);
        VerifyReport report;
        report.sourceRows = 3;
        report.missing = 2;
        return Result<Reply>(Reply(report));
    };
    const Ran ran = lab.run(fixLine(Cause::DataWrong, "verify"));
    QCOMPARE(ran.code, int(exitcode::SomeFailed));
    QVERIFY(lab.engine.last<VerifySchema>() && !lab.engine.last<VerifySchema>()->repair);
    QVERIFY2(ran.out.contains(QStringLiteral("differs")), qPrintable(ran.out));
    QVERIFY2(ran.err.contains(QStringLiteral("leatctl schema verify --repair shop.customers")), qPrintable(ran.err));
    QVERIFY(!ran.err.contains(QStringLiteral("needs you")));
}

void TestCliDiagnose::fixWithoutNewTablesEnablesNone_D48()
{
    CliLab lab;
    answerWith(lab, Cause::TableMissing);
    const auto diagnosed = lab.engine.answer;
    RefreshResult listing;
    lab.engine.answer = [&listing, diagnosed](Command& command) -> std::optional<Result<Reply>> {
        return std::holds_alternative<RefreshSource>(command) ? Result<Reply>(Reply(listing)) : diagnosed(command);
    };
    QVERIFY(!lab.run(fixLine(Cause::TableMissing, "refresh")).err.contains(QStringLiteral("Enable")));
    listing.added = QStringList{QStringLiteral("fresh")};
    const Ran ran = lab.run(fixLine(Cause::TableMissing, "refresh"));
    QVERIFY2(ran.err.contains(QStringLiteral("leatctl schema resume shop.TABLE")), qPrintable(ran.err));
}

void TestCliDiagnose::fixPauses_D53()
{
    CliLab lab;
    answerWith(lab, Cause::QuotaReached);
    const Ran ran = lab.run(fixLine(Cause::QuotaReached, "pause"));
    QCOMPARE(ran.code, 0);
    QVERIFY(lab.engine.last<SetSchemas>() && lab.engine.last<SetSchemas>()->patch.shouldSync == false);
    QVERIFY(!lab.engine.last<SyncSchemas>());
}

void TestCliDiagnose::fixRefusesWhatDeletes_D56_D57()
{
    CliLab lab;
    answerWith(lab, Cause::WarehouseDamaged);
    const Ran ran = lab.run(fixLine(Cause::WarehouseDamaged, "delete-data"));
    QCOMPARE(ran.code, int(exitcode::Usage));
    QVERIFY(ran.err.contains(QStringLiteral("leatctl schema delete-data")));
    QVERIFY(!lab.engine.last<SyncSchemas>());
}

void TestCliDiagnose::fixRefusesWhatNeedsAPerson_D46()
{
    CliLab lab;
    answerWith(lab, Cause::PasswordRejected);
    const Ran ran = lab.run(fixLine(Cause::PasswordRejected, "rotate"));
    QCOMPARE(ran.code, int(exitcode::Usage));
    QVERIFY(ran.err.contains(QStringLiteral("leatctl source rotate")));
}

void TestCliDiagnose::incidentsInJson()
{
    CliLab lab;
    SourceInfo& source = lab.engine.world.sources.front();
    source.status = SourceStatus::Error;
    source.latestError = makeError(ErrorCode::AuthenticationFailed);
    HealthFacts facts;
    facts.now = QDateTime::currentDateTimeUtc();
    lab.engine.world.incidents = incidentsOf(lab.engine.world, facts, Classifier());
    const QJsonArray incidents = lab.run("--json incidents").json().array();
    QVERIFY(!incidents.isEmpty());
    const QJsonObject first = incidents.first().toObject();
    QCOMPARE(first.value(QStringLiteral("status")).toString(), QStringLiteral("credentials"));
    QCOMPARE(first.value(QStringLiteral("subject")).toString(), QStringLiteral("shop"));
    const Ran text = lab.run("incidents");
    QCOMPARE(text.code, 0);
    QVERIFY(text.out.contains(QStringLiteral("leatctl source rotate shop")));
}

void TestCliDiagnose::whatIncidentsTellIsNowhereGreen_D3()
{
    CliLab lab;
    World& world = lab.engine.world;
    const auto line = [&lab](const char* command, const char* start) {
        for (const QString& each : lab.run(command).out.split(QLatin1Char('\n')))
            if (each.startsWith(QLatin1String(start)))
                return each;
        return QString();
    };
    QVERIFY(line("status", "Problems").endsWith(QStringLiteral(" 0")));
    HealthFacts facts;
    facts.now = QDateTime::currentDateTimeUtc();
    facts.differing[world.schemas[1].id] = {facts.now, 3, 0, 4, true};
    world.schemas[0].config.syncFrequency = SyncFrequency::EveryHour; // late for incidents, not yet at twice its interval
    world.schemas[0].lastSyncedAt = facts.now.addSecs(-100 * 60);
    SourceInfo empty = world.sources.front();
    empty.id = SourceId{2};
    empty.name = QStringLiteral("empty");
    empty.status = SourceStatus::Error;
    empty.latestError = makeError(ErrorCode::AuthenticationFailed);
    world.sources.push_back(empty);
    world.incidents = incidentsOf(world, facts, Classifier());
    QCOMPARE(world.incidents.size(), std::size_t(3));
    QVERIFY2(line("status", "Problems").contains(QStringLiteral(" 3; “leatctl incidents”")), qPrintable(lab.run("status").out));
    QVERIFY(line("status", "shop.orders").contains(QStringLiteral("Rows differ from the source: 3 missing")));
    QVERIFY(!lab.run("status").out.contains(QStringLiteral("To look at")));
    const QJsonObject status = lab.run("status --json").json().object();
    QVERIFY(!status.value(QStringLiteral("ok")).toBool(true));
    QCOMPARE(status.value(QStringLiteral("incidents")).toArray().size(), 3);
    QCOMPARE(status.value(QStringLiteral("problems")).toArray().size(), 2);
    QVERIFY(line("schema list", "shop.orders").contains(QStringLiteral("needs resync")));
    QVERIFY(line("schema list", "shop.customers").contains(QStringLiteral(" late ")));
    QVERIFY(line("schema list --status late", "shop.customers").contains(QStringLiteral(" late ")));
    QVERIFY(line("schema list --status ok", "shop.orders").isEmpty());
    QVERIFY(line("schema show shop.orders", "Problem").contains(QStringLiteral("Rows differ")));
    QCOMPARE(lab.run("schema show shop.orders --json").json().object().value(QStringLiteral("incident")).toObject().value(QStringLiteral("status")).toString(), QStringLiteral("needs-resync"));
    QVERIFY(line("source list", "shop").endsWith(QStringLiteral(" 2")));
    QVERIFY(line("source list", "empty").endsWith(QStringLiteral(" 1")));
    // A failure that is being tried again is no incident, nor is it passed over.
    world.incidents.clear();
    world.schemas[1].latestError = makeError(ErrorCode::ConnectionLost);
    world.schemas[1].status = SchemaStatus::Running;
    QVERIFY(line("status", "Problems").endsWith(QStringLiteral(" 0")));
    QVERIFY(line("status", "To look at").contains(QStringLiteral("1 table besides")));
    QVERIFY(!lab.run("status --json").json().object().value(QStringLiteral("ok")).toBool(true));
}

void TestCliDiagnose::noIncidents()
{
    CliLab lab;
    QCOMPARE(lab.run("--json incidents").json().array().size(), 0);
    QCOMPARE(lab.run("diagnose").code, 0);
}

QTEST_GUILESS_MAIN(TestCliDiagnose)
#include "tst_clidiagnose.moc"
