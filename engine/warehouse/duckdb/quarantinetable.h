// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/tablelayout.h"
#include "engine/warehouse/warehouse.h"

#include <QHash>

#include <optional>

namespace leat {

/// Names that columns of a table had before, by the folded name (columnnames.h) that they have now.
using FormerNames = QHash<QString, QStringList>;

/// `_leat.quarantine`: rows that could not be stored, in the file and the transaction of those that
/// could. The rows are JSON of texts, so that a decimal or a blob comes back as it was.
class QuarantineTable
{
public:
    explicit QuarantineTable(const QString& catalog);
    /// Makes the table when missing.
    Result<void> ensure(DuckConnection& connection) const;

    /// Takes rows whose key is NULL or repeated out of staging, into a temporary table. All rows of a
    /// repeated key go: none is guessed to be the right one. Returns how many.
    Result<qint64> setAside(DuckConnection& connection, const SqlTable& staging, const PlannedColumns& columns,
                            const PlannedColumns& keys, const CancelToken& cancel) const;
    /// Whether the last setAside() of this connection took the key out that `cells` tell, as rows that share it.
    static QByteArray isRepeatedSql(const PlannedColumns& keys, const std::vector<QByteArray>& cells);
    /// Keeps every row that setAside() took, but for those that an earlier run has kept already. `anew`:
    /// what is kept of the table is from an older copy and goes.
    Result<void> keep(DuckTransaction& transaction, const WarehouseTable& table, qint64 run, bool anew) const;
    /// Forgets what is kept of a table.
    Result<void> clear(DuckTransaction& transaction, const WarehouseTable& table) const;
    /// The same for a source's tables, but for those that lie in the trash.
    Result<void> clearSchema(DuckTransaction& transaction, const QString& schema) const;
    /// What is kept of a table is of another one of the schema from now on.
    Result<void> move(DuckTransaction& transaction, const WarehouseTable& from, const QString& to) const;

    Result<QuarantinePage> page(DuckConnection& connection, const WarehouseTable& table, qint64 limit) const;
    /// Of every table that is not in the trash.
    Result<std::vector<std::pair<WarehouseTable, qint64>>> counts(DuckConnection& connection) const;
    Result<qint64> count(DuckTransaction& transaction, const WarehouseTable& table) const;
    /// The first of `ids` that is kept of no row of the table.
    Result<std::optional<qint64>> unknown(DuckTransaction& transaction, const WarehouseTable& table, const std::vector<qint64>& ids) const;
    /// Inserts rows whose key is there, unique among them and not in the table yet: what came later is
    /// never replaced by what was set aside. Values go by the column's name or a former one of it; a row with
    /// a value that no column is for stays, with that as its reason. Returns how many; they are no longer kept.
    Result<qint64> replay(DuckTransaction& transaction, const WarehouseTable& table, const SqlTable& target,
                          const TableColumns& columns, const TableColumns& keys, const FormerNames& former,
                          const std::vector<qint64>& ids) const;
    Result<qint64> drop(DuckTransaction& transaction, const WarehouseTable& table, const std::vector<qint64>& ids) const;

private:
    /// What the columns of kept rows are called.
    Result<QStringList> names(DuckTransaction& transaction, const WarehouseTable& table, const std::vector<qint64>& ids) const;

    QByteArray m_table;
};

} // namespace leat
