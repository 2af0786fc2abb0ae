// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/frequency.h"

namespace leat {

namespace {
constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
}

qint64 periodSeconds(SyncFrequency frequency)
{
    switch (frequency) {
    case SyncFrequency::Every1Minute: return kMinute;
    case SyncFrequency::Every5Minutes: return 5 * kMinute;
    case SyncFrequency::Every15Minutes: return 15 * kMinute;
    case SyncFrequency::Every30Minutes: return 30 * kMinute;
    case SyncFrequency::EveryHour: return kHour;
    case SyncFrequency::Every6Hours: return 6 * kHour;
    case SyncFrequency::Every12Hours: return 12 * kHour;
    case SyncFrequency::EveryDay: return kDay;
    case SyncFrequency::Every7Days: return 7 * kDay;
    case SyncFrequency::Every30Days: return 30 * kDay;
    case SyncFrequency::Never: break;
    }
    return 0;
}

SyncFrequency suggestedFrequency(SyncType type)
{
    return type == SyncType::FullRefresh ? SyncFrequency::EveryDay : SyncFrequency::Every6Hours;
}

bool takesTimeOfDay(SyncFrequency frequency)
{
    return periodSeconds(frequency) >= kDay;
}

} // namespace leat
