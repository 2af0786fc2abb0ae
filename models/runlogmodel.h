// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "models/roles.h"

#include <QAbstractTableModel>

#include <vector>

namespace leat {

/// The log lines of one run; follows the run while it lasts. Main thread; `control` must outlive
/// the model.
class RunLogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Level, Text, ColumnCount };

    explicit RunLogModel(Control* control, QObject* parent = nullptr);
    /// An invalid id empties the model.
    void setRun(RunId run);
    RunId run() const { return m_run; }
    bool isLoading() const { return m_loading; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();
    void failed(const leat::Error& error);

private:
    void load();
    void apply(const ChangeSet& changes);

    Control* m_control;
    RunId m_run;
    std::vector<LogLine> m_lines;
    quint64 m_generation = 0;
    bool m_loading = false;
    bool m_again = false;
};

} // namespace leat
