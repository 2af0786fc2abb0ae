// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sync/syncrun.h"

namespace leat {

/// Compares the keys of a table at both sides, each in one snapshot: digests of the keys by buckets first,
/// then the keys of buckets that differ. Rows of the warehouse whose key is gone at the source are marked
/// or deleted as the configuration says, in one transaction with the run's fence; cursor and configuration
/// version stay as they are. Stops with RunReport::reconcile held, and nothing changed, where more would
/// go than may (DeletesHeld), and before anything is compared where the snapshot cannot tell (reconcile.h).
RunReport reconcileSchema(Source& source, Warehouse& warehouse, RunMonitor& monitor, const RunOrder& order,
                          const CancelToken& cancel);

} // namespace leat
