// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace leat::sample {

/// SplitMix64: the same numbers everywhere, which the distributions of <random> do not promise.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() noexcept
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// 0 … count - 1.
    std::int64_t below(std::int64_t count) noexcept
    {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(count));
    }
    /// Small numbers more often: as customers and products differ in how busy they are.
    std::int64_t skewed(std::int64_t count) noexcept { return below(below(count) + 1); }
    bool oneIn(std::int64_t count) noexcept { return below(count) == 0; }
    template <typename T, std::size_t N>
    const T& pick(const T (&list)[N]) noexcept
    {
        return list[static_cast<std::size_t>(below(static_cast<std::int64_t>(N)))];
    }

private:
    std::uint64_t m_state;
};

} // namespace leat::sample
