// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/askdesk.h"
#include "engine/service/engineparts.h"
#include "engine/service/impacttoken.h"
#include "engine/service/rundesk.h"
#include "engine/service/sourcepool.h"
#include "engine/service/trashkeeper.h"
#include "engine/service/worldkeeper.h"

namespace leat {

/// Everything that takes data away, and the trash it goes to. No door gets past it without a
/// preview's token and, where the source asks for it, the typed name. Main thread.
class DestructionDesk
{
public:
    DestructionDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
                    std::function<void()> changed);

    QFuture<ReplyPtr> preview(const PreviewDestructive& command);
    QFuture<ReplyPtr> destroy(const DestroyData& command);
    QFuture<ReplyPtr> removeSource(const RemoveSource& command);
    /// Compares keys; with a confirmation, lets go what the one before held back.
    QFuture<ReplyPtr> reconcile(const ReconcileSchema& command);
    QFuture<ReplyPtr> loadTrash();
    QFuture<ReplyPtr> restore(const RestoreTrash& command);
    QFuture<ReplyPtr> setLimits(const SetTrashLimits& command);
    /// Start-up: drops what is past its time. Errors are logged: a full trash stops nothing.
    void tidy();
    /// Start-up, before the world is read: a restore that a killed process began.
    Result<void> settle() { return m_trash.settle(); }

private:
    /// What an action is about, copied on the main thread.
    struct Scope
    {
        PreviewDestructive command;
        std::vector<SchemaInfo> schemas;
        std::vector<SourceInfo> sources;
        QString subject;
        Protection protection = Protection::TypeName;
        std::vector<SchemaId> ids() const;
    };
    Result<Scope> scopeOf(const PreviewDestructive& command) const;
    Result<void> admit(const Scope& scope) const;
    /// Pool thread, as all that follow. With the sources that items of the trash go back to; SourceReadOnly.
    Result<Scope> withTrash(Scope scope, const World& world);
    Result<DestructivePreview> look(const Scope& scope);
    Result<void> confirm(const Scope& scope, const Confirmation& confirmation);
    Result<std::vector<DestructiveItem>> collect(const Scope& scope, QString& facts);
    Result<std::vector<DestructiveItem>> trashItems(const Scope& scope, QStringList& facts);
    Result<DestructiveItem> item(const SchemaInfo& schema, QStringList& facts);
    static Result<DestructiveItem> heldItem(const SchemaInfo& schema, QStringList& facts);
    Result<Reply> purge(const Scope& scope);
    Result<void> forget(const Scope& scope);
    Result<QString> readOnlySourceOf(qint64 trashId, const World& world);
    void reload(Result<Reply>& reply);

    EngineParts& m_parts;
    SourcePool& m_sources;
    WorldKeeper& m_world;
    AskDesk& m_ask;
    RunDesk& m_runs;
    const std::function<void()> m_changed;
    ImpactToken m_token;
    TrashKeeper m_trash;
};

} // namespace leat
