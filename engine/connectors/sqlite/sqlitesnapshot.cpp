// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitesnapshot.h"

#include "engine/connectors/sqlite/sqlitecursor.h"
#include "engine/connectors/sqlite/sqliteread.h"
#include "engine/connectors/sqlite/sqlitestatement.h"

#include <QFileInfo>

namespace leat::sqlite {

namespace {

// The file is known by its canonical path: programs replace their file when they save, so an
// inode would cry wolf, and SQLite gives a file no identity of its own (trap T159).
//
// quiet: SQLite has one writer at a time and ids are given out under its lock, so no row with a
// smaller id, or with a time that SQLite took itself, can be committed after this snapshot. Times
// that an application takes before it waits for the lock can still come late: they are what the
// lookback is for, and there is no window of transactions to fall back on.
Result<SnapshotFacts> factsOf(Connection& connection)
{
    Result<Statement> statement = Statement::prepare(connection, "SELECT strftime('%Y-%m-%d %H:%M:%S', 'now')", Phase::Connect);
    if (!statement)
        return statement.error();
    Result<bool> row = statement->step();
    if (!row)
        return row.error();
    SnapshotFacts facts;
    facts.serverId = QFileInfo(connection.path()).canonicalFilePath();
    facts.sourceNow = statement->text(0);
    facts.quiet = true;
    facts.windowPossible = false;
    return facts;
}

} // namespace

Result<std::unique_ptr<TableSnapshot>> SqliteSnapshot::open(const Settings& settings, const QString& table, const CancelToken& cancel)
{
    Result<std::shared_ptr<ReadGroup>> group = ReadGroup::open(settings, table, cancel);
    if (!group)
        return group.error();
    Connection& connection = (*group)->first();
    const Connection::Use use(connection, cancel);
    Result<DescribedTable> described = describeTable(connection, table);
    if (!described)
        return described.error();
    Result<SnapshotFacts> facts = factsOf(connection);
    if (!facts)
        return facts.error();
    return std::unique_ptr<TableSnapshot>(new SqliteSnapshot(std::move(*group), std::move(*described), std::move(*facts), cancel));
}

SqliteSnapshot::SqliteSnapshot(std::shared_ptr<ReadGroup> group, DescribedTable table, SnapshotFacts facts, CancelToken cancel)
    : m_group(std::move(group)), m_table(std::make_shared<const DescribedTable>(std::move(table))),
      m_facts(std::move(facts)), m_cancel(std::move(cancel))
{
}

Result<std::optional<QString>> SqliteSnapshot::maxCursor(const QString& column)
{
    const Connection::Use use(m_group->first(), m_cancel);
    return sqlite::maxCursor(m_group->first(), *m_table, column);
}

Result<int> SqliteSnapshot::compareCursor(const QString& column, const QString& a, const QString& b)
{
    return sqlite::compareCursor(*m_table, column, a, b);
}

Result<bool> SqliteSnapshot::isInFuture(const QString& column, const QString& value)
{
    const Connection::Use use(m_group->first(), m_cancel);
    return sqlite::isInFuture(m_group->first(), *m_table, column, value);
}

Result<std::optional<QString>> SqliteSnapshot::maxCursorByNow(const QString& column)
{
    const Connection::Use use(m_group->first(), m_cancel);
    return sqlite::maxCursorByNow(m_group->first(), *m_table, column);
}

Result<qint64> SqliteSnapshot::countNulls(const QString& column)
{
    const Connection::Use use(m_group->first(), m_cancel);
    return sqlite::countNulls(m_group->first(), *m_table, column);
}

Result<std::unique_ptr<TableRead>> SqliteSnapshot::read(const ReadSpec& spec)
{
    const Connection::Use use(m_group->first(), m_cancel);
    return SqliteRead::make(m_group, m_group->first(), m_table, spec);
}

} // namespace leat::sqlite
