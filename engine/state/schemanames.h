// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"

#include <QSet>

#include <map>

namespace leat {

/// How one table of a source is called on screen and in the warehouse.
struct SchemaNames
{
    QString label;                 ///< "orders", "audit.orders"
    QString warehouseName;         ///< "orders", "audit__orders", "orders_2"
    bool operator==(const SchemaNames&) const = default;
};

/// Names for tables that are added to a source, next to those it has. DuckDB compares names
/// without case (T065), so the first table by (namespace, name) keeps its name and each further
/// one that would meet it gets "_2", "_3", …. Pure: the same tables give the same names.
class SchemaNamer
{
public:
    explicit SchemaNamer(QString defaultNamespace) : m_defaultNamespace(std::move(defaultNamespace)) {}
    /// A name that is given away already and stays.
    void reserve(const SchemaNames& names);
    bool isFree(const SchemaNames& names) const;
    std::map<TableName, SchemaNames> assign(std::vector<TableName> tables);

private:
    bool isDefault(const TableName& table) const;
    QString naturalName(const TableName& table) const;
    QString freeLabel(const TableName& table);
    QString suffixed(const QString& natural);

    QString m_defaultNamespace;
    QSet<QString> m_labels;
    QSet<QString> m_warehouseKeys;
};

/// The form in which two names that a warehouse may take for one are equal.
QString nameKey(const QString& name);

} // namespace leat
