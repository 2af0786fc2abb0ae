// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/widening.h"

#include <QByteArray>

#include <duckdb.h>

#include <optional>

namespace leat {

/// ColumnType as DuckDB spells it: "DECIMAL(12,2)", "TIMESTAMP WITH TIME ZONE".
QByteArray typeSql(const ColumnType& type);
/// The caller destroys it with duckdb_destroy_logical_type.
duckdb_logical_type makeLogicalType(const ColumnType& type);
/// nullopt: a type that Leat never makes (somebody else changed the table).
std::optional<ColumnType> fromLogicalType(duckdb_logical_type type);
/// The same from DuckDB's spelling, as in duckdb_columns().data_type.
std::optional<ColumnType> typeFromSql(const QString& text);

/// Expressions whose equality is exact where DuckDB's own is not: it holds 1 month = 30 days,
/// 0.0 = -0.0 and times of different zones equal. nullopt: plain equality is exact.
/// `column` is a quoted column reference.
std::optional<QByteArray> exactnessSql(const ColumnType& type, const QByteArray& column);

} // namespace leat
