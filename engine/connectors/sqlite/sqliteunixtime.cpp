// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqliteunixtime.h"

namespace leat::sqlite {

namespace {

constexpr qint64 kFirst = 100'000'000;         // 1973
constexpr qint64 kPast = 100'000'000'000;      // the year 5138

} // namespace

qint64 unixUnitOf(qint64 value) noexcept
{
    for (const qint64 unit : kUnixUnits)
        if (value >= kFirst * unit && value < kPast * unit)
            return unit;
    return 0;
}

qint64 leastUnixTime(qint64 unit) noexcept
{
    return kFirst * unit;
}

qint64 unixNow(qint64 unit, std::chrono::seconds ahead)
{
    const auto now = std::chrono::system_clock::now().time_since_epoch() + ahead;
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count() / (kUnixUnits.back() / unit);
}

bool isNamedLikeTime(const DescribedTable& table, const QString& column)
{
    const Family family = table.decision(column)->family;
    return family == Family::Date || family == Family::DateTime || family == Family::DateTimeTz || changeRank(column) > 0;
}

} // namespace leat::sqlite
