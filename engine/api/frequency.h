// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/syncvalues.h"

#include <QtGlobal>

namespace leat {

/// Seconds from one planned run to the next by elapsed time; 0 for Never.
qint64 periodSeconds(SyncFrequency frequency);

/// What a new table gets unless a person says otherwise: cursors are cheap, whole copies are not.
SyncFrequency suggestedFrequency(SyncType type);

/// Whether sync_time_of_day means something (seed id T25): for a day and longer.
bool takesTimeOfDay(SyncFrequency frequency);

} // namespace leat
