// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/warehouse.h"

namespace leat {

LoadSession::~LoadSession() = default;
TableView::~TableView() = default;
Warehouse::~Warehouse() = default;

Result<qint64> LoadSession::loadStep(TableRead& read, const CancelToken& cancel) { return load(read, cancel); }
qint64 LoadSession::lostThere() const { return 0; }
Result<ReconcileOutcome> Warehouse::reconcile(const WarehouseTable&, const ReconcileSpec&, TableRead*, const CommitRecord&, const CancelToken&)
{
    return makeError(ErrorCode::Internal, QStringLiteral("this warehouse does not compare keys"));
}
Result<std::vector<KeptCopy>> Warehouse::keptCopies() { return std::vector<KeptCopy>(); }
Result<std::optional<KeptCopy>> Warehouse::keptCopy(const WarehouseTable&) { return std::optional<KeptCopy>(); }
Result<WarehouseInventory> Warehouse::inventory(const CancelToken&) { return WarehouseInventory(); }
Result<int> Warehouse::dropLeftovers(const std::vector<WarehouseTable>&) { return 0; }
Result<int> Warehouse::forgetCopies(const std::vector<WarehouseTable>&) { return 0; }
Result<int> Warehouse::removeSpilled(const QStringList&) { return 0; }
Result<QuarantinePage> Warehouse::quarantine(const WarehouseTable&, qint64) { return QuarantinePage(); }
Result<std::vector<std::pair<WarehouseTable, qint64>>> Warehouse::quarantineCounts() { return std::vector<std::pair<WarehouseTable, qint64>>(); }
Result<QuarantineReport> Warehouse::replayQuarantine(const WarehouseTable&, const std::vector<qint64>&) { return QuarantineReport(); }
Result<QuarantineReport> Warehouse::dropQuarantine(const WarehouseTable&, const std::vector<qint64>&) { return QuarantineReport(); }

} // namespace leat
