// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/storedposition.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <limits>
#include <optional>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Drift", text);
}

QString tableText(const TableShape& shape)
{
    return shape.table.nameSpace.isEmpty() ? shape.table.name
                                           : shape.table.nameSpace + QLatin1Char('.') + shape.table.name;
}

Error configChanged(const PlanInput& in, const QString& before, const QString& after)
{
    return planError(ErrorCode::CursorConfigChanged, in.shape,
        {{QStringLiteral("before"), before}, {QStringLiteral("after"), after}});
}

// Made anew, or swapped with another under its name: nothing that was stored says anything about its rows (T061).
bool isAnotherTable(const PlanInput& in)
{
    // A view is made anew for each change of it; that says nothing of the rows that it shows.
    if (in.shape.kind != TableKind::Table && in.shape.kind != TableKind::PartitionedTable)
        return false;
    const QString& before = in.stored->last.cursor.tableId;
    return !before.isEmpty() && !in.shape.identity.isEmpty() && before != in.shape.identity;
}

// A table that had rows before it became a part of this one: neither their transaction ids nor their cursor
// values need be new. One that was made after the last sync has only rows that the window brings. Empty: none.
QString attachedPart(const PlanInput& in)
{
    const CursorState& stored = in.stored->last.cursor;
    if (stored.parts.isEmpty() || !stored.horizon)
        return {};
    const QSet<QString> known(stored.parts.begin(), stored.parts.end());
    for (const TablePart& part : in.facts.parts)
        if (!part.empty && !known.contains(part.id) && qint32(part.madeBy - quint32(*stored.horizon)) < 0)
            return part.id;
    return {};
}

// After a failover or a restore the ids above those that were kept are given out once more, to other rows (T123).
bool tookOver(const PlanInput& in)
{
    const CursorState& stored = in.stored->last.cursor;
    return !stored.history.isEmpty() && !in.facts.history.isEmpty() && stored.history != in.facts.history;
}

// After a crash alone, too, ids come again that no log had noted.
bool isAnotherHistory(const PlanInput& in)
{
    const CursorState& stored = in.stored->last.cursor;
    return tookOver(in) || (!in.facts.standby && stored.seen && in.facts.nextXid && *in.facts.nextXid < *stored.seen);
}

Error staleReplica(const PlanInput& in)
{
    return planError(ErrorCode::StaleRead, in.shape, {{QStringLiteral("reason"), tr("a replica answers that has not caught up with the last sync")}});
}

// Labels and members that are known by now come along; those of before are what old rows are spelled by.
bool isSpelledAnew(const PlanInput& in)
{
    const auto& before = in.stored->last.cursor.spellings;
    for (auto it = before.begin(); it != before.end(); ++it)
        if (const auto now = in.facts.spellings.find(it.key()); now != in.facts.spellings.end() && *now != *it)
            return true;
    return false;
}

// How many characters a text of PostgreSQL may have; none: it is no plain text.
std::optional<int> longestText(const QString& sourceType)
{
    static const QRegularExpression kText(QStringLiteral("^(?:text|character varying(?:\\((\\d+)\\))?)$"));
    const QRegularExpressionMatch match = kText.match(sourceType);
    if (!match.hasMatch())
        return std::nullopt;
    return match.capturedLength(1) > 0 ? match.captured(1).toInt() : std::numeric_limits<int>::max();
}

// Another declaration that is the same to the warehouse may still have made other values of all rows (a scale cut off,
// USING an expression), which neither a cursor nor the new column tells. Only more room for a text surely did not.
bool isDeclaredAnew(const PlanInput& in, const ShapeDrift& drift)
{
    for (const ColumnMark& mark : in.stored->last.cursor.columns) {
        const auto renamed = std::find_if(drift.changes.begin(), drift.changes.end(),
            [&mark](const ColumnDrift& d) { return d.kind == DriftKind::Renamed && d.before == mark.name; });
        const ColumnShape* column = in.shape.column(renamed == drift.changes.end() ? mark.name : renamed->column);
        if (!column || mark.sourceType.isEmpty() || mark.sourceType == column->sourceType || mark.type != column->type
            || !(in.config.columns.isEmpty() || in.config.columns.contains(column->name)))
            continue;
        if (const auto before = longestText(mark.sourceType); !before || longestText(column->sourceType).value_or(0) < *before)
            return true;
    }
    return false;
}

} // namespace

Error planError(ErrorCode code, const TableShape& shape, QMap<QString, QString> args)
{
    args.insert(QStringLiteral("table"), tableText(shape));
    Error error = makeError(code, {}, std::move(args));
    error.owner = Owner::Source;
    error.phase = Phase::Plan;
    return error;
}

