// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/protection.h"

#include <QDateTime>

#include <vector>

namespace leat {

/// Ids of what does not stay within `limits` at `now`: what is past its time, then the oldest beyond the size;
/// for the newest of each table there is room whatever its size. `page` is newest first.
std::vector<qint64> beyondLimits(const TrashPage& page, const TrashLimits& limits, const QDateTime& now);

} // namespace leat
