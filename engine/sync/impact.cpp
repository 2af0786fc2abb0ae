// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sync/impact.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace leat {

namespace {

using Verdict = ImpactVerdict;

QString tr(const char* text)
{
    return QCoreApplication::translate("Impact", text);
}

bool usesCursor(SyncType type)
{
    return type == SyncType::Incremental || type == SyncType::Append;
}

bool mergesByKey(SyncType type)
{
    return type == SyncType::Incremental || type == SyncType::Cdc || type == SyncType::Webhook;
}

struct Judgement
{
    Verdict verdict = Verdict::StaysValid;
    QString sentence;
    bool irreversible = false;
};

// T41, T42, T45, T46, T47 and the two pairs the seeds leave open (incremental ⇄ append), which
// differ in whether a row has one version or many.
Judgement judgeSyncType(SyncType from, SyncType to)
{
    if (from == SyncType::Cdc || to == SyncType::Cdc)
        return {Verdict::ResyncRequired, tr("Change data capture shapes the table differently; the rows that are there do not fit."),
            from == SyncType::Append};
    if (from == SyncType::Webhook || to == SyncType::Webhook)
        return {Verdict::StaysValid, tr("Only the way rows arrive changes; the rows that are there stay.")};
    if (from == SyncType::Append && to == SyncType::FullRefresh)
        return {Verdict::ResyncAdvised,
            tr("The next sync replaces the table by one version of each row; older versions that were kept are gone."), true};
    if (from == SyncType::Append)
        return {Verdict::ResyncRequired,
            tr("The table holds several versions of a row; it must be copied anew to hold one. The older versions are gone then."), true};
    if (from == SyncType::FullRefresh && to == SyncType::Append)
        return {Verdict::ResyncAdvised,
            tr("The rows that are there have no earlier versions; history begins with the next sync, which copies every row once more.")};
    if (to == SyncType::Append)
        return {Verdict::ResyncRequired,
            tr("The stored position was taken while rows were replaced by key; appending must begin with a complete copy.")};
    if (to == SyncType::FullRefresh)
        return {Verdict::StaysValid, tr("The rows stay; the next sync copies every row anew and swaps the copy in.")};
    return {Verdict::StaysValid, tr("The rows stay; the next sync copies every row once more and reads by cursor from then on.")};
}

Judgement judgeCursor(const SchemaConfig& before, const SchemaConfig& after)
{
    if (!usesCursor(after.syncType))
        return {Verdict::StaysValid, tr("Has no effect with sync_type=%1.").arg(toString(after.syncType))};
    if (!usesCursor(before.syncType))
        return {Verdict::StaysValid, tr("No position is stored yet; the next sync sets the first one.")};
    if (before.incrementalField.isEmpty())
        return {Verdict::StaysValid, tr("No cursor column was used before; the next sync sets the first position.")};
    return {Verdict::ResyncRequired,
        tr("The stored position belongs to “%1”; rows that changed between the histories of the two columns would be missed.")
            .arg(before.incrementalField)};
}

Judgement judgeKey(const SchemaConfig& before, const SchemaConfig& after)
{
    const bool was = mergesByKey(before.syncType);
    if (!mergesByKey(after.syncType))
        return {Verdict::StaysValid, tr("Has no effect with sync_type=%1.").arg(toString(after.syncType))};
    if (!was && after.syncType != SyncType::Cdc)
        return {Verdict::StaysValid, tr("No rows were merged by a key yet.")};
    if (before.primaryKeyColumns.isEmpty() && after.syncType != SyncType::Cdc)
        return {Verdict::StaysValid, tr("No rows were merged by a key yet.")};
    return {Verdict::ResyncRequired, tr("The rows that are there were merged by another key, so some may be missing or double.")};
}

// Empty means all columns, whatever they are.
Judgement judgeColumns(const SchemaConfig& before, const SchemaConfig& after)
{
    const bool added = after.columns.isEmpty()
        || std::any_of(after.columns.begin(), after.columns.end(),
            [&](const QString& name) { return !before.columns.isEmpty() && !before.columns.contains(name); });
    const bool removed = !after.columns.isEmpty()
        && (before.columns.isEmpty()
            || std::any_of(before.columns.begin(), before.columns.end(),
                [&](const QString& name) { return !after.columns.contains(name); }));
    switch (after.syncType) {
    case SyncType::FullRefresh:
        return {Verdict::StaysValid, tr("The next sync copies the table with these columns.")};
    case SyncType::Incremental:
        if (added)
            return {Verdict::StaysValid, tr("The next sync copies every row, so that old rows have the new columns too.")};
        break;
    case SyncType::Append:
    case SyncType::Cdc:
    case SyncType::Webhook:
        if (added)
            return {Verdict::ResyncAdvised, tr("Rows that are there have NULL in the new columns until they are copied anew.")};
        break;
    }
    if (removed)
        return {Verdict::ResyncAdvised, tr("The columns that are left out stay in the warehouse, with NULL in rows that arrive from now on.")};
    return {Verdict::StaysValid, tr("The same columns in another order; nothing changes.")};
}

// The cursor alone passes by what is committed late; no window that begins later brings that.
Judgement judgeLateCommits(const SchemaConfig& before, const SchemaConfig& after)
{
    if (!usesCursor(after.syncType))
        return {Verdict::StaysValid, tr("Has no effect with sync_type=%1.").arg(toString(after.syncType))};
    if (before.lateCommits != LateCommits::Cursor || after.lateCommits == LateCommits::Cursor)
        return {Verdict::StaysValid, tr("Counts from the next sync on; the rows stay valid.")};
    if (after.syncType == SyncType::Append)
        return {Verdict::ResyncAdvised, tr("Rows that were committed late until now and missed by the cursor stay missing until the table is copied anew.")};
    return {Verdict::StaysValid, tr("The next sync copies every row once more, because the cursor alone may have missed some.")};
}

Judgement judgeCdcMode(const SchemaConfig& after)
{
    if (after.syncType != SyncType::Cdc)
        return {Verdict::StaysValid, tr("Has no effect with sync_type=%1.").arg(toString(after.syncType))};
    return {Verdict::StaysValid, tr("The new shape comes with the next sync; rows that are there stay valid.")};
}

bool isDailyOrLonger(SyncFrequency frequency)
{
    return frequency == SyncFrequency::EveryDay || frequency == SyncFrequency::Every7Days
        || frequency == SyncFrequency::Every30Days;
}

Judgement judgeSchedule(const SchemaConfig& after)
{
    if (after.syncType == SyncType::Cdc)
        return {Verdict::SchedulingOnly, tr("Has no effect with sync_type=cdc, which follows the source all the time.")};
    if (after.syncTimeOfDay.isValid() && !isDailyOrLonger(after.syncFrequency))
        return {Verdict::SchedulingOnly, tr("Changes when it syncs; the time of day counts from sync_frequency=24hour on.")};
    return {Verdict::SchedulingOnly, tr("Changes only when it syncs; the rows stay as they are.")};
}

Judgement judgeDeletes(const QString& field, const SchemaConfig& after)
{
    if (!reconciles(after))
        return {Verdict::SchedulingOnly, after.syncType == SyncType::FullRefresh ? tr("Has no effect with sync_type=full_refresh, which takes deleted rows along by itself.")
                                                                                 : tr("Has no effect with sync_type=%1.").arg(toString(after.syncType))};
    if (field == QLatin1String("reconcile_every"))
        return {Verdict::SchedulingOnly, tr("Changes only how often keys are compared.")};
    if (field == QLatin1String("delete_limit"))
        return {Verdict::SchedulingOnly, tr("Changes only when a comparison of keys stops and asks.")};
    switch (after.deletes.mode) {
    case DeleteMode::Off: return {Verdict::StaysValid, tr("Rows that are gone at the source stay from now on; what is marked stays marked.")};
    case DeleteMode::Soft: return {Verdict::StaysValid, tr("Rows that are gone at the source stay, and _leat_deleted_at says since when.")};
    case DeleteMode::Hard: return {Verdict::StaysValid, tr("Rows that are gone at the source are deleted here, marked ones too.")};
    case DeleteMode::Purge:
        return {Verdict::StaysValid, tr("Rows that are gone at the source are marked in _leat_deleted_at, and deleted %1 days later.").arg(after.deletes.purgeDays)};
    }
    return {};
}

Judgement judge(const QString& field, const SchemaConfig& before, const SchemaConfig& after)
{
    const auto is = [&field](const char* name) { return field == QLatin1String(name); };
    if (is("sync_type"))
        return judgeSyncType(before.syncType, after.syncType);
    if (is("incremental_field"))
        return judgeCursor(before, after);
    if (is("primary_key_columns"))
        return judgeKey(before, after);
    if (is("late_commits"))
        return judgeLateCommits(before, after);
    if (is("columns"))
        return judgeColumns(before, after);
    if (is("cdc_table_mode"))
        return judgeCdcMode(after);
    if (is("sync_frequency") || is("sync_time_of_day"))
        return judgeSchedule(after);
    if (is("should_sync"))
        return {Verdict::SchedulingOnly, after.shouldSync ? tr("Syncs again; the rows stay as they are.")
                                                          : tr("Pauses; the rows stay as they are.")};
    if (is("verify_every"))
        return {Verdict::SchedulingOnly, tr("Changes only when it is compared with its source; the rows stay as they are.")};
    if (is("incremental_field_type") && usesCursor(after.syncType))
        return {Verdict::StaysValid, tr("The source compares its own values; the rows stay valid.")};
    if (is("incremental_field_type"))
        return {Verdict::StaysValid, tr("Has no effect with sync_type=%1.").arg(toString(after.syncType))};
    if (is("deletes") || is("reconcile_every") || is("delete_limit"))
        return judgeDeletes(field, after);
    return {Verdict::StaysValid, tr("Counts from the next sync on; the rows stay valid.")};
}

qint64 secondsFor(qint64 rows, const ImpactFacts& facts)
{
    if (rows < 0 || facts.rowsPerSecond <= 0)
        return -1;
    return std::max<qint64>(1, std::llround(static_cast<double>(rows) / facts.rowsPerSecond));
}

AfterOption resyncOption(const ImpactFacts& facts)
{
    AfterOption option;
    option.after = AfterChange::Resync;
    option.rows = facts.sourceRows >= 0 ? facts.sourceRows : facts.rows;
    option.seconds = secondsFor(option.rows, facts);
    option.sentence = tr("Copies every row beside the old table and swaps the copy in when it is complete.");
    return option;
}

AfterOption keepOption(const Impact& impact)
{
    AfterOption option;
    option.sentence = impact.verdict == Verdict::ResyncRequired
        ? tr("Rows and position stay; the next sync stops and asks for a resync or a rewind.")
        : tr("Rows and position stay; the next sync goes on from there.");
    return option;
}

// A position can be moved where the rows themselves stay right: not under another key or type.
AfterOption rewindOption(const SchemaConfig& before, const SchemaConfig& after, const ImpactFacts& facts)
{
    AfterOption option;
    option.after = AfterChange::Rewind;
    option.possible = false;
    if (!usesCursor(after.syncType) || after.incrementalField.isEmpty())
        option.sentence = tr("sync_type=%1 reads by no cursor.").arg(toString(after.syncType));
    else if (!facts.loaded || facts.cursorText.isEmpty())
        option.sentence = tr("No position is stored yet.");
    else if (before.syncType != after.syncType)
        option.sentence = tr("Another sync type needs a complete copy.");
    else if (after.syncType == SyncType::Incremental && before.primaryKeyColumns != after.primaryKeyColumns)
        option.sentence = tr("Another key needs a complete copy.");
    else {
        option.possible = true;
        option.sentence = tr("Reads again every row whose “%1” is at or above the value you give.").arg(after.incrementalField);
    }
    return option;
}

} // namespace

