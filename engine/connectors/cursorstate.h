// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/syncvalues.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace leat {

/// Where a schema's reading stands. Values are opaque text of the source under pinned session
/// settings, compared only by the source (traps T016–T018). Committed with the rows.
struct CursorState
{
    QString column;                ///< empty: no cursor column
    QString sourceType;            ///< the column's type when the value was taken (trap T028)
    std::optional<QString> value;  ///< the watermark: the greatest value read
    std::optional<quint64> horizon;///< xid8 below which every transaction had ended (trap T005)
    QString serverId;              ///< system identifier / file identity (trap T159)
    bool quiet = false;            ///< no other transaction was open when the snapshot was taken
    bool rewound = false;          ///< set back by hand: the next read begins at `value`, whatever the horizon
    QStringList keyColumns;        ///< the key rows were merged by (trap T045)
    QStringList columns;           ///< "name type" of what was read, to see drift (trap T060)
    SyncType syncType = SyncType::FullRefresh;
    bool operator==(const CursorState&) const = default;
};

QJsonObject toJson(const CursorState& state);
CursorState cursorStateFromJson(const QJsonObject& json);

} // namespace leat
