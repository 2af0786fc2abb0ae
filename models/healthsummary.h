// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/runinfo.h"
#include "engine/api/world.h"

#include <map>
#include <vector>

namespace leat {

/// The health of a table: its status, or what an incident says of it when that is worse.
Health healthOf(const World& world, const SchemaInfo& schema);
/// The health that a status alone gives.
Health healthOf(SchemaStatus status);
/// The same at a moment: a table that was not synced within twice its interval is late, and
/// one whose syncs find nothing any more is quiet, never Ok (G22, T220).
Health healthAt(const SchemaInfo& schema, const QDateTime& now);

/// How all tables that are selected for syncing are, at one moment.
struct HealthSummary
{
    int tables = 0;                ///< selected tables, paused ones included
    std::map<Health, int> counts;  ///< by health, only those above zero; worst first
    qint64 freshMedian = -1;       ///< seconds since the last sync, 50th percentile; -1: none synced
    qint64 freshWorst = -1;        ///< 95th percentile
};
HealthSummary summarize(const World& world, const QDateTime& now);

/// One line of "slowest" or "biggest".
struct RankedTable
{
    SchemaId schema;
    QString name;                  ///< "shop.orders"
    qint64 value = 0;              ///< milliseconds or rows
};
/// Tables by the longest finished run among `runs`, longest first.
std::vector<RankedTable> slowest(const std::vector<RunInfo>& runs, int count);
/// Tables by rows in the warehouse, most first.
std::vector<RankedTable> biggest(const World& world, int count);

/// Nearest-rank percentile of unsorted values; -1 when there are none.
qint64 percentile(std::vector<qint64> values, int percent);

} // namespace leat
