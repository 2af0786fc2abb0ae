// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"
#include "models/roles.h"

#include <QAbstractTableModel>

namespace leat {

/// The columns of one table with a tick for "sync this column". Key and cursor columns cannot be
/// left out. Also serves as the read-only list of columns.
class ColumnChoiceModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, SourceType, WarehouseType, Note, ColumnCount };

    explicit ColumnChoiceModel(QObject* parent = nullptr);
    /// `selected` empty means all.
    void setShape(const TableShape& shape, const QStringList& selected);
    void setRequired(const QStringList& columns);
    void setReadOnly(bool on);
    void setChecked(const std::vector<int>& rows, bool on);
    /// Empty when all are ticked: new columns then come along by themselves.
    QStringList selection() const;
    int checkedCount() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void choiceChanged();

private:
    bool checked(int row) const;
    TableShape m_shape;
    QStringList m_required;
    std::vector<bool> m_ticked;
    bool m_readOnly = false;
};

/// "DECIMAL(12,2)", "TIMESTAMP WITH TIME ZONE".
QString columnTypeWord(const ColumnType& type);

} // namespace leat
