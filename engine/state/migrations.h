// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/state/database.h"

#include <vector>

namespace leat {

/// One step of the profile's format. Steps are never edited once released, only added.
struct Migration
{
    int version = 0;
    std::vector<QString> statements;
};

/// All steps, numbered 1, 2, 3, … without a gap.
std::vector<Migration> profileMigrations();
bool isGapFree(const std::vector<Migration>& migrations);

/// Brings the file to the last step, each step in a transaction of its own. Before the first
/// step a copy of an older profile is laid beside it as "<file>.backup-v<N>". Errors:
/// ProfileNewer (args found, known), ProfileUnreadable for a file that is not a profile.
Result<void> migrate(Database& database, const std::vector<Migration>& migrations);

} // namespace leat
