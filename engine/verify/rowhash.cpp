// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/verify/rowhash.h"

#include "engine/connectors/recordbatch.h"

#include <QtEndian>

#include <array>
#include <bit>
#include <limits>

namespace leat {

namespace {

using Kind = ColumnType::Kind;
__extension__ using Wide = __int128;
__extension__ using UWide = unsigned __int128;

constexpr std::uint32_t kInitial = 0x9e3779b9 + 3923095;
constexpr std::int64_t kEpochMicros = 946684800000000;   // 2000-01-01 in µs since 1970
constexpr std::int32_t kEpochDays = 10957;
constexpr std::int32_t kTimeTzBase = 57599;

struct Mix
{
    std::uint32_t a, b, c;

    void mix()
    {
        a -= c; a ^= std::rotl(c, 4); c += b;
        b -= a; b ^= std::rotl(a, 6); a += c;
        c -= b; c ^= std::rotl(b, 8); b += a;
        a -= c; a ^= std::rotl(c, 16); c += b;
        b -= a; b ^= std::rotl(a, 19); a += c;
        c -= b; c ^= std::rotl(b, 4); b += a;
    }
    std::uint64_t finish()
    {
        c ^= b; c -= std::rotl(b, 14);
        a ^= c; a -= std::rotl(c, 11);
        b ^= a; b -= std::rotl(a, 25);
        c ^= b; c -= std::rotl(b, 16);
        a ^= c; a -= std::rotl(c, 4);
        b ^= a; b -= std::rotl(a, 14);
        c ^= b; c -= std::rotl(b, 24);
        return std::uint64_t{b} << 32 | c;
    }
};

std::uint32_t word(const unsigned char* p)
{
    return qFromLittleEndian<std::uint32_t>(p);
}

// Up to four bytes, the first lowest.
std::uint32_t partial(const unsigned char* p, std::size_t size)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= std::uint32_t{p[i]} << (8 * i);
    return value;
}

bool isNull(const std::uint64_t* validity, std::size_t row)
{
    return validity && (validity[row / 64] >> (row % 64) & 1) == 0;
}

// hashes[i] = 31 * hashes[i] + element(cell), the element of NULL being 0.
template <typename T, typename Element>
void fold(const void* cells, const std::uint64_t* validity, std::size_t rows, std::uint64_t* hashes, Element element)
{
    const T* values = static_cast<const T*>(cells);
    for (std::size_t i = 0; i < rows; ++i)
        hashes[i] = hashes[i] * 31 + (isNull(validity, i) ? 0 : element(values[i]));
}

template <typename T>
std::uint64_t bigEndian(T value)
{
    const T swapped = qToBigEndian(value);
    return hashBytes(&swapped, sizeof swapped);
}

std::int64_t serverTime(std::int64_t micros)
{
    if (micros == std::numeric_limits<std::int64_t>::max())
        return micros;
    if (micros == -std::numeric_limits<std::int64_t>::max())
        return std::numeric_limits<std::int64_t>::min();
    return micros - kEpochMicros;
}

std::uint32_t serverDate(std::int32_t days)
{
    if (days == std::numeric_limits<std::int32_t>::max())
        return static_cast<std::uint32_t>(days);
    if (days == -std::numeric_limits<std::int32_t>::max())
        return 0x80000000u;
    return static_cast<std::uint32_t>(days - kEpochDays);
}

std::uint64_t hashTimeTz(std::uint64_t cell)
{
    const auto micros = qToBigEndian(static_cast<std::int64_t>(cell >> 24));
    const auto west = qToBigEndian(static_cast<std::int32_t>(cell & 0xffffff) - kTimeTzBase);
    std::array<char, 12> bytes{};
    std::memcpy(bytes.data(), &micros, 8);
    std::memcpy(bytes.data() + 8, &west, 4);
    return hashBytes(bytes.data(), bytes.size());
}

std::uint64_t hashInterval(const IntervalParts& parts)
{
    const auto micros = qToBigEndian(parts.micros);
    const auto days = qToBigEndian(parts.days);
    const auto months = qToBigEndian(parts.months);
    std::array<char, 16> bytes{};
    std::memcpy(bytes.data(), &micros, 8);
    std::memcpy(bytes.data() + 8, &days, 4);
    std::memcpy(bytes.data() + 12, &months, 4);
    return hashBytes(bytes.data(), bytes.size());
}

std::uint64_t hashUuid(const Int128Parts& cell)
{
    const std::array<std::uint64_t, 2> bytes{
        qToBigEndian(static_cast<std::uint64_t>(cell.upper) ^ 0x8000000000000000u), qToBigEndian(cell.lower)};
    return hashBytes(bytes.data(), sizeof bytes);
}

std::uint64_t hashText(const TextRef& text)
{
    const char* bytes = text.length <= 12 ? reinterpret_cast<const char*>(&text) + 4 : text.pointer;
    return hashBytes(bytes, text.length);
}

// The digits of |value| / 10^scale to the base of 10000, grouped around the decimal point.
std::uint64_t hashMagnitude(UWide magnitude, int scale)
{
    if (magnitude == 0)
        return ~std::uint64_t{0};
    constexpr std::array<unsigned, 5> powers{1, 10, 100, 1000, 10000};
    const int pad = (4 - scale % 4) % 4;
    std::array<std::uint16_t, 12> digits{};
    std::size_t count = 0;
    // The last group has 4 - pad digits of the number and zeros behind them.
    const unsigned first = powers[static_cast<std::size_t>(4 - pad)];
    const auto add = [&](unsigned digit) { digits[digits.size() - ++count] = static_cast<std::uint16_t>(digit); };
    add(static_cast<unsigned>(magnitude % first) * powers[static_cast<std::size_t>(pad)]);
    magnitude /= first;
    for (auto small = static_cast<std::uint64_t>(magnitude); magnitude > 0; small = static_cast<std::uint64_t>(magnitude)) {
        // 64-bit division is several times cheaper, and most numbers are short.
        if (magnitude >> 64 == 0) {
            for (; small > 0; small /= 10000)
                add(static_cast<unsigned>(small % 10000));
            break;
        }
        add(static_cast<unsigned>(magnitude % 10000));
        magnitude /= 10000;
    }
    const auto fraction = static_cast<std::size_t>((scale + pad) / 4);
    const auto weight = static_cast<std::int64_t>(count) - 1 - static_cast<std::int64_t>(fraction);
    std::size_t end = digits.size();
    const std::size_t begin = digits.size() - count;
    while (end > begin + 1 && digits[end - 1] == 0)
        --end;
    std::size_t start = begin;
    std::int64_t top = weight;
    while (digits[start] == 0) {
        ++start;
        --top;
    }
    std::array<std::uint16_t, 12> ordered{};
    for (std::size_t i = start; i < end; ++i)
        ordered[i - start] = qToLittleEndian(digits[i]);
    return hashBytes(ordered.data(), (end - start) * 2) ^ static_cast<std::uint64_t>(top);
}

template <typename T>
void foldDecimals(const void* cells, const std::uint64_t* validity, std::size_t rows, std::uint64_t* hashes, int scale)
{
    const T* values = static_cast<const T*>(cells);
    for (std::size_t i = 0; i < rows; ++i) {
        std::uint64_t magnitude = 0;
        std::uint64_t sign = 0;
        if (!isNull(validity, i)) {
            Wide value;
            if constexpr (std::is_same_v<T, Int128Parts>)
                value = static_cast<Wide>(static_cast<UWide>(static_cast<std::uint64_t>(values[i].upper)) << 64 | values[i].lower);
            else
                value = values[i];
            magnitude = hashMagnitude(value < 0 ? -static_cast<UWide>(value) : static_cast<UWide>(value), scale);
            sign = hashWord(value < 0 ? 1 : 0);
        }
        hashes[i] = (hashes[i] * 31 + magnitude) * 31 + sign;
    }
}

} // namespace

