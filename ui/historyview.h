// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/historyproxy.h"
#include "models/runlogmodel.h"
#include "models/seriesmodel.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace leat {

class ChartCard;
class ErrorCard;
class FactGrid;
class FlowLayout;

/// All runs with filters, as a table or as charts of rows and duration; below, the chosen run's
/// figures, error and log. Two runs can be compared.
class HistoryView : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryView(Control* control, QWidget* parent = nullptr);
    /// Loads on first show, so that a start needs no history.
    void activate();
    HistoryModel& model() { return m_model; }
    HistoryProxy& shown() { return m_shown; }
    QTableView* view() const { return m_view; }
    QSplitter* splitter() const { return m_splitter; }

Q_SIGNALS:
    void noticed(const leat::Error& error);

protected:
    bool event(QEvent* event) override;

private:
    QWidget* makeFilters();
    QWidget* makeEmpty();
    void showPage(bool empty);
    void placeFilters();
    void shareHeight();
    QComboBox* addFilter(QLayout* row, const char* name, const QString& what);
    QWidget* makeCharts();
    QWidget* makeRun();
    void fillCharts();
    void showCompare();
    void compare();
    void pick(const SeriesModel& series, int point);
    void fillSources();
    void applyFilter();
    void showRun();

    Control* m_control;
    HistoryModel m_model;
    HistoryProxy m_shown;
    SeriesModel m_rows;
    SeriesModel m_took;
    RunLogModel m_log;
    QComboBox* m_source = nullptr;
    QComboBox* m_status = nullptr;
    QComboBox* m_trigger = nullptr;
    QComboBox* m_period = nullptr;
    QPushButton* m_compare = nullptr;
    QToolButton* m_asChart = nullptr;
    QStackedWidget* m_pages = nullptr;
    ChartCard* m_rowsChart = nullptr;
    ChartCard* m_tookChart = nullptr;
    QLabel* m_count = nullptr;
    QBoxLayout* m_head = nullptr;
    FlowLayout* m_filters = nullptr;
    QLabel* m_emptyText = nullptr;
    QPushButton* m_showAll = nullptr;
    QTableView* m_view = nullptr;
    QSplitter* m_splitter = nullptr;
    QLabel* m_runTitle = nullptr;
    FactGrid* m_facts = nullptr;
    ErrorCard* m_error = nullptr;
};

} // namespace leat
