// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/state/database.h"
#include "engine/state/statestore.h"

namespace leat {

/// Runs, their attempts, and what their end means for the schema. Writers expect an open
/// transaction.
class RunRepo
{
public:
    explicit RunRepo(Database& database) : m_database(database) {}
    Result<RunId> add(const RunInfo& run, qint64 owner);
    Result<RunInfo> one(RunId id);
    /// Running, startedAt, one attempt more.
    Result<void> start(const RunInfo& run, qint64 fence, qint64 owner, const QDateTime& now);
    Result<void> finish(const RunEnd& end, const QDateTime& now);
    /// What its process cannot finish any more.
    Result<void> interrupt(const RunInfo& run, const QDateTime& now);
    /// Queued and Running, of every owner.
    struct Unfinished { RunInfo run; qint64 owner = 0; };
    Result<std::vector<Unfinished>> unfinished();
    Result<HistoryPage> history(const HistoryFilter& filter);
    /// The greatest fence of the runs after `after` that stored rows, among the last thousand; 0: none.
    Result<qint64> storedFence(SchemaId schema, RunId after);

private:
    Result<void> writeEnd(const RunInfo& run);
    Result<void> endAttempt(const RunInfo& run);
    Result<void> rememberLast(const RunInfo& run);
    Result<void> mirror(const RunEnd& end);

    Database& m_database;
};

} // namespace leat