double copySpeed(const std::vector<RunInfo>& runs)
{
    double any = 0;
    for (const RunInfo& run : runs) {
        if (run.status != RunStatus::Completed || run.rowsRead <= 0 || !run.startedAt.isValid() || !run.finishedAt.isValid())
            continue;
        const double seconds = std::max<double>(0.001, static_cast<double>(run.startedAt.msecsTo(run.finishedAt)) / 1000.0);
        const double speed = static_cast<double>(run.rowsRead) / seconds;
        if (run.mode == QLatin1String("full"))
            return speed;
        if (any <= 0)
            any = speed;
    }
    return any;
}

Impact impactOf(const SchemaConfig& before, const SchemaConfig& after, const ImpactFacts& facts)
{
    Impact impact;
    for (const QString& field : changedFields(before, after)) {
        Judgement judgement = judge(field, before, after);
        if (!facts.loaded && judgement.verdict > Verdict::StaysValid)
            judgement = {Verdict::StaysValid, tr("No rows are there yet; the first sync uses it."), false};
        impact.verdict = std::max(impact.verdict, judgement.verdict);
        impact.irreversible = impact.irreversible || judgement.irreversible;
        impact.fields.push_back({field, fieldText(before, field), fieldText(after, field), judgement.verdict,
            judgement.sentence, judgement.irreversible});
    }
    if (impact.verdict < Verdict::ResyncAdvised)
        return impact;
    impact.options = {resyncOption(facts), rewindOption(before, after, facts), keepOption(impact)};
    impact.suggested = impact.verdict == Verdict::ResyncRequired ? AfterChange::Resync : AfterChange::Keep;
    return impact;
}

} // namespace leat
