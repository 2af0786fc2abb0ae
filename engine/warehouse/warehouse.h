// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/api/deletepolicy.h"
#include "engine/api/quarantine.h"
#include "engine/api/result.h"
#include "engine/api/verifyreport.h"
#include "engine/base/canceltoken.h"
#include "engine/connectors/cursorstate.h"
#include "engine/connectors/source.h"
#include "engine/verify/buckets.h"
#include "engine/warehouse/trash.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace leat {

/// The names a schema has in the warehouse. `table` is already made unique there: for tables
/// outside the default namespace "<namespace>__<table>", plus a suffix on case collisions (T065).
struct WarehouseTable
{
    QString schema;                        ///< the source's name
    QString table;
    bool operator==(const WarehouseTable&) const = default;
};

/// How loaded rows meet the rows that are there.
enum class LoadMode {
    Swap,      ///< the loaded rows become the table, atomically
    Upsert,    ///< loaded rows replace those with the same key
    Append,    ///< loaded rows are added, minus those already there within `boundary`
};

/// Append only: rows of the load that equal, cell by cell and as a multiset, target rows with
/// column >= `from` (cast by the warehouse from text) are not added again (trap T022). An empty
/// `from` means the least value that was loaded: a lookback's bound is known to the source alone. No column: all rows.
/// `late`: columns of the load, by the source's names, that came when the table had rows already: a row that has
/// NULL there may be one that was stored before.
struct AppendBoundary { QString column; QString from; bool includeNulls = false; QStringList late = {}; };

/// `diverse`: its values seldom repeat. A hint for how to store them, never for what. `target`: its
/// name in the warehouse; empty: by `name`. `numberText`: a text that spells a decimal number; as a key it is
/// compared by value, whatever zeros it ends in (T051).
struct LoadColumn
{
    QString name;
    ColumnType type;
    QString comment;
    bool diverse = false;
    QString target = {};
    bool numberText = false;
};

/// A column of a warehouse table that gets another name, values and all (T062).
struct ColumnRename { QString from; QString to; bool operator==(const ColumnRename&) const = default; };

/// A copy of a table that broke off and can go on: its staging table is kept.
struct KeptCopy
{
    WarehouseTable table;
    QString staging;
    QString plan;                          ///< opaque text of who loads
    QDateTime at;                          ///< UTC; begun or gone on last
    qint64 lostValues = 0;                 ///< values of the pieces that had no exact form
    std::vector<PieceRows> pieces;         ///< staged whole, with the rows that the source had there
};

/// Swap only: the load is staged piece by piece, each commit with its progress.
struct PieceLoad
{
    QString plan;                          ///< kept with the pieces, for who goes on
    bool goOn = false;                     ///< take the kept copy over; else it is dropped
    std::vector<int> stale;                ///< pieces of it that must be read again
};

/// How long and how much of copies that broke off is kept; the oldest go first.
inline constexpr int kKeptCopyDays = 7;
inline constexpr qint64 kKeptCopyBytes = qint64{20} << 30;
/// With less room than this on the disk none is kept from one start to the next.
inline constexpr qint64 kKeptCopyFreeBytes = qint64{2} << 30;

/// One generation of a table: the commit that made it what it is.
struct Generation
{
    qint64 runId = 0;
    qint64 fence = 0;
    bool operator==(const Generation&) const = default;
};

