// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/leaserepo.h"

#include "engine/state/rowtext.h"

#include <algorithm>

namespace leat {

using rowtext::text;

Result<qint64> LeaseRepo::addOwner(const ProcessIdentity& process, const QDateTime& now)
{
    return m_database.insert(QStringLiteral("INSERT INTO owners (pid, started, host, opened_at) VALUES (?, ?, ?, ?)"),
        {process.pid, text(process.started), text(process.host), rowtext::time(now)});
}

Result<std::optional<ProcessIdentity>> LeaseRepo::owner(qint64 id)
{
    std::optional<ProcessIdentity> process;
    Result<void> read = m_database.each(QStringLiteral("SELECT pid, started, host FROM owners WHERE id = ?"), {id},
        [&](const QSqlQuery& row) {
            process = ProcessIdentity{row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toString()};
        });
    if (!read)
        return read.error();
    return process;
}

Result<void> LeaseRepo::forgetOwners(qint64 keep)
{
    return m_database.run(QStringLiteral("DELETE FROM owners WHERE id <> ? "
                                         "AND id NOT IN (SELECT owner_id FROM runs WHERE owner_id IS NOT NULL) "
                                         "AND id NOT IN (SELECT owner_id FROM leases)"),
        {keep});
}

Result<std::optional<LeaseRepo::Held>> LeaseRepo::held(SchemaId schema)
{
    Result<std::vector<Held>> found = select(QStringLiteral(" WHERE schema_id = ?"), {schema.value});
    if (!found)
        return found.error();
    return found->empty() ? std::optional<Held>() : std::optional<Held>(found->front());
}

Result<std::vector<LeaseRepo::Held>> LeaseRepo::all()
{
    return select(QStringLiteral(" ORDER BY schema_id"), {});
}

Result<std::vector<LeaseRepo::Held>> LeaseRepo::select(const QString& which, const QVariantList& args)
{
    std::vector<Held> found;
    Result<void> read = m_database.each(
        QStringLiteral("SELECT run_id, fence, owner_id, heartbeat_at, schema_id FROM leases") + which, args,
        [&](const QSqlQuery& row) {
            found.push_back({{SchemaId{row.value(4).toLongLong()}, RunId{row.value(0).toLongLong()}, row.value(1).toLongLong()},
                row.value(2).toLongLong(), rowtext::time(row.value(3))});
        });
    if (!read)
        return read.error();
    return found;
}

// One sequence for the profile that also follows the clock: a source that is removed and added
// again, or a profile restored from a backup, must not get numbers below those that the
// warehouse has already seen. What it has seen is told at the start, for a clock that was wrong.
Result<qint64> LeaseRepo::nextFence(const QDateTime& now)
{
    Result<QVariant> last = m_database.scalar(QStringLiteral("SELECT last FROM fences WHERE id = 1"));
    if (!last)
        return last.error();
    const qint64 fence = std::max(last->toLongLong() + 1, now.toMSecsSinceEpoch());
    Result<void> stored = m_database.run(QStringLiteral("UPDATE fences SET last = ? WHERE id = 1"), {fence});
    if (!stored)
        return stored.error();
    return fence;
}

Result<void> LeaseRepo::raise(qint64 seen)
{
    return m_database.run(QStringLiteral("UPDATE fences SET last = ? WHERE id = 1 AND last < ?"), {seen, seen});
}

Result<Lease> LeaseRepo::take(SchemaId schema, RunId run, qint64 owner, const QDateTime& now)
{
    Result<qint64> fence = nextFence(now);
    if (!fence)
        return fence.error();
    Result<void> done = m_database.run(
        QStringLiteral("INSERT INTO leases (schema_id, run_id, fence, owner_id, heartbeat_at) VALUES (?, ?, ?, ?, ?) "
                       "ON CONFLICT (schema_id) DO UPDATE SET run_id = excluded.run_id, fence = excluded.fence, "
                       "owner_id = excluded.owner_id, heartbeat_at = excluded.heartbeat_at"),
        {schema.value, run.value, *fence, owner, rowtext::time(now)});
    if (done)
        done = m_database.run(QStringLiteral("UPDATE schemas SET fence = ? WHERE id = ?"), {*fence, schema.value});
    if (!done)
        return done.error();
    return Lease{schema, run, *fence};
}

Result<void> LeaseRepo::heartbeat(const std::vector<RunId>& runs, qint64 owner, const QDateTime& now)
{
    for (const RunId run : runs) {
        Result<void> done = m_database.run(
            QStringLiteral("UPDATE leases SET heartbeat_at = ? WHERE run_id = ? AND owner_id = ?"),
            {rowtext::time(now), run.value, owner});
        if (!done)
            return done;
    }
    return {};
}

Result<void> LeaseRepo::release(RunId run)
{
    return m_database.run(QStringLiteral("DELETE FROM leases WHERE run_id = ?"), {run.value});
}

} // namespace leat
