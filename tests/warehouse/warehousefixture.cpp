// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/warehouse/warehousefixture.h"

namespace leat::test {

DuckOptions WarehouseFixture::options() const
{
    DuckOptions options;
    options.path = path();
    options.threads = 2;
    options.tempDir = m_dir.filePath(QStringLiteral("spill"));
    return options;
}

void WarehouseFixture::reopen()
{
    m_warehouse.reset();
    Result<std::unique_ptr<Warehouse>> opened = DuckWarehouse::open(options());
    if (!opened)
        qFatal("%s", qPrintable(explain(opened.error())));
    m_warehouse = std::move(*opened);
}

CommitRecord WarehouseFixture::record(qint64 rowsRead, qint64 run)
{
    CommitRecord record;
    record.runId = run;
    record.fence = run;
    record.configVersion = 7;
    record.rowsRead = rowsRead;
    record.cursor.column = QStringLiteral("id");
    record.cursor.value = QStringLiteral("2024-02-29 12:00:00.123456+00");
    return record;
}

Result<CommitOutcome> WarehouseFixture::sync(LoadSpec spec, TableRead& read, qint64 run)
{
    if (spec.columns.empty())
        spec.columns = sameColumns<LoadColumn>(read);
    Result<std::unique_ptr<LoadSession>> session = m_warehouse->begin(spec);
    if (!session)
        return session.error();
    const Result<qint64> rows = (*session)->load(read, {});
    if (!rows)
        return rows.error();
    return (*session)->commit(record(*rows, run), {});
}

Result<CommitOutcome> WarehouseFixture::swap(const WarehouseTable& table, TableRead& read, qint64 run)
{
    LoadSpec spec;
    spec.target = table;
    return sync(spec, read, run);
}

Result<CommitOutcome> WarehouseFixture::upsert(const WarehouseTable& table, TableRead& read, const QStringList& keys, qint64 run)
{
    LoadSpec spec;
    spec.mode = LoadMode::Upsert;
    spec.target = table;
    spec.keyColumns = keys;
    return sync(spec, read, run);
}

QString WarehouseFixture::text(const QString& sql)
{
    const Result<QueryResult> result = m_warehouse->query(sql, -1, {});
    if (!result)
        return explain(result.error());
    QStringList rows;
    for (std::size_t r = 0; r < result->rows.size(); ++r) {
        QStringList cells;
        for (qsizetype c = 0; c < result->rows[r].size(); ++c)
            cells.append(result->nulls[r][static_cast<std::size_t>(c)] ? QStringLiteral("NULL") : result->rows[r].at(c));
        rows.append(cells.join(QLatin1Char('|')));
    }
    return rows.join(QLatin1Char(';'));
}

FakeTable idTable(std::vector<std::pair<qint64, QByteArray>> rows)
{
    std::vector<FakeRow> cells;
    for (auto& [id, v] : rows)
        cells.push_back({id, v});
    return FakeTable({column("id", ColumnType::Kind::Int64), column("v", ColumnType::Kind::Text)}, std::move(cells));
}

QString explain(const Error& error)
{
    QString text = toString(error.code) + QStringLiteral(": ") + error.detail;
    for (auto it = error.args.begin(); it != error.args.end(); ++it)
        text += QStringLiteral(" [%1=%2]").arg(it.key(), it.value());
    return text;
}

} // namespace leat::test
