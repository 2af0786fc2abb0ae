// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/syncrun.h"

#include "engine/base/failpoint.h"
#include "engine/sync/reconcile.h"

#include <QCoreApplication>
#include <QLocale>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SyncRun", text);
}

QString qualified(const TableName& table)
{
    return table.nameSpace.isEmpty() ? table.name : table.nameSpace + QLatin1Char('.') + table.name;
}

LogLevel levelOf(DriftKind kind)
{
    return kind == DriftKind::Renamed || kind == DriftKind::Widened ? LogLevel::Info : LogLevel::Warning;
}

QString reasonText(CopyReason reason)
{
    switch (reason) {
    case CopyReason::None: return {};
    case CopyReason::FirstLoad: return tr("First load: copying every row.");
    case CopyReason::Asked: return tr("Copying every row, as asked; the old table stays until the copy is ready.");
    case CopyReason::Method: return tr("Full refresh: copying every row.");
    case CopyReason::ColumnsAdded: return tr("Columns were added: copying every row, so that old rows have them too.");
    case CopyReason::TypesChanged: return tr("A column has another type or was made anew: copying every row.");
    case CopyReason::WindowExpired:
        return tr("The stored transaction window is no longer usable: copying every row.");
    case CopyReason::AnotherTable: return tr("Another table has the name now: copying every row.");
    case CopyReason::PartAttached: return tr("A table with rows of its own became a part of this one: copying every row.");
    case CopyReason::AnotherHistory: return tr("The server was restored or another one took over: copying every row.");
    case CopyReason::SpelledAnew: return tr("Labels of an enum or members of a composite type changed: copying every row.");
    case CopyReason::CursorWentBackwards:
        return tr("The greatest cursor value at the source is below the stored one: copying every row.");
    }
    return {};
}

QString targetOf(const SyncPlan& plan, const QString& column)
{
    for (const ColumnMark& mark : plan.next.columns)
        if (mark.name == column)
            return mark.target;
    return {};
}

// PostgreSQL's numbers without a bound are texts in the warehouse, with as many zeros as were written (T051).
bool isNumberText(const ColumnShape& column)
{
    return column.type.kind == ColumnType::Kind::Text && column.sourceType.startsWith(QLatin1String("numeric"));
}

LoadSpec loadSpec(const RunOrder& order, const SyncPlan& plan, const std::optional<StoredState>& stored,
                  const TableShape& shape, const std::vector<ReadColumn>& columns)
{
    LoadSpec spec;
    spec.mode = plan.load;
    spec.target = order.target;
    spec.tableComment = shape.comment;
    for (const ReadColumn& column : columns) {
        const ColumnShape* source = shape.column(column.name);
        spec.columns.push_back({column.name, column.type, source ? source->comment : QString(),
            shape.diverseColumns.contains(column.name), targetOf(plan, column.name), source && isNumberText(*source)});
    }
    spec.renames = plan.renames;
    spec.drops = plan.drops;
    spec.keyColumns = plan.keyColumns;
    spec.boundary = plan.boundary;
    spec.acceptEmpty = plan.acceptEmpty;
    const bool tracks = plan.load == LoadMode::Swap && reconciles(order.config);
    spec.keepsDeleted = tracks && order.config.deletes.marks();
    spec.keepsMarked = tracks && order.config.deletes.mode != DeleteMode::Hard;
    // Who says that the source may be empty has said that every row may go.
    spec.admits = [limit = order.config.deleteLimit, empty = order.acceptEmpty, confirmed = order.confirmedDeletes](qint64 gone, qint64 live, qint64 loaded) {
        return (loaded == 0 && empty) || admitsDeletes(limit, gone, live, loaded, confirmed);
    };
    spec.budget = order.config.errorBudget;
    if (plan.load != LoadMode::Swap && stored)
        spec.basis = Generation{stored->last.runId, stored->last.fence};
    return spec;
}

// The plan's columns were there when it was made: one that is missing now went meanwhile, and the next
// attempt plans without it (trap T060).
Error readError(Error error)
{
    if (error.code == ErrorCode::ColumnMissing)
        error.retry = RetryClass::Transient;
    return error;
}

// Takes the counters away from the monitor before the read that owns them dies.
struct CountersInUse
{
    CountersInUse(RunMonitor& monitor, const TableRead& read, qint64 expected) : m_monitor(monitor)
    {
        m_monitor.setCounters(&read.counters(), expected);
    }
    ~CountersInUse() { m_monitor.clearCounters(); }
    CountersInUse(const CountersInUse&) = delete;
    CountersInUse& operator=(const CountersInUse&) = delete;
    RunMonitor& m_monitor;
};

} // namespace

SyncRun::SyncRun(Source& source, Warehouse& warehouse, RunMonitor& monitor, RunOrder order)
    : m_source(source), m_warehouse(warehouse), m_monitor(monitor), m_order(std::move(order))
{
}

