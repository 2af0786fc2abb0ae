// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sourcefilterproxy.h"

namespace leat {

SourceFilterProxy::SourceFilterProxy(SourceTableModel* model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setRecursiveFilteringEnabled(true);
    setSortRole(SortRole);
    setSourceModel(model);
}

void SourceFilterProxy::setQuery(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_query = FilterQuery::parse(text);
    invalidateFilter();
}

void SourceFilterProxy::setSelectedOnly(bool on)
{
    if (on == m_selectedOnly)
        return;
    m_selectedOnly = on;
    invalidateFilter();
}

int SourceFilterProxy::shownSchemas() const
{
    int sum = 0;
    for (int row = 0; row < rowCount(); ++row)
        sum += rowCount(index(row, 0));
    return sum;
}

bool SourceFilterProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex at = m_model->index(row, 0, parent);
    if (const SchemaInfo* schema = m_model->schema(at))
        return (!m_selectedOnly || schema->status != SchemaStatus::Off) && m_query.matches(*schema, m_model->health(*schema), QDateTime::currentDateTimeUtc());
    const SourceInfo* source = m_model->source(at);
    return source != nullptr && m_query.matches(*source);
}

bool SourceFilterProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    if (a.userType() == QMetaType::QString && b.userType() == QMetaType::QString) {
        if (const int order = m_collator.compare(a.toString(), b.toString()); order != 0)
            return order < 0;
    } else if (a != b) {
        return QVariant::compare(a, b) == QPartialOrdering::Less;
    }
    // Equal values keep the order of names, so that sorting is stable for the eye.
    return m_collator.compare(left.siblingAtColumn(0).data(SortRole).toString(),
               right.siblingAtColumn(0).data(SortRole).toString()) < 0;
}

} // namespace leat
