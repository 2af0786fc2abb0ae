// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/api/schemainfo.h"
#include "engine/api/tableshape.h"

namespace leat {

/// Whether a patch touches what must be checked against the live source (T32); pausing does not.
bool needsSourceCheck(const SchemaPatch& patch);

/// SyncTypeUnavailable, with the reason, for a type that no such source of this build has (T19, T42, T47).
Result<void> checkSyncType(const SchemaConfig& config, const QString& sourceType, const QString& label);

/// InvalidOption for a time of day with a frequency of less than a day (T25).
Result<void> checkTimeOfDay(const SchemaConfig& config);

/// The configuration as it will be saved: checked against what the source offers now, with the
/// detected key and the cursor's type filled in where they were left open. `label` names the
/// table in errors. Errors: ColumnMissing, KeyRequired, CursorRequired, CursorUnsuitable,
/// SyncTypeUnavailable.
Result<SchemaConfig> checkedConfig(SchemaConfig config, const SyncOptions& options, const QString& label);

/// Whether the key still has to be proven unique on the data itself: it is neither the primary
/// key nor another unique key of the source (traps T046, T048).
bool keyNeedsProof(const SchemaConfig& config, const SyncOptions& options);

/// The configuration a new source's table gets from its listing's suggestion.
SchemaConfig fullRefreshConfig();

} // namespace leat
