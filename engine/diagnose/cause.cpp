// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/cause.h"

#include "engine/diagnose/causes.h"

#include <QCoreApplication>

#include <array>

namespace leat {

namespace {

std::array<std::span<const CauseInfo>, 5> families()
{
    return {accessCauses(), networkCauses(), settingCauses(), tableCauses(), engineCauses()};
}

QString tr(const char* text)
{
    return *text ? QCoreApplication::translate("Diagnosis", text) : QString();
}

} // namespace

const CauseInfo& causeInfo(Cause cause)
{
    for (std::span<const CauseInfo> family : families())
        for (const CauseInfo& row : family)
            if (row.cause == cause)
                return row;
    return engineCauses().back();
}

std::vector<CauseInfo> allCauses()
{
    std::vector<CauseInfo> all;
    for (std::span<const CauseInfo> family : families())
        all.insert(all.end(), family.begin(), family.end());
    return all;
}

Diagnosis diagnosisOf(Cause cause, const QString& ruleId, Confidence confidence)
{
    const CauseInfo& info = causeInfo(cause);
    Diagnosis made;
    made.ruleId = ruleId;
    made.branch = info.branch;
    made.category = QLatin1String(info.category);
    made.retryable = info.retryable;
    made.scope = info.scope;
    made.cause = tr(info.sentence);
    made.advice = tr(info.advice);
    for (const QString& id : QString::fromLatin1(info.actions).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        made.actions.push_back(actionOf(id));
    made.notSuggested = tr(info.notSuggested);
    made.confidence = confidence;
    return made;
}

} // namespace leat
