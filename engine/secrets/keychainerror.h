// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/api/world.h"

namespace leat {

/// What a failed job of QtKeychain means. Its code alone does not tell: "other error" is said of
/// a missing bus, a missing service and a service that does not answer (08-libraries §1.9), so
/// that the text counts too. Not for "no error" and "entry not found".
Error keychainError(int code, const QString& text);
/// The keychain did not answer before the deadline.
Error keychainTimeout();
/// The state that goes with such an error.
KeychainState stateAfter(const Error& error);

} // namespace leat
