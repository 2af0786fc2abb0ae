// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/warehousecore.h"
#include "engine/warehouse/warehouse.h"

namespace leat {

/// The warehouse in one DuckDB file, which this process owns while it is open. See
/// engine/warehouse/warehouse.h for the contract and DuckInstance for how it is hardened.
class DuckWarehouse final : public Warehouse
{
public:
    /// Opens or creates the file. WarehouseLocked (args holder, pid), WarehouseNewer,
    /// WarehouseCorrupt, ProfileNotWritable, DiskFull; a file that is there is never replaced.
    static Result<std::unique_ptr<Warehouse>> open(const DuckOptions& options);
    ~DuckWarehouse() override;

    Result<std::unique_ptr<LoadSession>> begin(const LoadSpec& spec) override;
    Result<std::optional<StoredState>> state(const WarehouseTable& table) override;
    Result<std::vector<std::pair<WarehouseTable, StoredState>>> states() override;
    Result<void> touch(const WarehouseTable& table, const CommitRecord& record) override;
    Result<std::unique_ptr<TableView>> view(const WarehouseTable& table, const std::vector<ReadColumn>& columns,
                                            const QStringList& keyColumns) override;
    Result<CommitOutcome> align(const WarehouseTable& table, const AlignSpec& spec, TableRead& read,
                                const CommitRecord& record, const CancelToken& cancel) override;
    Result<ReconcileOutcome> reconcile(const WarehouseTable& table, const ReconcileSpec& spec, TableRead* keys,
                                       const CommitRecord& record, const CancelToken& cancel) override;
    Result<VerifyReport> compare(const WarehouseTable& table, const QStringList& keyColumns,
                                 TableRead& read, const CancelToken& cancel) override;
    Result<QueryResult> query(const QString& sql, qint64 maxRows, const CancelToken& cancel) override;
    Result<void> drop(const WarehouseTable& table) override;
    Result<qint64> countFrom(const WarehouseTable& table, const QString& column, const QString& value) override;
    Result<qint64> tableBytes(const WarehouseTable& table) override;
    Result<std::vector<KeptCopy>> keptCopies() override;
    Result<std::optional<KeptCopy>> keptCopy(const WarehouseTable& table) override;
    Result<WarehouseInventory> inventory(const CancelToken& cancel) override;
    Result<int> dropLeftovers(const std::vector<WarehouseTable>& leftovers) override;
    Result<int> forgetCopies(const std::vector<WarehouseTable>& tables) override;
    Result<int> removeSpilled(const QStringList& files) override;
    Result<QuarantinePage> quarantine(const WarehouseTable& table, qint64 limit) override;
    Result<std::vector<std::pair<WarehouseTable, qint64>>> quarantineCounts() override;
    Result<QuarantineReport> replayQuarantine(const WarehouseTable& table, const std::vector<qint64>& ids) override;
    Result<QuarantineReport> dropQuarantine(const WarehouseTable& table, const std::vector<qint64>& ids) override;
    Result<qint64> trash(const WarehouseTable& table, const TrashNote& note) override;
    Result<std::vector<TrashRecord>> trashed() override;
    Result<StoredState> restore(qint64 id, const TrashNote& note) override;
    Result<void> purge(qint64 id) override;
    Result<void> dropSchema(const QString& schema) override;
    Result<int> recover() override;
    qint64 sizeBytes() const override;
    QString path() const override;
    QString version() const override;

private:
    explicit DuckWarehouse(std::shared_ptr<WarehouseCore> core) : m_core(std::move(core)) {}

    std::shared_ptr<WarehouseCore> m_core;
};

} // namespace leat
