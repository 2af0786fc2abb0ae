// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/source.h"

#include <QString>

#include <functional>
#include <limits>

namespace leat::test {

/// A cell of a fake table. Whole numbers fill every integer, date and time kind, texts the text
/// kinds, 128-bit parts uuids and wide decimals.
struct FakeCell
{
    enum class Is { Null, Number, Real, Text, Wide, Interval };
    FakeCell() = default;
    FakeCell(qint64 value) : is(Is::Number), number(value) {}
    FakeCell(double value) : is(Is::Real), real(value) {}
    FakeCell(const QByteArray& value) : is(Is::Text), text(value) {}
    FakeCell(Int128Parts value) : is(Is::Wide), wide(value) {}
    FakeCell(IntervalParts value) : is(Is::Interval), interval(value) {}

    Is is = Is::Null;
    qint64 number = 0;
    double real = 0;
    QByteArray text;
    Int128Parts wide{};
    IntervalParts interval{};
};
using FakeRow = std::vector<FakeCell>;

/// A TableRead over rows in memory, or over `generate` (row number -> row) for big tables. Rows
/// are shared out in batches among its readers.
class FakeTable final : public TableRead
{
public:
    FakeTable(std::vector<ReadColumn> columns, std::vector<FakeRow> rows, int readers = 2);
    FakeTable(std::vector<ReadColumn> columns, qint64 rows, std::function<FakeRow(qint64)> generate, int readers = 2);

    const std::vector<ReadColumn>& columns() const override { return m_columns; }
    int usefulReaders() const override { return m_readers; }
    Result<std::unique_ptr<BatchReader>> openReader(const CancelToken& cancel) override;
    const ReadCounters& counters() const override { return m_counters; }

    /// From this row on, readers fail with the error.
    void failAt(qint64 row, Error error) { m_failAt = row; m_error = std::move(error); }
    void failToOpen(Error error) { m_openError = std::move(error); }
    /// Called before each batch, on the reader's thread.
    void onBatch(std::function<void(const CancelToken&)> call) { m_onBatch = std::move(call); }
    qint64 rowCount() const { return m_count; }

private:
    friend class FakeReader;
    std::vector<ReadColumn> m_columns;
    qint64 m_count;
    std::function<FakeRow(qint64)> m_generate;
    int m_readers;
    std::atomic<qint64> m_next{0};
    qint64 m_failAt = std::numeric_limits<qint64>::max();
    Error m_error;
    std::optional<Error> m_openError;
    std::function<void(const CancelToken&)> m_onBatch;
    ReadCounters m_counters;
};

ReadColumn column(const char* name, ColumnType::Kind kind, int precision = 0, int scale = 0);
/// The load columns of a read.
template <typename Column>
std::vector<Column> sameColumns(const TableRead& read)
{
    std::vector<Column> all;
    for (const ReadColumn& c : read.columns())
        all.push_back({c.name, c.type, {}});
    return all;
}

} // namespace leat::test
