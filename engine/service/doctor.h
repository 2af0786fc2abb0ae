// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/service/engineparts.h"

namespace leat {

/// Looks at profile, state, keychain, warehouse, disk and sources. Pool thread, may wait for the
/// keychain's deadline.
DoctorReport examine(EngineParts& parts, const World& world);

/// What the disk that holds `path` has left for this user; -1: unknown.
qint64 diskFreeBytes(const QString& path);

} // namespace leat
