// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/askdesk.h"
#include "engine/service/doctor.h"
#include "engine/service/impacttoken.h"
#include "engine/service/rundesk.h"
#include "engine/service/schemadesk.h"
#include "engine/service/worldkeeper.h"

namespace leat {

/// Looks at the installation, and puts right what a person wants put right: never while something
/// runs, and nothing that goes without the token of exactly what was shown. Main thread.
class DoctorDesk
{
public:
    DoctorDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
               std::function<void()> changed);

    void noteStart(const MendedAtStart& mended) { m_doctor.noteStart(mended); }
    QFuture<ReplyPtr> look();
    QFuture<ReplyPtr> fix(const FixFinding& command);
    /// Pool threads: the same look, for a bundle.
    DoctorReport report(const World& world, const CancelToken& cancel);

private:
    DoctorReport reportOf(const std::vector<DoctorCheck>& checks) const;
    Result<void> allow(const DoctorWay& way, const QString& token) const;
    void startRepair(const AskDesk::Promise& promise, SchemaId id, qint64 confirmedDeletes);
    void lookAgain(const AskDesk::Promise& promise, const QString& done);
    void reload(Result<Reply>& reply);

    EngineParts& m_parts;
    WorldKeeper& m_world;
    AskDesk& m_ask;
    RunDesk& m_runs;
    const std::function<void()> m_changed;
    TrashKeeper m_trash;
    Doctor m_doctor;
    ImpactToken m_token;
};

} // namespace leat
