// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <ucontext.h>

namespace leat::sim {

/// What unwinds a fiber whose process was killed.
struct Crash {};

/// Work that stops at each yield() until it is resumed: one thread, so that a seed gives one order.
class Fiber
{
public:
    explicit Fiber(std::function<void()> body);
    Fiber(const Fiber&) = delete;
    Fiber& operator=(const Fiber&) = delete;

    /// Runs to the next yield() or the end. False: it has ended.
    bool resume();
    bool isOver() const { return m_over; }
    /// Unwinds it from where it stands.
    void kill();

    /// Called by the work. Outside of a fiber it does nothing.
    static void yield();

private:
    static void enter(unsigned high, unsigned low);
    void work();

    std::function<void()> m_body;
    std::unique_ptr<char[]> m_stack;
    ucontext_t m_here{};
    ucontext_t m_caller{};
    bool m_killed = false;
    bool m_over = false;
};

} // namespace leat::sim
