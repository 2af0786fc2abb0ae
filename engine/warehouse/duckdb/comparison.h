// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/tablelayout.h"
#include "engine/warehouse/duckdb/warehousecore.h"

namespace leat {

/// One comparison of a source read with a warehouse table, row by row, in a read-only
/// transaction. Of every source row its key and a 128-bit hash of all cells are kept (in
/// temporary tables that spill to disk); buckets by hash of the key that agree in count and
/// summed hashes are equal, only the others are looked at row by row. Cells are equal when their
/// bits mean the same: NaN equals NaN, 0.0 differs from -0.0, 1 month differs from 30 days.
class Comparison
{
public:
    Comparison(PooledConnection connection, const WarehouseTable& table, QStringList keyColumns, CancelToken cancel);
    /// WarehouseMissing without the table; ColumnMissing, ShapeChanged when the columns differ.
    Result<VerifyReport> run(TableRead& read);

private:
    Result<void> layOut(const TableRead& read);
    Result<void> collect(TableRead& read);
    Result<void> findBuckets();
    Result<void> lookCloser();
    Result<void> comparePart(qint64 part, qint64 parts);
    Result<void> addExamples(QStringList& examples, const QByteArray& from);
    Result<qint64> count(const QByteArray& sql);
    QByteArray fingerprintsSql(const QByteArray& from) const;
    QByteArray cellsSql(bool cast) const;
    QByteArray keyList() const;

    PooledConnection m_connection;
    WarehouseTable m_table;
    QStringList m_keyNames;
    CancelToken m_cancel;
    SqlTable m_target;
    PlannedColumns m_columns;
    std::vector<ColumnType> m_types;       ///< of the table, by column of the read
    std::vector<std::size_t> m_keys;       ///< indexes into m_columns
    VerifyReport m_report;
};

} // namespace leat
