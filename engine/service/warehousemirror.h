// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnose/incidents.h"
#include "engine/service/engineparts.h"
#include "engine/service/worldkeeper.h"

#include <map>

namespace leat {

/// Whether a run of this schema stored what the warehouse has under its name. The name alone proves nothing: a source
/// that was removed, or one of another profile, may have had it.
bool storedBy(StateStore& state, const SchemaInfo& schema, const StoredState& stored);

/// What the start found out about a table's copy, kept in the profile across starts.
std::optional<CopyDoubt> copyDoubtOf(StateStore& state, SchemaId id);
Result<void> keepCopyDoubt(StateStore& state, SchemaId id, const std::optional<CopyDoubt>& doubt);

/// What was found out about rows that are gone (proof, reconcile) says nothing about others.
Result<void> forgetFindings(StateStore& state, SchemaId id);
/// A table that has no rows any more, or none that a run of it stored.
Result<void> forgetRows(StateStore& state, SchemaId id);

/// Shows tables as the warehouse has them: it holds the truth (12-reliability §0.1). A process killed between the
/// warehouse's commit and the state store's leaves the mirror behind; a warehouse file that is gone, or was replaced
/// by an older one, is noted as well. Main thread, at the start.
class WarehouseMirror
{
public:
    WarehouseMirror(EngineParts& parts, WorldKeeper& world) : m_parts(parts), m_world(world) {}
    /// How many tables the profile showed otherwise.
    Result<int> run();

private:
    Result<bool> show(const SchemaInfo& schema, const StoredState& stored);
    Result<bool> showGone(const SchemaInfo& schema);
    Result<bool> isOlder(const SchemaInfo& schema, const StoredState& stored);
    bool wentToTheTrash(const SchemaInfo& schema) const;
    Result<void> raiseFence(const std::vector<std::pair<WarehouseTable, StoredState>>& states);

    EngineParts& m_parts;
    WorldKeeper& m_world;
    std::vector<TrashRecord> m_trash;
};

} // namespace leat
