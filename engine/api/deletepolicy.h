// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/error.h"
#include "engine/api/ids.h"
#include "engine/api/syncvalues.h"
#include "engine/api/verifyreport.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace leat {

/// What becomes of warehouse rows whose key the source no longer has (W11–W15, T040).
enum class DeleteMode {
    Off,                ///< they stay, and nothing looks for them
    Soft,               ///< they stay and are marked: `_leat_deleted_at` says when they were found gone
    Hard,               ///< they go
    Purge,              ///< marked first, gone after some days
};
struct DeletePolicy
{
    DeleteMode mode = DeleteMode::Off;
    int purgeDays = 0;             ///< Purge: 1 … 3650
    bool marks() const { return mode == DeleteMode::Soft || mode == DeleteMode::Purge; }
    bool operator==(const DeletePolicy&) const = default;
};
/// "off", "soft", "hard", "purge:30" and back.
QString toString(const DeletePolicy& policy);
std::optional<DeletePolicy> deletePolicyFromString(const QString& text);

/// The warehouse's column that says when a row was found deleted at the source. NULL: it lives.
inline constexpr char kDeletedAt[] = "_leat_deleted_at";

/// How often keys are compared by themselves: after every so many completed syncs, or by the clock.
struct ReconcileCadence
{
    int runs = 0;                  ///< above 0: after every so many syncs; `interval` means nothing then
    SyncFrequency interval = SyncFrequency::EveryDay;  ///< Never: only when it is asked for
    bool operator==(const ReconcileCadence&) const = default;
};
/// "never", "24hour", "1run", "10runs" and back.
QString toString(const ReconcileCadence& cadence);
std::optional<ReconcileCadence> reconcileCadenceFromString(const QString& text);

/// The brake: a reconcile that would take more than this stops and asks (T041).
struct DeleteLimit
{
    double percent = 20;           ///< of the rows that are not marked; below 0: no such limit
    qint64 rows = 100'000;         ///< below 0: no such limit
    /// Whether `gone` of `live` rows may go without being asked. A source without any row never may.
    bool allows(qint64 gone, qint64 live, qint64 sourceRows) const;
    bool operator==(const DeleteLimit&) const = default;
};
/// "20%,100000", "5%", "1000" and back; a part that is left out is no limit.
QString toString(const DeleteLimit& limit);
std::optional<DeleteLimit> deleteLimitFromString(const QString& text);

/// The keys of both sides compared, each in one snapshot, and what was done about those that are gone.
struct ReconcileReport
{
    SchemaId schemaId;
    QString label;
    QDateTime at;                  ///< UTC, when the source's snapshot was taken
    DeleteMode mode = DeleteMode::Soft;
    qint64 sourceRows = 0;
    qint64 warehouseRows = 0;      ///< before, marked ones left out
    qint64 gone = 0;               ///< not marked in the warehouse, key not at the source
    qint64 deleted = 0;            ///< of them marked or deleted by this run
    qint64 purged = 0;             ///< marked earlier, gone now
    qint64 missing = 0;            ///< key at the source, not (or only marked) in the warehouse
    qint64 pending = 0;            ///< such keys that the next sync brings anyway; not among `missing`
    bool pendingKnown = false;     ///< false: such rows cannot be told from missing ones here
    qint64 nullKeys = 0;           ///< rows of the warehouse without a whole key: never taken for gone
    bool held = false;             ///< more were gone than may go without being asked: nothing was changed
    bool fromCopy = false;         ///< a sync's new copy found so, by the keys that it has not
    VerifyMethod method = VerifyMethod::Digests;
    qint64 keysTransferred = 0;    ///< keys that left the source
    int buckets = 0;
    int differingBuckets = 0;
    QStringList goneKeys;          ///< up to 100 examples, key columns joined by ", "
    QStringList missingKeys;
    bool operator==(const ReconcileReport&) const = default;
};

/// How the last reconcile of a table ended; kept with it.
struct ReconcileNote
{
    QDateTime at;                  ///< UTC, of the last whose comparison was complete; invalid: none yet
    QDateTime triedAt;             ///< UTC, end of the last attempt
    DeleteMode mode = DeleteMode::Off;
    qint64 sourceRows = 0;
    qint64 warehouseRows = 0;
    qint64 gone = 0;
    qint64 deleted = 0;
    qint64 purged = 0;
    qint64 missing = 0;
    qint64 pending = 0;
    bool held = false;             ///< waits for an answer
    bool fromCopy = false;         ///< which a new copy takes, and a sync that ends well without it takes back
    int runsSince = 0;             ///< completed syncs since the last attempt
    std::optional<Error> error;    ///< why the last attempt came to nothing
    bool operator==(const ReconcileNote&) const = default;
};
/// The note that a complete comparison leaves.
ReconcileNote noteOf(const ReconcileReport& report, const QDateTime& now);
/// The question that a held note asks, as an error: rows, share, table.
Error deletesHeld(const ReconcileNote& note, const QString& table);

} // namespace leat
