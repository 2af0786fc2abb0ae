// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"

namespace leat {

/// Whether every value of `from` has the same value in `to`: equal types, wider integers, float
/// to double, more decimal digits on both sides, json to text (trap T063).
bool widensLosslessly(const ColumnType& from, const ColumnType& to);

} // namespace leat
