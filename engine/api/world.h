// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/incident.h"
#include "engine/api/schemainfo.h"
#include "engine/api/sourceinfo.h"

#include <memory>
#include <vector>

namespace leat {

/// The keychain as the status bar shows it.
enum class KeychainState { Unknown, Available, Locked, Reset, Missing, FileVault, FileVaultLocked };
QString toString(KeychainState state);

struct EngineInfo
{
    QString profilePath;
    QString warehousePath;
    qint64 warehouseBytes = -1;
    qint64 diskFreeBytes = -1;         ///< on the warehouse's disk; -1: unknown
    KeychainState keychain = KeychainState::Unknown;
    int running = 0;
    int queued = 0;
    bool schedulerRuns = false;        ///< this process starts what is due
    bool schedulerPaused = false;      ///< by a person, for all of the profile
    QDateTime pausedUntil;             ///< UTC; invalid while paused: until resumed
    QDateTime nextRunAt;               ///< UTC, the soonest of all schemas; invalid: none
    QString timeZone;                  ///< IANA id in which times of day are meant
    bool timeZoneIsSystem = true;      ///< it follows the system's
    bool operator==(const EngineInfo&) const = default;
};

/// Everything the doors show, as one immutable value. Held by shared_ptr: a reader may keep an
/// old one as long as it likes, on any thread.
struct World
{
    quint64 version = 0;
    std::vector<SourceInfo> sources;       ///< by name
    std::vector<SchemaInfo> schemas;       ///< by source, then label
    std::vector<SourceTypeInfo> sourceTypes;
    std::vector<Incident> incidents;       ///< what needs a person or is waited for, worst first
    EngineInfo engine;

    const SourceInfo* source(SourceId id) const
    {
        for (const SourceInfo& s : sources)
            if (s.id == id)
                return &s;
        return nullptr;
    }
    const SchemaInfo* schema(SchemaId id) const
    {
        for (const SchemaInfo& s : schemas)
            if (s.id == id)
                return &s;
        return nullptr;
    }
};

using WorldPtr = std::shared_ptr<const World>;

} // namespace leat
