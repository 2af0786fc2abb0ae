// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sqlite/batchbox.h"

#include <QDateTime>

#include <mutex>
#include <thread>

namespace leat::test {

BatchBox::BatchBox(const std::vector<ReadColumn>& columns) : m_columns(columns)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto vector = std::make_unique<Vector>();
        vector->data = std::make_unique<std::uint64_t[]>(kBatchRows * 2);
        vector->mask.assign(kBatchRows / 64, ~std::uint64_t{0});
        m_vectors.push_back(std::move(vector));
    }
}

std::uint64_t* BatchBox::ensure(void* memory)
{
    auto* vector = static_cast<Vector*>(memory);
    vector->masked = true;
    return vector->mask.data();
}

RecordBatch& BatchBox::batch()
{
    m_batch.columns().clear();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        Vector& vector = *m_vectors[i];
        std::fill(vector.mask.begin(), vector.mask.end(), ~std::uint64_t{0});
        vector.masked = false;
        m_batch.columns().emplace_back(m_columns[i].type, vector.data.get(), &vector, &BatchBox::ensure);
    }
    return m_batch;
}

bool BatchBox::isNull(std::size_t column, std::size_t row) const
{
    const Vector& vector = *m_vectors[column];
    return vector.masked && (vector.mask[row / 64] >> (row % 64) & 1) == 0;
}

QByteArray BatchBox::bytes(std::size_t column, std::size_t row) const
{
    const TextRef* ref = reinterpret_cast<const TextRef*>(m_vectors[column]->data.get()) + row;
    const char* at = ref->length <= 12 ? reinterpret_cast<const char*>(ref) + 4 : ref->pointer;
    return QByteArray(at, static_cast<qsizetype>(ref->length));
}

QString BatchBox::text(std::size_t column, std::size_t row) const
{
    if (isNull(column, row))
        return QStringLiteral("∅");
    switch (m_columns[column].type.kind) {
    case ColumnType::Kind::Int64: return QString::number(cell<std::int64_t>(column, row));
    case ColumnType::Kind::Double: return QString::number(cell<double>(column, row), 'g', 17);
    case ColumnType::Kind::Boolean: return cell<std::uint8_t>(column, row) ? QStringLiteral("true") : QStringLiteral("false");
    case ColumnType::Kind::Date: return QDate(1970, 1, 1).addDays(cell<std::int32_t>(column, row)).toString(Qt::ISODate);
    case ColumnType::Kind::Time: return QString::number(cell<std::int64_t>(column, row));
    case ColumnType::Kind::Timestamp:
    case ColumnType::Kind::TimestampTz: {
        const std::int64_t micros = cell<std::int64_t>(column, row);
        const std::int64_t fraction = (micros % 1'000'000 + 1'000'000) % 1'000'000;
        const QDateTime time = QDateTime::fromSecsSinceEpoch((micros - fraction) / 1'000'000, Qt::UTC);
        return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral(".%1").arg(fraction, 6, 10, QLatin1Char('0'));
    }
    case ColumnType::Kind::Blob: return QString::fromLatin1(bytes(column, row).toHex());
    default: return QString::fromUtf8(bytes(column, row));
    }
}

namespace {

Result<Rows> drain(TableRead& read, const CancelToken& cancel)
{
    Result<std::unique_ptr<BatchReader>> reader = read.openReader(cancel);
    if (!reader)
        return reader.error();
    BatchBox box(read.columns());
    Rows rows;
    while (true) {
        Result<std::size_t> filled = (*reader)->fill(box.batch());
        if (!filled)
            return filled.error();
        if (*filled == 0)
            return rows;
        for (std::size_t row = 0; row < *filled; ++row) {
            QStringList cells;
            for (std::size_t column = 0; column < read.columns().size(); ++column)
                cells.append(box.text(column, row));
            rows.push_back(cells);
        }
    }
}

} // namespace

Result<Rows> readAll(TableRead& read, const CancelToken& cancel)
{
    return drain(read, cancel);
}

Result<Rows> readAllParallel(TableRead& read, int readers)
{
    std::mutex mutex;
    Rows all;
    std::optional<Error> failed;
    std::vector<std::thread> threads;
    for (int i = 0; i < readers; ++i)
        threads.emplace_back([&] {
            Result<Rows> rows = drain(read, {});
            const std::lock_guard lock(mutex);
            if (rows)
                all.insert(all.end(), rows->begin(), rows->end());
            else
                failed = rows.error();
        });
    for (std::thread& thread : threads)
        thread.join();
    if (failed)
        return *failed;
    return all;
}

} // namespace leat::test
