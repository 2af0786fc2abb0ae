// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgdecoder.h"

#include "engine/connectors/postgres/pgnumeric.h"
#include "engine/connectors/postgres/pgutf8.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <limits>

namespace leat::pg {

namespace {

constexpr std::int64_t kEpochMicros = 946684800000000;   // 2000-01-01 in µs since 1970
constexpr std::int32_t kEpochDays = 10957;
constexpr std::int32_t kTimeTzBase = 57599;              // DuckDB counts offsets down from +15:59:59
constexpr std::size_t kMaxCells = 512 * 1024;

template <typename T>
T load(const char* p)
{
    return qFromBigEndian<T>(p);
}

/// Runs `convert(bytes)` over cells of one fixed size; NULL cells are left alone.
template <typename T, typename Cells, typename Convert>
bool fixed(const Cells& cells, std::int32_t size, T* out, Convert convert)
{
    std::int32_t wrong = 0;
    if (!cells.hasNulls) {
        for (std::size_t i = 0; i < cells.rows; ++i)
            wrong |= cells.sizes[i] ^ size;
        if (wrong != 0)
            return false;
        for (std::size_t i = 0; i < cells.rows; ++i)
            out[i] = convert(cells.bytes[i]);
        return true;
    }
    for (std::size_t i = 0; i < cells.rows; ++i) {
        if (cells.sizes[i] < 0)
            continue;
        if (cells.sizes[i] != size)
            return false;
        out[i] = convert(cells.bytes[i]);
    }
    return true;
}

/// Runs `convert(bytes, size, cell)`; where it says false the cell becomes NULL and is counted.
template <typename T, typename Cells, typename Convert>
void lossy(const Cells& cells, ColumnBuffer& buffer, qint64& lost, Convert convert)
{
    T* out = buffer.cells<T>();
    for (std::size_t i = 0; i < cells.rows; ++i) {
        if (cells.sizes[i] < 0 || convert(cells.bytes[i], cells.sizes[i], out[i]))
            continue;
        out[i] = T{};
        buffer.setNull(i);
        ++lost;
    }
}

template <typename Cells>
bool allOfSize(const Cells& cells, std::int32_t size)
{
    for (std::size_t i = 0; i < cells.rows; ++i)
        if (cells.sizes[i] >= 0 && cells.sizes[i] != size)
            return false;
    return true;
}

template <typename Cells>
void emitNumeric(const ColumnType& type, const Cells& cells, ColumnBuffer& out, qint64& lost)
{
    const int scale = type.scale;
    if (type.precision > 18) {
        const int precision = type.precision;
        lossy<Int128Parts>(cells, out, lost, [=](const char* p, std::int32_t size, Int128Parts& cell) {
            return scaledWide(p, size, scale, precision, cell);
        });
        return;
    }
    const std::uint64_t limit = powerOfTen(type.precision);
    const auto small = [=](auto& cell, const char* p, std::int32_t size) {
        std::int64_t value = 0;
        const bool ok = scaledSmall(p, size, scale, limit, value);
        cell = static_cast<std::remove_reference_t<decltype(cell)>>(value);
        return ok;
    };
    if (type.precision <= 4)
        lossy<std::int16_t>(cells, out, lost, [=](const char* p, std::int32_t s, std::int16_t& c) { return small(c, p, s); });
    else if (type.precision <= 9)
        lossy<std::int32_t>(cells, out, lost, [=](const char* p, std::int32_t s, std::int32_t& c) { return small(c, p, s); });
    else
        lossy<std::int64_t>(cells, out, lost, [=](const char* p, std::int32_t s, std::int64_t& c) { return small(c, p, s); });
}

bool timestampCell(const char* p, std::int64_t& cell)
{
    const std::int64_t value = load<qint64>(p);
    if (value == std::numeric_limits<std::int64_t>::max() || value == std::numeric_limits<std::int64_t>::min()) {
        cell = value > 0 ? value : -std::numeric_limits<std::int64_t>::max();
        return true;
    }
    // PostgreSQL's last years lie beyond DuckDB's; the greatest int64 itself means infinity there.
    if (value >= std::numeric_limits<std::int64_t>::max() - kEpochMicros)
        return false;
    cell = value + kEpochMicros;
    return true;
}

bool intervalCell(const char* p, IntervalParts& cell)
{
    cell = {load<qint32>(p + 12), load<qint32>(p + 8), load<qint64>(p)};
    const bool infinite = (cell.months == std::numeric_limits<std::int32_t>::max() && cell.days == cell.months
                              && cell.micros == std::numeric_limits<std::int64_t>::max())
        || (cell.months == std::numeric_limits<std::int32_t>::min() && cell.days == cell.months
            && cell.micros == std::numeric_limits<std::int64_t>::min());
    return !infinite;
}

/// Short texts without a call into memcpy, which costs more than the copy itself.
TextRef shortText(const char* p, std::uint32_t size)
{
    alignas(8) char cell[16] = {};
    std::memcpy(cell, &size, 4);
    if (size >= 8) {
        std::memcpy(cell + 4, p, 8);
        std::memcpy(cell + size - 4, p + size - 8, 8);
    } else if (size >= 4) {
        std::memcpy(cell + 4, p, 4);
        std::memcpy(cell + size, p + size - 4, 4);
    } else {
        for (std::uint32_t i = 0; i < size; ++i)
            cell[4 + i] = p[i];
    }
    TextRef ref;
    std::memcpy(static_cast<void*>(&ref), cell, sizeof ref);
    return ref;
}

TextRef textRef(const char* p, std::uint32_t size)
{
    if (size <= 12)
        return shortText(p, size);
    TextRef ref;
    ref.length = size;
    std::memcpy(ref.head, p, 4);
    ref.pointer = p;
    return ref;
}

} // namespace

std::size_t copyHeaderSize(const char* bytes, std::size_t size)
{
    static constexpr char kSignature[] = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', '\xff', '\r', '\n', '\0'};
    if (size < 19 || std::memcmp(bytes, kSignature, sizeof kSignature) != 0)
        return 0;
    // The upper half of the flags must be understood; we know none of them.
    if (load<quint32>(bytes + 11) >> 16 != 0)
        return 0;
    const std::uint64_t whole = 19 + std::uint64_t{load<quint32>(bytes + 15)};
    return whole <= size ? static_cast<std::size_t>(whole) : 0;
}

Decoder::Decoder(std::vector<DecodeColumn> columns)
    : m_columns(std::move(columns)),
      m_capacity(std::clamp(kMaxCells / std::max<std::size_t>(1, m_columns.size()), std::size_t{64}, kBatchRows)),
      m_bytes(m_capacity * m_columns.size()), m_sizes(m_capacity * m_columns.size())
{
}

bool Decoder::addRow(const char* bytes, std::size_t size)
{
    const char* const end = bytes + size;
    const std::size_t count = m_columns.size();
    if (size < 2 || load<quint16>(bytes) != count || m_rows == m_capacity)
        return false;
    const char* p = bytes + 2;
    const char** pointers = m_bytes.data() + m_rows;
    std::int32_t* sizes = m_sizes.data() + m_rows;
    for (std::size_t c = 0; c < count; ++c, pointers += m_capacity, sizes += m_capacity) {
        if (end - p < 4)
            return false;
        const std::int32_t length = load<qint32>(p);
        p += 4;
        if (length < -1 || length > end - p)
            return false;
        *pointers = p;
        *sizes = length;
        if (length > 0)
            p += length;
    }
    if (p != end)
        return false;
    ++m_rows;
    return true;
}

int Decoder::emit(RecordBatch& batch, qint64& lost)
{
    m_lostKeys = 0;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        Cells cells{m_bytes.data() + c * m_capacity, m_sizes.data() + c * m_capacity, m_rows, false};
        std::int32_t anyNull = 0;
        for (std::size_t i = 0; i < m_rows; ++i)
            anyNull |= cells.sizes[i];
        cells.hasNulls = anyNull < 0;
        ColumnBuffer& out = batch.columns()[c];
        if (cells.hasNulls) {
            std::uint64_t* mask = out.validity();
            for (std::size_t word = 0; word * 64 < m_rows; ++word) {
                std::uint64_t bits = 0;
                const std::size_t limit = std::min<std::size_t>(64, m_rows - word * 64);
                for (std::size_t k = 0; k < limit; ++k)
                    bits |= std::uint64_t{cells.sizes[word * 64 + k] >= 0} << k;
                mask[word] = bits;
            }
        }
        const qint64 before = lost;
        if (!emitColumn(m_columns[c], cells, out, lost))
            return static_cast<int>(c);
        if (m_columns[c].key)
            m_lostKeys += lost - before;
    }
    return -1;
}

