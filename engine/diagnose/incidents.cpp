// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/incidents.h"

#include "engine/api/commandwords.h"
#include "engine/api/unavailable.h"

#include <QCoreApplication>

#include <algorithm>

namespace leat {

namespace {

constexpr qint64 kMinuteMs = 60'000;
constexpr int kMostCutOffs = 2; // in a row; more will not pass by themselves

QString tr(const char* text)
{
    return QCoreApplication::translate("Incidents", text);
}

bool isRunning(const SchemaInfo& schema)
{
    return schema.status == SchemaStatus::Running || schema.status == SchemaStatus::Cancelling;
}

bool isStuck(const SchemaInfo& schema, const HealthFacts& facts)
{
    const auto moved = facts.progressAt.find(schema.id);
    if (!isRunning(schema) || moved == facts.progressAt.end())
        return false;
    const auto median = facts.medianRunMs.find(schema.id);
    return moved->second.msecsTo(facts.now) > stuckAfterMs(median == facts.medianRunMs.end() ? -1 : median->second);
}

// Since when nothing newer came; without a copy, since when one is wanted.
QDateTime waitingSince(const SchemaInfo& schema, const HealthFacts& facts)
{
    if (schema.lastSyncedAt.isValid())
        return schema.lastSyncedAt;
    const auto wanted = facts.wantedSince.find(schema.id);
    return schema.lastStartedAt.isValid() || wanted == facts.wantedSince.end() ? schema.lastStartedAt : wanted->second;
}

// A time more than an interval from now was noted by a clock that was wrong, and says nothing.
bool isLate(const SchemaInfo& schema, const HealthFacts& facts)
{
    const qint64 interval = intervalSeconds(schema.config.syncFrequency);
    const QDateTime since = waitingSince(schema, facts);
    const qint64 age = since.isValid() ? since.secsTo(facts.now) : 0;
    return interval > 0 && (age * 2 > interval * 3 || age < -interval);
}

QString lateHeadline(const SchemaInfo& schema, const HealthFacts& facts)
{
    const qint64 hours = waitingSince(schema, facts).secsTo(facts.now) / 3600;
    if (hours < 0)
        return tr("Its last sync is dated %1 hours from now: a clock was wrong").arg(-hours);
    return schema.lastSyncedAt.isValid() ? tr("Last synced %1 hours ago").arg(hours)
                                         : tr("Without rows for %1 hours, although it is to sync by itself").arg(hours);
}

bool differs(const SchemaInfo& schema, const HealthFacts& facts)
{
    const auto found = facts.differing.find(schema.id);
    return found != facts.differing.end() && found->second.proven;
}

// Its rows were lost, not deleted; until there are others.
bool lostItsCopy(const SchemaInfo& schema, const HealthFacts& facts)
{
    const auto found = facts.doubts.find(schema.id);
    return found != facts.doubts.end() && found->second.lost && !schema.lastSyncedAt.isValid();
}

bool hasOlderCopy(const SchemaInfo& schema, const HealthFacts& facts)
{
    const auto found = facts.doubts.find(schema.id);
    return found != facts.doubts.end() && !found->second.lost && schema.lastSyncedAt.isValid();
}

bool keepsBeingCutOff(const SchemaInfo& schema, const HealthFacts& facts)
{
    const auto found = facts.cutOffs.find(schema.id);
    return found != facts.cutOffs.end() && found->second.count > kMostCutOffs;
}

// What is tried again by itself needs nobody, unless it ends so each time.
bool wasCutOff(const SchemaInfo& schema, const HealthFacts& facts)
{
    return schema.lastRunStatus == RunStatus::Interrupted && !schema.latestError
        && (!schema.nextRetryAt.isValid() || keepsBeingCutOff(schema, facts));
}

Health failureHealth(const Diagnosis& diagnosis)
{
    switch (diagnosis.branch) {
    case Branch::B: return Health::Credentials;
    case Branch::H: return Health::Limit;
    case Branch::I: return Health::PushBroken;
    default: break;
    }
    if (diagnosis.scope == FaultScope::Source && diagnosis.category == QLatin1String("network"))
        return Health::Unreachable;
    return Health::Failed;
}

bool needsResync(const Error& error)
{
    return error.code == ErrorCode::CursorConfigChanged || error.code == ErrorCode::CursorWentBackwards
        || error.code == ErrorCode::ShapeChanged;
}

Health statusHealth(SchemaStatus status)
{
    switch (status) {
    case SchemaStatus::Failed: return Health::Failed;
    case SchemaStatus::HeldBack: return Health::HeldBack;
    case SchemaStatus::Running: return Health::Running;
    case SchemaStatus::Queued: return Health::Queued;
    case SchemaStatus::Cancelling: return Health::Cancelling;
    case SchemaStatus::Cancelled: return Health::Cancelled;
    case SchemaStatus::Paused: return Health::Paused;
    case SchemaStatus::NeverSynced: return Health::NeverSynced;
    case SchemaStatus::Off: return Health::Off;
    case SchemaStatus::Ok: break;
    }
    return Health::Ok;
}

QString fullName(const SchemaInfo& schema)
{
    return schema.sourceName + QLatin1Char('.') + schema.label;
}

Diagnosis fixed(Cause cause, const char* rule)
{
    return diagnosisOf(cause, QLatin1String(rule), Confidence::High);
}

// What was paused for its cause goes on only by "Resume".
Diagnosis resumable(Diagnosis diagnosis)
{
    diagnosis.actions.push_back(actionOf(QStringLiteral("resume")));
    return diagnosis;
}

Diagnosis schemaDiagnosis(const SchemaInfo& schema, const QString& type, Health health, const HealthFacts& facts,
    const Classifier& classifier)
{
    if (health == Health::Late && hasOlderCopy(schema, facts))
        return fixed(Cause::Late, "STATE-OLDER-COPY");
    switch (health) {
    case Health::Stuck: return fixed(Cause::RunStuck, "STATE-NO-PROGRESS");
    case Health::Late: return fixed(Cause::Late, "STATE-LATE");
    case Health::Quiet: return fixed(Cause::NothingNew, "STATE-NOTHING-NEW");
    default: break;
    }
    if (health == Health::PausedByLeat && schema.pause && schema.pause->cause)
        return resumable(classifier.classify(*schema.pause->cause, type));
    if (!schema.presentAtSource)
        return fixed(Cause::TableGone, "STATE-TABLE-GONE");
    if (schema.latestError)
        return classifier.classify(*schema.latestError, type);
    if (health == Health::NeedsResync && lostItsCopy(schema, facts))
        return fixed(Cause::WarehouseTableGone, "STATE-COPY-GONE");
    if (health == Health::NeedsResync)
        return fixed(Cause::RowsDiffer, "STATE-ROWS-DIFFER");
    if (wasCutOff(schema, facts))
        return keepsBeingCutOff(schema, facts) ? fixed(Cause::RunsCutOff, "STATE-CUT-OFF-AGAIN") : fixed(Cause::RunCutOff, "STATE-CUT-OFF");
    FailureEvidence evidence;
    evidence.sourceType = type;
    return classifier.classify(evidence);
}

// What a person reads first; the cause's sentence without its full stop, figures where time matters.
QString headlineOf(const Incident& incident, const SchemaInfo* schema, const HealthFacts& facts)
{
    if (incident.health == Health::Stuck && schema) {
        const auto moved = facts.progressAt.find(schema->id);
        const qint64 minutes = moved == facts.progressAt.end() ? 0 : moved->second.msecsTo(facts.now) / kMinuteMs;
        return tr("No progress for %1 minutes").arg(minutes);
    }
    if (schema && incident.diagnosis.ruleId == QLatin1String("STATE-COPY-GONE"))
        return tr("Its rows are no longer in the warehouse; there were %1").arg(facts.doubts.at(schema->id).figure);
    if (schema && incident.diagnosis.ruleId == QLatin1String("STATE-OLDER-COPY"))
        return tr("An older copy of the warehouse is in place; it stored this table %1 hours ago")
            .arg(facts.doubts.at(schema->id).at.secsTo(facts.now) / 3600);
    if (incident.health == Health::Late && schema)
        return lateHeadline(*schema, facts);
    if (incident.health == Health::Quiet && schema)
        return tr("Nothing new for %1 hours, which is unusual for this table").arg(schema->quietSince.secsTo(facts.now) / 3600);
    if (schema && incident.diagnosis.ruleId == QLatin1String("STATE-ROWS-DIFFER")) {
        const RowDifferences& rows = facts.differing.at(schema->id);
        return tr("Rows differ from the source: %1 missing, %2 not there any more, %3 with other values")
            .arg(rows.missing).arg(rows.extra).arg(rows.differing);
    }
    if (schema && incident.diagnosis.ruleId == QLatin1String("STATE-CUT-OFF-AGAIN"))
        return tr("Cut off %1 times in a row, each time before it was done").arg(facts.cutOffs.at(schema->id).count);
    QString sentence = incident.diagnosis.cause;
    if (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    return incident.health == Health::PausedByLeat ? tr("Paused by Leat: %1").arg(sentence) : sentence;
}

void fillCommands(Diagnosis& diagnosis, const QString& source, const QString& schema)
{
    for (DiagnosisAction& action : diagnosis.actions)
        action.command = filledCommand(action.command, source, schema.isEmpty() ? source + QLatin1String(".*") : schema);
}

// "wait" is no button, and what this version cannot do is none: what can be pressed comes next.
DiagnosisAction primaryOf(const Diagnosis& diagnosis)
{
    for (const DiagnosisAction& action : diagnosis.actions)
        if (action.id != QLatin1String("wait") && unavailableReason(action.id).isEmpty())
            return action;
    return {};
}

QString idOf(const Incident& incident)
{
    const QString thing = incident.schemaId.isValid()
        ? QStringLiteral("schema-%1-").arg(incident.schemaId.value)
        : QStringLiteral("source-%1-").arg(incident.sourceId.value);
    return thing + incident.diagnosis.category;
}

bool asksForCare(Health health)
{
    return health < Health::Running;
}

// A table of a source that does not work is part of the source's incident when it failed with
// the source, or waits for it.
bool belongsToSource(const SchemaInfo& schema, const SourceInfo& source, Health health, const Classifier& classifier)
{
    if (health == Health::Stuck || !schema.config.shouldSync)
        return false;
    if (!schema.latestError)
        return true;
    if (schema.latestError->code == source.latestError->code)
        return true;
    const Diagnosis own = classifier.classify(*schema.latestError, source.type);
    return own.scope == FaultScope::Source && own.branch == classifier.classify(*source.latestError, source.type).branch;
}

std::optional<Incident> sourceIncident(const World& world, const SourceInfo& source, const HealthFacts& facts,
    const Classifier& classifier)
{
    if (source.status != SourceStatus::Error || !source.latestError)
        return std::nullopt;
    Incident incident;
    incident.sourceId = source.id;
    incident.subject = source.name;
    incident.diagnosis = classifier.classify(*source.latestError, source.type);
    fillCommands(incident.diagnosis, source.name, {});
    incident.health = failureHealth(incident.diagnosis);
    for (const SchemaInfo& schema : world.schemas) {
        if (schema.sourceId != source.id
            || !belongsToSource(schema, source, healthOf(schema, &source, facts, classifier), classifier))
            continue;
        incident.schemas.push_back(schema.id);
        const auto since = facts.failingSince.find(schema.id);
        if (since != facts.failingSince.end() && (!incident.since.isValid() || since->second < incident.since))
            incident.since = since->second;
        if (schema.nextRetryAt.isValid() && (!incident.nextRetryAt.isValid() || schema.nextRetryAt < incident.nextRetryAt))
            incident.nextRetryAt = schema.nextRetryAt;
    }
    incident.headline = headlineOf(incident, nullptr, facts);
    incident.action = primaryOf(incident.diagnosis);
    incident.id = idOf(incident);
    return incident;
}

Incident schemaIncident(const SchemaInfo& schema, const SourceInfo* source, Health health, const HealthFacts& facts,
    const Classifier& classifier)
{
    Incident incident;
    incident.sourceId = schema.sourceId;
    incident.schemaId = schema.id;
    incident.subject = fullName(schema);
    incident.health = health;
    incident.schemas = {schema.id};
    incident.nextRetryAt = schema.nextRetryAt;
    incident.diagnosis = schemaDiagnosis(schema, source ? source->type : QString(), health, facts, classifier);
    fillCommands(incident.diagnosis, schema.sourceName, fullName(schema));
    const auto since = facts.failingSince.find(schema.id);
    const auto moved = facts.progressAt.find(schema.id);
    if (health == Health::Stuck && moved != facts.progressAt.end())
        incident.since = moved->second;
    else if (since != facts.failingSince.end())
        incident.since = since->second;
    else if (differs(schema, facts))
        incident.since = facts.differing.at(schema.id).since;
    else if (health == Health::Quiet)
        incident.since = schema.quietSince;
    else if (incident.diagnosis.ruleId == QLatin1String("STATE-CUT-OFF-AGAIN"))
        incident.since = facts.cutOffs.at(schema.id).since;
    incident.headline = headlineOf(incident, &schema, facts);
    incident.action = primaryOf(incident.diagnosis);
    incident.id = idOf(incident);
    return incident;
}

} // namespace

qint64 stuckAfterMs(qint64 median)
{
    return std::max<qint64>(15 * kMinuteMs, 3 * median);
}

qint64 intervalSeconds(SyncFrequency frequency)
{
    static constexpr std::pair<const char*, qint64> kUnits[] = {{"min", 60}, {"hour", 3600}, {"day", 86'400}};
    const QString name = toString(frequency);
    for (const auto& [unit, seconds] : kUnits) {
        const qsizetype at = name.indexOf(QLatin1String(unit));
        if (at > 0)
            return name.left(at).toLongLong() * seconds;
    }
    return 0;
}

qint64 medianRunMs(const std::vector<RunInfo>& runs)
{
    std::vector<qint64> took;
    for (const RunInfo& run : runs)
        if (run.status == RunStatus::Completed && run.startedAt.isValid() && run.finishedAt.isValid())
            took.push_back(run.startedAt.msecsTo(run.finishedAt));
    if (took.empty())
        return -1;
    std::nth_element(took.begin(), took.begin() + std::ptrdiff_t(took.size() / 2), took.end());
    return took[took.size() / 2];
}

CutOffs cutOffsOf(const std::vector<RunInfo>& newestFirst)
{
    CutOffs found;
    for (const RunInfo& run : newestFirst) {
        if (run.status == RunStatus::Completed || run.status == RunStatus::Failed || run.status == RunStatus::HeldBack)
            break;
        if (run.status == RunStatus::Interrupted && run.mode != QLatin1String("reconcile")) {
            ++found.count;
            found.since = run.finishedAt;
        }
    }
    return found;
}

Health healthOf(const SchemaInfo& schema, const SourceInfo* source, const HealthFacts& facts,
    const Classifier& classifier)
{
    if (isStuck(schema, facts))
        return Health::Stuck;
    const Health plain = statusHealth(schema.status);
    if (plain >= Health::Running && plain <= Health::Cancelling)
        return plain;
    if (!schema.config.shouldSync)
        return schema.pause && schema.pause->byEngine() ? Health::PausedByLeat : plain;
    if (schema.latestError && plain == Health::Failed) {
        if (needsResync(*schema.latestError))
            return Health::NeedsResync;
        return failureHealth(classifier.classify(*schema.latestError, source ? source->type : QString()));
    }
    if (plain == Health::Failed || plain == Health::HeldBack)
        return plain;
    if (!schema.presentAtSource || wasCutOff(schema, facts))
        return Health::Failed;
    if (differs(schema, facts) || lostItsCopy(schema, facts))
        return Health::NeedsResync;
    if (hasOlderCopy(schema, facts))
        return Health::Late;
    if (isLate(schema, facts))
        return Health::Late;
    return schema.quietSince.isValid() ? Health::Quiet : plain;
}

std::vector<Incident> incidentsOf(const World& world, const HealthFacts& facts, const Classifier& classifier)
{
    std::vector<Incident> incidents;
    std::vector<SchemaId> covered;
    for (const SourceInfo& source : world.sources) {
        if (std::optional<Incident> incident = sourceIncident(world, source, facts, classifier)) {
            covered.insert(covered.end(), incident->schemas.begin(), incident->schemas.end());
            incidents.push_back(std::move(*incident));
        }
    }
    for (const SchemaInfo& schema : world.schemas) {
        if (std::find(covered.begin(), covered.end(), schema.id) != covered.end())
            continue;
        const SourceInfo* source = world.source(schema.sourceId);
        const Health health = healthOf(schema, source, facts, classifier);
        if (asksForCare(health))
            incidents.push_back(schemaIncident(schema, source, health, facts, classifier));
    }
    std::stable_sort(incidents.begin(), incidents.end(), [](const Incident& a, const Incident& b) {
        if (a.health != b.health)
            return a.health < b.health;
        return a.schemas.size() > b.schemas.size();
    });
    return incidents;
}

} // namespace leat
