// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/verify/fold.h"

#include "engine/verify/rowhash.h"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <thread>

namespace leat {

namespace {

/// A batch with memory of its own.
class HeapBatch
{
public:
    explicit HeapBatch(const std::vector<ReadColumn>& columns) : m_columns(columns)
    {
        for (std::size_t i = 0; i < columns.size(); ++i)
            m_memory.push_back(std::make_unique<Memory>());
    }

    /// Ready for the next fill: no NULLs yet.
    RecordBatch& fresh()
    {
        m_batch.columns().clear();
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            m_memory[i]->masked = false;
            m_batch.columns().emplace_back(m_columns[i].type, m_memory[i]->cells.data(), m_memory[i].get(), &HeapBatch::ensure);
        }
        return m_batch;
    }
    void hash(const std::vector<std::size_t>& columns, std::size_t rows, std::uint64_t* hashes) const
    {
        for (const std::size_t column : columns) {
            const Memory& memory = *m_memory[column];
            hashColumn(m_columns[column].type, memory.cells.data(), memory.masked ? memory.mask.data() : nullptr, rows, hashes);
        }
        std::transform(hashes, hashes + rows, hashes, finishRow);
    }
    qint64 integer(std::size_t column, std::size_t row) const
    {
        const char* cells = m_memory[column]->cells.data();
        switch (m_columns[column].type.kind) {
        case ColumnType::Kind::Int8: return reinterpret_cast<const std::int8_t*>(cells)[row];
        case ColumnType::Kind::Int16: return reinterpret_cast<const std::int16_t*>(cells)[row];
        case ColumnType::Kind::Int32: return reinterpret_cast<const std::int32_t*>(cells)[row];
        default: return reinterpret_cast<const std::int64_t*>(cells)[row];
        }
    }

private:
    struct Memory
    {
        alignas(16) std::array<char, kBatchRows * 16> cells{};
        std::array<std::uint64_t, kBatchRows / 64> mask{};
        bool masked = false;
    };
    static std::uint64_t* ensure(void* vector)
    {
        auto* memory = static_cast<Memory*>(vector);
        memory->masked = true;
        memory->mask.fill(~std::uint64_t{0});
        return memory->mask.data();
    }

    const std::vector<ReadColumn>& m_columns;
    std::vector<std::unique_ptr<Memory>> m_memory;
    RecordBatch m_batch;
};

Result<std::vector<std::size_t>> places(const TableRead& read, const QStringList& names)
{
    std::vector<std::size_t> found;
    for (const QString& name : names) {
        const auto& columns = read.columns();
        const auto it = std::find_if(columns.begin(), columns.end(), [&](const ReadColumn& c) { return c.name == name; });
        if (it == columns.end())
            return makeError(ErrorCode::Internal, QStringLiteral("column %1 is not in the read").arg(name));
        found.push_back(static_cast<std::size_t>(it - columns.begin()));
    }
    return found;
}

struct Folding
{
    const DigestSpec& spec;
    std::vector<std::size_t> columns;
    std::vector<std::size_t> key;

    void add(const HeapBatch& batch, std::size_t rows, Digest& digest) const
    {
        std::array<std::uint64_t, kBatchRows> hashes{};
        std::array<std::uint64_t, kBatchRows> keys{};
        if (spec.keyOnly)
            for (std::size_t i = 0; i < rows; ++i)
                hashes[i] = hashWord(foldInteger(batch.integer(key.front(), i)));
        else
            batch.hash(columns, rows, hashes.data());
        const bool ranges = spec.buckets.by == KeyBuckets::By::Range;
        if (!ranges)
            batch.hash(key, rows, keys.data());
        for (std::size_t i = 0; i < rows; ++i) {
            const qint64 bucket = ranges ? batch.integer(key.front(), i) >> spec.buckets.shift
                                         : static_cast<qint64>(keys[i] & spec.buckets.mask);
            BucketDigest& each = digest[bucket];
            ++each.rows;
            each.mix = spec.repeats ? each.mix + hashes[i] : each.mix ^ hashes[i];
        }
    }
};

Result<Digest> foldReader(TableRead& read, const Folding& folding, const CancelToken& cancel)
{
    Result<std::unique_ptr<BatchReader>> reader = read.openReader(cancel);
    if (!reader)
        return reader.error();
    HeapBatch batch(read.columns());
    Digest digest;
    for (;;) {
        const Result<std::size_t> rows = (*reader)->fill(batch.fresh());
        if (!rows)
            return rows.error();
        if (*rows == 0)
            return digest;
        folding.add(batch, *rows, digest);
    }
}

void merge(Digest& into, const Digest& from, bool repeats)
{
    for (const auto& [bucket, each] : from) {
        BucketDigest& all = into[bucket];
        all.rows += each.rows;
        all.mix = repeats ? all.mix + each.mix : all.mix ^ each.mix;
    }
}

} // namespace

Result<Digest> foldDigest(TableRead& read, const DigestSpec& spec, const CancelToken& cancel)
{
    Result<std::vector<std::size_t>> columns = places(read, spec.columns);
    if (!columns)
        return columns.error();
    Result<std::vector<std::size_t>> key = places(read, spec.buckets.columns);
    if (!key)
        return key.error();
    const Folding folding{spec, std::move(*columns), std::move(*key)};
    Digest digest;
    std::optional<Error> failed;
    std::mutex mutex;
    const auto work = [&] {
        Result<Digest> part = foldReader(read, folding, cancel);
        const std::lock_guard lock(mutex);
        if (part)
            merge(digest, *part, spec.repeats);
        else if (!failed)
            failed = part.error();
    };
    std::vector<std::jthread> others;
    for (int i = 1; i < read.usefulReaders(); ++i)
        others.emplace_back(work);
    work();
    others.clear();
    if (failed)
        return *failed;
    return digest;
}

} // namespace leat
