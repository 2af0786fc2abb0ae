// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/syncvalues.h"

#include "engine/api/names.h"

#include <array>

namespace leat {

namespace {

constexpr std::array kSyncTypes{
    Name<SyncType>{SyncType::FullRefresh, "full_refresh"},
    Name<SyncType>{SyncType::Incremental, "incremental"},
    Name<SyncType>{SyncType::Append, "append"},
    Name<SyncType>{SyncType::Cdc, "cdc"},
    Name<SyncType>{SyncType::Webhook, "webhook"},
};
constexpr std::array kCursorTypes{
    Name<CursorType>{CursorType::Timestamp, "timestamp"},
    Name<CursorType>{CursorType::DateTime, "datetime"},
    Name<CursorType>{CursorType::Date, "date"},
    Name<CursorType>{CursorType::Integer, "integer"},
    Name<CursorType>{CursorType::Numeric, "numeric"},
    Name<CursorType>{CursorType::ObjectId, "objectid"},
};
constexpr std::array kCdcTableModes{
    Name<CdcTableMode>{CdcTableMode::Consolidated, "consolidated"},
    Name<CdcTableMode>{CdcTableMode::CdcOnly, "cdc_only"},
    Name<CdcTableMode>{CdcTableMode::Both, "both"},
};
constexpr std::array kSyncFrequencies{
    Name<SyncFrequency>{SyncFrequency::Every1Minute, "1min"},
    Name<SyncFrequency>{SyncFrequency::Every5Minutes, "5min"},
    Name<SyncFrequency>{SyncFrequency::Every15Minutes, "15min"},
    Name<SyncFrequency>{SyncFrequency::Every30Minutes, "30min"},
    Name<SyncFrequency>{SyncFrequency::EveryHour, "1hour"},
    Name<SyncFrequency>{SyncFrequency::Every6Hours, "6hour"},
    Name<SyncFrequency>{SyncFrequency::Every12Hours, "12hour"},
    Name<SyncFrequency>{SyncFrequency::EveryDay, "24hour"},
    Name<SyncFrequency>{SyncFrequency::Every7Days, "7day"},
    Name<SyncFrequency>{SyncFrequency::Every30Days, "30day"},
    Name<SyncFrequency>{SyncFrequency::Never, "never"},
};
constexpr std::array kLateCommits{
    Name<LateCommits>{LateCommits::Auto, "auto"},
    Name<LateCommits>{LateCommits::Xmin, "xmin"},
    Name<LateCommits>{LateCommits::Cursor, "cursor"},
};
constexpr std::array kGuarantees{
    Name<Guarantee>{Guarantee::Unknown, "unknown"},
    Name<Guarantee>{Guarantee::CompleteCopy, "complete_copy"},
    Name<Guarantee>{Guarantee::ExactWindow, "exact_window"},
    Name<Guarantee>{Guarantee::CursorChecked, "cursor_checked"},
    Name<Guarantee>{Guarantee::CursorOnly, "cursor_only"},
};
constexpr std::array kSchemaStatuses{
    Name<SchemaStatus>{SchemaStatus::Failed, "Failed"},
    Name<SchemaStatus>{SchemaStatus::HeldBack, "HeldBack"},
    Name<SchemaStatus>{SchemaStatus::Running, "Running"},
    Name<SchemaStatus>{SchemaStatus::Queued, "Queued"},
    Name<SchemaStatus>{SchemaStatus::Cancelling, "Cancelling"},
    Name<SchemaStatus>{SchemaStatus::Cancelled, "Cancelled"},
    Name<SchemaStatus>{SchemaStatus::Paused, "Paused"},
    Name<SchemaStatus>{SchemaStatus::NeverSynced, "NeverSynced"},
    Name<SchemaStatus>{SchemaStatus::Off, "Off"},
    Name<SchemaStatus>{SchemaStatus::Ok, "Completed"},
};
constexpr std::array kRunStatuses{
    Name<RunStatus>{RunStatus::Queued, "Queued"},
    Name<RunStatus>{RunStatus::Running, "Running"},
    Name<RunStatus>{RunStatus::Completed, "Completed"},
    Name<RunStatus>{RunStatus::Failed, "Failed"},
    Name<RunStatus>{RunStatus::Cancelled, "Cancelled"},
    Name<RunStatus>{RunStatus::Interrupted, "Interrupted"},
    Name<RunStatus>{RunStatus::HeldBack, "HeldBack"},
};
constexpr std::array kRunPhases{
    Name<RunPhase>{RunPhase::Waiting, "waiting"},       Name<RunPhase>{RunPhase::Connecting, "connecting"},
    Name<RunPhase>{RunPhase::Planning, "planning"},     Name<RunPhase>{RunPhase::Reading, "reading"},
    Name<RunPhase>{RunPhase::Merging, "merging"},       Name<RunPhase>{RunPhase::Committing, "committing"},
    Name<RunPhase>{RunPhase::Done, "done"},
};
constexpr std::array kVerifyEvery{
    Name<VerifyEvery>{VerifyEvery::Off, "off"}, Name<VerifyEvery>{VerifyEvery::Daily, "daily"}, Name<VerifyEvery>{VerifyEvery::Weekly, "weekly"},
};
constexpr std::array kTriggers{
    Name<Trigger>{Trigger::Manual, "manual"},
    Name<Trigger>{Trigger::Command, "command"},
    Name<Trigger>{Trigger::Sample, "sample"},
    Name<Trigger>{Trigger::Schedule, "schedule"},
};
constexpr std::array kTableKinds{
    Name<TableKind>{TableKind::Table, "table"},
    Name<TableKind>{TableKind::PartitionedTable, "partitioned_table"},
    Name<TableKind>{TableKind::View, "view"},
    Name<TableKind>{TableKind::MaterializedView, "materialized_view"},
    Name<TableKind>{TableKind::ForeignTable, "foreign_table"},
};

} // namespace

QString toString(SyncType value) { return nameOf(kSyncTypes, value); }
QString toString(CursorType value) { return nameOf(kCursorTypes, value); }
QString toString(LateCommits value) { return nameOf(kLateCommits, value); }
QString toString(CdcTableMode value) { return nameOf(kCdcTableModes, value); }
QString toString(SyncFrequency value) { return nameOf(kSyncFrequencies, value); }
QString toString(VerifyEvery value) { return nameOf(kVerifyEvery, value); }
QString toString(Guarantee value) { return nameOf(kGuarantees, value); }
QString toString(SchemaStatus value) { return nameOf(kSchemaStatuses, value); }
QString toString(RunStatus value) { return nameOf(kRunStatuses, value); }
QString toString(RunPhase value) { return nameOf(kRunPhases, value); }
QString toString(Trigger value) { return nameOf(kTriggers, value); }
QString toString(TableKind value) { return nameOf(kTableKinds, value); }

std::optional<SyncType> syncTypeFromString(const QString& text) { return valueOf(kSyncTypes, text); }
std::optional<CursorType> cursorTypeFromString(const QString& text) { return valueOf(kCursorTypes, text); }
std::optional<VerifyEvery> verifyEveryFromString(const QString& text) { return valueOf(kVerifyEvery, text); }

qint64 secondsOf(VerifyEvery value)
{
    constexpr qint64 kDay = 86'400;
    return value == VerifyEvery::Off ? 0 : value == VerifyEvery::Daily ? kDay : 7 * kDay;
}

std::optional<LateCommits> lateCommitsFromString(const QString& text) { return valueOf(kLateCommits, text); }
std::optional<CdcTableMode> cdcTableModeFromString(const QString& text) { return valueOf(kCdcTableModes, text); }
std::optional<SyncFrequency> syncFrequencyFromString(const QString& text) { return valueOf(kSyncFrequencies, text); }
std::optional<Guarantee> guaranteeFromString(const QString& text) { return valueOf(kGuarantees, text); }
std::optional<RunStatus> runStatusFromString(const QString& text) { return valueOf(kRunStatuses, text); }
std::optional<Trigger> triggerFromString(const QString& text) { return valueOf(kTriggers, text); }
std::optional<TableKind> tableKindFromString(const QString& text) { return valueOf(kTableKinds, text); }

QStringList syncFrequencyNames()
{
    QStringList names;
    for (const auto& [value, name] : kSyncFrequencies)
        names.append(QLatin1String(name));
    return names;
}

int tierOf(Guarantee guarantee)
{
    switch (guarantee) {
    case Guarantee::Unknown: return 0;
    case Guarantee::CompleteCopy:
    case Guarantee::ExactWindow: return 2;
    case Guarantee::CursorChecked:
    case Guarantee::CursorOnly: break;
    }
    return 3;
}

} // namespace leat
