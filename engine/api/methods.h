// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/syncvalues.h"

#include <QString>

namespace leat {

/// Why a source of this type cannot sync this way, and what brings the same instead; empty: every
/// source of the build can (T19, T42, T47). Whole sentences, translated.
QString methodUnavailable(SyncType type, const QString& sourceType);
QString methodInstead(SyncType type, const QString& sourceType);

} // namespace leat
