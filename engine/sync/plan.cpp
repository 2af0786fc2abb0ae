// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/plan.h"

namespace leat {

namespace {

// Row xids are 32 bits wide at the source: beyond half their range, old and new cannot be told
// apart (trap T005).
constexpr quint64 kXidHalf = quint64{1} << 31;

QString tableText(const TableShape& shape)
{
    return shape.table.nameSpace.isEmpty() ? shape.table.name
                                           : shape.table.nameSpace + QLatin1Char('.') + shape.table.name;
}

Error planError(ErrorCode code, const TableShape& shape, QMap<QString, QString> args = {})
{
    args.insert(QStringLiteral("table"), tableText(shape));
    Error error = makeError(code, {}, std::move(args));
    error.owner = Owner::Source;
    error.phase = Phase::Plan;
    return error;
}

QString typeText(const ColumnShape& column)
{
    return QStringLiteral("%1 %2(%3,%4)")
        .arg(column.name).arg(int(column.type.kind)).arg(column.type.precision).arg(column.type.scale);
}

bool wantsCursor(const SchemaConfig& config)
{
    return config.syncType != SyncType::FullRefresh && !config.incrementalField.isEmpty();
}

// The chosen columns in the source's order; key and cursor always travel with them.
Result<std::vector<const ColumnShape*>> chosenColumns(const SchemaConfig& config, const TableShape& shape)
{
    QStringList needed = config.columns;
    if (!needed.isEmpty() && config.syncType == SyncType::Incremental)
        needed += config.primaryKeyColumns;
    if (!needed.isEmpty() && wantsCursor(config))
        needed += config.incrementalField;
    QStringList asked = needed;
    if (config.syncType == SyncType::Incremental)
        asked += config.primaryKeyColumns;
    if (wantsCursor(config))
        asked += config.incrementalField;
    for (const QString& name : asked)
        if (!shape.column(name))
            return planError(ErrorCode::ColumnMissing, shape, {{QStringLiteral("column"), name}});
    std::vector<const ColumnShape*> columns;
    for (const ColumnShape& column : shape.columns)
        if (needed.isEmpty() || needed.contains(column.name))
            columns.push_back(&column);
    if (columns.empty())
        return planError(ErrorCode::NothingSelected, shape);
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

Error configChanged(const PlanInput& in, const QString& before, const QString& after)
{
    return planError(ErrorCode::CursorConfigChanged, in.shape,
        {{QStringLiteral("before"), before}, {QStringLiteral("after"), after}});
}

// A stored position is only good for the settings, the column and the server it was taken with
// (traps T027, T028, T045, T159).
Result<void> checkStored(const PlanInput& in)
{
    const CursorState& stored = in.stored->last.cursor;
    const SchemaConfig& config = in.config;
    if (stored.syncType == SyncType::FullRefresh)
        return {};
    if (stored.syncType != config.syncType)
        return configChanged(in, toString(stored.syncType), toString(config.syncType));
    if (stored.column != config.incrementalField)
        return configChanged(in, stored.column, config.incrementalField);
    if (config.syncType == SyncType::Incremental && stored.keyColumns != config.primaryKeyColumns)
        return configChanged(in, stored.keyColumns.join(QStringLiteral(", ")),
            config.primaryKeyColumns.join(QStringLiteral(", ")));
    if (stored.serverId != in.facts.serverId)
        return configChanged(in, stored.serverId, in.facts.serverId);
    const ColumnShape* cursor = in.shape.column(config.incrementalField);
    if (cursor && stored.sourceType != cursor->sourceType)
        return planError(ErrorCode::ShapeChanged, in.shape,
            {{QStringLiteral("column"), cursor->name}, {QStringLiteral("before"), stored.sourceType},
                {QStringLiteral("after"), cursor->sourceType}});
    return {};
}

bool windowUsable(const PlanInput& in)
{
    if (!in.facts.windowPossible || !in.facts.horizon || !in.facts.nextXid || !in.stored)
        return false;
    const std::optional<quint64>& from = in.stored->last.cursor.horizon;
    return from && *from <= *in.facts.horizon && *in.facts.nextXid - *from < kXidHalf;
}

// Columns that came or changed since the last commit. Rows written before them do not change
// their transaction id or cursor, so only a complete copy has their values (trap T060).
struct Drift { bool added = false; QString changed; };
Drift driftOf(const PlanInput& in, const QStringList& columns)
{
    QMap<QString, QString> before;
    for (const QString& entry : in.stored->last.cursor.columns)
        before.insert(entry.left(entry.lastIndexOf(QLatin1Char(' '))), entry);
    Drift drift;
    for (const QString& entry : columns) {
        const QString name = entry.left(entry.lastIndexOf(QLatin1Char(' ')));
        if (!before.contains(name))
            drift.added = true;
        else if (before.value(name) != entry && drift.changed.isEmpty())
            drift.changed = name;
    }
    return drift;
}

CursorState nextState(const PlanInput& in, const QStringList& columns)
{
    CursorState next;
    next.syncType = in.config.syncType;
    next.columns = columns;
    next.serverId = in.facts.serverId;
    next.horizon = in.facts.horizon;
    next.quiet = in.facts.quiet;
    if (in.config.syncType == SyncType::Incremental)
        next.keyColumns = in.config.primaryKeyColumns;
    if (const ColumnShape* cursor = in.shape.column(in.config.incrementalField); cursor && wantsCursor(in.config)) {
        next.column = cursor->name;
        next.sourceType = cursor->sourceType;
        if (in.upper)
            next.value = in.upperInFuture ? in.facts.sourceNow : *in.upper;
        else if (in.stored && in.stored->last.cursor.column == cursor->name)
            next.value = in.stored->last.cursor.value;
    }
    return next;
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
}

bool scansWindow(const PlanInput& in)
{
    if (in.config.lateCommits == LateCommits::Xmin)
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
    if (!scansWindow(in))
        boundByCursor(in, plan);
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
    if (append)
        plan.boundary = AppendBoundary{in.config.incrementalField,
            in.config.lookbackSeconds > 0 ? QString() : in.stored->last.cursor.value.value_or(QString()),
            plan.read.includeNullCursor};
    return {};
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
    if (config.lateCommits == LateCommits::Xmin || small || !cursorIndexed)
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

Result<SyncPlan> makePlan(const PlanInput& in)
{
    if (Result<void> ok = checkConfig(in); !ok)
        return ok.error();
    Result<std::vector<const ColumnShape*>> chosen = chosenColumns(in.config, in.shape);
    if (!chosen)
        return chosen.error();
    QStringList fingerprint;
    SyncPlan plan;
    for (const ColumnShape* column : *chosen) {
        plan.read.columns.append(column->name);
        fingerprint.append(typeText(*column));
    }
    plan.read.readers = in.readers;
    plan.guarantee = guaranteeOf(in.config, in.shape, in.facts.windowPossible, in.cursorIndexed);
    plan.next = nextState(in, fingerprint);
    plan.clampedFuture = in.upper && in.upperInFuture;
    if (in.config.syncType == SyncType::Incremental)
        plan.keyColumns = in.config.primaryKeyColumns;

    if (const CopyReason reason = reasonForCopy(in); reason != CopyReason::None) {
        planFullCopy(in, plan, reason);
        return plan;
    }
    if (Result<void> ok = checkStored(in); !ok)
        return ok.error();
    const Drift drift = driftOf(in, fingerprint);
    if (in.config.syncType == SyncType::Incremental && (drift.added || !drift.changed.isEmpty())) {
        planFullCopy(in, plan, drift.added ? CopyReason::ColumnsAdded : CopyReason::TypesChanged);
        return plan;
    }
    if (Result<void> ok = planDelta(in, plan); !ok)
        return ok.error();
    return plan;
}

} // namespace leat
