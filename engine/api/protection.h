// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/ids.h"
#include "engine/api/sourceinfo.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace leat {

/// How a source is guarded against being destroyed: the setting `protection`, kept to by the
/// engine for every door. Off: nothing is asked. Confirm: a yes. TypeName: its name is typed.
/// ReadOnly: settings cannot change and nothing can be deleted; it still syncs.
enum class Protection { Off, Confirm, TypeName, ReadOnly };
inline constexpr char kProtectionKey[] = "protection";
QString toString(Protection protection);
std::optional<Protection> protectionFromString(const QString& text);
QStringList protectionNames();
/// TypeName unless the setting says otherwise; never less for a production source.
Protection protectionOf(const SourceInfo& source);
/// What a level means, translated: "Confirm: a yes is asked before data are deleted".
QString protectionExplained(Protection protection);

/// The setting `production` marks a source everywhere it is shown, and keeps it at TypeName or more.
inline constexpr char kProductionKey[] = "production";
bool isProduction(const SourceInfo& source);
/// The word that stands beside such a source, translated: "Production", "Read-only",
/// "Production, read-only"; empty for all others.
QString protectionMark(const SourceInfo& source);

/// What takes data away. The old generation (rows, cursor, configuration) goes to the trash,
/// except for PurgeTrash, which empties it for good, and ReconcileDeletes, the rows that a reconcile
/// held back: they are marked or deleted in place.
enum class DestructiveAction { Wipe, DeleteData, RemoveSource, PurgeTrash, ReconcileDeletes };
QString toString(DestructiveAction action);

struct DestructiveItem
{
    SchemaId id;                   ///< not valid for an item of the trash
    QString name;                  ///< "shop.orders"
    qint64 rows = -1;
    qint64 bytes = -1;
    QDateTime lastSyncedAt;        ///< UTC; its age says how old the rows are
    QString cursor;
    QString cannotReread;          ///< translated: what the source no longer has; empty: everything can be read again
    bool operator==(const DestructiveItem&) const = default;
};

/// What an action would take away, and the token that allows exactly this for ten minutes.
struct DestructivePreview
{
    DestructiveAction action = DestructiveAction::DeleteData;
    QString subject;               ///< what is typed to confirm: "shop.orders" or "shop"
    QString sentence;              ///< translated
    std::vector<DestructiveItem> items;
    qint64 rows = 0;
    qint64 bytes = 0;
    Protection protection = Protection::TypeName;
    bool production = false;       ///< one of its sources is; a general yes does not do
    QDateTime keptUntil;           ///< UTC; until then the trash can bring it back; invalid: never
    QString token;
};

/// What comes with a destructive command. The engine refuses it without both.
struct Confirmation
{
    QString token;                 ///< of the preview of the very same action, on unchanged data
    QString typedName;             ///< DestructivePreview::subject, for Protection::TypeName
};

/// One old generation of one table.
struct TrashItem
{
    qint64 id = 0;
    QString name;                  ///< "shop.orders"
    QString sourceName;
    QString action;                ///< "delete-data", "wipe", "remove-source", "restore"
    QString actor;
    qint64 rows = 0;
    qint64 bytes = -1;
    QString cursor;
    QDateTime trashedAt;
    QDateTime expiresAt;
    bool operator==(const TrashItem&) const = default;
};

/// How long and how much the trash keeps; the oldest go first, the newest always stays.
struct TrashLimits
{
    int days = 7;
    qint64 maxBytes = qint64{10} << 30;
    bool operator==(const TrashLimits&) const = default;
};

struct TrashPage { std::vector<TrashItem> items; TrashLimits limits; };

} // namespace leat
