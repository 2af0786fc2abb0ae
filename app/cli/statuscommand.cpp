// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/views.h"
#include "engine/api/jsonview.h"

#include <algorithm>

namespace leat {

namespace {

bool isTrouble(const SchemaInfo& schema)
{
    return schema.config.shouldSync
        && (schema.latestError || schema.status == SchemaStatus::Failed || schema.status == SchemaStatus::HeldBack
            || !schema.presentAtSource || schema.quietSince.isValid() || isStale(schema, QDateTime::currentDateTimeUtc()));
}

template <typename Predicate>
qint64 countIf(const std::vector<SchemaInfo>& schemas, Predicate predicate)
{
    return std::count_if(schemas.begin(), schemas.end(), predicate);
}

void showStatus(Session& session)
{
    const WorldPtr world = session.world();
    Output& out = session.out();
    std::vector<SchemaInfo> trouble;
    std::copy_if(world->schemas.begin(), world->schemas.end(), std::back_inserter(trouble), isTrouble);
    const qint64 enabled = countIf(world->schemas, [](const SchemaInfo& s) { return s.config.shouldSync; });
    QDateTime oldest;
    for (const SchemaInfo& schema : world->schemas)
        if (schema.config.shouldSync && schema.lastSyncedAt.isValid() && (!oldest.isValid() || schema.lastSyncedAt < oldest))
            oldest = schema.lastSyncedAt;
    if (out.json()) {
        QJsonArray sources;
        for (const SourceInfo& source : world->sources)
            sources.append(toJson(source));
        out.document(QJsonObject{{QStringLiteral("engine"), toJson(world->engine)},
            {QStringLiteral("sources"), sources},
            {QStringLiteral("tables"), qint64(world->schemas.size())},
            {QStringLiteral("enabled"), enabled},
            {QStringLiteral("ok"), trouble.empty()},
            {QStringLiteral("problems"), schemasJson(trouble)}});
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
    list.add(Cli::tr("Problems"), {out.count(qint64(trouble.size())), trouble.empty() ? Tone::Good : Tone::Bad});
    out.list(list);
    if (!trouble.empty()) {
        out.data(QStringLiteral("\n"));
        out.table(schemaTable(out, trouble));
    }
    session.finish();
}

} // namespace

void addStatusCommand(CLI::App* root, Invocation& invocation)
{
    onCommand(addCommand(root, "status", Cli::tr("what is there, what is wrong")), invocation, EngineNeed::Required, showStatus);
}

} // namespace leat
