// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/warehouse.h"
#include "tests/simulate/memorysource.h"

#include <set>

namespace leat::sim {

/// One commit, as the checks look at it.
struct Commit { Generation generation; LoadMode mode = LoadMode::Swap; CommitRecord record; };

/// One table in memory, under the rules of the contract (engine/warehouse/warehouse.h).
class MemoryWarehouse final : public Warehouse
{
public:
    Result<std::unique_ptr<LoadSession>> begin(const LoadSpec& spec) override;
    Result<std::optional<StoredState>> state(const WarehouseTable& table) override;
    Result<std::vector<std::pair<WarehouseTable, StoredState>>> states() override { return unused(); }
    Result<void> touch(const WarehouseTable&, const CommitRecord&) override { return unused(); }
    Result<std::unique_ptr<TableView>> view(const WarehouseTable&, const std::vector<ReadColumn>&, const QStringList&) override { return unused(); }
    Result<CommitOutcome> align(const WarehouseTable&, const AlignSpec&, TableRead&, const CommitRecord&, const CancelToken&) override { return unused(); }
    Result<VerifyReport> compare(const WarehouseTable&, const QStringList&, TableRead&, const CancelToken&) override { return unused(); }
    Result<QueryResult> query(const QString&, qint64, const CancelToken&) override { return unused(); }
    Result<void> drop(const WarehouseTable&) override { return unused(); }
    Result<qint64> countFrom(const WarehouseTable&, const QString&, const QString&) override { return unused(); }
    Result<qint64> tableBytes(const WarehouseTable&) override { return unused(); }
    Result<qint64> trash(const WarehouseTable& table, const TrashNote& note) override;
    Result<std::vector<TrashRecord>> trashed() override { return unused(); }
    Result<StoredState> restore(qint64 id, const TrashNote& note) override;
    Result<void> purge(qint64) override { return unused(); }
    Result<void> dropSchema(const QString&) override { return unused(); }
    Result<int> recover() override { return unused(); }
    qint64 sizeBytes() const override { return 0; }
    QString path() const override { return {}; }
    QString version() const override { return {}; }

    struct Table
    {
        std::vector<Row> rows;
        StoredState state;
    };
    std::optional<Table> table;
    std::vector<Table> trashCan;
    std::vector<Commit> commits;
    int loads = 0;                 ///< under way
    /// For the proof that the schedules see a missing check: leaves one out.
    bool ignoresBasis = false;
    bool ignoresFence = false;

private:
    static Error unused() { return makeError(ErrorCode::Internal, QStringLiteral("not part of the simulation")); }
};

} // namespace leat::sim
