// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace leat::sqlite {

class Connection;

struct SchemaColumn
{
    QString name;
    QString declared;              ///< the type as declared, empty: none
    bool notNull = false;
    int keyPosition = 0;           ///< 1-based place in the primary key, 0: none
    int number = 0;                ///< 1-based place in the table, hidden columns counted
};

struct SchemaIndex
{
    bool unique = false;
    bool partial = false;
    bool ofPrimaryKey = false;
    QStringList columns;           ///< in index order; ends before the first expression
    bool expressions = false;
};

/// One table, view or virtual table as the file declares it.
struct SchemaTable
{
    enum class Kind { Table, View, Virtual };
    QString name;
    Kind kind = Kind::Table;
    bool withoutRowid = false;
    bool strict = false;
    std::vector<SchemaColumn> columns;     ///< without the hidden ones of virtual tables
    std::vector<SchemaIndex> indexes;
    QString rowidColumn;           ///< the INTEGER PRIMARY KEY that is the rowid (trap T094), else empty
    QString rowidName;             ///< a name that means the rowid, empty: none can be used
    bool autoIncrement = false;    ///< ids are never used again (trap T053)

    const SchemaColumn* column(const QString& name) const;
    QStringList primaryKey() const;
    bool isNullable(const SchemaColumn& column) const;
    /// Whether an index over the whole table, or the rowid, starts with this column.
    bool isIndexed(const QString& column) const;
    /// Unique keys besides the primary one whose columns are all NOT NULL.
    std::vector<QStringList> uniqueKeys() const;
};

/// Names and kinds of everything that can be read, in name order; the columns are not filled in.
/// Tables of SQLite itself and the shadow tables of virtual ones are left out.
Result<std::vector<SchemaTable>> listSchema(Connection& connection);
/// Columns, keys and indexes. A view that no longer works gives an error.
Result<void> describe(Connection& connection, SchemaTable& table);
/// One table, described. Errors: TableMissing.
Result<SchemaTable> findTable(Connection& connection, const QString& name);

} // namespace leat::sqlite
