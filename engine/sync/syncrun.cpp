// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/syncrun.h"

#include "engine/base/failpoint.h"

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

QString reasonText(CopyReason reason)
{
    switch (reason) {
    case CopyReason::None: return {};
    case CopyReason::FirstLoad: return tr("First load: copying every row.");
    case CopyReason::Asked: return tr("Copying every row, as asked; the old table stays until the copy is ready.");
    case CopyReason::Method: return tr("Full refresh: copying every row.");
    case CopyReason::ColumnsAdded: return tr("Columns were added: copying every row, so that old rows have them too.");
    case CopyReason::TypesChanged: return tr("A column changed its type: copying every row anew.");
    case CopyReason::WindowExpired:
        return tr("The stored transaction window is no longer usable: copying every row.");
    case CopyReason::CursorWentBackwards:
        return tr("The greatest cursor value at the source is below the stored one: copying every row.");
    }
    return {};
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
            shape.diverseColumns.contains(column.name)});
    }
    spec.keyColumns = plan.keyColumns;
    spec.boundary = plan.boundary;
    spec.acceptEmpty = plan.acceptEmpty;
    if (plan.load != LoadMode::Swap && stored)
        spec.basis = Generation{stored->last.runId, stored->last.fence};
    return spec;
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
    bool indexed = false;
    if (m_order.config.syncType != SyncType::FullRefresh)
        indexed = (*snapshot)->shape().indexedColumns.contains(m_order.config.incrementalField);
    Result<SyncPlan> decided = plan(**snapshot, *stored, indexed);
    if (!decided)
        return decided.error();
    m_report.mode = decided->mode;
    m_report.guarantee = decided->guarantee;
    note(*decided);
    return transfer(**snapshot, *decided, *stored, cancel);
}

Result<SyncPlan> SyncRun::plan(TableSnapshot& snapshot, const std::optional<StoredState>& stored, bool cursorIndexed)
{
    PlanInput in;
    in.config = m_order.config;
    in.shape = snapshot.shape();
    in.facts = snapshot.facts();
    in.stored = stored;
    in.cursorIndexed = cursorIndexed;
    in.fromScratch = m_order.fromScratch;
    in.acceptEmpty = m_order.acceptEmpty;
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
            tr("Column %1 has values in the future; the watermark stays at the source's clock.").arg(plan.next.column));
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
    return near && stored->last.cursor.quiet && stored->last.cursor.value == plan.next.value;
}

Result<void> SyncRun::transfer(TableSnapshot& snapshot, const SyncPlan& plan, const std::optional<StoredState>& stored,
                               const CancelToken& cancel)
{
    LEAT_FAILPOINT("sync.planned");
    Result<std::unique_ptr<TableRead>> read = snapshot.read(plan.read);
    if (!read)
        return read.error();
    LEAT_FAILPOINT("sync.read-opened");
    Result<std::unique_ptr<LoadSession>> load
        = m_warehouse.begin(loadSpec(m_order, plan, stored, snapshot.shape(), (*read)->columns()));
    if (!load)
        return load.error();
    {
        LEAT_FAILPOINT("sync.load-begun");
        m_monitor.setPhase(RunPhase::Reading);
        const CountersInUse counters(m_monitor, **read,
            plan.load == LoadMode::Swap ? snapshot.shape().estimatedRows : -1);
        Result<qint64> rows = (*load)->load(**read, cancel);
        const ReadCounters& totals = (*read)->counters();
        m_report.bytesRead = totals.bytes.load();
        m_report.lostValues = totals.lostValues.load();
        m_report.rowsRead = rows ? *rows : totals.rows.load();
        if (!rows)
            return rows.error();
    }
    LEAT_FAILPOINT("sync.loaded");
    if (nothingToStore(plan, stored)) {
        m_report.after = stored->last.cursor;
        m_report.tableRows = stored->tableRows;
        m_monitor.log(LogLevel::Info, tr("Nothing changed."));
        return {};
    }
    return commit(**load, plan, stored, cancel);
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
    record.lostValues = m_report.lostValues
        + (plan.load != LoadMode::Swap && stored ? stored->last.lostValues : 0);
    Result<CommitOutcome> outcome = load.commit(record, cancel);
    if (!outcome)
        return outcome.error();
    LEAT_KILLPOINT("sync.committed");
    m_report.rowsInserted = outcome->rowsInserted;
    m_report.rowsUpdated = outcome->rowsUpdated;
    m_report.rowsSkipped = outcome->rowsSkipped;
    m_report.tableRows = outcome->tableRows;
    m_report.after = plan.next;
    m_monitor.log(LogLevel::Info,
        tr("Stored: %1 new, %2 updated, %3 already there; the table has %4 rows.")
            .arg(QLocale().toString(outcome->rowsInserted), QLocale().toString(outcome->rowsUpdated),
                QLocale().toString(outcome->rowsSkipped), QLocale().toString(outcome->tableRows)));
    if (m_report.lostValues > 0)
        m_monitor.log(LogLevel::Warning,
            tr("%1 values had no exact form in the warehouse and are NULL there.").arg(QLocale().toString(m_report.lostValues)));
    return {};
}

} // namespace leat
