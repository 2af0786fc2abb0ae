// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/checkreport.h"
#include "engine/api/result.h"
#include "engine/api/tableshape.h"
#include "engine/base/canceltoken.h"
#include "engine/connectors/digest.h"
#include "engine/connectors/recordbatch.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace leat {

/// A heap that a table's rows lie in: its own, that of a partition, or that of a table which
/// inherits from it.
struct TablePart
{
    QString id;                            ///< never given twice
    quint32 madeBy = 0;                    ///< the row xid of the transaction that made it
    bool empty = false;                    ///< it has no rows, nor had it any since it was made or truncated
};
/// What one snapshot of a source knew when it was taken (traps T002–T005, T011, T159).
struct SnapshotFacts
{
    QString serverId;                      ///< changes when another server or file answers
    QString history;                       ///< changes when a server's transaction ids may be given out anew (T123); empty: not known
    QString sourceNow;                     ///< the source's own clock, as a cursor text
    std::optional<quint64> horizon;        ///< xid8: every transaction below it has ended
    std::optional<quint64> nextXid;        ///< xid8 not yet given out; widens row xids
    bool standby = false;                  ///< a replica answers, which may lag behind its primary
    bool quiet = false;                    ///< proven: no other transaction was open
    bool windowPossible = false;           ///< rows of this table carry a usable transaction id
    std::vector<TablePart> parts;          ///< with windowPossible
    /// What values are spelled by besides their rows, by a name of its own: labels of enums, members of composite
    /// types. It can change without any row being written anew (T226).
    QMap<QString, QString> spellings;
};

/// The rows a run wants, decided by the plan. Bounds are texts of the source, inclusive.
struct ReadSpec
{
    QStringList columns;                   ///< in warehouse order, never empty
    QString cursorColumn;                  ///< empty: no cursor filter
    std::optional<QString> cursorFrom;     ///< column >= this
    qint64 lookbackSeconds = 0;            ///< taken off cursorFrom by the source's own arithmetic
    std::optional<QString> cursorTo;       ///< column <= this
    bool includeNullCursor = false;        ///< also rows whose cursor is NULL
    std::optional<quint64> windowFrom;     ///< row xid >= this (the exact window)
    std::optional<quint64> windowBefore;   ///< row xid < this (a reading again up to a known horizon)
    bool windowClosed = false;             ///< and row xid < the snapshot's horizon (append)
    std::optional<KeyPart> part;           ///< only rows of these buckets; a source that cannot tell gives more
    int readers = 1;                       ///< how many readers will be opened at most
    QStringList pieces;                    ///< of TableSnapshot::cut(); empty: the read is of one piece
    int piecesThere = 0;                   ///< of them need no reading; for the progress
};

/// A piece of a table that was read whole, and how many rows it had.
struct PieceMark
{
    QString piece;
    qint64 rows = 0;
};

/// Rows of a piece, by its index in ReadSpec::pieces.
struct PieceRows { int piece = 0; qint64 rows = 0; };

struct ReadColumn { QString name; ColumnType type; };

/// Counters of a read, written by readers, read by anyone.
struct ReadCounters
{
    std::atomic<qint64> rows{0};
    std::atomic<qint64> bytes{0};
    std::atomic<qint64> lostValues{0};     ///< values without an exact form, stored as NULL
    std::atomic<qint64> lostKeys{0};       ///< those of them in columns that guardKey() was told
    std::atomic<int> slicesDone{0};
    std::atomic<int> slices{0};
};

/// Pulls rows of shared slices; one thread at a time. Not usable after an error.
class BatchReader
{
public:
    virtual ~BatchReader();
    /// Fills up to kBatchRows rows and returns how many; 0: nothing is left. Text cells stay
    /// valid until the next call or destruction.
    virtual Result<std::size_t> fill(RecordBatch& batch) = 0;
};

