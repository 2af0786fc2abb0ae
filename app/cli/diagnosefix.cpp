// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/diagnosefix.h"

#include "app/cli/clitext.h"
#include "app/cli/names.h"
#include "app/cli/syncwatch.h"
#include "app/cli/verifycommand.h"
#include "app/cli/views.h"
#include "engine/api/commandwords.h"
#include "engine/api/diagnosisjson.h"
#include "engine/api/unavailable.h"

#include <algorithm>

namespace leat {

namespace {

std::vector<SchemaInfo> affectedSchemas(const World& world, const DiagnosisReport& report)
{
    std::vector<SchemaInfo> schemas;
    for (SchemaId id : report.affected)
        if (const SchemaInfo* schema = world.schema(id))
            schemas.push_back(*schema);
    if (!schemas.empty())
        return schemas;
    for (const SchemaInfo& schema : world.schemas)
        if (schema.sourceId == report.sourceId && schema.config.shouldSync)
            schemas.push_back(schema);
    return schemas;
}

void finishSync(Session& session, const DiagnosisReport& report, const std::vector<RunInfo>& runs, int code)
{
    if (session.out().json()) {
        QJsonObject json = syncJson(runs, code);
        json[QLatin1String("diagnosis")] = toJson(report.diagnosis);
        session.out().document(json);
    }
    session.finish(code);
}

void syncOnce(Session& session, const DiagnosisReport& report, SyncSchemas command)
{
    std::vector<SchemaInfo> schemas = affectedSchemas(*session.world(), report);
    if (schemas.empty())
        return session.finish();
    command.ids = idsOf(schemas);
    command.trigger = Trigger::Command;
    syncAndReport(session, std::move(schemas), command,
        [&session, report](const std::vector<RunInfo>& runs, int code) { finishSync(session, report, runs, code); });
}

// The verifying probe: a source that still does not answer gets no sync.
void testThen(Session& session, const DiagnosisReport& report, std::function<void()> then)
{
    session.ask<CheckReport>(TestSource{report.sourceId, {}}, [&session, then = std::move(then)](const CheckReport& check) {
        for (const CheckStep& step : check.steps)
            if (step.state == CheckStep::State::Failed)
                return session.fail(Failure(step.error.value_or(makeError(ErrorCode::SourceQueryFailed))));
        session.out().note(Cli::tr("The source answers."));
        then();
    });
}

void testAndSync(Session& session, const DiagnosisReport& report, const SyncSchemas& command = {})
{
    testThen(session, report, [&session, report, command] { syncOnce(session, report, command); });
}

void doneDocument(Session& session, const DiagnosisReport& report, const QString& note)
{
    if (session.out().json())
        session.out().document(QJsonObject{{QStringLiteral("done"), true}, {QStringLiteral("subject"), report.subject}});
    session.out().note(note);
    session.finish();
}

void setPaused(Session& session, const DiagnosisReport& report, bool paused)
{
    SetSchemas command;
    command.ids = idsOf(affectedSchemas(*session.world(), report));
    command.patch.shouldSync = !paused;
    if (command.ids.empty())
        return doneDocument(session, report, Cli::tr("No table to change."));
    session.ask<Done>(command, [&session, report, paused](const Done&) {
        if (!paused)
            return testAndSync(session, report);
        doneDocument(session, report, Cli::tr("Paused. Nothing runs until you resume."));
    });
}

void useFullRefresh(Session& session, const DiagnosisReport& report)
{
    SetSchemas command;
    command.ids = report.affected;
    command.patch.syncType = SyncType::FullRefresh;
    session.ask<Done>(command, [&session, report](const Done&) { testAndSync(session, report); });
}

void cancelThen(Session& session, const DiagnosisReport& report, bool sync)
{
    const std::vector<SchemaId> ids = idsOf(affectedSchemas(*session.world(), report));
    session.ask<Done>(CancelSchemas{ids}, [&session, report, ids, sync](const Done&) {
        const auto resting = [ids](const World& world) {
            return std::all_of(ids.begin(), ids.end(), [&world](SchemaId id) {
                const SchemaInfo* schema = world.schema(id);
                return !schema || !schema->currentRun.isValid();
            });
        };
        session.whenWorld(resting, [&session, report, sync](const WorldPtr&) {
            if (sync)
                return testAndSync(session, report);
            doneDocument(session, report, Cli::tr("Cancelled."));
        });
    });
}

QString sourceName(Session& session, const DiagnosisReport& report)
{
    const WorldPtr world = session.world();
    const SourceInfo* source = world->source(report.sourceId);
    return source ? source->name : QStringLiteral("SOURCE");
}

void refreshTables(Session& session, const DiagnosisReport& report)
{
    session.ask<RefreshResult>(RefreshSource{report.sourceId}, [&session, report](const RefreshResult& result) {
        session.out().note(Cli::tr("New: %1. Gone: %2.")
            .arg(result.added.isEmpty() ? Cli::tr("none") : result.added.join(QStringLiteral(", ")),
                result.vanished.isEmpty() ? Cli::tr("none") : result.vanished.join(QStringLiteral(", "))));
        const QString next = result.added.isEmpty() ? Cli::tr("The list of tables is as it was read now.")
            : Cli::tr("Enable a new table with “leatctl schema resume %1”; TABLE stands for its name.").arg(nameWord(sourceName(session, report) + QLatin1String(".TABLE")));
        doneDocument(session, report, next);
    });
}

/// The sync that an action asks for; none: the action is something else.
std::optional<SyncSchemas> syncFor(const QString& id)
{
    SyncSchemas sync;
    sync.fromScratch = id == QLatin1String("resync");
    sync.acceptEmpty = id == QLatin1String("accept-empty");
    sync.acceptChanges = id == QLatin1String("accept-changes");
    const bool plain = id == QLatin1String("sync") || id == QLatin1String("wait");
    return plain || sync.fromScratch || sync.acceptEmpty || sync.acceptChanges ? std::optional(sync) : std::nullopt;
}

void refuse(Session& session, const DiagnosisAction& action)
{
    const QString remedy = action.command.isEmpty()
        ? Cli::tr("It is done outside Leat; afterwards run “leatctl diagnose” again.")
        : (Cli::tr("Run “%1”.").arg(action.command) + QLatin1Char(' ') + placeholderNote(action.id)).trimmed();
    const QString sentence = action.effect == ActionEffect::Deletes
        ? Cli::tr("“%1” deletes data and is not done from here.").arg(action.words)
        : Cli::tr("“%1” needs you.").arg(action.words);
    session.fail(usageFailure(ErrorCode::InvalidArgument, sentence, remedy));
}

} // namespace

void applyFix(Session& session, const DiagnosisReport& report, qint64 number)
{
    const std::vector<DiagnosisAction>& actions = report.diagnosis.actions;
    if (number < 1 || number > qint64(actions.size()))
        return session.fail(usageFailure(ErrorCode::InvalidOption, Cli::tr("There is no action %1.").arg(number),
            Cli::tr("“leatctl diagnose” lists them; there are %1.").arg(actions.size())));
    const DiagnosisAction& action = actions[std::size_t(number - 1)];
    session.out().note(Cli::tr("%1: %2 (%3)").arg(report.subject, action.words, action.effectText));
    const QString& id = action.id;
    if (const QString reason = unavailableReason(id); !reason.isEmpty())
        return session.fail(usageFailure(ErrorCode::InvalidOption, Cli::tr("“%1” is not to be had.").arg(action.words), reason));
    if (const std::optional<SyncSchemas> sync = syncFor(id))
        testAndSync(session, report, *sync);
    else if (id == QLatin1String("test"))
        testThen(session, report, [&session, report] { doneDocument(session, report, Cli::tr("Nothing was changed.")); });
    else if (id == QLatin1String("pause") || id == QLatin1String("resume"))
        setPaused(session, report, id == QLatin1String("pause"));
    else if (id == QLatin1String("full-refresh"))
        useFullRefresh(session, report);
    else if (id == QLatin1String("verify"))
        compareTables(session, affectedSchemas(*session.world(), report));
    else if (id == QLatin1String("refresh"))
        refreshTables(session, report);
    else if (id == QLatin1String("cancel") || id == QLatin1String("cancel-sync"))
        cancelThen(session, report, id == QLatin1String("cancel-sync"));
    else
        refuse(session, action);
}

} // namespace leat
