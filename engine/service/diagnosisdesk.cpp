// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/diagnosisdesk.h"

#include "engine/api/commandwords.h"
#include "engine/api/errortext.h"
#include "engine/diagnose/logexcerpt.h"
#include "engine/diagnose/probes.h"

#include <QCoreApplication>

#include <algorithm>

namespace leat {

namespace {

constexpr int kRunsLookedAt = 10;

QString tr(const char* text)
{
    return QCoreApplication::translate("Diagnosis", text);
}

Error nothingThere(const QString& what, qint64 id)
{
    return makeError(ErrorCode::NotFound, {},
        {{QStringLiteral("what"), what}, {QStringLiteral("name"), QString::number(id)}});
}

bool concerns(const Incident& incident, const SchemaInfo& schema)
{
    return std::find(incident.schemas.begin(), incident.schemas.end(), schema.id) != incident.schemas.end();
}

// Of a source: its own incident, else the worst of its tables. Of a schema: the incident that
// stops it, be it its own or its source's.
const Incident* incidentOf(const World& world, const SourceInfo& source, const SchemaInfo* schema)
{
    for (const Incident& incident : world.incidents) {
        if (incident.sourceId != source.id)
            continue;
        if (schema ? concerns(incident, *schema) : !incident.schemaId.isValid())
            return &incident;
    }
    if (schema)
        return nullptr;
    for (const Incident& incident : world.incidents)
        if (incident.sourceId == source.id)
            return &incident;
    return nullptr;
}

Cause quietCause(const SchemaInfo* schema)
{
    if (!schema)
        return Cause::Healthy;
    if (!schema->config.shouldSync)
        return Cause::Paused;
    return schema->lastSyncedAt.isValid() ? Cause::Healthy : Cause::NeverRan;
}

// No incident: nobody is bothered with what is paused. Who asks hears why it failed; that it is paused stands beside it.
Diagnosis quietDiagnosis(const SourceInfo& source, const SchemaInfo* schema, const Classifier& classifier)
{
    if (!schema || !schema->latestError || schema->config.shouldSync)
        return diagnosisOf(quietCause(schema), QStringLiteral("STATE"), Confidence::High);
    Diagnosis failed = classifier.classify(*schema->latestError, source.type);
    std::erase_if(failed.actions, [](const DiagnosisAction& action) { return action.id == QLatin1String("pause"); });
    failed.actions.push_back(actionOf(QStringLiteral("resume")));
    return failed;
}

bool isHealthy(const SchemaInfo* schema)
{
    const Cause cause = quietCause(schema);
    return cause == Cause::Healthy || (cause == Cause::Paused && !schema->latestError);
}

// Whether a schedule tries any of them again: else waiting alone changes nothing.
bool isPlanned(const World& world, const DiagnosisReport& report)
{
    return std::any_of(world.schemas.begin(), world.schemas.end(), [&report](const SchemaInfo& schema) {
        const bool meant = report.affected.empty() ? schema.sourceId == report.sourceId
            : std::find(report.affected.begin(), report.affected.end(), schema.id) != report.affected.end();
        return meant && schema.config.shouldSync && schema.config.syncFrequency != SyncFrequency::Never;
    });
}

void fillActions(Diagnosis& diagnosis, const QString& source, const QString& schema, bool planned)
{
    for (DiagnosisAction& action : diagnosis.actions)
        if (!planned && action.id == QLatin1String("wait"))
            action.words = tr("Wait a moment, then sync: without a schedule nothing is tried again");
    for (DiagnosisAction& action : diagnosis.actions)
        action.command = filledCommand(action.command, source, schema);
}

QString rawText(const SourceInfo& source, const SchemaInfo* schema, bool ofSource)
{
    if (!ofSource && schema && schema->latestError)
        return schema->latestError->detail;
    return source.latestError ? source.latestError->detail : QString();
}

} // namespace

DiagnosisDesk::DiagnosisDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask,
    Mailbox& mailbox, HealthKeeper& health)
    : m_parts(parts), m_sources(sources), m_world(world), m_ask(ask), m_mailbox(mailbox), m_health(health)
{
}

Result<Reply> DiagnosisDesk::judge(const DiagnoseText& command) const
{
    return Reply(judgeText(m_health.classifier(), command.evidence).diagnosis);
}

