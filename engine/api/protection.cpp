// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/protection.h"

#include "engine/api/jsonview.h"

#include <QJsonArray>

#include <array>
#include <utility>

namespace leat {

namespace {

constexpr std::array kProtections{
    std::pair{Protection::Off, "off"},
    std::pair{Protection::Confirm, "confirm"},
    std::pair{Protection::TypeName, "type_name"},
    std::pair{Protection::ReadOnly, "read_only"},
};

constexpr std::array kActions{
    std::pair{DestructiveAction::Wipe, "wipe"},
    std::pair{DestructiveAction::DeleteData, "delete-data"},
    std::pair{DestructiveAction::RemoveSource, "remove-source"},
    std::pair{DestructiveAction::PurgeTrash, "purge-trash"},
};

QJsonValue timeValue(const QDateTime& at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

QJsonValue countValue(qint64 count)
{
    return count < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(count);
}

QJsonValue textValue(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

QString toString(Protection protection)
{
    for (const auto& [value, name] : kProtections)
        if (value == protection)
            return QLatin1String(name);
    return {};
}

std::optional<Protection> protectionFromString(const QString& text)
{
    for (const auto& [value, name] : kProtections)
        if (text.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return value;
    return std::nullopt;
}

QStringList protectionNames()
{
    QStringList names;
    for (const auto& [value, name] : kProtections)
        names.append(QLatin1String(name));
    return names;
}

Protection protectionOf(const SourceInfo& source)
{
    return protectionFromString(source.settings.value(QLatin1String(kProtectionKey))).value_or(Protection::TypeName);
}

QString toString(DestructiveAction action)
{
    for (const auto& [value, name] : kActions)
        if (value == action)
            return QLatin1String(name);
    return {};
}

QJsonObject toJson(const DestructivePreview& preview)
{
    QJsonArray items;
    for (const DestructiveItem& item : preview.items)
        items.append(QJsonObject{
            {QStringLiteral("name"), item.name},
            {QStringLiteral("rows"), countValue(item.rows)},
            {QStringLiteral("bytes"), countValue(item.bytes)},
            {QStringLiteral("last_synced_at"), timeValue(item.lastSyncedAt)},
            {QStringLiteral("cursor"), textValue(item.cursor)},
            {QStringLiteral("cannot_reread"), textValue(item.cannotReread)},
        });
    return {
        {QStringLiteral("action"), toString(preview.action)},
        {QStringLiteral("subject"), preview.subject},
        {QStringLiteral("sentence"), preview.sentence},
        {QStringLiteral("items"), items},
        {QStringLiteral("rows"), preview.rows},
        {QStringLiteral("bytes"), preview.bytes},
        {QStringLiteral("protection"), toString(preview.protection)},
        {QStringLiteral("kept_until"), timeValue(preview.keptUntil)},
    };
}

QJsonObject toJson(const TrashItem& item)
{
    return {
        {QStringLiteral("id"), item.id},
        {QStringLiteral("name"), item.name},
        {QStringLiteral("source"), item.sourceName},
        {QStringLiteral("action"), item.action},
        {QStringLiteral("actor"), item.actor},
        {QStringLiteral("rows"), item.rows},
        {QStringLiteral("bytes"), countValue(item.bytes)},
        {QStringLiteral("cursor"), textValue(item.cursor)},
        {QStringLiteral("trashed_at"), timeValue(item.trashedAt)},
        {QStringLiteral("expires_at"), timeValue(item.expiresAt)},
    };
}

} // namespace leat