struct LoadSpec
{
    LoadMode mode = LoadMode::Swap;
    WarehouseTable target;
    QString tableComment;
    std::vector<LoadColumn> columns;       ///< order and names as the reads deliver them
    QStringList keyColumns;                ///< Upsert; unique in the result, checked on the batch
    std::optional<AppendBoundary> boundary;
    std::vector<ColumnRename> renames;     ///< Upsert, Append; before anything else of the commit
    std::optional<PieceLoad> pieces;
    QStringList drops;                     ///< Upsert, Append: columns to drop; the load has none of them
    ErrorBudget budget;                    ///< rows that may be set aside for their key; none: they fail the load
    bool acceptEmpty = true;               ///< Swap: false holds a collapse to zero rows back
    /// Swap with a key: rows of the old table that the load has not are kept, marked as deleted, in the
    /// columns that both have. Values that a column's new type does not hold exactly are NULL; a row whose key is
    /// such a value goes.
    bool keepsDeleted = false;
    /// Swap with a key: the same for rows that are marked already, and for no others.
    bool keepsMarked = false;
    /// keepsDeleted: whether so many of the old table's `live` rows may be marked, with `loaded` rows at the
    /// source; DeletesHeld when not (T041). Null: any number.
    std::function<bool(qint64 gone, qint64 live, qint64 loaded)> admits;
    /// Upsert, Append: the generation that the plan adds to. Another one, or none, by then is
    /// RevisionConflict: a part of the rows must not become a table of its own (T147).
    std::optional<Generation> basis;
};

/// What commits together with the rows (12-reliability §0.1).
struct CommitRecord
{
    qint64 runId = 0;
    qint64 fence = 0;                      ///< the run's lease; a greater stored one refuses it
    qint64 configVersion = 0;              ///< the schema's revision the run worked with
    CursorState cursor;
    qint64 rowsRead = 0;                   ///< by the readers' own count; must equal the rows that were loaded
    qint64 lostValues = 0;
};

struct CommitOutcome
{
    qint64 rowsInserted = 0;
    qint64 rowsUpdated = 0;
    qint64 rowsSkipped = 0;
    qint64 rowsKept = 0;                   ///< Swap: of the old table, marked as deleted
    qint64 rowsUnkept = 0;                 ///< Swap: deleted rows of the old table whose key does not fit the new one
    qint64 rowsQuarantined = 0;            ///< set aside by this load
    qint64 quarantined = 0;                ///< rows of the table in quarantine afterwards
    qint64 tableRows = 0;                  ///< rows in the table afterwards
};

/// What the warehouse remembers of a table: the truth, of which the state store holds a mirror.
struct StoredState
{
    CommitRecord last;
    qint64 tableRows = 0;
    QDateTime committedAt;                 ///< UTC
    bool tableExists = false;
    std::vector<LoadColumn> columns;       ///< as the table has them now, comments left out
};

/// One load of one table. Destroyed without commit() it leaves nothing behind, but for the committed
/// pieces of a load in pieces. One thread.
class LoadSession
{
public:
    virtual ~LoadSession();
    /// Pulls every row of `read` into staging with up to `read.usefulReaders()` threads. Errors
    /// of the readers come back unchanged.
    virtual Result<qint64> load(TableRead& read, const CancelToken& cancel) = 0;
    /// The same for as much as the read allows at once, with PieceLoad: committed when it returns, so that
    /// who goes on finds the pieces that are whole.
    virtual Result<qint64> loadStep(TableRead& read, const CancelToken& cancel);
    /// Values without an exact form among what an earlier session staged for this load, at most.
    virtual qint64 lostThere() const;
    /// Rows, cursor and counters in one transaction. HeldBackEmpty, DeletesHeld, FenceLost, KeyNotUnique,
    /// KeyHasNulls, QuarantineFull and CountMismatch (read is not stored, set aside and there already,
    /// T221) leave everything as it was. Cancelled only before the transaction's commit.
    virtual Result<CommitOutcome> commit(const CommitRecord& record, const CancelToken& cancel) = 0;
};

/// How the rows of a table are compared with those of a read.
struct CompareSpec
{
    const KeyPart* part = nullptr;         ///< only these buckets, at both sides; null: all rows
    TableRead* pending = nullptr;          ///< the key columns of rows that the next sync brings anyway
};

/// How a part of a table is made equal to the source's rows.
struct AlignSpec
{
    QStringList keyColumns;                ///< empty: rows are compared as wholes
    const KeyPart* part = nullptr;         ///< only these buckets; null: all rows
    bool onlyAdd = false;                  ///< append: missing rows are added, earlier versions stay
    Generation basis;                      ///< the table that was compared; another one is refused
};

