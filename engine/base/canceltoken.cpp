// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/canceltoken.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <utility>

namespace leat {

namespace detail {

struct CancelState
{
    std::atomic<bool> cancelled{false};
    std::mutex mutex;
    std::condition_variable idle;
    std::map<unsigned long long, std::function<void()>> callbacks;
    unsigned long long nextKey = 1;
    unsigned long long running = 0;        ///< key of the callback under way, 0: none
};

} // namespace detail

bool CancelToken::isCancelled() const noexcept
{
    return m_state && m_state->cancelled.load(std::memory_order_acquire);
}

CancelToken::Registration CancelToken::onCancel(std::function<void()> callback) const
{
    Registration registration;
    if (!m_state)
        return registration;
    {
        const std::lock_guard lock(m_state->mutex);
        if (!m_state->cancelled.load(std::memory_order_acquire)) {
            registration.m_state = m_state;
            registration.m_key = m_state->nextKey++;
            m_state->callbacks.emplace(registration.m_key, std::move(callback));
            return registration;
        }
    }
    callback();
    return registration;
}

CancelToken::Registration::~Registration()
{
    if (!m_state)
        return;
    std::unique_lock lock(m_state->mutex);
    m_state->callbacks.erase(m_key);
    m_state->idle.wait(lock, [this] { return m_state->running != m_key; });
}

CancelToken::Registration::Registration(Registration&& other) noexcept
    : m_state(std::move(other.m_state)), m_key(std::exchange(other.m_key, 0))
{
}

CancelToken::Registration& CancelToken::Registration::operator=(Registration&& other) noexcept
{
    std::swap(m_state, other.m_state);
    std::swap(m_key, other.m_key);
    return *this;
}

CancelSource::CancelSource() : m_state(std::make_shared<detail::CancelState>()) {}

CancelToken CancelSource::token() const
{
    CancelToken token;
    token.m_state = m_state;
    return token;
}

bool CancelSource::isCancelled() const noexcept
{
    return m_state->cancelled.load(std::memory_order_acquire);
}

void CancelSource::cancel() const
{
    std::unique_lock lock(m_state->mutex);
    if (m_state->cancelled.exchange(true))
        return;
    while (!m_state->callbacks.empty()) {
        auto node = m_state->callbacks.extract(m_state->callbacks.begin());
        m_state->running = node.key();
        lock.unlock();
        node.mapped()();
        lock.lock();
        m_state->running = 0;
        m_state->idle.notify_all();
    }
}

} // namespace leat
