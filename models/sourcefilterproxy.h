// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filterquery.h"
#include "models/sourcetablemodel.h"

#include <QCollator>
#include <QSortFilterProxyModel>

namespace leat {

/// Filters a SourceTableModel by a FilterQuery and sorts by SortRole; a source shows when it or
/// one of its tables matches.
class SourceFilterProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit SourceFilterProxy(SourceTableModel* model, QObject* parent = nullptr);
    void setQuery(const QString& text);
    QString query() const { return m_text; }
    /// Hides tables that are not selected for syncing.
    void setSelectedOnly(bool on);
    bool selectedOnly() const { return m_selectedOnly; }
    /// Tables that pass the filter.
    int shownSchemas() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    SourceTableModel* m_model;
    FilterQuery m_query;
    QString m_text;
    bool m_selectedOnly = false;
    QCollator m_collator;
};

} // namespace leat
