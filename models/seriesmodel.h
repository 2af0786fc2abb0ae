// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/runinfo.h"
#include "models/roles.h"

#include <QAbstractTableModel>

#include <vector>

namespace leat {

/// One point of a chart: a run, or an hour of runs.
struct ChartPoint
{
    QDateTime at;                  ///< when it began
    QString label;                 ///< "13:00"
    double value = 0;              ///< rows or milliseconds
    int runs = 0;
    int failures = 0;
    RunId run;                     ///< invalid: not one run
};

/// The points of a chart, oldest first: the chart draws them, a table shows the same. Main thread.
class SeriesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Unit { Rows, Milliseconds };
    enum Column { When, Value, Runs, Failures, ColumnCount };

    SeriesModel(Unit unit, QObject* parent = nullptr);
    void setPoints(std::vector<ChartPoint> points);
    const std::vector<ChartPoint>& points() const { return m_points; }
    Unit unit() const { return m_unit; }
    double greatest() const;
    /// "13:00: 1,204 rows, 2 failures": what a screen reader says of a point.
    QString spoken(int row) const;
    /// One sentence about the whole series.
    QString summary() const;
    QString valueText(double value) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ChartPoint& point, int column) const;
    Unit m_unit;
    std::vector<ChartPoint> m_points;
};

/// Rows written in each of the last `hours` hours, empty ones included.
std::vector<ChartPoint> hourlyRows(const std::vector<RunInfo>& runs, const QDateTime& now, int hours);
/// One point a finished run, oldest first; `runs` come newest first.
std::vector<ChartPoint> runPoints(const std::vector<RunInfo>& runs, SeriesModel::Unit unit, int most);

} // namespace leat
