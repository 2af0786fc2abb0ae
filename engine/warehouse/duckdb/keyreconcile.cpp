// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/keyreconcile.h"

#include "engine/base/failpoint.h"
#include "engine/warehouse/duckdb/digestsql.h"
#include "engine/warehouse/duckdb/duckerrors.h"
#include "engine/warehouse/duckdb/ducktypes.h"

namespace leat {

namespace {

const SqlTable kStaged{"temp.main", "\"_leat_reconcile_keys\""};
const SqlTable kPending{"temp.main", "\"_leat_reconcile_pending\""};
const SqlTable kGone{"temp.main", "\"_leat_reconcile_gone\""};
constexpr qint64 kExamples = 100;

} // namespace

KeyReconcile::KeyReconcile(TableLease lease, PooledConnection connection, const WarehouseTable& table, const ReconcileSpec& spec)
    : TableWork(std::move(lease), std::move(connection), table), m_spec(spec)
{
}

KeyReconcile::~KeyReconcile()
{
    for (const SqlTable& table : {kStaged, kPending, kGone})
        dropTemporary(table);
}

Result<void> KeyReconcile::layOut()
{
    if (Result<void> found = findTable(); !found)
        return found;
    m_marks = findColumn(m_existing, QLatin1String(kDeletedAt)) != nullptr;
    std::vector<LoadColumn> given;
    for (const QString& name : m_spec.keyColumns)
        given.push_back({name, {}, {}});
    Result<PlannedColumns> columns = planned(given);
    if (!columns)
        return columns.error();
    m_keys = std::move(*columns);
    for (PlannedColumn& key : m_keys) {
        const TableColumn* column = findColumn(m_existing, key.name);
        if (!column || !column->type)
            return failed(ErrorCode::ColumnMissing, {{QStringLiteral("column"), key.source}});
        key.type = *column->type;
    }
    return {};
}

Result<qint64> KeyReconcile::stage(TableRead& read, const SqlTable& into)
{
    QStringList names;
    QByteArray cells;
    for (const ReadColumn& column : read.columns()) {
        const PlannedColumn* key = findSource(m_keys, column.name);
        if (!key)
            return internalError(QStringLiteral("column %1 is not of the key").arg(column.name), tableLabel(m_table));
        names.append(key->name);
        cells += (cells.isEmpty() ? "CAST(" : ", CAST(") + key->sql + " AS " + typeSql(key->type) + ") AS " + key->sql;
    }
    const auto feed = std::make_shared<ReaderFeed>(read, names, m_cancel);
    const FeedRegistration registered(m_connection.instance().feeds(), feed);
    // The source may give more than the part: the buckets decide.
    const QByteArray where = m_spec.part ? " WHERE " + partSql(*m_spec.part, m_keys) : QByteArray();
    const Result<qint64> rows = m_connection->run("CREATE TEMP TABLE " + into.full() + " AS SELECT " + cells + " FROM "
        + registered.sql() + where, {}, m_cancel);
    if (const std::optional<Error> error = feed->firstError())
        return *error;
    return rows;
}

// A scan that was cut short looks like deletes: only the number that the source counted itself proves it whole (T041).
Result<void> KeyReconcile::stageKeys(TableRead& keys)
{
    const Result<qint64> staged = stage(keys, kStaged);
    if (!staged)
        return staged.error();
    if (m_spec.expectedKeys >= 0 && *staged != m_spec.expectedKeys)
        return failed(ErrorCode::CountMismatch, {{QStringLiteral("read"), QString::number(m_spec.expectedKeys)},
            {QStringLiteral("stored"), QString::number(*staged)}, {QStringLiteral("quarantined"), QStringLiteral("0")}});
    return {};
}

QByteArray KeyReconcile::liveSql(const char* alias) const
{
    return m_marks ? QByteArray(alias) + '.' + markSql() + " IS NULL" : QByteArray("true");
}

QByteArray KeyReconcile::wholeKeySql(const char* alias) const
{
    QByteArray sql;
    for (const PlannedColumn& key : m_keys)
        sql += (sql.isEmpty() ? "" : " AND ") + QByteArray(alias) + '.' + key.sql + " IS NOT NULL";
    return sql;
}

QByteArray KeyReconcile::sameKeySql(const char* left, const char* right) const
{
    QByteArray sql;
    for (const PlannedColumn& key : m_keys)
        sql += (sql.isEmpty() ? "" : " AND ") + QByteArray(left) + '.' + key.sql + " = " + right + '.' + key.sql;
    return sql;
}

// The keys of the rows that go, found once: comparing all keys is the dearest step.
Result<qint64> KeyReconcile::findGone()
{
    return m_connection->run("CREATE TEMP TABLE " + kGone.full() + " AS SELECT " + columnList(m_keys) + " FROM " + m_target.full()
        + " AS t WHERE " + liveSql("t") + " AND " + wholeKeySql("t")
        + (m_spec.part ? " AND " + partSql(*m_spec.part, m_keys) : QByteArray())
        + " AND NOT EXISTS (SELECT 1 FROM " + kStaged.full() + " AS s WHERE " + sameKeySql("s", "t") + ')', {}, m_cancel);
}

// Of the rows that go.
QByteArray KeyReconcile::goesSql() const
{
    return " WHERE " + liveSql("t") + " AND EXISTS (SELECT 1 FROM " + kGone.full() + " AS g WHERE " + sameKeySql("g", "t") + ')';
}

QByteArray KeyReconcile::missingSql() const
{
    return kStaged.full() + " AS s WHERE " + wholeKeySql("s") + " AND NOT EXISTS (SELECT 1 FROM " + m_target.full()
        + " AS t WHERE " + liveSql("t") + " AND " + sameKeySql("t", "s") + ')';
}

// Rows that were marked before and go now.
QByteArray KeyReconcile::oldMarksSql() const
{
    if (!m_marks || (m_spec.policy.mode != DeleteMode::Purge && m_spec.policy.mode != DeleteMode::Hard))
        return {};
    const qint64 days = m_spec.policy.mode == DeleteMode::Purge ? m_spec.policy.purgeDays : 0;
    return m_target.full() + " AS t WHERE t." + markSql() + " <= " + momentSql(m_spec.now.addDays(-days));
}

Result<qint64> KeyReconcile::count(const QByteArray& from)
{
    return m_connection->number("SELECT count(*) FROM " + from, {}, m_cancel);
}

Result<QStringList> KeyReconcile::examples(const QByteArray& from, const char* alias)
{
    QByteArray text;
    QByteArray order;
    for (const PlannedColumn& key : m_keys) {
        text += (text.isEmpty() ? "" : " || ', ' || ") + QByteArray("CAST(") + alias + '.' + key.sql + " AS VARCHAR)";
        order += (order.isEmpty() ? "" : ", ") + QByteArray(alias) + '.' + key.sql;
    }
    const Result<std::vector<TextRow>> rows = m_connection->rows("SELECT " + text + " FROM " + from + " ORDER BY " + order + " LIMIT "
        + QByteArray::number(kExamples), {}, m_cancel);
    if (!rows)
        return rows.error();
    QStringList keys;
    for (const TextRow& row : *rows)
        keys.append(row.front().value_or(QString()));
    return keys;
}

// What would go and what is missing; nothing is written yet.
Result<void> KeyReconcile::look(bool keysRead)
{
    const Result<qint64> live = count(m_target.full() + " AS t WHERE " + liveSql("t"));
    const Result<qint64> nulls = live ? count(m_target.full() + " AS t WHERE " + liveSql("t") + " AND NOT (" + wholeKeySql("t") + ')') : live;
    if (!nulls)
        return nulls.error();
    m_outcome.live = *live;
    m_outcome.nullKeys = *nulls;
    if (keysRead) {
        const Result<qint64> gone = findGone();
        if (!gone)
            return gone.error();
        m_outcome.gone = *gone;
        if (*gone > 0) {
            Result<QStringList> keys = examples(kGone.full() + " AS g", "g");
            if (!keys)
                return keys.error();
            m_outcome.goneKeys = std::move(*keys);
        }
        if (Result<void> missing = lookForMissing(); !missing)
            return missing;
    }
    if (const QByteArray old = oldMarksSql(); !old.isEmpty()) {
        const Result<qint64> purged = count(old);
        if (!purged)
            return purged.error();
        m_outcome.purged = *purged;
    }
    return {};
}

Result<void> KeyReconcile::lookForMissing()
{
    const Result<qint64> missing = count(missingSql());
    if (!missing || *missing == 0)
        return missing ? Result<void>() : missing.error();
    m_outcome.missing = *missing;
    QByteArray notPending;
    if (m_spec.pending) {
        const Result<std::unique_ptr<TableRead>> read = m_spec.pending();
        if (!read)
            return read.error();
        if (const Result<qint64> rows = stage(**read, kPending); !rows)
            return rows.error();
        notPending = " AND NOT EXISTS (SELECT 1 FROM " + kPending.full() + " AS p WHERE " + sameKeySql("p", "s") + ')';
        const Result<qint64> left = count(missingSql() + notPending);
        if (!left)
            return left.error();
        m_outcome.pendingKnown = true;
        m_outcome.pending = *missing - *left;
        m_outcome.missing = *left;
    }
    if (m_outcome.missing == 0)
        return {};
    Result<QStringList> keys = examples(missingSql() + notPending, "s");
    if (!keys)
        return keys.error();
    m_outcome.missingKeys = std::move(*keys);
    return {};
}

Result<void> KeyReconcile::mark(DuckTransaction& transaction)
{
    if (!m_marks) {
        const QByteArray column = m_target.full() + '.' + markSql();
        for (const QByteArray& sql : {"ALTER TABLE " + m_target.full() + " ADD COLUMN " + markSql() + " TIMESTAMPTZ",
                 "COMMENT ON COLUMN " + column + " IS 'When Leat found the row deleted at the source; NULL: it lives'"})
            if (const Result<qint64> ran = transaction.run(sql); !ran)
                return ran.error();
    }
    const Result<qint64> marked = transaction.run("UPDATE " + m_target.full() + " AS t SET " + markSql() + " = "
        + momentSql(m_spec.now) + goesSql(), {}, m_cancel);
    if (!marked)
        return marked.error();
    if (*marked != m_outcome.gone)
        return internalError(QStringLiteral("%1 rows were marked, %2 are gone").arg(*marked).arg(m_outcome.gone), tableLabel(m_table));
    return {};
}

Result<void> KeyReconcile::takeOut(DuckTransaction& transaction, StateRow& row)
{
    if (m_outcome.purged > 0) {
        const Result<qint64> purged = transaction.run("DELETE FROM " + oldMarksSql(), {}, m_cancel);
        if (!purged)
            return purged.error();
        row.deadRows += *purged;
    }
    if (m_outcome.gone == 0)
        return {};
    if (m_spec.policy.marks())
        return mark(transaction);
    const Result<qint64> deleted = transaction.run("DELETE FROM " + m_target.full() + " AS t" + goesSql(), {}, m_cancel);
    if (!deleted)
        return deleted.error();
    row.deadRows += *deleted;
    if (*deleted != m_outcome.gone)
        return internalError(QStringLiteral("%1 rows were deleted, %2 are gone").arg(*deleted).arg(m_outcome.gone), tableLabel(m_table));
    return {};
}

Result<void> KeyReconcile::commit(const CommitRecord& record)
{
    // A column that is added is a catalog change: two of those can conflict, so its turn begins at once.
    const std::lock_guard turn(m_connection.instance().commitMutex());
    Result<DuckTransaction> transaction = DuckTransaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    const Result<std::optional<StateRow>> now = m_state.read(*transaction, m_table);
    if (!now)
        return now.error();
    if (!*now || m_spec.basis != Generation{(*now)->state.last.runId, (*now)->state.last.fence})
        return failed(ErrorCode::RevisionConflict, {{QStringLiteral("subject"), tableLabel(m_table)}});
    Result<StateRow> row = nextStateRow(*transaction, m_state, m_table, record);
    if (!row)
        return row.error();
    if (Result<void> out = takeOut(*transaction, *row); !out)
        return out;
    const Result<qint64> rows = transaction->number("SELECT count(*) FROM " + m_target.full());
    if (!rows)
        return rows.error();
    m_outcome.tableRows = row->state.tableRows = *rows;
    if (Result<void> written = m_state.write(*transaction, *row); !written)
        return written;
    if (m_cancel.isCancelled())
        return failed(ErrorCode::Cancelled);
    LEAT_FAILPOINT("reconcile.before-commit");
    if (Result<void> committed = transaction->commit(); !committed)
        return committed;
    LEAT_KILLPOINT("reconcile.after-commit");
    return {};
}

Result<ReconcileOutcome> KeyReconcile::run(TableRead* keys, const CommitRecord& record, const CancelToken& cancel)
{
    m_cancel = cancel;
    m_connection->setPhase(Phase::Verify);
    if (Result<void> ok = layOut(); !ok)
        return ok.error();
    if (keys)
        if (Result<void> ok = stageKeys(*keys); !ok)
            return ok.error();
    LEAT_FAILPOINT("reconcile.keys-staged");
    if (Result<void> ok = look(keys != nullptr); !ok)
        return ok.error();
    m_outcome.held = !m_spec.admits(m_outcome.gone, m_outcome.live);
    if (m_outcome.held)
        m_outcome.purged = 0;
    if (m_outcome.held || (m_outcome.gone == 0 && m_outcome.purged == 0)) {
        const Result<qint64> rows = count(m_target.full());
        if (!rows)
            return rows.error();
        m_outcome.tableRows = *rows;
        return m_outcome;
    }
    m_connection->setPhase(Phase::Commit);
    if (Result<void> ok = commit(record); !ok)
        return ok.error();
    return m_outcome;
}

} // namespace leat
