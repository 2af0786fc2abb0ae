// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <duckdb.h>

namespace leat {

/// Registers leat_row_hash(column, …) -> BIGINT: the hash of rowhash.h over cells of any of our types.
bool registerRowHashFunction(duckdb_connection connection);

} // namespace leat