bool Decoder::emitColumn(const DecodeColumn& column, const Cells& cells, ColumnBuffer& out, qint64& lost)
{
    switch (column.decode) {
    case Decode::Bool:
        return fixed(cells, 1, out.cells<std::uint8_t>(), [](const char* p) { return static_cast<std::uint8_t>(*p != 0); });
    case Decode::Int2:
        return fixed(cells, 2, out.cells<std::int16_t>(), load<qint16>);
    case Decode::Int4:
        return fixed(cells, 4, out.cells<std::int32_t>(), load<qint32>);
    case Decode::UInt4:
    case Decode::Float4:
        return fixed(cells, 4, out.cells<std::uint32_t>(), load<quint32>);
    case Decode::Int8:
    case Decode::Time:
        return fixed(cells, 8, out.cells<qint64>(), load<qint64>);
    case Decode::UInt8:
    case Decode::Float8:
        return fixed(cells, 8, out.cells<quint64>(), load<quint64>);
    case Decode::Numeric:
        emitNumeric(column.type, cells, out, lost);
        return true;
    case Decode::Money:
        return fixed(cells, 8, out.cells<Int128Parts>(), [](const char* p) {
            const qint64 v = load<qint64>(p);
            return Int128Parts{static_cast<std::uint64_t>(v), v < 0 ? -1 : 0};
        });
    case Decode::Date:
        return fixed(cells, 4, out.cells<std::int32_t>(), [](const char* p) {
            const std::int32_t v = load<qint32>(p);
            if (v >= std::numeric_limits<std::int32_t>::max() - kEpochDays)
                return std::numeric_limits<std::int32_t>::max();
            return v == std::numeric_limits<std::int32_t>::min() ? -std::numeric_limits<std::int32_t>::max() : v + kEpochDays;
        });
    case Decode::TimeTz:
        return fixed(cells, 12, out.cells<std::uint64_t>(), [](const char* p) {
            // PostgreSQL counts the offset west of Greenwich, DuckDB east.
            const std::uint64_t offset = static_cast<std::uint64_t>(std::int64_t{kTimeTzBase} + load<qint32>(p + 8)) & 0xffffffu;
            return load<quint64>(p) << 24 | offset;
        });
    case Decode::Timestamp:
        if (!allOfSize(cells, 8))
            return false;
        lossy<std::int64_t>(cells, out, lost, [](const char* p, std::int32_t, std::int64_t& cell) { return timestampCell(p, cell); });
        return true;
    case Decode::Interval:
        if (!allOfSize(cells, 16))
            return false;
        lossy<IntervalParts>(cells, out, lost, [](const char* p, std::int32_t, IntervalParts& cell) { return intervalCell(p, cell); });
        return true;
    case Decode::Uuid:
        return fixed(cells, 16, out.cells<Int128Parts>(), [](const char* p) {
            return Int128Parts{load<quint64>(p + 8), static_cast<std::int64_t>(load<quint64>(p) ^ 0x8000000000000000u)};
        });
    case Decode::Text:
    case Decode::JsonB:
    case Decode::Blob:
        return emitText(column, cells, out, lost);
    }
    return false;
}

