// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that a new copy has not, of a table whose deleted rows are kept.
#include "engine/base/failpoint.h"
#include "engine/warehouse/duckdb/digestsql.h"
#include "engine/warehouse/duckdb/ducktypes.h"
#include "engine/warehouse/duckdb/duckloadsession.h"

namespace leat {

// A complete copy tells what is gone as well as a reconcile does; without this it would also forget what
// was marked before. Values whose column changed its type are kept where they fit the new one.
Result<void> DuckLoadSession::keepDeleted(DuckTransaction& transaction)
{
    if (!m_spec.keepsDeleted || !m_existing || m_keys.empty() || findSource(m_columns, QLatin1String(kDeletedAt)))
        return {};
    QByteArray where;
    QByteArray same;
    for (const PlannedColumn& key : m_keys) {
        const TableColumn* old = findColumn(*m_existing, key.name);
        if (!old)
            return {};
        where += "t." + old->sql + " IS NOT NULL AND ";
        same += (same.isEmpty() ? "s." : " AND s.") + key.sql + " = t." + old->sql;
    }
    const QByteArray gone = m_target.full() + " AS t WHERE " + where + "NOT EXISTS (SELECT 1 FROM " + m_staging.full()
        + " AS s WHERE " + same + ')';
    const Result<qint64> rows = transaction.number("SELECT count(*) FROM " + gone);
    if (!rows || *rows == 0)
        return rows ? Result<void>() : rows.error();
    QByteArray names;
    QByteArray cells;
    for (const PlannedColumn& column : m_columns)
        if (const TableColumn* old = findColumn(*m_existing, column.name)) {
            names += column.sql + ", ";
            cells += "TRY_CAST(t." + old->sql + " AS " + typeSql(column.type) + "), ";
        }
    const QByteArray now = momentSql(QDateTime::currentDateTimeUtc());
    const bool marked = findColumn(*m_existing, QLatin1String(kDeletedAt)) != nullptr;
    const Result<qint64> added = transaction.run("ALTER TABLE " + m_staging.full() + " ADD COLUMN " + markSql() + " TIMESTAMPTZ");
    if (!added)
        return added.error();
    const Result<qint64> kept = transaction.run("INSERT INTO " + m_staging.full() + " (" + names + markSql() + ") SELECT " + cells
        + (marked ? "coalesce(t." + markSql() + ", " + now + ')' : now) + " FROM " + gone);
    if (!kept)
        return kept.error();
    LEAT_FAILPOINT("warehouse.deleted-kept");
    m_kept = *kept;
    return {};
}

} // namespace leat
