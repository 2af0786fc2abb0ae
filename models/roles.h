// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace leat {

/// Roles every model of this folder answers alike. Values, never colours or icons: the window
/// chooses those.
enum ModelRole {
    IdRole = Qt::UserRole + 1, ///< qint64 row id of what the row shows
    NodeRole,                  ///< NodeKind, tree models only
    StatusRole,                ///< int: SchemaStatus, RunStatus or LogLevel, as the model says
    SeverityRole,              ///< int, 0 is the worst
    SortRole,                  ///< comparable value of the cell
    ExportRole,                ///< text for copying and CSV, without thousands separators
    FractionRole,              ///< double 0–1 of running work; -1 unknown; invalid: nothing runs
    SearchRole,                ///< text that a free-text filter looks at
    HealthRole,                ///< int: Health, models of tables only
    MarkRole,                  ///< text: how a protected source is marked, on its tables too; empty: not at all
};

enum class NodeKind { Source, Schema };

/// How figures stand in a column: units below units, in right-to-left layouts too.
inline constexpr int kFigures = Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute;
/// How words stand in a column.
inline constexpr int kWords = Qt::AlignLeft | Qt::AlignVCenter;

} // namespace leat
