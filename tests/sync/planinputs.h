// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sync/plan.h"

namespace leat::test {

inline constexpr qint64 kBig = kSmallTableBytes * 10;

inline ColumnShape column(const char* name, ColumnType::Kind kind, bool nullable = false)
{
    ColumnShape shape;
    shape.name = QLatin1String(name);
    shape.sourceType = QStringLiteral("type%1").arg(int(kind));
    shape.type.kind = kind;
    shape.nullable = nullable;
    return shape;
}

// An incremental table that has been synced once, on a server where nothing else was going on.
inline PlanInput synced(SyncType type = SyncType::Incremental)
{
    PlanInput in;
    in.config.syncType = type;
    in.config.incrementalField = QStringLiteral("updated_at");
    if (type == SyncType::Incremental)
        in.config.primaryKeyColumns = {QStringLiteral("id")};
    in.shape.table = {QStringLiteral("public"), QStringLiteral("orders")};
    in.shape.columns = {column("id", ColumnType::Kind::Int64), column("updated_at", ColumnType::Kind::TimestampTz),
        column("note", ColumnType::Kind::Text, true)};
    in.shape.sizeBytes = kBig;
    in.facts.serverId = QStringLiteral("server-1");
    in.facts.sourceNow = QStringLiteral("2026-01-02 00:00:00+00");
    in.facts.horizon = 2000;
    in.facts.nextXid = 2000;
    in.facts.quiet = true;
    in.facts.windowPossible = true;
    in.cursorIndexed = true;
    in.upper = QStringLiteral("2026-01-01 12:00:00+00");
    in.upperKnown = true;
    in.upperVsStored = 1;

    // The first load's own plan says what would have been stored.
    const Result<SyncPlan> first = makePlan(in);
    StoredState stored;
    stored.tableExists = true;
    stored.tableRows = 100;
    stored.last.cursor = first->next;
    stored.last.cursor.horizon = 1000;
    stored.last.cursor.seen = 1000;
    stored.last.cursor.value = QStringLiteral("2026-01-01 00:00:00+00");
    in.stored = stored;
    return in;
}

// The same from a source that numbers its columns.
inline PlanInput numbered(SyncType type = SyncType::Incremental)
{
    PlanInput in = synced(type);
    in.shape.identity = in.stored->last.cursor.tableId = QStringLiteral("16384");
    for (std::size_t i = 0; i < in.shape.columns.size(); ++i) {
        in.shape.columns[i].attribute = in.stored->last.cursor.columns[i].attribute = int(i) + 1;
        in.stored->columns.push_back({in.shape.columns[i].name, in.shape.columns[i].type, {}});
    }
    return in;
}

inline PlanInput withoutWindow(SyncType type = SyncType::Incremental)
{
    PlanInput in = synced(type);
    in.facts.windowPossible = false;
    in.facts.horizon.reset();
    in.facts.nextXid.reset();
    in.stored->last.cursor.horizon.reset();
    return in;
}

inline ErrorCode codeOf(const PlanInput& in)
{
    const Result<SyncPlan> plan = makePlan(in);
    return plan ? ErrorCode::Internal : plan.error().code;
}

} // namespace leat::test
