// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"

namespace leat {

/// What the state store knows of a schema's past.
struct SchemaPast
{
    std::optional<RunStatus> lastRun;      ///< how the last ended run ended
    bool synced = false;                   ///< the warehouse has a copy
    std::optional<ErrorCode> latestError;
};

/// The resting status of a schema; who runs it puts Queued, Running and Cancelling on top.
/// Off: switched off and never run. Paused: switched off later. An interrupted run (its process
/// died) says nothing by itself: what held before it holds again.
SchemaStatus restingStatus(const SchemaConfig& config, const SchemaPast& past);

/// Shows, or takes back, that deletes of a schema that is well otherwise wait for an answer: its syncs
/// go on, but it is not green. Call it wherever a resting status was set.
void showHeldDeletes(SchemaInfo& schema);

} // namespace leat
