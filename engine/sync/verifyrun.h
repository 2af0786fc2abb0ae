// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sync/syncrun.h"

namespace leat {

/// Compares every row of a schema at the source with the warehouse, in one source snapshot.
/// Uses the key of the configuration, else the source's primary key, else whole rows. Append
/// tables keep every version, so they are compared as whole rows.
Result<VerifyReport> verifySchema(Source& source, Warehouse& warehouse, const SchemaInfo& schema,
                                  const WarehouseTable& target, const CancelToken& cancel);

} // namespace leat
