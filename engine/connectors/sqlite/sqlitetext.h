// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace leat::sqlite {

/// Memory for the texts of one batch: SQLite's own pointers die at its next step. Cleared, not
/// freed, between batches; blocks of single huge values are given back.
class TextArena
{
public:
    /// Uninitialised memory, valid until clear(). Throws std::bad_alloc.
    char* take(std::size_t size)
    {
        if (size > m_left)
            grow(size);
        char* const memory = m_next;
        m_next += size;
        m_left -= size;
        m_used += size;
        return memory;
    }
    std::size_t used() const noexcept { return m_used; }
    void clear() noexcept;

private:
    struct Block { std::unique_ptr<char[]> memory; std::size_t size = 0; };
    void grow(std::size_t size);
    void enter(std::size_t block) noexcept;

    std::vector<Block> m_blocks;
    std::size_t m_current = 0;
    char* m_next = nullptr;
    std::size_t m_left = 0;
    std::size_t m_used = 0;
};

/// Whether the bytes are well-formed UTF-8 (no surrogates, nothing over-long). NUL is allowed.
bool isUtf8(const char* bytes, std::size_t size) noexcept;
/// The bytes with each ill-formed part replaced by U+FFFD, the Unicode way.
std::string repairedUtf8(const char* bytes, std::size_t size);

/// The shortest decimal that reads back as the same double, with a point or exponent: "1.0".
/// Returns its length; `buffer` holds at least 32 bytes.
std::size_t realText(double value, char* buffer) noexcept;

} // namespace leat::sqlite
