// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/nearest.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/usage.h"

#include <algorithm>

namespace leat {

namespace {

void addGlobalOptions(CLI::App* app, GlobalOptions& global)
{
    addText(app, "--profile", global.profile, Cli::tr("the profile's folder"))->type_name("DIR");
    addSwitch(app, "--json", global.output.json, Cli::tr("one JSON document on standard output"));
    addSwitch(app, "--plain", global.output.plain, Cli::tr("tab-separated columns, raw numbers, no colour"));
    addSwitch(app, "--no-headers", global.output.noHeaders, Cli::tr("leave the titles of tables out"));
    addSwitch(app, "-v,--verbose", global.output.verbose, Cli::tr("show the raw text behind errors, without secrets"));
    addSwitch(app, "--no-input", global.noInput, Cli::tr("never ask; fail instead"));
    CLI::Option* file = addText(app, "--vault-passphrase-file", global.vaultPassphraseFile,
        Cli::tr("keep passwords in the profile's encrypted vault, opened with the passphrase in this file"));
    file->type_name("PATH");
    addSwitch(app, "--vault-passphrase-stdin", global.vaultPassphraseStdin,
        Cli::tr("the same with the passphrase from standard input, one line"))
        ->excludes(file);
    addSwitch(app, "--version", global.version, Cli::tr("print the version and end"));
}

Invocation reporting(Invocation invocation, Failure failure)
{
    invocation.need = EngineNeed::None;
    invocation.action = [failure = std::move(failure)](Session& session) { session.fail(failure); };
    return invocation;
}

Invocation showing(Invocation invocation, const QString& text)
{
    invocation.need = EngineNeed::None;
    invocation.action = [text](Session& session) {
        if (session.out().json())
            session.out().document(QJsonObject{{QStringLiteral("help"), text}});
        else
            session.out().data(text);
        session.finish();
    };
    return invocation;
}

// --json counts even where the rest of the line cannot be read.
bool wantsJson(const QStringList& arguments)
{
    const auto end = std::find(arguments.begin(), arguments.end(), QLatin1String("--"));
    return std::find(arguments.begin(), end, QLatin1String("--json")) != end;
}

std::vector<std::string> reversed(const QStringList& arguments)
{
    std::vector<std::string> result;
    for (auto it = arguments.rbegin(); it != arguments.rend(); ++it)
        result.push_back(it->toStdString());
    return result;
}

} // namespace

std::unique_ptr<CLI::App> makeCommandTree(Invocation& invocation)
{
    auto root = std::make_unique<CLI::App>(
        Cli::tr("Keeps your own analytics warehouse in step with your databases.").toStdString(), "leatctl");
    root->fallthrough();
    root->require_subcommand(0, 1);
    root->set_help_flag("-h,--help", Cli::tr("show help and end").toStdString());
    addGlobalOptions(root.get(), invocation.global);
    addSourceCommands(root.get(), invocation);
    addSchemaCommands(root.get(), invocation);
    addRecipeCommands(root.get(), invocation);
    addSyncCommand(root.get(), invocation);
    addStatusCommand(root.get(), invocation);
    addHistoryCommands(root.get(), invocation);
    addSchedulerCommands(root.get(), invocation);
    addRunSchedulerCommand(root.get(), invocation);
    addQueryCommand(root.get(), invocation);
    addSampleCommands(root.get(), invocation);
    addDoctorCommand(root.get(), invocation);
    addDiagnoseCommands(root.get(), invocation);
    addProfileCommand(root.get(), invocation);
    addTrashCommands(root.get(), invocation);
    addAuditCommand(root.get(), invocation);
    addBundleCommands(root.get(), invocation);
    addHelpCommands(root.get(), invocation);
    addCompletionCommands(root.get(), invocation);
    return root;
}

Invocation parse(const QStringList& arguments)
{
    Invocation parsed;
    const std::unique_ptr<CLI::App> root = makeCommandTree(parsed);
    if (std::optional<Failure> unknown = findUnknown(*root, arguments)) {
        parsed.global.output.json = wantsJson(arguments);
        return reporting(std::move(parsed), std::move(*unknown));
    }
    try {
        root->parse(reversed(arguments));
    } catch (const CLI::CallForHelp&) {
        parsed.global.output.json = wantsJson(arguments);
        return showing(std::move(parsed), QString::fromStdString(root->help()));
    } catch (const CLI::ParseError& error) {
        parsed.global.output.json = wantsJson(arguments);
        parsed.global.output.verbose = arguments.contains(QLatin1String("--verbose"));
        return reporting(std::move(parsed), explain(error, *root));
    }
    if (parsed.global.version) {
        parsed.need = EngineNeed::None;
        parsed.action = printVersion;
    } else if (!parsed.action) {
        return reporting(std::move(parsed), nothingAsked(*root));
    }
    return parsed;
}

} // namespace leat
