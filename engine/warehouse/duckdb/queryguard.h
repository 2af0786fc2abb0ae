// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/warehouse/duckdb/duckconnection.h"

#include <QJsonValue>

namespace leat {

/// What a person's statement is, once it is known to be harmless.
enum class QueryShape { Select, Explain };

/// Whether `sql` is exactly one statement that only reads: SELECT and its relatives (FROM, WITH,
/// VALUES, DESCRIBE, SHOW, SUMMARIZE) or EXPLAIN of one. QueryNotReadOnly otherwise, also for
/// table functions that are not on the list of reading ones: some change settings
/// (enable_logging) or read raw memory (arrow_scan) although they stand in a SELECT, and binding
/// alone would run them. WarehouseQueryFailed for text that does not parse. Runs nothing.
Result<QueryShape> checkReadOnly(DuckConnection& connection, const QString& sql);

/// The first table function in a statement tree (json_serialize_sql) that may not be used.
std::optional<QString> forbiddenFunction(const QJsonValue& tree);

} // namespace leat
