// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/ids.h"
#include "engine/api/syncvalues.h"

#include <QFrame>

#include <vector>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace leat {

struct WindowActions;

/// What can be done with a selection of several tables; there only while there is one. Signs without words where
/// the bar is narrow.
class BulkBar : public QFrame
{
    Q_OBJECT
public:
    explicit BulkBar(const WindowActions& actions, QWidget* parent = nullptr);
    /// How often the selection syncs, to choose from.
    QMenu* frequencyMenu() const { return m_frequencies; }
    void setSelection(const std::vector<SchemaId>& ids);

Q_SIGNALS:
    void frequencyWanted(leat::SyncFrequency frequency);
    void clearWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    std::vector<QToolButton*> m_buttons;
    QLabel* m_text;
    QMenu* m_frequencies;
};

} // namespace leat
