// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/syncwatch.h"
#include "app/cli/views.h"
#include "engine/api/jsonview.h"

namespace leat {

namespace {

struct RotateOptions
{
    QString name;
    std::vector<SecretRequest> secrets;
    bool testOnly = false;
    bool rollback = false;
    bool noSync = false;
};

void printReport(Output& out, const CredentialReport& report)
{
    TextTable table({{Cli::tr("CHECK")}, {Cli::tr("STORED")}, {Cli::tr("NEW")}});
    const auto word = [](bool good) { return good ? Cell(Cli::tr("ok"), Tone::Good) : Cell(Cli::tr("no"), Tone::Bad); };
    table.add({Cli::tr("login"), word(report.before.ok()), word(report.after.ok())});
    for (const PrivilegeCheck& check : report.tables)
        table.add({check.name, word(check.before), word(check.after)});
    out.table(table);
    if (!report.sharedWith.isEmpty())
        out.note(Cli::tr("The same password is stored for: %1.").arg(report.sharedWith.join(QStringLiteral(", "))));
}

void testOnly(Session& session, SourceId id, SecretMap secrets)
{
    TestCredentials command{id, std::move(secrets)};
    session.ask<CredentialReport>(std::move(command), [&session](const CredentialReport& report) {
        Output& out = session.out();
        if (out.json())
            out.document(toJson(report));
        else
            printReport(out, report);
        if (report.problem && !out.json())
            out.failureOf(Cli::tr("new password"), *report.problem);
        session.finish(report.problem ? exitCodeFor(report.problem->code) : exitcode::Ok);
    });
}

std::vector<SchemaInfo> waiting(const World& world, SourceId id)
{
    std::vector<SchemaInfo> schemas = schemasOf(world, id);
    std::erase_if(schemas, [](const SchemaInfo& schema) { return !schema.config.shouldSync || !schema.latestError; });
    return schemas;
}

void finishRotation(Session& session, const RotationResult& result, const std::vector<SchemaInfo>& schemas)
{
    Output& out = session.out();
    QJsonObject json = toJson(result.report);
    json[QLatin1String("rollback_until")] = result.rollbackUntil.isValid()
        ? QJsonValue(result.rollbackUntil.toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
    if (!out.json()) {
        printReport(out, result.report);
        out.note(Cli::tr("The password was replaced."));
        if (result.rollbackUntil.isValid())
            out.note(Cli::tr("The previous one is kept until %1: “source rotate --rollback”.").arg(out.time(result.rollbackUntil)));
    }
    if (schemas.empty()) {
        if (out.json())
            out.document(json);
        return session.finish();
    }
    SyncSchemas command{idsOf(schemas), Trigger::Command, false, false};
    syncAndReport(session, schemas, command, [&session, json](const std::vector<RunInfo>& runs, int code) {
        if (session.out().json()) {
            QJsonObject all = json;
            all[QLatin1String("sync")] = syncJson(runs, code);
            session.out().document(all);
        }
        session.finish(code);
    });
}

void rotate(Session& session, const RotateOptions& options)
{
    const Try<SourceInfo> source = findSource(*session.world(), options.name);
    if (!source)
        return session.fail(source.failure());
    std::vector<SecretRequest> requests = options.secrets;
    if (requests.empty() && !options.rollback)
        requests.push_back({QStringLiteral("password"), SecretRequest::From::Prompt, {}});
    Try<SecretMap> secrets = readSecrets(requests, session.out().terminal(), session.mayPrompt());
    if (!secrets)
        return session.fail(secrets.failure());
    if (options.testOnly)
        return testOnly(session, source->id, std::move(*secrets));
    const std::vector<SchemaInfo> schemas = options.noSync ? std::vector<SchemaInfo>() : waiting(*session.world(), source->id);
    RotateCredentials command{source->id, std::move(*secrets), options.rollback, false};
    session.ask<RotationResult>(std::move(command),
        [&session, schemas](const RotationResult& result) { finishRotation(session, result, schemas); });
}

void reload(Session& session, const QString& name)
{
    const Try<SourceInfo> source = findSource(*session.world(), name);
    if (!source)
        return session.fail(source.failure());
    std::vector<SchemaInfo> schemas = schemasOf(*session.world(), source->id);
    std::erase_if(schemas, [](const SchemaInfo& schema) { return !schema.config.shouldSync; });
    if (schemas.empty()) {
        session.out().note(Cli::tr("No table of “%1” is enabled.").arg(source->name));
        if (session.out().json())
            session.out().document(syncJson({}, exitcode::Ok));
        return session.finish();
    }
    SyncSchemas command{idsOf(schemas), Trigger::Command, false, false};
    syncAndReport(session, std::move(schemas), command, [&session](const std::vector<RunInfo>& runs, int code) {
        if (session.out().json())
            session.out().document(syncJson(runs, code));
        session.finish(code);
    });
}

} // namespace

void addSourceRotate(CLI::App* source, Invocation& invocation)
{
    CLI::App* command = addCommand(source, "rotate", Cli::tr("test a new password, then replace the stored one and sync what waited"),
        {QStringLiteral("leatctl source rotate shop"), QStringLiteral("leatctl source rotate shop --password-stdin --test-only < new-password"),
            QStringLiteral("leatctl source rotate shop --rollback")});
    const auto options = std::make_shared<RotateOptions>();
    addText(command, "NAME", options->name, Cli::tr("the source"))->required();
    addSecretOptions(command, options->secrets);
    addSwitch(command, "--test-only", options->testOnly, Cli::tr("compare with the stored password, change nothing"));
    addSwitch(command, "--rollback", options->rollback, Cli::tr("bring back the previous password, kept for 24 hours"));
    addSwitch(command, "--no-sync", options->noSync, Cli::tr("leave tables that waited alone"));
    onCommand(command, invocation, EngineNeed::Required, [options](Session& s) { rotate(s, *options); });

    CLI::App* again = addCommand(source, "reload", Cli::tr("sync every enabled table of one source"));
    const auto name = std::make_shared<QString>();
    addText(again, "NAME", *name, Cli::tr("the source"))->required();
    onCommand(again, invocation, EngineNeed::Required, [name](Session& s) { reload(s, *name); });
}

} // namespace leat
