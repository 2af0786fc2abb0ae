// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pgconnection.h"
#include "engine/connectors/source.h"

namespace leat::pg {

/// All tables, partitioned tables (as one), views, materialised views and foreign tables outside the
/// system's namespaces, in one round trip. Partitions and inheritance children are parts of their
/// root (T071). Takes no locks: sizes are the statistics' page counts, so a table that is being
/// migrated cannot block the list.
Result<std::vector<TableListing>> listTables(Connection& connection, const Settings& settings, const CancelToken& cancel);

struct ReadableCount { qint64 tables = 0; qint64 readable = 0; };
Result<ReadableCount> countReadable(Connection& connection, const Settings& settings, const CancelToken& cancel);

} // namespace leat::pg
