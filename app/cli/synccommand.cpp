// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/syncwatch.h"
#include "app/cli/views.h"

namespace leat {

namespace {

struct SyncOptionsTyped
{
    QStringList names;
    QString source;
    bool all = false;
    bool fromScratch = false;
    bool acceptEmpty = false;
    bool acceptChanges = false;
};
using TypedPtr = std::shared_ptr<SyncOptionsTyped>;

Try<std::vector<SchemaInfo>> chosen(const World& world, const SyncOptionsTyped& options)
{
    if (!options.names.isEmpty())
        return findSchemas(world, options.names);
    std::vector<SchemaInfo> schemas = world.schemas;
    if (!options.source.isEmpty()) {
        const Try<SourceInfo> source = findSource(world, options.source);
        if (!source)
            return source.failure();
        schemas = schemasOf(world, source->id);
    }
    std::erase_if(schemas, [](const SchemaInfo& schema) { return !schema.config.shouldSync; });
    return schemas;
}

void sync(Session& session, const SyncOptionsTyped& options)
{
    Try<std::vector<SchemaInfo>> schemas = chosen(*session.world(), options);
    if (!schemas)
        return session.fail(schemas.failure());
    const auto finish = [&session](const std::vector<RunInfo>& runs, int code) {
        if (session.out().json())
            session.out().document(syncJson(runs, code));
        session.finish(code);
    };
    if (schemas->empty()) {
        session.out().note(Cli::tr("No table is enabled. Enable some with “leatctl schema resume 'SOURCE.*'”."));
        return finish({}, exitcode::Ok);
    }
    SyncSchemas command{idsOf(*schemas), Trigger::Command, options.fromScratch, options.acceptEmpty, options.acceptChanges};
    syncAndReport(session, std::move(*schemas), command, finish);
}

void addSyncFlags(CLI::App* command, SyncOptionsTyped& options)
{
    addSwitch(command, "--from-scratch", options.fromScratch,
        Cli::tr("copy everything again; the old table stays until the new copy is ready"));
    addSwitch(command, "--accept-empty", options.acceptEmpty,
        Cli::tr("let a table that is empty at the source become empty here"));
    addSwitch(command, "--accept-changes", options.acceptChanges,
        Cli::tr("go on with columns that changed at the source, where the source's schema_changes is “ask”"));
}

} // namespace

void addSyncCommand(CLI::App* root, Invocation& invocation)
{
    CLI::App* command = addCommand(root, "sync", Cli::tr("sync tables and wait for them"),
        {QStringLiteral("leatctl sync"), QStringLiteral("leatctl sync --source shop"),
            QStringLiteral("leatctl sync shop.orders 'shop.item*' --from-scratch")});
    const auto options = std::make_shared<SyncOptionsTyped>();
    CLI::Option* names = addTexts(command, "TABLES", options->names, Cli::tr("source.table or a pattern; none: all enabled tables"));
    CLI::Option* source = addText(command, "--source", options->source, Cli::tr("all enabled tables of this source"));
    source->excludes(names);
    addSwitch(command, "--all", options->all, Cli::tr("all enabled tables, as without a name"))->excludes(names)->excludes(source);
    addSyncFlags(command, *options);
    onCommand(command, invocation, EngineNeed::Required, [options](Session& s) { sync(s, *options); });
}

void addSchemaSync(CLI::App* schema, Invocation& invocation)
{
    CLI::App* command = addCommand(schema, "sync", Cli::tr("sync these tables and wait for them"));
    const auto options = std::make_shared<SyncOptionsTyped>();
    addTexts(command, "TABLES", options->names, Cli::tr("source.table or a pattern"))->required();
    addSyncFlags(command, *options);
    onCommand(command, invocation, EngineNeed::Required, [options](Session& s) { sync(s, *options); });
}

} // namespace leat
