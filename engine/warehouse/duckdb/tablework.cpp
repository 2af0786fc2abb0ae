// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/warehouse/duckdb/tablework.h"

#include "engine/warehouse/columnnames.h"
#include "engine/warehouse/duckdb/duckerrors.h"

namespace leat {

TableWork::TableWork(TableLease lease, PooledConnection connection, const WarehouseTable& table)
    : m_lease(std::move(lease)), m_connection(std::move(connection)), m_table(table), m_state(m_connection.instance().catalog())
{
}

Result<void> TableWork::findTable()
{
    const Result<SqlTable> target = quoteTable(m_connection.instance().catalog(), m_table.schema, m_table.table);
    if (!target)
        return target.error();
    m_target = *target;
    Result<std::optional<TableColumns>> existing = describeTable(*m_connection, m_target);
    if (!existing)
        return existing.error();
    if (!*existing)
        return failed(ErrorCode::WarehouseMissing);
    m_existing = std::move(**existing);
    Result<std::vector<ColumnMark>> marks = storedMarks(*m_connection, m_state, m_table, m_existing);
    if (!marks)
        return marks.error();
    m_marks = std::move(*marks);
    return {};
}

Result<PlannedColumns> TableWork::planned(std::vector<LoadColumn> given) const
{
    aimColumns(given, m_marks);
    return planColumns(given, columnNames(m_existing), tableLabel(m_table));
}

void TableWork::dropTemporary(const SqlTable& table)
{
    if (!m_connection->run("DROP TABLE IF EXISTS " + table.full()))
        m_connection.discard();
}

Error TableWork::failed(ErrorCode code, QMap<QString, QString> args) const
{
    args.insert(QStringLiteral("table"), tableLabel(m_table));
    Error error = makeError(code, {}, std::move(args));
    error.owner = Owner::Warehouse;
    error.phase = Phase::Commit;
    return error;
}

} // namespace leat
