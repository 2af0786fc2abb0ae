// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/columnchoicemodel.h"

#include <algorithm>

namespace leat {

QString columnTypeWord(const ColumnType& type)
{
    using Kind = ColumnType::Kind;
    switch (type.kind) {
    case Kind::Boolean: return QStringLiteral("BOOLEAN");
    case Kind::Int8: return QStringLiteral("TINYINT");
    case Kind::Int16: return QStringLiteral("SMALLINT");
    case Kind::Int32: return QStringLiteral("INTEGER");
    case Kind::Int64: return QStringLiteral("BIGINT");
    case Kind::UInt32: return QStringLiteral("UINTEGER");
    case Kind::UInt64: return QStringLiteral("UBIGINT");
    case Kind::Float: return QStringLiteral("FLOAT");
    case Kind::Double: return QStringLiteral("DOUBLE");
    case Kind::Decimal: return QStringLiteral("DECIMAL(%1,%2)").arg(type.precision).arg(type.scale);
    case Kind::Date: return QStringLiteral("DATE");
    case Kind::Time: return QStringLiteral("TIME");
    case Kind::TimeTz: return QStringLiteral("TIMETZ");
    case Kind::Timestamp: return QStringLiteral("TIMESTAMP");
    case Kind::TimestampTz: return QStringLiteral("TIMESTAMPTZ");
    case Kind::Interval: return QStringLiteral("INTERVAL");
    case Kind::Uuid: return QStringLiteral("UUID");
    case Kind::Text: return QStringLiteral("VARCHAR");
    case Kind::Json: return QStringLiteral("JSON");
    case Kind::Blob: return QStringLiteral("BLOB");
    }
    return {};
}

ColumnChoiceModel::ColumnChoiceModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ColumnChoiceModel::setShape(const TableShape& shape, const QStringList& selected)
{
    beginResetModel();
    m_shape = shape;
    m_ticked.clear();
    for (const ColumnShape& column : shape.columns)
        m_ticked.push_back(selected.isEmpty() || selected.contains(column.name));
    endResetModel();
    Q_EMIT choiceChanged();
}

void ColumnChoiceModel::setRequired(const QStringList& columns)
{
    if (columns == m_required)
        return;
    m_required = columns;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT choiceChanged();
}

void ColumnChoiceModel::setReadOnly(bool on) { m_readOnly = on; }

void ColumnChoiceModel::setChecked(const std::vector<int>& rows, bool on)
{
    if (rows.empty() || m_readOnly)
        return;
    for (const int row : rows)
        m_ticked[size_t(row)] = on;
    const auto [first, last] = std::minmax_element(rows.begin(), rows.end());
    Q_EMIT dataChanged(index(*first, 0), index(*last, 0));
    Q_EMIT choiceChanged();
}

bool ColumnChoiceModel::checked(int row) const
{
    return m_ticked[size_t(row)] || m_required.contains(m_shape.columns[size_t(row)].name);
}

QStringList ColumnChoiceModel::selection() const
{
    QStringList names;
    for (int row = 0; row < rowCount(); ++row)
        if (checked(row))
            names << m_shape.columns[size_t(row)].name;
    return names.size() == rowCount() ? QStringList() : names;
}

int ColumnChoiceModel::checkedCount() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += checked(row) ? 1 : 0;
    return count;
}

int ColumnChoiceModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_shape.columns.size()); }
int ColumnChoiceModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ColumnChoiceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Column");
    case SourceType: return tr("Source type");
    case WarehouseType: return tr("Stored as");
    default: return tr("Note");
    }
}

QVariant ColumnChoiceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ColumnShape& column = m_shape.columns[size_t(index.row())];
    const bool key = m_shape.primaryKey.contains(column.name);
    switch (role) {
    case Qt::DisplayRole:
    case ExportRole:
    case SortRole:
        switch (index.column()) {
        case Name: return column.name;
        case SourceType: return column.sourceType;
        case WarehouseType: return columnTypeWord(column.type);
        default: {
            QStringList notes;
            if (key)
                notes << tr("key");
            else if (m_required.contains(column.name))
                notes << tr("needed for syncing");
            if (!column.nullable && !key)
                notes << tr("not null");
            if (!column.lossNote.isEmpty())
                notes << column.lossNote;
            return notes.join(QStringLiteral(", "));
        }
        }
    case Qt::CheckStateRole: return index.column() == Name && !m_readOnly ? QVariant(int(checked(index.row()) ? Qt::Checked : Qt::Unchecked)) : QVariant();
    case Qt::ToolTipRole: return column.comment.isEmpty() ? data(index, Qt::DisplayRole) : QVariant(column.comment);
    case Qt::AccessibleTextRole:
        return index.column() == Name && !m_readOnly ? tr("%1, %2").arg(column.name, checked(index.row()) ? tr("ticked") : tr("not ticked"))
                                                     : data(index, Qt::DisplayRole).toString();
    case SeverityRole: return column.lossNote.isEmpty() ? 9 : 4;
    case StatusRole: return int(checked(index.row()));
    case SearchRole: return QString(column.name + QLatin1Char(' ') + column.sourceType);
    default: return {};
    }
}

bool ColumnChoiceModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != Name || m_readOnly
        || m_required.contains(m_shape.columns[size_t(index.row())].name))
        return false;
    m_ticked[size_t(index.row())] = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index);
    Q_EMIT choiceChanged();
    return true;
}

Qt::ItemFlags ColumnChoiceModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (index.column() == Name && !m_readOnly && !m_required.contains(m_shape.columns[size_t(index.row())].name))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace leat
