// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/duckloadsession.h"

#include "engine/base/failpoint.h"
#include "engine/warehouse/columnnames.h"
#include "engine/warehouse/duckdb/compaction.h"
#include "engine/warehouse/duckdb/duckerrors.h"
#include "engine/warehouse/duckdb/ducktypes.h"
#include "engine/warehouse/duckdb/mergesql.h"
#include "engine/warehouse/duckdb/trashtable.h"

#include <algorithm>

namespace leat {

namespace {

// From this size on a checkpoint pays: it frees the old table's blocks and empties the log.
constexpr qint64 kCheckpointRows = 200'000;

constexpr std::size_t kCommentsAtOnce = 50;

Result<void> done(const Result<qint64>& result)
{
    if (!result)
        return result.error();
    return {};
}

} // namespace

DuckLoadSession::DuckLoadSession(TableLease lease, PooledConnection connection, LoadSpec spec)
    : m_lease(std::move(lease)), m_connection(std::move(connection)), m_spec(std::move(spec)),
      m_state(m_connection.instance().catalog()), m_quarantine(m_connection.instance().catalog()),
      m_progress(m_connection.instance().catalog())
{
}

DuckLoadSession::~DuckLoadSession()
{
    dropStaging();
}

Error DuckLoadSession::failed(ErrorCode code, QMap<QString, QString> args, const QString& detail) const
{
    args.insert(QStringLiteral("table"), label());
    Error error = makeError(code, detail, std::move(args));
    error.owner = Owner::Warehouse;
    error.phase = Phase::Commit;
    return error;
}

Result<std::unique_ptr<LoadSession>> DuckLoadSession::begin(std::shared_ptr<WarehouseCore> core, const LoadSpec& spec)
{
    Result<TableLease> lease = core->lease(spec.target);
    if (!lease)
        return lease.error();
    Result<PooledConnection> connection = core->connect();
    if (!connection)
        return connection.error();
    std::unique_ptr<DuckLoadSession> session(
        new DuckLoadSession(std::move(*lease), std::move(*connection), spec));
    if (Result<void> ready = session->prepare(); !ready)
        return ready.error();
    return std::unique_ptr<LoadSession>(std::move(session));
}

Result<void> DuckLoadSession::prepare()
{
    const QString& catalog = m_connection.instance().catalog();
    const Result<SqlTable> target = quoteTable(catalog, m_spec.target.schema, m_spec.target.table);
    if (!target)
        return target.error();
    m_target = *target;
    Result<std::optional<TableColumns>> existing = describeTable(*m_connection, m_target);
    if (!existing)
        return existing.error();
    m_existing = std::move(*existing);

    const bool meets = !replaces();
    if (meets)
        if (Result<void> planned = planRenames(); !planned)
            return planned;
    Result<PlannedColumns> columns
        = planColumns(m_spec.columns, meets ? columnNames(*m_existing) : QStringList(), label());
    if (!columns)
        return columns.error();
    m_columns = std::move(*columns);
    Result<PlannedColumns> keys = pickColumns(m_columns, m_spec.keyColumns, label());
    if (!keys)
        return keys.error();
    m_keys = std::move(*keys);
    if (m_spec.mode == LoadMode::Upsert && m_keys.empty())
        return failed(ErrorCode::KeyRequired);
    if (meets) {
        Result<TableDrift> drift = driftOf(m_columns, *m_existing, label());
        if (!drift)
            return drift.error();
        m_drift = std::move(*drift);
        m_staging = {"temp.main", "\"_leat_staging\""};
    } else {
        m_staging = stagingBeside(m_target);
    }
    if (replaces())
        return beginPieces();
    return {};
}

// The table as it will be once renames and drops are done; adaptTable() does them.
Result<void> DuckLoadSession::planRenames()
{
    for (const ColumnRename& rename : m_spec.renames) {
        const Result<QByteArray> to = quoteIdentifier(rename.to);
        if (!to)
            return to.error();
        const auto column = std::find_if(m_existing->begin(), m_existing->end(),
            [&rename](const TableColumn& c) { return foldName(c.name) == foldName(rename.from); });
        if (column == m_existing->end())
            return failed(ErrorCode::ColumnMissing, {{QStringLiteral("column"), rename.from}});
        m_before.push_back("RENAME COLUMN " + column->sql + " TO " + *to);
        column->name = rename.to;
        column->sql = *to;
    }
    for (const QString& drop : m_spec.drops) {
        const auto column = std::find_if(m_existing->begin(), m_existing->end(),
            [&drop](const TableColumn& c) { return foldName(c.name) == foldName(drop); });
        if (column == m_existing->end())
            continue;
        m_before.push_back("DROP COLUMN " + column->sql);
        m_existing->erase(column);
    }
    return {};
}

Result<void> DuckLoadSession::checkRead(const TableRead& read) const
{
    const std::vector<ReadColumn>& given = read.columns();
    bool same = given.size() == m_spec.columns.size();
    for (std::size_t i = 0; same && i < given.size(); ++i)
        same = given[i].name == m_spec.columns[i].name && given[i].type == m_spec.columns[i].type;
    if (!same)
        return internalError(QStringLiteral("the read's columns are not the load's"), label());
    return {};
}

Result<void> DuckLoadSession::createStaging()
{
    // Two first loads into one schema at a time would be a catalog conflict for one of them.
    const std::lock_guard turn(m_connection.instance().commitMutex());
    LEAT_FAILPOINT("warehouse.schema-create");
    if (const Result<qint64> schema = m_connection->run("CREATE SCHEMA IF NOT EXISTS " + m_target.schema); !schema)
        return schema.error();
    LEAT_FAILPOINT("warehouse.staging-create");
    return done(m_connection->run("CREATE TABLE " + m_staging.full() + " (" + columnDefinitions(m_columns) + ')'));
}

Result<qint64> DuckLoadSession::load(TableRead& read, const CancelToken& cancel)
{
    if (m_committed)
        return internalError(QStringLiteral("load after commit"), label());
    if (Result<void> fits = checkRead(read); !fits)
        return fits.error();
    m_connection->setPhase(Phase::Write);
    if (m_loaded < 0 && replaces())
        if (Result<void> created = createStaging(); !created)
            return created.error();
    LEAT_FAILPOINT("warehouse.staging-ready");
    const bool exists = replaces() || m_loaded >= 0;
    const QByteArray into = exists ? "INSERT INTO " + m_staging.full() : "CREATE TEMP TABLE " + m_staging.full() + " AS";
    return stage(read, into, {}, cancel, [&](const QByteArray& sql) { return m_connection->run(sql, {}, cancel); });
}

Result<qint64> DuckLoadSession::stage(TableRead& read, const QByteArray& into, const QByteArray& pieceName, const CancelToken& cancel,
                                      const std::function<Result<qint64>(const QByteArray&)>& run)
{
    QStringList names;
    for (const PlannedColumn& column : m_columns)
        names.append(column.name);
    const auto feed = std::make_shared<ReaderFeed>(read, names, cancel, pieceName);
    const FeedRegistration registered(m_connection.instance().feeds(), feed);
    const Result<qint64> stored = run(into + " SELECT * FROM " + registered.sql());
    LEAT_FAILPOINT("warehouse.staged");
    if (const std::optional<Error> error = feed->firstError())
        return *error;
    if (!stored)
        return stored.error();
    if (*stored != feed->rows())
        return failed(ErrorCode::CountMismatch, {{QStringLiteral("read"), QString::number(feed->rows())},
            {QStringLiteral("stored"), QString::number(*stored)}, {QStringLiteral("quarantined"), QStringLiteral("0")}});
    m_loaded = std::max<qint64>(m_loaded, 0) + *stored;
    LEAT_FAILPOINT("warehouse.counted");
    return *stored;
}

Result<void> DuckLoadSession::checkKeys(const CancelToken& cancel)
{
    if (m_keys.empty() || m_spec.mode == LoadMode::Append || m_loaded == 0)
        return {};
    Result<std::vector<TextRow>> nulls = m_connection->rows(keyNullsSql(m_staging, m_keys), {}, cancel);
    if (!nulls)
        return nulls.error();
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        if (nulls->front()[i] != QLatin1String("0"))
            return failed(ErrorCode::KeyHasNulls, {{QStringLiteral("column"), m_keys[i].source},
                                                   {QStringLiteral("count"), nulls->front()[i].value_or(QString())}});
    LEAT_FAILPOINT("warehouse.key-check");
    Result<std::vector<TextRow>> repeated = m_connection->rows(repeatedKeysSql(m_staging, m_keys), {}, cancel);
    if (!repeated)
        return repeated.error();
    if (repeated->empty())
        return {};
    QStringList examples;
    for (const TextRow& row : *repeated)
        examples.append(row.front().value_or(QString()));
    return failed(ErrorCode::KeyNotUnique,
        {{QStringLiteral("column"), m_spec.keyColumns.join(QStringLiteral(", "))},
         {QStringLiteral("example"), examples.join(QStringLiteral("; "))}});
}

// Only once a key was found wanting: loads without bad rows pay nothing.
Result<void> DuckLoadSession::setAside(const CommitRecord& record, const Error& why, const CancelToken& cancel)
{
    const bool aboutKeys = why.code == ErrorCode::KeyHasNulls || why.code == ErrorCode::KeyNotUnique;
    if (!aboutKeys || !m_spec.budget.isSet())
        return why;
    const Result<qint64> rows = m_quarantine.setAside(*m_connection, m_staging, m_columns, m_keys, cancel);
    if (!rows)
        return rows.error();
    // What is wanting was looked for in all rows, those that an earlier session staged included.
    if (!m_spec.budget.allows(*rows, record.rowsRead + m_there))
        return failed(ErrorCode::QuarantineFull, {{QStringLiteral("count"), QString::number(*rows)},
            {QStringLiteral("budget"), toString(m_spec.budget)}, {QStringLiteral("column"), why.args.value(QStringLiteral("column"))}});
    m_setAside = *rows;
    m_loaded -= *rows;
    return checkKeys(cancel);
}

// Read is stored, set aside and there already, and the table grew by what was stored (trap T221).
Result<void> DuckLoadSession::checkCounts(const CommitRecord& record, const CommitOutcome& outcome, qint64 expected) const
{
    const qint64 accounted = outcome.rowsInserted + outcome.rowsUpdated + outcome.rowsSkipped + m_setAside;
    if (accounted == record.rowsRead + m_there && outcome.tableRows == expected)
        return {};
    return failed(ErrorCode::CountMismatch,
        {{QStringLiteral("read"), QString::number(record.rowsRead)}, {QStringLiteral("stored"), QString::number(accounted - m_setAside)},
         {QStringLiteral("quarantined"), QString::number(m_setAside)}},
        QStringLiteral("the table has %1 rows, expected %2").arg(outcome.tableRows).arg(expected));
}

Result<void> DuckLoadSession::checkCollapse()
{
    if (m_spec.mode != LoadMode::Swap || m_spec.acceptEmpty || m_loaded > 0 || !m_existing)
        return {};
    const Result<qint64> rows = m_connection->number("SELECT count(*) FROM " + m_target.full());
    if (!rows)
        return rows.error();
    if (*rows == 0)
        return {};
    return failed(ErrorCode::HeldBackEmpty, {{QStringLiteral("rows"), QString::number(*rows)}});
}

Result<CommitOutcome> DuckLoadSession::commit(const CommitRecord& record, const CancelToken& cancel)
{
    if (m_committed || m_loaded < 0)
        return internalError(QStringLiteral("commit without a load"), label());
    m_connection->setPhase(Phase::Commit);
    if (m_loaded - m_there != record.rowsRead)
        return checkCounts(record, CommitOutcome{m_loaded}, 0).error();
    LEAT_FAILPOINT("warehouse.commit-start");
    if (Result<void> ok = checkCollapse(); !ok)
        return ok.error();
    if (Result<void> ok = checkKeys(cancel); !ok)
        if (Result<void> aside = setAside(record, ok.error(), cancel); !aside)
            return aside.error();
    if (replaces())
        if (Result<void> ok = commentStaged(); !ok)
            return ok.error();

    StateRow row;
    row.table = m_spec.target;
    row.state.last = record;
    Result<CommitOutcome> outcome = commitOnce(row, cancel);
    if (!outcome)
        return outcome.error();
    LEAT_KILLPOINT("warehouse.after-commit");
    m_committed = true;
    tidyUp(row, *outcome, cancel);
    return outcome;
}

Result<CommitOutcome> DuckLoadSession::commitOnce(StateRow& row, const CancelToken& cancel)
{
    // Catalog changes of two transactions can conflict, so whoever makes any takes its turn from
    // the start; a plain merge only for the state row and the commit.
    std::unique_lock turn(m_connection.instance().commitMutex(), std::defer_lock);
    if (replaces() || !m_before.empty() || !m_drift.added.empty() || !m_drift.widened.empty())
        turn.lock();
    Result<DuckTransaction> transaction = DuckTransaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    LEAT_FAILPOINT("warehouse.tx-begun");
    if (Result<void> same = checkBasis(*transaction, row.state.last.fence); !same)
        return same.error();
    Result<StateRow> next = nextStateRow(*transaction, m_state, m_spec.target, row.state.last);
    if (!next)
        return next.error();
    row = std::move(*next);
    LEAT_FAILPOINT("warehouse.fence-checked");
    const Result<qint64> before = replaces() ? Result<qint64>(0) : transaction->number("SELECT count(*) FROM " + m_target.full());
    if (!before)
        return before.error();
    Result<CommitOutcome> outcome
        = replaces() ? replaceTable(*transaction, row.state.last.cursor) : mergeRows(*transaction, row, cancel);
    if (!outcome)
        return outcome;
    if (replaces())
        row.deadRows = 0;
    const Result<qint64> rows = transaction->number("SELECT count(*) FROM " + m_target.full());
    if (!rows)
        return rows.error();
    outcome->tableRows = row.state.tableRows = *rows;
    outcome->rowsQuarantined = m_setAside;
    outcome->rowsKept = m_kept;
    outcome->rowsUnkept = m_unkept;
    if (Result<void> same = checkCounts(row.state.last, *outcome, *before + outcome->rowsInserted + m_kept - m_deletedMore); !same)
        return same.error();
    if (!turn.owns_lock())
        turn.lock();
    LEAT_FAILPOINT("warehouse.inserted");
    if (Result<void> written = m_state.write(*transaction, row); !written)
        return written.error();
    LEAT_FAILPOINT("warehouse.state-written");
    if (Result<void> kept = keepQuarantine(*transaction, row, *outcome); !kept)
        return kept.error();
    if (cancel.isCancelled())
        return failed(ErrorCode::Cancelled);
    LEAT_FAILPOINT("warehouse.before-commit");
    if (Result<void> committed = commitAnswered(*transaction); !committed) {
        // The outcome of a failed COMMIT is unknown until the state row has been read (T131).
        transaction->rollback();
        const Result<bool> stored = isStored(row);
        if (!stored || !*stored)
            return committed.error();
    }
    return outcome;
}

// A commit whose answer is lost on the way is what a test makes of it here.
Result<void> DuckLoadSession::commitAnswered(DuckTransaction& transaction)
{
    const Result<void> committed = transaction.commit();
    if (committed)
        LEAT_FAILPOINT("warehouse.commit-answer");
    return committed;
}

// What nextStateRow() cannot see: the generation this load was planned for, and the runs that came
// after this one when what they stored is in the trash by now.
Result<void> DuckLoadSession::checkBasis(DuckTransaction& transaction, qint64 fence)
{
    const Result<std::optional<StateRow>> now = m_state.read(transaction, m_spec.target);
    if (!now)
        return now.error();
    if (!*now) {
        const Result<qint64> trashed = TrashTable(m_connection.instance().catalog()).newestFence(transaction, m_spec.target);
        if (!trashed)
            return trashed.error();
        if (*trashed > fence)
            return failed(ErrorCode::FenceLost, {}, QStringLiteral("trashed fence %1, ours %2").arg(*trashed).arg(fence));
    }
    if (!m_spec.basis)
        return {};
    const bool same = m_existing && *now
        && *m_spec.basis == Generation{(*now)->state.last.runId, (*now)->state.last.fence};
    if (same)
        return {};
    return failed(ErrorCode::RevisionConflict, {{QStringLiteral("subject"), label()}},
        QStringLiteral("the table is another one than the run was planned for"));
}

Result<void> DuckLoadSession::keepQuarantine(DuckTransaction& transaction, const StateRow& row, CommitOutcome& outcome) const
{
    Result<void> kept;
    if (m_setAside > 0)
        kept = m_quarantine.keep(transaction, m_spec.target, row.state.last.runId, replaces());
    else if (replaces())
        kept = m_quarantine.clear(transaction, m_spec.target);
    if (!kept)
        return kept;
    const Result<qint64> count = m_quarantine.count(transaction, m_spec.target);
    if (!count)
        return count.error();
    outcome.quarantined = *count;
    return {};
}

Result<CommitOutcome> DuckLoadSession::replaceTable(DuckTransaction& transaction, const CursorState& next)
{
    LEAT_FAILPOINT("warehouse.swap-begin");
    if (m_spec.pieces)
        if (const Result<qint64> bare = transaction.run("ALTER TABLE " + m_staging.full() + " DROP COLUMN " + kPieceColumn); !bare)
            return bare.error();
    if (Result<void> kept = keepDeleted(transaction, next); !kept)
        return kept.error();
    if (m_existing)
        if (Result<void> dropped = done(transaction.run("DROP TABLE " + m_target.full())); !dropped)
            return dropped.error();
    LEAT_FAILPOINT("warehouse.swap-mid");
    if (m_spec.pieces)
        if (Result<void> forgotten = m_progress.forget(transaction, m_spec.target); !forgotten)
            return forgotten.error();
    const Result<qint64> renamed
        = transaction.run("ALTER TABLE " + m_staging.full() + " RENAME TO " + m_target.table);
    if (!renamed)
        return renamed.error();
    CommitOutcome outcome;
    LEAT_FAILPOINT("warehouse.swap-end");
    outcome.rowsInserted = m_loaded;
    return outcome;
}

Result<void> DuckLoadSession::adaptTable(DuckTransaction& transaction)
{
    for (const QByteArray& change : m_before)
        if (Result<void> ok = done(transaction.run("ALTER TABLE " + m_target.full() + ' ' + change)); !ok)
            return ok;
    for (const std::size_t i : m_drift.added)
        if (Result<void> ok = done(transaction.run("ALTER TABLE " + m_target.full() + " ADD COLUMN "
                + m_columns[i].sql + ' ' + typeSql(m_columns[i].type))); !ok)
            return ok;
    for (const std::size_t i : m_drift.widened)
        if (Result<void> ok = done(transaction.run("ALTER TABLE " + m_target.full() + " ALTER COLUMN "
                + m_columns[i].sql + " SET DATA TYPE " + typeSql(m_columns[i].type))); !ok)
            return ok;
    LEAT_FAILPOINT("warehouse.adapted");
    // Statements that follow see the table as it is now.
    for (const std::size_t i : m_drift.added)
        m_existing->push_back({m_columns[i].name, m_columns[i].sql, m_columns[i].type});
    for (const std::size_t i : m_drift.widened)
        for (TableColumn& column : *m_existing)
            if (foldName(column.name) == foldName(m_columns[i].name))
                column.type = m_columns[i].type;
    for (const QByteArray& sql : commentStatements(m_target))
        if (Result<void> ok = done(transaction.run(sql)); !ok)
            return ok;
    return {};
}

// COMMENT statements of a new table, or of the columns that the table did not have.
std::vector<QByteArray> DuckLoadSession::commentStatements(const SqlTable& table) const
{
    std::vector<QByteArray> statements;
    if (replaces() && !m_spec.tableComment.isEmpty())
        statements.push_back("COMMENT ON TABLE " + table.full() + " IS " + quoteComment(m_spec.tableComment));
    const auto add = [&](const PlannedColumn& column) {
        if (!column.comment.isEmpty())
            statements.push_back("COMMENT ON COLUMN " + table.full() + '.' + column.sql + " IS "
                + quoteComment(column.comment));
    };
    if (replaces())
        std::for_each(m_columns.begin(), m_columns.end(), add);
    else
        for (const std::size_t i : m_drift.added)
            add(m_columns[i]);
    return statements;
}

// Each COMMENT copies the table's whole catalog entry, which lives until the transaction ends: a
// thousand in one would take hundreds of megabytes. So a new table gets them while it is staged.
Result<void> DuckLoadSession::commentStaged()
{
    const std::vector<QByteArray> statements = commentStatements(m_staging);
    for (std::size_t first = 0; first < statements.size(); first += kCommentsAtOnce) {
        const std::lock_guard turn(m_connection.instance().commitMutex());
        Result<DuckTransaction> transaction = DuckTransaction::begin(*m_connection);
        if (!transaction)
            return transaction.error();
        LEAT_FAILPOINT("warehouse.comment");
        for (std::size_t i = first; i < std::min(first + kCommentsAtOnce, statements.size()); ++i)
            if (Result<void> ok = done(transaction->run(statements[i])); !ok)
                return ok;
        if (Result<void> ok = transaction->commit(); !ok)
            return ok;
    }
    return {};
}

Result<CommitOutcome> DuckLoadSession::mergeRows(DuckTransaction& transaction, StateRow& row, const CancelToken& cancel)
{
    if (Result<void> fits = adaptTable(transaction); !fits)
        return fits.error();
    CommitOutcome outcome;
    if (m_loaded == 0)
        return outcome;
    if (m_spec.mode == LoadMode::Upsert) {
        LEAT_FAILPOINT("warehouse.delete");
        const Result<qint64> deleted
            = transaction.run(deleteStagedSql(m_target, m_staging, m_keys), {}, cancel);
        if (!deleted)
            return deleted.error();
        // More than were staged only where the table held a key twice.
        outcome.rowsUpdated = std::min(*deleted, m_loaded);
        m_deletedMore = *deleted - outcome.rowsUpdated;
        row.deadRows += *deleted;
    }
    LEAT_FAILPOINT("warehouse.deleted");
    QByteArray insert = insertStagedSql(m_target, m_staging, m_columns);
    if (m_spec.mode == LoadMode::Append && m_spec.boundary) {
        const PlannedColumn* planned = findSource(m_columns, m_spec.boundary->column);
        const TableColumn* column = findColumn(*m_existing, planned ? planned->name : m_spec.boundary->column);
        if (!m_spec.boundary->column.isEmpty() && (!column || !column->type))
            return failed(ErrorCode::ColumnMissing, {{QStringLiteral("column"), m_spec.boundary->column}});
        Result<QByteArray> sql = appendStagedSql(m_target, m_staging, m_columns, *m_existing, *m_spec.boundary, column);
        if (!sql)
            return sql.error();
        insert = std::move(*sql);
    }
    LEAT_FAILPOINT("warehouse.insert");
    const Result<qint64> inserted = transaction.run(insert, {}, cancel);
    if (!inserted)
        return inserted.error();
    if (m_spec.mode == LoadMode::Upsert && *inserted != m_loaded)
        return internalError(QStringLiteral("%1 of %2 rows were inserted").arg(*inserted).arg(m_loaded), label());
    outcome.rowsInserted = *inserted - outcome.rowsUpdated;
    outcome.rowsSkipped = m_loaded - *inserted;
    return outcome;
}

Result<bool> DuckLoadSession::isStored(const StateRow& row)
{
    if (m_connection.instance().broken())
        return false;
    Result<std::optional<StateRow>> stored = m_state.read(*m_connection, row.table);
    if (!stored)
        return stored.error();
    return *stored && (*stored)->state.last.runId == row.state.last.runId
        && (*stored)->state.last.fence == row.state.last.fence
        && (*stored)->state.committedAt == row.state.committedAt;
}

// Housekeeping after the commit: whatever fails here can be made up for later.
void DuckLoadSession::tidyUp(const StateRow& row, const CommitOutcome& outcome, const CancelToken& cancel)
{
    const bool rebuild = needsRebuild(row.deadRows, outcome.tableRows) && !cancel.isCancelled()
        && rebuildTable(m_connection, m_target, m_state, row, cancel);
    if (rebuild || (replaces() && m_loaded >= kCheckpointRows)) {
        LEAT_KILLPOINT("warehouse.checkpoint");
        (void)m_connection->run("CHECKPOINT");
    }
}

void DuckLoadSession::dropStaging()
{
    if (m_loaded < 0 && m_staging.table.isEmpty())
        return;
    if ((m_committed && replaces()) || m_keep)
        return;
    LEAT_KILLPOINT("warehouse.staging-drop");
    if (m_spec.pieces ? !dropPieces() : !m_connection->run("DROP TABLE IF EXISTS " + m_staging.full()))
        m_connection.discard();
}

} // namespace leat
