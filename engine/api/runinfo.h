// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/error.h"
#include "engine/api/ids.h"
#include "engine/api/syncvalues.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace leat {

/// Live figures of a run, sampled about five times a second.
struct RunProgress
{
    RunPhase phase = RunPhase::Waiting;
    qint64 rows = 0;               ///< rows read so far
    qint64 bytes = 0;              ///< bytes received from the source so far
    qint64 expectedRows = -1;      ///< estimate; -1: unknown
    double fraction = -1;          ///< 0–1 by finished slices; -1: unknown
    double rowsPerSecond = 0;
    qint64 etaSeconds = -1;        ///< -1: unknown
    bool operator==(const RunProgress&) const = default;
};

/// One sync of one schema.
struct RunInfo
{
    RunId id;
    SchemaId schemaId;
    SourceId sourceId;
    QString sourceName;
    QString label;                 ///< the schema's label
    RunStatus status = RunStatus::Queued;
    Trigger trigger = Trigger::Manual;
    SyncType syncType = SyncType::FullRefresh;
    QString mode;                  ///< what was really done: "full", "window", "cursor", "append"
    QDateTime queuedAt;
    QDateTime startedAt;
    QDateTime finishedAt;
    int attempts = 0;
    qint64 rowsRead = 0;
    qint64 rowsInserted = 0;
    qint64 rowsUpdated = 0;        ///< rows that replaced an earlier version
    qint64 rowsSkipped = 0;        ///< already there (boundary de-duplication)
    qint64 rowsQuarantined = 0;    ///< could not be stored and were set aside
    qint64 bytesRead = 0;
    qint64 lostValues = 0;
    QString cursorBefore;
    QString cursorAfter;
    std::optional<Error> error;
    bool operator==(const RunInfo&) const = default;
};

enum class LogLevel { Info, Warning, Error };

struct LogLine
{
    qint64 seq = 0;                ///< grows within one run
    QDateTime at;                  ///< UTC
    LogLevel level = LogLevel::Info;
    QString text;                  ///< redacted
    bool operator==(const LogLine&) const = default;
};

struct HistoryFilter
{
    std::optional<SourceId> sourceId;
    std::optional<SchemaId> schemaId;
    std::optional<RunStatus> status;
    int limit = 200;
    RunId before;                  ///< only runs older than this one; invalid: from the newest
};

} // namespace leat
