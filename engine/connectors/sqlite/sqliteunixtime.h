// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/sqlite/sqliteshape.h"
#include "engine/connectors/unixtime.h"

#include <QString>

#include <chrono>

namespace leat::sqlite {

/// The clock plus `ahead`, in this unit.
qint64 unixNow(qint64 unit, std::chrono::seconds ahead = {});
/// Whether whole numbers of this column say by name or declaration that they are times.
bool isNamedLikeTime(const DescribedTable& table, const QString& column);

} // namespace leat::sqlite
