// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/askdesk.h"
#include "engine/service/engineparts.h"
#include "engine/service/sourcepool.h"
#include "engine/service/worldkeeper.h"

#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace leat {

/// Failures that every run of the source would have: they are shown on the source.
bool isSourceProblem(const Error& error);

/// Records in state and World how the source as a whole is; none: it works. Nothing when that is
/// known already. Main thread.
void noteSourceState(EngineParts& parts, WorldKeeper& world, SourceId id, const std::optional<Error>& error);

/// Asks one source whether it answers, on the question pool, with a deadline. Main thread.
class SourceProbe
{
public:
    SourceProbe(SourcePool& sources, AskDesk& ask) : m_sources(sources), m_ask(ask) {}

    /// `tell` is called on the main thread; never for a question that ended with the engine. One
    /// question a source: false while one is under way.
    bool start(const SourceInfo& source, std::function<void(const Result<void>&)> tell);
    bool isAsking(SourceId id) const { return m_asking.contains(id); }

private:
    SourcePool& m_sources;
    AskDesk& m_ask;
    std::map<SourceId, std::unique_ptr<QTimer>> m_asking;  ///< with the deadline of each
};

} // namespace leat
