// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace leat {

/// Bytes of memory that programs can still get on this machine without swapping; -1: unknown.
qint64 machineMemoryFree();

} // namespace leat
