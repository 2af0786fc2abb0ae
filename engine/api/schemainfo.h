// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/deletepolicy.h"
#include "engine/api/error.h"
#include "engine/api/ids.h"
#include "engine/api/result.h"
#include "engine/api/runinfo.h"
#include "engine/api/syncvalues.h"
#include "engine/api/tableshape.h"
#include "engine/api/verifyreport.h"

#include <QDateTime>
#include <QTime>

#include <optional>

namespace leat {

/// How many rows of a run may be set aside because they cannot be stored, before the run stops: a number,
/// or a share of the rows read. None (the default): the first one stops it.
struct ErrorBudget
{
    qint64 rows = 0;
    double percent = 0;
    bool isSet() const { return rows > 0 || percent > 0; }
    bool allows(qint64 bad, qint64 read) const { return bad <= rows || double(bad) * 100 <= percent * double(read); }
    bool operator==(const ErrorBudget&) const = default;
};
/// "0", "100", "0.5%" and back.
QString toString(const ErrorBudget& budget);
std::optional<ErrorBudget> errorBudgetFromString(const QString& text);

/// How one schema syncs. Field names in JSON and on the command line are the seeds' (T19–T26).
struct SchemaConfig
{
    SyncType syncType = SyncType::FullRefresh;                 ///< sync_type
    QString incrementalField;                                  ///< incremental_field
    std::optional<CursorType> incrementalFieldType;            ///< incremental_field_type
    QStringList primaryKeyColumns;                             ///< primary_key_columns
    bool shouldSync = false;                                   ///< should_sync
    QStringList columns;                                       ///< columns; empty: all
    qint64 lookbackSeconds = 0;                                ///< incremental_field_lookback_seconds
    LateCommits lateCommits = LateCommits::Auto;               ///< late_commits
    CdcTableMode cdcTableMode = CdcTableMode::Consolidated;    ///< cdc_table_mode (T23)
    SyncFrequency syncFrequency = SyncFrequency::Never;        ///< sync_frequency (T24)
    QTime syncTimeOfDay;                                       ///< sync_time_of_day (T25); invalid: none
    ErrorBudget errorBudget;                                   ///< error_budget
    VerifyEvery verifyEvery = VerifyEvery::Off;                ///< verify_every
    DeletePolicy deletes;                                      ///< deletes; counts for Incremental
    ReconcileCadence reconcileEvery;                           ///< reconcile_every
    DeleteLimit deleteLimit;                                   ///< delete_limit
    bool operator==(const SchemaConfig&) const = default;
};

/// Only what is set changes (seed id T35).
struct SchemaPatch
{
    std::optional<SyncType> syncType;
    std::optional<QString> incrementalField;
    std::optional<CursorType> incrementalFieldType;
    std::optional<QStringList> primaryKeyColumns;
    std::optional<bool> shouldSync;
    std::optional<QStringList> columns;
    std::optional<qint64> lookbackSeconds;
    std::optional<LateCommits> lateCommits;
    std::optional<CdcTableMode> cdcTableMode;
    std::optional<SyncFrequency> syncFrequency;
    std::optional<ErrorBudget> errorBudget;
    std::optional<VerifyEvery> verifyEvery;
    std::optional<DeletePolicy> deletes;
    std::optional<ReconcileCadence> reconcileEvery;
    std::optional<DeleteLimit> deleteLimit;
    std::optional<QTime> syncTimeOfDay;                        ///< an invalid time takes it away
    bool operator==(const SchemaPatch&) const = default;
    bool isEmpty() const;
};

SchemaConfig applied(SchemaConfig config, const SchemaPatch& patch);

/// Reads one `field=value` pair of the seeds' names into the patch. Lists are comma separated,
/// or JSON arrays where a name holds a comma. Errors: UnknownOption (with the nearest name),
/// InvalidOption (with the allowed values).
Result<void> setField(SchemaPatch& patch, const QString& field, const QString& value);

/// All field names that setField knows, in display order.
QStringList schemaFieldNames();

/// The fields that a patch sets, in display order.
QStringList patchedFields(const SchemaPatch& patch);

/// A field's value as setField reads it back: "incremental", "id,tenant", "03:30:00", empty for none.
QString fieldText(const SchemaConfig& config, const QString& field);

/// The fields in which two configurations differ, in display order.
QStringList changedFields(const SchemaConfig& before, const SchemaConfig& after);

struct SchemaInfo;
/// Whether rows deleted at the source go, or are marked, here too: a complete copy tells, and so
/// does a reconcile.
bool tracksDeletes(const SchemaInfo& schema);
/// Whether keys can be compared by this configuration: rows must be merged by a key.
bool reconciles(const SchemaConfig& config);
/// Not synced within twice its interval, or at a time to come: never shown as well (G22); without a copy its last
/// run counts. False where it syncs only when asked to, and before the first run.
bool isStale(const SchemaInfo& schema, const QDateTime& now);

/// Who switched a schema off, when, and why. Kept until it is switched on again.
struct PauseNote
{
    QString actor;                 ///< "window", "leatctl", "engine"
    QDateTime at;                  ///< UTC
    QString ruleId;                ///< of the engine: the rule that proved the cause; else empty
    std::optional<Error> cause;    ///< of the engine: what was proven
    bool byEngine() const { return !ruleId.isEmpty(); }
    bool operator==(const PauseNote&) const = default;
};

/// "Paused by Leat: The table … is no longer at the source.", "Paused in the window". Translated.
QString pauseText(const PauseNote& note);

/// A scheduled comparison that came to nothing.
struct VerifyFailure
{
    QDateTime at;                  ///< UTC
    Error error;
    bool operator==(const VerifyFailure&) const = default;
};

/// Everything a door shows of one schema.
struct SchemaInfo
{
    SchemaId id;
    SourceId sourceId;
    QString sourceName;
    TableName table;
    QString label;                 ///< "orders" or "audit.orders": unique within the source
    QString warehouseTable;        ///< "shop.orders", as a person types it in SQL
    TableKind kind = TableKind::Table;
    SchemaConfig config;
    qint64 revision = 1;
    SchemaStatus status = SchemaStatus::Off;
    std::optional<Error> latestError;
    std::optional<PauseNote> pause;    ///< only while switched off, and only when somebody did that
    QDateTime lastSyncedAt;        ///< UTC, invalid: never
    QDateTime nextRetryAt;         ///< UTC, invalid: none
    QDateTime nextRunAt;           ///< UTC, by the schedule; past: due; invalid: none planned
    QDateTime lastStartedAt;       ///< UTC, start of the last run, the current one included
    QDateTime scheduleAnchor;      ///< UTC, the day from which 7day and 30day count
    qint64 rows = -1;              ///< rows in the warehouse table; -1: unknown
    qint64 estimatedRows = -1;     ///< rows at the source by its statistics
    QDateTime quietSince;          ///< UTC, the last find of syncs that find nothing for unusually long (T220); invalid: all is usual
    QString cursorText;            ///< the stored watermark, for display
    Guarantee guarantee = Guarantee::Unknown;
    Proof proof;                   ///< of the last comparison with the source
    std::optional<VerifyFailure> verifyFailure;    ///< of the scheduled comparisons, since the last proof
    QDateTime nextVerifyAt;        ///< UTC, by verify_every; past: due; invalid: none planned
    ReconcileNote reconcile;       ///< how the last comparison of the keys ended
    qint64 lostValues = 0;         ///< values of the last load that had no exact form, counted
    qint64 quarantined = 0;        ///< rows that could not be stored and are kept aside
    bool presentAtSource = true;   ///< false: the last refresh did not find the table
    RunId currentRun;
    std::optional<RunProgress> progress;
    RunId lastRun;
    std::optional<RunStatus> lastRunStatus;
    bool operator==(const SchemaInfo&) const = default;
};

} // namespace leat
