// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"

#include <QtGlobal>

#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace leat::sqlite {

class Connection;
struct SchemaTable;

/// A range of rowids, both ends included.
using RowidSpan = std::pair<qint64, qint64>;

/// Whether a span is worth several slices and readers.
bool isWideSpan(const RowidSpan& span);

/// Ranges of about equal width that cover every row of the span. Rowids may lie far apart (one row
/// at 2^60): each range is drawn in to the rows it really has before the widest is halved again.
Result<std::vector<RowidSpan>> splitSpan(Connection& connection, const SchemaTable& table, const RowidSpan& span);

/// Hands ranges out in order. Thread-safe.
class SliceQueue
{
public:
    explicit SliceQueue(std::vector<RowidSpan> slices) : m_slices(std::move(slices)) {}
    std::optional<RowidSpan> take();

private:
    std::mutex m_mutex;
    std::vector<RowidSpan> m_slices;
    std::size_t m_next = 0;
};

} // namespace leat::sqlite
