// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/jsonview.h"

#include "engine/api/jsonvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace leat {

namespace {

QJsonValue errorValue(const std::optional<Error>& error)
{
    return error ? QJsonValue(toJson(*error)) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject toJson(const BulkResult& result)
{
    QJsonArray items;
    for (const ItemOutcome& item : result.items)
        items.append(QJsonObject{
            {QStringLiteral("name"), item.name},
            {QStringLiteral("run_id"), item.run.isValid() ? QJsonValue(item.run.value) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("error"), errorValue(item.error)},
        });
    return {{QStringLiteral("ok"), result.ok()}, {QStringLiteral("items"), items}};
}

QJsonObject toJson(const KeyReport& report)
{
    return {
        {QStringLiteral("primary_key_columns"), QJsonArray::fromStringList(report.columns)},
        {QStringLiteral("unique"), report.unique},
        {QStringLiteral("has_nulls"), report.hasNulls},
        {QStringLiteral("examples"), QJsonArray::fromStringList(report.examples)},
        {QStringLiteral("checked_at"), timeValue(report.checkedAt)},
    };
}

QJsonObject toJson(const SchemaPatch& patch)
{
    const QJsonObject all = toJson(applied({}, patch));
    QJsonObject json;
    for (const QString& field : patchedFields(patch))
        json[field] = all.value(field);
    return json;
}

QJsonObject toJson(const RewindReport& report)
{
    return {
        {QStringLiteral("incremental_field"), report.column},
        {QStringLiteral("before"), report.before},
        {QStringLiteral("value"), report.value},
        {QStringLiteral("rows"), report.rows < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(report.rows)},
    };
}

QJsonObject toJson(const CredentialReport& report)
{
    QJsonArray tables;
    for (const PrivilegeCheck& table : report.tables)
        tables.append(QJsonObject{
            {QStringLiteral("name"), table.name},
            {QStringLiteral("before"), table.before},
            {QStringLiteral("after"), table.after},
        });
    return {
        {QStringLiteral("ok"), report.ok()},
        {QStringLiteral("before"), toJson(report.before)},
        {QStringLiteral("after"), toJson(report.after)},
        {QStringLiteral("tables"), tables},
        {QStringLiteral("shared_with"), QJsonArray::fromStringList(report.sharedWith)},
        {QStringLiteral("problem"), errorValue(report.problem)},
    };
}

QJsonObject toJson(const AuditEntry& entry)
{
    const QJsonDocument detail = QJsonDocument::fromJson(entry.detail.toUtf8());
    return {
        {QStringLiteral("at"), entry.at.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("actor"), entry.actor},
        {QStringLiteral("action"), entry.action},
        {QStringLiteral("subject"), entry.subject},
        {QStringLiteral("detail"), detail.isObject() ? QJsonValue(detail.object()) : QJsonValue(entry.detail)},
    };
}

} // namespace leat
