// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runlogmodel.h"

#include "engine/api/whendone.h"
#include "models/formatting.h"
#include "models/wording.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace leat {

namespace {
constexpr int kPage = 1000;
}

RunLogModel::RunLogModel(Control* control, QObject* parent)
    : QAbstractTableModel(parent)
    , m_control(control)
{
    connect(control, &Control::changed, this, &RunLogModel::apply);
}

void RunLogModel::setRun(RunId run)
{
    if (run == m_run)
        return;
    ++m_generation;
    m_run = run;
    m_loading = m_again = false;
    beginResetModel();
    m_lines.clear();
    endResetModel();
    if (run.isValid())
        load();
}

void RunLogModel::load()
{
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    const quint64 generation = m_generation;
    const qint64 after = m_lines.empty() ? 0 : m_lines.back().seq;
    whenReplied<LogPage>(m_control->send(LoadRunLog{m_run, after, kPage}), this, [this, generation, after](Result<LogPage> page) {
        if (generation != m_generation)
            return;
        m_loading = false;
        if (!page) {
            Q_EMIT failed(page.error());
            return;
        }
        std::vector<LogLine> fresh;
        std::copy_if(page->lines.begin(), page->lines.end(), std::back_inserter(fresh), [&](const LogLine& line) { return line.seq > after; });
        const bool full = int(fresh.size()) >= kPage;
        if (!fresh.empty()) {
            beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + fresh.size()) - 1);
            m_lines.insert(m_lines.end(), fresh.begin(), fresh.end());
            endInsertRows();
        }
        Q_EMIT loaded();
        if (full || std::exchange(m_again, false))
            load();
    });
}

void RunLogModel::apply(const ChangeSet& changes)
{
    const bool ended = std::any_of(changes.finishedRuns.begin(), changes.finishedRuns.end(), [&](const RunInfo& r) { return r.id == m_run; });
    if (m_run.isValid() && (ended || std::find(changes.runs.begin(), changes.runs.end(), m_run) != changes.runs.end()))
        load();
}

int RunLogModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }
int RunLogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RunLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Time ? tr("Time") : section == Level ? tr("Level") : tr("Message");
}

QVariant RunLogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_lines.size()))
        return {};
    const LogLine& line = m_lines[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Time ? line.at.toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz"))
            : index.column() == Level ? logLevelWord(line.level)
                                      : line.text;
    case Qt::ToolTipRole: return index.column() == Time ? formatAbsolute(line.at) : index.column() == Text ? line.text : QVariant();
    case Qt::AccessibleTextRole: return QString(logLevelWord(line.level) + QStringLiteral(": ") + line.text);
    case IdRole:
    case SortRole: return line.seq;
    case StatusRole: return int(line.level);
    case SeverityRole: return int(LogLevel::Error) - int(line.level);
    case ExportRole:
        return index.column() == Time ? line.at.toUTC().toString(Qt::ISODateWithMs) : data(index, Qt::DisplayRole);
    case SearchRole: return line.text;
    default: return {};
    }
}

} // namespace leat
