// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/state/database.h"
#include "engine/state/statestore.h"

namespace leat {

/// Sources and what is known of their secrets. Writers expect an open transaction.
class SourceRepo
{
public:
    explicit SourceRepo(Database& database) : m_database(database) {}
    Result<std::vector<SourceInfo>> all();
    /// NotFound when there is none.
    Result<SourceInfo> one(SourceId id);
    Result<SourceId> add(const SourceInfo& source);
    /// Name and type stay what they are. True: settings or secrets' keys changed.
    Result<bool> update(const SourceInfo& source);
    Result<void> remove(SourceId id);
    Result<std::map<QString, SecretRecord>> secrets(SourceId id);
    /// A record without a reference removes what was there.
    Result<void> setSecret(SourceId id, const QString& key, const SecretRecord& record);

private:
    Database& m_database;
};

Error notFound(const QString& what, const QString& name);

} // namespace leat
