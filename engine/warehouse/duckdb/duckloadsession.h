// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/progresstable.h"
#include "engine/warehouse/duckdb/quarantinetable.h"
#include "engine/warehouse/duckdb/statetable.h"
#include "engine/warehouse/duckdb/tablelayout.h"
#include "engine/warehouse/duckdb/warehousecore.h"

#include <functional>

namespace leat {

/// One load into DuckDB. Rows that become the table (a swap, or the first load of any mode) are
/// staged in a real table beside the target; rows that meet others in a temporary one. See
/// LoadSession for the contract.
class DuckLoadSession final : public LoadSession
{
public:
    static Result<std::unique_ptr<LoadSession>> begin(std::shared_ptr<WarehouseCore> core, const LoadSpec& spec);
    ~DuckLoadSession() override;

    Result<qint64> load(TableRead& read, const CancelToken& cancel) override;
    Result<qint64> loadStep(TableRead& read, const CancelToken& cancel) override;
    qint64 lostThere() const override { return m_lostThere; }
    Result<CommitOutcome> commit(const CommitRecord& record, const CancelToken& cancel) override;

private:
    DuckLoadSession(TableLease lease, PooledConnection connection, LoadSpec spec);
    Result<void> prepare();
    bool replaces() const { return m_spec.mode == LoadMode::Swap || !m_existing; }
    QString label() const { return tableLabel(m_spec.target); }
    Result<void> beginPieces();
    Result<qint64> stageStep(TableRead& read, const CancelToken& cancel);
    bool dropPieces();
    Result<void> goOn(DuckTransaction& transaction, const KeptCopy& kept);
    Result<qint64> stage(TableRead& read, const QByteArray& into, const QByteArray& pieceName, const CancelToken& cancel,
                         const std::function<Result<qint64>(const QByteArray&)>& run);
    Result<void> planRenames();
    Result<void> createStaging();
    Result<void> checkBasis(DuckTransaction& transaction, qint64 fence);
    Result<void> checkRead(const TableRead& read) const;
    Result<void> checkKeys(const CancelToken& cancel);
    Result<void> setAside(const CommitRecord& record, const Error& why, const CancelToken& cancel);
    Result<void> checkCounts(const CommitRecord& record, const CommitOutcome& outcome, qint64 expected) const;
    Result<void> checkCollapse();
    Result<CommitOutcome> commitOnce(StateRow& row, const CancelToken& cancel);
    Result<void> keepQuarantine(DuckTransaction& transaction, const StateRow& row, CommitOutcome& outcome) const;
    Result<CommitOutcome> replaceTable(DuckTransaction& transaction, const CursorState& next);
    Result<void> keepDeleted(DuckTransaction& transaction, const CursorState& next);
    bool hasOwnMark() const;
    Result<void> countUnkept(DuckTransaction& transaction, const QByteArray& mark);
    Result<qint64> admitDeleted(DuckTransaction& transaction, const QByteArray& gone, const QByteArray& mark, const QByteArray& fits);
    Result<CommitOutcome> mergeRows(DuckTransaction& transaction, StateRow& row, const CancelToken& cancel);
    Result<void> adaptTable(DuckTransaction& transaction);
    std::vector<QByteArray> commentStatements(const SqlTable& table) const;
    Result<void> commentStaged();
    static Result<void> commitAnswered(DuckTransaction& transaction);
    Result<bool> isStored(const StateRow& row);
    void tidyUp(const StateRow& row, const CommitOutcome& outcome, const CancelToken& cancel);
    void dropStaging();
    Error failed(ErrorCode code, QMap<QString, QString> args = {}, const QString& detail = {}) const;

    TableLease m_lease;
    PooledConnection m_connection;
    LoadSpec m_spec;
    StateTable m_state;
    QuarantineTable m_quarantine;
    ProgressTable m_progress;
    SqlTable m_target;
    SqlTable m_staging;
    std::optional<TableColumns> m_existing;    ///< nullopt: the table does not exist
    PlannedColumns m_columns;
    PlannedColumns m_keys;
    std::vector<QByteArray> m_before;          ///< changes of the table before rows meet it
    TableDrift m_drift;
    qint64 m_loaded = -1;                      ///< rows in staging, -1: none was made
    qint64 m_lostThere = 0;
    qint64 m_lostNoted = 0;                    ///< of this session's read, noted with its pieces
    qint64 m_there = 0;                        ///< of them staged by an earlier session
    qint64 m_whole = 0;                        ///< of them in pieces that are noted as whole
    qint64 m_kept = 0;                         ///< rows of the old table that a swap takes over, marked
    qint64 m_unkept = 0;                       ///< such rows whose key does not fit the new one
    qint64 m_deletedMore = 0;                  ///< rows that an upsert deleted beyond those it put back
    qint64 m_setAside = 0;                     ///< of them moved to quarantine
    bool m_keep = false;                       ///< pieces are committed: who comes next goes on with them
    bool m_committed = false;
};

} // namespace leat
