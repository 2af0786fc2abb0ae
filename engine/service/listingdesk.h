// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/connectors/source.h"
#include "engine/service/askdesk.h"
#include "engine/service/engineparts.h"
#include "engine/service/sourcepool.h"
#include "engine/service/worldkeeper.h"

#include <QTimer>

#include <functional>
#include <map>

namespace leat {

/// Reads lists of tables again: when asked to and, where the scheduler runs, by itself as the source's
/// refresh_tables says. Finds new and vanished tables and enables those its settings want (T062, T071).
/// Main thread; the reading is done on the ask pool.
class ListingDesk : public QObject
{
    Q_OBJECT
public:
    ListingDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, std::function<void()> changed);

    /// Begins to look at the clock, where this process starts what is due.
    void load();
    QFuture<ReplyPtr> refresh(const RefreshSource& command);

private:
    void wake();
    bool isDue(const SourceInfo& source) const;
    Result<RefreshResult> read(const SourceInfo& info, std::vector<SchemaInfo> known, const CancelToken& cancel);

    EngineParts& m_parts;
    SourcePool& m_sources;
    WorldKeeper& m_world;
    AskDesk& m_ask;
    const std::function<void()> m_changed;
    std::map<SourceId, QDateTime> m_tried; ///< last try by itself, so that a failing source is left in peace
    QTimer m_timer;
};

/// What a listing makes of a source's tables: new schemas, off.
std::vector<SchemaInfo> schemasOf(const std::vector<TableListing>& tables, const SourceInfo& source);

} // namespace leat
