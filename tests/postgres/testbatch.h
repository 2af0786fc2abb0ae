// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/source.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace leat::test {

/// A RecordBatch with memory of its own, and its cells as text in the way PostgreSQL writes them.
class TestBatch
{
public:
    explicit TestBatch(const std::vector<ReadColumn>& columns)
    {
        m_memory.reserve(columns.size());
        for (const ReadColumn& c : columns) {
            m_memory.push_back(std::make_unique<Memory>());
            m_batch.columns().emplace_back(c.type, m_memory.back()->cells.data(), m_memory.back().get(), &TestBatch::ensure);
            m_types.push_back(c.type);
        }
    }

    RecordBatch& batch() { return m_batch; }
    /// As the warehouse does before each fill: no NULLs yet.
    void reset()
    {
        m_batch.columns().clear();
        for (std::size_t c = 0; c < m_memory.size(); ++c) {
            m_memory[c]->touched = false;
            m_batch.columns().emplace_back(m_types[c], m_memory[c]->cells.data(), m_memory[c].get(), &TestBatch::ensure);
        }
    }

    bool isNull(std::size_t column, std::size_t row) const
    {
        const Memory& m = *m_memory[column];
        return m.touched && (m.mask[row / 64] >> (row % 64) & 1) == 0;
    }
    template <typename T>
    T cell(std::size_t column, std::size_t row) const
    {
        T value;
        std::memcpy(static_cast<void*>(&value), m_memory[column]->cells.data() + row * sizeof(T), sizeof(T));
        return value;
    }
    QByteArray bytes(std::size_t column, std::size_t row) const
    {
        const auto* ref = reinterpret_cast<const TextRef*>(m_memory[column]->cells.data()) + row;
        return ref->length <= 12 ? QByteArray(reinterpret_cast<const char*>(ref) + 4, static_cast<qsizetype>(ref->length))
                                 : QByteArray(ref->pointer, static_cast<qsizetype>(ref->length));
    }
    __extension__ using Wide = __int128;
    Wide wide(std::size_t column, std::size_t row) const
    {
        const auto p = cell<Int128Parts>(column, row);
        return static_cast<Wide>(p.upper) * (static_cast<Wide>(1) << 64) + static_cast<Wide>(p.lower);
    }
    QString decimal(std::size_t column, std::size_t row) const
    {
        const ColumnType& t = m_types[column];
        Wide v = t.precision <= 4 ? Wide(cell<qint16>(column, row)) : t.precision <= 9 ? Wide(cell<qint32>(column, row))
            : t.precision <= 18 ? Wide(cell<qint64>(column, row)) : wide(column, row);
        const bool negative = v < 0;
        QString digits;
        for (v = negative ? -v : v; v > 0 || digits.size() <= t.scale; v /= 10)
            digits.prepend(QChar(u'0' + static_cast<int>(v % 10)));
        if (t.scale > 0)
            digits.insert(digits.size() - t.scale, QLatin1Char('.'));
        return negative ? QLatin1Char('-') + digits : digits;
    }
    const std::vector<ColumnType>& types() const { return m_types; }

private:
    struct Memory
    {
        std::vector<char> cells = std::vector<char>(kBatchRows * 16);
        std::vector<std::uint64_t> mask = std::vector<std::uint64_t>(kBatchRows / 64);
        bool touched = false;
    };
    static std::uint64_t* ensure(void* vector)
    {
        auto* memory = static_cast<Memory*>(vector);
        memory->touched = true;
        std::fill(memory->mask.begin(), memory->mask.end(), ~std::uint64_t{0});
        return memory->mask.data();
    }
    std::vector<std::unique_ptr<Memory>> m_memory;
    std::vector<ColumnType> m_types;
    RecordBatch m_batch;
};

} // namespace leat::test
