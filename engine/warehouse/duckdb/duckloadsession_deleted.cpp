// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that a new copy has not, of a table whose deleted rows are kept.
#include "engine/base/failpoint.h"
#include "engine/warehouse/duckdb/digestsql.h"
#include "engine/warehouse/duckdb/duckerrors.h"
#include "engine/warehouse/duckdb/duckloadsession.h"
#include "engine/warehouse/duckdb/mergesql.h"
#include "engine/warehouse/duckdb/oldcolumns.h"

namespace leat {

// A complete copy tells what is gone as well as a reconcile does; without this it would also forget what
// was marked before. Without deletes it only takes along what is marked.
Result<void> DuckLoadSession::keepDeleted(DuckTransaction& transaction, const CursorState& next)
{
    const bool marked = m_existing && findColumn(*m_existing, QLatin1String(kDeletedAt));
    if (!m_existing || m_keys.empty() || !(m_spec.keepsDeleted || (m_spec.keepsMarked && marked)) || hasOwnMark())
        return {};
    const Result<std::optional<StateRow>> stored = m_state.read(transaction, m_spec.target);
    if (!stored)
        return stored.error();
    const CursorState before = *stored ? (*stored)->state.last.cursor : CursorState();
    Result<PlannedColumns> places = storedColumns(before.columns, *m_existing, label());
    if (!places)
        return places.error();
    const OldColumns old(*m_existing, before, std::move(*places), next);

    const QByteArray mark = marked ? "t." + markSql() : QByteArray("CAST(NULL AS TIMESTAMPTZ)");
    std::vector<QByteArray> key;
    QByteArray whole;
    QByteArray fits;
    for (const PlannedColumn& column : m_keys) {
        const std::optional<OldCell> cell = old.cell("t.", column);
        // A new key tells nothing of the old rows.
        if (!cell)
            return countUnkept(transaction, mark);
        key.push_back(cell->cast);
        whole += (whole.isEmpty() ? "" : " AND ") + cell->was + " IS NOT NULL";
        fits += (fits.isEmpty() ? "" : " AND ") + cell->fits;
    }
    QByteArray gone = m_target.full() + " AS t WHERE (" + mark + " IS NOT NULL" + (m_spec.keepsDeleted ? " OR (" + whole + ')' : QByteArray())
        + ") AND NOT EXISTS (SELECT 1 FROM " + m_staging.full() + " AS s WHERE " + sameKeySql("s.", m_keys, key) + ')';
    // What was set aside just now is not gone.
    if (m_setAside > 0)
        gone += " AND NOT " + QuarantineTable::isRepeatedSql(m_keys, key);
    const Result<qint64> fitting = admitDeleted(transaction, gone, mark, fits);
    if (!fitting || *fitting == 0)
        return fitting ? Result<void>() : fitting.error();

    QByteArray names;
    QByteArray cells;
    for (const PlannedColumn& column : m_columns)
        if (const std::optional<OldCell> cell = old.cell("t.", column)) {
            names += column.sql + ", ";
            cells += cell->kept() + ", ";
        }
    const Result<qint64> added = transaction.run("ALTER TABLE " + m_staging.full() + " ADD COLUMN " + markSql() + " TIMESTAMPTZ");
    if (!added)
        return added.error();
    const Result<qint64> kept = transaction.run("INSERT INTO " + m_staging.full() + " (" + names + markSql() + ") SELECT " + cells
        + "coalesce(" + mark + ", " + momentSql(QDateTime::currentDateTimeUtc()) + ") FROM " + gone + " AND " + fits);
    if (!kept)
        return kept.error();
    if (*kept != *fitting)
        return internalError(QStringLiteral("%1 of %2 deleted rows were kept").arg(*kept).arg(*fitting), label());
    LEAT_FAILPOINT("warehouse.deleted-kept");
    m_kept = *kept;
    return {};
}

// The source's own column of the mark's name, in any case, leaves no room for it.
bool DuckLoadSession::hasOwnMark() const
{
    for (const PlannedColumn& column : m_columns)
        if (column.name.compare(QLatin1String(kDeletedAt), Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

Result<void> DuckLoadSession::countUnkept(DuckTransaction& transaction, const QByteArray& mark)
{
    const Result<qint64> lost = transaction.number("SELECT count(*) FROM " + m_target.full() + " AS t WHERE " + mark + " IS NOT NULL");
    if (!lost)
        return lost.error();
    m_unkept = *lost;
    return {};
}

// How many of the rows that are gone can be kept. A mark is a delete for who reads the table: what a reconcile would
// ask about is not done here without a word (T041).
Result<qint64> DuckLoadSession::admitDeleted(DuckTransaction& transaction, const QByteArray& gone, const QByteArray& mark, const QByteArray& fits)
{
    const QByteArray live = "(SELECT count(*) FROM " + m_target.full() + " AS t WHERE " + mark + " IS NULL)";
    Result<std::vector<TextRow>> counted = transaction.rows("SELECT CAST(count(*) AS VARCHAR), CAST(count(*) FILTER (WHERE " + fits
        + ") AS VARCHAR), CAST(count(*) FILTER (WHERE " + mark + " IS NULL) AS VARCHAR), CAST(" + live + " AS VARCHAR) FROM " + gone);
    if (!counted)
        return counted.error();
    const auto number = [&row = counted->front()](std::size_t i) { return row[i].value_or(QString()).toLongLong(); };
    ReconcileNote note;
    note.gone = number(2);
    note.warehouseRows = number(3);
    note.sourceRows = m_loaded + m_setAside;
    if (note.gone > 0 && m_spec.admits && !m_spec.admits(note.gone, note.warehouseRows, note.sourceRows))
        return deletesHeld(note, label());
    m_unkept = number(0) - number(1);
    return number(1);
}

} // namespace leat