// A replica that lacks what was read would set rows back, and the position with them (T159).
Result<void> checkReplica(const PlanInput& in)
{
    if (!in.facts.standby || !in.stored || !in.stored->tableExists || in.stored->last.cursor.serverId != in.facts.serverId)
        return {};
    const CursorState& stored = in.stored->last.cursor;
    const bool lacks = stored.seen && in.facts.nextXid && *in.facts.nextXid < *stored.seen;
    const bool behind = stored.horizon && in.facts.horizon && *in.facts.horizon < *stored.horizon;
    if (lacks || behind)
        return staleReplica(in);
    return {};
}

// A copy that marks what is gone needs all that was read to have ended on the replica (T041).
Result<void> checkMarking(const PlanInput& in, const SyncPlan& plan)
{
    if (plan.load != LoadMode::Swap || !in.facts.standby || !in.stored || !in.stored->tableExists || !reconciles(in.config)
        || in.config.deletes.mode == DeleteMode::Off)
        return {};
    const std::optional<quint64>& seen = in.stored->last.cursor.seen;
    return seen && in.facts.horizon && *in.facts.horizon < *seen ? Result<void>(staleReplica(in)) : Result<void>();
}

bool isUniqueKey(const TableShape& shape, const QStringList& columns)
{
    const QSet<QString> wanted(columns.begin(), columns.end());
    const auto same = [&wanted](const QStringList& key) { return !key.isEmpty() && QSet<QString>(key.begin(), key.end()) == wanted; };
    return same(shape.primaryKey) || std::any_of(shape.uniqueKeys.begin(), shape.uniqueKeys.end(), same);
}

// A stored position is only good for the settings, the column and the server it was taken with
// (traps T027, T028, T045, T159).
Result<void> checkStored(const PlanInput& in, const ShapeDrift& drift)
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
    // Rows that share a key replace each other, one sync after the other, and no load sees both.
    if (config.syncType == SyncType::Incremental && stored.uniqueKey && !in.acceptChanges && !isUniqueKey(in.shape, config.primaryKeyColumns))
        return planError(ErrorCode::ChangesHeld, in.shape, {{QStringLiteral("changes"), tr("no index of the source holds %1 unique any more; rows that share a key would replace each other")
            .arg(config.primaryKeyColumns.join(QStringLiteral(", ")))}});
    // The rows of an append table stay for good, and those of another table cannot be told from them.
    if (config.syncType == SyncType::Append && !in.acceptChanges) {
        if (tookOver(in))
            return planError(ErrorCode::ChangesHeld, in.shape, {{QStringLiteral("changes"), tr("the server was restored or another one took over; some rows that were read may be gone there, and others would not be read")}});
        if (isAnotherTable(in))
            return planError(ErrorCode::ChangesHeld, in.shape, {{QStringLiteral("changes"), tr("another table has the name now; its rows would be added to those of the old one")}});
        if (!attachedPart(in).isEmpty())
            return planError(ErrorCode::ChangesHeld, in.shape, {{QStringLiteral("changes"), tr("a table with rows of its own became a part of it; those that the position has passed would not be read")}});
    }
    const ColumnShape* cursor = in.shape.column(config.incrementalField);
    const ColumnDrift* change = cursor ? drift.of(cursor->name) : nullptr;
    // A wider type reads the stored value as it is.
    const bool sameValues = stored.sourceType == (cursor ? cursor->sourceType : QString()) || (change && change->kind == DriftKind::Widened);
    if (cursor && (!sameValues || (change && change->kind == DriftKind::Recreated)))
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
    return !isAnotherHistory(in) && from && *from <= *in.facts.horizon && *in.facts.nextXid - *from < kXidHalf;
}

// Rows written before a column came or changed need not change their transaction id, and not their cursor, so only a
// complete copy has their values (traps T060, T063). Renamed and wider columns have them already.
bool needsCopy(const PlanInput& in, const ShapeDrift& drift, CopyReason& reason)
{
    if (in.config.syncType != SyncType::Incremental)
        return false;
    const bool leavesOut = in.policy == DriftPolicy::Ignore && in.config.columns.isEmpty();
    reason = isAnotherHistory(in) ? CopyReason::AnotherHistory : isSpelledAnew(in) ? CopyReason::SpelledAnew
        : isAnotherTable(in) ? CopyReason::AnotherTable : !attachedPart(in).isEmpty() ? CopyReason::PartAttached
        : drift.has(DriftKind::Added) && !leavesOut ? CopyReason::ColumnsAdded
        : drift.has(DriftKind::Retyped) || drift.has(DriftKind::Recreated) || isDeclaredAnew(in, drift) ? CopyReason::TypesChanged : CopyReason::None;
    return reason != CopyReason::None;
}

} // namespace leat
