// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/incident.h"
#include "engine/api/world.h"
#include "engine/diagnose/classifier.h"

#include <map>

namespace leat {

/// Rows that a comparison found to differ from the source. `proven`: an earlier one found some too,
/// and a sync ended in between, so that what is merely not synced yet is ruled out (seed id D49).
struct RowDifferences
{
    QDateTime since;               ///< UTC, the first comparison that found some
    qint64 missing = 0;
    qint64 extra = 0;
    qint64 differing = 0;
    bool proven = false;
    bool operator==(const RowDifferences&) const = default;
};

/// What makes a table's copy doubtful: `lost`: it was there and is gone, with `figure` rows, synced last `at`; else an
/// older warehouse file is in place, which stored it last `at` (`figure` is its keeper's).
struct CopyDoubt
{
    bool lost = false;
    qint64 figure = 0;
    QDateTime at;                  ///< UTC
    bool operator==(const CopyDoubt&) const = default;
};

/// Runs of a table that were cut off, one after the other, without one that came to its end between them.
struct CutOffs
{
    int count = 0;
    QDateTime since;               ///< UTC, the end of the first
};

/// What is known beside the World. All times UTC.
struct HealthFacts
{
    QDateTime now;
    std::map<SchemaId, QDateTime> progressAt;      ///< when a running schema last moved
    std::map<SchemaId, qint64> medianRunMs;        ///< of its completed runs; absent: unknown
    std::map<SchemaId, QDateTime> failingSince;    ///< end of the first failure in a row
    std::map<SchemaId, RowDifferences> differing;  ///< what the last comparison found, if anything
    std::map<SchemaId, CopyDoubt> doubts;
    std::map<SchemaId, CutOffs> cutOffs;
    std::map<SchemaId, QDateTime> wantedSince;     ///< of those that are to sync by themselves and never ran
};

/// The state of one schema as a person reads it (11-ux §4.2). Pure.
Health healthOf(const SchemaInfo& schema, const SourceInfo* source, const HealthFacts& facts,
    const Classifier& classifier);

/// Everything that needs a person or is waited for: one incident a cause, a failing source with
/// all its tables as one, worst first (seed ids D1, D23, D26, D59). Pure.
std::vector<Incident> incidentsOf(const World& world, const HealthFacts& facts, const Classifier& classifier);

/// A run without progress for longer than this hangs: three times its median, 15 minutes at least.
qint64 stuckAfterMs(qint64 medianRunMs);

/// Seconds between two runs by schedule; 0: none.
qint64 intervalSeconds(SyncFrequency frequency);

/// Of runs with the newest first. One beside the syncs, and one that a person cancelled, say nothing.
CutOffs cutOffsOf(const std::vector<RunInfo>& newestFirst);

/// The middle one of the durations of completed runs; -1 when there are none.
qint64 medianRunMs(const std::vector<RunInfo>& runs);

} // namespace leat
