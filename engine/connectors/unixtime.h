// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace leat {

// Unix times as whole numbers: what a number says by its size alone. Pure.

/// Seconds, milliseconds, microseconds.
inline constexpr std::array<std::int64_t, 3> kUnixUnits{1, 1'000, 1'000'000};

/// How many units of this number make a second, told by its size; 0: it is none of them.
std::int64_t unixUnitOf(std::int64_t value) noexcept;
/// The least number that is taken for a Unix time of this unit.
std::int64_t leastUnixTime(std::int64_t unit) noexcept;

} // namespace leat
