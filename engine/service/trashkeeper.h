// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/protection.h"
#include "engine/service/engineparts.h"
#include "engine/service/sourcepool.h"

namespace leat {

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
    /// Rows, cursor and configuration of a schema. Nothing there is no error.
    Result<void> put(const SchemaInfo& schema, const SourceInfo& source, const QString& action);
    /// A table that belongs to no schema. WarehouseMissing.
    Result<void> putUnknown(const WarehouseTable& table);
    /// `world`: as it was when the restore was asked for.
    Result<QString> restore(qint64 id, const World& world);
    Result<void> purge(qint64 id);
    /// Drops what is beyond the limits (trashrules.h).
    Result<void> keepWithin();
    QDateTime expiry(const QDateTime& trashedAt);

private:
    Result<QString> restoreUnknown(const TrashRecord& record, const World& world);
    Result<SchemaInfo> place(const TrashRecord& record, const World& world);
    Result<SourceInfo> sourceFor(const TrashRecord& record, const QJsonObject& context, const World& world);

    EngineParts& m_parts;
    SourcePool& m_sources;
};

} // namespace leat
