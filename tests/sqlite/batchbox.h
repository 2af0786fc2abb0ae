// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/source.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace leat::test {

/// A batch with memory of its own, as a warehouse would hand it to a reader.
class BatchBox
{
public:
    explicit BatchBox(const std::vector<ReadColumn>& columns);
    RecordBatch& batch();              ///< fresh: every value counts as present
    bool isNull(std::size_t column, std::size_t row) const;
    /// A cell as text, by its column's type: times in SQL spelling, blobs in hex, NULL as "∅".
    QString text(std::size_t column, std::size_t row) const;
    QByteArray bytes(std::size_t column, std::size_t row) const;
    template <typename T>
    T cell(std::size_t column, std::size_t row) const
    {
        return reinterpret_cast<const T*>(m_vectors[column]->data.get())[row];
    }

private:
    struct Vector
    {
        std::unique_ptr<std::uint64_t[]> data;
        std::vector<std::uint64_t> mask;
        bool masked = false;
    };
    static std::uint64_t* ensure(void* vector);
    std::vector<ReadColumn> m_columns;
    std::vector<std::unique_ptr<Vector>> m_vectors;
    RecordBatch m_batch;
};

using Rows = std::vector<QStringList>;
/// Everything that one reader delivers.
Result<Rows> readAll(TableRead& read, const CancelToken& cancel = {});
/// The same by several readers in threads, in any order.
Result<Rows> readAllParallel(TableRead& read, int readers);

} // namespace leat::test
