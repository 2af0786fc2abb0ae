// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/jsonview.h"

#include "engine/api/candidatewords.h"
#include "engine/api/errortext.h"
#include "engine/api/jsonvalues.h"

#include <QJsonArray>

namespace leat {

namespace {

QJsonValue errorValue(const std::optional<Error>& error)
{
    return error ? QJsonValue(toJson(*error)) : QJsonValue(QJsonValue::Null);
}

QJsonObject stringMap(const QMap<QString, QString>& map)
{
    QJsonObject json;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        json[it.key()] = it.value();
    return json;
}

QString levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Info: return QStringLiteral("info");
    case LogLevel::Warning: return QStringLiteral("warning");
    case LogLevel::Error: return QStringLiteral("error");
    }
    return {};
}

QString findingName(DoctorFinding::State state)
{
    switch (state) {
    case DoctorFinding::State::Ok: return QStringLiteral("ok");
    case DoctorFinding::State::Warning: return QStringLiteral("warning");
    case DoctorFinding::State::Problem: return QStringLiteral("problem");
    }
    return {};
}

QJsonObject toJson(const CursorEvidence& evidence)
{
    const auto known = [](double number) { return number < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(number); };
    return {
        {QStringLiteral("duplicate_share"), known(evidence.duplicateShare)},
        {QStringLiteral("duplicates_by"), toString(evidence.valuesBy)},
        {QStringLiteral("greatest"), textValue(evidence.greatest)},
        {QStringLiteral("rows_at_greatest"), countValue(evidence.atGreatest)},
        {QStringLiteral("rows_in_future"), countValue(evidence.future)},
        {QStringLiteral("ends_by"), toString(evidence.endsBy)},
        {QStringLiteral("moves_with_changes"), evidence.moves ? QJsonValue(*evidence.moves) : QJsonValue(QJsonValue::Null)},
    };
}

QJsonObject toJson(const CursorCandidate& candidate)
{
    return {
        {QStringLiteral("field"), candidate.field},
        {QStringLiteral("type"), toString(candidate.type)},
        {QStringLiteral("source_type"), candidate.sourceType},
        {QStringLiteral("indexed"), candidate.indexed},
        {QStringLiteral("null_share"), candidate.nullShare < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(candidate.nullShare)},
        {QStringLiteral("recommended"), candidate.recommended},
        {QStringLiteral("reason"), candidate.reason},
        {QStringLiteral("evidence"), toJson(candidate.evidence)},
    };
}

QJsonObject toJson(const ColumnShape& column)
{
    return {
        {QStringLiteral("name"), column.name},
        {QStringLiteral("type"), column.sourceType},
        {QStringLiteral("nullable"), column.nullable},
        {QStringLiteral("comment"), textValue(column.comment)},
        {QStringLiteral("loss_note"), textValue(column.lossNote)},
    };
}

} // namespace

QJsonObject toJson(const Error& error)
{
    const ErrorText text = describe(error);
    return {
        {QStringLiteral("code"), toString(error.code)},
        {QStringLiteral("sentence"), text.sentence},
        {QStringLiteral("remedy"), text.remedy},
        {QStringLiteral("detail"), textValue(error.detail)},
        {QStringLiteral("sqlstate"), textValue(error.sqlState)},
        {QStringLiteral("retry"), toString(error.retry)},
        {QStringLiteral("owner"), toString(error.owner)},
        {QStringLiteral("phase"), toString(error.phase)},
        {QStringLiteral("args"), stringMap(error.args)},
    };
}

std::optional<Error> errorFromJson(const QJsonObject& json)
{
    if (!json.contains(QLatin1String("code")))
        return std::nullopt;
    Error error;
    error.code = errorCodeFromString(json[QLatin1String("code")].toString());
    error.detail = json[QLatin1String("detail")].toString();
    error.sqlState = json[QLatin1String("sqlstate")].toString();
    error.retry = retryClassFromString(json[QLatin1String("retry")].toString());
    error.owner = ownerFromString(json[QLatin1String("owner")].toString());
    error.phase = phaseFromString(json[QLatin1String("phase")].toString());
    const QJsonObject args = json[QLatin1String("args")].toObject();
    for (auto it = args.begin(); it != args.end(); ++it)
        error.args[it.key()] = it.value().toString();
    return error;
}

