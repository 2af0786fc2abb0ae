// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/sqlite/sqlitetext.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace leat::sqlite {

namespace {

constexpr std::size_t kBlock = 256 * 1024;
constexpr std::size_t kHuge = 4 * kBlock;

/// Length of the well-formed sequence at `at`, 0 when there is none.
std::size_t sequenceAt(const unsigned char* at, std::size_t left) noexcept
{
    const unsigned char lead = at[0];
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || left < length)
        return 0;
    const unsigned char low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (at[1] < low || at[1] > high)
        return 0;
    for (std::size_t i = 2; i < length; ++i)
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    return length;
}

/// How many bytes of an ill-formed part one U+FFFD stands for: its longest valid beginning.
std::size_t brokenAt(const unsigned char* at, std::size_t left) noexcept
{
    const unsigned char lead = at[0];
    if (lead < 0xc2 || lead > 0xf4)
        return 1;
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const unsigned char low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (left < 2 || at[1] < low || at[1] > high)
        return 1;
    std::size_t good = 2;
    while (good < length && good < left && (at[good] & 0xc0) == 0x80)
        ++good;
    return good;
}

} // namespace

void TextArena::enter(std::size_t block) noexcept
{
    m_current = block;
    m_next = m_blocks[block].memory.get();
    m_left = m_blocks[block].size;
}

void TextArena::grow(std::size_t size)
{
    while (m_next && m_current + 1 < m_blocks.size()) {
        enter(m_current + 1);
        if (size <= m_left)
            return;
    }
    const std::size_t length = std::max(size, kBlock);
    m_blocks.push_back({std::make_unique_for_overwrite<char[]>(length), length});
    enter(m_blocks.size() - 1);
}

void TextArena::clear() noexcept
{
    std::erase_if(m_blocks, [](const Block& block) { return block.size >= kHuge; });
    m_used = 0;
    m_next = nullptr;
    m_left = 0;
    if (!m_blocks.empty())
        enter(0);
}

bool isUtf8(const char* bytes, std::size_t size) noexcept
{
    const auto* at = reinterpret_cast<const unsigned char*>(bytes);
    const unsigned char* const end = at + size;
    while (at < end) {
        std::uint64_t eight;
        while (end - at >= 8 && (std::memcpy(&eight, at, 8), (eight & 0x8080808080808080ULL) == 0))
            at += 8;
        while (at < end && *at < 0x80)
            ++at;
        if (at == end)
            break;
        const std::size_t length = sequenceAt(at, static_cast<std::size_t>(end - at));
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::string repairedUtf8(const char* bytes, std::size_t size)
{
    const auto* at = reinterpret_cast<const unsigned char*>(bytes);
    const unsigned char* const end = at + size;
    std::string out;
    out.reserve(size + 8);
    while (at < end) {
        const auto left = static_cast<std::size_t>(end - at);
        if (const std::size_t good = sequenceAt(at, left)) {
            out.append(reinterpret_cast<const char*>(at), good);
            at += good;
        } else {
            out.append("\xef\xbf\xbd");
            at += brokenAt(at, left);
        }
    }
    return out;
}

std::size_t realText(double value, char* buffer) noexcept
{
    char* const end = std::to_chars(buffer, buffer + 30, value).ptr;
    const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    if (text.find_first_of(".einf") != std::string_view::npos)
        return text.size();
    std::memcpy(end, ".0", 2);
    return text.size() + 2;
}

} // namespace leat::sqlite
