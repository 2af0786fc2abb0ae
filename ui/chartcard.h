// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runchart.h"

#include <QFrame>

class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace leat {

/// A chart with its title, its summary and its table: the same values, one press away.
class ChartCard : public QFrame
{
    Q_OBJECT
public:
    /// Object names are `prefix.chart`, `prefix.table` and `prefix.asTable`.
    ChartCard(const char* prefix, const QString& title, SeriesModel* model, RunChart::Shape shape, QWidget* parent = nullptr);
    RunChart* chart() const { return m_chart; }
    QTableView* table() const { return m_table; }
    bool showsTable() const;

private:
    SeriesModel* m_model;
    QLabel* m_summary;
    QStackedWidget* m_pages;
    RunChart* m_chart;
    QTableView* m_table;
    QToolButton* m_asTable;
};

} // namespace leat
