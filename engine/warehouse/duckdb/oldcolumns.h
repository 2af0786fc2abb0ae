// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/tablelayout.h"

#include <optional>

namespace leat {

/// A cell of an old table in the type of a new one; all SQL.
struct OldCell
{
    QByteArray was;                        ///< the cell as it is
    QByteArray cast;                       ///< in the new type, NULL where it does not cast
    QByteArray fits;                       ///< whether nothing of it is lost in the new type; may be NULL for no
    /// The cell in the new type, NULL where it does not fit.
    QByteArray kept() const;
};

/// Which column of an old table one of a new copy was, by what was noted of both: the source's number of it,
/// else its name, else a name that it had before (T062).
class OldColumns
{
public:
    /// `places`: where the columns of `before` are in the table (storedColumns). All but it must outlive this.
    OldColumns(const TableColumns& existing, const CursorState& before, PlannedColumns places, const CursorState& next)
        : m_existing(existing), m_before(before), m_places(std::move(places)), m_next(next)
    {
    }
    /// nullopt: the old table had no such column.
    std::optional<OldCell> cell(const QByteArray& prefix, const PlannedColumn& column) const;

private:
    const ColumnMark* markOf(const QString& source) const;
    bool isTaken(const ColumnMark& mark, const QString& source) const;
    bool isNumbered() const { return !m_before.tableId.isEmpty() && m_before.tableId == m_next.tableId; }

    const TableColumns& m_existing;
    const CursorState& m_before;
    const PlannedColumns m_places;
    const CursorState& m_next;
};

} // namespace leat
