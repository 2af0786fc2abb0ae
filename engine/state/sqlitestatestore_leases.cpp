// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/sqlitestatestore.h"

// Who owns which run: taking leases, and telling the runs of processes that are gone.
namespace leat {

Result<qint64> SqliteStateStore::owner(Core& core)
{
    // Another process that took us for dead, and had nothing of ours to keep, has forgotten us.
    if (core.owner != 0) {
        const Result<std::optional<ProcessIdentity>> known = core.leases.owner(core.owner);
        if (!known)
            return known.error();
        if (*known)
            return core.owner;
    }
    Result<qint64> made = core.leases.addOwner(currentProcess(), m_clock->nowUtc());
    if (made)
        core.owner = *made;
    return made;
}

// A fresh heartbeat counts only while its process lives; a process that lives but has stopped
// beating (stopped, hung, asleep) loses the lease, and the fence keeps its late writes out.
Result<bool> SqliteStateStore::isAlive(
    Core& core, qint64 ownerId, const std::optional<LeaseRepo::Held>& lease, RunStatus status)
{
    Liveness life = ownerId == core.owner ? Liveness::Alive : Liveness::Dead;
    if (ownerId != core.owner) {
        const Result<std::optional<ProcessIdentity>> process = core.leases.owner(ownerId);
        if (!process)
            return process.error();
        if (*process)
            life = livenessOf(**process);
    }
    if (life == Liveness::Dead)
        return false;
    // Queued runs have no heartbeat; only a process of this machine can be asked about.
    if (!lease)
        return status == RunStatus::Queued && life == Liveness::Alive;
    const qint64 age = lease->heartbeatAt.msecsTo(m_clock->nowUtc());
    return qAbs(age) < qint64(LeaseRepo::aliveSeconds) * 1000;
}

Result<Lease> SqliteStateStore::lease(Core& core, const RunInfo& run)
{
    const QDateTime now = m_clock->nowUtc();
    const Result<std::optional<LeaseRepo::Held>> held = core.leases.held(run.schemaId);
    if (!held)
        return held.error();
    if (*held && (*held)->lease.runId != run.id) {
        const Result<bool> alive = isAlive(core, (*held)->owner, *held, RunStatus::Running);
        if (!alive)
            return alive.error();
        if (*alive)
            return makeError(ErrorCode::Busy, QStringLiteral("run %1 holds the table").arg((*held)->lease.runId.value),
                {{QStringLiteral("subject"), run.sourceName + QLatin1Char('.') + run.label},
                    {QStringLiteral("run"), QString::number((*held)->lease.runId.value)}});
        const Result<RunInfo> stale = core.runs.one((*held)->lease.runId);
        if (!stale)
            return stale.error();
        if (Result<void> done = core.runs.interrupt(*stale, now); !done)
            return done.error();
    }
    const Result<qint64> mine = owner(core);
    if (!mine)
        return mine.error();
    Result<Lease> taken = core.leases.take(run.schemaId, run.id, *mine, now);
    if (!taken)
        return taken;
    if (Result<void> started = core.runs.start(run, taken->fence, *mine, now); !started)
        return started.error();
    return taken;
}

Result<int> SqliteStateStore::interruptAbandoned(Core& core)
{
    const Result<std::vector<RunRepo::Unfinished>> left = core.runs.unfinished();
    if (!left)
        return left.error();
    int interrupted = 0;
    for (const auto& [run, ownerId] : *left) {
        if (core.owner != 0 && ownerId == core.owner)
            continue;
        Result<std::optional<LeaseRepo::Held>> held = core.leases.held(run.schemaId);
        if (!held)
            return held.error();
        if (*held && (*held)->lease.runId != run.id)
            held->reset();
        const Result<bool> alive = isAlive(core, ownerId, *held, run.status);
        if (!alive)
            return alive.error();
        if (*alive)
            continue;
        Result<void> done = core.leases.release(run.id);
        if (done)
            done = core.runs.interrupt(run, m_clock->nowUtc());
        if (!done)
            return done.error();
        ++interrupted;
    }
    if (Result<void> done = core.leases.forgetOwners(core.owner); !done)
        return done.error();
    return interrupted;
}

} // namespace leat
