// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/changeset.h"
#include "engine/api/checkreport.h"
#include "engine/api/runinfo.h"
#include "engine/api/sourceinfo.h"
#include "engine/api/syncvalues.h"
#include "engine/api/world.h"

#include <QString>

namespace leat {

// The words of the window for the engine's values; one word a state, used everywhere.
QString statusWord(SchemaStatus status);
QString statusExplained(SchemaStatus status);
QString runStatusWord(RunStatus status);
QString syncTypeWord(SyncType type);
QString syncTypeExplained(SyncType type);
QString guaranteeWord(Guarantee guarantee);
/// One or two sentences: what a person may rely on.
QString guaranteeExplained(Guarantee guarantee);
/// "Exact window (tier 2)".
QString tierText(Guarantee guarantee);
/// When the table was last compared with its source, what was found, and how deletions are tracked.
QString proofText(const SchemaInfo& schema);
/// "Mark as deleted".
QString deleteModeWord(DeleteMode mode);
/// "Once a day", "After every 10 syncs".
QString reconcileCadenceWord(const ReconcileCadence& cadence);
/// What the fields about deletes do together, in one or two sentences.
QString deletesExplained(const SchemaConfig& config);
/// When keys were compared last and what was found; empty when never.
QString reconcileText(const SchemaInfo& schema);
QString lateCommitsWord(LateCommits value);
QString verifyEveryWord(VerifyEvery value);
QString cursorTypeWord(CursorType type);
QString runModeWord(const QString& mode);
QString triggerWord(Trigger trigger);
QString phaseWord(RunPhase phase);
QString tableKindWord(TableKind kind);
QString checkStepWord(CheckStep::Kind kind);
QString checkStateWord(CheckStep::State state);
QString keychainWord(KeychainState state);
QString keychainExplained(KeychainState state);
QString logLevelWord(LogLevel level);
QString secretStateWord(SecretState state);

/// "Reading · 42 % · 120k rows/s · about 20 s left".
QString progressText(const RunProgress& progress);

/// "42 % · 5 s left", for a table cell.
QString progressBrief(const RunProgress& progress);

/// "shop: 2 new tables: a, b (1 enabled). 1 table gone: c."
QString listingSentence(const ListingChange& change);

/// 0 is the worst; the order of 11-ux §4.2.
int severityOf(SchemaStatus status);
/// Needs a person: failed or held back.
bool needsAttention(SchemaStatus status);
/// Queued, running or being cancelled.
bool isActive(SchemaStatus status);

} // namespace leat
