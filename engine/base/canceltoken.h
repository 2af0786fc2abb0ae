// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace leat {

namespace detail { struct CancelState; }

/// Read side of a cancellation, shared by value. Thread-safe. A default token never cancels.
class CancelToken
{
public:
    CancelToken() = default;
    bool isCancelled() const noexcept;

    /// Runs `onCancel` once, on the cancelling thread, or at once when already cancelled. The
    /// returned handle unregisters when destroyed and waits for a call that is under way, so
    /// what the callback captured may die right after the handle. Callbacks must be quick and
    /// must not destroy their own handle (PQcancel, duckdb_interrupt, a flag).
    class Registration
    {
    public:
        Registration() = default;
        ~Registration();
        Registration(Registration&& other) noexcept;
        Registration& operator=(Registration&& other) noexcept;
        Registration(const Registration&) = delete;
        Registration& operator=(const Registration&) = delete;

    private:
        friend class CancelToken;
        std::shared_ptr<detail::CancelState> m_state;
        unsigned long long m_key = 0;
    };
    [[nodiscard]] Registration onCancel(std::function<void()> callback) const;

private:
    friend class CancelSource;
    std::shared_ptr<detail::CancelState> m_state;
};

/// Write side: owned by who may cancel.
class CancelSource
{
public:
    CancelSource();
    CancelToken token() const;
    void cancel() const;
    bool isCancelled() const noexcept;

private:
    std::shared_ptr<detail::CancelState> m_state;
};

} // namespace leat
