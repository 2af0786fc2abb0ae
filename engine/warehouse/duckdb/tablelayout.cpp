// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/tablelayout.h"

#include "engine/warehouse/columnnames.h"
#include "engine/warehouse/duckdb/ducktypes.h"

#include <QSet>

namespace leat {

namespace {

Error layoutError(ErrorCode code, const QString& label, const QString& column, const QString& detail = {})
{
    Error error = makeError(code, detail,
        {{QStringLiteral("table"), label}, {QStringLiteral("column"), column}});
    error.owner = Owner::Warehouse;
    error.phase = Phase::Write;
    return error;
}

Error typeError(const QString& label, const TableColumn& before, const PlannedColumn& after)
{
    Error error = layoutError(ErrorCode::ShapeChanged, label, after.source);
    error.args.insert(QStringLiteral("before"),
        before.type ? QString::fromLatin1(typeSql(*before.type)) : QStringLiteral("…"));
    error.args.insert(QStringLiteral("after"), QString::fromLatin1(typeSql(after.type)));
    return error;
}

} // namespace

Result<std::optional<TableColumns>> describeTable(DuckConnection& connection, const SqlTable& table)
{
    Result<DuckStatement> statement = connection.prepare("SELECT * FROM " + table.full());
    if (!statement) {
        const QString& detail = statement.error().detail;
        if (detail.startsWith(QLatin1String("Catalog Error")) && detail.contains(QLatin1String("does not exist")))
            return std::optional<TableColumns>();
        return statement.error();
    }
    TableColumns columns;
    const idx_t count = duckdb_prepared_statement_column_count(statement->get());
    for (idx_t i = 0; i < count; ++i) {
        const char* name = duckdb_prepared_statement_column_name(statement->get(), i);
        TableColumn& column = columns.emplace_back();
        column.name = QString::fromUtf8(name);
        duckdb_free(const_cast<char*>(name));
        const Result<QByteArray> sql = quoteIdentifier(column.name);
        if (!sql)
            return sql.error();
        column.sql = *sql;
        duckdb_logical_type type = duckdb_prepared_statement_column_logical_type(statement->get(), i);
        column.type = fromLogicalType(type);
        duckdb_destroy_logical_type(&type);
    }
    return std::optional<TableColumns>(std::move(columns));
}

const TableColumn* findColumn(const TableColumns& columns, const QString& name)
{
    const QString folded = foldName(name);
    for (const TableColumn& column : columns)
        if (foldName(column.name) == folded)
            return &column;
    return nullptr;
}

const PlannedColumn* findSource(const PlannedColumns& columns, const QString& source)
{
    for (const PlannedColumn& column : columns)
        if (column.source == source)
            return &column;
    return nullptr;
}

QStringList columnNames(const TableColumns& columns)
{
    QStringList names;
    for (const TableColumn& column : columns)
        names.append(column.name);
    return names;
}

Result<PlannedColumns> planColumns(const std::vector<LoadColumn>& columns, const QStringList& existing,
                                   const QString& label)
{
    if (columns.empty())
        return layoutError(ErrorCode::NothingSelected, label, {}, QStringLiteral("a table needs a column"));
    QStringList sources;
    QSet<QString> seen;
    for (const LoadColumn& column : columns) {
        if (seen.contains(column.name))
            return layoutError(ErrorCode::InvalidArgument, label, column.name, QStringLiteral("repeated column"));
        seen.insert(column.name);
        sources.append(column.target.isEmpty() ? column.name : column.target);
    }
    const QStringList names = warehouseColumnNames(sources, existing);
    PlannedColumns planned;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QString& name = names.at(static_cast<qsizetype>(i));
        const Result<QByteArray> sql = quoteIdentifier(name);
        if (!sql)
            return sql.error();
        planned.push_back({columns[i].name, name, *sql, columns[i].type, columns[i].comment, columns[i].diverse, columns[i].numberText});
    }
    return planned;
}

Result<PlannedColumns> storedColumns(const std::vector<ColumnMark>& marks, const TableColumns& existing, const QString& label)
{
    if (marks.empty())
        return PlannedColumns();
    std::vector<LoadColumn> columns;
    for (const ColumnMark& mark : marks) {
        LoadColumn& column = columns.emplace_back();
        column.name = mark.name;
        column.type = mark.type;
        column.target = mark.target;
    }
    return planColumns(columns, columnNames(existing), label);
}

Result<PlannedColumns> pickColumns(const PlannedColumns& columns, const QStringList& sources, const QString& label)
{
    PlannedColumns picked;
    for (const QString& source : sources) {
        const PlannedColumn* column = findSource(columns, source);
        if (!column)
            return layoutError(ErrorCode::ColumnMissing, label, source);
        picked.push_back(*column);
    }
    return picked;
}

Result<TableDrift> driftOf(const PlannedColumns& planned, const TableColumns& existing, const QString& label)
{
    // Folded once: a linear search per column would be quadratic for very wide tables.
    QHash<QString, const TableColumn*> byName;
    for (const TableColumn& column : existing)
        byName.insert(foldName(column.name), &column);
    TableDrift drift;
    for (std::size_t i = 0; i < planned.size(); ++i) {
        const PlannedColumn& column = planned[i];
        const TableColumn* present = byName.value(foldName(column.name));
        if (!present)
            drift.added.push_back(i);
        else if (!present->type)
            return typeError(label, *present, column);
        else if (widensLosslessly(column.type, *present->type))
            continue;
        else if (widensLosslessly(*present->type, column.type) && column.type.kind != ColumnType::Kind::Text)
            drift.widened.push_back(i);
        else
            return typeError(label, *present, column);
    }
    return drift;
}

QByteArray columnDefinitions(const PlannedColumns& columns)
{
    QByteArray list;
    for (const PlannedColumn& column : columns) {
        if (!list.isEmpty())
            list += ", ";
        list += column.sql + ' ' + typeSql(column.type);
        const bool isText = column.type.kind == ColumnType::Kind::Text || column.type.kind == ColumnType::Kind::Json;
        if (column.diverse && isText)
            list += " USING COMPRESSION fsst";
    }
    return list;
}

QByteArray columnList(const PlannedColumns& columns)
{
    QByteArray list;
    for (const PlannedColumn& column : columns) {
        if (!list.isEmpty())
            list += ", ";
        list += column.sql;
    }
    return list;
}

} // namespace leat
