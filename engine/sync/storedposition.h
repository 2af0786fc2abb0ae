// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sync/plan.h"

namespace leat {

// What a position that was stored is still worth: pure functions of a plan's input, for makePlan() alone. But for
// checkReplica() and checkMarking() they need a table that was loaded.

/// Row xids are 32 bits wide at the source: beyond half their range, old and new cannot be told apart (trap T005).
inline constexpr quint64 kXidHalf = quint64{1} << 31;

/// An error of the source, in the phase of planning; names the table.
Error planError(ErrorCode code, const TableShape& shape, QMap<QString, QString> args = {});

/// StaleRead where a replica answers that lacks what was read (T159).
Result<void> checkReplica(const PlanInput& in);
/// StaleRead where a copy would mark what a replica has not yet (T041).
Result<void> checkMarking(const PlanInput& in, const SyncPlan& plan);
/// Whether the position was taken with these settings, this column and this server (T027, T028, T045, T159).
/// Errors: CursorConfigChanged, ShapeChanged, ChangesHeld.
Result<void> checkStored(const PlanInput& in, const ShapeDrift& drift);
/// Whether rows can be told by transaction ids from the stored horizon on.
bool windowUsable(const PlanInput& in);
/// Whether only a complete copy brings what the position would pass by, and why.
bool needsCopy(const PlanInput& in, const ShapeDrift& drift, CopyReason& reason);
/// Whether an index of the source holds these columns unique.
bool isUniqueKey(const TableShape& shape, const QStringList& columns);

} // namespace leat
