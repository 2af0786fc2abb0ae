// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/schedulerwatch.h"

#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/format.h"
#include "app/cli/names.h"
#include "app/cli/options.h"
#include "app/cli/views.h"
#include "engine/api/jsonview.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace leat {

namespace {

bool isSuccess(const RunInfo& run)
{
    return run.status == RunStatus::Completed;
}

bool syncsByItself(const World& world, const SourceInfo& source)
{
    return std::any_of(world.schemas.begin(), world.schemas.end(), [&source](const SchemaInfo& schema) {
        return schema.sourceId == source.id && schema.config.shouldSync && schema.config.syncFrequency != SyncFrequency::Never;
    });
}

// What could not even start has no run to say so.
int exitCodeForSources(const World& world)
{
    int code = exitcode::Ok;
    for (const SourceInfo& source : world.sources)
        if (source.status == SourceStatus::Error && syncsByItself(world, source))
            code = worse(code, source.latestError ? exitCodeFor(source.latestError->code) : exitcode::SomeFailed);
    return code;
}

} // namespace

SchedulerWatch::SchedulerWatch(Session& session, const Options& options)
    : QObject(&session), m_session(session), m_options(options)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { end(exitCodeFor(m_ended)); });
    connect(&session.control(), &Control::changed, this, &SchedulerWatch::onChanged);
    session.onInterrupt([this] { end(m_session.interruptedBy()); });
}

void SchedulerWatch::start()
{
    m_startedAt = QDateTime::currentDateTimeUtc();
    const WorldPtr world = m_session.world();
    const auto planned = std::count_if(world->schemas.begin(), world->schemas.end(),
        [](const SchemaInfo& schema) { return schema.nextRunAt.isValid(); });
    QJsonObject json = toJson(world->engine)[QLatin1String("scheduler")].toObject();
    json[QLatin1String("planned")] = qint64(planned);
    const QString next = nextRunText(m_session.out(), world->engine.nextRunAt);
    line(QStringLiteral("started"), json,
        world->engine.schedulerPaused
            ? Cli::tr("The scheduler is paused. Resume it with “leatctl scheduler resume”.")
            : Cli::tr("Planned: %1; next: %2.").arg(tablesText(planned)).arg(next.isEmpty() ? Cli::tr("none") : next));
    if (m_options.seconds > 0)
        m_timer.start(int(std::min<qint64>(m_options.seconds * 1000, std::numeric_limits<int>::max())));
    for (const SchemaInfo& schema : world->schemas) {
        m_verified[schema.id] = schema.proof.verifiedAt;
        m_notVerified[schema.id] = schema.verifyFailure ? schema.verifyFailure->at : QDateTime();
    }
    for (const SourceInfo& source : world->sources)
        if (!world->engine.schedulerPaused && source.nextProbeAt.isValid() && source.nextProbeAt <= m_startedAt)
            m_asked.insert(source.id);
    tellStarts(*world);
    checkOnce();
}

void SchedulerWatch::onChanged(const ChangeSet& changes)
{
    if (m_over)
        return;
    const WorldPtr world = m_session.world();
    tellStarts(*world);
    for (const ListingChange& change : changes.listings)
        tellListing(change);
    for (const RunInfo& run : changes.finishedRuns)
        tellEnd(run);
    tellVerified(*world);
    checkOnce();
}

void SchedulerWatch::tellListing(const ListingChange& change)
{
    const RefreshResult& result = change.result;
    QStringList parts;
    for (const auto& [what, names] : {std::pair(Cli::tr("new"), result.added), std::pair(Cli::tr("enabled"), result.enabled),
             std::pair(Cli::tr("gone"), result.vanished)})
        if (!names.isEmpty())
            parts.append(what + QLatin1Char(' ') + names.join(QStringLiteral(", ")));
    line(QStringLiteral("tables-changed"),
        {{QStringLiteral("source"), change.name}, {QStringLiteral("added"), QJsonArray::fromStringList(result.added)},
            {QStringLiteral("enabled"), QJsonArray::fromStringList(result.enabled)},
            {QStringLiteral("vanished"), QJsonArray::fromStringList(result.vanished)}},
        Cli::tr("%1: tables changed: %2").arg(change.name, parts.join(QStringLiteral("; "))));
}

void SchedulerWatch::tellStarts(const World& world)
{
    for (const SchemaInfo& schema : world.schemas)
        if (schema.currentRun.isValid() && schema.status == SchemaStatus::Running && m_told.insert(schema.currentRun).second)
            line(QStringLiteral("run-started"),
                {{QStringLiteral("name"), fullName(schema)}, {QStringLiteral("run_id"), schema.currentRun.value}},
                Cli::tr("%1: started").arg(fullName(schema)));
}

