// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/askdesk.h"
#include "engine/service/engineparts.h"
#include "engine/service/rundesk.h"
#include "engine/service/sourcepool.h"
#include "engine/service/worldkeeper.h"

#include <QTimeZone>

namespace leat {

/// Changes of schemas: what they would do, and doing them (seed ids T27–T49). Main thread.
class ChangeDesk
{
public:
    ChangeDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
               std::function<void()> changed);

    QFuture<ReplyPtr> preview(const PreviewChange& command);
    QFuture<ReplyPtr> set(const SetSchemas& command);
    QFuture<ReplyPtr> rewind(const RewindSchema& command);

private:
    /// One schema on its way to another configuration; filled in on a pool thread.
    struct Change
    {
        SchemaInfo schema;
        SourceInfo source;
        SchemaConfig config;
        QTimeZone zone;                ///< of times of day
        qint64 revision = 0;           ///< after it was stored; 0: it was not
        std::optional<RewindReport> rewound;
        std::optional<Error> error;
    };
    using Changes = std::shared_ptr<std::vector<Change>>;

    Result<Change> changeOf(SchemaId id, const SchemaPatch& patch) const;
    Result<void> admit(const Change& change) const;
    Result<void> check(Change& change, const CancelToken& cancel);
    SchemaChange weigh(Change change, const SchemaPatch& patch, bool running, const CancelToken& cancel);
    std::vector<QDateTime> nextRunsOf(const Change& change) const;
    void start(const AskDesk::Promise& promise, const SetSchemas& command);
    Result<Reply> work(std::vector<Change>& changes, const SetSchemas& command, const CancelToken& cancel);
    Result<void> store(Change& change, const SetSchemas& command, const CancelToken& cancel);
    Result<void> setBack(Change& change, const QString& value, const CancelToken& cancel);
    void show(const std::vector<Change>& changes);
    void finish(const std::vector<Change>& changes, const SetSchemas& command, Result<Reply>& reply);

    EngineParts& m_parts;
    SourcePool& m_sources;
    WorldKeeper& m_world;
    AskDesk& m_ask;
    RunDesk& m_runs;
    const std::function<void()> m_changed;
};

} // namespace leat
