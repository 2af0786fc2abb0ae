// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/state/auditrepo.h"
#include "engine/state/diskreserve.h"
#include "engine/state/jobthread.h"
#include "engine/state/leaserepo.h"
#include "engine/state/logrepo.h"
#include "engine/state/runrepo.h"
#include "engine/state/schemarepo.h"
#include "engine/state/settingrepo.h"
#include "engine/state/sourcerepo.h"
#include "engine/state/statestore.h"

namespace leat {

/// The state store over SQLite: each call is one job on the store's own thread, each writing
/// call one transaction. Closing it marks runs that this object left unfinished as Interrupted.
class SqliteStateStore final : public StateStore
{
public:
    static Result<std::unique_ptr<StateStore>> open(const QString& file, std::shared_ptr<const Clock> clock);
    ~SqliteStateStore() override;

    Result<std::vector<SourceInfo>> sources() override;
    Result<SourceId> addSource(const SourceInfo& source, const QString& actor) override;
    Result<void> updateSource(const SourceInfo& source, const QString& actor) override;
    Result<void> removeSource(SourceId id, const QString& actor) override;
    Result<std::map<QString, SecretRecord>> secretRecords(SourceId id) override;
    Result<void> setSecretRecord(SourceId id, const QString& key, const SecretRecord& record) override;
    Result<std::vector<SchemaInfo>> schemas() override;
    Result<std::vector<SchemaId>> addSchemas(const std::vector<SchemaInfo>& schemas, const QString& actor) override;
    Result<void> updateListing(const std::vector<SchemaInfo>& schemas) override;
    Result<qint64> setConfig(SchemaId id, const SchemaConfig& config, qint64 expectedRevision, const QString& actor) override;
    Result<void> setProof(SchemaId id, const Proof& proof) override;
    Result<void> setReconcile(SchemaId id, const ReconcileNote& note) override;
    Result<qint64> pauseSchema(SchemaId id, const PauseNote& note) override;
    Result<void> mirror(SchemaId id, qint64 rows, const QString& cursorText, const QDateTime& lastSyncedAt) override;
    Result<void> raiseFence(qint64 seen) override;
    Result<qint64> storedFence(SchemaId id, RunId after) override;
    Result<RunId> addRun(const RunInfo& run) override;
    Result<Lease> startRun(RunId id, SchemaId schemaId) override;
    Result<void> heartbeat(const std::vector<RunId>& runs) override;
    Result<void> finishRun(const RunEnd& end) override;
    Result<int> recoverRuns() override;
    Result<std::vector<StaleLease>> staleLeases() override;
    Result<int> freeLeases(const std::vector<RunId>& runs) override;
    Result<HistoryPage> history(const HistoryFilter& filter) override;
    Result<void> appendLog(RunId run, const std::vector<LogLine>& lines) override;
    Result<LogPage> log(RunId run, qint64 afterSeq, int limit) override;
    Result<void> audit(const AuditEntry& entry) override;
    Result<std::vector<AuditEntry>> auditTrail(int limit) override;
    Result<QString> value(const QString& key) override;
    Result<void> setValue(const QString& key, const QString& value) override;
    Result<void> quickCheck() override;

private:
    struct Core
    {
        explicit Core(std::unique_ptr<Database> opened);
        std::unique_ptr<Database> database;
        SourceRepo sources;
        SchemaRepo schemas;
        RunRepo runs;
        LeaseRepo leases;
        LogRepo logs;
        AuditRepo audits;
        SettingRepo settings;
        qint64 owner = 0;              ///< our row in owners, made with the first run
    };

    explicit SqliteStateStore(std::shared_ptr<const Clock> clock);
    Result<void> load(const QString& file);
    template <typename Job> auto write(Job job) -> decltype(job(std::declval<Core&>()));
    template <typename Job> auto read(Job job) -> decltype(job(std::declval<Core&>()));

    std::optional<PauseNote> pauseOf(const SchemaConfig& config, const QString& actor) const;

    // On the store's thread:
    Result<qint64> owner(Core& core);
    Result<bool> isAlive(Core& core, qint64 owner, const std::optional<LeaseRepo::Held>& lease, RunStatus status);
    Result<Lease> lease(Core& core, const RunInfo& run);
    Result<int> interruptAbandoned(Core& core);
    Result<std::vector<StaleLease>> stale(Core& core);
    Result<int> free(Core& core, const std::vector<RunId>& runs);
    void close(Core& core);
    Result<void> writeEnd(const RunEnd& end);
    Result<void> note(Core& core, const QString& actor, const char* action, const QString& subject, const QString& detail);

    std::shared_ptr<const Clock> m_clock;
    std::unique_ptr<Core> m_core;      ///< touched on m_thread only
    std::unique_ptr<DiskReserve> m_reserve; ///< as m_core
    JobThread m_thread;
};

} // namespace leat
