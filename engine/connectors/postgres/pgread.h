// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pgdecoder.h"
#include "engine/connectors/postgres/pgpool.h"
#include "engine/connectors/postgres/pgreadsql.h"

namespace leat::pg {

class Snapshot;

/// One read of one table: COPY statements that its readers take from a shared queue.
class Read final : public TableRead
{
public:
    /// `piecesThere`: each COPY is a piece (TableRead::offer); so many of them need no reading.
    /// `exportedId` is empty when the coordinator's own connection does all the reading.
    Read(Snapshot& snapshot, std::vector<const ReadableColumn*> columns, std::vector<std::string> copies,
         std::string exportedId, int usefulReaders, bool plainBytes, std::optional<int> piecesThere);

    const std::vector<ReadColumn>& columns() const override { return m_columns; }
    int usefulReaders() const override { return m_usefulReaders; }
    Result<std::unique_ptr<BatchReader>> openReader(const CancelToken& cancel) override;
    const ReadCounters& counters() const override { return m_counters; }
    void offer(const std::vector<int>& pieces) override;
    qint64 pieceRows(int piece) const override { return m_pieceRows[static_cast<std::size_t>(piece)]; }

private:
    friend class Reader;
    /// The next COPY's index, or -1 when all are taken.
    int takeCopy();
    bool isPieced() const { return !m_pieceRows.empty(); }

    Snapshot& m_snapshot;
    std::vector<ReadColumn> m_columns;
    std::vector<DecodeColumn> m_decode;
    std::vector<std::string> m_copies;
    std::string m_exportedId;
    int m_usefulReaders;
    std::vector<int> m_offered;            ///< indexes of the copies to take
    std::atomic<std::size_t> m_next{0};
    std::vector<std::atomic<qint64>> m_pieceRows;  ///< empty: not in pieces
    ReadCounters m_counters;
};

} // namespace leat::pg
