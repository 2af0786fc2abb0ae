// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/source.h"
#include "engine/connectors/sqlite/sqlitereadgroup.h"
#include "engine/connectors/sqlite/sqliteshape.h"

#include <memory>

namespace leat::sqlite {

/// One read transaction, or several of the same state of the file. With a rollback journal it
/// keeps writers from committing for as long as it lives; in WAL mode it holds nobody up.
class SqliteSnapshot final : public TableSnapshot
{
public:
    static Result<std::unique_ptr<TableSnapshot>> open(const Settings& settings, const QString& table, const CancelToken& cancel);

    const TableShape& shape() const override { return m_table->shape; }
    const SnapshotFacts& facts() const override { return m_facts; }
    Result<std::optional<QString>> maxCursor(const QString& column) override;
    Result<std::optional<QString>> maxCursorByNow(const QString& column) override;
    Result<int> compareCursor(const QString& column, const QString& a, const QString& b) override;
    Result<bool> isInFuture(const QString& column, const QString& value) override;
    Result<qint64> countNulls(const QString& column) override;
    Result<std::unique_ptr<TableRead>> read(const ReadSpec& spec) override;

private:
    SqliteSnapshot(std::shared_ptr<ReadGroup> group, DescribedTable table, SnapshotFacts facts, CancelToken cancel);

    std::shared_ptr<ReadGroup> m_group;
    std::shared_ptr<const DescribedTable> m_table;
    SnapshotFacts m_facts;
    CancelToken m_cancel;
};

} // namespace leat::sqlite
