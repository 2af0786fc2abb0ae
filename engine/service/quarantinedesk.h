// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/askdesk.h"
#include "engine/service/engineparts.h"
#include "engine/service/rundesk.h"
#include "engine/service/worldkeeper.h"

#include <functional>

namespace leat {

/// Shows, stores again and drops the rows that could not be stored. Main thread.
class QuarantineDesk
{
public:
    QuarantineDesk(EngineParts& parts, WorldKeeper& world, AskDesk& ask, RunDesk& runs, std::function<void()> changed);

    /// Counts what is kept, for every schema (start-up).
    Result<void> load();
    QFuture<ReplyPtr> page(const LoadQuarantine& command);
    QFuture<ReplyPtr> replay(const ReplayQuarantine& command);
    QFuture<ReplyPtr> drop(const DropQuarantine& command);

private:
    using Change = std::function<Result<QuarantineReport>(const WarehouseTable&)>;
    QFuture<ReplyPtr> change(SchemaId id, const char* action, Change work);

    EngineParts& m_parts;
    WorldKeeper& m_world;
    AskDesk& m_ask;
    RunDesk& m_runs;
    const std::function<void()> m_changed;
};

/// Takes over from the warehouse how many rows of each table are kept.
Result<void> showQuarantined(Warehouse& warehouse, WorldKeeper& world);

} // namespace leat
