// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sample/shopfile.h"

#include <cstdint>

namespace leat::sample {

/// Everything that happens on the `day`-th day after the generated past; 1 is the first.
void playDay(ShopFile& file, std::int64_t day);

} // namespace leat::sample
