// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/askdesk.h"
#include "engine/service/engineparts.h"
#include "engine/service/rundesk.h"
#include "engine/service/sourcepool.h"
#include "engine/service/worldkeeper.h"

namespace leat {

/// Commands about sources: draft, test, add, change, refresh, remove, sample. Main thread.
class SourceDesk
{
public:
    SourceDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
               Mailbox& mailbox, std::function<void()> changed);

    QFuture<ReplyPtr> parseUrl(const ParseSourceUrl& command);
    QFuture<ReplyPtr> testDraft(TestDraft command);
    QFuture<ReplyPtr> listDraft(ListDraftTables command);
    QFuture<ReplyPtr> add(AddSource command);
    QFuture<ReplyPtr> update(UpdateSource command);
    QFuture<ReplyPtr> test(const TestSource& command);
    QFuture<ReplyPtr> createSample();
    QFuture<ReplyPtr> editSample();

private:
    Result<void> checkName(const QString& name) const;
    /// On a pool thread: saves source, secrets and schemas; undoes what it did when a step fails.
    Result<SourceAdded> save(const AddSource& command, const SourceInfo& info, const std::vector<TableListing>& tables);
    Result<void> saveSecrets(SourceId id, const SecretMap& secrets);
    Result<void> mayReplace(const SourceInfo& old) const;
    /// On a pool thread: takes the sample that is there away, its rows to the trash.
    Result<void> putAway(const SourceInfo& old, const std::vector<SchemaInfo>& tables);
    SourceInfo infoOf(const SourceDraft& draft) const;
    void reload(Result<Reply>& reply);

    EngineParts& m_parts;
    SourcePool& m_sources;
    WorldKeeper& m_world;
    AskDesk& m_ask;
    RunDesk& m_runs;
    Mailbox& m_mailbox;
    const std::function<void()> m_changed;
};

} // namespace leat
