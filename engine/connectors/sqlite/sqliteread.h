// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/source.h"
#include "engine/connectors/sqlite/sqlitekeyforms.h"
#include "engine/connectors/sqlite/sqlitereadgroup.h"
#include "engine/connectors/sqlite/sqliteshape.h"
#include "engine/connectors/sqlite/sqliteslices.h"
#include "engine/connectors/sqlite/sqlitestatement.h"

#include <memory>
#include <vector>

namespace leat::sqlite {

/// The rows of a ReadSpec, cut into ranges of rowids where the table has them. Reads by the
/// cursor's index, and everything without rowids, are one slice.
class SqliteRead final : public TableRead
{
public:
    /// `connection` is the group's first; used only here.
    static Result<std::unique_ptr<TableRead>> make(std::shared_ptr<ReadGroup> group, Connection& connection,
                                                   std::shared_ptr<const DescribedTable> table, const ReadSpec& spec);

    const std::vector<ReadColumn>& columns() const override { return m_columns; }
    int usefulReaders() const override { return m_readers; }
    Result<std::unique_ptr<BatchReader>> openReader(const CancelToken& cancel) override;
    const ReadCounters& counters() const override { return m_counters; }
    /// A read of everything is not compared with the rest: its rows stand beside each other in the warehouse.
    Result<void> guardKey(const QStringList& key, const CancelToken& cancel) override;

    // What readers share.
    ReadCounters& sharedCounters() { return m_counters; }
    SliceQueue& slices() { return m_slices; }
    const QString& tableName() const { return m_table->schema.name; }
    /// The statement of one reader, its cursor bounds bound. Slices are parameters 1 and 2.
    Result<Statement> prepare(Connection& connection) const;
    bool isSliced() const { return m_sliced; }
    /// Whether a column, by its place, is of the guarded key.
    bool isKey(std::size_t column) const { return column < m_isKey.size() && m_isKey[column]; }
    /// Places of the key's columns; empty: no row shares its key with another.
    const std::vector<int>& sharedKey() const { return m_sharedKey; }
    bool isShared(const std::vector<sqlite3_value*>& key) const;

private:
    SqliteRead(std::shared_ptr<ReadGroup> group, std::shared_ptr<const DescribedTable> table, ReadSpec spec,
               std::vector<RowidSpan> slices, bool sliced);
    QByteArray sql() const;

    std::shared_ptr<ReadGroup> m_group;
    std::shared_ptr<const DescribedTable> m_table;
    ReadSpec m_spec;                       ///< cursorFrom with its lookback taken off
    SliceQueue m_slices;
    bool m_sliced = false;
    int m_readers = 1;
    std::vector<ReadColumn> m_columns;
    ReadCounters m_counters;
    std::vector<bool> m_isKey;
    std::vector<int> m_sharedKey;
    std::optional<KeyForms> m_forms;
    std::vector<std::uint64_t> m_shared;   ///< hashes, in order
};

} // namespace leat::sqlite
