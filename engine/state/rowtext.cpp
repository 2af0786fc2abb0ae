// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/rowtext.h"

#include "engine/api/jsonview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace leat::rowtext {

namespace {

QString compact(const QJsonDocument& json)
{
    return QString::fromUtf8(json.toJson(QJsonDocument::Compact));
}

QJsonDocument parsed(const QVariant& value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8());
}

} // namespace

QVariant text(const QString& value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

QVariant time(const QDateTime& at)
{
    return at.isValid() ? QVariant(at.toUTC().toString(Qt::ISODateWithMs)) : QVariant();
}

QDateTime time(const QVariant& value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

QVariant error(const std::optional<Error>& error)
{
    if (!error)
        return {};
    QJsonObject json = toJson(*error);
    json.remove(QStringLiteral("sentence"));
    json.remove(QStringLiteral("remedy"));
    return compact(QJsonDocument(json));
}

std::optional<Error> error(const QVariant& value)
{
    return value.isNull() ? std::nullopt : errorFromJson(parsed(value).object());
}

QVariant pause(const std::optional<PauseNote>& note)
{
    if (!note)
        return {};
    QJsonObject json{{QStringLiteral("by"), note->actor}, {QStringLiteral("at"), note->at.toUTC().toString(Qt::ISODateWithMs)}};
    if (note->byEngine())
        json.insert(QStringLiteral("rule"), note->ruleId);
    if (note->cause)
        json.insert(QStringLiteral("error"), QJsonDocument::fromJson(error(note->cause).toString().toUtf8()).object());
    return compact(QJsonDocument(json));
}

std::optional<PauseNote> pause(const QVariant& value)
{
    if (value.isNull())
        return std::nullopt;
    const QJsonObject json = parsed(value).object();
    PauseNote note{json.value(QLatin1String("by")).toString(), time(json.value(QLatin1String("at")).toVariant()),
        json.value(QLatin1String("rule")).toString(), {}};
    if (const QJsonObject cause = json.value(QLatin1String("error")).toObject(); !cause.isEmpty())
        note.cause = errorFromJson(cause);
    return note;
}

QVariant config(const SchemaConfig& config)
{
    return compact(QJsonDocument(toJson(config)));
}

SchemaConfig config(const QVariant& value)
{
    return schemaConfigFromJson(parsed(value).object());
}

QVariant proof(const Proof& proof)
{
    return compact(QJsonDocument(toJson(proof)));
}

Proof proof(const QVariant& value)
{
    return proofFromJson(parsed(value).object());
}

QVariant reconcile(const ReconcileNote& note)
{
    return compact(QJsonDocument(toJson(note)));
}

ReconcileNote reconcile(const QVariant& value)
{
    return reconcileNoteFromJson(parsed(value).object());
}

QVariant map(const QMap<QString, QString>& map)
{
    QJsonObject json;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        json[it.key()] = it.value();
    return compact(QJsonDocument(json));
}

QMap<QString, QString> map(const QVariant& value)
{
    QMap<QString, QString> map;
    const QJsonObject json = parsed(value).object();
    for (auto it = json.begin(); it != json.end(); ++it)
        map[it.key()] = it.value().toString();
    return map;
}

QVariant list(const QStringList& list)
{
    return compact(QJsonDocument(QJsonArray::fromStringList(list)));
}

QStringList list(const QVariant& value)
{
    QStringList list;
    const QJsonArray json = parsed(value).array();
    for (const QJsonValue& item : json)
        list.append(item.toString());
    return list;
}

SecretState secretState(const QString& text)
{
    for (SecretState state : {SecretState::NotNeeded, SecretState::Stored, SecretState::Locked, SecretState::Reset})
        if (toString(state) == text)
            return state;
    return SecretState::Missing;
}

SourceStatus sourceStatus(const QString& text)
{
    for (SourceStatus status : {SourceStatus::Ok, SourceStatus::Error})
        if (toString(status) == text)
            return status;
    return SourceStatus::Unknown;
}

} // namespace leat::rowtext
