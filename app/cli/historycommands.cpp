// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/names.h"
#include "app/cli/nearest.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/views.h"
#include "engine/api/jsonview.h"

namespace leat {

namespace {

struct HistoryOptions
{
    QString source;
    QString schema;
    QString status;
    qint64 limit = 20;
};

Try<HistoryFilter> filterFrom(const World& world, const HistoryOptions& options)
{
    HistoryFilter filter;
    if (options.limit < 1 || options.limit > 100000)
        return usageFailure(ErrorCode::InvalidOption, Cli::tr("--limit is out of range."), Cli::tr("Give a number from 1 to 100000."));
    filter.limit = static_cast<int>(options.limit);
    if (!options.source.isEmpty()) {
        const Try<SourceInfo> source = findSource(world, options.source);
        if (!source)
            return source.failure();
        filter.sourceId = source->id;
    }
    if (!options.schema.isEmpty()) {
        const Try<SchemaInfo> schema = findSchema(world, options.schema);
        if (!schema)
            return schema.failure();
        filter.schemaId = schema->id;
    }
    if (!options.status.isEmpty()) {
        QString status = options.status;
        filter.status = runStatusFromString(status.remove(QLatin1Char(' ')).remove(QLatin1Char('-')).remove(QLatin1Char('_')));
        const QStringList known{QStringLiteral("queued"), QStringLiteral("running"), QStringLiteral("completed"),
            QStringLiteral("failed"), QStringLiteral("cancelled"), QStringLiteral("interrupted"), QStringLiteral("held-back")};
        if (!filter.status) {
            const QString near = didYouMean(nearest(options.status, known));
            const QString all = Cli::tr("Known: %1.").arg(known.join(QStringLiteral(", ")));
            return usageFailure(ErrorCode::InvalidOption, Cli::tr("“%1” is not a status of a run.").arg(options.status),
                near.isEmpty() ? all : near + QLatin1Char(' ') + all);
        }
    }
    return filter;
}

void showHistory(Session& session, const HistoryOptions& options)
{
    const Try<HistoryFilter> filter = filterFrom(*session.world(), options);
    if (!filter)
        return session.fail(filter.failure());
    session.ask<HistoryPage>(LoadHistory{*filter}, [&session](const HistoryPage& page) {
        Output& out = session.out();
        if (out.json()) {
            QJsonArray array;
            for (const RunInfo& run : page.runs)
                array.append(toJson(run));
            out.document(array);
        } else if (page.runs.empty()) {
            out.note(Cli::tr("No runs to show. Start one with “leatctl sync”."));
        } else {
            out.table(runTable(out, page.runs));
        }
        if (page.more)
            out.note(Cli::tr("There are older runs; show more with --limit."));
        session.finish();
    });
}

Cell levelCell(LogLevel level)
{
    switch (level) {
    case LogLevel::Info: return {Cli::tr("info"), Tone::Faint};
    case LogLevel::Warning: return {Cli::tr("warning"), Tone::Warning};
    case LogLevel::Error: return {Cli::tr("error"), Tone::Bad};
    }
    return {};
}

void printLog(Session& session, const std::vector<LogLine>& lines)
{
    Output& out = session.out();
    if (out.json()) {
        QJsonArray array;
        for (const LogLine& line : lines)
            array.append(toJson(line));
        out.document(array);
        return session.finish();
    }
    TextTable table({{Cli::tr("TIME")}, {Cli::tr("LEVEL")}, {Cli::tr("TEXT")}});
    for (const LogLine& line : lines)
        table.add({out.time(line.at), levelCell(line.level), line.text});
    if (table.isEmpty())
        out.note(Cli::tr("That run has no log lines."));
    else
        out.table(table);
    session.finish();
}

// A run without lines is told from one that is not there.
void printNoLog(Session& session, RunId run)
{
    HistoryFilter filter;
    filter.before = RunId{run.value + 1};
    filter.limit = 1;
    session.ask<HistoryPage>(LoadHistory{filter}, [&session, run](const HistoryPage& page) {
        if (!page.runs.empty() && page.runs.front().id == run)
            return printLog(session, {});
        session.fail(Failure{makeError(ErrorCode::NotFound, {}, {{QStringLiteral("what"), Cli::tr("run")}, {QStringLiteral("name"), QString::number(run.value)}}),
            ErrorText{Cli::tr("There is no run %1.").arg(run.value), Cli::tr("List what there is with “%1”.").arg(QStringLiteral("leatctl history"))}});
    });
}

constexpr int kPage = 1000;

void loadLog(Session& session, RunId run, const std::shared_ptr<std::vector<LogLine>>& lines)
{
    const qint64 after = lines->empty() ? 0 : lines->back().seq;
    session.ask<LogPage>(LoadRunLog{run, after, kPage}, [&session, run, lines](LogPage&& page) {
        const bool full = page.lines.size() >= std::size_t(kPage);
        for (LogLine& line : page.lines)
            lines->push_back(std::move(line));
        if (full)
            loadLog(session, run, lines);
        else if (lines->empty())
            printNoLog(session, run);
        else
            printLog(session, *lines);
    });
}

} // namespace

void addHistoryCommands(CLI::App* root, Invocation& invocation)
{
    CLI::App* command = addCommand(root, "history", Cli::tr("past runs, newest first"),
        {QStringLiteral("leatctl history --source shop --status failed"), QStringLiteral("leatctl history log 42")});
    command->require_subcommand(0, 1);
    const auto options = std::make_shared<HistoryOptions>();
    addText(command, "--source", options->source, Cli::tr("only runs of this source"));
    addText(command, "--schema", options->schema, Cli::tr("only runs of this table (source.table)"));
    addText(command, "--status", options->status, Cli::tr("only runs that ended like this: failed, completed, …"));
    addNumber(command, "--limit", options->limit, Cli::tr("at most this many runs (default 20)"));

    CLI::App* log = addCommand(command, "log", Cli::tr("log lines of one run"));
    const auto run = std::make_shared<qint64>(0);
    addNumber(log, "RUN", *run, Cli::tr("number of the run"))->required();
    onCommand(log, invocation, EngineNeed::Required, [run](Session& s) {
        loadLog(s, RunId{*run}, std::make_shared<std::vector<LogLine>>());
    });
    command->callback([&invocation, command, log, options] {
        if (command->got_subcommand(log))
            return;
        invocation.need = EngineNeed::Required;
        invocation.action = [options](Session& s) { showHistory(s, *options); };
    });
}

} // namespace leat
