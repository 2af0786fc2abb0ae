// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/logrepo.h"

#include "engine/state/rowtext.h"

#include <algorithm>

namespace leat {

Result<void> LogRepo::append(RunId run, const std::vector<LogLine>& lines)
{
    if (lines.empty())
        return {};
    Result<int> marked = m_database.change(QStringLiteral("UPDATE runs SET has_log = 1 WHERE id = ?"), {run.value});
    if (!marked)
        return marked.error();
    if (*marked == 0)
        return makeError(ErrorCode::NotFound, {},
            {{QStringLiteral("what"), QStringLiteral("run")}, {QStringLiteral("name"), QString::number(run.value)}});
    Result<QVariant> last = m_database.scalar(QStringLiteral("SELECT max(seq) FROM log_lines WHERE run_id = ?"), {run.value});
    if (!last)
        return last.error();
    qint64 seq = last->toLongLong();
    for (const LogLine& line : lines) {
        seq = std::max(seq + 1, line.seq);
        Result<void> added = m_database.run(
            QStringLiteral("INSERT INTO log_lines (run_id, seq, at, level, text) VALUES (?, ?, ?, ?, ?)"),
            {run.value, seq, rowtext::time(line.at), int(line.level), rowtext::text(line.text)});
        if (!added)
            return added;
    }
    return {};
}

Result<LogPage> LogRepo::page(RunId run, qint64 afterSeq, int limit)
{
    LogPage page;
    Result<void> read = m_database.each(
        QStringLiteral("SELECT seq, at, level, text FROM log_lines WHERE run_id = ? AND seq > ? ORDER BY seq LIMIT ?"),
        {run.value, afterSeq, limit}, [&](const QSqlQuery& row) {
            page.lines.push_back({row.value(0).toLongLong(), rowtext::time(row.value(1)),
                LogLevel(row.value(2).toInt()), row.value(3).toString()});
        });
    if (!read)
        return read.error();
    return page;
}

Result<void> LogRepo::prune(SchemaId schema)
{
    Result<QVariant> oldest = m_database.scalar(
        QStringLiteral("SELECT id FROM runs WHERE schema_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?"),
        {schema.value, keptRuns - 1});
    if (!oldest)
        return oldest.error();
    if (oldest->isNull())
        return {};
    std::vector<qint64> runs;
    Result<void> read = m_database.each(
        QStringLiteral("SELECT id FROM runs WHERE schema_id = ? AND id < ? AND has_log = 1"),
        {schema.value, oldest->toLongLong()}, [&](const QSqlQuery& row) { runs.push_back(row.value(0).toLongLong()); });
    if (!read)
        return read;
    for (const qint64 run : runs) {
        Result<void> removed = m_database.run(QStringLiteral("DELETE FROM log_lines WHERE run_id = ?"), {run});
        if (removed)
            removed = m_database.run(QStringLiteral("UPDATE runs SET has_log = 0 WHERE id = ?"), {run});
        if (!removed)
            return removed;
    }
    return {};
}

} // namespace leat