QJsonObject toJson(const SchemaConfig& config)
{
    return {
        {QStringLiteral("sync_type"), toString(config.syncType)},
        {QStringLiteral("incremental_field"), textValue(config.incrementalField)},
        {QStringLiteral("incremental_field_type"),
            config.incrementalFieldType ? QJsonValue(toString(*config.incrementalFieldType)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("primary_key_columns"), QJsonArray::fromStringList(config.primaryKeyColumns)},
        {QStringLiteral("should_sync"), config.shouldSync},
        {QStringLiteral("columns"),
            config.columns.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QJsonArray::fromStringList(config.columns))},
        {QStringLiteral("incremental_field_lookback_seconds"), config.lookbackSeconds},
        {QStringLiteral("late_commits"), toString(config.lateCommits)},
        {QStringLiteral("cdc_table_mode"), toString(config.cdcTableMode)},
        {QStringLiteral("sync_frequency"), toString(config.syncFrequency)},
        {QStringLiteral("error_budget"), toString(config.errorBudget)},
        {QStringLiteral("verify_every"), toString(config.verifyEvery)},
        {QStringLiteral("deletes"), toString(config.deletes)},
        {QStringLiteral("reconcile_every"), toString(config.reconcileEvery)},
        {QStringLiteral("delete_limit"), toString(config.deleteLimit)},
        {QStringLiteral("sync_time_of_day"), textValue(fieldText(config, QStringLiteral("sync_time_of_day")))},
    };
}

SchemaConfig schemaConfigFromJson(const QJsonObject& json)
{
    const auto list = [&json](const char* name) {
        QStringList values;
        for (const QJsonValue& value : json[QLatin1String(name)].toArray())
            values.append(value.toString());
        return values;
    };
    SchemaConfig config;
    config.syncType = syncTypeFromString(json[QLatin1String("sync_type")].toString()).value_or(SyncType::FullRefresh);
    config.incrementalField = json[QLatin1String("incremental_field")].toString();
    config.incrementalFieldType = cursorTypeFromString(json[QLatin1String("incremental_field_type")].toString());
    config.primaryKeyColumns = list("primary_key_columns");
    config.shouldSync = json[QLatin1String("should_sync")].toBool();
    config.columns = list("columns");
    config.lookbackSeconds = json[QLatin1String("incremental_field_lookback_seconds")].toInteger();
    config.errorBudget = errorBudgetFromString(json[QLatin1String("error_budget")].toString()).value_or(ErrorBudget());
    config.verifyEvery = verifyEveryFromString(json[QLatin1String("verify_every")].toString()).value_or(VerifyEvery::Off);
    config.deletes = deletePolicyFromString(json[QLatin1String("deletes")].toString()).value_or(DeletePolicy());
    config.reconcileEvery = reconcileCadenceFromString(json[QLatin1String("reconcile_every")].toString()).value_or(ReconcileCadence());
    config.deleteLimit = deleteLimitFromString(json[QLatin1String("delete_limit")].toString()).value_or(DeleteLimit());
    config.lateCommits = lateCommitsFromString(json[QLatin1String("late_commits")].toString()).value_or(LateCommits::Auto);
    config.cdcTableMode
        = cdcTableModeFromString(json[QLatin1String("cdc_table_mode")].toString()).value_or(CdcTableMode::Consolidated);
    config.syncFrequency
        = syncFrequencyFromString(json[QLatin1String("sync_frequency")].toString()).value_or(SyncFrequency::Never);
    config.syncTimeOfDay
        = QTime::fromString(json[QLatin1String("sync_time_of_day")].toString(), QStringLiteral("HH:mm:ss"));
    return config;
}

QJsonObject toJson(const RunProgress& progress)
{
    return {
        {QStringLiteral("phase"), toString(progress.phase)},
        {QStringLiteral("rows"), progress.rows},
        {QStringLiteral("bytes"), progress.bytes},
        {QStringLiteral("expected_rows"), countValue(progress.expectedRows)},
        {QStringLiteral("fraction"), progress.fraction < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(progress.fraction)},
        {QStringLiteral("rows_per_second"), progress.rowsPerSecond},
        {QStringLiteral("eta_seconds"), countValue(progress.etaSeconds)},
    };
}

QJsonObject toJson(const PauseNote& note)
{
    return {
        {QStringLiteral("by"), note.actor},
        {QStringLiteral("at"), timeValue(note.at)},
        {QStringLiteral("rule"), textValue(note.ruleId)},
        {QStringLiteral("reason"), note.cause ? QJsonValue(describe(*note.cause).sentence) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("error"), errorValue(note.cause)},
    };
}

