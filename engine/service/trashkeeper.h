// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/protection.h"
#include "engine/service/engineparts.h"
#include "engine/service/sourcepool.h"

#include <mutex>

namespace leat {

struct TrashContext;

/// Old generations of tables: putting them away, bringing them back, keeping within the limits.
/// Works on pool threads; every step leaves warehouse and state store in agreement or in a state
/// that the next start mends.
class TrashKeeper
{
public:
    TrashKeeper(EngineParts& parts, SourcePool& sources) : m_parts(parts), m_sources(sources) {}

    TrashLimits limits();
    /// InvalidOption; ConfirmationNeeded while something in the trash would have no room any more.
    Result<void> setLimits(const TrashLimits& limits);
    Result<TrashPage> page();
    /// Rows, cursor and configuration of a schema. Nothing there is no error. `along`: other tables of the
    /// source that come back with it when the whole source does.
    Result<void> put(const SchemaInfo& schema, const SourceInfo& source, const QString& action, const std::vector<SchemaInfo>& along = {});
    /// A table that belongs to no schema. WarehouseMissing.
    Result<void> putUnknown(const WarehouseTable& table);
    /// `world`: as it was when the restore was asked for. One at a time; one that fails leaves nothing behind.
    Result<QString> restore(qint64 id, const World& world);
    /// Takes a restore back that was broken off before the rows were there, or brings it to its end. At the
    /// start, before anything else reads the state store.
    Result<void> settle();
    Result<void> purge(qint64 id);
    /// Drops what is beyond the limits (beyondLimits()); nothing for its age while judgeClock() found the clock wrong.
    Result<void> keepWithin();
    /// At the start: whether the clock is ahead of everything that this profile has noted, so that nothing is past
    /// its time for certain.
    void judgeClock(const World& world);
    QDateTime expiry(const QDateTime& trashedAt);

private:
    Result<QString> restoreUnknown(const TrashRecord& record, const World& world);
    /// What a restore is about to change, kept in the state store until it has ended.
    struct Intent
    {
        qint64 trash = 0;
        QString madeSource;            ///< a source that it adds anew
        SchemaId schema;
        SchemaConfig before;           ///< of the schema
    };
    struct Place { SchemaInfo schema; SourceInfo source; bool newSource = false; };
    Result<void> keepIntent(const Intent& intent);
    Result<void> takeBack(const Intent& intent);
    Result<void> bringToEnd(SchemaId id);
    Result<Place> place(const TrashRecord& record, const TrashContext& context);
    Result<Place> made(const TrashContext& context, std::optional<SourceInfo> source, Intent intent, bool isNew);
    Result<QString> bringBack(const TrashRecord& record, const TrashContext& context, const World& world);

    EngineParts& m_parts;
    SourcePool& m_sources;
    std::mutex m_restoring;
    bool m_clockAhead = false;
};

} // namespace leat
