// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/warehouse.h"

#include <QString>
#include <QStringList>

namespace leat {

/// DuckDB compares names without regard to ASCII case, and only that.
QString foldName(const QString& name);

/// The names source columns have in the warehouse, position by position (trap T065). A name is
/// kept exactly unless another one differs from it by case only. Of such a group one name stays:
/// the one that `existing` (the table's columns now) already has in that spelling, else the
/// all-lower-case one, else the first in byte order; the others get "_" and four hex digits of
/// the SHA-256 of their exact name ("Id" beside "id" becomes "Id_1215"). Suffixes depend on
/// the name alone, so a column keeps its place whatever comes or goes beside it. An empty name
/// (SQLite allows it) becomes "unnamed". Exactly repeated names are the caller's error.
QStringList warehouseColumnNames(const QStringList& source, const QStringList& existing = {});

/// Writes down what each column is called in a table that has, or will have, these columns: a name that was
/// told apart from another one by case stays what it is when that other one goes or is renamed.
void settleTargets(std::vector<ColumnMark>& marks, const QStringList& existing);
/// Gives the columns that name no target the one of their mark.
void aimColumns(std::vector<LoadColumn>& columns, const std::vector<ColumnMark>& marks);

} // namespace leat
