// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/service/engineparts.h"

namespace leat {

/// Looks at profile, state, keychain, warehouse, disk and sources. Pool thread, may wait for the
/// keychain's deadline.
DoctorReport examine(EngineParts& parts, const World& world);

} // namespace leat
