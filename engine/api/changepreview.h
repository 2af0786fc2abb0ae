// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"

#include <QString>

#include <optional>
#include <vector>

namespace leat {

/// What a change of one field does to the rows that are there (seed ids T37–T47), mildest first.
enum class ImpactVerdict { SchedulingOnly, StaysValid, ResyncAdvised, ResyncRequired };
QString toString(ImpactVerdict verdict);

/// What happens to the data after a change. Keep leaves rows and cursor as they are; Resync
/// copies everything beside the old table and swaps it in; Rewind reads again from a cursor value.
enum class AfterChange { Keep, Resync, Rewind };
QString toString(AfterChange after);
std::optional<AfterChange> afterChangeFromString(const QString& text);

/// What to do when a schema to be changed is being synced (seed ids T29, T66, T18b).
enum class WhenRunning { Refuse, AfterRun, CancelAndApply };

struct FieldImpact
{
    QString field;                 ///< "incremental_field"
    QString before;
    QString after;
    ImpactVerdict verdict = ImpactVerdict::StaysValid;
    QString sentence;              ///< translated
    bool irreversible = false;     ///< rows are lost that the source no longer has
    bool operator==(const FieldImpact&) const = default;
};

/// One way on after the change.
struct AfterOption
{
    AfterChange after = AfterChange::Keep;
    bool possible = true;
    QString sentence;              ///< translated: what it does, or why it is not possible
    qint64 rows = -1;              ///< rows that are read again; -1: unknown
    qint64 seconds = -1;           ///< by past runs; -1: unknown
    bool operator==(const AfterOption&) const = default;
};

/// What a change does, before it is done.
struct Impact
{
    std::vector<FieldImpact> fields;   ///< changed fields only, in display order
    ImpactVerdict verdict = ImpactVerdict::SchedulingOnly;   ///< the gravest of them
    bool irreversible = false;
    std::vector<AfterOption> options;
    AfterChange suggested = AfterChange::Keep;
    bool operator==(const Impact&) const = default;
};

/// The change of one schema: what it would be, or why it cannot be.
struct SchemaChange
{
    SchemaId id;
    QString name;                  ///< "shop.orders"
    qint64 revision = 0;           ///< SetSchemas::expectedRevision of what was previewed
    SchemaConfig before;
    SchemaConfig after;            ///< as it will be saved: detected key and cursor type filled in
    Impact impact;
    bool running = false;
    std::vector<QDateTime> nextRuns;   ///< UTC, the next three after the change; empty: none by schedule
    std::optional<Error> error;
};

struct ChangePreview
{
    std::vector<SchemaChange> changes;
    QString cli;                   ///< the equal command line, for "Copy as CLI"
};

} // namespace leat
