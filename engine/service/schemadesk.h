// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/askdesk.h"
#include "engine/service/engineparts.h"
#include "engine/service/rundesk.h"
#include "engine/service/sourcepool.h"
#include "engine/service/worldkeeper.h"

#include <map>

namespace leat {

/// Commands about schemas: settings, options, verification. Main thread.
class SchemaDesk
{
public:
    SchemaDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
               std::function<void()> changed);

    QFuture<ReplyPtr> set(const SetSchemas& command);
    QFuture<ReplyPtr> options(const LoadOptions& command);
    QFuture<ReplyPtr> verify(const VerifySchema& command);
    void cancelVerify(const std::vector<SchemaId>& ids);

private:
    struct Change
    {
        SchemaInfo schema;
        SourceInfo source;
        SchemaConfig config;
    };
    Result<std::vector<Change>> changes(const SetSchemas& command);
    Result<void> check(Change& change, const CancelToken& cancel);
    Result<Reply> store(const std::vector<Change>& changes, qint64 expectedRevision);

    EngineParts& m_parts;
    SourcePool& m_sources;
    WorldKeeper& m_world;
    AskDesk& m_ask;
    RunDesk& m_runs;
    const std::function<void()> m_changed;
    std::map<SchemaId, CancelSource> m_verifying;
};

/// The schema's place in the warehouse, from its stored name.
WarehouseTable warehouseTableOf(const SchemaInfo& schema);

} // namespace leat
