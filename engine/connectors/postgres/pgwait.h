// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace leat::pg {

/// How long a wait goes on before it looks at the cancel token.
inline constexpr int kWaitSliceMs = 100;

/// Waits until a socket can be read (or written, too, when `forWrite`). > 0: ready or broken; 0: time is up.
int waitSocket(int socket, bool forWrite, int milliseconds);

} // namespace leat::pg
