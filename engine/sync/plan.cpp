// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/plan.h"

#include "engine/connectors/widening.h"
#include "engine/sync/storedposition.h"
#include "engine/warehouse/columnnames.h"

#include <QSet>

#include <algorithm>

namespace leat {

namespace {

// From here on ids have been given out more than once: a row of long ago, frozen, may carry one of the window's.
constexpr quint64 kXidsTwice = quint64{1} << 32;
// A window's begin is kept no longer than this many ids, half of what can be told.
constexpr quint64 kOldestKept = kXidHalf / 2;

bool wantsCursor(const SchemaConfig& config)
{
    return config.syncType != SyncType::FullRefresh && !config.incrementalField.isEmpty();
}

// What was read so far and may no longer be: going on without it would make NULLs of its values, row by row (T076).
Result<void> checkHidden(const PlanInput& in)
{
    if (!in.stored || !in.stored->tableExists || in.fromScratch)
        return {};
    for (const ColumnMark& mark : in.stored->last.cursor.columns)
        if (in.shape.hiddenColumns.contains(mark.name) && (in.config.columns.isEmpty() || in.config.columns.contains(mark.name)))
            return planError(ErrorCode::PermissionDenied, in.shape, {{QStringLiteral("column"), mark.name}});
    return {};
}

// Of a table that has been loaded, columns that came since can be left out. A column that the configuration
// names and that went stops the sync, unless everything is followed; its key and cursor always do.
Result<std::vector<const ColumnShape*>> chosenColumns(const PlanInput& in, const ShapeDrift& drift)
{
    const SchemaConfig& config = in.config;
    QStringList vital;
    if (config.syncType == SyncType::Incremental)
        vital += config.primaryKeyColumns;
    if (wantsCursor(config))
        vital += config.incrementalField;
    for (const QString& name : vital + config.columns) {
        const ColumnDrift* change = drift.of(name);
        const bool mayGo = in.policy == DriftPolicy::Full && !vital.contains(name) && change && change->kind == DriftKind::Dropped;
        if (!in.shape.column(name) && !mayGo)
            return planError(in.shape.hiddenColumns.contains(name) ? ErrorCode::PermissionDenied : ErrorCode::ColumnMissing, in.shape, {{QStringLiteral("column"), name}});
    }
    if (Result<void> seen = checkHidden(in); !seen)
        return seen.error();
    const bool leavesOut = in.policy == DriftPolicy::Ignore && !in.fromScratch && config.columns.isEmpty();
    std::vector<const ColumnShape*> columns;
    for (const ColumnShape& column : in.shape.columns) {
        const ColumnDrift* change = drift.of(column.name);
        const bool isNew = change && change->kind == DriftKind::Added;
        if (vital.contains(column.name) || config.columns.contains(column.name)
            || (config.columns.isEmpty() && !(leavesOut && isNew)))
            columns.push_back(&column);
    }
    if (columns.empty())
        return planError(ErrorCode::NothingSelected, in.shape);
    return columns;
}

Result<void> checkConfig(const PlanInput& in)
{
    const SchemaConfig& config = in.config;
    if (config.syncType == SyncType::FullRefresh)
        return {};
    if (config.syncType == SyncType::Incremental && config.primaryKeyColumns.isEmpty())
        return planError(ErrorCode::KeyRequired, in.shape);
    if (config.lateCommits == LateCommits::Xmin && !in.facts.windowPossible)
        return planError(ErrorCode::CursorUnsuitable, in.shape,
            {{QStringLiteral("column"), QStringLiteral("xmin")},
                {QStringLiteral("reason"), QStringLiteral("late_commits=xmin needs an ordinary PostgreSQL table")},
                {QStringLiteral("allowed"), QStringLiteral("late_commits=auto, late_commits=cursor")}});
    if (config.incrementalField.isEmpty() && config.lateCommits != LateCommits::Xmin)
        return planError(ErrorCode::CursorRequired, in.shape);
    return {};
}

CursorState nextState(const PlanInput& in)
{
    CursorState next;
    next.syncType = in.config.syncType;
    next.tableId = in.shape.identity;
    for (const TablePart& part : in.facts.parts)
        next.parts.append(part.id);
    next.serverId = in.facts.serverId;
    next.history = in.facts.history.isEmpty() && in.stored && in.stored->last.cursor.serverId == in.facts.serverId
        ? in.stored->last.cursor.history : in.facts.history;
    next.spellings = in.facts.spellings;
    next.seen = in.facts.nextXid;
    next.horizon = in.facts.horizon;
    next.quiet = in.facts.quiet;
    if (in.config.syncType == SyncType::Incremental) {
        next.keyColumns = in.config.primaryKeyColumns;
        next.uniqueKey = isUniqueKey(in.shape, in.config.primaryKeyColumns);
    }
    if (const ColumnShape* cursor = in.shape.column(in.config.incrementalField); cursor && wantsCursor(in.config)) {
        next.column = cursor->name;
        next.sourceType = cursor->sourceType;
        if (in.upper)
            next.value = !in.upperInFuture ? in.upper : in.upperByNow ? in.upperByNow : std::optional(in.facts.sourceNow);
        else if (in.stored && in.stored->last.cursor.column == cursor->name)
            next.value = in.stored->last.cursor.value;
    }
    return next;
}

// A window may begin at this snapshot's horizon only when nothing above it was read (append: it would come twice)
// and nothing below it was left out (a delta by the cursor alone).
void keepHorizonIf(const PlanInput& in, SyncPlan& plan, bool complete)
{
    const bool nothingAbove = in.facts.horizon == in.facts.nextXid;
    const bool good = plan.next.syncType == SyncType::Append ? plan.read.windowClosed || nothingAbove : complete;
    if (!good || !in.facts.windowPossible)
        plan.next.horizon.reset();
}

// Everything, swapped in. An append table must not yet take rows of transactions that the next
// window will read again.
void planFullCopy(const PlanInput& in, SyncPlan& plan, CopyReason reason)
{
    plan.load = LoadMode::Swap;
    plan.mode = QStringLiteral("full");
    plan.reason = reason;
    plan.read.windowClosed = in.config.syncType == SyncType::Append && in.facts.windowPossible
        && in.config.lateCommits != LateCommits::Cursor;
    plan.acceptEmpty = in.acceptEmpty || !in.stored || in.stored->tableRows <= 0;
    keepHorizonIf(in, plan, true);
}

bool scansWindow(const PlanInput& in)
{
    if (in.config.lateCommits == LateCommits::Xmin || in.config.syncType == SyncType::Append)
        return true;
    const CursorState& stored = in.stored->last.cursor;
    if (stored.narrowed >= kMostNarrowed || *in.facts.nextXid - *stored.horizon >= kOldestKept)
        return true;
    return !in.cursorIndexed || !in.stored->last.cursor.quiet || in.upperVsStored < 0
        || (in.shape.sizeBytes >= 0 && in.shape.sizeBytes <= kSmallTableBytes);
}

void boundByCursor(const PlanInput& in, SyncPlan& plan)
{
    const CursorState& stored = in.stored->last.cursor;
    const ColumnShape* cursor = in.shape.column(in.config.incrementalField);
    plan.read.cursorColumn = cursor->name;
    plan.read.cursorFrom = stored.value;
    plan.read.cursorTo = in.upper;
    plan.read.lookbackSeconds = in.config.lookbackSeconds;
    plan.read.includeNullCursor = cursor->nullable;
    plan.mode = QStringLiteral("cursor");
}

void planWindow(const PlanInput& in, SyncPlan& plan)
{
    plan.read.windowFrom = in.stored->last.cursor.horizon;
    plan.read.windowClosed = in.config.syncType == SyncType::Append;
    plan.mode = QStringLiteral("window");
    if (plan.load == LoadMode::Append && *in.facts.nextXid >= kXidsTwice)
        plan.boundary = AppendBoundary{{}, {}, false};
    if (scansWindow(in))
        return;
    boundByCursor(in, plan);
    // Whoever sets the cursor by a clock or numbers of its own can still commit below it: the window goes on from
    // where the last whole one ended, so that such rows come with the next (T001).
    plan.next.horizon = in.stored->last.cursor.horizon;
    plan.next.narrowed = in.stored->last.cursor.narrowed + 1;
}

// After a rewind rows are read again from the value on, but only those below the stored horizon;
// the horizon stays, so that the next window reads the rest and nothing twice or never.
void planReadAgain(const PlanInput& in, SyncPlan& plan)
{
    const CursorState& stored = in.stored->last.cursor;
    boundByCursor(in, plan);
    plan.read.lookbackSeconds = 0;
    plan.read.includeNullCursor = false;
    plan.read.windowBefore = stored.horizon;
    plan.next.horizon = stored.horizon;
    plan.next.narrowed = stored.narrowed;
    plan.next.quiet = false;
    if (plan.load == LoadMode::Append)
        plan.boundary = AppendBoundary{in.config.incrementalField, stored.value.value_or(QString()), false};
}

Result<void> planDelta(const PlanInput& in, SyncPlan& plan)
{
    const bool append = in.config.syncType == SyncType::Append;
    plan.load = append ? LoadMode::Append : LoadMode::Upsert;
    if (in.stored->last.cursor.rewound && in.config.lateCommits != LateCommits::Cursor && windowUsable(in)) {
        planReadAgain(in, plan);
        return {};
    }
    if (in.config.lateCommits != LateCommits::Cursor && windowUsable(in)) {
        planWindow(in, plan);
        return {};
    }
    const bool expired = in.config.lateCommits == LateCommits::Xmin
        || (in.facts.windowPossible && in.config.lateCommits == LateCommits::Auto);
    const bool backwards = in.upperKnown && in.upperVsStored < 0;
    if (append && (backwards || (expired && in.config.lateCommits == LateCommits::Xmin)))
        return planError(ErrorCode::CursorWentBackwards, in.shape,
            {{QStringLiteral("column"), in.config.incrementalField},
                {QStringLiteral("before"), in.stored->last.cursor.value.value_or(QString())},
                {QStringLiteral("after"), in.upper.value_or(QString())}});
    const bool noMark = !in.stored->last.cursor.value;
    if (!append && (backwards || expired || noMark)) {
        planFullCopy(in, plan, backwards ? CopyReason::CursorWentBackwards
                               : expired ? CopyReason::WindowExpired : CopyReason::FirstLoad);
        return {};
    }
    boundByCursor(in, plan);
    plan.guarantee = Guarantee::CursorOnly;
    keepHorizonIf(in, plan, false);
    if (append)
        plan.boundary = AppendBoundary{in.config.incrementalField,
            in.config.lookbackSeconds > 0 ? QString() : in.stored->last.cursor.value.value_or(QString()),
            plan.read.includeNullCursor};
    return {};
}

// Beside a column whose values mean something else, in a table whose rows stay for good.
QString freeVersionedName(const PlanInput& in, const QString& name)
{
    const auto taken = [&in](const QString& candidate) {
        const auto same = [&candidate](const auto& c) { return c.name.compare(candidate, Qt::CaseInsensitive) == 0; };
        return std::any_of(in.stored->columns.begin(), in.stored->columns.end(), same)
            || std::any_of(in.shape.columns.begin(), in.shape.columns.end(), same);
    };
    for (int version = 2;; ++version)
        if (const QString candidate = versionedName(name, version); !taken(candidate))
            return candidate;
}

bool warehouseHas(const PlanInput& in, const QString& name)
{
    return std::any_of(in.stored->columns.begin(), in.stored->columns.end(),
        [&name](const LoadColumn& c) { return c.name.compare(name, Qt::CaseInsensitive) == 0; });
}

const ColumnMark* lastMark(const PlanInput& in, const ColumnShape& column, const ColumnDrift* change)
{
    if (!in.stored)
        return nullptr;
    const QString name = change && change->kind == DriftKind::Renamed ? change->before : column.name;
    for (const ColumnMark& mark : in.stored->last.cursor.columns)
        if (mark.name == name)
            return &mark;
    return nullptr;
}

// Where a column's values go. A new copy starts afresh, unless the warehouse's names are to stay.
ColumnMark markOf(const PlanInput& in, SyncPlan& plan, const ColumnShape& column)
{
    ColumnMark mark{column.name, {}, {}, column.sourceType, column.type, column.attribute};
    const ColumnDrift* change = plan.drift.of(column.name);
    const ColumnMark* last = lastMark(in, column, change);
    const bool renamed = change && change->kind == DriftKind::Renamed;
    const bool meets = plan.load != LoadMode::Swap && in.stored;
    if (last) {
        mark.former = last->former;
        if (renamed)
            mark.former.append(last->name);
    }
    if (in.fromScratch)
        return mark;
    const bool isNew = change && (change->kind == DriftKind::Added || change->kind == DriftKind::Recreated || change->kind == DriftKind::Retyped);
    mark.late = plan.load == LoadMode::Append && meets && (isNew || (last && last->late));
    if (last && in.policy == DriftPolicy::Ignore && last->warehouseName() != column.name)
        mark.target = last->warehouseName();
    else if (renamed && meets && foldName(last->warehouseName()) == foldName(column.name))
        mark.target = last->warehouseName(); // one name to the warehouse
    else if (renamed && meets)
        plan.renames.push_back({last->warehouseName(), column.name});
    else if (last && meets)
        mark.target = last->target;
    if (plan.load != LoadMode::Append || !meets || !change)
        return mark;
    const bool another = change->kind == DriftKind::Recreated
        || (change->kind == DriftKind::Retyped && last && !widensLosslessly(column.type, last->type))
        || (change->kind == DriftKind::Added && warehouseHas(in, column.name));
    if (another)
        mark.target = freeVersionedName(in, column.name);
    return mark;
}

// The warehouse's columns once the plan's renames are done.
QStringList namesAfter(const PlanInput& in, const SyncPlan& plan)
{
    QStringList names;
    for (const LoadColumn& column : in.stored->columns) {
        const auto renamed = std::find_if(plan.renames.begin(), plan.renames.end(),
            [&column](const ColumnRename& r) { return foldName(r.from) == foldName(column.name); });
        names.append(renamed == plan.renames.end() ? column.name : renamed->to);
    }
    return names;
}

void placeColumns(const PlanInput& in, SyncPlan& plan, const std::vector<const ColumnShape*>& chosen)
{
    for (const ColumnShape* column : chosen)
        plan.next.columns.push_back(markOf(in, plan, *column));
    settleTargets(plan.next.columns, plan.load != LoadMode::Swap ? namesAfter(in, plan) : QStringList());
    if (plan.load == LoadMode::Swap || in.policy != DriftPolicy::Full)
        return;
    for (const ColumnMark& mark : in.stored->last.cursor.columns)
        if (const ColumnDrift* change = plan.drift.of(mark.name);
            change && change->kind == DriftKind::Dropped && warehouseHas(in, mark.warehouseName()))
            plan.drops.append(mark.warehouseName());
}

CopyReason reasonForCopy(const PlanInput& in)
{
    if (in.fromScratch)
        return CopyReason::Asked;
    if (in.config.syncType == SyncType::FullRefresh)
        return CopyReason::Method;
    if (!in.stored || !in.stored->tableExists || in.stored->last.cursor.syncType == SyncType::FullRefresh)
        return CopyReason::FirstLoad;
    return CopyReason::None;
}

} // namespace

Guarantee guaranteeOf(const SchemaConfig& config, const TableShape& shape, bool windowPossible, bool cursorIndexed)
{
    if (config.syncType == SyncType::FullRefresh)
        return Guarantee::CompleteCopy;
    if (!windowPossible || config.lateCommits == LateCommits::Cursor)
        return Guarantee::CursorOnly;
    const bool small = shape.sizeBytes >= 0 && shape.sizeBytes <= kSmallTableBytes;
    if (config.lateCommits == LateCommits::Xmin || config.syncType == SyncType::Append || small || !cursorIndexed)
        return Guarantee::ExactWindow;
    return Guarantee::CursorChecked;
}

PlanNeeds planNeeds(const SchemaConfig& config, const TableShape& shape, const std::optional<StoredState>& stored,
                    bool cursorIndexed, bool fromScratch)
{
    PlanNeeds needs;
    const bool rewound = stored && stored->last.cursor.rewound;
    if (!wantsCursor(config) || !shape.column(config.incrementalField))
        return needs;
    const bool fresh = fromScratch || !stored || !stored->tableExists || !stored->last.cursor.value
        || stored->last.cursor.column != config.incrementalField;
    // Without an index the greatest value costs a scan of its own: only where nothing else bounds the read.
    const bool exact = config.lateCommits == LateCommits::Xmin
        || (config.lateCommits == LateCommits::Auto && stored && stored->last.cursor.horizon);
    needs.upper = fresh || cursorIndexed || !exact || rewound;
    needs.compare = needs.upper && !fresh;
    return needs;
}

namespace {

// How rows are read and meet the warehouse.
Result<void> planRead(const PlanInput& in, SyncPlan& plan)
{
    if (Result<void> ok = checkReplica(in); !ok)
        return ok;
    if (const CopyReason reason = reasonForCopy(in); reason != CopyReason::None) {
        planFullCopy(in, plan, reason);
        return {};
    }
    if (Result<void> ok = checkStored(in, plan.drift); !ok)
        return ok;
    if (CopyReason reason = CopyReason::None; needsCopy(in, plan.drift, reason)) {
        planFullCopy(in, plan, reason);
        return {};
    }
    return planDelta(in, plan);
}

} // namespace

Result<SyncPlan> makePlan(const PlanInput& in)
{
    if (Result<void> ok = checkConfig(in); !ok)
        return ok.error();
    SyncPlan plan;
    if (in.stored && in.stored->tableExists)
        plan.drift = driftOf(*in.stored, in.shape, in.config.columns);
    Result<std::vector<const ColumnShape*>> chosen = chosenColumns(in, plan.drift);
    if (!chosen)
        return chosen.error();
    if (in.policy == DriftPolicy::Ask && !in.acceptChanges && !in.fromScratch && !plan.drift.changes.empty())
        return planError(ErrorCode::ChangesHeld, in.shape, {{QStringLiteral("changes"), driftText(plan.drift)}});
    for (const ColumnShape* column : *chosen)
        plan.read.columns.append(column->name);
    plan.read.readers = in.readers;
    plan.guarantee = guaranteeOf(in.config, in.shape, in.facts.windowPossible, in.cursorIndexed);
    plan.next = nextState(in);
    plan.clampedFuture = in.upper && in.upperInFuture;
    if (in.config.syncType == SyncType::Incremental)
        plan.keyColumns = in.config.primaryKeyColumns;
    if (Result<void> ok = planRead(in, plan); !ok)
        return ok.error();
    if (Result<void> ok = checkMarking(in, plan); !ok)
        return ok.error();
    placeColumns(in, plan, *chosen);
    if (plan.boundary)
        for (const ColumnMark& mark : plan.next.columns)
            if (mark.late)
                plan.boundary->late.append(mark.name);
    return plan;
}

} // namespace leat
