// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/checkreport.h"
#include "engine/api/error.h"
#include "engine/api/ids.h"
#include "engine/api/syncvalues.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace leat {

/// The ways out of a failure (seed ids D45–D54): A wait and sync again · B renew a credential ·
/// C choose columns, key or cursor again · C2 refresh the list of tables · D copy from scratch,
/// as data are wrong · E mend replication · F cancel a run that hangs · G delete the damaged
/// table and copy again · H quota · I mend the webhook · Other: something else comes first.
enum class Branch { A, B, C, C2, D, E, F, G, H, I, Other };

/// Whose part is to be mended.
enum class FaultScope { Source, Warehouse, App, Schema };

/// What an action does to data that are there (seed ids D2, D56).
enum class ActionEffect { KeepsData, Rewinds, Replaces, Deletes };

enum class Confidence { Low, Medium, High };

/// What is known of a failure. `text` is redacted raw text; all else may be empty.
struct FailureEvidence
{
    QString text;
    QString sourceType;            ///< "postgres", "stripe", …; empty: not known
    QString code;                  ///< SQLSTATE, errno, HTTP status or a vendor's own code
    std::optional<ErrorCode> errorCode;    ///< set when this program made the error
    Phase phase = Phase::None;
    std::optional<Owner> owner;
    QString status;                ///< "Failed", "BillingLimitReached", "Running", …
    QMap<QString, QString> args;   ///< of our own error: host, table, column, …
};

/// One thing that can be done about it.
struct DiagnosisAction
{
    QString id;                    ///< stable: "sync", "rotate", "resync", …
    QString words;                 ///< translated: "Enter a new password"
    ActionEffect effect = ActionEffect::KeepsData;
    QString effectText;            ///< translated: "Keeps all data; resumes where it stopped"
    QString command;               ///< the same on the command line, empty when done elsewhere
    bool operator==(const DiagnosisAction&) const = default;
};

/// The judgement on one failure.
struct Diagnosis
{
    QString ruleId;                ///< stable: "PG-28P01", "HTTP-401", …; "UNKNOWN"
    Branch branch = Branch::A;
    QString category;              ///< stable: "credentials", "network", …; "unknown"
    bool retryable = true;         ///< trying again by itself can help; never false for unknown
    FaultScope scope = FaultScope::Source;
    QString cause;                 ///< translated, one sentence
    QString advice;                ///< translated, what a person does about it
    std::vector<DiagnosisAction> actions;      ///< least destructive first
    QString notSuggested;          ///< translated: why the drastic action does not help; may be empty
    Confidence confidence = Confidence::Low;
    bool operator==(const Diagnosis&) const = default;
    bool isUnknown() const { return category == QLatin1String("unknown"); }
};

/// One observation that speaks for the judgement, in the order it was looked at.
struct DiagnosisFact
{
    enum class State { Ok, Warning, Problem, Note };
    State state = State::Note;
    QString name;                  ///< translated: "Source", "Last error", "Login"
    QString text;                  ///< translated or redacted raw text
    bool operator==(const DiagnosisFact&) const = default;
};

/// Source or schema examined top-down: the source before its tables (seed id D1).
struct DiagnosisReport
{
    SourceId sourceId;
    SchemaId schemaId;             ///< invalid: the source is the trouble, or was asked about
    QString subject;               ///< "shop" or "shop.orders"
    bool healthy = false;          ///< nothing is wrong; `diagnosis` says so and has few actions
    Diagnosis diagnosis;
    std::vector<Diagnosis> others; ///< further causes, the likeliest first
    std::vector<DiagnosisFact> facts;
    std::optional<CheckReport> check;          ///< live probes, when they were run
    std::vector<SchemaId> affected;
    QDateTime since;               ///< UTC, invalid: not known
    QString rawText;               ///< the redacted text of the failure
};

QString toString(Branch value);
QString toString(FaultScope value);
QString toString(ActionEffect value);
QString toString(Confidence value);
std::optional<Branch> branchFromString(const QString& text);

} // namespace leat
