// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/recordbatch.h"

#include <QtEndian>

#include <cstdint>

namespace leat::pg {

/// Magnitude of a numeric, scaled to an integer; below 10^38.
struct Magnitude
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    /// this = this * factor + addend; false when it would pass 128 bits. factor ≤ 10,000.
    bool multiplyAdd(std::uint32_t factor, std::uint32_t addend)
    {
        if (high > 0 && high >= UINT64_MAX / factor)
            return false;
        const std::uint64_t l0 = (low & 0xffffffffu) * factor + addend;
        const std::uint64_t l1 = (low >> 32) * factor + (l0 >> 32);
        low = (l1 << 32) | (l0 & 0xffffffffu);
        high = high * factor + (l1 >> 32);
        return true;
    }
    /// Two's complement.
    Int128Parts withSign(bool negative) const
    {
        if (!negative)
            return {low, static_cast<std::int64_t>(high)};
        const std::uint64_t l = ~low + 1;
        return {l, static_cast<std::int64_t>(~high + (l == 0 ? 1 : 0))};
    }
};

/// The header of a numeric's binary form, checked: `digits` base-10000 digits follow it.
struct NumericHeader
{
    enum class Kind { Finite, Special, Malformed };
    Kind kind = Kind::Malformed;
    int digits = 0;
    int weight = 0;                ///< of the first digit, in powers of 10,000
    bool negative = false;
};

inline NumericHeader readNumericHeader(const char* bytes, int size)
{
    NumericHeader h;
    if (size < 8)
        return h;
    h.digits = qFromBigEndian<quint16>(bytes);
    h.weight = qFromBigEndian<qint16>(bytes + 2);
    const quint16 sign = qFromBigEndian<quint16>(bytes + 4);
    if (size != 8 + 2 * h.digits)
        return h;
    h.negative = sign == 0x4000;
    h.kind = sign == 0 || sign == 0x4000 ? NumericHeader::Kind::Finite
        : (sign & 0xC000) == 0xC000 ? NumericHeader::Kind::Special : NumericHeader::Kind::Malformed;
    return h;
}

/// |value| * 10^scale of up to 18 digits. False: NaN, ±Infinity, malformed, inexact or too large.
bool scaledSmall(const char* bytes, int size, int scale, std::uint64_t limit, std::int64_t& out);
/// The same for up to 38 digits; `precision` gives the limit.
bool scaledWide(const char* bytes, int size, int scale, int precision, Int128Parts& out);

std::uint64_t powerOfTen(int exponent);    ///< 0 … 19

} // namespace leat::pg
