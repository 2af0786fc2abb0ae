// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/checkreport.h"
#include "engine/api/diagnosis.h"
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
};

/// Changes settings or secrets of a source; what is absent stays. Reply: Done.
struct UpdateSource
{
    SourceId id;
    QMap<QString, QString> settings;
    SecretMap secrets;
    qint64 expectedRevision = 0;       ///< 0: do not check
};

/// Tests a saved source. Reply: CheckReport.
struct TestSource { SourceId id; std::function<void(const CheckReport&)> onStep; };
/// Re-reads the list of tables. Reply: RefreshResult.
struct RefreshSource { SourceId id; };
/// Forgets a source, its schemas, history and secret; warehouse tables stay unless
/// `deleteData`. Refused while one of its schemas runs. Reply: Done.
struct RemoveSource { SourceId id; bool deleteData = false; };

/// Changes one or more schemas. Refused while running, or when `expectedRevision` moved.
/// Reply: Done.
struct SetSchemas { std::vector<SchemaId> ids; SchemaPatch patch; qint64 expectedRevision = 0; };
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
};
/// Stops queued and running syncs of the schemas. Reply: Done once they have been told.
struct CancelSchemas { std::vector<SchemaId> ids; };
/// Compares source and warehouse row by row. Reply: VerifyReport.
struct VerifySchema { SchemaId id; };

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

/// Looks at profile, keychain, warehouse, disk, libraries. Reply: DoctorReport.
struct RunDoctor { };

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

using Command = std::variant<ParseSourceUrl, TestDraft, ListDraftTables, AddSource, UpdateSource,
    TestSource, RefreshSource, RemoveSource, SetSchemas, LoadOptions, SyncSchemas, CancelSchemas,
    VerifySchema, LoadHistory, LoadRunLog, RunQuery, CreateSample, EditSample, Diagnose, DiagnoseText, RunDoctor, PauseScheduler, ResumeScheduler,
    SetTimeZone>;

// ---- what comes back ----

struct Done { };
struct ParsedUrl { QString type; QMap<QString, QString> settings; SecretMap secrets; QString suggestedName; };
struct TableList { std::vector<TableListing> tables; QString defaultNamespace; };
struct SourceAdded { SourceId id; int tables = 0; };
struct RefreshResult { QStringList added; QStringList vanished; };
struct SyncAccepted { std::vector<RunId> runs; };
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
struct DoctorFinding
{
    enum class State { Ok, Warning, Problem };
    QString name;                  ///< translated: "Warehouse file"
    State state = State::Ok;
    QString text;
    QString remedy;                ///< empty when nothing is to be done
};
struct DoctorReport { std::vector<DoctorFinding> findings; };

using Reply = std::variant<Done, ParsedUrl, CheckReport, TableList, SourceAdded, RefreshResult,
    SyncOptions, SyncAccepted, VerifyReport, HistoryPage, LogPage, QueryResult, DiagnosisReport, Diagnosis, DoctorReport>;

} // namespace leat
