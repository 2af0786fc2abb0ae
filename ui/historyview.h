// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/historymodel.h"
#include "models/runlogmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSplitter;
class QTableView;

namespace leat {

class ErrorCard;
class FactGrid;

/// All runs with filters; below, the chosen run's figures, error and log.
class HistoryView : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryView(Control* control, QWidget* parent = nullptr);
    /// Loads on first show, so that a start needs no history.
    void activate();
    HistoryModel& model() { return m_model; }
    QTableView* view() const { return m_view; }
    QSplitter* splitter() const { return m_splitter; }

Q_SIGNALS:
    void noticed(const leat::Error& error);

private:
    QWidget* makeFilters();
    QWidget* makeRun();
    void fillSources();
    void applyFilter();
    void showRun();

    Control* m_control;
    HistoryModel m_model;
    RunLogModel m_log;
    QComboBox* m_source = nullptr;
    QComboBox* m_status = nullptr;
    QLabel* m_count = nullptr;
    QTableView* m_view = nullptr;
    QSplitter* m_splitter = nullptr;
    QLabel* m_runTitle = nullptr;
    FactGrid* m_facts = nullptr;
    ErrorCard* m_error = nullptr;
};

} // namespace leat
