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

QJsonObject sampleJson(const World& world, SourceId id)
{
    const SourceInfo* source = world.source(id);
    return {{QStringLiteral("source"), source != nullptr ? QJsonValue(toJson(*source)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("schemas"), schemasJson(world, schemasOf(world, id))}};
}

void syncSample(Session& session, SourceId id)
{
    std::vector<SchemaInfo> schemas = schemasOf(*session.world(), id);
    std::erase_if(schemas, [](const SchemaInfo& schema) { return !schema.config.shouldSync; });
    const SyncSchemas command{idsOf(schemas), Trigger::Sample};
    syncAndReport(session, std::move(schemas), command, [&session, id](const std::vector<RunInfo>& runs, int code) {
        if (session.out().json()) {
            QJsonObject json = sampleJson(*session.world(), id);
            json[QLatin1String("sync")] = syncJson(runs, code);
            session.out().document(json);
        }
        session.finish(code);
    });
}

void createSample(Session& session, bool sync)
{
    session.ask<SourceAdded>(CreateSample{}, [&session, sync](const SourceAdded& added) {
        const auto shown = [added](const World& world) {
            return world.source(added.id) != nullptr && schemasOf(world, added.id).size() >= std::size_t(added.tables);
        };
        session.whenWorld(shown, [&session, id = added.id, sync](const WorldPtr& world) {
            Output& out = session.out();
            if (!out.json())
                out.note(Cli::tr("The sample shop is source “%1” with %2 tables.")
                             .arg(world->source(id) != nullptr ? world->source(id)->name : QStringLiteral("shop"))
                             .arg(schemasOf(*world, id).size()));
            if (sync)
                return syncSample(session, id);
            if (out.json())
                out.document(sampleJson(*world, id));
            else
                out.table(schemaTable(out, *world, schemasOf(*world, id)));
            session.finish();
        });
    });
}

void editSample(Session& session)
{
    session.ask<Done>(EditSample{}, [&session](const Done&) {
        if (session.out().json())
            session.out().document(QJsonObject{{QStringLiteral("edited"), true}});
        else
            session.out().note(Cli::tr("The sample shop had a day of business. See it arrive with “leatctl sync”."));
        session.finish();
    });
}

} // namespace

void addSampleCommands(CLI::App* root, Invocation& invocation)
{
    CLI::App* noun = addCommand(root, "sample", Cli::tr("an offline shop to try things on"));
    noun->require_subcommand(1);
    CLI::App* create = addCommand(noun, "create", Cli::tr("make the shop, anew when there is one"),
        {QStringLiteral("leatctl sample create --sync"), QStringLiteral("leatctl query \"SELECT * FROM shop.orders LIMIT 5\"")});
    const auto sync = std::make_shared<bool>(false);
    addSwitch(create, "--sync", *sync, Cli::tr("sync it right away"));
    onCommand(create, invocation, EngineNeed::Required, [sync](Session& s) { createSample(s, *sync); });
    onCommand(addCommand(noun, "edit", Cli::tr("play a day of new, changed and deleted rows into it")), invocation,
        EngineNeed::Required, editSample);
}

} // namespace leat
