// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QFrame>

#include <map>

class QAction;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace leat {

class ProtectionCard;

/// The left edge: where to go, with counts, and the warehouse in two lines.
class Sidebar : public QFrame
{
    Q_OBJECT
public:
    Sidebar(Control* control, const std::vector<QAction*>& places, QWidget* parent = nullptr);

    /// Signs without words, for narrow windows.
    void setCompact(bool compact);

private:
    void apply();
    Control* m_control;
    std::map<QAction*, QLabel*> m_counts;
    std::vector<QToolButton*> m_buttons;
    QFrame* m_card = nullptr;
    ProtectionCard* m_protected = nullptr;
    QLabel* m_warehouse;
    QLabel* m_rows;
};

} // namespace leat