/// How rows whose key the source no longer has leave a table, or are marked in it (T041).
struct ReconcileSpec
{
    QStringList keyColumns;
    const KeyPart* part = nullptr;         ///< keys are compared within these buckets only; null: all
    qint64 expectedKeys = -1;              ///< so many rows the source has within the part; another number of keys is CountMismatch
    DeletePolicy policy;
    QDateTime now;                         ///< UTC; what marks say, and what purging counts from
    /// Keys of rows that the next sync brings; asked only where keys are missing. Null: nobody can tell.
    std::function<Result<std::unique_ptr<TableRead>>()> pending;
    /// Whether so many of the rows that live may go.
    std::function<bool(qint64 gone, qint64 live)> admits;
    Generation basis;                      ///< the table that was compared; another one is refused
};
struct ReconcileOutcome
{
    bool held = false;                     ///< not admitted: nothing was changed
    qint64 live = 0;                       ///< rows without a mark, before
    qint64 gone = 0;
    qint64 purged = 0;
    qint64 missing = 0;
    qint64 pending = 0;
    bool pendingKnown = false;
    qint64 nullKeys = 0;                   ///< rows that live and have no whole key
    qint64 tableRows = 0;                  ///< afterwards, marked ones too
    QStringList goneKeys;                  ///< up to 100 examples
    QStringList missingKeys;
};

/// One consistent view of a table as it is now, to be compared with its source. Rows that are marked
/// as deleted do not count. One thread.
class TableView
{
public:
    virtual ~TableView();
    virtual Result<KeyExtent> extent(const QStringList& key, const CancelToken& cancel) = 0;
    /// nullopt: the table holds a column in another (wider) type than the source has.
    virtual Result<std::optional<Digest>> digest(const DigestSpec& spec, const CancelToken& cancel) = 0;
    /// Once. Cells are equal when their bits mean the same.
    virtual Result<VerifyReport> compare(TableRead& read, const CompareSpec& spec, const CancelToken& cancel) = 0;
};

/// What lies in the warehouse file and beside it, for a check of the installation.
struct WarehouseInventory
{
    struct Counted { WarehouseTable table; qint64 rows = -1; };
    std::vector<Counted> tables;           ///< of every schema; rows counted, -1 where that failed
    std::vector<WarehouseTable> leftovers; ///< staging that no load works on and no kept copy needs
    QStringList spilled;                   ///< files of the spill folder that the engine does not use
    qint64 spilledBytes = 0;
    qint64 memoryBytes = -1;               ///< what the engine holds now; -1: unknown
    qint64 memoryLimitBytes = -1;          ///< what it may hold
};

/// Where data go. Thread-safe; calls block.
class Warehouse
{
public:
    virtual ~Warehouse();
    virtual Result<std::unique_ptr<LoadSession>> begin(const LoadSpec& spec) = 0;
    virtual Result<std::optional<StoredState>> state(const WarehouseTable& table) = 0;
    /// All stored states by table, in one go (start-up mirror).
    virtual Result<std::vector<std::pair<WarehouseTable, StoredState>>> states() = 0;
    /// Moves the cursor on although no row changed (a new horizon). Same checks as a load.
    virtual Result<void> touch(const WarehouseTable& table, const CommitRecord& record) = 0;
    /// A view of the table's columns that a source has. Without a key, rows are compared as wholes.
    /// WarehouseMissing without the table; ColumnMissing, ShapeChanged when the columns differ.
    virtual Result<std::unique_ptr<TableView>> view(const WarehouseTable& table, const std::vector<ReadColumn>& columns,
                                                    const QStringList& keyColumns) = 0;
    /// Compares `read` (every row of the source, columns as in the table) with the table.
    virtual Result<VerifyReport> compare(const WarehouseTable& table, const QStringList& keyColumns,
                                         TableRead& read, const CancelToken& cancel) = 0;
    /// Replaces the rows of a part by those of `read` (every row of the part at the source), with
    /// the record, in one transaction. Same checks as a load; the table's columns do not change.
    virtual Result<CommitOutcome> align(const WarehouseTable& table, const AlignSpec& spec, TableRead& read,
                                        const CommitRecord& record, const CancelToken& cancel) = 0;
    /// Marks or deletes the rows of a part whose key is not among `keys` (the key columns of every row
    /// of the part at the source), and purges what was marked long enough, with the record, in one
    /// transaction. `keys` null: nothing but the purge. Same checks as a load. A warehouse that
    /// cannot answers Internal.
    virtual Result<ReconcileOutcome> reconcile(const WarehouseTable& table, const ReconcileSpec& spec, TableRead* keys,
                                               const CommitRecord& record, const CancelToken& cancel);
    /// One read-only statement. maxRows < 0: no limit.
    virtual Result<QueryResult> query(const QString& sql, qint64 maxRows, const CancelToken& cancel) = 0;
    virtual Result<void> drop(const WarehouseTable& table) = 0;
    /// Rows whose column is at or above a cursor text. ColumnMissing, InvalidOption (arg value)
    /// when the text is none of the column's type; -1 when there is no table.
    virtual Result<qint64> countFrom(const WarehouseTable& table, const QString& column, const QString& value) = 0;
    /// Bytes of the table in the file; -1 when there is no table or nobody can tell, 0 when it is damaged.
    virtual Result<qint64> tableBytes(const WarehouseTable& table) = 0;

