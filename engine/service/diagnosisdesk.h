// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/askdesk.h"
#include "engine/service/healthkeeper.h"
#include "engine/service/sourcepool.h"

namespace leat {

/// Examines one source or schema top-down: the source before its tables, what is recorded beside
/// what live probes find (seed ids D1, D22–D26). Main thread.
class DiagnosisDesk
{
public:
    DiagnosisDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, Mailbox& mailbox,
        HealthKeeper& health);

    QFuture<ReplyPtr> diagnose(const Diagnose& command);
    Result<Reply> judge(const DiagnoseText& command) const;

private:
    DiagnosisReport recorded(const SourceInfo& source, const SchemaInfo* schema);
    void addHistory(DiagnosisReport& report, const SourceInfo& source, const SchemaInfo* schema);

    EngineParts& m_parts;
    SourcePool& m_sources;
    WorldKeeper& m_world;
    AskDesk& m_ask;
    Mailbox& m_mailbox;
    HealthKeeper& m_health;
};

} // namespace leat