QJsonObject toJson(const SchemaInfo& schema)
{
    QJsonObject json = toJson(schema.config);
    json[QLatin1String("id")] = schema.id.value;
    json[QLatin1String("source")] = schema.sourceName;
    json[QLatin1String("table")] = schema.label;
    json[QLatin1String("namespace")] = textValue(schema.table.nameSpace);
    json[QLatin1String("warehouse_table")] = schema.warehouseTable;
    json[QLatin1String("kind")] = toString(schema.kind);
    json[QLatin1String("status")] = toString(schema.status);
    json[QLatin1String("late")] = schema.config.shouldSync && isStale(schema, QDateTime::currentDateTimeUtc());
    json[QLatin1String("quiet_since")] = timeValue(schema.quietSince);
    json[QLatin1String("latest_error")] = errorValue(schema.latestError);
    json[QLatin1String("paused")] = schema.pause ? QJsonValue(toJson(*schema.pause)) : QJsonValue(QJsonValue::Null);
    json[QLatin1String("last_synced_at")] = timeValue(schema.lastSyncedAt);
    json[QLatin1String("next_retry_at")] = timeValue(schema.nextRetryAt);
    json[QLatin1String("next_run_at")] = timeValue(schema.nextRunAt);
    json[QLatin1String("last_started_at")] = timeValue(schema.lastStartedAt);
    json[QLatin1String("rows")] = countValue(schema.rows);
    json[QLatin1String("estimated_rows")] = countValue(schema.estimatedRows);
    json[QLatin1String("cursor")] = textValue(schema.cursorText);
    json[QLatin1String("guarantee")] = toString(schema.guarantee);
    json[QLatin1String("tier")] = tierOf(schema.guarantee);
    json[QLatin1String("deletes_tracked")] = tracksDeletes(schema);
    json[QLatin1String("proof")] = schema.proof.verifiedAt.isValid() ? QJsonValue(toJson(schema.proof)) : QJsonValue(QJsonValue::Null);
    json[QLatin1String("verify_failed_at")] = timeValue(schema.verifyFailure ? schema.verifyFailure->at : QDateTime());
    json[QLatin1String("verify_error")] = errorValue(schema.verifyFailure ? std::optional(schema.verifyFailure->error) : std::nullopt);
    json[QLatin1String("next_verify_at")] = timeValue(schema.nextVerifyAt);
    json[QLatin1String("reconcile")] = schema.reconcile.triedAt.isValid() ? QJsonValue(toJson(schema.reconcile)) : QJsonValue(QJsonValue::Null);
    json[QLatin1String("lost_values")] = schema.lostValues;
    json[QLatin1String("quarantined")] = schema.quarantined;
    json[QLatin1String("present_at_source")] = schema.presentAtSource;
    json[QLatin1String("revision")] = schema.revision;
    json[QLatin1String("progress")] = schema.progress ? QJsonValue(toJson(*schema.progress)) : QJsonValue(QJsonValue::Null);
    return json;
}

QJsonObject toJson(const SourceInfo& source)
{
    return {
        {QStringLiteral("id"), source.id.value},
        {QStringLiteral("name"), source.name},
        {QStringLiteral("type"), source.type},
        {QStringLiteral("summary"), source.summary},
        {QStringLiteral("settings"), stringMap(source.settings)},
        {QStringLiteral("secrets"), QJsonArray::fromStringList(source.secretKeys)},
        {QStringLiteral("secret_state"), toString(source.secretState)},
        {QStringLiteral("status"), toString(source.status)},
        {QStringLiteral("latest_error"), errorValue(source.latestError)},
        {QStringLiteral("next_probe_at"), timeValue(source.nextProbeAt)},
        {QStringLiteral("tries_held"), source.triesHeld},
        {QStringLiteral("default_namespace"), textValue(source.defaultNamespace)},
        {QStringLiteral("tables_listed_at"), timeValue(source.tablesListedAt)},
        {QStringLiteral("revision"), source.revision},
    };
}

QJsonObject toJson(const RunInfo& run)
{
    const bool timed = run.startedAt.isValid() && run.finishedAt.isValid();
    return {
        {QStringLiteral("run_id"), run.id.value},
        {QStringLiteral("source"), run.sourceName},
        {QStringLiteral("table"), run.label},
        {QStringLiteral("status"), toString(run.status)},
        {QStringLiteral("trigger"), toString(run.trigger)},
        {QStringLiteral("sync_type"), toString(run.syncType)},
        {QStringLiteral("mode"), textValue(run.mode)},
        {QStringLiteral("queued_at"), timeValue(run.queuedAt)},
        {QStringLiteral("started_at"), timeValue(run.startedAt)},
        {QStringLiteral("completed_at"), timeValue(run.finishedAt)},
        {QStringLiteral("duration_seconds"),
            timed ? QJsonValue(double(run.startedAt.msecsTo(run.finishedAt)) / 1000.0) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("attempts"), run.attempts},
        {QStringLiteral("rows_read"), run.rowsRead},
        {QStringLiteral("rows_inserted"), run.rowsInserted},
        {QStringLiteral("rows_updated"), run.rowsUpdated},
        {QStringLiteral("rows_skipped"), run.rowsSkipped},
        {QStringLiteral("rows_quarantined"), run.rowsQuarantined},
        {QStringLiteral("bytes_read"), run.bytesRead},
        {QStringLiteral("lost_values"), run.lostValues},
        {QStringLiteral("cursor_before"), textValue(run.cursorBefore)},
        {QStringLiteral("cursor_after"), textValue(run.cursorAfter)},
        {QStringLiteral("error"), errorValue(run.error)},
    };
}