void SchedulerWatch::tellEnd(const RunInfo& run)
{
    m_told.erase(run.id);
    m_ended.push_back(run);
    const QString name = run.sourceName + QLatin1Char('.') + run.label;
    const Cell status = statusCell(run.status);
    QString text = Cli::tr("%1: %2").arg(name, status.text);
    if (isSuccess(run))
        text = Cli::tr("%1: %2, %3 rows in %4")
                   .arg(name, status.text, m_session.out().count(run.rowsRead), m_session.out().duration(run.startedAt, run.finishedAt));
    else if (run.error)
        text += QStringLiteral(": ") + Output::brief(*run.error);
    if (run.rowsQuarantined > 0)
        text += QStringLiteral("; ") + quarantineText(m_session.out(), name, run.rowsQuarantined);
    QJsonObject json = toJson(run);
    json[QLatin1String("name")] = name;
    if (const SchemaInfo* schema = m_session.world()->schema(run.schemaId); schema && schema->nextRunAt.isValid())
        json[QLatin1String("next_run_at")] = schema->nextRunAt.toString(Qt::ISODateWithMs);
    line(QStringLiteral("run-ended"), json, text);
    // Of a scheduler that lives for weeks only the gravest matters, not every run.
    if (!m_options.once && m_ended.size() > 1000)
        m_ended.erase(m_ended.begin(), m_ended.end() - 500);
}

void SchedulerWatch::tellVerified(const World& world)
{
    for (const SchemaInfo& schema : world.schemas) {
        tellNotVerified(schema);
        QDateTime& told = m_verified[schema.id];
        if (schema.proof.verifiedAt == told)
            continue;
        told = schema.proof.verifiedAt;
        if (told.isValid())
            line(QStringLiteral("verified"), {{QStringLiteral("name"), fullName(schema)}, {QStringLiteral("proof"), toJson(schema.proof)}},
                Cli::tr("%1: compared with its source %2").arg(fullName(schema), proofCell(m_session.out(), schema.proof).text));
    }
}

void SchedulerWatch::tellNotVerified(const SchemaInfo& schema)
{
    const QDateTime failed = schema.verifyFailure ? schema.verifyFailure->at : QDateTime();
    QDateTime& told = m_notVerified[schema.id];
    if (told == failed)
        return;
    told = failed;
    if (schema.verifyFailure)
        line(QStringLiteral("not-verified"), {{QStringLiteral("name"), fullName(schema)}, {QStringLiteral("error"), toJson(schema.verifyFailure->error)}},
            Cli::tr("%1: not compared with its source: %2").arg(fullName(schema), Output::brief(schema.verifyFailure->error)));
}

void SchedulerWatch::line(const QString& event, const QJsonObject& json, const QString& text)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Output& out = m_session.out();
    if (!out.json())
        return out.data(QStringLiteral("%1  %2\n").arg(out.time(now), printable(text)));
    QJsonObject object = json;
    object[QLatin1String("at")] = now.toString(Qt::ISODateWithMs);
    object[QLatin1String("event")] = event;
    out.data(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + QLatin1Char('\n'));
}

// Tables of a source that is asked whether it answers by now are due when it does.
void SchedulerWatch::noteAnswers(const World& world)
{
    const auto ended = [this, &world](SourceId id) {
        const SourceInfo* source = world.source(id);
        return !source || !source->nextProbeAt.isValid() || source->nextProbeAt > m_startedAt;
    };
    if (std::erase_if(m_asked, ended) > 0)
        m_startedAt = QDateTime::currentDateTimeUtc();
}

void SchedulerWatch::checkOnce()
{
    if (!m_options.once || m_over)
        return;
    const WorldPtr world = m_session.world();
    noteAnswers(*world);
    const bool left = !m_asked.empty() || std::any_of(world->schemas.begin(), world->schemas.end(), [this](const SchemaInfo& schema) {
        return schema.currentRun.isValid() || (schema.nextRunAt.isValid() && schema.nextRunAt <= m_startedAt)
            || (schema.nextVerifyAt.isValid() && schema.nextVerifyAt <= m_startedAt);
    });
    if (!left)
        end(worse(exitCodeFor(m_ended), exitCodeForSources(*world)));
}

// The engine cancels what runs when it is taken down; such runs are made up for at the next start.
void SchedulerWatch::end(int exitCode)
{
    if (m_over)
        return;
    m_over = true;
    line(QStringLiteral("stopped"), {{QStringLiteral("runs"), qint64(m_ended.size())}, {QStringLiteral("exit_code"), exitCode}},
        Cli::tr("Stopped."));
    m_session.finish(exitCode);
}

void addRunSchedulerCommand(CLI::App* root, Invocation& invocation)
{
    CLI::App* command = addCommand(root, "run-scheduler", Cli::tr("sync what is due, until told to end"),
        {QStringLiteral("leatctl run-scheduler"), QStringLiteral("leatctl run-scheduler --once"),
            QStringLiteral("leatctl --json run-scheduler --for 8h")});
    struct Typed
    {
        QString span;
        bool once = false;
    };
    const auto typed = std::make_shared<Typed>();
    addText(command, "--for", typed->span, Cli::tr("end after this time: 90s, 30m, 2h, 1d"))->type_name("TIME");
    addSwitch(command, "--once", typed->once, Cli::tr("sync what is due now, then end"));
    command->callback([&invocation, typed] {
        invocation.need = EngineNeed::Required;
        invocation.schedule = true;
        invocation.action = [typed](Session& session) {
            const std::optional<qint64> seconds = typed->span.isEmpty() ? std::optional<qint64>(0) : secondsOf(typed->span);
            if (!seconds || (!typed->span.isEmpty() && *seconds <= 0))
                return session.fail(badSpan(QStringLiteral("--for"), typed->span));
            (new SchedulerWatch(session, {*seconds, typed->once}))->start();
        };
    });
}

} // namespace leat
