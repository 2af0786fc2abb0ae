// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/state/database.h"
#include "engine/state/processidentity.h"
#include "engine/state/statestore.h"

namespace leat {

/// Who may write a schema now (T142), and which process works on which run. Writers expect an
/// open transaction.
class LeaseRepo
{
public:
    /// A lease without a heartbeat for so long is no longer one.
    static constexpr int aliveSeconds = 30;

    explicit LeaseRepo(Database& database) : m_database(database) {}
    /// A row for this process's use of the profile; returns its id.
    Result<qint64> addOwner(const ProcessIdentity& process, const QDateTime& now);
    Result<std::optional<ProcessIdentity>> owner(qint64 id);
    /// Removes owners that nothing refers to, `keep` excepted.
    Result<void> forgetOwners(qint64 keep);

    struct Held { Lease lease; qint64 owner = 0; QDateTime heartbeatAt; };
    Result<std::optional<Held>> held(SchemaId schema);
    Result<std::vector<Held>> all();
    /// Takes the schema for the run, with the next fence.
    Result<Lease> take(SchemaId schema, RunId run, qint64 owner, const QDateTime& now);
    Result<void> heartbeat(const std::vector<RunId>& runs, qint64 owner, const QDateTime& now);
    Result<void> release(RunId run);
    /// Later fences are above `seen`.
    Result<void> raise(qint64 seen);

private:
    Result<std::vector<Held>> select(const QString& which, const QVariantList& args);
    Result<qint64> nextFence(const QDateTime& now);

    Database& m_database;
};

} // namespace leat
