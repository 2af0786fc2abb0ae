// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/source.h"
#include "engine/connectors/sqlite/sqliteschema.h"

namespace leat::sqlite {

/// Looks for duplicates and NULLs in key columns; asks the declared keys first and reads the
/// table only when they do not settle it (trap T049). Errors: ColumnMissing.
Result<KeyCheck> checkKey(Connection& connection, const SchemaTable& table, const QStringList& key);

} // namespace leat::sqlite
