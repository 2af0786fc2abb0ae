// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/changeset.h"
#include "engine/api/world.h"
#include "engine/state/statestore.h"

namespace leat {

/// Holds what the doors see, hands out immutable copies, and collects what changed. Main thread.
class WorldKeeper
{
public:
    /// Reads everything from the state store (start-up, and after structural changes).
    Result<void> reload(StateStore& state);
    void setSourceTypes(std::vector<SourceTypeInfo> types);
    void setIncidents(std::vector<Incident> incidents);

    WorldPtr snapshot();
    const World& world() const { return m_world; }

    SourceInfo* source(SourceId id);
    SchemaInfo* schema(SchemaId id);
    SourceInfo* sourceNamed(const QString& name);
    std::vector<SchemaInfo*> schemasOf(SourceId id);
    EngineInfo& engine() { return m_world.engine; }

    // Tell what was changed through the pointers above.
    void touched(SourceId id);
    void touched(SchemaId id);
    void touched(RunId id);
    void finished(const RunInfo& run);
    void listed(ListingChange change) { m_changes.listings.push_back(std::move(change)); }
    void touchedEngine();
    bool hasChanges() const { return !m_changes.isEmpty(); }
    const ChangeSet& pending() const { return m_changes; }
    ChangeSet takeChanges();

private:
    void keepLive(SchemaInfo& fresh) const;

    World m_world;
    WorldPtr m_snapshot;
    ChangeSet m_changes;
};

} // namespace leat
