// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/state/schemanames.h"

#include <algorithm>

namespace leat {

QString nameKey(const QString& name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

void SchemaNamer::reserve(const SchemaNames& names)
{
    m_labels.insert(names.label);
    m_warehouseKeys.insert(nameKey(names.warehouseName));
}

bool SchemaNamer::isFree(const SchemaNames& names) const
{
    return !m_labels.contains(names.label) && !m_warehouseKeys.contains(nameKey(names.warehouseName));
}

bool SchemaNamer::isDefault(const TableName& table) const
{
    return table.nameSpace.isEmpty() || table.nameSpace == m_defaultNamespace;
}

QString SchemaNamer::naturalName(const TableName& table) const
{
    return isDefault(table) ? table.name : table.nameSpace + QStringLiteral("__") + table.name;
}

// A table "a.b" of the default namespace would read like table "b" of namespace "a".
QString SchemaNamer::freeLabel(const TableName& table)
{
    const QString full = table.nameSpace + QLatin1Char('.') + table.name;
    const QString natural = isDefault(table) ? table.name : full;
    QString label = natural;
    if (m_labels.contains(label) && !table.nameSpace.isEmpty())
        label = full;
    for (int n = 2; m_labels.contains(label); ++n)
        label = natural + QLatin1Char('_') + QString::number(n);
    m_labels.insert(label);
    return label;
}

QString SchemaNamer::suffixed(const QString& natural)
{
    QString name;
    for (int n = 2; name.isEmpty() || m_warehouseKeys.contains(nameKey(name)); ++n)
        name = natural + QLatin1Char('_') + QString::number(n);
    m_warehouseKeys.insert(nameKey(name));
    return name;
}

std::map<TableName, SchemaNames> SchemaNamer::assign(std::vector<TableName> tables)
{
    std::sort(tables.begin(), tables.end());
    tables.erase(std::unique(tables.begin(), tables.end()), tables.end());
    std::map<TableName, SchemaNames> names;
    std::vector<TableName> second;
    // First come the natural names, so that a table that is really called "t_2" keeps it.
    for (const TableName& table : tables) {
        names[table].label = freeLabel(table);
        const QString natural = naturalName(table);
        const QString key = nameKey(natural);
        if (m_warehouseKeys.contains(key)) {
            second.push_back(table);
            continue;
        }
        m_warehouseKeys.insert(key);
        names[table].warehouseName = natural;
    }
    for (const TableName& table : second)
        names[table].warehouseName = suffixed(naturalName(table));
    return names;
}

} // namespace leat
