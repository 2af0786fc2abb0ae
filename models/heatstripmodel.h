// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/runinfo.h"
#include "engine/api/world.h"
#include "models/roles.h"

#include <QAbstractTableModel>

#include <vector>

namespace leat {

/// Tables × their newest runs, worst tables first; column 0 is the name, the last column the
/// newest run. Answers StatusRole with a RunStatus, invalid where there was no run. Main thread.
class HeatStripModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit HeatStripModel(int runsShown, QObject* parent = nullptr);
    /// `runs` newest first. Shows at most `tables` tables.
    void set(const World& world, const std::vector<RunInfo>& runs, int tables);
    SchemaId schema(int row) const;
    const RunInfo* run(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        SchemaId id;
        QString name;
        int failures = 0;
        std::vector<RunInfo> runs; ///< newest first
    };
    QString spoken(const RunInfo& run) const;
    int m_shown;
    std::vector<Row> m_rows;
};

} // namespace leat
