// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/warehouse/faketable.h"

namespace leat::test {

namespace {

using Kind = ColumnType::Kind;

template <typename T>
void put(ColumnBuffer& buffer, std::size_t row, T value) { buffer.cells<T>()[row] = value; }

void putNumber(ColumnBuffer& buffer, std::size_t row, qint64 value)
{
    switch (buffer.type().kind) {
    case Kind::Boolean: return put(buffer, row, static_cast<std::uint8_t>(value != 0));
    case Kind::Int8: return put(buffer, row, static_cast<std::int8_t>(value));
    case Kind::Int16: return put(buffer, row, static_cast<std::int16_t>(value));
    case Kind::Int32: case Kind::Date: return put(buffer, row, static_cast<std::int32_t>(value));
    case Kind::UInt32: return put(buffer, row, static_cast<std::uint32_t>(value));
    case Kind::UInt64: case Kind::TimeTz: return put(buffer, row, static_cast<std::uint64_t>(value));
    case Kind::Decimal:
        if (buffer.type().precision <= 4)
            return put(buffer, row, static_cast<std::int16_t>(value));
        if (buffer.type().precision <= 9)
            return put(buffer, row, static_cast<std::int32_t>(value));
        if (buffer.type().precision <= 18)
            return put(buffer, row, static_cast<std::int64_t>(value));
        return put(buffer, row, Int128Parts{static_cast<std::uint64_t>(value), value < 0 ? -1 : 0});
    default: return put(buffer, row, static_cast<std::int64_t>(value));
    }
}

} // namespace

class FakeReader final : public BatchReader
{
public:
    FakeReader(FakeTable& table, CancelToken cancel) : m_table(table), m_cancel(std::move(cancel)) {}

    Result<std::size_t> fill(RecordBatch& batch) override
    {
        if (m_table.m_onBatch)
            m_table.m_onBatch(m_cancel);
        if (m_cancel.isCancelled())
            return makeError(ErrorCode::Cancelled);
        const qint64 first = m_table.m_next.fetch_add(static_cast<qint64>(kBatchRows));
        const qint64 end = std::min(first + static_cast<qint64>(kBatchRows), m_table.m_count);
        if (first >= end)
            return std::size_t(0);
        m_rows.clear();
        for (qint64 i = first; i < end; ++i) {
            if (i >= m_table.m_failAt)
                return m_table.m_error;
            m_rows.push_back(m_table.m_generate(i));
        }
        for (std::size_t c = 0; c < batch.columns().size(); ++c)
            for (std::size_t r = 0; r < m_rows.size(); ++r)
                fillCell(batch.columns()[c], r, m_rows[r].at(c));
        m_table.m_counters.rows += end - first;
        return static_cast<std::size_t>(end - first);
    }

private:
    static void fillCell(ColumnBuffer& buffer, std::size_t row, const FakeCell& cell)
    {
        switch (cell.is) {
        case FakeCell::Is::Null: return buffer.setNull(row);
        case FakeCell::Is::Number: return putNumber(buffer, row, cell.number);
        case FakeCell::Is::Real:
            return buffer.type().kind == Kind::Float ? put(buffer, row, static_cast<float>(cell.real))
                                                     : put(buffer, row, cell.real);
        case FakeCell::Is::Text:
            return put(buffer, row, TextRef::of(cell.text.constData(), static_cast<std::uint32_t>(cell.text.size())));
        case FakeCell::Is::Wide: return put(buffer, row, cell.wide);
        case FakeCell::Is::Interval: return put(buffer, row, cell.interval);
        }
    }

    FakeTable& m_table;
    CancelToken m_cancel;
    std::vector<FakeRow> m_rows;           ///< keeps long texts alive until the next call
};

FakeTable::FakeTable(std::vector<ReadColumn> columns, std::vector<FakeRow> rows, int readers)
    : m_columns(std::move(columns)), m_count(static_cast<qint64>(rows.size())),
      m_generate([rows = std::move(rows)](qint64 i) { return rows.at(static_cast<std::size_t>(i)); }), m_readers(readers)
{
}

FakeTable::FakeTable(std::vector<ReadColumn> columns, qint64 rows, std::function<FakeRow(qint64)> generate, int readers)
    : m_columns(std::move(columns)), m_count(rows), m_generate(std::move(generate)), m_readers(readers)
{
}

Result<std::unique_ptr<BatchReader>> FakeTable::openReader(const CancelToken& cancel)
{
    if (m_openError)
        return *m_openError;
    return std::unique_ptr<BatchReader>(std::make_unique<FakeReader>(*this, cancel));
}

ReadColumn column(const char* name, ColumnType::Kind kind, int precision, int scale)
{
    return {QString::fromUtf8(name), {kind, static_cast<quint8>(precision), static_cast<quint8>(scale)}};
}

} // namespace leat::test
