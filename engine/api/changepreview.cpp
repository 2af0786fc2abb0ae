// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/changepreview.h"

#include "engine/api/jsonview.h"

#include <QJsonArray>

#include <array>
#include <utility>

namespace leat {

namespace {

constexpr std::array kVerdicts{
    std::pair{ImpactVerdict::SchedulingOnly, "scheduling_only"},
    std::pair{ImpactVerdict::StaysValid, "stays_valid"},
    std::pair{ImpactVerdict::ResyncAdvised, "resync_advised"},
    std::pair{ImpactVerdict::ResyncRequired, "resync_required"},
};

constexpr std::array kAfters{
    std::pair{AfterChange::Keep, "keep"},
    std::pair{AfterChange::Resync, "resync"},
    std::pair{AfterChange::Rewind, "rewind"},
};

QJsonValue countValue(qint64 count)
{
    return count < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(count);
}

} // namespace

QString toString(ImpactVerdict verdict)
{
    for (const auto& [value, name] : kVerdicts)
        if (value == verdict)
            return QLatin1String(name);
    return {};
}

QString toString(AfterChange after)
{
    for (const auto& [value, name] : kAfters)
        if (value == after)
            return QLatin1String(name);
    return {};
}

std::optional<AfterChange> afterChangeFromString(const QString& text)
{
    for (const auto& [value, name] : kAfters)
        if (text.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return value;
    return std::nullopt;
}

QJsonObject toJson(const Impact& impact)
{
    QJsonArray fields;
    for (const FieldImpact& field : impact.fields)
        fields.append(QJsonObject{
            {QStringLiteral("field"), field.field},
            {QStringLiteral("before"), field.before},
            {QStringLiteral("after"), field.after},
            {QStringLiteral("verdict"), toString(field.verdict)},
            {QStringLiteral("sentence"), field.sentence},
            {QStringLiteral("irreversible"), field.irreversible},
        });
    QJsonArray options;
    for (const AfterOption& option : impact.options)
        options.append(QJsonObject{
            {QStringLiteral("then"), toString(option.after)},
            {QStringLiteral("possible"), option.possible},
            {QStringLiteral("sentence"), option.sentence},
            {QStringLiteral("rows"), countValue(option.rows)},
            {QStringLiteral("seconds"), countValue(option.seconds)},
        });
    return {
        {QStringLiteral("verdict"), toString(impact.verdict)},
        {QStringLiteral("irreversible"), impact.irreversible},
        {QStringLiteral("fields"), fields},
        {QStringLiteral("options"), options},
        {QStringLiteral("suggested"), toString(impact.suggested)},
    };
}

QJsonObject toJson(const ChangePreview& preview)
{
    QJsonArray changes;
    for (const SchemaChange& change : preview.changes) {
        QJsonObject json{
            {QStringLiteral("name"), change.name},
            {QStringLiteral("revision"), change.revision},
            {QStringLiteral("running"), change.running},
            {QStringLiteral("before"), toJson(change.before)},
            {QStringLiteral("after"), toJson(change.after)},
            {QStringLiteral("impact"), toJson(change.impact)},
            {QStringLiteral("error"), change.error ? QJsonValue(toJson(*change.error)) : QJsonValue(QJsonValue::Null)},
        };
        changes.append(json);
    }
    return {{QStringLiteral("changes"), changes}, {QStringLiteral("cli"), preview.cli}};
}

} // namespace leat
