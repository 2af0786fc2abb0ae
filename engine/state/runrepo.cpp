// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/runrepo.h"

#include "engine/state/rowtext.h"
#include "engine/state/sourcerepo.h"

#include <algorithm>

namespace leat {

using rowtext::text;

namespace {

QString selection()
{
    return QStringLiteral(
        "SELECT r.id, r.schema_id, r.source_id, o.name, s.label, r.status, r.cause, r.sync_type, r.mode, r.queued_at, "
        "r.started_at, r.finished_at, r.attempts, r.rows_read, r.rows_inserted, r.rows_updated, r.rows_skipped, "
        "r.bytes_read, r.lost_values, r.cursor_before, r.cursor_after, r.error, r.owner_id, r.rows_quarantined FROM runs r "
        "JOIN schemas s ON s.id = r.schema_id JOIN sources o ON o.id = r.source_id ");
}

RunInfo fromRow(const QSqlQuery& row)
{
    RunInfo run;
    run.id.value = row.value(0).toLongLong();
    run.schemaId.value = row.value(1).toLongLong();
    run.sourceId.value = row.value(2).toLongLong();
    run.sourceName = row.value(3).toString();
    run.label = row.value(4).toString();
    run.status = runStatusFromString(row.value(5).toString()).value_or(RunStatus::Interrupted);
    run.trigger = triggerFromString(row.value(6).toString()).value_or(Trigger::Manual);
    run.syncType = syncTypeFromString(row.value(7).toString()).value_or(SyncType::FullRefresh);
    run.mode = row.value(8).toString();
    run.queuedAt = rowtext::time(row.value(9));
    run.startedAt = rowtext::time(row.value(10));
    run.finishedAt = rowtext::time(row.value(11));
    run.attempts = row.value(12).toInt();
    run.rowsRead = row.value(13).toLongLong();
    run.rowsInserted = row.value(14).toLongLong();
    run.rowsUpdated = row.value(15).toLongLong();
    run.rowsSkipped = row.value(16).toLongLong();
    run.bytesRead = row.value(17).toLongLong();
    run.lostValues = row.value(18).toLongLong();
    run.cursorBefore = row.value(19).toString();
    run.cursorAfter = row.value(20).toString();
    run.error = rowtext::error(row.value(21));
    run.rowsQuarantined = row.value(23).toLongLong();
    return run;
}

bool isUnfinished(RunStatus status)
{
    return status == RunStatus::Queued || status == RunStatus::Running;
}

} // namespace

Result<RunId> RunRepo::add(const RunInfo& run, qint64 owner)
{
    Result<QVariant> source = m_database.scalar(QStringLiteral("SELECT source_id FROM schemas WHERE id = ?"), {run.schemaId.value});
    if (!source)
        return source.error();
    if (source->isNull())
        return notFound(QStringLiteral("table"), QString::number(run.schemaId.value));
    Result<qint64> id = m_database.insert(
        QStringLiteral("INSERT INTO runs (schema_id, source_id, owner_id, status, cause, sync_type, mode, queued_at, "
                       "cursor_before, cursor_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {run.schemaId.value, source->toLongLong(), isUnfinished(run.status) ? QVariant(owner) : QVariant(),
            toString(run.status), toString(run.trigger), toString(run.syncType), text(run.mode),
            rowtext::time(run.queuedAt), text(run.cursorBefore), text(run.cursorAfter)});
    if (!id)
        return id.error();
    return RunId{*id};
}

Result<RunInfo> RunRepo::one(RunId id)
{
    std::optional<RunInfo> run;
    Result<void> read = m_database.each(selection() + QStringLiteral("WHERE r.id = ?"), {id.value},
        [&](const QSqlQuery& row) { run = fromRow(row); });
    if (!read)
        return read.error();
    if (!run)
        return notFound(QStringLiteral("run"), QString::number(id.value));
    return *run;
}

Result<void> RunRepo::start(const RunInfo& run, qint64 fence, qint64 owner, const QDateTime& now)
{
    const QVariant at = rowtext::time(now);
    Result<void> done = m_database.run(
        QStringLiteral("UPDATE attempts SET finished_at = ?, status = ? WHERE run_id = ? AND finished_at IS NULL"),
        {at, toString(RunStatus::Interrupted), run.id.value});
    if (done)
        done = m_database.run(QStringLiteral("UPDATE runs SET status = ?, started_at = coalesce(started_at, ?), "
                                             "attempts = attempts + 1, fence = ?, owner_id = ? WHERE id = ?"),
            {toString(RunStatus::Running), at, fence, owner, run.id.value});
    if (done)
        done = m_database.run(QStringLiteral("UPDATE schemas SET schedule_anchor = coalesce(schedule_anchor, ?) WHERE id = ?"),
            {at, run.schemaId.value});
    if (done)
        done = m_database.run(
            QStringLiteral("INSERT INTO attempts (run_id, attempt, fence, started_at, status) VALUES (?, ?, ?, ?, ?)"),
            {run.id.value, run.attempts + 1, fence, at, toString(RunStatus::Running)});
    return done;
}

Result<void> RunRepo::writeEnd(const RunInfo& run)
{
    return m_database.run(
        QStringLiteral("UPDATE runs SET status = ?, mode = ?, finished_at = ?, attempts = max(attempts, ?), rows_read = ?, "
                       "rows_inserted = ?, rows_updated = ?, rows_skipped = ?, bytes_read = ?, lost_values = ?, "
                       "cursor_before = ?, cursor_after = ?, error = ?, rows_quarantined = ?, owner_id = NULL WHERE id = ?"),
        {toString(run.status), text(run.mode), rowtext::time(run.finishedAt), run.attempts, run.rowsRead, run.rowsInserted,
            run.rowsUpdated, run.rowsSkipped, run.bytesRead, run.lostValues, text(run.cursorBefore), text(run.cursorAfter),
            rowtext::error(run.error), run.rowsQuarantined, run.id.value});
}

Result<void> RunRepo::endAttempt(const RunInfo& run)
{
    return m_database.run(
        QStringLiteral("UPDATE attempts SET finished_at = ?, status = ?, error = ? WHERE run_id = ? AND finished_at IS NULL"),
        {rowtext::time(run.finishedAt), toString(run.status), rowtext::error(run.error), run.id.value});
}

// A cancelled or interrupted run does not take back what an earlier one found wrong.
Result<void> RunRepo::rememberLast(const RunInfo& run)
{
    const bool tells = run.status == RunStatus::Completed || run.status == RunStatus::Failed || run.status == RunStatus::HeldBack;
    return m_database.run(
        QStringLiteral("UPDATE schemas SET last_run = ?, last_run_status = ?, "
                       "latest_error = CASE WHEN ? THEN ? ELSE latest_error END WHERE id = ?"),
        {run.id.value, toString(run.status), tells ? 1 : 0,
            run.status == RunStatus::Completed ? QVariant() : rowtext::error(run.error), run.schemaId.value});
}

Result<void> RunRepo::mirror(const RunEnd& end)
{
    Result<void> done;
    if (end.rows >= 0)
        done = m_database.run(QStringLiteral("UPDATE schemas SET row_count = ? WHERE id = ?"), {end.rows, end.run.schemaId.value});
    if (done && end.guarantee != Guarantee::Unknown)
        done = m_database.run(QStringLiteral("UPDATE schemas SET guarantee = ? WHERE id = ?"),
            {toString(end.guarantee), end.run.schemaId.value});
    if (done && end.synced)
        done = m_database.run(
            QStringLiteral("UPDATE schemas SET last_synced_at = ?, cursor_text = ?, lost_values = ? WHERE id = ?"),
            {rowtext::time(end.run.finishedAt), text(end.cursorText), end.run.lostValues, end.run.schemaId.value});
    return done;
}

Result<void> RunRepo::finish(const RunEnd& end, const QDateTime& now)
{
    const Result<RunInfo> before = one(end.run.id);
    if (!before)
        return before.error();
    // Interrupted was only what another process had to assume; the run itself knows better.
    if (!isUnfinished(before->status) && before->status != RunStatus::Interrupted)
        return makeError(ErrorCode::InvalidArgument, QStringLiteral("run %1 has ended already").arg(end.run.id.value),
            {{QStringLiteral("what"), QStringLiteral("an unfinished run")},
                {QStringLiteral("value"), QString::number(end.run.id.value)}});
    if (isUnfinished(end.run.status))
        return makeError(ErrorCode::InvalidArgument, QStringLiteral("a run cannot end as %1").arg(toString(end.run.status)),
            {{QStringLiteral("what"), QStringLiteral("a run's end")}, {QStringLiteral("value"), toString(end.run.status)}});
    RunEnd ended = end;
    ended.run.schemaId = before->schemaId;
    if (!ended.run.finishedAt.isValid())
        ended.run.finishedAt = now;
    // A run that lost its lease must not write over what a later one has mirrored.
    const Result<QVariant> isLatest = m_database.scalar(
        QStringLiteral("SELECT r.fence = s.fence OR r.fence = 0 FROM runs r JOIN schemas s ON s.id = r.schema_id WHERE r.id = ?"),
        {ended.run.id.value});
    if (!isLatest)
        return isLatest.error();
    Result<void> done = writeEnd(ended.run);
    if (done)
        done = endAttempt(ended.run);
    if (done && isLatest->toBool() && !ended.aside)
        done = rememberLast(ended.run);
    if (done && isLatest->toBool())
        done = mirror(ended);
    return done;
}

Result<void> RunRepo::interrupt(const RunInfo& run, const QDateTime& now)
{
    RunInfo ended = run;
    ended.status = RunStatus::Interrupted;
    ended.finishedAt = now;
    Result<void> done = writeEnd(ended);
    if (done)
        done = endAttempt(ended);
    // One beside the syncs says nothing of how they go.
    if (done && run.mode != QLatin1String("reconcile"))
        done = rememberLast(ended);
    return done;
}

Result<std::vector<RunRepo::Unfinished>> RunRepo::unfinished()
{
    std::vector<Unfinished> runs;
    Result<void> read = m_database.each(selection() + QStringLiteral("WHERE r.status IN (?, ?) ORDER BY r.id"),
        {toString(RunStatus::Queued), toString(RunStatus::Running)},
        [&](const QSqlQuery& row) { runs.push_back({fromRow(row), row.value(22).toLongLong()}); });
    if (!read)
        return read.error();
    return runs;
}

// A sync that found nothing new stores nothing but for full copies.
Result<qint64> RunRepo::storedFence(SchemaId schema, RunId after)
{
    const Result<QVariant> fence = m_database.scalar(
        QStringLiteral("SELECT max(fence) FROM (SELECT fence, status, mode, rows_read FROM runs WHERE schema_id = ? AND id > ? "
                       "ORDER BY id DESC LIMIT 1000) WHERE status = ? AND (rows_read > 0 OR mode = 'full') "
                       "AND mode NOT IN ('repair', 'reconcile')"),
        {schema.value, after.value, toString(RunStatus::Completed)});
    if (!fence)
        return fence.error();
    return fence->toLongLong();
}

Result<HistoryPage> RunRepo::history(const HistoryFilter& filter)
{
    QStringList where;
    QVariantList args;
    const auto add = [&](const char* condition, const QVariant& value) {
        where.append(QLatin1String(condition));
        args.append(value);
    };
    if (filter.sourceId)
        add("r.source_id = ?", filter.sourceId->value);
    if (filter.schemaId)
        add("r.schema_id = ?", filter.schemaId->value);
    if (filter.status)
        add("r.status = ?", toString(*filter.status));
    if (filter.before.isValid())
        add("r.id < ?", filter.before.value);
    const int limit = std::clamp(filter.limit, 1, 10'000);
    args.append(limit + 1);
    HistoryPage page;
    const QString condition = where.isEmpty() ? QString() : QStringLiteral("WHERE ") + where.join(QStringLiteral(" AND "));
    Result<void> read = m_database.each(selection() + condition + QStringLiteral(" ORDER BY r.id DESC LIMIT ?"), args,
        [&](const QSqlQuery& row) { page.runs.push_back(fromRow(row)); });
    if (!read)
        return read.error();
    page.more = page.runs.size() > std::size_t(limit);
    if (page.more)
        page.runs.pop_back();
    return page;
}

} // namespace leat
