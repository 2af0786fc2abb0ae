// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/duckconnection.h"
#include "engine/warehouse/duckdb/sqltext.h"
#include "engine/warehouse/warehouse.h"

namespace leat {

/// A column as a warehouse table has it now.
struct TableColumn
{
    QString name;
    QByteArray sql;                        ///< quoted
    std::optional<ColumnType> type;        ///< nullopt: a type that Leat never makes
};
using TableColumns = std::vector<TableColumn>;

/// A column of a load and where it goes.
struct PlannedColumn
{
    QString source;                        ///< the source's name
    QString name;                          ///< the warehouse's name (columnnames.h)
    QByteArray sql;                        ///< quoted
    ColumnType type;
    QString comment;
    bool diverse = false;                  ///< as in LoadColumn
    bool numberText = false;               ///< as in LoadColumn
};
using PlannedColumns = std::vector<PlannedColumn>;

/// What a table needs before rows of a load fit in; both hold indexes of planned columns.
struct TableDrift
{
    std::vector<std::size_t> added;        ///< the table lacks them
    std::vector<std::size_t> widened;      ///< the table's type must grow, without loss
};

/// The columns of a table or view, nullopt when there is none.
Result<std::optional<TableColumns>> describeTable(DuckConnection& connection, const SqlTable& table);
const TableColumn* findColumn(const TableColumns& columns, const QString& name);
const PlannedColumn* findSource(const PlannedColumns& columns, const QString& source);
QStringList columnNames(const TableColumns& columns);

/// Warehouse names of the load's columns. NothingSelected without columns; InvalidArgument for
/// unusable or repeated names.
Result<PlannedColumns> planColumns(const std::vector<LoadColumn>& columns, const QStringList& existing,
                                   const QString& label);
/// Where the columns that were stored last are: their names at the source and in the table. Empty when
/// nobody noted them.
Result<PlannedColumns> storedColumns(const std::vector<ColumnMark>& marks, const TableColumns& existing, const QString& label);
/// The planned columns of names, ColumnMissing for one that is not among them.
Result<PlannedColumns> pickColumns(const PlannedColumns& columns, const QStringList& sources,
                                   const QString& label);
/// How the table must change for the load; ShapeChanged when a type differs with loss.
Result<TableDrift> driftOf(const PlannedColumns& planned, const TableColumns& existing, const QString& label);
QByteArray columnList(const PlannedColumns& columns);
/// Column definitions for CREATE TABLE. Diverse texts are told their compression: DuckDB would try a
/// dictionary for them too, which costs a seventh of a load's CPU time and never wins.
QByteArray columnDefinitions(const PlannedColumns& columns);

} // namespace leat
