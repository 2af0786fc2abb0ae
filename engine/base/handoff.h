// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

// Qt and DuckDB order what one thread hands to another, but by locks inside libraries that are not
// built with ThreadSanitizer, so it cannot see that order. The two calls below tell it, and nothing
// else: they are empty in every other build and synchronise nothing themselves.

namespace leat::handoff {

#if defined(__SANITIZE_THREAD__)
inline char place;
/// Before giving work or its result to a library that carries it to another thread.
inline void given() { __tsan_release(&place); }
/// First thing in what that library calls on the other thread, or once it has waited for its end.
inline void taken() { __tsan_acquire(&place); }
#else
inline void given() {}
inline void taken() {}
#endif

} // namespace leat::handoff
