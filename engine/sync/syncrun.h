// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"
#include "engine/sync/plan.h"
#include "engine/sync/resume.h"
#include "engine/sync/runmonitor.h"
#include "engine/sync/runreport.h"

namespace leat {

/// What a run works with: an immutable copy, so that an edit meanwhile cannot mix with it (T146).
struct RunOrder
{
    RunId runId;
    qint64 fence = 0;
    TableName table;
    WarehouseTable target;
    SchemaConfig config;
    qint64 configVersion = 0;
    bool fromScratch = false;
    bool acceptEmpty = false;
    DriftPolicy policy = DriftPolicy::AddColumns;
    bool acceptChanges = false;
    bool repair = false;           ///< no sync: repairSchema
    bool reconcile = false;        ///< no sync: reconcileSchema
    qint64 confirmedDeletes = 0;   ///< a person has said that so many rows may go
    int readers = 1;
    ResumeLimits resume;
};

/// One sync of one schema, on a pool thread: snapshot, plan, load, commit.
class SyncRun
{
public:
    SyncRun(Source& source, Warehouse& warehouse, RunMonitor& monitor, RunOrder order);
    /// Once. Never throws; an error leaves the warehouse as it was.
    RunReport execute(const CancelToken& cancel);

private:
    Result<void> run(const CancelToken& cancel);
    Result<SyncPlan> plan(TableSnapshot& snapshot, const SchemaConfig& config, const std::optional<StoredState>& stored);
    Result<void> confirmShape(TableSnapshot& snapshot, const CancelToken& cancel);
    Result<void> transfer(TableSnapshot& snapshot, const SyncPlan& plan, const std::optional<StoredState>& stored,
                          const CancelToken& cancel);
    Result<std::optional<PiecedCopy>> pieces(TableSnapshot& snapshot, const SyncPlan& plan, const CancelToken& cancel);
    Result<std::unique_ptr<LoadSession>> begin(LoadSpec spec, std::optional<PiecedCopy>& copy);
    Result<void> load(LoadSession& session, TableRead& read, const std::optional<PiecedCopy>& copy, qint64 expected, const CancelToken& cancel);
    Result<void> commit(LoadSession& load, const SyncPlan& plan, const std::optional<StoredState>& stored,
                        const CancelToken& cancel);
    bool nothingToStore(const SyncPlan& plan, const std::optional<StoredState>& stored) const;
    void note(const SyncPlan& plan);
    void noteHeld(const Error& error);
    Error named(Error error) const;
    Error keyError(Error error) const;

    Source& m_source;
    Warehouse& m_warehouse;
    RunMonitor& m_monitor;
    const RunOrder m_order;
    RunReport m_report;
    qint64 m_lostKeys = 0;         ///< values of the key without an exact form
};

} // namespace leat
