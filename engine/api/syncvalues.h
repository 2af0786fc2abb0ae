// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace leat {

/// How rows travel (seed ids T19, T38–T47). Cdc and Webhook can be shown but not chosen: no source
/// of this build offers them (schemarules.h says why).
enum class SyncType { FullRefresh, Incremental, Append, Cdc, Webhook };

/// The type a cursor is compared by (seed id T21). ObjectId waits for a source that has them.
enum class CursorType { Timestamp, DateTime, Date, Integer, Numeric, ObjectId };

/// Which tables change data capture fills (seed id T23); without meaning for other sync types.
enum class CdcTableMode { Consolidated, CdcOnly, Both };

/// How often a schema syncs by itself (seed id T24). Never: only when it is asked to.
enum class SyncFrequency {
    Every1Minute, Every5Minutes, Every15Minutes, Every30Minutes, EveryHour, Every6Hours, Every12Hours,
    EveryDay, Every7Days, Every30Days, Never,
};

/// How incremental and append reads of a database table guard against rows that are committed
/// late, below the watermark (traps T001–T005).
/// Auto: the exact window where it is cheap or nothing else is safe, else the cursor index.
/// Xmin: always the exact window of row transaction ids (PostgreSQL tables only).
/// Cursor: the cursor with its lookback only.
enum class LateCommits { Auto, Xmin, Cursor };

/// How often a table is compared with its source by itself.
enum class VerifyEvery { Off, Daily, Weekly };

/// What a person may rely on, said on every schema.
enum class Guarantee {
    Unknown,            ///< not described yet
    CompleteCopy,       ///< full refresh: equal to one snapshot of the source
    ExactWindow,        ///< every committed insert and update arrives, late commits included
    CursorChecked,      ///< cursor index; falls back to the exact window while transactions overlap
    CursorOnly,         ///< cursor and lookback; a change with an older cursor value can be missed
};

enum class SchemaStatus {
    Failed, HeldBack, Running, Queued, Cancelling, Cancelled, Paused, NeverSynced, Off, Ok,
};

enum class RunStatus { Queued, Running, Completed, Failed, Cancelled, Interrupted, HeldBack };
enum class RunPhase { Waiting, Connecting, Planning, Reading, Merging, Committing, Done };
enum class Trigger { Manual, Command, Sample, Schedule };
enum class TableKind { Table, PartitionedTable, View, MaterializedView, ForeignTable };

/// 1: change log; 2: exact window, or a complete copy of one snapshot; 3: cursor and lookback; 0: unknown.
int tierOf(Guarantee guarantee);

QString toString(SyncType value);
QString toString(CursorType value);
QString toString(LateCommits value);
QString toString(CdcTableMode value);
QString toString(SyncFrequency value);
QString toString(VerifyEvery value);
QString toString(Guarantee value);
QString toString(SchemaStatus value);
QString toString(RunStatus value);
QString toString(RunPhase value);
QString toString(Trigger value);
QString toString(TableKind value);

std::optional<SyncType> syncTypeFromString(const QString& text);
std::optional<CursorType> cursorTypeFromString(const QString& text);
std::optional<LateCommits> lateCommitsFromString(const QString& text);
std::optional<CdcTableMode> cdcTableModeFromString(const QString& text);
std::optional<SyncFrequency> syncFrequencyFromString(const QString& text);
std::optional<VerifyEvery> verifyEveryFromString(const QString& text);
/// 0: off.
qint64 secondsOf(VerifyEvery value);
/// The spellings of T24, shortest first.
QStringList syncFrequencyNames();
std::optional<Guarantee> guaranteeFromString(const QString& text);
std::optional<RunStatus> runStatusFromString(const QString& text);
std::optional<Trigger> triggerFromString(const QString& text);
std::optional<TableKind> tableKindFromString(const QString& text);

} // namespace leat
