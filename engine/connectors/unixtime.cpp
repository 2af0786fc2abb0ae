// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/unixtime.h"

namespace leat {

namespace {

constexpr std::int64_t kFirst = 100'000'000;         // 1973
constexpr std::int64_t kPast = 100'000'000'000;      // the year 5138

} // namespace

std::int64_t unixUnitOf(std::int64_t value) noexcept
{
    for (const std::int64_t unit : kUnixUnits)
        if (value >= kFirst * unit && value < kPast * unit)
            return unit;
    return 0;
}

std::int64_t leastUnixTime(std::int64_t unit) noexcept
{
    return kFirst * unit;
}

} // namespace leat
