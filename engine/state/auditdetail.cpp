// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/auditdetail.h"

#include "engine/api/jsonview.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace leat::auditdetail {

namespace {

QString compact(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject difference(const QJsonObject& before, const QJsonObject& after)
{
    QJsonObject changes;
    QStringList keys = before.keys() + after.keys();
    keys.removeDuplicates();
    for (const QString& key : keys)
        if (before.value(key) != after.value(key))
            changes[key] = QJsonObject{{QStringLiteral("before"), before.value(key)}, {QStringLiteral("after"), after.value(key)}};
    return changes;
}

QJsonObject facts(const SourceInfo& source)
{
    QJsonObject json;
    for (auto it = source.settings.cbegin(); it != source.settings.cend(); ++it)
        json[it.key()] = it.value();
    json[QStringLiteral("secrets")] = QJsonArray::fromStringList(source.secretKeys);
    return json;
}

} // namespace

QString ofSource(const SourceInfo& source)
{
    QJsonObject json = facts(source);
    json[QStringLiteral("type")] = source.type;
    return compact(json);
}

QString ofChange(const SourceInfo& before, const SourceInfo& after)
{
    return compact(difference(facts(before), facts(after)));
}

QString ofChange(const SchemaConfig& before, const SchemaConfig& after)
{
    return compact(difference(toJson(before), toJson(after)));
}

QString ofAdded(const QStringList& labels, const std::vector<SchemaInfo>& schemas)
{
    QJsonObject configured;
    for (const SchemaInfo& schema : schemas)
        if (schema.config != SchemaConfig())
            configured[schema.table.nameSpace + QLatin1Char('.') + schema.table.name] = toJson(schema.config);
    QJsonObject json{{QStringLiteral("added"), QJsonArray::fromStringList(labels)}};
    if (!configured.isEmpty())
        json[QStringLiteral("configured")] = configured;
    return compact(json);
}

} // namespace leat::auditdetail
