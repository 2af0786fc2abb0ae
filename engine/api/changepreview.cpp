// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/changepreview.h"

#include "engine/api/jsonvalues.h"
#include "engine/api/jsonview.h"
#include "engine/api/names.h"

#include <QJsonArray>

#include <array>

namespace leat {

namespace {

constexpr std::array kVerdicts{
    Name<ImpactVerdict>{ImpactVerdict::SchedulingOnly, "scheduling_only"},
    Name<ImpactVerdict>{ImpactVerdict::StaysValid, "stays_valid"},
    Name<ImpactVerdict>{ImpactVerdict::ResyncAdvised, "resync_advised"},
    Name<ImpactVerdict>{ImpactVerdict::ResyncRequired, "resync_required"},
};

constexpr std::array kAfters{
    Name<AfterChange>{AfterChange::Keep, "keep"},
    Name<AfterChange>{AfterChange::Resync, "resync"},
    Name<AfterChange>{AfterChange::Rewind, "rewind"},
};

} // namespace

QString toString(ImpactVerdict verdict)
{
    return nameOf(kVerdicts, verdict);
}

QString toString(AfterChange after)
{
    return nameOf(kAfters, after);
}

std::optional<AfterChange> afterChangeFromString(const QString& text)
{
    return valueOf(kAfters, text);
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
        QJsonArray next;
        for (const QDateTime& at : change.nextRuns)
            next.append(timeValue(at));
        QJsonObject json{
            {QStringLiteral("name"), change.name},
            {QStringLiteral("revision"), change.revision},
            {QStringLiteral("running"), change.running},
            {QStringLiteral("before"), toJson(change.before)},
            {QStringLiteral("after"), toJson(change.after)},
            {QStringLiteral("impact"), toJson(change.impact)},
            {QStringLiteral("next_runs"), next},
            {QStringLiteral("error"), change.error ? QJsonValue(toJson(*change.error)) : QJsonValue(QJsonValue::Null)},
        };
        changes.append(json);
    }
    return {{QStringLiteral("changes"), changes}, {QStringLiteral("cli"), preview.cli}};
}

} // namespace leat
