// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/deletepolicy.h"
#include "engine/connectors/digest.h"
#include "engine/warehouse/duckdb/tablelayout.h"

namespace leat {

/// "leat_row_hash(a, b)" over columns by their names in the table.
QByteArray rowHashSql(const PlannedColumns& columns);
/// The hash of one integer key, folded (DigestSpec::keyOnly).
QByteArray keyHashSql(const PlannedColumn& key);
/// kDeletedAt, quoted, and a time for it.
QByteArray markSql();
QByteArray momentSql(const QDateTime& at);
/// A row's bucket, BIGINT.
QByteArray bucketSql(const KeyBuckets& buckets, const PlannedColumns& key);
/// Condition: the row lies in the part. Ranges while they are few, so that DuckDB skips blocks.
QByteArray partSql(const KeyPart& part, const PlannedColumns& key);

} // namespace leat
