// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace leat::pg {

/// Whether the bytes are well-formed UTF-8 (no surrogates, nothing overlong).
bool isUtf8(const char* bytes, std::size_t size);
/// The bytes with every maximal ill-formed part replaced by U+FFFD.
std::string repairedUtf8(const char* bytes, std::size_t size);

} // namespace leat::pg
