// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/sqlitestatestore.h"

#include <algorithm>

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

Result<std::vector<StaleLease>> SqliteStateStore::stale(Core& core)
{
    std::vector<StaleLease> found;
    const auto note = [&](SchemaId schema, RunId run, qint64 ownerId, const QDateTime& at) -> Result<void> {
        const Result<std::optional<ProcessIdentity>> process = core.leases.owner(ownerId);
        if (!process)
            return process.error();
        found.push_back({schema, run, *process ? QStringLiteral("process %1 on %2").arg((*process)->pid).arg((*process)->host) : QString(), at});
        return {};
    };
    const Result<std::vector<LeaseRepo::Held>> leases = core.leases.all();
    if (!leases)
        return leases.error();
    const Result<std::vector<RunRepo::Unfinished>> runs = core.runs.unfinished();
    if (!runs)
        return runs.error();
    const auto unfinished = [&runs](RunId id) {
        return std::any_of(runs->begin(), runs->end(), [id](const RunRepo::Unfinished& each) { return each.run.id == id; });
    };
    for (const LeaseRepo::Held& held : *leases) {
        const Result<bool> alive = isAlive(core, held.owner, held, RunStatus::Running);
        if (!alive)
            return alive.error();
        if (*alive && unfinished(held.lease.runId))
            continue;
        if (Result<void> noted = note(held.lease.schemaId, held.lease.runId, held.owner, held.heartbeatAt); !noted)
            return noted.error();
    }
    for (const auto& [run, ownerId] : *runs) {
        if (std::any_of(leases->begin(), leases->end(), [&run](const LeaseRepo::Held& held) { return held.lease.runId == run.id; }))
            continue;
        const Result<bool> alive = isAlive(core, ownerId, std::nullopt, run.status);
        if (!alive)
            return alive.error();
        if (*alive)
            continue;
        if (Result<void> noted = note(run.schemaId, run.id, ownerId, {}); !noted)
            return noted.error();
    }
    return found;
}

Result<int> SqliteStateStore::free(Core& core, const std::vector<RunId>& runs)
{
    const Result<std::vector<StaleLease>> now = stale(core);
    if (!now)
        return now.error();
    int freed = 0;
    for (const StaleLease& lease : *now) {
        if (std::find(runs.begin(), runs.end(), lease.runId) == runs.end())
            continue;
        if (Result<void> done = core.leases.release(lease.runId); !done)
            return done.error();
        ++freed;
    }
    const Result<std::vector<RunRepo::Unfinished>> left = core.runs.unfinished();
    if (!left)
        return left.error();
    for (const auto& [run, ownerId] : *left)
        if (std::any_of(now->begin(), now->end(), [&](const StaleLease& lease) { return lease.runId == run.id; })
            && std::find(runs.begin(), runs.end(), run.id) != runs.end())
            if (Result<void> done = core.runs.interrupt(run, m_clock->nowUtc()); !done)
                return done.error();
    return freed;
}

} // namespace leat