/// One read of one table in one snapshot, shared by its readers. Must not outlive its snapshot.
class TableRead
{
public:
    virtual ~TableRead();
    virtual const std::vector<ReadColumn>& columns() const = 0;
    /// Readers that make sense for the size of this read (1 … ReadSpec::readers).
    virtual int usefulReaders() const = 0;
    /// Thread-safe.
    virtual Result<std::unique_ptr<BatchReader>> openReader(const CancelToken& cancel) = 0;
    virtual const ReadCounters& counters() const = 0;
    /// Rows will be told apart by these columns: a value of theirs without an exact form, or of a row that would share
    /// its key with another of the source, becomes NULL rather than something near. Before readers are opened.
    virtual Result<void> guardKey(const QStringList& key, const CancelToken& cancel);
    /// Readers that are opened from now on read these pieces of ReadSpec::pieces, by index, and no
    /// others. Not while readers are open. A batch never holds rows of two pieces.
    virtual void offer(const std::vector<int>& pieces);
    /// Readers that are opened from now on deliver so many rows each and then say that nothing is left; the
    /// next ones go on in the middle of their pieces. Not while readers are open.
    virtual void allow(qint64 rowsPerReader);
    /// The pieces that were delivered whole since the last call, with their rows. Not while readers are open.
    virtual std::vector<PieceRows> takeFinished();
    /// Whether all that was offered is delivered. Not while readers are open.
    virtual bool isExhausted() const;
};

/// One consistent view of one table. Used by one thread; its reads by many.
class TableSnapshot
{
public:
    virtual ~TableSnapshot();
    virtual const TableShape& shape() const = 0;
    virtual const SnapshotFacts& facts() const = 0;
    /// The greatest value of a column in this snapshot, as cursor text; nullopt: no rows or all
    /// NULL (trap T009: the same snapshot as the read). NaN and infinite numbers do not count: nothing
    /// could ever come after them.
    virtual Result<std::optional<QString>> maxCursor(const QString& column) = 0;
    /// -1, 0, 1: how two cursor texts of the column compare at the source.
    virtual Result<int> compareCursor(const QString& column, const QString& a, const QString& b) = 0;
    /// Whether a value is later than the source's clock plus one day (trap T013).
    virtual Result<bool> isInFuture(const QString& column, const QString& value) = 0;
    /// The greatest value that is not after the source's clock; nullopt: none.
    virtual Result<std::optional<QString>> maxCursorByNow(const QString& column) = 0;
    virtual Result<qint64> countNulls(const QString& column) = 0;
    virtual Result<std::unique_ptr<TableRead>> read(const ReadSpec& spec) = 0;
    /// The whole table in pieces that can be read apart and, by a later snapshot, found unchanged (T226).
    /// Opaque texts, for about a hundred pieces; none where that is not possible.
    virtual QStringList cut() const;
    /// Of pieces that a snapshot with this horizon saw, those that this one sees with the very same rows.
    /// Empty when the table is stored anew since, and none can be told.
    virtual Result<std::vector<bool>> unchanged(const QStringList& all, const std::vector<PieceMark>& read, quint64 since,
                                                const CancelToken& cancel);
    /// Whether the table that is read still has the columns that shape() says, number, type and
    /// modifier; asked after the read, before anything is committed (trap T060). True where the
    /// snapshot covers the catalogue itself.
    virtual Result<bool> confirmShape(const CancelToken& cancel);
    /// Digests at the source, in this snapshot. nullopt: it cannot, for these columns at least; then
    /// the rows have to be read (foldDigest).
    virtual Result<std::optional<Digest>> digest(const DigestSpec& spec);
};

struct KeyCheck
{
    bool unique = true;
    bool hasNulls = false;
    QStringList examples;                  ///< up to 3 duplicate keys, columns joined by ", "
};

/// A connection to a system that data comes from. Methods are thread-safe and block: call them
/// on a pool thread. Every one returns soon after its token is cancelled, with Cancelled.
/// All are read-only at the source and idempotent.
class Source
{
public:
    virtual ~Source();
    /// Tests step by step; `onStep` is called on the calling thread after each change.
    virtual Result<CheckReport> check(const std::function<void(const CheckReport&)>& onStep,
                                      const CancelToken& cancel) = 0;
    /// Whether it answers: connects, encrypts and logs in (a file: opens it), within its own connect
    /// timeout, reads no data and keeps nothing. The cheapest question there is (T222).
    virtual Result<void> probe(const CancelToken& cancel) = 0;
    /// All tables that can be listed; those the role may not read have readable = false.
    virtual Result<std::vector<TableListing>> listTables(const CancelToken& cancel) = 0;
    virtual QString defaultNamespace() const = 0;
    virtual Result<SyncOptions> options(const TableName& table, const CancelToken& cancel) = 0;
    /// Looks at the data itself: may take long on big tables without an index.
    virtual Result<KeyCheck> checkKey(const TableName& table, const QStringList& key,
                                      const CancelToken& cancel) = 0;
    virtual Result<std::unique_ptr<TableSnapshot>> openSnapshot(const TableName& table,
                                                                const CancelToken& cancel) = 0;
};

} // namespace leat
