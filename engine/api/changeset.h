// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/api/ids.h"
#include "engine/api/runinfo.h"

#include <QMetaType>

#include <vector>

namespace leat {

/// A list of tables that was read again and differs.
struct ListingChange { SourceId source; QString name; RefreshResult result; };

/// What changed since the last ChangeSet; read the values from Control::snapshot().
struct ChangeSet
{
    std::vector<SourceId> sources;         ///< added or changed
    std::vector<SchemaId> schemas;         ///< added or changed
    std::vector<RunId> runs;               ///< queued, progressed or ended
    std::vector<RunInfo> finishedRuns;     ///< ended since the last set, with their results
    std::vector<ListingChange> listings;   ///< tables that came or went at a source
    bool structure = false;                ///< sources or schemas were added or removed
    bool engine = false;                   ///< EngineInfo changed
    bool incidents = false;                ///< World::incidents changed
    bool isEmpty() const
    {
        return sources.empty() && schemas.empty() && runs.empty() && !structure && !engine && !incidents
            && listings.empty();
    }
};

} // namespace leat
Q_DECLARE_METATYPE(leat::ChangeSet)
