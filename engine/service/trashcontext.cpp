// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/trashcontext.h"

#include "engine/api/jsonview.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace leat {

namespace {

QJsonObject tableJson(const SchemaInfo& schema)
{
    QJsonObject json{
        {QStringLiteral("config"), toJson(schema.config)},
        {QStringLiteral("namespace"), schema.table.nameSpace},
        {QStringLiteral("table"), schema.table.name},
        {QStringLiteral("kind"), toString(schema.kind)},
        {QStringLiteral("label"), schema.label},
        {QStringLiteral("warehouse"), schema.warehouseTable},
    };
    if (schema.pause)
        json[QLatin1String("pause")] = toJson(*schema.pause);
    return json;
}

SchemaInfo tableFrom(const QJsonObject& json)
{
    SchemaInfo schema;
    schema.config = schemaConfigFromJson(json[QLatin1String("config")].toObject());
    schema.table = {json[QLatin1String("namespace")].toString(), json[QLatin1String("table")].toString()};
    schema.kind = tableKindFromString(json[QLatin1String("kind")].toString()).value_or(TableKind::Table);
    schema.label = json[QLatin1String("label")].toString();
    schema.warehouseTable = json[QLatin1String("warehouse")].toString();
    if (const QJsonObject pause = json[QLatin1String("pause")].toObject(); !pause.isEmpty())
        schema.pause = PauseNote{pause[QLatin1String("by")].toString(),
            QDateTime::fromString(pause[QLatin1String("at")].toString(), Qt::ISODateWithMs),
            pause[QLatin1String("rule")].toString(), errorFromJson(pause[QLatin1String("error")].toObject())};
    return schema;
}

QJsonObject sourceJson(const SourceInfo& source)
{
    QJsonObject settings;
    for (auto it = source.settings.cbegin(); it != source.settings.cend(); ++it)
        settings[it.key()] = it.value();
    return {
        {QStringLiteral("name"), source.name},
        {QStringLiteral("type"), source.type},
        {QStringLiteral("summary"), source.summary},
        {QStringLiteral("default_namespace"), source.defaultNamespace},
        {QStringLiteral("secrets"), QJsonArray::fromStringList(source.secretKeys)},
        {QStringLiteral("settings"), settings},
    };
}

SourceInfo sourceFrom(const QJsonObject& json)
{
    SourceInfo source;
    source.name = json[QLatin1String("name")].toString();
    source.type = json[QLatin1String("type")].toString();
    source.summary = json[QLatin1String("summary")].toString();
    source.defaultNamespace = json[QLatin1String("default_namespace")].toString();
    for (const QJsonValue& key : json[QLatin1String("secrets")].toArray())
        source.secretKeys.append(key.toString());
    source.secretState = source.secretKeys.isEmpty() ? SecretState::NotNeeded : SecretState::Missing;
    const QJsonObject settings = json[QLatin1String("settings")].toObject();
    for (auto it = settings.begin(); it != settings.end(); ++it)
        source.settings[it.key()] = it.value().toString();
    return source;
}

} // namespace

QString toText(const TrashContext& context)
{
    QJsonObject json = tableJson(context.table);
    json[QLatin1String("source")] = sourceJson(context.source);
    QJsonArray along;
    for (const SchemaInfo& schema : context.along)
        along.append(tableJson(schema));
    if (!along.isEmpty())
        json[QLatin1String("along")] = along;
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<TrashContext> trashContextOf(const TrashRecord& record)
{
    const QJsonObject json = QJsonDocument::fromJson(record.note.context.toUtf8()).object();
    if (json.isEmpty())
        return std::nullopt;
    TrashContext context{tableFrom(json), sourceFrom(json[QLatin1String("source")].toObject()), {}};
    // The record knows where its rows go back to; items of older versions have no names of their own.
    const QString before = record.schema + QLatin1Char('.');
    context.table.label = record.note.label.startsWith(before) ? record.note.label.mid(before.size()) : record.note.label;
    context.table.warehouseTable = before + record.table;
    for (const QJsonValue& each : json[QLatin1String("along")].toArray())
        context.along.push_back(tableFrom(each.toObject()));
    return context;
}

} // namespace leat
