// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/ids.h"
#include "engine/api/syncvalues.h"

#include <QFrame>

#include <vector>

class QAction;
class QLabel;
class QMenu;

namespace leat {

struct WindowActions;

/// What can be done with a selection of several tables; there only while there is one.
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

private:
    QLabel* m_text;
    QMenu* m_frequencies;
};

} // namespace leat
