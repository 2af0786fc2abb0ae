// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace leat {

/// Rows in one batch at most: one whole DuckDB vector.
inline constexpr std::size_t kBatchRows = 2048;

/// A text, json or blob cell: 16 bytes, the layout of DuckDB's string. Texts of up to 12 bytes
/// live inside; longer ones point into memory that the reader keeps until its next fill().
struct TextRef
{
    std::uint32_t length;
    char head[4];                  ///< first bytes; short texts go on into `rest`
    union {
        char rest[8];
        const char* pointer;
    };

    static TextRef of(const char* bytes, std::uint32_t size) noexcept
    {
        TextRef ref;
        std::memset(static_cast<void*>(&ref), 0, sizeof ref);
        ref.length = size;
        if (size <= 12) {
            std::memcpy(reinterpret_cast<char*>(&ref) + 4, bytes, size);
        } else {
            std::memcpy(ref.head, bytes, 4);
            ref.pointer = bytes;
        }
        return ref;
    }
};
static_assert(sizeof(TextRef) == 16);

/// 128 bits, low half first: decimals wider than 18 digits, and uuids with the top bit of the
/// high half flipped (so that they sort as integers).
struct Int128Parts
{
    std::uint64_t lower;
    std::int64_t upper;
};

/// PostgreSQL's and DuckDB's interval: the three fields are kept apart (trap T079).
struct IntervalParts
{
    std::int32_t months;
    std::int32_t days;
    std::int64_t micros;
};

/// One column's memory, owned by the warehouse. Cell layouts by ColumnType::Kind:
/// Boolean uint8 · Int8/16/32/64, UInt32/64, Float, Double as named · Decimal int16 (precision
/// ≤ 4), int32 (≤ 9), int64 (≤ 18), else Int128Parts · Date int32 days since 1970 (+infinity
/// INT32_MAX, −infinity −INT32_MAX) · Time int64 µs · TimeTz uint64 (µs << 24 | 57599 − offset
/// seconds east) · Timestamp/TimestampTz int64 µs since 1970 UTC (+infinity INT64_MAX,
/// −infinity −INT64_MAX) · Interval IntervalParts · Uuid Int128Parts · Text/Json/Blob TextRef.
class ColumnBuffer
{
public:
    /// Returns the validity mask (bit set: value present), all set when first asked for.
    using EnsureValidity = std::uint64_t* (*)(void* vector);

    ColumnBuffer(ColumnType type, void* data, void* vector, EnsureValidity ensure)
        : m_type(type), m_data(data), m_vector(vector), m_ensure(ensure)
    {
    }

    const ColumnType& type() const noexcept { return m_type; }
    template <typename T>
    T* cells() const noexcept { return static_cast<T*>(m_data); }

    /// The mask, made writable at the first NULL of a batch.
    std::uint64_t* validity()
    {
        if (!m_validity)
            m_validity = m_ensure(m_vector);
        return m_validity;
    }
    void setNull(std::size_t row) { validity()[row / 64] &= ~(std::uint64_t{1} << (row % 64)); }

private:
    ColumnType m_type;
    void* m_data;
    void* m_vector;
    EnsureValidity m_ensure;
    std::uint64_t* m_validity = nullptr;
};

/// Up to kBatchRows rows that a reader fills column by column; the columns are those of
/// TableRead::columns(), in order.
class RecordBatch
{
public:
    std::vector<ColumnBuffer>& columns() noexcept { return m_columns; }
    /// The piece of the table that all rows are of, by index; see TableRead::offer().
    void setPiece(std::int32_t piece) noexcept { m_piece = piece; }
    std::int32_t piece() const noexcept { return m_piece; }

private:
    std::vector<ColumnBuffer> m_columns;
    std::int32_t m_piece = 0;
};

} // namespace leat
