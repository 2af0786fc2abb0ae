// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/tablelayout.h"
#include "engine/warehouse/duckdb/warehousecore.h"

#include <functional>
#include <optional>

namespace leat {

/// A view of a table in a read-only transaction, and one comparison of it with a source's rows. Of
/// every row its key and a 128-bit hash of all cells are kept (in temporary tables that spill to
/// disk); buckets by hash of the key that agree in count and summed hashes are equal, only the others
/// are looked at row by row. Cells are equal when their bits mean the same: NaN equals NaN, 0.0
/// differs from -0.0, 1 month differs from 30 days.
class Comparison final : public TableView
{
public:
    Comparison(PooledConnection connection, const WarehouseTable& table, QStringList keyColumns);
    /// Once, first.
    Result<void> open(const std::vector<ReadColumn>& columns);

    Result<KeyExtent> extent(const QStringList& key, const CancelToken& cancel) override;
    Result<std::optional<Digest>> digest(const DigestSpec& spec, const CancelToken& cancel) override;
    Result<VerifyReport> compare(TableRead& read, const CompareSpec& spec, const CancelToken& cancel) override;

private:
    Result<void> layOut(const std::vector<ReadColumn>& columns);
    Result<void> collect(TableRead& read, const KeyPart* part);
    using Select = std::function<QByteArray(const QByteArray& from)>;
    Result<qint64> fetch(TableRead& read, const char* into, const Select& select, bool all);
    Result<void> collectPending(TableRead& read, const KeyPart* part);
    Result<void> findBuckets();
    Result<void> lookCloser();
    Result<void> comparePart(qint64 part, qint64 parts);
    Result<void> takeOutPending();
    Result<void> addExamples(QStringList& examples, const QByteArray& from);
    Result<void> addValues();
    Result<qint64> count(const QByteArray& sql);
    QByteArray fingerprintsSql(const QByteArray& from) const;
    QByteArray cellsSql(bool cast) const;
    QByteArray namingSql() const;
    QByteArray keyList() const;
    QByteArray whereSql(const KeyPart* part, bool stored) const;
    Result<PlannedColumns> planned(const QStringList& names) const;

    PooledConnection m_connection;
    std::optional<DuckTransaction> m_transaction;
    WarehouseTable m_table;
    QStringList m_keyNames;
    CancelToken m_cancel;
    SqlTable m_target;
    PlannedColumns m_columns;
    std::vector<ColumnType> m_types;       ///< of the table, by column of the read
    std::vector<std::size_t> m_keys;       ///< indexes into m_columns
    bool m_marksDeleted = false;           ///< the table has a column for it
    bool m_hasPending = false;
    std::size_t m_shownRows = 0;
    bool m_keepsRows = false;              ///< the source's rows are at hand, not only their hashes
    VerifyReport m_report;
};

} // namespace leat
