// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/state/database.h"
#include "engine/state/statestore.h"

namespace leat {

/// The audit trail; rows are only ever added (a trigger sees to it).
class AuditRepo
{
public:
    explicit AuditRepo(Database& database) : m_database(database) {}
    Result<void> add(const AuditEntry& entry);
    Result<std::vector<AuditEntry>> newest(int limit);

private:
    Database& m_database;
};

} // namespace leat
