// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/sqlite/sqliteshape.h"

#include <QString>

#include <array>
#include <chrono>

namespace leat::sqlite {

/// Unix times as whole numbers: seconds, milliseconds, microseconds.
inline constexpr std::array<qint64, 3> kUnixUnits{1, 1'000, 1'000'000};

/// How many units of this number make a second, told by its size; 0: it is none of them.
qint64 unixUnitOf(qint64 value) noexcept;
/// The least number that is taken for a Unix time of this unit.
qint64 leastUnixTime(qint64 unit) noexcept;
/// The clock plus `ahead`, in this unit.
qint64 unixNow(qint64 unit, std::chrono::seconds ahead = {});
/// Whether whole numbers of this column say by name or declaration that they are times.
bool isNamedLikeTime(const DescribedTable& table, const QString& column);

} // namespace leat::sqlite
