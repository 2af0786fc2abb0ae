// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pgdecoder.h"
#include "engine/connectors/postgres/pgpool.h"
#include "engine/connectors/postgres/pgreadsql.h"

#include <limits>
#include <mutex>

namespace leat::pg {

class Reader;
class Snapshot;

/// One read of one table: COPY statements that its readers take from a shared queue.
class Read final : public TableRead
{
public:
    /// `piecesThere`: each COPY is a piece (TableRead::offer); so many of them need no reading.
    /// `exportedId` is empty when the coordinator's own connection does all the reading.
    Read(Snapshot& snapshot, std::vector<const ReadableColumn*> columns, std::vector<std::string> copies,
         std::string exportedId, int usefulReaders, bool plainBytes, std::optional<int> piecesThere);
    ~Read() override;

    const std::vector<ReadColumn>& columns() const override { return m_columns; }
    int usefulReaders() const override { return m_usefulReaders; }
    Result<std::unique_ptr<BatchReader>> openReader(const CancelToken& cancel) override;
    const ReadCounters& counters() const override { return m_counters; }
    Result<void> guardKey(const QStringList& key, const CancelToken& cancel) override;
    void offer(const std::vector<int>& pieces) override;
    void allow(qint64 rowsPerReader) override { m_allowed = rowsPerReader; }
    std::vector<PieceRows> takeFinished() override;
    bool isExhausted() const override;

private:
    friend class Reader;
    friend class ReaderTurn;
    /// The next COPY's index, or -1 when all are taken.
    int takeCopy();
    Result<std::unique_ptr<Reader>> freshReader(const CancelToken& cancel);
    std::unique_ptr<Reader> takeParked();
    void park(std::unique_ptr<Reader> reader);
    void finish(PieceRows piece);

    Snapshot& m_snapshot;
    std::vector<ReadColumn> m_columns;
    std::vector<DecodeColumn> m_decode;
    std::vector<std::string> m_copies;
    std::string m_exportedId;
    int m_usefulReaders;
    std::vector<int> m_offered;            ///< indexes of the copies to take
    std::atomic<std::size_t> m_next{0};
    const bool m_isPieced;
    qint64 m_allowed = std::numeric_limits<qint64>::max();
    ReadCounters m_counters;
    mutable std::mutex m_mutex;
    std::vector<std::unique_ptr<Reader>> m_parked;     ///< in the middle of a piece
    std::vector<PieceRows> m_finished;
};

} // namespace leat::pg
