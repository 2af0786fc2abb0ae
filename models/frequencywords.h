// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/syncvalues.h"

#include <QString>

#include <vector>

namespace leat {

/// "Every hour", "Once a day", "Only by hand".
QString frequencyWord(SyncFrequency frequency);
/// All of them, shortest first, by hand last.
std::vector<SyncFrequency> allFrequencies();

} // namespace leat