    // A warehouse without the next three families keeps nothing: loads start over, bad rows stop them.
    /// Copies that broke off and can go on, the oldest first.
    virtual Result<std::vector<KeptCopy>> keptCopies();
    virtual Result<std::optional<KeptCopy>> keptCopy(const WarehouseTable& table);

    /// Counts every table, so it can take a while.
    virtual Result<WarehouseInventory> inventory(const CancelToken& cancel);
    /// Drops these tables of an inventory's leftovers, none that something else needs by now; how many.
    virtual Result<int> dropLeftovers(const std::vector<WarehouseTable>& leftovers);
    /// Gives kept copies up, with their staging tables. Busy while a load works on one; how many.
    virtual Result<int> forgetCopies(const std::vector<WarehouseTable>& tables);
    /// Removes an inventory's spilled files; how many.
    virtual Result<int> removeSpilled(const QStringList& files);

    // Quarantine: rows that could not be stored.
    virtual Result<QuarantinePage> quarantine(const WarehouseTable& table, qint64 limit);
    /// How many rows of each table are kept; tables without are left out.
    virtual Result<std::vector<std::pair<WarehouseTable, qint64>>> quarantineCounts();
    /// Stores rows (no ids: all) that can be stored by now; one of a key that the table has stays
    /// where it is. WarehouseMissing without a table, KeyRequired without a key.
    virtual Result<QuarantineReport> replayQuarantine(const WarehouseTable& table, const std::vector<qint64>& ids);
    virtual Result<QuarantineReport> dropQuarantine(const WarehouseTable& table, const std::vector<qint64>& ids);

    // The trash. Rows, state and note move together, in one transaction.
    /// Moves a table's rows and state there. WarehouseMissing when there are none. Returns the id.
    virtual Result<qint64> trash(const WarehouseTable& table, const TrashNote& note) = 0;
    virtual Result<std::vector<TrashRecord>> trashed() = 0;
    /// Brings an old generation back to its place; what is there now goes to the trash with
    /// `note`. NotFound.
    virtual Result<StoredState> restore(qint64 id, const TrashNote& note) = 0;
    /// Drops an old generation for good. NotFound.
    virtual Result<void> purge(qint64 id) = 0;
    /// Removes a source's schema where nothing is left in it; a schema with anything in it stays as it is.
    virtual Result<void> dropSchema(const QString& schema) = 0;
    /// Removes what a killed process left, but for copies that can go on and fit the limits above.
    /// Called once, before the first load.
    virtual Result<int> recover() = 0;
    virtual qint64 sizeBytes() const = 0;
    virtual QString path() const = 0;
    virtual QString version() const = 0;
};

} // namespace leat
