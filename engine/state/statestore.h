// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/audit.h"
#include "engine/api/command.h"
#include "engine/api/result.h"
#include "engine/api/world.h"

#include <memory>
#include <optional>
#include <vector>

namespace leat {

/// A run's right to write one schema. A later lease of the same schema has a greater fence.
struct Lease
{
    SchemaId schemaId;
    RunId runId;
    qint64 fence = 0;
};

/// A lease that nobody renews: its process is gone or silent for 30 s, or its run has ended.
struct StaleLease
{
    SchemaId schemaId;
    RunId runId;
    QString holder;                ///< "process 4711 on ada"; empty: unknown
    QDateTime heartbeatAt;         ///< UTC; invalid: a run that was queued or began and has no lease
};

/// What the state store keeps of a secret; never the secret (08-libraries §1.9 rule 2).
struct SecretRecord
{
    QString reference;             ///< the key in the vault
    QDateTime storedAt;
    int version = 1;
    QString fingerprint;           ///< HMAC with the profile's key
    bool operator==(const SecretRecord&) const = default;
};

/// A run as it ends, and the schema's display mirror of what the warehouse committed.
struct RunEnd
{
    RunInfo run;                   ///< with status, counters, error, finishedAt
    qint64 rows = -1;              ///< rows in the warehouse table; -1: leave as it was
    QString cursorText;
    Guarantee guarantee = Guarantee::Unknown;
    bool synced = false;           ///< sets lastSyncedAt to run.finishedAt
    bool aside = false;            ///< a reconcile, or a repair that went well: says nothing of how syncs go
};

/// The profile's own database (SQLite, WAL). Thread-safe: calls run one after the other on a
/// thread of its own and block the caller for well under a millisecond, except open().
/// All times are UTC. Every change of configuration writes its audit row in the same transaction.
class StateStore
{
public:
    /// Opens or creates the file, migrates it (a backup beside it first). Errors:
    /// ProfileNewer, ProfileUnreadable, ProfileNotWritable.
    /// Needs a QCoreApplication. Destroying the store marks runs it still has as Interrupted.
    static Result<std::unique_ptr<StateStore>> open(const QString& file);
    virtual ~StateStore() = default;

    // sources
    virtual Result<std::vector<SourceInfo>> sources() = 0;
    /// AlreadyExists when another source has the name but for case.
    virtual Result<SourceId> addSource(const SourceInfo& source, const QString& actor) = 0;
    /// Writes settings, status, error, listing time; bumps the revision when settings differ.
    /// Name and type cannot change (InvalidArgument).
    virtual Result<void> updateSource(const SourceInfo& source, const QString& actor) = 0;
    virtual Result<void> removeSource(SourceId id, const QString& actor) = 0;
    virtual Result<std::map<QString, SecretRecord>> secretRecords(SourceId id) = 0;
    /// A record without a reference removes the one that was there.
    virtual Result<void> setSecretRecord(SourceId id, const QString& key, const SecretRecord& record) = 0;

    // schemas
    /// Everything but the live run: `status` is the resting one (schemastatus.h), and
    /// currentRun, progress and nextRetryAt are left for who runs the syncs.
    virtual Result<std::vector<SchemaInfo>> schemas() = 0;
    /// Adds schemas that are new by (source, table); returns the ids in order, of those that
    /// were there too. Names are made here, once (schemanames.h, T065); given ones are kept, or are AlreadyExists.
    virtual Result<std::vector<SchemaId>> addSchemas(const std::vector<SchemaInfo>& schemas, const QString& actor) = 0;
    /// Writes listing facts only: kind, estimatedRows, presentAtSource.
    virtual Result<void> updateListing(const std::vector<SchemaInfo>& schemas) = 0;
    /// Fails with RevisionConflict when expectedRevision != 0 and differs. Returns the new
    /// revision; the old one when nothing differs.
    virtual Result<qint64> setConfig(SchemaId id, const SchemaConfig& config, qint64 expectedRevision, const QString& actor) = 0;
    /// Switches a schema off on the engine's own account, with its reason, and writes "schema.pause"
    /// into the audit trail. Returns the new revision. setConfig notes and forgets pauses by itself.
    virtual Result<qint64> pauseSchema(SchemaId id, const PauseNote& note) = 0;
    /// Later leases get fences above this one, which the warehouse has seen.
    virtual Result<void> raiseFence(qint64 seen) = 0;
    /// The greatest fence of the schema's runs after `after` that stored rows, among its last thousand; 0: none.
    virtual Result<qint64> storedFence(SchemaId id, RunId after) = 0;
    /// Display mirror from the warehouse's own state (start-up repair).
    virtual Result<void> mirror(SchemaId id, qint64 rows, const QString& cursorText, const QDateTime& lastSyncedAt) = 0;

    /// Keeps what a comparison with the source has shown; the revision stays.
    virtual Result<void> setProof(SchemaId id, const Proof& proof) = 0;
    /// Keeps how a comparison of the keys ended; the revision stays.
    virtual Result<void> setReconcile(SchemaId id, const ReconcileNote& note) = 0;

    // runs
    virtual Result<RunId> addRun(const RunInfo& run) = 0;
    /// Running, startedAt, attempt row, lease with the next fence; Busy when another lease of
    /// the schema is alive (heartbeat younger than 30 s and owner not dead). Again for a running
    /// run: a further attempt, with the next fence. Fences grow over the whole profile and with
    /// the clock, so that a restored profile does not fall behind the warehouse.
    virtual Result<Lease> startRun(RunId id, SchemaId schemaId) = 0;
    virtual Result<void> heartbeat(const std::vector<RunId>& runs) = 0;
    /// Ends the run and its attempt, frees the lease, mirrors the schema, in one transaction; a
    /// run that lost its lease mirrors nothing. Keeps the log lines of the last 200 runs.
    virtual Result<void> finishRun(const RunEnd& end) = 0;
    /// Marks what a dead process left Running or Queued as Interrupted; returns how many.
    virtual Result<int> recoverRuns() = 0;
    virtual Result<std::vector<StaleLease>> staleLeases() = 0;
    /// Frees the leases of these runs that are stale still, and marks the runs as Interrupted; how many.
    virtual Result<int> freeLeases(const std::vector<RunId>& runs) = 0;
    virtual Result<HistoryPage> history(const HistoryFilter& filter) = 0;
    /// Lines without a number, or with one that was used, get the next.
    virtual Result<void> appendLog(RunId run, const std::vector<LogLine>& lines) = 0;
    virtual Result<LogPage> log(RunId run, qint64 afterSeq, int limit) = 0;

    virtual Result<void> audit(const AuditEntry& entry) = 0;
    virtual Result<std::vector<AuditEntry>> auditTrail(int limit) = 0;
    virtual Result<QString> value(const QString& key) = 0;         ///< small settings; empty: unset
    virtual Result<void> setValue(const QString& key, const QString& value) = 0;
    virtual Result<void> quickCheck() = 0;
};

} // namespace leat
