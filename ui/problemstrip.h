// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace leat {

class IncidentRow;

/// What needs a person, worst first, one line a cause, with the fix on it. Collapses to a count.
class ProblemStrip : public QWidget
{
    Q_OBJECT
public:
    /// Shows at most `most` incidents; object names start with `prefix`.
    ProblemStrip(Control* control, const QByteArray& prefix, int most, bool collapsible, QWidget* parent = nullptr);
    int shown() const { return m_shown; }

Q_SIGNALS:
    void fixWanted(const leat::Incident& incident);
    void whyWanted(const leat::Incident& incident);
    void showWanted(const leat::Incident& incident);
    void allWanted();
    void countChanged(int incidents);

private:
    void apply();
    IncidentRow* rowAt(size_t at);

    Control* m_control;
    QByteArray m_prefix;
    size_t m_most;
    int m_shown = 0;
    int m_count = -1;
    bool m_collapsed = false;
    QWidget* m_head = nullptr;
    QLabel* m_title = nullptr;
    QToolButton* m_fold = nullptr;
    QPushButton* m_more = nullptr;
    QVBoxLayout* m_list = nullptr;
    std::vector<IncidentRow*> m_rows;
};

} // namespace leat
