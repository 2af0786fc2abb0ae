// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/diagnosisjson.h"

#include "engine/api/jsonview.h"
#include "engine/api/unavailable.h"

#include <QJsonArray>

namespace leat {

namespace {

QJsonValue timeOrNull(const QDateTime& at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

QJsonValue idOrNull(qint64 id)
{
    return id > 0 ? QJsonValue(id) : QJsonValue(QJsonValue::Null);
}

QJsonArray idsOf(const std::vector<SchemaId>& ids)
{
    QJsonArray array;
    for (SchemaId id : ids)
        array.append(id.value);
    return array;
}

QString toText(DiagnosisFact::State state)
{
    switch (state) {
    case DiagnosisFact::State::Ok: return QStringLiteral("ok");
    case DiagnosisFact::State::Warning: return QStringLiteral("warning");
    case DiagnosisFact::State::Problem: return QStringLiteral("problem");
    case DiagnosisFact::State::Note: break;
    }
    return QStringLiteral("note");
}

} // namespace

QJsonObject toJson(const DiagnosisAction& action)
{
    const QString reason = unavailableReason(action.id);
    return {{QStringLiteral("id"), action.id}, {QStringLiteral("words"), action.words},
        {QStringLiteral("effect"), toString(action.effect)}, {QStringLiteral("effect_text"), action.effectText},
        {QStringLiteral("command"), action.command},
        {QStringLiteral("unavailable"), reason.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(reason)}};
}

QJsonObject toJson(const Diagnosis& diagnosis)
{
    QJsonArray actions;
    for (const DiagnosisAction& action : diagnosis.actions)
        actions.append(toJson(action));
    return {{QStringLiteral("branch"), toString(diagnosis.branch)}, {QStringLiteral("category"), diagnosis.category},
        {QStringLiteral("retryable"), diagnosis.retryable}, {QStringLiteral("scope"), toString(diagnosis.scope)},
        {QStringLiteral("cause"), diagnosis.cause}, {QStringLiteral("advice"), diagnosis.advice},
        {QStringLiteral("actions"), actions}, {QStringLiteral("not_suggested"), diagnosis.notSuggested},
        {QStringLiteral("confidence"), toString(diagnosis.confidence)}, {QStringLiteral("rule"), diagnosis.ruleId}};
}

QJsonObject toJson(const DiagnosisReport& report)
{
    QJsonObject json = toJson(report.diagnosis);
    QJsonArray facts;
    for (const DiagnosisFact& fact : report.facts)
        facts.append(QJsonObject{{QStringLiteral("state"), toText(fact.state)}, {QStringLiteral("name"), fact.name},
            {QStringLiteral("text"), fact.text}});
    QJsonArray others;
    for (const Diagnosis& other : report.others)
        others.append(toJson(other));
    json[QLatin1String("subject")] = report.subject;
    json[QLatin1String("healthy")] = report.healthy;
    json[QLatin1String("source_id")] = idOrNull(report.sourceId.value);
    json[QLatin1String("schema_id")] = idOrNull(report.schemaId.value);
    json[QLatin1String("affected")] = idsOf(report.affected);
    json[QLatin1String("since")] = timeOrNull(report.since);
    json[QLatin1String("evidence")] = facts;
    json[QLatin1String("others")] = others;
    json[QLatin1String("check")] = report.check ? QJsonValue(toJson(*report.check)) : QJsonValue(QJsonValue::Null);
    json[QLatin1String("text")] = report.rawText;
    return json;
}

QJsonObject toJson(const Incident& incident)
{
    return {{QStringLiteral("id"), incident.id}, {QStringLiteral("status"), toString(incident.health)},
        {QStringLiteral("subject"), incident.subject}, {QStringLiteral("headline"), incident.headline},
        {QStringLiteral("source_id"), idOrNull(incident.sourceId.value)},
        {QStringLiteral("schema_id"), idOrNull(incident.schemaId.value)},
        {QStringLiteral("schemas"), idsOf(incident.schemas)}, {QStringLiteral("since"), timeOrNull(incident.since)},
        {QStringLiteral("next_retry_at"), timeOrNull(incident.nextRetryAt)},
        {QStringLiteral("diagnosis"), toJson(incident.diagnosis)},
        {QStringLiteral("action"), incident.action.id.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                                : QJsonValue(toJson(incident.action))}};
}

} // namespace leat
