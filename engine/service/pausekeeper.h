// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnose/pauserules.h"
#include "engine/service/askdesk.h"
#include "engine/service/engineparts.h"
#include "engine/service/sourcepool.h"
#include "engine/service/worldkeeper.h"

#include <functional>
#include <map>

namespace leat {

/// Pauses a schema by itself, and only where nothing else helps: two runs at least ten minutes
/// apart failed for the same cause of engine/diagnose/pauserules.h, and a live look at the source
/// proves it. Tables that are dropped and made again, databases that are being restored and servers that answer
/// with an empty list stay failed and are tried again (T223). Main thread.
class PauseKeeper
{
public:
    PauseKeeper(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask,
        const Classifier& classifier, std::function<void()> changed);

    /// After a run's end was noted on its schema.
    void ended(const RunInfo& run);

private:
    struct Suspicion
    {
        QString ruleId;
        QString subject;
        QDateTime since;           ///< end of the first run that failed so
        bool asking = false;
    };
    void prove(const SchemaInfo& schema, const SourceInfo& source, const PauseRule& rule, const Error& error);
    void pause(SchemaId id, qint64 revision, const PauseNote& note);

    EngineParts& m_parts;
    SourcePool& m_sources;
    WorldKeeper& m_world;
    AskDesk& m_ask;
    const Classifier& m_classifier;
    const std::function<void()> m_changed;
    std::map<SchemaId, Suspicion> m_suspicions;
};

} // namespace leat