QJsonObject toJson(const LogLine& line)
{
    return {
        {QStringLiteral("seq"), line.seq},
        {QStringLiteral("at"), timeValue(line.at)},
        {QStringLiteral("level"), levelName(line.level)},
        {QStringLiteral("text"), line.text},
    };
}

QJsonObject toJson(const CheckReport& report)
{
    QJsonArray steps;
    for (const CheckStep& step : report.steps)
        steps.append(QJsonObject{
            {QStringLiteral("step"), toString(step.kind)},
            {QStringLiteral("state"), toString(step.state)},
            {QStringLiteral("note"), step.note},
            {QStringLiteral("milliseconds"), step.milliseconds},
            {QStringLiteral("error"), errorValue(step.error)},
        });
    return {
        {QStringLiteral("ok"), report.ok()},
        {QStringLiteral("server_version"), textValue(report.serverVersion)},
        {QStringLiteral("steps"), steps},
    };
}

QJsonObject toJson(const SyncOptions& options)
{
    QJsonArray fields;
    for (const CursorCandidate& candidate : options.incrementalFields)
        fields.append(toJson(candidate));
    QJsonArray columns;
    for (const ColumnShape& column : options.shape.columns)
        columns.append(toJson(column));
    return {
        {QStringLiteral("incremental_fields"), fields},
        {QStringLiteral("incremental_available"), options.incrementalAvailable},
        {QStringLiteral("append_available"), options.appendAvailable},
        {QStringLiteral("cdc_available"), options.cdcAvailable},
        {QStringLiteral("full_refresh_available"), options.fullRefreshAvailable},
        {QStringLiteral("supports_webhooks"), options.supportsWebhooks},
        {QStringLiteral("last_key_check"), options.lastKeyCheck ? QJsonValue(toJson(*options.lastKeyCheck)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("recommendation"), textValue(recommendation(options))},
        {QStringLiteral("detected_primary_keys"), QJsonArray::fromStringList(options.detectedPrimaryKeys)},
        {QStringLiteral("available_columns"), columns},
        {QStringLiteral("estimated_rows"), countValue(options.shape.estimatedRows)},
        {QStringLiteral("suggested_sync_type"), toString(options.suggested)},
        {QStringLiteral("suggested_field"), textValue(options.suggestedField)},
        {QStringLiteral("suggestion_reason"), options.suggestionReason},
    };
}

QJsonObject toJson(const TableListing& listing)
{
    return {
        {QStringLiteral("namespace"), textValue(listing.table.nameSpace)},
        {QStringLiteral("table"), listing.table.name},
        {QStringLiteral("kind"), toString(listing.kind)},
        {QStringLiteral("estimated_rows"), countValue(listing.estimatedRows)},
        {QStringLiteral("size_bytes"), countValue(listing.sizeBytes)},
        {QStringLiteral("readable"), listing.readable},
        {QStringLiteral("comment"), textValue(listing.comment)},
        {QStringLiteral("primary_key"), QJsonArray::fromStringList(listing.primaryKey)},
        {QStringLiteral("suggested_sync_type"), toString(listing.suggested)},
        {QStringLiteral("suggested_cursor"), textValue(listing.suggestedCursor)},
        {QStringLiteral("reason"), listing.reason},
    };
}

namespace {

QJsonValue cellValue(const std::optional<QString>& cell)
{
    return cell ? QJsonValue(*cell) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject toJson(const Proof& proof)
{
    return {
        {QStringLiteral("verified_at"), timeValue(proof.verifiedAt)},
        {QStringLiteral("source_rows"), proof.sourceRows},
        {QStringLiteral("missing"), proof.missing},
        {QStringLiteral("extra"), proof.extra},
        {QStringLiteral("differing"), proof.differing},
        {QStringLiteral("pending"), proof.pending},
        {QStringLiteral("drift"), proof.drift()},
        {QStringLiteral("repaired"), proof.repaired},
    };
}

Proof proofFromJson(const QJsonObject& json)
{
    const auto number = [&json](const char* name) { return json[QLatin1String(name)].toInteger(); };
    Proof proof;
    proof.verifiedAt = QDateTime::fromString(json[QLatin1String("verified_at")].toString(), Qt::ISODateWithMs).toUTC();
    proof.sourceRows = number("source_rows");
    proof.missing = number("missing");
    proof.extra = number("extra");
    proof.differing = number("differing");
    proof.pending = number("pending");
    proof.repaired = json[QLatin1String("repaired")].toBool();
    return proof;
}

QJsonObject toJson(const VerifyReport& report)
{
    QJsonArray values;
    for (const ValueDifference& value : report.values)
        values.append(QJsonObject{
            {QStringLiteral("key"), value.key},
            {QStringLiteral("column"), value.column},
            {QStringLiteral("source"), cellValue(value.source)},
            {QStringLiteral("warehouse"), cellValue(value.warehouse)},
        });
    return {
        {QStringLiteral("table"), report.label},
        {QStringLiteral("at"), timeValue(report.at)},
        {QStringLiteral("equal"), report.equal()},
        {QStringLiteral("source_rows"), report.sourceRows},
        {QStringLiteral("warehouse_rows"), report.warehouseRows},
        {QStringLiteral("missing"), report.missing},
        {QStringLiteral("extra"), report.extra},
        {QStringLiteral("differing"), report.differing},
        {QStringLiteral("pending"), report.pendingKnown ? QJsonValue(report.pending) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("keeps_versions"), report.keepsVersions},
        {QStringLiteral("method"), toString(report.method)},
        {QStringLiteral("rows_transferred"), report.rowsTransferred},
        {QStringLiteral("repaired"), report.repaired},
        {QStringLiteral("values"), values},
        {QStringLiteral("by_key"), report.byKey},
        {QStringLiteral("buckets"), report.buckets},
        {QStringLiteral("differing_buckets"), report.differingBuckets},
        {QStringLiteral("missing_keys"), QJsonArray::fromStringList(report.missingKeys)},
        {QStringLiteral("extra_keys"), QJsonArray::fromStringList(report.extraKeys)},
        {QStringLiteral("differing_keys"), QJsonArray::fromStringList(report.differingKeys)},
    };
}

QJsonObject toJson(const DoctorReport& report)
{
    QJsonArray findings;
    for (const DoctorFinding& finding : report.findings) {
        QJsonArray fixes;
        for (const DoctorFix& fix : finding.fixes)
            fixes.append(QJsonObject{{QStringLiteral("id"), fix.id}, {QStringLiteral("words"), fix.words},
                {QStringLiteral("effect"), fix.effect}, {QStringLiteral("deletes"), fix.deletes}});
        findings.append(QJsonObject{
            {QStringLiteral("id"), finding.id},
            {QStringLiteral("name"), finding.name},
            {QStringLiteral("state"), findingName(finding.state)},
            {QStringLiteral("text"), finding.text},
            {QStringLiteral("remedy"), textValue(finding.remedy)},
            {QStringLiteral("items"), QJsonArray::fromStringList(finding.items)},
            {QStringLiteral("fixes"), fixes},
        });
    }
    return {{QStringLiteral("healthy"), report.healthy()}, {QStringLiteral("findings"), findings},
        {QStringLiteral("done"), textValue(report.done)}};
}

QJsonObject toJson(const EngineInfo& engine)
{
    return {
        {QStringLiteral("profile"), engine.profilePath},
        {QStringLiteral("warehouse"), engine.warehousePath},
        {QStringLiteral("warehouse_bytes"), countValue(engine.warehouseBytes)},
        {QStringLiteral("keychain"), toString(engine.keychain)},
        {QStringLiteral("running"), engine.running},
        {QStringLiteral("queued"), engine.queued},
        {QStringLiteral("scheduler"), QJsonObject{
            {QStringLiteral("runs_here"), engine.schedulerRuns},
            {QStringLiteral("paused"), engine.schedulerPaused},
            {QStringLiteral("paused_until"), timeValue(engine.pausedUntil)},
            {QStringLiteral("next_run_at"), timeValue(engine.nextRunAt)},
            {QStringLiteral("timezone"), textValue(engine.timeZone)},
            {QStringLiteral("timezone_is_system"), engine.timeZoneIsSystem},
        }},
    };
}

} // namespace leat
