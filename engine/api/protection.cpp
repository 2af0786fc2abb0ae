// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/protection.h"

#include "engine/api/jsonvalues.h"
#include "engine/api/jsonview.h"
#include "engine/api/names.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Protection", text);
}

constexpr std::array kProtections{
    Name<Protection>{Protection::Off, "off"},
    Name<Protection>{Protection::Confirm, "confirm"},
    Name<Protection>{Protection::TypeName, "type_name"},
    Name<Protection>{Protection::ReadOnly, "read_only"},
};

constexpr std::array kActions{
    Name<DestructiveAction>{DestructiveAction::Wipe, "wipe"},
    Name<DestructiveAction>{DestructiveAction::DeleteData, "delete-data"},
    Name<DestructiveAction>{DestructiveAction::RemoveSource, "remove-source"},
    Name<DestructiveAction>{DestructiveAction::PurgeTrash, "purge-trash"},
    Name<DestructiveAction>{DestructiveAction::ReconcileDeletes, "reconcile-deletes"},
};

} // namespace

QString toString(Protection protection)
{
    return nameOf(kProtections, protection);
}

std::optional<Protection> protectionFromString(const QString& text)
{
    return valueOf(kProtections, text);
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
    const Protection level = protectionFromString(source.settings.value(QLatin1String(kProtectionKey))).value_or(Protection::TypeName);
    return isProduction(source) ? std::max(level, Protection::TypeName) : level;
}

bool isProduction(const SourceInfo& source)
{
    return source.settings.value(QLatin1String(kProductionKey)) == QLatin1String("true");
}

QString protectionExplained(Protection protection)
{
    switch (protection) {
    case Protection::Off: return tr("Off: nothing is asked");
    case Protection::Confirm: return tr("Confirm: a yes is asked before data are deleted");
    case Protection::TypeName: return tr("Type the name: it is typed before data are deleted");
    case Protection::ReadOnly: return tr("Read-only: no setting changes, nothing is deleted; it still syncs");
    }
    return {};
}

QString protectionMark(const SourceInfo& source)
{
    const bool readOnly = protectionOf(source) == Protection::ReadOnly;
    if (isProduction(source))
        return readOnly ? tr("Production, read-only") : tr("Production");
    return readOnly ? tr("Read-only") : QString();
}

QString toString(DestructiveAction action)
{
    return nameOf(kActions, action);
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
        {QStringLiteral("production"), preview.production},
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
