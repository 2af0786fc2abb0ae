// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/heatstripmodel.h"

#include "models/formatting.h"
#include "models/historymodel.h"
#include "models/wording.h"

#include <algorithm>
#include <unordered_map>

namespace leat {

HeatStripModel::HeatStripModel(int runsShown, QObject* parent)
    : QAbstractTableModel(parent)
    , m_shown(runsShown)
{
}

void HeatStripModel::set(const World& world, const std::vector<RunInfo>& runs, int tables)
{
    std::vector<Row> rows;
    std::unordered_map<qint64, size_t> places;
    for (const SchemaInfo& s : world.schemas) {
        if (s.status == SchemaStatus::Off)
            continue;
        places[s.id.value] = rows.size();
        rows.push_back({s.id, s.sourceName + QLatin1Char('.') + s.label, 0, {}});
    }
    for (const RunInfo& run : runs) {
        const auto place = places.find(run.schemaId.value);
        if (place == places.end() || run.status == RunStatus::Queued || run.status == RunStatus::Running)
            continue;
        Row& row = rows[place->second];
        if (int(row.runs.size()) == m_shown)
            continue;
        row.failures += run.status == RunStatus::Failed ? 1 : 0;
        row.runs.push_back(run);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.failures > b.failures; });
    if (int(rows.size()) > tables)
        rows.resize(size_t(tables));
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

SchemaId HeatStripModel::schema(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[size_t(row)].id : SchemaId();
}

const RunInfo* HeatStripModel::run(const QModelIndex& index) const
{
    if (!index.isValid() || index.column() == 0)
        return nullptr;
    const std::vector<RunInfo>& runs = m_rows[size_t(index.row())].runs;
    const int back = m_shown - index.column();
    return back < int(runs.size()) ? &runs[size_t(back)] : nullptr;
}

int HeatStripModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int HeatStripModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_shown + 1; }

QString HeatStripModel::spoken(const RunInfo& run) const
{
    return tr("%1, %2, %3").arg(formatMoment(run.startedAt.isValid() ? run.startedAt : run.queuedAt), runStatusWord(run.status), formatDuration(runMilliseconds(run)));
}

QVariant HeatStripModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[size_t(index.row())];
    if (index.column() == 0) {
        switch (role) {
        case Qt::DisplayRole:
        case ExportRole: return row.name;
        case Qt::AccessibleTextRole: return tr("%1, %2 of the last %n run(s) failed", nullptr, int(row.runs.size())).arg(row.name).arg(row.failures);
        case IdRole: return row.id.value;
        default: return {};
        }
    }
    const RunInfo* one = run(index);
    switch (role) {
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return one ? spoken(*one) : tr("No run");
    case ExportRole: return one ? runStatusWord(one->status) : QString();
    case StatusRole: return one ? QVariant(int(one->status)) : QVariant();
    case IdRole: return one ? QVariant(one->id.value) : QVariant();
    default: return {};
    }
}

QVariant HeatStripModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (section == 0)
        return tr("Table");
    return role == Qt::DisplayRole ? QVariant(QString()) : QVariant(section == m_shown ? tr("Newest run") : tr("%n run(s) before the newest", nullptr, m_shown - section));
}

} // namespace leat
