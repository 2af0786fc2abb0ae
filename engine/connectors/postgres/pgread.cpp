// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectors/postgres/pgread.h"

#include "engine/base/failpoint.h"
#include "engine/connectors/postgres/pgsnapshot.h"

#include <cstring>
#include <utility>

namespace leat::pg {

namespace {

constexpr std::size_t kArenaBytes = 1024 * 1024;
/// Row memory held for one batch at most; wide rows are handed on early (14-performance §8).
constexpr std::size_t kPinnedBytes = 8 * 1024 * 1024;

std::string importSql(const Settings& settings, const std::string& exportedId)
{
    return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT '" + exportedId + "'; "
        + pinnedSettings(settings, true);
}

} // namespace

/// Takes COPYs until none is left. Rows of a batch stay in libpq's memory until the next fill().
class Reader final : public BatchReader
{
public:
    Reader(Read& read, Lease lease, Connection* borrowed, CancelToken cancel)
        : m_read(read), m_lease(std::move(lease)), m_borrowed(borrowed), m_cancel(std::move(cancel)), m_decoder(read.m_decode)
    {
    }
    ~Reader() override
    {
        freeRows();
        if (m_borrowed)
            m_read.m_snapshot.giveBack();
        else if (m_lease && m_lease->isUsable() && !m_lease->isCopying())
            rollBack(*m_lease);
    }

    /// From now on at most so many rows, and this token is asked.
    void resume(qint64 rows, CancelToken cancel)
    {
        m_left = rows;
        m_cancel = std::move(cancel);
    }
    bool isMidPiece() const { return m_active && !m_failed; }

    Result<std::size_t> fill(RecordBatch& batch) override
    {
        freeRows();
        while (!m_failed && !m_decoder.isFull() && m_pinned < kPinnedBytes && static_cast<qint64>(m_decoder.rows()) < m_left) {
            Result<bool> more = takeRow();
            if (!more) {
                m_failed = true;
                return more.error();
            }
            if (!*more)
                break;
        }
        LEAT_FAILPOINT("source.batch");
        const std::size_t rows = m_decoder.rows();
        if (rows == 0 || m_failed)
            return std::size_t{0};
        qint64 lost = 0;
        LEAT_FAILPOINT("source.decode");
        const int wrong = m_decoder.emit(batch, lost);
        if (wrong >= 0)
            return malformed(m_read.m_columns[static_cast<std::size_t>(wrong)].name);
        m_read.m_counters.rows += static_cast<qint64>(rows);
        batch.setPiece(m_copy);
        m_left -= static_cast<qint64>(rows);
        m_read.m_counters.bytes += static_cast<qint64>(m_pinned);
        m_read.m_counters.lostValues += lost;
        m_read.m_counters.lostKeys += m_decoder.lostKeys();
        return rows;
    }

private:
    Connection& connection() { return m_borrowed ? *m_borrowed : *m_lease; }

    Error malformed(const QString& column)
    {
        m_failed = true;
        Error error = sourceError(ErrorCode::SourceQueryFailed, QStringLiteral("the server's binary data cannot be understood"), connection().context());
        error.phase = Phase::Decode;
        error.retry = RetryClass::Permanent;
        if (!column.isEmpty())
            error.args[QStringLiteral("column")] = column;
        return error;
    }

    /// False: nothing is left.
    Result<bool> takeRow()
    {
        for (;;) {
            if (!m_active) {
                if (m_cancel.isCancelled())
                    return cancelled(connection().context());
                const int copy = m_read.takeCopy();
                if (copy < 0)
                    return false;
                connection().setContext(m_read.m_snapshot.label(), Phase::Read);
                LEAT_FAILPOINT("source.copy-start");
                if (Result<void> r = connection().startCopy(m_read.m_copies[static_cast<std::size_t>(copy)], m_cancel); !r)
                    return r.error();
                m_copy = copy;
                m_copyRows = 0;
                m_active = true;
                m_first = true;
            }
            char* row = nullptr;
            const Result<int> size = connection().nextCopyRow(row, m_cancel);
            if (!size)
                return size.error();
            if (*size < 0) {
                m_active = false;
                LEAT_FAILPOINT("source.copy-done");
                m_read.m_counters.slicesDone += 1;
                if (!m_read.m_isPieced)
                    continue;
                m_read.finish({m_copy, m_copyRows});
                if (m_decoder.rows() > 0)
                    return false;   // a batch is of one piece
                continue;
            }
            const Result<bool> isRow = addMessage(keep(row, static_cast<std::size_t>(*size)), static_cast<std::size_t>(*size));
            if (!isRow || *isRow)
                return isRow;
        }
    }

    /// The row's bytes until freeRows(). Copying short rows together and freeing each at once keeps
    /// malloc on its fast path, which is worth several times the copy.
    const char* keep(char* row, std::size_t size)
    {
        if (size > kArenaBytes - m_arenaUsed) {
            m_rows.push_back(row);
            return row;
        }
        char* place = m_arena.get() + m_arenaUsed;
        std::memcpy(place, row, size);
        m_arenaUsed += size;
        PQfreemem(row);
        return place;
    }

    /// False: the message held no row (header or trailer).
    Result<bool> addMessage(const char* bytes, std::size_t size)
    {
        if (m_first) {
            const std::size_t header = copyHeaderSize(bytes, size);
            if (header == 0)
                return malformed({});
            m_first = false;
            bytes += header;
            size -= header;
        }
        if (size == 0 || (size == 2 && bytes[0] == '\xff' && bytes[1] == '\xff'))
            return false;
        if (!m_decoder.addRow(bytes, size))
            return malformed({});
        ++m_copyRows;
        m_pinned += size;
        return true;
    }

