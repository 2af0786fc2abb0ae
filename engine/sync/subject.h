// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"
#include "engine/base/canceltoken.h"
#include "engine/connectors/source.h"
#include "engine/warehouse/warehouse.h"

#include <memory>
#include <optional>

namespace leat {

// What verify, repair and reconcile have in common: one table at both sides.

/// What is compared, with the snapshot it is compared in. The stored state is read first, so that the
/// snapshot is younger than whatever the warehouse holds.
struct Subject
{
    std::unique_ptr<TableSnapshot> snapshot;
    StoredState stored;
    QStringList columns;           ///< what the last sync stored, but for what cannot be compared
    QStringList key;               ///< empty: none, or not all of it is in the warehouse
};
/// What must still be at the source.
enum class SubjectPart { Columns, Keys };
/// WarehouseMissing, ColumnMissing, and what opening a snapshot gives.
Result<Subject> subjectOf(Source& source, Warehouse& warehouse, const TableName& table, const SchemaConfig& config,
                          const WarehouseTable& target, SubjectPart part, const CancelToken& cancel);
/// "public.orders", for sentences.
QString labelOf(const TableName& table);

/// Busy when a sync ended since `stored` was read: the source would look older than the warehouse.
Result<void> unchangedSince(Warehouse& warehouse, const WarehouseTable& target, const StoredState& stored);

/// The rows that the next sync reads, by the same bounds as its plan, columns left out; nullopt: nobody
/// can tell them.
std::optional<ReadSpec> pendingSpec(const SnapshotFacts& facts, const CursorState& stored, const SchemaConfig& config);

/// One integer that is never NULL: parted by ranges.
bool isIntegerKey(const QStringList& key, const TableShape& shape);
/// The warehouse's, widened where the source has grown far beyond it: buckets would be too many.
Result<KeyExtent> keyExtent(TableSnapshot& snapshot, TableView& view, const QStringList& integerKey, const CancelToken& cancel);

/// Keeps how far a snapshot that rows were taken from had seen transactions.
void noteSeen(CursorState& cursor, const SnapshotFacts& facts);

} // namespace leat
