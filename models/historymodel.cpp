// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/historymodel.h"

#include "engine/api/errortext.h"
#include "engine/api/whendone.h"
#include "models/formatting.h"
#include "models/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace leat {

qint64 runMilliseconds(const RunInfo& run)
{
    return run.startedAt.isValid() && run.finishedAt.isValid() ? std::max<qint64>(0, run.startedAt.msecsTo(run.finishedAt)) : -1;
}

QString runSummary(const RunInfo& run)
{
    return QCoreApplication::translate("leat::HistoryModel", "%1 rows read · %2 written · %3")
        .arg(formatCount(run.rowsRead), formatCount(run.rowsInserted + run.rowsUpdated), formatDuration(runMilliseconds(run)));
}

HistoryModel::HistoryModel(Control* control, QObject* parent)
    : QAbstractTableModel(parent)
    , m_control(control)
{
    connect(control, &Control::changed, this, &HistoryModel::apply);
}

void HistoryModel::setFilter(const HistoryFilter& filter)
{
    const bool same = m_started && filter.sourceId == m_filter.sourceId && filter.schemaId == m_filter.schemaId
        && filter.status == m_filter.status && filter.limit == m_filter.limit;
    m_filter = filter;
    if (!same)
        reload();
}

void HistoryModel::reload()
{
    m_started = true;
    beginResetModel();
    m_runs.clear();
    m_more = false;
    endResetModel();
    load({});
}

void HistoryModel::load(RunId before)
{
    HistoryFilter filter = m_filter;
    filter.before = before;
    m_loading = true;
    const quint64 generation = ++m_generation;
    whenReplied<HistoryPage>(m_control->send(LoadHistory{filter}), this, [this, generation](Result<HistoryPage> page) {
        if (generation != m_generation)
            return; // the filter changed meanwhile
        m_loading = false;
        m_more = page && page->more;
        if (!page) {
            Q_EMIT failed(page.error());
        } else {
            std::vector<RunInfo> fresh;
            for (RunInfo& run : page->runs)
                if (rowOf(run.id) < 0)
                    fresh.push_back(std::move(run));
            if (!fresh.empty()) {
                beginInsertRows({}, int(m_runs.size()), int(m_runs.size() + fresh.size()) - 1);
                std::move(fresh.begin(), fresh.end(), std::back_inserter(m_runs));
                endInsertRows();
            }
        }
        Q_EMIT loaded();
    });
}

bool HistoryModel::accepts(const RunInfo& run) const
{
    return (!m_filter.sourceId || *m_filter.sourceId == run.sourceId) && (!m_filter.schemaId || *m_filter.schemaId == run.schemaId)
        && (!m_filter.status || *m_filter.status == run.status);
}

void HistoryModel::apply(const ChangeSet& changes)
{
    if (!m_started)
        return;
    for (const RunInfo& run : changes.finishedRuns)
        merge(run);
}

void HistoryModel::merge(const RunInfo& run)
{
    if (const int row = rowOf(run.id); row >= 0) {
        m_runs[size_t(row)] = run;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    if (!accepts(run))
        return;
    const auto place = std::find_if(m_runs.begin(), m_runs.end(), [&](const RunInfo& r) { return r.id < run.id; });
    if (place == m_runs.end() && m_more)
        return; // older than what is loaded: a later page brings it
    const int row = int(place - m_runs.begin());
    beginInsertRows({}, row, row);
    m_runs.insert(place, run);
    endInsertRows();
}

const RunInfo* HistoryModel::run(int row) const
{
    return row >= 0 && row < int(m_runs.size()) ? &m_runs[size_t(row)] : nullptr;
}

int HistoryModel::rowOf(RunId id) const
{
    const auto at = std::find_if(m_runs.begin(), m_runs.end(), [&](const RunInfo& r) { return r.id == id; });
    return at == m_runs.end() ? -1 : int(at - m_runs.begin());
}

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_runs.size()); }
int HistoryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }
bool HistoryModel::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && m_more && !m_loading; }

void HistoryModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent) && !m_runs.empty())
        load(m_runs.back().id);
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool number = section >= Read && section <= Took;
    if (role == Qt::TextAlignmentRole)
        return number ? kFigures : kWords;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Started: return tr("Started");
    case Table: return tr("Table");
    case Result_: return tr("Result");
    case Method: return tr("Method");
    case Read: return tr("Rows read");
    case Written: return tr("Rows written");
    case Bytes: return tr("Data read");
    case Took: return tr("Took");
    case Trigger_: return tr("Started by");
    default: return {};
    }
}

QString HistoryModel::text(const RunInfo& run, int column) const
{
    const bool idle = run.status == RunStatus::Queued;
    switch (column) {
    case Started: return formatMoment(run.startedAt.isValid() ? run.startedAt : run.queuedAt);
    case Table: return run.sourceName + QLatin1Char('.') + run.label;
    case Result_: return runStatusWord(run.status);
    case Method: return run.mode.isEmpty() ? syncTypeWord(run.syncType) : runModeWord(run.mode);
    case Read: return idle ? dash() : formatCount(run.rowsRead);
    case Written: return idle ? dash() : formatCount(run.rowsInserted + run.rowsUpdated);
    case Bytes: return idle ? dash() : formatBytes(run.bytesRead);
    case Took: return formatDuration(runMilliseconds(run));
    case Trigger_: return triggerWord(run.trigger);
    default: return {};
    }
}

QVariant HistoryModel::sortValue(const RunInfo& run, int column) const
{
    switch (column) {
    case Started: return run.startedAt.isValid() ? run.startedAt : run.queuedAt;
    case Read: return run.rowsRead;
    case Written: return run.rowsInserted + run.rowsUpdated;
    case Bytes: return run.bytesRead;
    case Took: return runMilliseconds(run);
    default: return text(run, column);
    }
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    const RunInfo* info = index.isValid() ? run(index.row()) : nullptr;
    if (info == nullptr)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(*info, column);
    case Qt::AccessibleTextRole:
        return column == Started ? tr("%1, %2, %3").arg(text(*info, Started), text(*info, Table), text(*info, Result_)) : text(*info, column);
    case Qt::TextAlignmentRole:
        return column >= Read && column <= Took ? kFigures : kWords;
    case Qt::ToolTipRole:
        if (column == Started)
            return formatAbsolute(info->startedAt);
        if (column == Result_ && info->error)
            return describe(*info->error).sentence;
        if (column == Written)
            return tr("%1 new, %2 replaced, %3 already there")
                .arg(formatCount(info->rowsInserted), formatCount(info->rowsUpdated), formatCount(info->rowsSkipped));
        return text(*info, column);
    case IdRole: return info->id.value;
    case StatusRole: return int(info->status);
    case SeverityRole: return info->status == RunStatus::Failed ? 0 : info->status == RunStatus::Completed ? 9 : 4;
    case SortRole: return sortValue(*info, column);
    case ExportRole:
        switch (column) {
        case Started: return (info->startedAt.isValid() ? info->startedAt : info->queuedAt).toUTC().toString(Qt::ISODate);
        case Read:
        case Written:
        case Bytes: return QString::number(sortValue(*info, column).toLongLong());
        case Took: return runMilliseconds(*info) < 0 ? QString() : QString::number(double(runMilliseconds(*info)) / 1000.0, 'f', 3);
        default: return text(*info, column);
        }
    case SearchRole: return text(*info, Table);
    default: return {};
    }
}

} // namespace leat
