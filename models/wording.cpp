// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording.h"

#include "engine/api/errortext.h"
#include "models/formatting.h"
#include "models/frequencywords.h"

#include <QCoreApplication>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("leat", text);
}

} // namespace

QString statusWord(SchemaStatus status)
{
    switch (status) {
    case SchemaStatus::Failed: return tr("Failed");
    case SchemaStatus::HeldBack: return tr("Held back");
    case SchemaStatus::Running: return tr("Running");
    case SchemaStatus::Queued: return tr("Queued");
    case SchemaStatus::Cancelling: return tr("Cancelling");
    case SchemaStatus::Cancelled: return tr("Cancelled");
    case SchemaStatus::Paused: return tr("Paused");
    case SchemaStatus::NeverSynced: return tr("Never synced");
    case SchemaStatus::Off: return tr("Not selected");
    case SchemaStatus::Ok: return tr("OK");
    }
    return {};
}

QString statusExplained(SchemaStatus status)
{
    switch (status) {
    case SchemaStatus::Failed: return tr("The last sync failed. The table in the warehouse is as the sync before left it.");
    case SchemaStatus::HeldBack: return tr("The source changed in a way that could take something away. Leat waits for your decision.");
    case SchemaStatus::Running: return tr("A sync is running.");
    case SchemaStatus::Queued: return tr("A sync waits for a free place.");
    case SchemaStatus::Cancelling: return tr("The sync is being stopped.");
    case SchemaStatus::Cancelled: return tr("The last sync was cancelled. Nothing of it was kept.");
    case SchemaStatus::Paused: return tr("This table is paused. Its data stay in the warehouse.");
    case SchemaStatus::NeverSynced: return tr("This table is selected and has not been synced yet.");
    case SchemaStatus::Off: return tr("This table is not selected for syncing.");
    case SchemaStatus::Ok: return tr("The last sync completed.");
    }
    return {};
}

QString runStatusWord(RunStatus status)
{
    switch (status) {
    case RunStatus::Queued: return tr("Queued");
    case RunStatus::Running: return tr("Running");
    case RunStatus::Completed: return tr("Completed");
    case RunStatus::Failed: return tr("Failed");
    case RunStatus::Cancelled: return tr("Cancelled");
    case RunStatus::Interrupted: return tr("Interrupted");
    case RunStatus::HeldBack: return tr("Held back");
    }
    return {};
}

QString syncTypeWord(SyncType type)
{
    switch (type) {
    case SyncType::FullRefresh: return tr("Full refresh");
    case SyncType::Incremental: return tr("Incremental");
    case SyncType::Append: return tr("Append");
    case SyncType::Cdc: return tr("Change data capture");
    case SyncType::Webhook: return tr("Webhook");
    }
    return {};
}

QString syncTypeExplained(SyncType type)
{
    switch (type) {
    case SyncType::FullRefresh:
        return tr("Copies the whole table each time and swaps it in when the copy is complete. Deletions arrive too.");
    case SyncType::Incremental:
        return tr("Reads new and changed rows by a cursor column and replaces rows by their key. Deletions at the source are found by comparing keys, where that is switched on.");
    case SyncType::Append:
        return tr("Adds rows that are new by a cursor column. For tables whose rows never change, such as logs and events.");
    case SyncType::Cdc:
        return tr("Reads the source's own log of changes, deletions included.");
    case SyncType::Webhook:
        return tr("The source sends every change by itself.");
    }
    return {};
}

QString guaranteeWord(Guarantee guarantee)
{
    switch (guarantee) {
    case Guarantee::Unknown: return tr("Not known yet");
    case Guarantee::CompleteCopy: return tr("Complete copy");
    case Guarantee::ExactWindow: return tr("Exact window");
    case Guarantee::CursorChecked: return tr("Cursor, checked");
    case Guarantee::CursorOnly: return tr("Cursor only");
    }
    return {};
}

