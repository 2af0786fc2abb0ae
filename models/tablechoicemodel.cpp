// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablechoicemodel.h"

#include "engine/api/frequency.h"
#include "models/formatting.h"
#include "models/wording.h"

#include <algorithm>

namespace leat {

namespace {

constexpr int kManyTables = 60;
constexpr qint64 kLargeTable = 100000000;

QStringList splitKey(const QString& text)
{
    QStringList key;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            key << part.trimmed();
    return key;
}

} // namespace

TableChoiceModel::TableChoiceModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void TableChoiceModel::setTables(const TableList& list)
{
    beginResetModel();
    m_rows.clear();
    const bool few = list.tables.size() <= kManyTables;
    for (const TableListing& listing : list.tables) {
        Row row;
        row.listing = listing;
        const bool plain = listing.table.nameSpace.isEmpty() || listing.table.nameSpace == list.defaultNamespace;
        row.label = plain ? listing.table.name : listing.table.nameSpace + QLatin1Char('.') + listing.table.name;
        row.checked = few && listing.readable && listing.estimatedRows < kLargeTable;
        row.method = listing.suggested;
        row.cursor = listing.suggestedCursor;
        row.key = listing.primaryKey;
        m_rows.push_back(std::move(row));
    }
    endResetModel();
    Q_EMIT choiceChanged();
}

void TableChoiceModel::setChecked(const std::vector<int>& rows, bool on)
{
    if (rows.empty())
        return;
    for (const int row : rows)
        if (m_rows[size_t(row)].listing.readable)
            m_rows[size_t(row)].checked = on;
    const auto [first, last] = std::minmax_element(rows.begin(), rows.end());
    Q_EMIT dataChanged(index(*first, 0), index(*last, ColumnCount - 1));
    Q_EMIT choiceChanged();
}

void TableChoiceModel::setMethod(int row, SyncType type)
{
    m_rows[size_t(row)].method = type;
    rowChanged(row);
}

void TableChoiceModel::rowChanged(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT choiceChanged();
}

int TableChoiceModel::checkedCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& r) { return r.checked; }));
}

int TableChoiceModel::problemCount() const
{
    int count = 0;
    for (int row = 0; row < int(m_rows.size()); ++row)
        count += m_rows[size_t(row)].checked && !problem(row).isEmpty() ? 1 : 0;
    return count;
}

QString TableChoiceModel::problem(int row) const
{
    const Row& r = m_rows[size_t(row)];
    if (!r.listing.readable)
        return tr("This login may not read the table");
    if (r.method != SyncType::FullRefresh && r.cursor.isEmpty())
        return tr("Name a cursor column");
    if (r.method == SyncType::Incremental && r.key.isEmpty())
        return tr("Name the key columns");
    return {};
}

bool TableChoiceModel::isReadable(int row) const { return m_rows[size_t(row)].listing.readable; }
SyncType TableChoiceModel::method(int row) const { return m_rows[size_t(row)].method; }

std::vector<TableChoice> TableChoiceModel::choices() const
{
    std::vector<TableChoice> choices;
    for (const Row& row : m_rows) {
        if (!row.checked)
            continue;
        SchemaConfig config;
        config.syncType = row.method;
        config.shouldSync = true;
        config.syncFrequency = m_frequency.value_or(suggestedFrequency(row.method));
        config.primaryKeyColumns = row.key;
        if (row.method != SyncType::FullRefresh) {
            config.incrementalField = row.cursor;
            if (row.cursor == row.listing.suggestedCursor)
                config.incrementalFieldType = row.listing.suggestedCursorType;
        }
        choices.push_back({row.listing.table, config});
    }
    return choices;
}

qint64 TableChoiceModel::checkedRows() const
{
    qint64 sum = 0;
    for (const Row& row : m_rows) {
        if (row.checked && row.listing.estimatedRows < 0)
            return -1;
        sum += row.checked ? row.listing.estimatedRows : 0;
    }
    return sum;
}

int TableChoiceModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int TableChoiceModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant TableChoiceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Rows ? kFigures : kWords;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Table: return tr("Table");
    case Rows: return tr("Rows, about");
    case Method: return tr("Method");
    case Cursor: return tr("Cursor");
    case Key: return tr("Key");
    case Why: return tr("Why");
    default: return {};
    }
}

QString TableChoiceModel::text(const Row& row, int column) const
{
    switch (column) {
    case Table: return row.label;
    case Rows: return formatShortCount(row.listing.estimatedRows);
    case Method: return syncTypeWord(row.method);
    case Cursor: return row.method == SyncType::FullRefresh ? QString() : row.cursor;
    case Key: return row.key.join(QStringLiteral(", "));
    default: return {};
    }
}

QVariant TableChoiceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const Row& row = m_rows[size_t(index.row())];
    const QString trouble = row.checked || !row.listing.readable ? problem(index.row()) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Why ? (trouble.isEmpty() ? row.listing.reason : trouble) : text(row, index.column());
    case Qt::EditRole:
        return index.column() == Method ? QVariant(int(row.method)) : QVariant(text(row, index.column()));
    case Qt::CheckStateRole: return index.column() == Table ? QVariant(int(row.checked ? Qt::Checked : Qt::Unchecked)) : QVariant();
    case Qt::TextAlignmentRole: return index.column() == Rows ? kFigures : kWords;
    case Qt::ToolTipRole:
        if (index.column() == Method)
            return syncTypeExplained(row.method);
        if (index.column() == Table)
            return row.listing.comment.isEmpty() ? tableKindWord(row.listing.kind) : row.listing.comment;
        if (index.column() == Rows)
            return row.listing.sizeBytes < 0 ? formatCount(row.listing.estimatedRows)
                                             : tr("About %1 rows, %2").arg(formatCount(row.listing.estimatedRows), formatBytes(row.listing.sizeBytes));
        return data(index, Qt::DisplayRole);
    case Qt::AccessibleTextRole:
        if (index.column() == Table)
            return tr("%1, %2").arg(row.label, row.checked ? tr("ticked") : tr("not ticked"));
        return data(index, Qt::DisplayRole);
    case StatusRole: return int(row.method);
    case SeverityRole: return trouble.isEmpty() ? 9 : 0;
    case SortRole: return index.column() == Rows ? QVariant(row.listing.estimatedRows) : index.column() == Table ? QVariant(row.label) : data(index, Qt::DisplayRole);
    case ExportRole: return data(index, Qt::DisplayRole);
    case SearchRole: return QString(row.label + QLatin1Char(' ') + row.listing.comment);
    default: return {};
    }
}

bool TableChoiceModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid())
        return false;
    Row& row = m_rows[size_t(index.row())];
    if (role == Qt::CheckStateRole && index.column() == Table) {
        if (!row.listing.readable)
            return false;
        row.checked = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && index.column() == Method) {
        row.method = SyncType(value.toInt());
    } else if (role == Qt::EditRole && index.column() == Cursor) {
        row.cursor = value.toString().trimmed();
    } else if (role == Qt::EditRole && index.column() == Key) {
        row.key = splitKey(value.toString());
    } else {
        return false;
    }
    rowChanged(index.row());
    return true;
}

Qt::ItemFlags TableChoiceModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[size_t(index.row())];
    if (!row.listing.readable)
        return Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (index.column() == Table)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == Method || index.column() == Key || (index.column() == Cursor && row.method != SyncType::FullRefresh))
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace leat