RunReport SyncRun::execute(const CancelToken& cancel)
{
    if (Result<void> ok = run(cancel); !ok)
        m_report.error = named(ok.error());
    if (m_report.error && cancel.isCancelled() && m_report.error->code != ErrorCode::FenceLost)
        m_report.error = named(makeError(ErrorCode::Cancelled));
    m_monitor.setPhase(RunPhase::Done);
    return m_report;
}

// The sentences of errors name the table; whoever made the error may not have known it.
Error SyncRun::named(Error error) const
{
    if (!error.args.contains(QStringLiteral("table")))
        error.args.insert(QStringLiteral("table"), qualified(m_order.table));
    return error;
}

Result<void> SyncRun::run(const CancelToken& cancel)
{
    m_monitor.setPhase(RunPhase::Connecting);
    LEAT_FAILPOINT("sync.start");
    Result<std::unique_ptr<TableSnapshot>> snapshot = m_source.openSnapshot(m_order.table, cancel);
    if (!snapshot)
        return snapshot.error();

    LEAT_FAILPOINT("sync.snapshot-taken");
    m_monitor.setPhase(RunPhase::Planning);
    Result<std::optional<StoredState>> stored = m_warehouse.state(m_order.target);
    if (!stored)
        return stored.error();
    if (*stored)
        m_report.before = (*stored)->last.cursor;
    LEAT_FAILPOINT("sync.state-read");
    SchemaConfig config = m_order.config;
    followRenames(config, *stored, (*snapshot)->shape());
    if (config != m_order.config)
        m_report.followed = config;
    Result<SyncPlan> decided = plan(**snapshot, config, *stored);
    if (!decided)
        return decided.error();
    m_report.mode = decided->mode;
    m_report.guarantee = decided->guarantee;
    note(*decided);
    return transfer(**snapshot, *decided, *stored, cancel);
}

Result<SyncPlan> SyncRun::plan(TableSnapshot& snapshot, const SchemaConfig& config, const std::optional<StoredState>& stored)
{
    PlanInput in;
    in.config = config;
    const bool cursorIndexed = config.syncType != SyncType::FullRefresh
        && snapshot.shape().indexedColumns.contains(config.incrementalField);
    in.shape = snapshot.shape();
    in.facts = snapshot.facts();
    in.stored = stored;
    in.cursorIndexed = cursorIndexed;
    in.fromScratch = m_order.fromScratch;
    in.acceptEmpty = m_order.acceptEmpty;
    in.policy = m_order.policy;
    in.acceptChanges = m_order.acceptChanges;
    in.readers = m_order.readers;
    const PlanNeeds needs = planNeeds(in.config, in.shape, stored, cursorIndexed, in.fromScratch);
    const QString& column = in.config.incrementalField;
    if (needs.upper) {
        Result<std::optional<QString>> upper = snapshot.maxCursor(column);
        if (!upper)
            return upper.error();
        in.upper = *upper;
        in.upperKnown = true;
    }
    if (in.upper) {
        Result<bool> future = snapshot.isInFuture(column, *in.upper);
        if (!future)
            return future.error();
        in.upperInFuture = *future;
    }
    if (in.upperInFuture) {
        Result<std::optional<QString>> byNow = snapshot.maxCursorByNow(column);
        if (!byNow)
            return byNow.error();
        in.upperByNow = *byNow;
    }
    if (needs.compare && in.upper) {
        Result<int> order = snapshot.compareCursor(column, *in.upper, *stored->last.cursor.value);
        if (!order)
            return order.error();
        in.upperVsStored = *order;
    }
    return makePlan(in);
}

void SyncRun::note(const SyncPlan& plan)
{
    for (const ColumnDrift& change : plan.drift.changes)
        m_monitor.log(levelOf(change.kind), tr("At the source %1.").arg(driftText(change)));
    if (plan.reason != CopyReason::None) {
        const bool surprising = plan.reason >= CopyReason::ColumnsAdded;
        m_monitor.log(surprising ? LogLevel::Warning : LogLevel::Info, reasonText(plan.reason));
    } else if (plan.mode == QLatin1String("window")) {
        m_monitor.log(LogLevel::Info, tr("Reading rows changed by transactions since the last sync (exact window)."));
    } else {
        m_monitor.log(LogLevel::Info,
            tr("Reading rows with %1 from %2.").arg(plan.read.cursorColumn, plan.read.cursorFrom.value_or(tr("the start"))));
    }
    if (plan.clampedFuture)
        m_monitor.log(LogLevel::Warning,
            tr("Column %1 has values in the future; the watermark stays at the greatest one before.").arg(plan.next.column));
}

