// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnose/cause.h"

#include <span>

namespace leat {

// The rows by family; causeInfo() looks them up.
std::span<const CauseInfo> accessCauses();
std::span<const CauseInfo> networkCauses();
std::span<const CauseInfo> settingCauses();
std::span<const CauseInfo> tableCauses();
std::span<const CauseInfo> engineCauses();

} // namespace leat
