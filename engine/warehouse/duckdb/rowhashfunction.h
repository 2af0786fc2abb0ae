// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <duckdb.h>

namespace leat {

/// Registers leat_row_hash(column, …) -> BIGINT: the hash of rowhash.h over cells of any of our types, and
/// leat_key_hash(BIGINT) -> BIGINT: that of one integer key, folded (DigestSpec::keyOnly).
bool registerHashFunctions(duckdb_connection connection);

} // namespace leat
