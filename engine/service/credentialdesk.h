// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/service/askdesk.h"
#include "engine/service/engineparts.h"
#include "engine/service/rundesk.h"
#include "engine/service/sourcepool.h"
#include "engine/service/worldkeeper.h"

namespace leat {

/// Trying and replacing the secrets of sources (seed id D13, branch C). Main thread.
class CredentialDesk
{
public:
    CredentialDesk(EngineParts& parts, SourcePool& sources, WorldKeeper& world, AskDesk& ask, RunDesk& runs,
                   std::function<void()> changed);

    QFuture<ReplyPtr> test(TestCredentials command);
    QFuture<ReplyPtr> rotate(RotateCredentials command);
    /// Pool thread or start-up: forgets previous secrets that are past their day.
    void forgetOld();

private:
    struct Case
    {
        SourceInfo source;
        std::vector<SchemaInfo> schemas;   ///< the enabled ones
        std::vector<SourceInfo> others;    ///< all other sources
    };
    Result<Case> caseOf(SourceId id, const SecretMap& secrets, bool needsSecrets) const;
    CredentialReport compare(const Case& about, const SecretMap& fresh, const CancelToken& cancel);
    Result<SecretMap> storedSecrets(const SourceInfo& source) const;
    Result<SecretMap> previousSecrets(const SourceInfo& source);
    Result<void> replace(const SourceInfo& source, const SecretMap& before, const SecretMap& fresh);
    Result<void> keep(const SourceInfo& source, const QString& key, const QString& reference, const Secret& secret);
    QStringList sharedWith(const Case& about);
    std::vector<RunId> syncWaiting(SourceId id);

    EngineParts& m_parts;
    SourcePool& m_sources;
    WorldKeeper& m_world;
    AskDesk& m_ask;
    RunDesk& m_runs;
    const std::function<void()> m_changed;
};

} // namespace leat
