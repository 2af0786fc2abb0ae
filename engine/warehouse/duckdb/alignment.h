// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/tablework.h"

namespace leat {

/// Makes a part of a table equal to its source's rows (Warehouse::align): rows are staged in a
/// temporary table, then the part is replaced with the state row in one transaction.
class Alignment : private TableWork
{
public:
    Alignment(TableLease lease, PooledConnection connection, const WarehouseTable& table, const AlignSpec& spec);
    ~Alignment();
    Result<CommitOutcome> run(TableRead& read, const CommitRecord& record, const CancelToken& cancel);

private:
    Result<void> layOut(const TableRead& read);
    Result<qint64> stage(TableRead& read, const CancelToken& cancel);
    Result<void> checkKeys(const CancelToken& cancel);
    Result<CommitOutcome> commit(const CommitRecord& record, qint64 staged, const CancelToken& cancel);
    QByteArray partWhere() const;
    QByteArray unlessMarked() const;

    const AlignSpec m_spec;
    PlannedColumns m_columns;
    PlannedColumns m_keys;
    PlannedColumns m_partKeys;
};

} // namespace leat
