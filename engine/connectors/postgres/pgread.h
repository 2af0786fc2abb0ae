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
    /// `exportedId` is empty when the coordinator's own connection does all the reading.
    Read(Snapshot& snapshot, std::vector<const ReadableColumn*> columns, std::vector<std::string> copies,
         std::string exportedId, int usefulReaders, bool plainBytes);

    const std::vector<ReadColumn>& columns() const override { return m_columns; }
    int usefulReaders() const override { return m_usefulReaders; }
    Result<std::unique_ptr<BatchReader>> openReader(const CancelToken& cancel) override;
    const ReadCounters& counters() const override { return m_counters; }

private:
    friend class Reader;
    /// The next COPY, or null when all are taken.
    const std::string* takeCopy();

    Snapshot& m_snapshot;
    std::vector<ReadColumn> m_columns;
    std::vector<DecodeColumn> m_decode;
    std::vector<std::string> m_copies;
    std::string m_exportedId;
    int m_usefulReaders;
    std::atomic<std::size_t> m_next{0};
    ReadCounters m_counters;
};

} // namespace leat::pg
