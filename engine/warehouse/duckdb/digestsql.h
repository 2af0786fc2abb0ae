// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/digest.h"
#include "engine/warehouse/duckdb/tablelayout.h"

namespace leat {

/// The column that says when a row was found deleted at the source. NULL: it lives.
inline constexpr char kDeletedAt[] = "_leat_deleted_at";

/// "leat_row_hash(a, b)" over columns by their names in the table.
QByteArray rowHashSql(const PlannedColumns& columns);
/// A row's bucket, BIGINT.
QByteArray bucketSql(const KeyBuckets& buckets, const PlannedColumns& key);
/// Condition: the row lies in the part. Ranges while they are few, so that DuckDB skips blocks.
QByteArray partSql(const KeyPart& part, const PlannedColumns& key);

} // namespace leat