QString guaranteeExplained(Guarantee guarantee)
{
    switch (guarantee) {
    case Guarantee::Unknown:
        return tr("The first sync finds out what this table allows.");
    case Guarantee::CompleteCopy:
        return tr("After each sync the table equals one snapshot of the source, deletions included.");
    case Guarantee::ExactWindow:
        return tr("Every committed insert and update arrives, even when it was committed late. Deletions are found by comparing keys, or by a full refresh.");
    case Guarantee::CursorChecked:
        return tr("Reads by the cursor's index, and by the exact window while transactions overlap and with each tenth sync. Every committed insert and update arrives; one with an older cursor value may wait for the tenth.");
    case Guarantee::CursorOnly:
        return tr("Reads by the cursor and its lookback only. A change that is committed with an older cursor value can be missed. A longer lookback or a full refresh from time to time covers that.");
    }
    return {};
}

QString tierText(Guarantee guarantee)
{
    const int tier = tierOf(guarantee);
    return tier == 0 ? guaranteeWord(guarantee) : tr("%1 (tier %2)").arg(guaranteeWord(guarantee)).arg(tier);
}

QString deleteModeWord(DeleteMode mode)
{
    switch (mode) {
    case DeleteMode::Off: return tr("Leave them");
    case DeleteMode::Soft: return tr("Mark as deleted");
    case DeleteMode::Hard: return tr("Delete them");
    case DeleteMode::Purge: return tr("Mark, then purge");
    }
    return {};
}

QString reconcileCadenceWord(const ReconcileCadence& cadence)
{
    if (cadence.runs == 1)
        return tr("After every sync");
    if (cadence.runs > 1)
        return tr("After every %1 syncs").arg(cadence.runs);
    return frequencyWord(cadence.interval);
}

QString deletesExplained(const SchemaConfig& config)
{
    if (config.syncType == SyncType::FullRefresh)
        return tr("A full refresh takes deleted rows along with every sync.");
    if (!reconciles(config))
        return tr("An appended table keeps every row, deleted ones too.");
    switch (config.deletes.mode) {
    case DeleteMode::Off: return tr("Rows that are deleted at the source stay here.");
    case DeleteMode::Soft: return tr("Keys are compared with the source; rows that are gone stay, and _leat_deleted_at says since when.");
    case DeleteMode::Hard: return tr("Keys are compared with the source; rows that are gone are deleted here too.");
    case DeleteMode::Purge: return tr("Keys are compared with the source; rows that are gone are marked in _leat_deleted_at and deleted %1 days later.").arg(config.deletes.purgeDays);
    }
    return {};
}

QString reconcileText(const SchemaInfo& schema)
{
    const ReconcileNote& note = schema.reconcile;
    if (!note.triedAt.isValid())
        return {};
    if (note.error)
        return tr("Keys could not be compared %1.").arg(formatAbsolute(note.triedAt));
    return (note.held ? tr("Keys compared %1: %2 gone, %3 missing; nothing deleted yet.") : tr("Keys compared %1: %2 gone, %3 missing."))
        .arg(formatAbsolute(note.at), formatCount(note.gone), formatCount(note.missing));
}

QString proofText(const SchemaInfo& schema)
{
    const bool full = schema.config.syncType == SyncType::FullRefresh;
    QString deletes = full ? tr("Deleted rows go with every sync.")
        : tracksDeletes(schema) ? deletesExplained(schema.config)
                                : tr("Deleted rows are not tracked; verify and repair removes them.");
    if (const QString compared = full ? QString() : reconcileText(schema); !compared.isEmpty())
        deletes += QLatin1Char(' ') + compared;
    const Proof& proof = schema.proof;
    QString verified = tr("Never verified against the source.");
    if (proof.verifiedAt.isValid() && proof.drift() == 0)
        verified = tr("Verified %1: equal to the source.").arg(formatAbsolute(proof.verifiedAt));
    else if (proof.verifiedAt.isValid())
        verified = (proof.repaired ? tr("Verified %1: %2 missing, %3 extra, %4 different; repaired.")
                                   : tr("Verified %1: %2 missing, %3 extra, %4 different."))
                       .arg(formatAbsolute(proof.verifiedAt), formatCount(proof.missing), formatCount(proof.extra), formatCount(proof.differing));
    if (schema.verifyFailure)
        verified += QLatin1Char(' ') + tr("Could not be compared %1: %2").arg(formatAbsolute(schema.verifyFailure->at), describe(schema.verifyFailure->error).sentence);
    if (schema.nextVerifyAt.isValid())
        verified += QLatin1Char(' ') + tr("Next: %1.").arg(formatAbsolute(schema.nextVerifyAt));
    return deletes + QLatin1Char('\n') + verified;
}

