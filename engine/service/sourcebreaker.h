// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/error.h"
#include "engine/api/ids.h"

#include <QDateTime>

#include <functional>
#include <map>

namespace leat {

/// The circuit breaker of each source. Open: nothing of the source starts by itself; after a while
/// one probe asks whether it answers again, after the next failure twice as late (T222). A refused
/// login opens it for good: more tries could lock the account (T153). A plain value type; main thread.
class SourceBreaker
{
public:
    /// `jitter` gives numbers from 0 to 1.
    explicit SourceBreaker(std::function<double()> jitter) : m_jitter(std::move(jitter)) {}

    /// A run or probe that began at `began` (invalid: not known) found the source unusable. Those
    /// that began before the last failure was known are the same failure.
    void failed(SourceId source, const Error& error, const QDateTime& began, const QDateTime& now);
    /// A former process found it unusable, nobody knows when: asked at once whether it answers by now, but for
    /// refused logins.
    void recall(SourceId source, const Error& error, const QDateTime& now);
    /// It answers, or was changed by a person. True: it was open. Until worked() the next failure
    /// still waits longer, so that a source that answers and then fails is left alone more and more.
    bool answered(SourceId source);
    /// A run completed.
    void worked(SourceId source) { m_sources.erase(source); }

    /// The wall clock was set back: nobody waits for the lost time.
    void clockSetBack(const QDateTime& now);

    bool isOpen(SourceId source) const;
    bool isHeld(SourceId source) const;
    /// Invalid: not open, or held.
    QDateTime nextProbe(SourceId source) const;

private:
    struct State
    {
        int failures = 0;
        bool open = false;
        bool held = false;
        QDateTime failedAt;
        QDateTime nextProbe;
    };
    const State* openState(SourceId source) const;

    std::function<double()> m_jitter;
    std::map<SourceId, State> m_sources;
};

} // namespace leat