std::uint64_t hashBytes(const void* bytes, std::size_t size)
{
    const auto* p = static_cast<const unsigned char*>(bytes);
    const std::uint32_t start = kInitial + static_cast<std::uint32_t>(size);
    Mix m{start, start, start};
    for (; size >= 12; size -= 12, p += 12) {
        m.a += word(p);
        m.b += word(p + 4);
        m.c += word(p + 8);
        m.mix();
    }
    if (size > 8)
        m.c += partial(p + 8, size - 8) << 8;   // the lowest byte is the length's
    m.b += size >= 8 ? word(p + 4) : size > 4 ? partial(p + 4, size - 4) : 0;
    m.a += size >= 4 ? word(p) : partial(p, size);
    return m.finish();
}

std::uint64_t hashWord(std::uint32_t value)
{
    constexpr std::uint32_t start = kInitial + 4;
    Mix m{start + value, start, start};
    return m.finish();
}

std::uint64_t finishRow(std::uint64_t hash)
{
    constexpr std::uint32_t start = kInitial + 4;
    Mix m{start, start, start};
    // As the server: a seed of 0 is no seed.
    if (hash != 0) {
        m.a += static_cast<std::uint32_t>(hash >> 32);
        m.b += static_cast<std::uint32_t>(hash);
        m.mix();
    }
    return m.finish();
}

