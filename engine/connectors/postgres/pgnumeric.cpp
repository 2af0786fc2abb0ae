// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgnumeric.h"

#include <array>

namespace leat::pg {

namespace {

constexpr std::uint32_t kSmallPowers[] = {1, 10, 100, 1000, 10000};

/// Feeds a numeric's base-10000 digits, aligned to `scale`, into `step(factor, addend)`, which says
/// false when the value grows too large. False too when a digit would be cut off or is no digit.
template <typename Step>
bool accumulate(const char* bytes, const NumericHeader& h, int scale, Step step)
{
    const char* digit = bytes + 8;
    bool isZero = true;
    for (int i = 0; i < h.digits; ++i, digit += 2) {
        const quint16 d = qFromBigEndian<quint16>(digit);
        if (d >= 10000)
            return false;
        isZero &= d == 0;
        const int exponent = 4 * (h.weight - i) + scale;
        if (exponent >= 0) {
            if (!step(10000, d))
                return false;
        } else if (exponent > -4) {
            const std::uint32_t cut = kSmallPowers[-exponent];
            if (d % cut != 0 || !step(kSmallPowers[4 + exponent], d / cut))
                return false;
        } else if (d != 0) {
            return false;
        }
    }
    if (isZero)
        return true;
    for (int rest = 4 * (h.weight - h.digits + 1) + scale; rest > 0; rest -= 4)
        if (!step(kSmallPowers[rest < 4 ? rest : 4], 0))
            return false;
    return true;
}

/// 10^0 … 10^38.
const Magnitude& widePower(int exponent)
{
    static const std::array<Magnitude, 39> powers = [] {
        std::array<Magnitude, 39> all{};
        all[0] = {0, 1};
        for (std::size_t i = 1; i < all.size(); ++i) {
            all[i] = all[i - 1];
            all[i].multiplyAdd(10, 0);
        }
        return all;
    }();
    return powers[static_cast<std::size_t>(exponent)];
}

} // namespace

std::uint64_t powerOfTen(int exponent)
{
    std::uint64_t power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

bool scaledSmall(const char* bytes, int size, int scale, std::uint64_t limit, std::int64_t& out)
{
    const NumericHeader h = readNumericHeader(bytes, size);
    if (h.kind != NumericHeader::Kind::Finite)
        return false;
    std::uint64_t value = 0;
    const bool fits = accumulate(bytes, h, scale, [&](std::uint32_t factor, std::uint32_t addend) {
        if (value >= UINT64_MAX / 10000 && value > (UINT64_MAX - addend) / factor)
            return false;
        value = value * factor + addend;
        return true;
    });
    if (!fits || value >= limit)
        return false;
    out = h.negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
    return true;
}

bool scaledWide(const char* bytes, int size, int scale, int precision, Int128Parts& out)
{
    const NumericHeader h = readNumericHeader(bytes, size);
    if (h.kind != NumericHeader::Kind::Finite)
        return false;
    Magnitude value;
    if (!accumulate(bytes, h, scale, [&](std::uint32_t factor, std::uint32_t addend) { return value.multiplyAdd(factor, addend); }))
        return false;
    const Magnitude& limit = widePower(precision);
    if (value.high > limit.high || (value.high == limit.high && value.low >= limit.low))
        return false;
    out = value.withSign(h.negative);
    return true;
}

} // namespace leat::pg
