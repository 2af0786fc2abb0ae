// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "models/roles.h"

#include <QAbstractTableModel>

#include <vector>

namespace leat {

/// Runs, newest first, loaded page by page through LoadHistory; runs that end meanwhile are
/// put in their place. Main thread; `control` must outlive the model.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Started, Table, Result_, Method, Read, Written, Bytes, Took, Trigger_, ColumnCount };

    explicit HistoryModel(Control* control, QObject* parent = nullptr);

    /// Loads anew when the filter differs; `limit` is the page size.
    void setFilter(const HistoryFilter& filter);
    const HistoryFilter& filter() const { return m_filter; }
    void reload();
    bool isLoading() const { return m_loading; }
    const RunInfo* run(int row) const;
    int rowOf(RunId id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void loaded();
    void failed(const leat::Error& error);

private:
    void load(RunId before);
    void apply(const ChangeSet& changes);
    void merge(const RunInfo& run);
    bool accepts(const RunInfo& run) const;
    QString text(const RunInfo& run, int column) const;
    QVariant sortValue(const RunInfo& run, int column) const;

    Control* m_control;
    HistoryFilter m_filter;
    std::vector<RunInfo> m_runs;
    quint64 m_generation = 0;
    bool m_more = false;
    bool m_loading = false;
    bool m_started = false;
};

/// "1,204 read · 1,198 written · 8.1 s".
QString runSummary(const RunInfo& run);
/// Milliseconds from start to end; -1 while it is not over.
qint64 runMilliseconds(const RunInfo& run);

} // namespace leat
