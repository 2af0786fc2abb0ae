// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "models/roles.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace leat {

/// The tables of a new source with a tick, and how each would sync. Starts from what the
/// source suggests; method, cursor and key can be edited.
class TableChoiceModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Table, Rows, Method, Cursor, Key, Why, ColumnCount };

    explicit TableChoiceModel(QObject* parent = nullptr);

    /// Ticks readable tables to start with when they are few and none is very large.
    void setTables(const TableList& list);
    /// Ticks or clears every row for which the tick makes sense.
    void setChecked(const std::vector<int>& rows, bool on);
    void setMethod(int row, SyncType type);
    int checkedCount() const;
    /// Rows that are ticked but cannot sync as they are configured.
    int problemCount() const;
    /// Empty when the row can sync as configured.
    QString problem(int row) const;
    bool isReadable(int row) const;
    SyncType method(int row) const;
    std::vector<TableChoice> choices() const;
    /// How often the tables sync by themselves; none: as suggested for each method.
    void setFrequency(std::optional<SyncFrequency> frequency) { m_frequency = frequency; }
    std::optional<SyncFrequency> frequency() const { return m_frequency; }
    /// The rows that are estimated to travel at the first sync; -1: unknown.
    qint64 checkedRows() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The number of ticks or problems moved.
    void choiceChanged();

private:
    struct Row
    {
        TableListing listing;
        QString label;
        bool checked = false;
        SyncType method = SyncType::FullRefresh;
        QString cursor;
        QStringList key;
    };
    QString text(const Row& row, int column) const;
    void rowChanged(int row);

    std::vector<Row> m_rows;
    std::optional<SyncFrequency> m_frequency;
};

} // namespace leat
