// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace leat {

/// One spelling of a secret to look for.
struct SecretForm
{
    std::u16string text;
    std::size_t anchor = 0;        ///< so many characters at the beginning must match to look closer
    bool partly = false;           ///< `anchor` characters or more of its beginning or end count too
};

/// The spellings that are not characters of the secret one by one: itself, its parts between
/// the delimiters of URLs (libpq echoes such parts), hexadecimal, base64 at each of the three
/// offsets. Escapes are taken off the text instead (textview.h). Secrets of fewer than four
/// characters have none: they are found only as the value of "password=".
std::vector<SecretForm> formsOf(std::string_view secret);

} // namespace leat
