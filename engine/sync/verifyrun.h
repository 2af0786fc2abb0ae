// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sync/syncrun.h"

namespace leat {

/// Compares a schema at the source with the warehouse, each in one snapshot: digests of both sides by
/// ranges of the key first, rows only where those differ. Uses the key of the configuration, else the
/// source's primary key, else whole rows; append tables keep every version and are always compared
/// as whole rows. Rows that the next sync reads anyway are pending, not different.
Result<VerifyReport> verifySchema(Source& source, Warehouse& warehouse, const SchemaInfo& schema,
                                  const WarehouseTable& target, const CancelToken& cancel);

/// Compares as verifySchema does, then makes the ranges that differ equal to the same snapshot, in one
/// transaction with the run's fence; cursor and configuration version stay as they are. An append
/// table only gets what is missing and not pending. RunReport::verify is what was found.
RunReport repairSchema(Source& source, Warehouse& warehouse, RunMonitor& monitor, const RunOrder& order,
                       const CancelToken& cancel);

} // namespace leat
