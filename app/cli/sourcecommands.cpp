// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/destructive.h"
#include "app/cli/liveblock.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/views.h"
#include "engine/api/jsonview.h"

#include <QPointer>

namespace leat {

namespace {

void listSources(Session& session)
{
    const WorldPtr world = session.world();
    Output& out = session.out();
    if (out.json()) {
        QJsonArray array;
        for (const SourceInfo& source : world->sources)
            array.append(toJson(source));
        out.document(array);
    } else if (world->sources.empty()) {
        out.note(Cli::tr("No sources yet. Add one with “leatctl source add NAME URL”, or try “leatctl sample create”."));
    } else {
        out.table(sourceTable(out, *world, world->sources));
    }
    session.finish();
}

void showSource(Session& session, const QString& name)
{
    const WorldPtr world = session.world();
    const Try<SourceInfo> source = findSource(*world, name);
    if (!source)
        return session.fail(source.failure());
    Output& out = session.out();
    if (out.json()) {
        out.document(sourceJson(*source, *world));
        return session.finish();
    }
    KeyValueList list;
    list.add(Cli::tr("Source"), source->name);
    list.add(Cli::tr("Type"), source->type);
    list.add(Cli::tr("Status"), statusCell(source->status));
    if (source->latestError)
        list.add(Cli::tr("Problem"), {Output::brief(*source->latestError), Tone::Bad});
    if (source->triesHeld)
        list.add(Cli::tr("Next try"), {Cli::tr("none by itself, so that the account is not locked; after source rotate, source test or sync"), Tone::Warning});
    else if (source->nextProbeAt.isValid())
        list.add(Cli::tr("Next try"), nextRunText(out, source->nextProbeAt));
    list.add(Cli::tr("Password"), toString(source->secretState));
    list.add(Cli::tr("Tables listed"), out.time(source->tablesListedAt));
    for (auto it = source->settings.cbegin(); it != source->settings.cend(); ++it)
        list.add(it.key(), it.value());
    out.list(list);
    const TextTable tables = schemaTable(out, *world, schemasOf(*world, source->id));
    if (!tables.isEmpty()) {
        out.data(QStringLiteral("\n"));
        out.table(tables);
    }
    session.finish();
}

QStringList stepLines(const CheckReport& report)
{
    QStringList lines;
    for (const CheckStep& step : report.steps)
        lines.append(QStringLiteral("%1: %2 %3").arg(toString(step.kind), statusCell(step.state).text, step.note));
    return lines;
}

void finishTest(Session& session, const CheckReport& report)
{
    Output& out = session.out();
    if (out.json())
        out.document(toJson(report));
    else
        out.table(checkTable(report));
    if (!out.json() && !report.serverVersion.isEmpty())
        out.note(Cli::tr("Server version: %1").arg(report.serverVersion));
    int code = report.ok() ? exitcode::Ok : exitcode::Unreachable;
    for (const CheckStep& step : report.steps)
        if (step.state == CheckStep::State::Failed && step.error) {
            if (!out.json())
                out.failureOf(toString(step.kind), *step.error);
            code = exitCodeFor(step.error->code);
            break;
        }
    session.finish(code);
}

void testSource(Session& session, const QString& name)
{
    const Try<SourceInfo> source = findSource(*session.world(), name);
    if (!source)
        return session.fail(source.failure());
    const auto block = std::make_shared<LiveBlock>(session.out());
    const QPointer<Session> alive(&session);
    const auto onStep = [alive, weak = std::weak_ptr(block)](const CheckReport& report) {
        if (const auto live = weak.lock(); live && alive)
            live->show(stepLines(report));
    };
    session.ask<CheckReport>(TestSource{source->id, onStep}, [&session, block](const CheckReport& report) {
        block->clear();
        finishTest(session, report);
    });
}

void refreshSource(Session& session, const QString& name)
{
    const Try<SourceInfo> source = findSource(*session.world(), name);
    if (!source)
        return session.fail(source.failure());
    session.ask<RefreshResult>(RefreshSource{source->id}, [&session, name](const RefreshResult& result) {
        Output& out = session.out();
        if (out.json()) {
            out.document(QJsonObject{{QStringLiteral("source"), name},
                {QStringLiteral("added"), QJsonArray::fromStringList(result.added)},
                {QStringLiteral("enabled"), QJsonArray::fromStringList(result.enabled)},
                {QStringLiteral("vanished"), QJsonArray::fromStringList(result.vanished)}});
            return session.finish();
        }
        TextTable table({{Cli::tr("CHANGE")}, {Cli::tr("TABLE")}});
        for (const QString& added : result.added)
            table.add({result.enabled.contains(added) ? Cell(Cli::tr("new, enabled"), Tone::Good) : Cell(Cli::tr("new"), Tone::Good), added});
        for (const QString& gone : result.vanished)
            table.add({Cell(Cli::tr("gone"), Tone::Warning), gone});
        if (table.isEmpty())
            out.note(Cli::tr("“%1” has the same tables as before.").arg(name));
        else
            out.table(table);
        session.finish();
    });
}

struct RemoveOptions
{
    QString name;
    bool deleteData = false;
    ConfirmOptions confirm;
};

void removeSource(Session& session, const RemoveOptions& options)
{
    const WorldPtr world = session.world();
    const Try<SourceInfo> source = findSource(*world, options.name);
    if (!source)
        return session.fail(source.failure());
    PreviewDestructive preview;
    preview.action = DestructiveAction::RemoveSource;
    preview.source = source->id;
    preview.deleteData = options.deleteData;
    confirmDestructive(session, std::move(preview), options.confirm, [&session, options, id = source->id](const Confirmation& given) {
        session.ask<Done>(RemoveSource{id, options.deleteData, given}, [&session, options](const Done&) {
            if (session.out().json())
                session.out().document(QJsonObject{{QStringLiteral("removed"), options.name},
                    {QStringLiteral("deleted_data"), options.deleteData}});
            else
                session.out().note(Cli::tr("Removed “%1”.").arg(options.name));
            session.finish();
        });
    });
}

void addNamed(CLI::App* noun, Invocation& invocation, const char* verb, const QString& help,
    void (*action)(Session&, const QString&))
{
    CLI::App* command = addCommand(noun, verb, help);
    const auto name = std::make_shared<QString>();
    addText(command, "NAME", *name, Cli::tr("the source"))->required();
    onCommand(command, invocation, EngineNeed::Required, [name, action](Session& s) { action(s, *name); });
}

} // namespace

void addSourceCommands(CLI::App* root, Invocation& invocation)
{
    CLI::App* noun = addCommand(root, "source", Cli::tr("connections that data come from"));
    noun->require_subcommand(1);
    addSourceAdd(noun, invocation);
    onCommand(addCommand(noun, "list", Cli::tr("all sources")), invocation, EngineNeed::Required, listSources);
    addNamed(noun, invocation, "show", Cli::tr("settings and tables of one source"), showSource);
    addNamed(noun, invocation, "test", Cli::tr("test the connection step by step"), testSource);
    addNamed(noun, invocation, "refresh", Cli::tr("read the list of tables again"), refreshSource);
    addSourceSet(noun, invocation);
    addSourceRotate(noun, invocation);

    CLI::App* remove = addCommand(noun, "remove", Cli::tr("forget a source, its history and its password"),
        {QStringLiteral("leatctl source remove shop"), QStringLiteral("leatctl source remove shop --delete-data --yes")});
    const auto options = std::make_shared<RemoveOptions>();
    addText(remove, "NAME", options->name, Cli::tr("the source"))->required();
    addSwitch(remove, "--delete-data", options->deleteData, Cli::tr("delete its rows from the warehouse too; they go to the trash"));
    addSwitch(remove, "-y,--yes", options->confirm.yes, Cli::tr("do not ask; its name is on the command line already"));
    addText(remove, "--confirm", options->confirm.name, Cli::tr("the name that would be asked for"))->type_name("NAME");
    onCommand(remove, invocation, EngineNeed::Required, [options](Session& s) { removeSource(s, *options); });
}

} // namespace leat
