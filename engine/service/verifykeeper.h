// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/engineparts.h"
#include "engine/service/rundesk.h"
#include "engine/service/schemadesk.h"
#include "engine/service/worldkeeper.h"

#include <QTimer>

#include <functional>

namespace leat {

/// Knows when each table is compared with its source by itself (verify_every) and, where
/// EngineParts::scheduler says so, does it: the most overdue first, one at a time, only while no
/// sync runs or is due, and never beneath a run of the same table. One that comes to
/// nothing is kept as the table's `verifyFailure` until a later one ends, and tried again after an hour. Main thread.
class VerifyKeeper : public QObject
{
    Q_OBJECT
public:
    VerifyKeeper(EngineParts& parts, WorldKeeper& world, RunDesk& runs, SchemaDesk& schemas, std::function<void()> changed);

    /// Plans everything, begins to watch the clock.
    void load();
    /// Starts nothing any more.
    void stop();
    /// Says anew what is due, and gives way to a run; called before the changes are told.
    void replan();

private:
    QDateTime dueAt(const SchemaInfo& schema) const;
    const SchemaInfo* next(const QDateTime& now) const;
    bool mayStart(const QDateTime& now) const;
    void wake();
    void start(SchemaId id);
    void ended(SchemaId id, const Result<VerifyReport>& report);
    void recall(SchemaId id);
    void keepFailure(SchemaId id, const std::optional<VerifyFailure>& failure);
    void arm();

    EngineParts& m_parts;
    WorldKeeper& m_world;
    RunDesk& m_runs;
    SchemaDesk& m_schemas;
    const std::function<void()> m_changed;
    QTimer m_timer;
    SchemaId m_comparing;
    bool m_gaveWay = false;        ///< the comparison was stopped for a run, and is due again after it
    std::vector<SchemaId> m_interrupted;   ///< whose last comparison gave way, the last one last
    bool m_stopped = false;
};

} // namespace leat
