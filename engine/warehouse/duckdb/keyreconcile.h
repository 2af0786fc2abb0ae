// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/tablework.h"

namespace leat {

/// Marks or deletes rows whose key the source no longer has (Warehouse::reconcile): the source's keys are
/// staged in a temporary table and counted, then rows and state row change in one transaction. The lease
/// keeps other writers away in between. A NULL in a key equals nothing, so such rows stay.
class KeyReconcile : private TableWork
{
public:
    KeyReconcile(TableLease lease, PooledConnection connection, const WarehouseTable& table, const ReconcileSpec& spec);
    ~KeyReconcile();
    Result<ReconcileOutcome> run(TableRead* keys, const CommitRecord& record, const CancelToken& cancel);

private:
    Result<void> layOut();
    Result<qint64> stage(TableRead& read, const SqlTable& into);
    Result<void> stageKeys(TableRead& keys);
    Result<void> look(bool keysRead);
    Result<void> lookForMissing();
    Result<void> commit(const CommitRecord& record);
    Result<void> mark(DuckTransaction& transaction);
    Result<void> takeOut(DuckTransaction& transaction, StateRow& row);
    Result<qint64> count(const QByteArray& from);
    Result<QStringList> examples(const QByteArray& from, const char* alias);
    QByteArray liveSql(const char* alias) const;
    Result<qint64> findGone();
    QByteArray goesSql() const;
    QByteArray missingSql() const;
    QByteArray wholeKeySql(const char* alias) const;
    QByteArray sameKeySql(const char* left, const char* right) const;
    QByteArray oldMarksSql() const;

    const ReconcileSpec m_spec;
    CancelToken m_cancel;
    PlannedColumns m_keys;
    bool m_marks = false;                  ///< the table has the column of marks
    ReconcileOutcome m_outcome;
};

} // namespace leat
