// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/askdesk.h"
#include "engine/service/engineparts.h"
#include "engine/service/rundesk.h"
#include "engine/service/sourcepool.h"
#include "engine/service/worldkeeper.h"

#include <map>

namespace leat {

/// Questions about schemas: options, keys, verification. Main thread.
class SchemaDesk
{
public:
    SchemaDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
               std::function<void()> changed);

    QFuture<ReplyPtr> checkKey(const CheckKey& command);
    QFuture<ReplyPtr> options(const LoadOptions& command);
    QFuture<ReplyPtr> verify(const VerifySchema& command);
    bool isVerifying() const { return !m_verifying.empty(); }
    void cancelVerify(const std::vector<SchemaId>& ids);
    /// Who keeps in mind what comparisons find; main thread.
    void onVerified(std::function<void(const VerifyReport&)> told) { m_onVerified = std::move(told); }

private:
    EngineParts& m_parts;
    SourcePool& m_sources;
    WorldKeeper& m_world;
    AskDesk& m_ask;
    RunDesk& m_runs;
    const std::function<void()> m_changed;
    std::function<void(const VerifyReport&)> m_onVerified;
    std::map<SchemaId, CancelSource> m_verifying;
};

/// The schema's place in the warehouse, from its stored name.
WarehouseTable warehouseTableOf(const SchemaInfo& schema);
/// "shop.orders".
QString fullLabel(const SchemaInfo& schema);
Error noSuchTable(SchemaId id);
/// The newest check of a table's key, kept in the profile.
void rememberKeyCheck(EngineParts& parts, SchemaId id, const KeyReport& report);
std::optional<KeyReport> rememberedKeyCheck(EngineParts& parts, SchemaId id);
/// Sets its status when nothing runs.
void showAtRest(SchemaInfo& schema);
/// Queues a run that is no sync once what is under way has ended, and answers with `take` after its own
/// end: a run that writes is queued, fenced, in the history.
QFuture<ReplyPtr> runAside(RunDesk& runs, SyncSchemas order, std::function<Result<Reply>()> take);

} // namespace leat
