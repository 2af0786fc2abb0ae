// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/canceltoken.h"
#include "engine/service/engineparts.h"
#include "engine/service/mailbox.h"
#include "engine/service/runqueue.h"
#include "engine/service/sourcepool.h"
#include "engine/service/worldkeeper.h"
#include "engine/sync/syncrun.h"

#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <set>

namespace leat {

/// Queues, starts, watches and ends runs. Main thread; the runs work on their own pool.
class RunDesk : public QObject
{
    Q_OBJECT
public:
    RunDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, Mailbox& mailbox,
            std::function<void()> changed);
    ~RunDesk() override;

    Result<Reply> sync(const SyncSchemas& command);
    void cancel(const std::vector<SchemaId>& ids);
    /// Queued, running, or held.
    bool isBusy(SchemaId id) const { return m_queue.runOf(id).has_value() || m_held.contains(id); }
    /// Starts no run of these until release(): their rows are about to go (T147).
    void hold(const std::vector<SchemaId>& ids) { m_held.insert(ids.begin(), ids.end()); }
    void release(const std::vector<SchemaId>& ids);
    bool isBusy(SourceId id) const { return m_queue.hasSource(id); }
    /// How many more runs of the source would start at once, with those that wait served first.
    int freePlaces(SourceId id) const;
    /// How the last repair of the schema ended, once; Cancelled when there was none.
    Result<VerifyReport> takeRepair(SchemaId id);
    /// The same of a reconcile: what was found, also where it was held.
    Result<ReconcileReport> takeReconcile(SchemaId id);
    /// Told of each run that ended, after schema and source show it; must not start runs.
    void onEnded(std::function<void(const RunInfo&)> ended) { m_onEnded.push_back(std::move(ended)); }
    /// Cancels everything and waits; the endings lie in the mailbox afterwards.
    void stop();
    bool isIdle() const { return m_live.empty(); }
    /// Calls `tell` once none of the schemas is queued or running, at once if so;
    /// with `false` when the desk stops first.
    void whenIdle(std::vector<SchemaId> ids, std::function<void(bool idle)> tell);

private:
    struct Live
    {
        RunInfo info;
        RunOrder order;
        CancelSource cancel;
        std::shared_ptr<RunMonitor> monitor;
        bool started = false;
    };

    Result<RunId> enqueue(SchemaInfo& schema, const SyncSchemas& command);
    void pump();
    void start(const RunQueue::Entry& entry);
    void work(const std::shared_ptr<Live>& live, const SourceInfo& source);
    RunReport attempts(const std::shared_ptr<Live>& live, const SourceInfo& source);
    RunReport attempt(const Live& live, const SourceInfo& source);
    void ended(const std::shared_ptr<Live>& live, const RunReport& report);
    void keepFollowed(const Live& live, const RunReport& report);
    void endSchema(const Live& live, const RunReport& report);
    void noteRepair(SchemaInfo& schema, const RunReport& report);
    void noteHeldCopy(SchemaInfo& schema, const ReconcileReport& report);
    void settleHeldDeletes(SchemaInfo& schema, qint64 confirmed, bool copied);
    void answerHeldCopy(const Live& live, const SchemaInfo& schema, const RunReport& report);
    void noteReconcile(const Live& live, SchemaInfo& schema, const RunReport& report);
    void countRun(SchemaInfo& schema);
    void keepReconcile(const SchemaInfo& schema);
    void noteSource(const Live& live, const RunReport& report);
    void failQueued(SourceId source, const Error& error);
    void endQueued(const std::shared_ptr<Live>& live, const RunReport& report);
    void sample();
    void flushLog(const Live& live);
    void countRuns();
    void tellWaiting();
    int sourceLimit(SourceId id) const;
    RunStatus endStatus(const RunReport& report) const;

    EngineParts& m_parts;
    SourcePool& m_sources;
    WorldKeeper& m_world;
    Mailbox& m_mailbox;
    const std::function<void()> m_changed;
    std::vector<std::function<void(const RunInfo&)>> m_onEnded;
    RunQueue m_queue;
    std::map<RunId, std::shared_ptr<Live>> m_live;
    QThreadPool m_pool;
    QTimer m_sampler;
    qint64 m_lastHeartbeat = 0;
    bool m_stopping = false;
    std::set<SchemaId> m_held;
    struct Waiting { std::vector<SchemaId> ids; std::function<void(bool)> tell; };
    std::vector<Waiting> m_waiting;
    std::map<SchemaId, Result<VerifyReport>> m_repairs;
    std::map<SchemaId, Result<ReconcileReport>> m_reconciles;
};

/// Keeps what a comparison has shown with its schema, in the world and in the profile.
void keepProof(EngineParts& parts, SchemaInfo& schema, const VerifyReport& report);

} // namespace leat
