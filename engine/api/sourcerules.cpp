// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/sourcerules.h"

#include "engine/api/frequency.h"
#include "engine/api/names.h"
#include "engine/api/syncvalues.h"

#include <QRegularExpression>

#include <array>

namespace leat {

namespace {

constexpr std::array kPolicies{
    Name<DriftPolicy>{DriftPolicy::Ignore, "ignore"},
    Name<DriftPolicy>{DriftPolicy::Ask, "ask"},
    Name<DriftPolicy>{DriftPolicy::AddColumns, "add_columns"},
    Name<DriftPolicy>{DriftPolicy::Full, "full"},
};

Error refused(const char* option, const QString& value, const QStringList& allowed)
{
    return makeError(ErrorCode::InvalidOption, {},
        {{QStringLiteral("option"), QLatin1String(option)}, {QStringLiteral("value"), value},
            {QStringLiteral("allowed"), allowed.join(QStringLiteral(", "))}});
}

} // namespace

QString toString(DriftPolicy policy)
{
    return nameOf(kPolicies, policy);
}

std::optional<DriftPolicy> driftPolicyFromString(const QString& text)
{
    return valueOf(kPolicies, text);
}

QStringList driftPolicyNames()
{
    QStringList names;
    for (const auto& [value, name] : kPolicies)
        names.append(QLatin1String(name));
    return names;
}

DriftPolicy driftPolicyOf(const SourceInfo& source)
{
    return driftPolicyFromString(source.settings.value(QLatin1String(kDriftKey))).value_or(DriftPolicy::AddColumns);
}

qint64 refreshSecondsOf(const SourceInfo& source)
{
    const SyncFrequency every = syncFrequencyFromString(source.settings.value(QLatin1String(kRefreshKey)))
                                    .value_or(SyncFrequency::EveryDay);
    return every == SyncFrequency::Never ? 0 : periodSeconds(every);
}

bool enablesNew(const SourceInfo& source, const QString& label)
{
    if (driftPolicyOf(source) == DriftPolicy::Full)
        return true;
    for (const QString& entry : source.settings.value(QLatin1String(kAutoEnableKey)).split(QLatin1Char(',')))
        if (const QString pattern = entry.trimmed(); !pattern.isEmpty()) {
            const QRegularExpression match(QRegularExpression::wildcardToRegularExpression(pattern,
                QRegularExpression::UnanchoredWildcardConversion), QRegularExpression::CaseInsensitiveOption
                    | QRegularExpression::DotMatchesEverythingOption);
            const QRegularExpression whole(QRegularExpression::anchoredPattern(match.pattern()), match.patternOptions());
            if (whole.match(label).hasMatch())
                return true;
        }
    return false;
}

SchemaConfig suggestedConfig(const TableListing& listing)
{
    SchemaConfig config;
    config.shouldSync = true;
    config.primaryKeyColumns = listing.primaryKey;
    config.syncType = listing.suggested;
    if (listing.suggested != SyncType::FullRefresh) {
        config.incrementalField = listing.suggestedCursor;
        config.incrementalFieldType = listing.suggestedCursorType;
    }
    return config;
}

Result<void> checkSourceRules(const QMap<QString, QString>& settings)
{
    if (const QString policy = settings.value(QLatin1String(kDriftKey)); !policy.isEmpty() && !driftPolicyFromString(policy))
        return refused(kDriftKey, policy, driftPolicyNames());
    if (const QString every = settings.value(QLatin1String(kRefreshKey)); !every.isEmpty() && !syncFrequencyFromString(every))
        return refused(kRefreshKey, every, syncFrequencyNames());
    return {};
}

} // namespace leat
