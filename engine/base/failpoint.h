// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/error.h"

#include <QString>

#include <map>
#include <optional>

// Named places at which a test can kill the program, make it fail or hold it (13-threats G01).
// Only test builds have them (CMake's LEAT_FAILPOINTS); elsewhere the macros are nothing at all.

#ifdef LEAT_FAILPOINTS

namespace leat::failpoint {

/// What is armed is one table of the process, the one exception to "nothing global": points lie in
/// callbacks of libraries and in destructors, where no object could hand one through, and what is
/// tested is the process as a whole.
///
/// At first use the environment is read:
/// * LEAT_FAILPOINTS: `name=action[@n[+]]`, several with `;`. `*` stands for every point together.
///   `kill`: SIGKILL. `fail[:code]`: this error (default `internal`) comes back. `throw`: an exception.
///   `pause:file`: makes `file.reached`, then waits for `file`. `@n`: at the n-th hit (default 1); `@n+`: from then on.
/// * LEAT_FAILPOINTS_SEEN: a file that gets a line with the name for each hit.
///
/// Thread-safe; pausing blocks the calling thread.
std::optional<Error> reached(const char* name);

/// Replaces what is armed, and counts afresh. False: the text is not understood, nothing is armed.
bool arm(const QString& points);
/// Hits since arm(), by name.
std::map<QString, int> hits();

} // namespace leat::failpoint

/// In a function that returns a Result: may return an error from it.
#define LEAT_FAILPOINT(name) \
    if (std::optional<::leat::Error> injected = ::leat::failpoint::reached(name)) \
    return *std::move(injected)
/// Anywhere: can kill and pause; an error is ignored.
#define LEAT_KILLPOINT(name) static_cast<void>(::leat::failpoint::reached(name))

#else

#define LEAT_FAILPOINT(name) static_cast<void>(0)
#define LEAT_KILLPOINT(name) static_cast<void>(0)

#endif
