// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/healthsummary.h"
#include "models/heatstripmodel.h"
#include "models/recentruns.h"
#include "models/seriesmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace leat {

class ChartCard;
class FactGrid;
class FlowLayout;
class HeatStrip;
class ProblemStrip;

/// How everything is, on one page: counts, what needs a person, the last day, the slowest and the
/// biggest tables, the warehouse, and the last runs of each table.
class HomePage : public QWidget
{
    Q_OBJECT
public:
    explicit HomePage(Control* control, QWidget* parent = nullptr);
    /// Loads the runs on first show, so that a start needs no history.
    void activate();
    /// Relative times moved on.
    void refreshTimes();
    ProblemStrip* problems() const { return m_problems; }
    ChartCard* day() const { return m_day; }
    HeatStripModel& heat() { return m_heat; }

Q_SIGNALS:
    /// Show the tables that match a query of the search field.
    void queryWanted(const QString& query);
    void schemaWanted(leat::SchemaId id);
    void aboutWanted();
    void trashWanted();

private:
    QWidget* makeCounts();
    QWidget* makeNeedsYou();
    QWidget* makeRanking();
    QWidget* makeWarehouse();
    QWidget* makeHeat();
    void applyWorld();
    void applyRuns();
    void showCounts(const HealthSummary& summary);
    void showRanking(QVBoxLayout* list, const char* name, const std::vector<RankedTable>& tables, bool rows);

    Control* m_control;
    RecentRuns m_runs;
    SeriesModel m_hours;
    HeatStripModel m_heat;
    QLabel* m_tables = nullptr;
    QLabel* m_fresh = nullptr;
    FlowLayout* m_counts = nullptr;
    std::map<Health, QPushButton*> m_chips;
    ProblemStrip* m_problems = nullptr;
    QLabel* m_allWell = nullptr;
    ChartCard* m_day = nullptr;
    QVBoxLayout* m_slowest = nullptr;
    QVBoxLayout* m_biggest = nullptr;
    FactGrid* m_warehouse = nullptr;
    HeatStrip* m_strip = nullptr;
};

} // namespace leat