QString verifyEveryWord(VerifyEvery value)
{
    switch (value) {
    case VerifyEvery::Off: return tr("Only when asked to");
    case VerifyEvery::Daily: return tr("Every day");
    case VerifyEvery::Weekly: return tr("Every week");
    }
    return {};
}

QString lateCommitsWord(LateCommits value)
{
    switch (value) {
    case LateCommits::Auto: return tr("Automatic");
    case LateCommits::Xmin: return tr("Exact window, always");
    case LateCommits::Cursor: return tr("Cursor and lookback only");
    }
    return {};
}

QString cursorTypeWord(CursorType type)
{
    switch (type) {
    case CursorType::Timestamp: return tr("Timestamp with zone");
    case CursorType::DateTime: return tr("Date and time");
    case CursorType::Date: return tr("Date");
    case CursorType::Integer: return tr("Integer");
    case CursorType::Numeric: return tr("Number");
    case CursorType::ObjectId: return tr("Object id");
    }
    return {};
}

QString runModeWord(const QString& mode)
{
    if (mode == QLatin1String("full"))
        return tr("Full copy");
    if (mode == QLatin1String("window"))
        return tr("Exact window");
    if (mode == QLatin1String("cursor"))
        return tr("By cursor");
    if (mode == QLatin1String("append"))
        return tr("Append");
    if (mode == QLatin1String("repair"))
        return tr("Repair");
    if (mode == QLatin1String("reconcile"))
        return tr("Reconcile");
    return mode.isEmpty() ? dash() : mode;
}

QString triggerWord(Trigger trigger)
{
    switch (trigger) {
    case Trigger::Manual: return tr("Window");
    case Trigger::Command: return tr("Command line");
    case Trigger::Sample: return tr("Sample");
    case Trigger::Schedule: return tr("Schedule");
    }
    return {};
}

QString phaseWord(RunPhase phase)
{
    switch (phase) {
    case RunPhase::Waiting: return tr("Waiting");
    case RunPhase::Connecting: return tr("Connecting");
    case RunPhase::Planning: return tr("Planning");
    case RunPhase::Reading: return tr("Reading");
    case RunPhase::Merging: return tr("Merging");
    case RunPhase::Committing: return tr("Committing");
    case RunPhase::Done: return tr("Done");
    }
    return {};
}

QString tableKindWord(TableKind kind)
{
    switch (kind) {
    case TableKind::Table: return tr("Table");
    case TableKind::PartitionedTable: return tr("Partitioned table");
    case TableKind::View: return tr("View");
    case TableKind::MaterializedView: return tr("Materialised view");
    case TableKind::ForeignTable: return tr("Foreign table");
    }
    return {};
}

QString checkStepWord(CheckStep::Kind kind)
{
    switch (kind) {
    case CheckStep::Kind::File: return tr("Open the file");
    case CheckStep::Kind::Dns: return tr("Find the host");
    case CheckStep::Kind::Tcp: return tr("Reach the port");
    case CheckStep::Kind::Tls: return tr("Encrypt (TLS)");
    case CheckStep::Kind::Login: return tr("Log in");
    case CheckStep::Kind::Permissions: return tr("Read the tables");
    }
    return {};
}

QString checkStateWord(CheckStep::State state)
{
    switch (state) {
    case CheckStep::State::Waiting: return tr("waiting");
    case CheckStep::State::Running: return tr("checking");
    case CheckStep::State::Ok: return tr("OK");
    case CheckStep::State::Warning: return tr("warning");
    case CheckStep::State::Failed: return tr("failed");
    case CheckStep::State::Skipped: return tr("not needed");
    }
    return {};
}

QString keychainWord(KeychainState state)
{
    switch (state) {
    case KeychainState::Unknown: return tr("Keychain not checked");
    case KeychainState::Available: return tr("Keychain unlocked");
    case KeychainState::Locked: return tr("Keychain locked");
    case KeychainState::Reset: return tr("Keychain was reset");
    case KeychainState::Missing: return tr("No keychain");
    case KeychainState::FileVault: return tr("Encrypted vault");
    case KeychainState::FileVaultLocked: return tr("Vault locked");
    }
    return {};
}