bool SyncRun::nothingToStore(const SyncPlan& plan, const std::optional<StoredState>& stored) const
{
    // An older position is still a valid one when no row came: it only makes the next window
    // longer. A window that grows for ever would, so it moves on once it spans many transactions.
    constexpr quint64 kWindowSlack = 1'000'000;
    if (plan.load == LoadMode::Swap || m_report.rowsRead > 0 || !stored)
        return false;
    const std::optional<quint64>& before = stored->last.cursor.horizon;
    const std::optional<quint64>& now = plan.next.horizon;
    const bool near = !before || !now || *now - *before < kWindowSlack;
    const CursorState& last = stored->last.cursor;
    if (last.columns != plan.next.columns || last.parts != plan.next.parts || last.tableId != plan.next.tableId || !plan.drops.isEmpty())
        return false;
    return near && stored->last.cursor.quiet && stored->last.cursor.value == plan.next.value;
}

Result<std::optional<PiecedCopy>> SyncRun::pieces(TableSnapshot& snapshot, const SyncPlan& plan, const CancelToken& cancel)
{
    if (plan.load != LoadMode::Swap)
        return std::optional<PiecedCopy>();
    const Result<std::optional<KeptCopy>> kept = m_warehouse.keptCopy(m_order.target);
    if (!kept)
        return kept.error();
    return planPieces(snapshot, plan, *kept, m_order.resume.fromBytes, cancel);
}

// Staging that does not hold what its notes say is of no use; the copy begins anew.
Result<std::unique_ptr<LoadSession>> SyncRun::begin(LoadSpec spec, std::optional<PiecedCopy>& copy)
{
    if (copy)
        spec.pieces = copy->load;
    Result<std::unique_ptr<LoadSession>> session = m_warehouse.begin(spec);
    if (!copy || !copy->load.goOn)
        return session;
    if (session) {
        m_monitor.log(LogLevel::Info, tr("Going on with a copy that broke off: %1 of %2 parts are there and unchanged.")
            .arg(copy->there()).arg(copy->pieces.size()));
        return session;
    }
    // Internal: it is not what was noted; the other: it is not there, or cannot be read.
    if (session.error().code != ErrorCode::Internal && session.error().code != ErrorCode::WarehouseQueryFailed)
        return session;
    m_monitor.log(LogLevel::Warning, tr("What was kept of a copy that broke off cannot be used; it starts anew."));
    copy->load.goOn = false;
    copy->load.stale.clear();
    copy->pending.clear();
    for (int i = 0; i < int(copy->pieces.size()); ++i)
        copy->pending.push_back(i);
    spec.pieces = copy->load;
    return m_warehouse.begin(spec);
}

Result<void> SyncRun::load(LoadSession& session, TableRead& read, const std::optional<PiecedCopy>& copy, qint64 expected,
                           const CancelToken& cancel)
{
    m_monitor.setPhase(RunPhase::Reading);
    const CountersInUse counters(m_monitor, read, expected);
    Result<qint64> rows = copy ? Result<qint64>(0) : session.load(read, cancel);
    if (copy) {
        read.offer(copy->pending);
        read.allow(copy->rowsOfAStep(read.usefulReaders(), m_order.resume.rowGroup));
        while (rows && !read.isExhausted())
            rows = session.loadStep(read, cancel);
    }
    const ReadCounters& totals = read.counters();
    m_report.bytesRead = totals.bytes.load();
    m_report.lostValues = totals.lostValues.load();
    m_lostKeys = totals.lostKeys.load();
    // The readers' own count, which the warehouse holds against what it got.
    m_report.rowsRead = totals.rows.load();
    return rows ? Result<void>() : Result<void>(readError(rows.error()));
}

Result<void> SyncRun::transfer(TableSnapshot& snapshot, const SyncPlan& plan, const std::optional<StoredState>& stored,
                               const CancelToken& cancel)
{
    LEAT_FAILPOINT("sync.planned");
    Result<std::optional<PiecedCopy>> copy = pieces(snapshot, plan, cancel);
    if (!copy)
        return copy.error();
    ReadSpec wanted = plan.read;
    if (*copy) {
        wanted.pieces = (*copy)->pieces;
        wanted.piecesThere = (*copy)->there();
    }
    Result<std::unique_ptr<TableRead>> read = snapshot.read(wanted);
    if (!read)
        return read.error();
    if (Result<void> guarded = (*read)->guardKey(plan.keyColumns, cancel); !guarded)
        return guarded;
    LEAT_FAILPOINT("sync.read-opened");
    Result<std::unique_ptr<LoadSession>> session = begin(loadSpec(m_order, plan, stored, snapshot.shape(), (*read)->columns()), *copy);
    if (!session)
        return session.error();
    LEAT_FAILPOINT("sync.load-begun");
    if (Result<void> loaded = load(**session, **read, *copy, plan.load == LoadMode::Swap ? snapshot.shape().estimatedRows : -1, cancel); !loaded)
        return loaded;
    LEAT_FAILPOINT("sync.loaded");
    if (Result<void> same = confirmShape(snapshot, cancel); !same)
        return same;
    if (nothingToStore(plan, stored)) {
        m_report.after = stored->last.cursor;
        m_report.tableRows = stored->tableRows;
        m_monitor.log(LogLevel::Info, tr("Nothing changed."));
        return {};
    }
    return commit(**session, plan, stored, cancel);
}

