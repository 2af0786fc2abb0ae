// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/api/schemainfo.h"
#include "engine/connectors/source.h"
#include "engine/sync/drift.h"
#include "engine/warehouse/warehouse.h"

#include <optional>

namespace leat {

/// Tables up to this size are always read by the exact window: scanning them costs the server
/// some milliseconds, less than the doubt is worth.
inline constexpr qint64 kSmallTableBytes = 32 << 20;
/// As many syncs in a row may read their window by the cursor's index; the next one reads the whole window, and
/// so brings what was committed with a cursor value that had been passed.
inline constexpr int kMostNarrowed = 9;

/// Everything a plan depends on. No clock, no connection: a plan is a pure function of this.
struct PlanInput
{
    SchemaConfig config;
    TableShape shape;
    SnapshotFacts facts;
    std::optional<StoredState> stored;     ///< what the warehouse committed last
    bool cursorIndexed = false;
    std::optional<QString> upper;          ///< greatest cursor value in the snapshot (trap T009)
    bool upperKnown = false;               ///< upper was asked for (it may still be none)
    int upperVsStored = 0;                 ///< -1: the source's greatest is below the watermark
    bool upperInFuture = false;            ///< trap T013
    std::optional<QString> upperByNow;     ///< then: the greatest value that is not
    bool fromScratch = false;
    bool acceptEmpty = false;
    DriftPolicy policy = DriftPolicy::AddColumns;
    bool acceptChanges = false;            ///< Ask: a person has seen what changed
    int readers = 1;
};

/// Why a run copies everything although the schema is incremental; shown in its log.
enum class CopyReason {
    None, FirstLoad, Asked, Method, ColumnsAdded, TypesChanged, WindowExpired, CursorWentBackwards,
    AnotherTable, PartAttached, AnotherHistory, SpelledAnew,
};

/// What a run will do. `mode` is the word kept in the history: full, window, cursor.
struct SyncPlan
{
    LoadMode load = LoadMode::Swap;
    ReadSpec read;
    QStringList keyColumns;
    std::optional<AppendBoundary> boundary;
    ShapeDrift drift;                      ///< what differs from the last commit, also where it is ignored
    std::vector<ColumnRename> renames;     ///< Upsert, Append: of the warehouse table
    QStringList drops;                     ///< Upsert, Append: warehouse columns that go
    QString mode;
    CopyReason reason = CopyReason::None;
    Guarantee guarantee = Guarantee::Unknown;
    CursorState next;                      ///< committed with the rows
    bool acceptEmpty = true;
    bool clampedFuture = false;            ///< the watermark stays at the source's clock
};

/// What a run must ask the snapshot before makePlan.
struct PlanNeeds
{
    bool upper = false;                    ///< the greatest cursor value
    bool compare = false;                  ///< and how it compares with the stored one
};
PlanNeeds planNeeds(const SchemaConfig& config, const TableShape& shape,
                    const std::optional<StoredState>& stored, bool cursorIndexed, bool fromScratch);

/// Errors: NothingSelected, ColumnMissing, KeyRequired, CursorRequired, CursorUnsuitable,
/// CursorConfigChanged, ShapeChanged, CursorWentBackwards, ChangesHeld, StaleRead. Configuration and stored
/// position must have followed renames (followRenames).
Result<SyncPlan> makePlan(const PlanInput& input);

/// The guarantee a configuration gives a table, for display before its first run.
Guarantee guaranteeOf(const SchemaConfig& config, const TableShape& shape, bool windowPossible,
                      bool cursorIndexed);

} // namespace leat
