// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/sourcebreaker.h"

#include "engine/schedule/schedule.h"

#include <algorithm>

namespace leat {

void SourceBreaker::failed(SourceId source, const Error& error, const QDateTime& began, const QDateTime& now)
{
    State& state = m_sources[source];
    const bool sameFailure = state.open && began.isValid() && state.failedAt.isValid() && began < state.failedAt;
    state.held = state.held || error.code == ErrorCode::AuthenticationFailed;
    state.open = true;
    if (sameFailure)
        return;
    ++state.failures;
    state.failedAt = now;
    state.nextProbe = now.addSecs(probeDelaySeconds(error.retry, state.failures, m_jitter()));
}

void SourceBreaker::recall(SourceId source, const Error& error, const QDateTime& now)
{
    State& state = m_sources[source];
    state.open = true;
    state.held = error.code == ErrorCode::AuthenticationFailed;
    state.nextProbe = now;
}

bool SourceBreaker::answered(SourceId source)
{
    const auto found = m_sources.find(source);
    if (found == m_sources.end() || !found->second.open)
        return false;
    found->second.open = false;
    found->second.held = false;
    return true;
}

void SourceBreaker::clockSetBack(const QDateTime& now)
{
    for (auto& [id, state] : m_sources) {
        state.failedAt = std::min(state.failedAt, now);
        state.nextProbe = std::min(state.nextProbe, now.addSecs(probeDelaySeconds(RetryClass::Transient, 1, m_jitter())));
    }
}

const SourceBreaker::State* SourceBreaker::openState(SourceId source) const
{
    const auto found = m_sources.find(source);
    return found == m_sources.end() || !found->second.open ? nullptr : &found->second;
}

bool SourceBreaker::isOpen(SourceId source) const
{
    return openState(source) != nullptr;
}

bool SourceBreaker::isHeld(SourceId source) const
{
    const State* state = openState(source);
    return state && state->held;
}

QDateTime SourceBreaker::nextProbe(SourceId source) const
{
    const State* state = openState(source);
    return state && !state->held ? state->nextProbe : QDateTime();
}

} // namespace leat
