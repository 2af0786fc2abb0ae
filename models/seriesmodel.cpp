// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seriesmodel.h"

#include "models/formatting.h"
#include "models/historymodel.h"

#include <algorithm>

namespace leat {

namespace {

QDateTime began(const RunInfo& run) { return run.startedAt.isValid() ? run.startedAt : run.queuedAt; }

} // namespace

SeriesModel::SeriesModel(Unit unit, QObject* parent)
    : QAbstractTableModel(parent)
    , m_unit(unit)
{
}

void SeriesModel::setPoints(std::vector<ChartPoint> points)
{
    beginResetModel();
    m_points = std::move(points);
    endResetModel();
}

double SeriesModel::greatest() const
{
    double most = 0;
    for (const ChartPoint& point : m_points)
        most = std::max(most, point.value);
    return most;
}

QString SeriesModel::valueText(double value) const
{
    return m_unit == Unit::Rows ? tr("%1 rows").arg(formatCount(qint64(value))) : formatDuration(qint64(value));
}

QString SeriesModel::spoken(int row) const
{
    if (row < 0 || row >= int(m_points.size()))
        return {};
    const ChartPoint& point = m_points[size_t(row)];
    QStringList parts{valueText(point.value)};
    if (point.failures > 0)
        parts << (point.run.isValid() ? tr("failed") : tr("%n failure(s)", nullptr, point.failures));
    return tr("%1: %2").arg(point.label, parts.join(QStringLiteral(", ")));
}

QString SeriesModel::summary() const
{
    if (m_points.empty())
        return tr("No runs yet.");
    double sum = 0;
    int failures = 0;
    for (const ChartPoint& point : m_points) {
        sum += point.value;
        failures += point.failures;
    }
    const QString total = m_unit == Unit::Rows ? tr("%1 in all").arg(valueText(sum)) : tr("%1 at most").arg(valueText(greatest()));
    return failures == 0 ? total : total + QStringLiteral(" · ") + tr("%n failure(s)", nullptr, failures);
}

int SeriesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_points.size()); }
int SeriesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString SeriesModel::text(const ChartPoint& point, int column) const
{
    switch (column) {
    case When: return point.run.isValid() ? formatMoment(point.at) : point.label;
    case Value: return m_unit == Unit::Rows ? formatCount(qint64(point.value)) : formatDuration(qint64(point.value));
    case Runs: return formatCount(point.runs);
    case Failures: return point.failures == 0 ? QString() : formatCount(point.failures);
    default: return {};
    }
}

QVariant SeriesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_points.size()))
        return {};
    const ChartPoint& point = m_points[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(point, index.column());
    case Qt::AccessibleTextRole: return index.column() == When ? spoken(index.row()) : text(point, index.column());
    case Qt::TextAlignmentRole: return index.column() == When ? kWords : kFigures;
    case IdRole: return point.run.value;
    case SeverityRole: return point.failures > 0 ? 0 : 9;
    case SortRole:
        switch (index.column()) {
        case When: return point.at;
        case Value: return point.value;
        case Runs: return point.runs;
        default: return point.failures;
        }
    case ExportRole:
        switch (index.column()) {
        case When: return point.at.toUTC().toString(Qt::ISODate);
        case Value: return QString::number(qint64(point.value));
        case Runs: return QString::number(point.runs);
        default: return QString::number(point.failures);
        }
    default: return {};
    }
}

QVariant SeriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == When ? kWords : kFigures;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case Value: return m_unit == Unit::Rows ? tr("Rows written") : tr("Took");
    case Runs: return tr("Runs");
    case Failures: return tr("Failures");
    default: return {};
    }
}

std::vector<ChartPoint> hourlyRows(const std::vector<RunInfo>& runs, const QDateTime& now, int hours)
{
    // Whole hours of the clock on the wall, told apart in UTC so that a change of summer time
    // neither merges nor loses one.
    const QDateTime local = now.toLocalTime();
    const qint64 intoHour = local.time().minute() * 60 + local.time().second();
    const QDateTime current = now.toUTC().addSecs(-intoHour);
    std::vector<ChartPoint> out;
    for (int back = hours - 1; back >= 0; --back) {
        ChartPoint point;
        point.at = current.addSecs(-3600 * back);
        point.label = point.at.toLocalTime().toString(QStringLiteral("HH:mm"));
        out.push_back(point);
    }
    for (const RunInfo& run : runs) {
        const qint64 offset = out.empty() ? -1 : out.front().at.secsTo(began(run));
        if (offset < 0 || offset / 3600 >= hours)
            continue;
        ChartPoint& point = out[size_t(offset / 3600)];
        point.value += double(run.rowsInserted + run.rowsUpdated);
        ++point.runs;
        point.failures += run.status == RunStatus::Failed ? 1 : 0;
    }
    return out;
}

std::vector<ChartPoint> runPoints(const std::vector<RunInfo>& runs, SeriesModel::Unit unit, int most)
{
    std::vector<ChartPoint> out;
    for (const RunInfo& run : runs) {
        if (runMilliseconds(run) < 0)
            continue;
        ChartPoint point;
        point.at = began(run);
        point.label = formatMoment(point.at) + QLatin1Char(' ') + run.label;
        point.value = unit == SeriesModel::Unit::Rows ? double(run.rowsInserted + run.rowsUpdated) : double(runMilliseconds(run));
        point.runs = 1;
        point.failures = run.status == RunStatus::Failed ? 1 : 0;
        point.run = run.id;
        out.push_back(std::move(point));
        if (int(out.size()) == most)
            break;
    }
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace leat
