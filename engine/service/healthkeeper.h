// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/verifyreport.h"
#include "engine/diagnose/incidents.h"
#include "engine/diagnose/rhythm.h"
#include "engine/service/engineparts.h"
#include "engine/service/worldkeeper.h"

#include <QTimer>

#include <functional>

namespace leat {

/// Keeps World::incidents true: watches progress, remembers since when something fails, and judges
/// anew when something changed that matters, and twice a minute as time alone makes late and
/// stuck. Main thread.
class HealthKeeper : public QObject
{
    Q_OBJECT
public:
    HealthKeeper(EngineParts& parts, WorldKeeper& world, std::function<void()> changed);

    /// After the World was read: judges everything.
    void load();
    void stop() { m_timer.stop(); }
    /// Before the changes are told; cheap when only progress moved.
    void note(const ChangeSet& changes);

    /// A comparison ended: remembers what it found, across restarts, until a later one finds nothing
    /// or a run put the rows right.
    void noteVerified(const VerifyReport& report);
    /// A run ended: one that copied the table whole or repaired it settles what comparisons found, and each
    /// tells whether the table has gone quiet.
    void ended(const RunInfo& run);

    const Classifier& classifier() const { return m_classifier; }
    const HealthFacts& facts();

private:
    struct Mark
    {
        SchemaStatus status = SchemaStatus::Off;
        std::optional<Error> error;
        QDateTime lastSynced;
        QDateTime nextRetry;
        SchemaConfig config;
        bool present = true;
        std::optional<RunStatus> lastRun;
        QDateTime quietSince;
        bool operator==(const Mark&) const = default;
    };

    bool noteSchema(const SchemaInfo& schema);
    void noteProgress(const SchemaInfo& schema);
    void noteFailure(const SchemaInfo& schema);
    void noteCutOffs(const SchemaInfo& schema);
    void noteWanted(const SchemaInfo& schema);
    void recallDifferences(SchemaId id);
    void keepDifferences(SchemaId id, const std::optional<RowDifferences>& found);
    void recallDoubt(SchemaId id);
    void settleDoubt(const RunInfo& run);
    void recallRhythm(SchemaId id);
    void keepRhythm(SchemaId id, const Rhythm& rhythm);
    void judge();

    EngineParts& m_parts;
    WorldKeeper& m_world;
    const std::function<void()> m_changed;
    const Classifier m_classifier;
    HealthFacts m_facts;
    std::map<SchemaId, Mark> m_marks;
    std::map<SchemaId, RunProgress> m_progress;
    std::map<SchemaId, Rhythm> m_rhythms;
    QTimer m_timer;
};

} // namespace leat
