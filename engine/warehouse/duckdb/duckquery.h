// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/warehouse/duckdb/duckinstance.h"

namespace leat {

/// Runs a person's reading statement in a read-only transaction. Cells are DuckDB's own text;
/// `json` types them: whole numbers within ±2^53, finite doubles and booleans as such, all else
/// as text. maxRows < 0: no limit. See checkReadOnly() for what is refused.
Result<QueryResult> runReadOnly(PooledConnection& connection, const QString& sql, qint64 maxRows,
                                const CancelToken& cancel);

/// One cell as JSON, by DuckDB's name of its type.
QJsonValue jsonCell(const QString& type, const QString& text);

} // namespace leat
