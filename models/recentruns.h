// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QObject>

#include <vector>

namespace leat {

/// The newest runs of all tables, kept up to date; what the charts of the home page are made of.
/// Main thread; `control` must outlive it.
class RecentRuns : public QObject
{
    Q_OBJECT
public:
    explicit RecentRuns(Control* control, QObject* parent = nullptr, int limit = 2000);
    /// Loads once; later calls do nothing.
    void activate();
    /// Newest first.
    const std::vector<RunInfo>& runs() const { return m_runs; }
    /// Those that began after `from`.
    std::vector<RunInfo> since(const QDateTime& from) const;

Q_SIGNALS:
    void changed();

private:
    void take(const std::vector<RunInfo>& fresh);

    Control* m_control;
    int m_limit;
    bool m_started = false;
    std::vector<RunInfo> m_runs;
};

} // namespace leat
