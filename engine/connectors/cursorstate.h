// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace leat {

/// A column as it was when rows were last stored; drift is measured against it (traps T060–T063).
struct ColumnMark
{
    QString name;                  ///< at the source
    QString target;                ///< in the warehouse, where it is called otherwise; else empty (settleTargets())
    QStringList former;            ///< names it had at the source before, the oldest first
    QString sourceType;            ///< empty: stored by a version that did not note it
    ColumnType type;
    int attribute = 0;             ///< the source's own number of it; 0: not known
    bool late = false;             ///< of an append table: rows that were stored before it came have NULL there
    bool operator==(const ColumnMark&) const = default;
    const QString& warehouseName() const { return target.isEmpty() ? name : target; }
};

/// Where a schema's reading stands. Values are opaque text of the source under pinned session
/// settings, compared only by the source (traps T016–T018). Committed with the rows.
struct CursorState
{
    QString column;                ///< empty: no cursor column
    QString sourceType;            ///< the column's type when the value was taken (trap T028)
    std::optional<QString> value;  ///< the watermark: the greatest value read
    std::optional<quint64> horizon;///< xid8 below which every transaction had ended (trap T005)
    std::optional<quint64> seen;   ///< xid8 not yet given out when the youngest of the stored rows were read (T041)
    QString serverId;              ///< system identifier / file identity (trap T159)
    QString history;               ///< the server's timeline: another one may give the same xids out twice (T123); empty: not known
    bool quiet = false;            ///< no other transaction was open when the snapshot was taken
    int narrowed = 0;              ///< syncs in a row that read their window by the cursor's index; `horizon` is older than they
    bool rewound = false;          ///< set back by hand: the next read begins at `value`, whatever the horizon
    QStringList keyColumns;        ///< the key rows were merged by (trap T045)
    bool uniqueKey = false;        ///< an index of the source held it unique
    QString tableId;               ///< the source's identity of the table; attribute numbers count within it
    QStringList parts;             ///< the heaps that were read: the table's own, partitions, children; empty: not known
    std::vector<ColumnMark> columns;   ///< what was read, to see drift (trap T060)
    QMap<QString, QString> spellings;  ///< SnapshotFacts::spellings of what was read
    SyncType syncType = SyncType::FullRefresh;
    bool operator==(const CursorState&) const = default;
};

/// The columns whose values in the warehouse are the source's, by their names there. Of an append table that
/// leaves out those that changed their meaning and go on in a column beside the old one.
QStringList comparableColumns(const CursorState& state);
/// The name of the column that goes on beside the old one: "amount_v2".
QString versionedName(const QString& name, int version);

QJsonObject toJson(const CursorState& state);
CursorState cursorStateFromJson(const QJsonObject& json);

} // namespace leat
