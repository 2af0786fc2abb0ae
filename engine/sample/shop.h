// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/api/result.h"

#include <QString>

#include <vector>

namespace leat {

// The offline sample: a small shop in a SQLite file, the same on every machine. Ten tables,
// some 100,000 rows, dates from January 2024 on.

/// Writes the shop to `file`, replacing one that is there; a reader never sees half of it. Takes
/// about a second. Errors: ProfileNotWritable, DiskFull, FileLocked.
Result<void> makeShop(const QString& file);

/// Plays the shop's next day: new customers, orders, payments, events and reviews; changed orders,
/// prices and stock; some stock rows gone. What happens depends only on how many days were
/// played before, which the file counts. Errors: FileMissing, FileNotDatabase, FileLocked.
Result<void> editShop(const QString& file);

/// How the shop's tables are synced, so that full refresh, incremental and append all show.
std::vector<TableChoice> shopTables();

} // namespace leat
