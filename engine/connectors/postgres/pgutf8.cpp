// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgutf8.h"

#include <cstdint>
#include <cstring>

namespace leat::pg {

namespace {

/// Length of the well-formed sequence at `p`, or 0; then `bad` bytes are ill-formed together.
std::size_t sequence(const unsigned char* p, std::size_t left, std::size_t& bad)
{
    bad = 1;
    if (p[0] < 0x80)
        return 1;
    std::size_t size = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (p[0] >= 0xC2 && p[0] <= 0xDF) {
        size = 2;
    } else if (p[0] >= 0xE0 && p[0] <= 0xEF) {
        size = 3;
        low = p[0] == 0xE0 ? 0xA0 : 0x80;
        high = p[0] == 0xED ? 0x9F : 0xBF;
    } else if (p[0] >= 0xF0 && p[0] <= 0xF4) {
        size = 4;
        low = p[0] == 0xF0 ? 0x90 : 0x80;
        high = p[0] == 0xF4 ? 0x8F : 0xBF;
    } else {
        return 0;
    }
    for (std::size_t i = 1; i < size; ++i) {
        const bool ok = i < left && p[i] >= (i == 1 ? low : 0x80) && p[i] <= (i == 1 ? high : 0xBF);
        if (!ok)
            return 0;
        bad = i + 1;
    }
    return size;
}

} // namespace

bool isUtf8(const char* bytes, std::size_t size)
{
    const auto* p = reinterpret_cast<const unsigned char*>(bytes);
    std::size_t i = 0;
    while (i < size) {
        std::uint64_t word = 0;
        while (i + 8 <= size && (std::memcpy(&word, p + i, 8), (word & 0x8080808080808080u) == 0))
            i += 8;
        if (i >= size)
            break;
        std::size_t bad = 0;
        const std::size_t length = sequence(p + i, size - i, bad);
        if (length == 0)
            return false;
        i += length;
    }
    return true;
}

std::string repairedUtf8(const char* bytes, std::size_t size)
{
    const auto* p = reinterpret_cast<const unsigned char*>(bytes);
    std::string out;
    for (std::size_t i = 0; i < size;) {
        std::size_t bad = 0;
        const std::size_t length = sequence(p + i, size - i, bad);
        if (length > 0)
            out.append(bytes + i, length);
        else
            out += "\xEF\xBF\xBD";
        i += length > 0 ? length : bad;
    }
    return out;
}

} // namespace leat::pg
