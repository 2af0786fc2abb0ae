// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/frequencywords.h"

#include <QCoreApplication>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("leat::Frequency", text);
}

} // namespace

QString frequencyWord(SyncFrequency frequency)
{
    switch (frequency) {
    case SyncFrequency::Every1Minute: return tr("Every minute");
    case SyncFrequency::Every5Minutes: return tr("Every 5 minutes");
    case SyncFrequency::Every15Minutes: return tr("Every 15 minutes");
    case SyncFrequency::Every30Minutes: return tr("Every 30 minutes");
    case SyncFrequency::EveryHour: return tr("Every hour");
    case SyncFrequency::Every6Hours: return tr("Every 6 hours");
    case SyncFrequency::Every12Hours: return tr("Every 12 hours");
    case SyncFrequency::EveryDay: return tr("Once a day");
    case SyncFrequency::Every7Days: return tr("Once a week");
    case SyncFrequency::Every30Days: return tr("Every 30 days");
    case SyncFrequency::Never: return tr("Only by hand");
    }
    return {};
}

std::vector<SyncFrequency> allFrequencies()
{
    return {SyncFrequency::Every1Minute, SyncFrequency::Every5Minutes, SyncFrequency::Every15Minutes, SyncFrequency::Every30Minutes, SyncFrequency::EveryHour,
        SyncFrequency::Every6Hours, SyncFrequency::Every12Hours, SyncFrequency::EveryDay, SyncFrequency::Every7Days, SyncFrequency::Every30Days, SyncFrequency::Never};
}

} // namespace leat
