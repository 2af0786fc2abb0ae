// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulate/fiber.h"

#include <cstdint>

namespace leat::sim {

namespace {

constexpr std::size_t kStackBytes = 256 * 1024;
Fiber* current = nullptr;

} // namespace

Fiber::Fiber(std::function<void()> body) : m_body(std::move(body)), m_stack(new char[kStackBytes])
{
    getcontext(&m_here);
    m_here.uc_stack.ss_sp = m_stack.get();
    m_here.uc_stack.ss_size = kStackBytes;
    m_here.uc_link = nullptr;
    const auto self = reinterpret_cast<std::uintptr_t>(this);
    // makecontext() hands over ints only.
    makecontext(&m_here, reinterpret_cast<void (*)()>(&Fiber::enter), 2, unsigned(self >> 32), unsigned(self));
}

void Fiber::enter(unsigned high, unsigned low)
{
    reinterpret_cast<Fiber*>((std::uintptr_t(high) << 32) | low)->work();
}

void Fiber::work()
{
    try {
        m_body();
    } catch (const Crash&) {
    }
    m_over = true;
    swapcontext(&m_here, &m_caller);
}

bool Fiber::resume()
{
    if (m_over)
        return false;
    Fiber* const before = current;
    current = this;
    swapcontext(&m_caller, &m_here);
    current = before;
    return !m_over;
}

void Fiber::kill()
{
    m_killed = true;
    while (resume()) {
    }
}

void Fiber::yield()
{
    Fiber* const self = current;
    if (!self)
        return;
    swapcontext(&self->m_here, &self->m_caller);
    // Not from destructors that a crash runs.
    if (self->m_killed && std::uncaught_exceptions() == 0)
        throw Crash();
}

} // namespace leat::sim
