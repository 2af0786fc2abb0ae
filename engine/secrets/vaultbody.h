// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/secret.h"

#include <optional>

namespace leat {

// The plain contents of a vault: a count, then name and value of each secret, every one after its
// length (32 bits, little endian).
Secret writeVaultBody(const std::map<QString, Secret>& secrets);
std::optional<std::map<QString, Secret>> readVaultBody(std::string_view body);

} // namespace leat
