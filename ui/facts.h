// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace leat {

/// Two columns: what, and its value. Refilled in place so that it does not flicker.
class FactGrid : public QWidget
{
public:
    explicit FactGrid(QWidget* parent = nullptr);
    /// What the grid is too high for goes below the facts, not between them: where nothing else takes it.
    void fillBelow();
    /// Starts over; rows that are not added again disappear.
    void begin();
    void add(const QString& what, const QString& value, const QString& toolTip = {});
    void end();

private:
    struct Row { QLabel* what; QLabel* value; };
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    size_t m_used = 0;
};

} // namespace leat
