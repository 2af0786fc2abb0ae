// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/warehouse.h"

namespace leat {

LoadSession::~LoadSession() = default;
Warehouse::~Warehouse() = default;

} // namespace leat