bool Decoder::emitText(const DecodeColumn& column, const Cells& cells, ColumnBuffer& buffer, qint64& lost)
{
    TextRef* out = buffer.cells<TextRef>();
    // jsonb's binary form is a version byte and the text.
    const std::int32_t skip = column.decode == Decode::JsonB ? 1 : 0;
    for (std::size_t i = 0; i < cells.rows; ++i) {
        if (cells.sizes[i] < 0)
            continue;
        if (skip != 0 && (cells.sizes[i] < 1 || cells.bytes[i][0] != 1))
            return false;
        const char* p = cells.bytes[i] + skip;
        const auto size = static_cast<std::uint32_t>(cells.sizes[i] - skip);
        if (column.checkUtf8 && !isUtf8(p, size) && column.key) {
            ++lost;
            out[i] = textRef("", 0);
            buffer.setNull(i);
            continue;
        }
        if (column.checkUtf8 && !isUtf8(p, size)) {
            m_repaired.push_back(repairedUtf8(p, size));
            ++lost;
            out[i] = textRef(m_repaired.back().data(), static_cast<std::uint32_t>(m_repaired.back().size()));
            continue;
        }
        out[i] = textRef(p, size);
    }
    return true;
}

void Decoder::clear()
{
    m_rows = 0;
    m_repaired.clear();
}

} // namespace leat::pg