    void freeRows()
    {
        for (char* row : m_rows)
            PQfreemem(row);
        m_rows.clear();
        m_arenaUsed = 0;
        m_decoder.clear();
        m_pinned = 0;
    }

    Read& m_read;
    Lease m_lease;
    Connection* m_borrowed;
    CancelToken m_cancel;
    Decoder m_decoder;
    std::unique_ptr<char[]> m_arena{new char[kArenaBytes]};
    std::size_t m_arenaUsed = 0;
    std::vector<char*> m_rows;             ///< that did not fit into the arena; libpq's memory
    std::size_t m_pinned = 0;
    qint64 m_left = std::numeric_limits<qint64>::max();
    int m_copy = -1;                       ///< the COPY that rows are of, by index
    qint64 m_copyRows = 0;
    bool m_active = false;
    bool m_first = true;
    bool m_failed = false;
};

/// A reader for one step of a read in pieces; what it leaves in the middle of a piece goes on in the next.
class ReaderTurn final : public BatchReader
{
public:
    ReaderTurn(Read& read, std::unique_ptr<Reader> reader) : m_read(read), m_reader(std::move(reader)) {}
    ~ReaderTurn() override { m_read.park(std::move(m_reader)); }
    Result<std::size_t> fill(RecordBatch& batch) override { return m_reader->fill(batch); }

private:
    Read& m_read;
    std::unique_ptr<Reader> m_reader;
};

namespace {

/// When the server has no connection left for a further reader: those that are there do its work.
class IdleReader final : public BatchReader
{
public:
    Result<std::size_t> fill(RecordBatch&) override { return std::size_t{0}; }
};

} // namespace

Read::Read(Snapshot& snapshot, std::vector<const ReadableColumn*> columns, std::vector<std::string> copies,
           std::string exportedId, int usefulReaders, bool plainBytes, std::optional<int> piecesThere)
    : m_snapshot(snapshot), m_copies(std::move(copies)), m_exportedId(std::move(exportedId)), m_usefulReaders(usefulReaders),
      m_isPieced(piecesThere.has_value())
{
    if (piecesThere)
        m_counters.slicesDone = *piecesThere;
    else
        for (std::size_t i = 0; i < m_copies.size(); ++i)
            m_offered.push_back(static_cast<int>(i));
    for (const ReadableColumn* c : columns) {
        const bool isText = c->mapping.decode == Decode::Text || c->mapping.decode == Decode::JsonB;
        m_columns.push_back({c->shape.name, c->shape.type});
        m_decode.push_back({c->mapping.decode, c->shape.type, isText && (plainBytes || c->facts.oid == oid::Char)});
    }
    m_counters.slices = static_cast<int>(m_copies.size());
}

Read::~Read() = default;

// What a server of another encoding has is told apart by bytes that no text of the warehouse holds.
Result<void> Read::guardKey(const QStringList& key, const CancelToken&)
{
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        m_decode[i].key = key.contains(m_columns[i].name);
    return {};
}

int Read::takeCopy()
{
    const std::size_t index = m_next++;
    return index < m_offered.size() ? m_offered[index] : -1;
}

void Read::offer(const std::vector<int>& pieces)
{
    m_offered = pieces;
    m_next = 0;
}

std::vector<PieceRows> Read::takeFinished()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_finished, {});
}

bool Read::isExhausted() const
{
    const std::lock_guard lock(m_mutex);
    return m_next >= m_offered.size() && m_parked.empty();
}

void Read::finish(PieceRows piece)
{
    const std::lock_guard lock(m_mutex);
    m_finished.push_back(piece);
}

std::unique_ptr<Reader> Read::takeParked()
{
    const std::lock_guard lock(m_mutex);
    if (m_parked.empty())
        return nullptr;
    std::unique_ptr<Reader> reader = std::move(m_parked.back());
    m_parked.pop_back();
    return reader;
}

void Read::park(std::unique_ptr<Reader> reader)
{
    if (!reader->isMidPiece())
        return;
    const std::lock_guard lock(m_mutex);
    m_parked.push_back(std::move(reader));
}

Result<std::unique_ptr<BatchReader>> Read::openReader(const CancelToken& cancel)
{
    LEAT_FAILPOINT("source.reader-open");
    std::unique_ptr<Reader> reader = takeParked();
    if (!reader) {
        Result<std::unique_ptr<Reader>> fresh = freshReader(cancel);
        if (!fresh)
            return fresh.error();
        reader = std::move(*fresh);
    }
    if (!reader)
        return std::unique_ptr<BatchReader>(std::make_unique<IdleReader>());
    if (!m_isPieced)
        return std::unique_ptr<BatchReader>(std::move(reader));
    reader->resume(m_allowed, cancel);
    return std::unique_ptr<BatchReader>(std::make_unique<ReaderTurn>(*this, std::move(reader)));
}

// Null: the server has no connection to spare.
Result<std::unique_ptr<Reader>> Read::freshReader(const CancelToken& cancel)
{
    if (Connection* own = m_snapshot.borrow())
        return std::make_unique<Reader>(*this, Lease(), own, cancel);
    if (m_exportedId.empty())
        return std::unique_ptr<Reader>();
    Result<Lease> lease = m_snapshot.pool().acquire(cancel);
    if (!lease) {
        if (lease.error().code == ErrorCode::TooManyConnections)
            return std::unique_ptr<Reader>();
        return lease.error();
    }
    (*lease)->setContext(m_snapshot.label(), Phase::Read);
    Result<std::vector<Rows>> begun = (*lease)->script(importSql(m_snapshot.pool().settings(), m_exportedId), cancel);
    if (!begun) {
        if ((*lease)->isUsable())
            rollBack(**lease);
        return begun.error();
    }
    return std::make_unique<Reader>(*this, std::move(*lease), nullptr, cancel);
}

} // namespace leat::pg