std::uint32_t foldInteger(std::int64_t value)
{
    const auto low = static_cast<std::uint32_t>(value);
    const auto high = static_cast<std::uint32_t>(static_cast<std::uint64_t>(value) >> 32);
    return low ^ (value >= 0 ? high : ~high);
}

int elementsOf(Kind kind)
{
    return kind == Kind::Int64 || kind == Kind::Decimal ? 2 : 1;
}

void hashColumn(const ColumnType& type, const void* cells, const std::uint64_t* validity, std::size_t rows, std::uint64_t* hashes)
{
    const auto go = [&]<typename T>(T, auto element) { fold<T>(cells, validity, rows, hashes, element); };
    switch (type.kind) {
    case Kind::Boolean:
        return go(std::uint8_t{}, [](std::uint8_t v) { return hashWord(v != 0 ? 1 : 0); });
    case Kind::Int8:
        return go(std::int8_t{}, [](std::int8_t v) { return hashWord(static_cast<std::uint32_t>(v)); });
    case Kind::Int16:
        return go(std::int16_t{}, [](std::int16_t v) { return hashWord(static_cast<std::uint32_t>(v)); });
    case Kind::Int32:
        return go(std::int32_t{}, [](std::int32_t v) { return hashWord(static_cast<std::uint32_t>(v)); });
    case Kind::UInt32:
        return go(std::uint32_t{}, [](std::uint32_t v) { return hashWord(v); });
    case Kind::Int64: {
        const auto* values = static_cast<const std::int64_t*>(cells);
        for (std::size_t i = 0; i < rows; ++i) {
            const bool null = isNull(validity, i);
            const std::uint64_t low = null ? 0 : hashWord(foldInteger(values[i]));
            const std::uint64_t high = null ? 0 : hashWord(static_cast<std::uint32_t>(static_cast<std::uint64_t>(values[i]) >> 32));
            hashes[i] = (hashes[i] * 31 + low) * 31 + high;
        }
        return;
    }
    case Kind::UInt64:
        return go(std::uint64_t{}, [](std::uint64_t v) { return bigEndian(v); });
    case Kind::Float:
        return go(std::uint32_t{}, [](std::uint32_t bits) { return bigEndian(bits); });
    case Kind::Double:
        return go(std::uint64_t{}, [](std::uint64_t bits) { return bigEndian(bits); });
    case Kind::Decimal:
        if (type.precision <= 4)
            return foldDecimals<std::int16_t>(cells, validity, rows, hashes, type.scale);
        if (type.precision <= 9)
            return foldDecimals<std::int32_t>(cells, validity, rows, hashes, type.scale);
        if (type.precision <= 18)
            return foldDecimals<std::int64_t>(cells, validity, rows, hashes, type.scale);
        return foldDecimals<Int128Parts>(cells, validity, rows, hashes, type.scale);
    case Kind::Date:
        return go(std::int32_t{}, [](std::int32_t days) { return hashWord(serverDate(days)); });
    case Kind::Time:
        return go(std::int64_t{}, [](std::int64_t micros) { return bigEndian(micros); });
    case Kind::TimeTz:
        return go(std::uint64_t{}, hashTimeTz);
    case Kind::Timestamp:
    case Kind::TimestampTz:
        return go(std::int64_t{}, [](std::int64_t micros) { return bigEndian(serverTime(micros)); });
    case Kind::Interval:
        return go(IntervalParts{}, hashInterval);
    case Kind::Uuid:
        return go(Int128Parts{}, hashUuid);
    case Kind::Text:
    case Kind::Json:
    case Kind::Blob:
        return go(TextRef{}, hashText);
    }
}

} // namespace leat
