// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/format.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/views.h"
#include "engine/api/diagnosisjson.h"
#include "engine/api/jsonview.h"

#include <algorithm>

namespace leat {

namespace {

// What no incident tells of, as a failure that is being tried again: never green either.
bool isTrouble(const World& world, const SchemaInfo& schema)
{
    return schema.config.shouldSync && incidentOf(world, schema.id) == nullptr
        && (schema.latestError || schema.status == SchemaStatus::Failed || schema.status == SchemaStatus::HeldBack
            || !schema.presentAtSource || schema.quietSince.isValid() || isStale(schema, QDateTime::currentDateTimeUtc()));
}

template <typename Predicate>
qint64 countIf(const std::vector<SchemaInfo>& schemas, Predicate predicate)
{
    return std::count_if(schemas.begin(), schemas.end(), predicate);
}

QJsonArray quarantineJson(const std::vector<SchemaInfo>& schemas)
{
    QJsonArray array;
    for (const SchemaInfo& schema : schemas)
        if (schema.quarantined > 0)
            array.append(QJsonObject{{QStringLiteral("name"), fullName(schema)}, {QStringLiteral("rows"), schema.quarantined}});
    return array;
}

void showStatus(Session& session)
{
    const WorldPtr world = session.world();
    Output& out = session.out();
    std::vector<SchemaInfo> trouble;
    qint64 besides = 0;
    for (const SchemaInfo& schema : world->schemas) {
        const bool alone = isTrouble(*world, schema);
        besides += alone;
        if (alone || incidentOf(*world, schema.id))
            trouble.push_back(schema);
    }
    const qint64 problems = qint64(world->incidents.size());
    const qint64 enabled = countIf(world->schemas, [](const SchemaInfo& s) { return s.config.shouldSync; });
    QDateTime oldest;
    for (const SchemaInfo& schema : world->schemas)
        if (schema.config.shouldSync && schema.lastSyncedAt.isValid() && (!oldest.isValid() || schema.lastSyncedAt < oldest))
            oldest = schema.lastSyncedAt;
    if (out.json()) {
        QJsonArray sources;
        for (const SourceInfo& source : world->sources)
            sources.append(toJson(source));
        QJsonArray incidents;
        for (const Incident& incident : world->incidents)
            incidents.append(toJson(incident));
        out.document(QJsonObject{{QStringLiteral("engine"), toJson(world->engine)},
            {QStringLiteral("sources"), sources},
            {QStringLiteral("tables"), qint64(world->schemas.size())},
            {QStringLiteral("enabled"), enabled},
            {QStringLiteral("ok"), problems == 0 && trouble.empty()},
            {QStringLiteral("incidents"), incidents},
            {QStringLiteral("quarantine"), quarantineJson(world->schemas)},
            {QStringLiteral("problems"), schemasJson(*world, trouble)}});
        return session.finish();
    }
    KeyValueList list;
    list.add(Cli::tr("Profile"), world->engine.profilePath);
    list.add(Cli::tr("Warehouse"), QStringLiteral("%1  %2").arg(world->engine.warehousePath, out.size(world->engine.warehouseBytes)));
    list.add(Cli::tr("Keychain"), toString(world->engine.keychain));
    list.add(Cli::tr("Sources"), out.count(qint64(world->sources.size())));
    list.add(Cli::tr("Tables"), Cli::tr("%1, of which %2 sync").arg(out.count(qint64(world->schemas.size())), out.count(enabled)));
    list.add(Cli::tr("Running"), Cli::tr("%1, and %2 queued").arg(world->engine.running).arg(world->engine.queued));
    list.add(Cli::tr("Oldest sync"), oldest.isValid() ? out.time(oldest) : Cli::tr("none yet"));
    list.add(Cli::tr("Next sync"), world->engine.nextRunAt.isValid() ? nextRunText(out, world->engine.nextRunAt) : Cli::tr("none planned"));
    list.add(Cli::tr("Scheduler"), schedulerText(out, world->engine));
    list.add(Cli::tr("Problems"), problems == 0 ? Cell(out.count(problems), besides == 0 ? Tone::Good : Tone::Normal)
                                                : Cell(Cli::tr("%1; “leatctl incidents” says what to do").arg(out.count(problems)), Tone::Bad));
    if (besides > 0)
        list.add(Cli::tr("To look at"), {Cli::tr("%1 besides").arg(tablesText(besides)), Tone::Warning});
    for (const SchemaInfo& schema : world->schemas)
        if (schema.quarantined > 0)
            list.add(Cli::tr("Quarantine"), {QStringLiteral("%1: %2").arg(fullName(schema), quarantineText(out, fullName(schema), schema.quarantined)), Tone::Warning});
    out.list(list);
    if (!trouble.empty()) {
        out.data(QStringLiteral("\n"));
        out.table(schemaTable(out, *world, trouble));
    }
    session.finish();
}

} // namespace

void addStatusCommand(CLI::App* root, Invocation& invocation)
{
    onCommand(addCommand(root, "status", Cli::tr("what is there, what is wrong")), invocation, EngineNeed::Required, showStatus);
}

} // namespace leat