// What was planned with must be what was read from: a change that slipped between the snapshot and
// the table's lock shows only now. The next attempt plans anew (trap T060).
Result<void> SyncRun::confirmShape(TableSnapshot& snapshot, const CancelToken& cancel)
{
    const Result<bool> same = snapshot.confirmShape(cancel);
    if (!same)
        return same.error();
    if (*same)
        return {};
    Error error = makeError(ErrorCode::ShapeChanged, QStringLiteral("the table's columns changed while it was read"));
    error.owner = Owner::Source;
    error.phase = Phase::Read;
    error.retry = RetryClass::Transient;
    return error;
}

Result<void> SyncRun::commit(LoadSession& load, const SyncPlan& plan, const std::optional<StoredState>& stored,
                             const CancelToken& cancel)
{
    m_monitor.setPhase(plan.load == LoadMode::Swap ? RunPhase::Committing : RunPhase::Merging);
    CommitRecord record;
    record.runId = m_order.runId.value;
    record.fence = m_order.fence;
    record.configVersion = m_order.configVersion;
    record.cursor = plan.next;
    record.rowsRead = m_report.rowsRead;
    // A full copy counts afresh; what is added later adds to what was lost before.
    record.lostValues = m_report.lostValues + load.lostThere()
        + (plan.load != LoadMode::Swap && stored ? stored->last.lostValues : 0);
    Result<CommitOutcome> outcome = load.commit(record, cancel);
    if (!outcome && outcome.error().code == ErrorCode::DeletesHeld)
        noteHeld(outcome.error());
    if (!outcome)
        return keyError(outcome.error());
    LEAT_KILLPOINT("sync.committed");
    m_report.rowsInserted = outcome->rowsInserted;
    m_report.rowsUpdated = outcome->rowsUpdated;
    m_report.rowsSkipped = outcome->rowsSkipped;
    m_report.rowsQuarantined = outcome->rowsQuarantined;
    m_report.quarantined = outcome->quarantined;
    m_report.tableRows = outcome->tableRows;
    m_report.after = plan.next;
    m_monitor.log(LogLevel::Info,
        tr("Stored: %1 new, %2 updated, %3 already there; the table has %4 rows.")
            .arg(QLocale().toString(outcome->rowsInserted), QLocale().toString(outcome->rowsUpdated),
                QLocale().toString(outcome->rowsSkipped), QLocale().toString(outcome->tableRows)));
    if (outcome->rowsKept > 0)
        m_monitor.log(LogLevel::Info, tr("%1 rows that the copy has not are kept, marked as deleted.").arg(QLocale().toString(outcome->rowsKept)));
    if (outcome->rowsUnkept > 0)
        m_monitor.log(LogLevel::Warning, tr("%1 deleted rows could not be kept: the new type of the key does not hold their keys.")
            .arg(QLocale().toString(outcome->rowsUnkept)));
    if (m_report.rowsQuarantined > 0)
        m_monitor.log(LogLevel::Warning, tr("%1 rows could not be stored and are in quarantine; their key is NULL or repeated.")
            .arg(QLocale().toString(m_report.rowsQuarantined)));
    if (m_report.lostValues > 0)
        m_monitor.log(LogLevel::Warning,
            tr("%1 values had no exact form in the warehouse and are NULL there.").arg(QLocale().toString(m_report.lostValues)));
    return {};
}

// The warehouse sees NULL where a reader had a key without an exact form.
Error SyncRun::keyError(Error error) const
{
    if (error.code == ErrorCode::KeyHasNulls && m_lostKeys > 0)
        error.code = ErrorCode::ValueUnrepresentable;
    return error;
}

// The question is a reconcile's, and so is its answer: what is marked by then is not asked about again.
void SyncRun::noteHeld(const Error& error)
{
    ReconcileReport& report = m_report.reconcile.emplace();
    report.at = m_monitor.now();
    report.mode = m_order.config.deletes.mode;
    report.sourceRows = m_report.rowsRead;
    report.warehouseRows = error.args.value(QStringLiteral("rows")).toLongLong();
    report.gone = error.args.value(QStringLiteral("count")).toLongLong();
    report.held = true;
    report.fromCopy = true;
    m_monitor.log(LogLevel::Warning, tr("Nothing was stored: the copy would mark more rows as deleted than may be without being asked (%1).")
        .arg(toString(m_order.config.deleteLimit)));
}

} // namespace leat
