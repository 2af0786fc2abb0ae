// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/schemastatus.h"

namespace leat {

namespace {

SchemaStatus withoutRun(const SchemaPast& past)
{
    if (past.latestError)
        return isHeldBack(*past.latestError) ? SchemaStatus::HeldBack : SchemaStatus::Failed;
    return past.synced ? SchemaStatus::Ok : SchemaStatus::NeverSynced;
}

} // namespace

SchemaStatus restingStatus(const SchemaConfig& config, const SchemaPast& past)
{
    if (!config.shouldSync)
        return past.lastRun || past.synced ? SchemaStatus::Paused : SchemaStatus::Off;
    if (!past.lastRun)
        return withoutRun(past);
    switch (*past.lastRun) {
    // What it brought may be gone since: deleted, or lost with the warehouse.
    case RunStatus::Completed: return past.synced ? SchemaStatus::Ok : SchemaStatus::NeverSynced;
    case RunStatus::Failed: return SchemaStatus::Failed;
    case RunStatus::HeldBack: return SchemaStatus::HeldBack;
    case RunStatus::Cancelled: return SchemaStatus::Cancelled;
    case RunStatus::Queued:
    case RunStatus::Running:
    case RunStatus::Interrupted: break;
    }
    return withoutRun(past);
}

void showHeldDeletes(SchemaInfo& schema)
{
    if (schema.latestError && schema.latestError->code == ErrorCode::DeletesHeld) {
        schema.latestError.reset();
        schema.status = schema.status == SchemaStatus::HeldBack ? SchemaStatus::Ok : schema.status;
    }
    const bool asks = schema.reconcile.held && schema.config.deletes.mode != DeleteMode::Off && reconciles(schema.config);
    if (!asks || schema.status != SchemaStatus::Ok)
        return;
    schema.status = SchemaStatus::HeldBack;
    schema.latestError = deletesHeld(schema.reconcile, schema.label);
}

} // namespace leat
