// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/format.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/views.h"
#include "engine/api/jsonview.h"

namespace leat {

namespace {

QJsonObject schedulerJson(const World& world)
{
    QJsonObject json = toJson(world.engine)[QLatin1String("scheduler")].toObject();
    QJsonArray next;
    for (const SchemaInfo& schema : soonest(world, 10))
        next.append(QJsonObject{{QStringLiteral("name"), fullName(schema)},
            {QStringLiteral("sync_frequency"), toString(schema.config.syncFrequency)},
            {QStringLiteral("next_run_at"), schema.nextRunAt.toUTC().toString(Qt::ISODateWithMs)}});
    json[QLatin1String("next")] = next;
    return json;
}

void showScheduler(Session& session, const World& world)
{
    Output& out = session.out();
    if (out.json()) {
        out.document(schedulerJson(world));
        return session.finish();
    }
    KeyValueList list;
    list.add(Cli::tr("Scheduler"), schedulerText(out, world.engine));
    list.add(Cli::tr("Time zone"), zoneText(world.engine));
    list.add(Cli::tr("Next sync"), nextRunText(out, world.engine.nextRunAt));
    out.list(list);
    const std::vector<SchemaInfo> next = soonest(world, 10);
    if (!next.empty()) {
        TextTable table({{Cli::tr("NEXT")}, {Cli::tr("TABLE")}, {Cli::tr("FREQUENCY")}, {Cli::tr("STATUS")}});
        for (const SchemaInfo& schema : next)
            table.add({nextRunText(out, schema.nextRunAt), fullName(schema), frequencyText(schema.config), statusCell(world, schema)});
        out.data(QStringLiteral("\n"));
        out.table(table);
    }
    session.finish();
}

constexpr qint64 kLongestPause = qint64(3650) * 86'400; // seconds

void pause(Session& session, const QString& span)
{
    PauseScheduler command;
    if (!span.isEmpty()) {
        const std::optional<qint64> seconds = secondsOf(span);
        if (!seconds)
            return session.fail(badSpan(QStringLiteral("--for"), span));
        if (*seconds < 1 || *seconds > kLongestPause)
            return session.fail(usageFailure(ErrorCode::InvalidOption, Cli::tr("A pause of “%1” is out of range.").arg(span),
                Cli::tr("Give --for from 1s to 3650d; without it the scheduler is paused until “leatctl scheduler resume”.")));
        command.until = QDateTime::currentDateTimeUtc().addSecs(*seconds);
    }
    session.ask<Done>(command, [&session](const Done&) {
        session.whenWorld([](const World& world) { return world.engine.schedulerPaused; },
            [&session](const WorldPtr& world) { showScheduler(session, *world); });
    });
}

void resume(Session& session)
{
    session.ask<Done>(ResumeScheduler{}, [&session](const Done&) {
        session.whenWorld([](const World& world) { return !world.engine.schedulerPaused; },
            [&session](const WorldPtr& world) { showScheduler(session, *world); });
    });
}

} // namespace

void addSchedulerCommands(CLI::App* root, Invocation& invocation)
{
    CLI::App* noun = addCommand(root, "scheduler", Cli::tr("what runs by itself, and when"));
    noun->require_subcommand(1);
    onCommand(addCommand(noun, "status", Cli::tr("whether it is paused, and what comes next")), invocation,
        EngineNeed::Required, [](Session& s) { showScheduler(s, *s.world()); });
    CLI::App* command = addCommand(noun, "pause", Cli::tr("start nothing by itself; what runs goes on"),
        {QStringLiteral("leatctl scheduler pause --for 2h")});
    const auto span = std::make_shared<QString>();
    addText(command, "--for", *span, Cli::tr("resume by itself after this time: 90s, 30m, 2h, 1d; up to 3650d"))->type_name("TIME");
    onCommand(command, invocation, EngineNeed::Required, [span](Session& s) { pause(s, *span); });
    onCommand(addCommand(noun, "resume", Cli::tr("go on as planned")), invocation, EngineNeed::Required, resume);
}

} // namespace leat
