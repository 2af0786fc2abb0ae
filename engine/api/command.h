// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/audit.h"
#include "engine/api/bundle.h"
#include "engine/api/changepreview.h"
#include "engine/api/checkreport.h"
#include "engine/api/diagnosis.h"
#include "engine/api/credentialreport.h"
#include "engine/api/deletepolicy.h"
#include "engine/api/doctorreport.h"
#include "engine/api/protection.h"
#include "engine/api/quarantine.h"
#include "engine/api/runinfo.h"
#include "engine/api/schemainfo.h"
#include "engine/api/secret.h"
#include "engine/api/sourceinfo.h"
#include "engine/api/tableshape.h"
#include "engine/api/verifyreport.h"

#include <QJsonValue>

#include <functional>
#include <variant>
#include <vector>

namespace leat {

// ---- what a door can ask. Each struct is one operation; all doors share them. ----

/// Settings of a source before it has an id. Secrets travel only in `secrets`.
struct SourceDraft
{
    QString name;
    QString type;
    QMap<QString, QString> settings;
    SecretMap secrets;
};

/// Fills a draft's settings and secrets from a URL or DSN. Reply: ParsedUrl.
struct ParseSourceUrl { Secret url; QString typeHint; };

/// Tests a draft without saving it. Steps are also reported live through `onStep`, on the
/// control's thread. Reply: CheckReport.
struct TestDraft { SourceDraft draft; std::function<void(const CheckReport&)> onStep; };

/// Lists the tables of a draft, for the dialog. Reply: TableList.
struct ListDraftTables { SourceDraft draft; };

/// Which tables a new source starts with.
struct TableChoice { TableName table; SchemaConfig config; };

/// Saves a source and lists its tables; a source that cannot be reached is refused unless
/// `saveUnreachable`. Reply: SourceAdded.
struct AddSource
{
    SourceDraft draft;
    std::vector<TableChoice> tables;   ///< enabled with these configurations
    bool enableAll = false;            ///< else nothing besides `tables` is enabled
    bool saveUnreachable = false;
    SyncFrequency frequency = SyncFrequency::Never;   ///< of the tables that are not in `tables`
};

/// Changes settings or secrets of a source; what is absent stays. A new address needs all
/// secrets anew (EndpointChanged): none that is stored is ever sent to another place. Reply: Done.
struct UpdateSource
{
    SourceId id;
    QMap<QString, QString> settings;
    SecretMap secrets;
    qint64 expectedRevision = 0;       ///< 0: do not check
};

/// Tests a saved source. Reply: CheckReport.
struct TestSource { SourceId id; std::function<void(const CheckReport&)> onStep; };
/// Re-reads the list of tables; enables new ones as the source's settings say. Reply: RefreshResult.
struct RefreshSource { SourceId id; };
/// Forgets a source, its schemas, history and secret; warehouse tables stay unless
/// `deleteData`, which moves them to the trash. Refused while one of its schemas runs, and with
/// ConfirmationNeeded without the token of a PreviewDestructive. Reply: Done.
struct RemoveSource { SourceId id; bool deleteData = false; Confirmation confirmation = {}; };

/// What a change would do to the data. Nothing is changed. Reply: ChangePreview.
struct PreviewChange { std::vector<SchemaId> ids; SchemaPatch patch; };

/// Changes one or more schemas, or none of them unless `perItem`. A running one is refused,
/// waited for or cancelled as `whenRunning` says; scheduling and pausing never wait.
/// Reply: Done; BulkResult with `perItem` or an `after` other than Keep (with the runs).
struct SetSchemas
{
    std::vector<SchemaId> ids;
    SchemaPatch patch;
    qint64 expectedRevision = 0;       ///< RevisionConflict when it moved; 0: as it is
    AfterChange after = AfterChange::Keep;
    QString rewindTo = {};             ///< with AfterChange::Rewind
    WhenRunning whenRunning = WhenRunning::Refuse;
    bool perItem = false;
};
/// Whether columns identify every row, read from the live source. Reply: KeyReport.
struct CheckKey { SchemaId id; QStringList columns; };
/// Moves the stored position back, so that the next sync reads rows from `value` on again; never
/// forward, which would skip rows. `dryRun` only counts. Reply: RewindReport.
struct RewindSchema { SchemaId id; QString value; bool dryRun = false; };

/// What a destructive action would take away, with the token that allows it. Give schemas for
/// Wipe and DeleteData, the source for RemoveSource, ids for PurgeTrash (none: all of it).
/// Reply: DestructivePreview.
struct PreviewDestructive
{
    DestructiveAction action = DestructiveAction::DeleteData;
    std::vector<SchemaId> schemas;
    SourceId source;
    bool deleteData = false;           ///< RemoveSource: its tables too
    std::vector<qint64> trash;
};
/// Wipe (then a sync from scratch), DeleteData or PurgeTrash. Reply: BulkResult.
struct DestroyData
{
    DestructiveAction action = DestructiveAction::DeleteData;
    std::vector<SchemaId> schemas;
    std::vector<qint64> trash;
    Confirmation confirmation;
};
/// Reply: TrashPage, newest first.
struct LoadTrash { };
/// Brings rows, cursor and configuration back. What is there now goes to the trash itself; a
/// source that was removed is added again, without its secret. Reply: BulkResult.
struct RestoreTrash { std::vector<qint64> ids; };
/// Reply: TrashPage, after what no longer fits is gone.
struct SetTrashLimits { TrashLimits limits; };

/// Tries secrets on a source beside the stored ones: login, and every table that syncs. Nothing
/// is stored. Reply: CredentialReport.
struct TestCredentials { SourceId id; SecretMap secrets; };
/// Tests as above, then replaces the stored secrets and syncs what had been waiting for them. The
/// previous ones are kept for 24 hours; `rollback` brings them back. Reply: RotationResult.
struct RotateCredentials
{
    SourceId id;
    SecretMap secrets;
    bool rollback = false;
    bool sync = true;
};

/// Reply: AuditPage, newest first.
struct LoadAudit { int limit = 100; };
/// What can be chosen now, read from the live source. Reply: SyncOptions.
struct LoadOptions { SchemaId id; };

/// Queues a sync of each schema; one that is queued or running already is not queued twice.
/// `fromScratch` copies everything into a staging table and swaps it in. `acceptEmpty` lets a
/// full refresh that found no rows replace a table that has some. Reply: SyncAccepted.
struct SyncSchemas
{
    std::vector<SchemaId> ids;
    Trigger trigger = Trigger::Manual;
    bool fromScratch = false;
    bool acceptEmpty = false;
    bool acceptChanges = false;        ///< columns that changed, where the source's setting is to ask
    bool repair = false;               ///< no sync: compare, and put right what differs
    bool reconcile = false;            ///< no sync: compare keys, and mark or delete what is gone
    qint64 confirmedDeletes = 0;       ///< a reconcile may take so many rows although the limit is lower
};
/// Stops queued and running syncs of the schemas. Reply: Done once they have been told.
struct CancelSchemas { std::vector<SchemaId> ids; };
/// Rows of a table that could not be stored. limit < 0: all. Reply: QuarantinePage.
struct LoadQuarantine { SchemaId id; int limit = 1000; };
/// Tries to store such rows again (no ids: all); what the table has by now is never replaced by them.
/// Reply: QuarantineReport.
struct ReplayQuarantine { SchemaId id; std::vector<qint64> ids; };
/// Forgets such rows for good (no ids: all). Reply: QuarantineReport.
struct DropQuarantine { SchemaId id; std::vector<qint64> ids; };

/// Compares source and warehouse and keeps the result as the table's proof. `repair` then makes the
/// ranges that differ equal to the source, in a run of its own; the cursor stays. Reply: VerifyReport,
/// of what was found.
struct VerifySchema
{
    SchemaId id;
    bool repair = false;
    /// A repair may delete so many rows although the table's `delete_limit` is lower; else it is
    /// ConfirmationNeeded and changes nothing.
    qint64 confirmedDeletes = 0;
};

/// Compares the keys of source and warehouse, in a run of its own, and marks or deletes rows that the
/// source no longer has as the table's `deletes` says. What more than `delete_limit` would take is held:
/// the report says so, nothing is changed, and only the confirmation of a PreviewDestructive
/// (ReconcileDeletes) lets exactly that go. Reply: ReconcileReport.
struct ReconcileSchema { SchemaId id; Confirmation confirmation = {}; };

/// Reply: HistoryPage, newest first.
struct LoadHistory { HistoryFilter filter; };
/// Reply: LogPage, lines with seq > afterSeq.
struct LoadRunLog { RunId run; qint64 afterSeq = 0; int limit = 1000; };

/// A read-only SELECT on the warehouse. Reply: QueryResult.
struct RunQuery { QString sql; qint64 maxRows = -1; };

/// Makes the offline shop and adds it as source "shop" with its tables configured; makes it
/// anew when it exists. Reply: SourceAdded.
struct CreateSample { };
/// Plays a day of edits into the sample's file. Reply: Done.
struct EditSample { };

/// Starts nothing by schedule until the time (UTC, to come), or until resumed where it is
/// invalid. What runs goes on. Kept in the profile. Reply: Done.
struct PauseScheduler { QDateTime until; };
struct ResumeScheduler { };
/// The zone in which times of day are meant: an IANA id, or empty for the system's. Reply: Done.
struct SetTimeZone { QString id; };

/// How much of the machine the engine takes, as the profile says it; 0 follows the machine.
/// Changes apply from the next start on.
struct EngineTuning
{
    int memoryLimitMb = 0;             ///< of the warehouse
    int threads = 0;                   ///< of the warehouse
    int runs = 0;                      ///< tables at once
    int readers = 0;                   ///< connections that read one table
    bool operator==(const EngineTuning&) const = default;
};
/// Reply: EngineTuning.
struct LoadTuning { };
/// Refused with InvalidOption out of range. Reply: Done.
struct SaveTuning { EngineTuning tuning; };

/// Looks at profile, keychain, warehouse, disk, libraries. Reply: DoctorReport.
struct RunDoctor { };
/// Does a fix of a DoctorReport: id and token as they stand there. Looks again first. Busy while
/// anything runs; NotFound when nothing is to be put right under that name any more;
/// ConfirmationNeeded when what is to go changed since. Reply: DoctorReport, of a new look.
struct FixFinding { QString id; QString token = {}; };

/// Examines a source, or a schema together with its source. `probe` asks the live source, whose
/// steps are also told through `onStep`. Nothing is changed. Reply: DiagnosisReport.
struct Diagnose
{
    SourceId source;
    SchemaId schema;                   ///< where valid, `source` is not looked at
    bool probe = true;
    std::function<void(const CheckReport&)> onStep;
};
/// Judges an error text or a log; nothing is asked or stored. Reply: Diagnosis.
struct DiagnoseText { FailureEvidence evidence; };

/// Collects what a person who helps needs, by a list of allowed fields and redacted; nothing is
/// written. `hashNames` replaces hosts, users, tables and columns by hashes. Reply: Bundle.
struct PreviewBundle { bool hashNames = false; };
/// Writes exactly this bundle as a zip file that only its user can read. AlreadyExists when there
/// is a file of that name. Reply: Done.
struct SaveBundle { QString path; Bundle bundle; };

using Command = std::variant<PreviewBundle, SaveBundle, LoadQuarantine, ReplayQuarantine, DropQuarantine, PreviewChange, CheckKey, RewindSchema, PreviewDestructive, DestroyData,
    LoadTrash, RestoreTrash, SetTrashLimits, TestCredentials, RotateCredentials, LoadAudit,
    ParseSourceUrl, TestDraft, ListDraftTables, AddSource, UpdateSource,
    TestSource, RefreshSource, RemoveSource, SetSchemas, LoadOptions, SyncSchemas, CancelSchemas,
    VerifySchema, ReconcileSchema, LoadHistory, LoadRunLog, RunQuery, CreateSample, EditSample, Diagnose, DiagnoseText, RunDoctor, FixFinding, PauseScheduler, ResumeScheduler,
    SetTimeZone,
    LoadTuning, SaveTuning>;

// ---- what comes back ----

struct Done { };
struct ParsedUrl { QString type; QMap<QString, QString> settings; SecretMap secrets; QString suggestedName; };
struct TableList { std::vector<TableListing> tables; QString defaultNamespace; };
struct SourceAdded { SourceId id; int tables = 0; };
struct RefreshResult
{
    QStringList added;
    QStringList vanished;
    QStringList enabled = {};      ///< of the added ones
};
struct SyncAccepted { std::vector<RunId> runs; };
/// One of several things that were asked for at once.
struct ItemOutcome
{
    SchemaId id;
    QString name;                  ///< "shop.orders"
    RunId run;                     ///< the sync that was queued for it, if any
    std::optional<Error> error;
};
struct BulkResult
{
    std::vector<ItemOutcome> items;
    bool ok() const
    {
        for (const ItemOutcome& item : items)
            if (item.error)
                return false;
        return true;
    }
};
struct RewindReport
{
    QString column;
    QString before;                ///< the position that is or was stored
    QString value;
    qint64 rows = -1;              ///< rows of the warehouse at or above the value: at least these are read again
};
struct HistoryPage { std::vector<RunInfo> runs; bool more = false; };
struct LogPage { std::vector<LogLine> lines; };
/// Cells are text as DuckDB prints them; `json` holds the same rows typed, 64-bit integers and
/// decimals beyond a double's reach as text.
struct QueryResult
{
    QStringList columns;
    QStringList types;
    std::vector<QStringList> rows;
    std::vector<std::vector<bool>> nulls;
    std::vector<std::vector<QJsonValue>> json;
    bool truncated = false;
};

using Reply = std::variant<Done, Bundle, QuarantinePage, QuarantineReport, BulkResult, ChangePreview, KeyReport, RewindReport,
    DestructivePreview, TrashPage, CredentialReport, RotationResult, AuditPage, ParsedUrl, CheckReport, TableList, SourceAdded, RefreshResult,
    SyncOptions, SyncAccepted, VerifyReport, ReconcileReport, HistoryPage, LogPage, QueryResult, DiagnosisReport, Diagnosis, DoctorReport, EngineTuning>;

} // namespace leat