DiagnosisReport DiagnosisDesk::recorded(const SourceInfo& source, const SchemaInfo* schema)
{
    DiagnosisReport report;
    report.sourceId = source.id;
    report.subject = schema ? source.name + QLatin1Char('.') + schema->label : source.name;
    const Incident* incident = incidentOf(m_world.world(), source, schema);
    if (incident) {
        report.schemaId = incident->schemaId;
        report.subject = incident->subject;
        report.diagnosis = incident->diagnosis;
        report.affected = incident->schemas;
        report.since = incident->since;
    } else {
        report.healthy = isHealthy(schema);
        report.diagnosis = quietDiagnosis(source, schema, m_health.classifier());
        if (schema) {
            report.schemaId = schema->id;
            report.affected = {schema->id};
        }
    }
    const SchemaInfo* worst = schema ? schema : m_world.schema(report.schemaId);
    report.rawText = rawText(source, worst, incident && !incident->schemaId.isValid());
    addHistory(report, source, worst);
    return report;
}

void DiagnosisDesk::addHistory(DiagnosisReport& report, const SourceInfo& source, const SchemaInfo* schema)
{
    using State = DiagnosisFact::State;
    report.facts.push_back({source.status == SourceStatus::Error ? State::Problem : State::Ok, tr("Source"),
        source.latestError ? describe(*source.latestError).sentence : tr("No failure recorded")});
    if (!schema)
        return;
    if (schema->latestError)
        report.facts.push_back({State::Problem, tr("Last error"), describe(*schema->latestError).sentence});
    if (schema->pause)
        report.facts.push_back({State::Note, tr("Paused"),
            tr("%1 %2").arg(pauseText(*schema->pause), QLocale().toString(schema->pause->at.toLocalTime(), QLocale::ShortFormat))});
    else if (!schema->config.shouldSync)
        report.facts.push_back({State::Note, tr("Paused"), tr("It syncs only when someone asks for it.")});
    report.facts.push_back({State::Note, tr("Last success"),
        schema->lastSyncedAt.isValid() ? QLocale().toString(schema->lastSyncedAt.toLocalTime(), QLocale::ShortFormat) : tr("never")});
    HistoryFilter filter;
    filter.schemaId = schema->id;
    filter.limit = kRunsLookedAt;
    if (Result<HistoryPage> page = m_parts.state->history(filter); page && !page->runs.empty()) {
        const auto failed = std::count_if(page->runs.begin(), page->runs.end(),
            [](const RunInfo& run) { return run.status == RunStatus::Failed || run.status == RunStatus::Interrupted; });
        report.facts.push_back({failed ? State::Warning : State::Ok, tr("Last runs"),
            tr("%1 of the last %2 failed").arg(failed).arg(page->runs.size())});
    }
}

QFuture<ReplyPtr> DiagnosisDesk::diagnose(const Diagnose& command)
{
    const SchemaInfo* schema = command.schema.isValid() ? m_world.schema(command.schema) : nullptr;
    if (command.schema.isValid() && !schema)
        return AskDesk::answer(nothingThere(tr("table"), command.schema.value));
    const SourceId sourceId = schema ? schema->sourceId : command.source;
    const SourceInfo* source = m_world.source(sourceId);
    if (!source)
        return AskDesk::answer(nothingThere(tr("source"), sourceId.value));
    DiagnosisReport report = recorded(*source, schema);
    const QString table = schema ? source->name + QLatin1Char('.') + schema->label : source->name + QLatin1String(".*");
    const bool planned = isPlanned(m_world.world(), report);
    if (!command.probe) {
        fillActions(report.diagnosis, source->name, table, planned);
        return AskDesk::answer(Reply(std::move(report)));
    }
    return m_ask.ask(
        [this, command, report, table, planned, info = *source](const CancelToken& cancel) mutable -> Result<Reply> {
            Result<std::shared_ptr<Source>> opened = m_sources.get(info);
            Result<CheckReport> check = CheckReport();
            if (opened)
                check = (*opened)->check(
                    [this, command](const CheckReport& step) {
                        if (command.onStep)
                            m_mailbox.post([command, step] { command.onStep(step); });
                    },
                    cancel);
            const std::optional<Error> away = !opened ? std::optional(opened.error())
                : !check ? std::optional(check.error()) : std::nullopt;
            if (away && away->code == ErrorCode::Cancelled)
                return *away;
            // The keychain may be what fails; it stands where a login would.
            if (away)
                check = CheckReport{{CheckStep{CheckStep::Kind::Login, CheckStep::State::Failed, {}, 0, away}}, {}};
            rankByProbes(report, *check, info.type, m_health.classifier());
            fillActions(report.diagnosis, info.name, table, planned);
            for (Diagnosis& other : report.others)
                fillActions(other, info.name, table, planned);
            return Reply(std::move(report));
        },
        {});
}

} // namespace leat
