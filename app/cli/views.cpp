// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/views.h"

#include "app/cli/clitext.h"
#include "app/cli/format.h"
#include "app/cli/names.h"
#include "engine/api/commandwords.h"
#include "engine/api/jsonview.h"

#include <algorithm>

namespace leat {

namespace {
constexpr TextTable::Align kRight = TextTable::Align::Right;
}

Cell statusCell(SchemaStatus status)
{
    switch (status) {
    case SchemaStatus::Failed: return {Cli::tr("failed"), Tone::Bad};
    case SchemaStatus::HeldBack: return {Cli::tr("held back"), Tone::Warning};
    case SchemaStatus::Running: return {Cli::tr("running"), Tone::Strong};
    case SchemaStatus::Queued: return {Cli::tr("queued"), Tone::Strong};
    case SchemaStatus::Cancelling: return {Cli::tr("cancelling"), Tone::Warning};
    case SchemaStatus::Cancelled: return {Cli::tr("cancelled"), Tone::Warning};
    case SchemaStatus::Paused: return {Cli::tr("paused"), Tone::Faint};
    case SchemaStatus::NeverSynced: return {Cli::tr("never synced"), Tone::Normal};
    case SchemaStatus::Off: return {Cli::tr("off"), Tone::Faint};
    case SchemaStatus::Ok: return {Cli::tr("ok"), Tone::Good};
    }
    return {};
}

const Incident* incidentOf(const World& world, SchemaId id)
{
    const auto affects = [id](const Incident& incident) {
        return std::find(incident.schemas.begin(), incident.schemas.end(), id) != incident.schemas.end();
    };
    const auto found = std::find_if(world.incidents.begin(), world.incidents.end(), affects);
    return found == world.incidents.end() ? nullptr : &*found;
}

Cell statusCell(const World& world, const SchemaInfo& schema)
{
    const Incident* incident = incidentOf(world, schema.id);
    const bool looksWell = schema.status == SchemaStatus::Ok || schema.status == SchemaStatus::NeverSynced;
    if (incident && (looksWell || incident->health == Health::Stuck))
        return {healthTitle(incident->health).toLower(), Tone::Warning};
    if (schema.status == SchemaStatus::Ok && isStale(schema, QDateTime::currentDateTimeUtc()))
        return {Cli::tr("late"), Tone::Warning};
    if (schema.status == SchemaStatus::Ok && schema.quietSince.isValid())
        return {Cli::tr("quiet"), Tone::Warning};
    return statusCell(schema.status);
}

Cell statusCell(RunStatus status)
{
    switch (status) {
    case RunStatus::Queued: return {Cli::tr("queued"), Tone::Strong};
    case RunStatus::Running: return {Cli::tr("running"), Tone::Strong};
    case RunStatus::Completed: return {Cli::tr("completed"), Tone::Good};
    case RunStatus::Failed: return {Cli::tr("failed"), Tone::Bad};
    case RunStatus::Cancelled: return {Cli::tr("cancelled"), Tone::Warning};
    case RunStatus::Interrupted: return {Cli::tr("interrupted"), Tone::Warning};
    case RunStatus::HeldBack: return {Cli::tr("held back"), Tone::Warning};
    }
    return {};
}

Cell statusCell(SourceStatus status)
{
    switch (status) {
    case SourceStatus::Unknown: return {Cli::tr("not tested"), Tone::Faint};
    case SourceStatus::Ok: return {Cli::tr("ok"), Tone::Good};
    case SourceStatus::Error: return {Cli::tr("error"), Tone::Bad};
    }
    return {};
}

Cell statusCell(CheckStep::State state)
{
    switch (state) {
    case CheckStep::State::Waiting: return {Cli::tr("waiting"), Tone::Faint};
    case CheckStep::State::Running: return {Cli::tr("running"), Tone::Strong};
    case CheckStep::State::Ok: return {Cli::tr("ok"), Tone::Good};
    case CheckStep::State::Warning: return {Cli::tr("warning"), Tone::Warning};
    case CheckStep::State::Failed: return {Cli::tr("failed"), Tone::Bad};
    case CheckStep::State::Skipped: return {Cli::tr("skipped"), Tone::Faint};
    }
    return {};
}

Cell statusCell(DoctorFinding::State state)
{
    switch (state) {
    case DoctorFinding::State::Ok: return {Cli::tr("ok"), Tone::Good};
    case DoctorFinding::State::Warning: return {Cli::tr("warning"), Tone::Warning};
    case DoctorFinding::State::Problem: return {Cli::tr("problem"), Tone::Bad};
    }
    return {};
}

TextTable sourceTable(const Output& out, const World& world, const std::vector<SourceInfo>& sources)
{
    TextTable table({{Cli::tr("SOURCE")}, {Cli::tr("TYPE")}, {Cli::tr("STATUS")}, {Cli::tr("TABLES"), kRight},
        {Cli::tr("SYNCED"), kRight}, {Cli::tr("ADDRESS")}, {Cli::tr("PROBLEMS"), kRight}});
    for (const SourceInfo& source : sources) {
        const std::vector<SchemaInfo> schemas = schemasOf(world, source.id);
        const auto enabled = std::count_if(schemas.begin(), schemas.end(), [](const SchemaInfo& s) { return s.config.shouldSync; });
        const qint64 problems = std::count_if(world.incidents.begin(), world.incidents.end(),
            [&source](const Incident& incident) { return incident.sourceId == source.id; });
        table.add({source.name, source.type, statusCell(source.status), out.count(qint64(schemas.size())),
            out.count(qint64(enabled)), source.summary, {out.count(problems), problems > 0 ? Tone::Bad : Tone::Normal}});
    }
    return table;
}

// DuckDB takes “shop.Orders” for shop.orders, which may be the copy of another table: where the warehouse has another
// name than the table has here, it is shown. Last, so that the other columns stay where they are.
TextTable schemaTable(const Output& out, const World& world, const std::vector<SchemaInfo>& schemas)
{
    const bool renamed = std::any_of(schemas.begin(), schemas.end(), [](const SchemaInfo& s) { return s.warehouseTable != fullName(s); });
    std::vector<TextTable::Column> columns{{Cli::tr("TABLE")}, {Cli::tr("STATUS")}, {Cli::tr("SYNC TYPE")}, {Cli::tr("CURSOR FIELD")},
        {Cli::tr("ROWS"), kRight}, {Cli::tr("LAST SYNCED")}, {Cli::tr("NEXT")}, {Cli::tr("PROBLEM")}};
    if (renamed)
        columns.push_back({Cli::tr("WAREHOUSE")});
    TextTable table(std::move(columns));
    for (const SchemaInfo& schema : schemas) {
        QString problem = schema.pause && schema.pause->byEngine() ? pauseText(*schema.pause)
            : schema.latestError ? Output::brief(*schema.latestError) : QString();
        if (problem.isEmpty() && !schema.presentAtSource)
            problem = Cli::tr("no longer at the source");
        if (const Incident* incident = incidentOf(world, schema.id); incident && problem.isEmpty())
            problem = incident->headline;
        std::vector<Cell> row{fullName(schema), statusCell(world, schema), toString(schema.config.syncType),
            schema.config.incrementalField, out.count(schema.rows), out.time(schema.lastSyncedAt),
            nextRunText(out, schema.nextRunAt), problem};
        if (renamed)
            row.push_back(schema.warehouseTable == fullName(schema) ? QString() : schema.warehouseTable);
        table.add(std::move(row));
    }
    return table;
}

TextTable runTable(const Output& out, const std::vector<RunInfo>& runs)
{
    TextTable table({{Cli::tr("RUN"), kRight}, {Cli::tr("TABLE")}, {Cli::tr("STATUS")}, {Cli::tr("MODE")},
        {Cli::tr("STARTED")}, {Cli::tr("TIME"), kRight}, {Cli::tr("ROWS"), kRight}, {Cli::tr("PROBLEM")}});
    for (const RunInfo& run : runs)
        table.add({QString::number(run.id.value), run.sourceName + QLatin1Char('.') + run.label, statusCell(run.status),
            run.mode, out.time(run.startedAt.isValid() ? run.startedAt : run.queuedAt),
            out.duration(run.startedAt, run.finishedAt), out.count(run.rowsRead),
            run.error                 ? Output::brief(*run.error)
                : run.rowsQuarantined > 0 ? Cli::tr("rows put into quarantine: %1").arg(out.count(run.rowsQuarantined))
                                          : QString()});
    return table;
}

TextTable checkTable(const CheckReport& report)
{
    TextTable table({{Cli::tr("STEP")}, {Cli::tr("STATUS")}, {Cli::tr("TIME"), kRight}, {Cli::tr("NOTE")}});
    for (const CheckStep& step : report.steps)
        table.add({toString(step.kind), statusCell(step.state), Cli::tr("%1 ms").arg(step.milliseconds),
            step.error ? Output::brief(*step.error) : step.note});
    return table;
}

Cell proofCell(const Output& out, const Proof& proof)
{
    if (!proof.verifiedAt.isValid())
        return {Cli::tr("never"), Tone::Normal};
    const QString at = out.time(proof.verifiedAt);
    if (proof.drift() == 0)
        return {Cli::tr("%1: equal, %2 rows").arg(at, out.count(proof.sourceRows)), Tone::Good};
    const QString found = Cli::tr("%1 missing, %2 extra, %3 different")
                              .arg(out.count(proof.missing), out.count(proof.extra), out.count(proof.differing));
    return proof.repaired ? Cell(Cli::tr("%1: %2; repaired").arg(at, found), Tone::Good)
                          : Cell(Cli::tr("%1: %2").arg(at, found), Tone::Bad);
}

namespace {

QString deletesText(const SchemaInfo& schema)
{
    if (schema.config.syncType == SyncType::FullRefresh)
        return Cli::tr("go with every sync");
    if (!tracksDeletes(schema))
        return reconciles(schema.config) ? Cli::tr("not tracked; set deletes=soft, hard or purge:DAYS")
                                         : Cli::tr("not tracked; “schema verify” counts them");
    const QString what = schema.config.deletes.marks() ? Cli::tr("marked in _leat_deleted_at") : Cli::tr("deleted");
    const ReconcileCadence& every = schema.config.reconcileEvery;
    if (every.runs > 0)
        return Cli::tr("%1 by comparing keys after every %2 syncs").arg(what).arg(every.runs);
    return every.interval == SyncFrequency::Never ? Cli::tr("%1 by “schema reconcile”").arg(what)
                                                  : Cli::tr("%1 by comparing keys every %2").arg(what, toString(every));
}

Cell reconcileCell(const Output& out, const ReconcileNote& note)
{
    if (note.error)
        return {Cli::tr("%1: %2").arg(out.time(note.triedAt), Output::brief(*note.error)), Tone::Bad};
    const QString found = Cli::tr("%1: %2 gone, %3 missing").arg(out.time(note.at), out.count(note.gone), out.count(note.missing));
    return note.held ? Cell(Cli::tr("%1; held back").arg(found), Tone::Warning) : Cell(found, Tone::Good);
}

} // namespace

KeyValueList schemaDetails(const Output& out, const World& world, const SchemaInfo& schema)
{
    const SchemaConfig& config = schema.config;
    const QString comma = QStringLiteral(", ");
    KeyValueList list;
    list.add(Cli::tr("Table"), fullName(schema));
    list.add(Cli::tr("Kind"), toString(schema.kind));
    list.add(Cli::tr("Warehouse table"), {schema.warehouseTable, schema.warehouseTable == fullName(schema) ? Tone::Normal : Tone::Warning});
    list.add(Cli::tr("Status"), statusCell(world, schema));
    if (schema.quietSince.isValid())
        list.add(Cli::tr("Nothing new since"), {Cli::tr("%1, unusual for this table; compare it with “schema verify”").arg(out.time(schema.quietSince)), Tone::Warning});
    if (schema.latestError)
        list.add(Cli::tr("Problem"), {Output::brief(*schema.latestError), Tone::Bad});
    else if (const Incident* incident = incidentOf(world, schema.id))
        list.add(Cli::tr("Problem"), {incident->headline, Tone::Bad});
    if (schema.pause)
        list.add(Cli::tr("Paused"), {Cli::tr("%1 %2").arg(pauseText(*schema.pause), out.time(schema.pause->at)),
            schema.pause->byEngine() ? Tone::Warning : Tone::Normal});
    if (!schema.presentAtSource)
        list.add(Cli::tr("At the source"), {Cli::tr("no longer there"), Tone::Warning});
    const int tier = tierOf(schema.guarantee);
    list.add(Cli::tr("Guarantee"), tier > 0 ? Cli::tr("tier %1: %2").arg(QString::number(tier), guaranteeText(schema.guarantee))
                                            : guaranteeText(schema.guarantee));
    list.add(Cli::tr("Deleted rows"), deletesText(schema));
    if (schema.reconcile.triedAt.isValid())
        list.add(Cli::tr("Last reconcile"), reconcileCell(out, schema.reconcile));
    list.add(Cli::tr("Last verified"), proofCell(out, schema.proof));
    if (schema.verifyFailure)
        list.add(Cli::tr("Not verified"), {Cli::tr("%1: %2").arg(out.time(schema.verifyFailure->at), Output::brief(schema.verifyFailure->error)), Tone::Warning});
    if (schema.nextVerifyAt.isValid())
        list.add(Cli::tr("Verifies next"), out.time(schema.nextVerifyAt));
    list.add(Cli::tr("Rows"), out.count(schema.rows));
    list.add(Cli::tr("Rows at the source, about"), out.count(schema.estimatedRows));
    if (schema.lostValues > 0)
        list.add(Cli::tr("Values without exact form"), {out.count(schema.lostValues), Tone::Warning});
    if (schema.quarantined > 0)
        list.add(Cli::tr("Rows in quarantine"),
            {Cli::tr("%1; see “leatctl schema quarantine list %2”").arg(out.count(schema.quarantined), nameWord(fullName(schema))), Tone::Warning});
    list.add(Cli::tr("Last synced"), schema.lastSyncedAt.isValid() ? out.time(schema.lastSyncedAt) : Cli::tr("never"));
    list.add(Cli::tr("Next sync"), schema.nextRunAt.isValid() ? nextRunText(out, schema.nextRunAt) : Cli::tr("none planned"));
    list.add(Cli::tr("Cursor"), schema.cursorText);
    list.add(QStringLiteral("sync_type"), toString(config.syncType));
    list.add(QStringLiteral("should_sync"), config.shouldSync ? QStringLiteral("true") : QStringLiteral("false"));
    list.add(QStringLiteral("incremental_field"), config.incrementalField);
    list.add(QStringLiteral("incremental_field_type"),
        config.incrementalFieldType ? toString(*config.incrementalFieldType) : QString());
    list.add(QStringLiteral("primary_key_columns"), config.primaryKeyColumns.join(comma));
    list.add(QStringLiteral("columns"), config.columns.isEmpty() ? QStringLiteral("*") : config.columns.join(comma));
    list.add(QStringLiteral("sync_frequency"), toString(config.syncFrequency));
    list.add(QStringLiteral("sync_time_of_day"),
        config.syncTimeOfDay.isValid() ? config.syncTimeOfDay.toString(QStringLiteral("HH:mm:ss")) : QString());
    list.add(QStringLiteral("incremental_field_lookback_seconds"), QString::number(config.lookbackSeconds));
    list.add(QStringLiteral("late_commits"), toString(config.lateCommits));
    list.add(QStringLiteral("error_budget"), toString(config.errorBudget));
    list.add(QStringLiteral("verify_every"), toString(config.verifyEvery));
    list.add(QStringLiteral("deletes"), toString(config.deletes));
    list.add(QStringLiteral("reconcile_every"), toString(config.reconcileEvery));
    list.add(QStringLiteral("delete_limit"), toString(config.deleteLimit));
    return list;
}

QString quarantineText(const Output& out, const QString& name, qint64 rows)
{
    return Cli::tr("rows in quarantine: %1; see “leatctl schema quarantine list %2”").arg(out.count(rows), nameWord(name));
}

QString phaseText(RunPhase phase)
{
    switch (phase) {
    case RunPhase::Waiting: return Cli::tr("waiting");
    case RunPhase::Connecting: return Cli::tr("connecting");
    case RunPhase::Planning: return Cli::tr("planning");
    case RunPhase::Reading: return Cli::tr("reading");
    case RunPhase::Merging: return Cli::tr("merging");
    case RunPhase::Committing: return Cli::tr("committing");
    case RunPhase::Done: return Cli::tr("done");
    }
    return {};
}

QString guaranteeText(Guarantee guarantee)
{
    switch (guarantee) {
    case Guarantee::Unknown: return Cli::tr("not known before the first sync");
    case Guarantee::CompleteCopy: return Cli::tr("equal to one snapshot of the source");
    case Guarantee::ExactWindow: return Cli::tr("every committed insert and update arrives, late ones too");
    case Guarantee::CursorChecked: return Cli::tr("by cursor; exact window while transactions overlap and each tenth time");
    case Guarantee::CursorOnly: return Cli::tr("by cursor and lookback; a change with an older cursor value can be missed");
    }
    return {};
}

QJsonObject schemaJson(const World& world, const SchemaInfo& schema)
{
    QJsonObject json = toJson(schema);
    json[QLatin1String("name")] = fullName(schema);
    const Incident* incident = incidentOf(world, schema.id);
    json[QLatin1String("incident")] = incident ? QJsonValue(QJsonObject{{QStringLiteral("id"), incident->id},
                                                     {QStringLiteral("status"), toString(incident->health)}, {QStringLiteral("headline"), incident->headline}})
                                               : QJsonValue(QJsonValue::Null);
    return json;
}

QJsonArray schemasJson(const World& world, const std::vector<SchemaInfo>& schemas)
{
    QJsonArray array;
    for (const SchemaInfo& schema : schemas)
        array.append(schemaJson(world, schema));
    return array;
}

QJsonObject sourceJson(const SourceInfo& source, const World& world)
{
    QJsonObject json = toJson(source);
    json[QLatin1String("schemas")] = schemasJson(world, schemasOf(world, source.id));
    return json;
}

std::vector<SchemaInfo> schemasOf(const World& world, SourceId source)
{
    std::vector<SchemaInfo> schemas;
    for (const SchemaInfo& schema : world.schemas)
        if (schema.sourceId == source)
            schemas.push_back(schema);
    return schemas;
}

std::vector<SchemaInfo> refreshed(const World& world, const std::vector<SchemaInfo>& schemas)
{
    std::vector<SchemaInfo> now;
    for (const SchemaInfo& schema : schemas)
        if (const SchemaInfo* current = world.schema(schema.id))
            now.push_back(*current);
    return now;
}

QString nextRunText(const Output& out, const QDateTime& at)
{
    if (!at.isValid())
        return {};
    return at <= QDateTime::currentDateTimeUtc() && !out.plain() ? Cli::tr("due") : out.time(at);
}

QString frequencyText(const SchemaConfig& config)
{
    const QString frequency = toString(config.syncFrequency);
    return config.syncTimeOfDay.isValid()
        ? Cli::tr("%1 at %2").arg(frequency, config.syncTimeOfDay.toString(QStringLiteral("HH:mm:ss")))
        : frequency;
}

QString schedulerText(const Output& out, const EngineInfo& engine)
{
    if (engine.schedulerPaused)
        return engine.pausedUntil.isValid() ? Cli::tr("paused until %1").arg(out.time(engine.pausedUntil)) : Cli::tr("paused");
    return engine.schedulerRuns ? Cli::tr("on") : Cli::tr("on, while the window or “leatctl run-scheduler” is open");
}

QString zoneText(const EngineInfo& engine)
{
    return engine.timeZoneIsSystem ? Cli::tr("%1 (the system's)").arg(engine.timeZone) : engine.timeZone;
}

std::vector<SchemaInfo> soonest(const World& world, std::size_t count)
{
    std::vector<SchemaInfo> planned;
    for (const SchemaInfo& schema : world.schemas)
        if (schema.nextRunAt.isValid())
            planned.push_back(schema);
    std::stable_sort(planned.begin(), planned.end(),
        [](const SchemaInfo& a, const SchemaInfo& b) { return a.nextRunAt < b.nextRunAt; });
    if (planned.size() > count)
        planned.erase(planned.begin() + std::ptrdiff_t(count), planned.end());
    return planned;
}

} // namespace leat
