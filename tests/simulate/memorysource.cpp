// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulate/memorysource.h"

#include "tests/simulate/fiber.h"

#include <algorithm>

namespace leat::sim {

namespace {

constexpr std::size_t kBatch = 3;          // few rows, so that a read has many places to stop at

Error stopped()
{
    return makeError(ErrorCode::Cancelled);
}

qint64 Row::* member(const QString& column)
{
    return column == QLatin1String("id") ? &Row::id : column == QLatin1String("updated") ? &Row::updated : &Row::value;
}

class Reader final : public BatchReader
{
public:
    Reader(const std::vector<Row>& rows, const std::vector<ReadColumn>& columns, ReadCounters& counters, CancelToken cancel)
        : m_rows(rows), m_columns(columns), m_counters(counters), m_cancel(std::move(cancel))
    {
    }
    Result<std::size_t> fill(RecordBatch& batch) override
    {
        Fiber::yield();
        if (m_cancel.isCancelled())
            return stopped();
        const std::size_t count = std::min(kBatch, m_rows.size() - m_next);
        for (std::size_t column = 0; column < m_columns.size(); ++column)
            for (std::size_t row = 0; row < count; ++row)
                batch.columns()[column].cells<qint64>()[row] = m_rows[m_next + row].*member(m_columns[column].name);
        m_next += count;
        m_counters.rows += qint64(count);
        return count;
    }

private:
    const std::vector<Row>& m_rows;
    const std::vector<ReadColumn>& m_columns;
    ReadCounters& m_counters;
    CancelToken m_cancel;
    std::size_t m_next = 0;
};

class Read final : public TableRead
{
public:
    Read(std::vector<Row> rows, const QStringList& columns) : m_rows(std::move(rows))
    {
        for (const QString& name : columns)
            m_columns.push_back({name, {ColumnType::Kind::Int64, 0, 0}});
    }
    const std::vector<ReadColumn>& columns() const override { return m_columns; }
    int usefulReaders() const override { return 1; }
    Result<std::unique_ptr<BatchReader>> openReader(const CancelToken& cancel) override
    {
        Fiber::yield();
        return std::unique_ptr<BatchReader>(std::make_unique<Reader>(m_rows, m_columns, m_counters, cancel));
    }
    const ReadCounters& counters() const override { return m_counters; }

private:
    std::vector<Row> m_rows;
    std::vector<ReadColumn> m_columns;
    ReadCounters m_counters;
};

class Snapshot final : public TableSnapshot
{
public:
    explicit Snapshot(const MemoryDatabase& database) : m_shape(database.shape)
    {
        for (const auto& [id, version] : database.committed())
            m_versions.push_back(version);
        m_facts.serverId = QStringLiteral("memory");
        m_facts.sourceNow = QString::number(database.now());
        m_facts.horizon = database.horizon();
        m_facts.nextXid = database.nextXid();
        m_facts.quiet = database.quiet();
        m_facts.windowPossible = true;
    }
    const TableShape& shape() const override { return m_shape; }
    const SnapshotFacts& facts() const override { return m_facts; }
    Result<std::optional<QString>> maxCursor(const QString& column) override
    {
        Fiber::yield();
        std::optional<qint64> greatest;
        for (const MemoryDatabase::Version& version : m_versions)
            greatest = std::max(greatest.value_or(version.row.*member(column)), version.row.*member(column));
        return greatest ? std::optional<QString>(QString::number(*greatest)) : std::nullopt;
    }
    Result<int> compareCursor(const QString&, const QString& a, const QString& b) override
    {
        const qint64 left = a.toLongLong(), right = b.toLongLong();
        return left < right ? -1 : left > right ? 1 : 0;
    }
    Result<bool> isInFuture(const QString&, const QString&) override { return false; }
    Result<std::optional<QString>> maxCursorByNow(const QString& column) override { return maxCursor(column); }
    Result<qint64> countNulls(const QString&) override { return qint64{0}; }
    Result<std::unique_ptr<TableRead>> read(const ReadSpec& spec) override
    {
        Fiber::yield();
        std::vector<Row> rows;
        for (const MemoryDatabase::Version& version : m_versions)
            if (wants(spec, version))
                rows.push_back(version.row);
        return std::unique_ptr<TableRead>(std::make_unique<Read>(std::move(rows), spec.columns));
    }

private:
    bool wants(const ReadSpec& spec, const MemoryDatabase::Version& version) const
    {
        if (spec.windowFrom && version.xid < *spec.windowFrom)
            return false;
        if (spec.windowBefore && version.xid >= *spec.windowBefore)
            return false;
        if (spec.windowClosed && version.xid >= *m_facts.horizon)
            return false;
        if (spec.cursorColumn.isEmpty())
            return true;
        const qint64 value = version.row.*member(spec.cursorColumn);
        return (!spec.cursorFrom || value >= spec.cursorFrom->toLongLong() - spec.lookbackSeconds)
            && (!spec.cursorTo || value <= spec.cursorTo->toLongLong());
    }

    TableShape m_shape;
    SnapshotFacts m_facts;
    std::vector<MemoryDatabase::Version> m_versions;
};

} // namespace

TableShape memoryShape(bool large)
{
    TableShape shape;
    shape.table = {QString(), QStringLiteral("rows")};
    int number = 0;
    for (const char* name : {"id", "updated", "value"}) {
        ColumnShape column;
        column.name = QLatin1String(name);
        column.sourceType = QStringLiteral("bigint");
        column.type.kind = ColumnType::Kind::Int64;
        column.nullable = false;
        column.attribute = ++number;
        shape.columns.push_back(column);
    }
    shape.primaryKey = {QStringLiteral("id")};
    shape.indexedColumns = {QStringLiteral("id"), QStringLiteral("updated")};
    shape.sizeBytes = large ? qint64{1} << 30 : 8192;
    return shape;
}

void MemoryDatabase::write(Transaction& transaction, qint64 id, qint64 value)
{
    tick();
    if (transaction.xid == 0) {
        transaction.xid = m_nextXid++;
        m_xids.insert(transaction.xid);
    }
    transaction.written[id] = {{id, transaction.began, value}, transaction.xid};
}

void MemoryDatabase::commit(Transaction& transaction)
{
    tick();
    for (const auto& [id, version] : transaction.written)
        m_committed[id] = version;
    m_xids.erase(transaction.xid);
    --m_open;
    transaction = {};
}

std::vector<Row> MemoryDatabase::rows() const
{
    std::vector<Row> all;
    for (const auto& [id, version] : m_committed)
        all.push_back(version.row);
    return all;
}

Result<std::unique_ptr<TableSnapshot>> MemorySource::openSnapshot(const TableName&, const CancelToken& cancel)
{
    Fiber::yield();
    if (cancel.isCancelled())
        return stopped();
    return std::unique_ptr<TableSnapshot>(std::make_unique<Snapshot>(m_database));
}

} // namespace leat::sim