QString keychainExplained(KeychainState state)
{
    switch (state) {
    case KeychainState::Unknown: return tr("The keychain is asked when a password is first needed.");
    case KeychainState::Available: return tr("Passwords are kept in the keychain of your system.");
    case KeychainState::Locked: return tr("Unlock the keychain of your system, then sync again.");
    case KeychainState::Reset: return tr("The keychain no longer holds what Leat stored. Enter the passwords of your sources again.");
    case KeychainState::Missing: return tr("This system has no keychain service. Start one, or open the profile with an encrypted vault.");
    case KeychainState::FileVault: return tr("Passwords are kept in this profile's encrypted vault.");
    case KeychainState::FileVaultLocked: return tr("Start Leat with the vault's passphrase to unlock it.");
    }
    return {};
}

QString logLevelWord(LogLevel level)
{
    switch (level) {
    case LogLevel::Info: return tr("Info");
    case LogLevel::Warning: return tr("Warning");
    case LogLevel::Error: return tr("Error");
    }
    return {};
}

QString secretStateWord(SecretState state)
{
    switch (state) {
    case SecretState::NotNeeded: return tr("No password");
    case SecretState::Stored: return tr("Password stored");
    case SecretState::Locked: return tr("Keychain locked");
    case SecretState::Reset: return tr("Keychain was reset: enter the password again");
    case SecretState::Missing: return tr("Password missing");
    }
    return {};
}

namespace {

/// An estimate needs no tenths of a second.
QString etaText(qint64 seconds)
{
    return seconds < 60 ? tr("%1 s").arg(seconds) : formatDuration(seconds * 1000);
}

} // namespace

QString progressBrief(const RunProgress& progress)
{
    QStringList parts;
    if (progress.fraction >= 0)
        parts << formatPercent(progress.fraction);
    else
        parts << (progress.rows > 0 ? QCoreApplication::translate("leat::Wording", "%1 rows").arg(formatShortCount(progress.rows)) : phaseWord(progress.phase));
    if (progress.etaSeconds >= 0)
        parts << tr("%1 left").arg(etaText(progress.etaSeconds));
    return parts.join(QStringLiteral(" · "));
}

QString progressText(const RunProgress& progress)
{
    QStringList parts{phaseWord(progress.phase)};
    if (progress.fraction >= 0)
        parts << formatPercent(progress.fraction);
    else if (progress.rows > 0)
        parts << QCoreApplication::translate("leat::Wording", "%1 rows").arg(formatShortCount(progress.rows));
    if (progress.rowsPerSecond >= 1)
        parts << formatRate(progress.rowsPerSecond);
    if (progress.etaSeconds >= 0)
        parts << tr("about %1 left").arg(etaText(progress.etaSeconds));
    return parts.join(QStringLiteral(" · "));
}

QString listingSentence(const ListingChange& change)
{
    const auto names = [](const QStringList& all) { return all.mid(0, 5).join(QStringLiteral(", ")); };
    QStringList parts;
    const RefreshResult& result = change.result;
    if (!result.added.isEmpty())
        parts << QCoreApplication::translate("leat::Wording", "%n new table(s): %1.", nullptr, int(result.added.size())).arg(names(result.added));
    if (!result.enabled.isEmpty())
        parts << QCoreApplication::translate("leat::Wording", "%n of them enabled.", nullptr, int(result.enabled.size()));
    if (!result.vanished.isEmpty())
        parts << QCoreApplication::translate("leat::Wording", "%n table(s) gone: %1.", nullptr, int(result.vanished.size())).arg(names(result.vanished));
    return change.name + QStringLiteral(": ") + parts.join(QLatin1Char(' '));
}

int severityOf(SchemaStatus status) { return int(status); }

bool needsAttention(SchemaStatus status)
{
    return status == SchemaStatus::Failed || status == SchemaStatus::HeldBack;
}

bool isActive(SchemaStatus status)
{
    return status == SchemaStatus::Running || status == SchemaStatus::Queued || status == SchemaStatus::Cancelling;
}

} // namespace leat
