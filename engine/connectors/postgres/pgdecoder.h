// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pgtypes.h"
#include "engine/connectors/recordbatch.h"

#include <deque>
#include <string>
#include <vector>

namespace leat::pg {

struct DecodeColumn
{
    Decode decode = Decode::Text;
    ColumnType type;
    bool checkUtf8 = false;        ///< text from a server that checks no encoding
    bool key = false;              ///< what has no exact form becomes NULL, nothing near
};

/// Binary COPY rows into column buffers: the row pass notes where each field lies, then one tight
/// loop a column converts them (measured: about 5 ns a value). Reads nothing outside the bytes it
/// is given, whatever they hold. The rows' memory must stay until clear().
class Decoder
{
public:
    explicit Decoder(std::vector<DecodeColumn> columns);

    /// Rows that fit: fewer than kBatchRows for very wide tables, so that memory stays flat.
    std::size_t capacity() const { return m_capacity; }
    std::size_t rows() const { return m_rows; }
    bool isFull() const { return m_rows == m_capacity; }

    /// Takes one row message. False: malformed.
    bool addRow(const char* bytes, std::size_t size);
    /// Converts all rows. Returns the index of a column whose cells are malformed, or -1. `lost` grows
    /// by the values that have no exact form.
    int emit(RecordBatch& batch, qint64& lost);
    /// How many of those the last emit() found in columns of the key.
    qint64 lostKeys() const { return m_lostKeys; }
    void clear();

private:
    struct Cells
    {
        const char* const* bytes;
        const std::int32_t* sizes;
        std::size_t rows;
        bool hasNulls;
    };
    bool emitColumn(const DecodeColumn& column, const Cells& cells, ColumnBuffer& out, qint64& lost);
    bool emitText(const DecodeColumn& column, const Cells& cells, ColumnBuffer& out, qint64& lost);

    std::vector<DecodeColumn> m_columns;
    std::size_t m_capacity;
    std::size_t m_rows = 0;
    qint64 m_lostKeys = 0;
    std::vector<const char*> m_bytes;      ///< column-major: [column * capacity + row]
    std::vector<std::int32_t> m_sizes;     ///< -1: NULL
    std::deque<std::string> m_repaired;    ///< texts that had to be changed; live until clear()
};

/// Length of the header of a binary COPY stream at the front of its first message; 0: not one.
std::size_t copyHeaderSize(const char* bytes, std::size_t size);

} // namespace leat::pg
