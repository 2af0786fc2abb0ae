// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/historymodel.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace leat {

/// Narrows what a HistoryModel has loaded by who started a run and when; asks for older pages as
/// long as the period reaches back further. Main thread.
class HistoryProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit HistoryProxy(HistoryModel* model, QObject* parent = nullptr);
    void setTrigger(std::optional<Trigger> trigger);
    /// Invalid: all times.
    void setSince(const QDateTime& since);
    const RunInfo* run(int row) const;
    /// The runs that are shown, newest first.
    std::vector<RunInfo> runs() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    HistoryModel* m_model;
    std::optional<Trigger> m_trigger;
    QDateTime m_since;
};

/// One line of a comparison of two runs.
struct RunDifference
{
    QString what;                  ///< translated: "Rows read"
    QString first;
    QString second;
    QString change;                ///< "+12 %", "longer by 3.1 s"; empty when equal
};
/// All figures of both, and what differs.
std::vector<RunDifference> compareRuns(const RunInfo& first, const RunInfo& second);

} // namespace leat
