// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/error.h"

#include <QString>

#include <duckdb.h>

namespace leat {

/// What DuckDB's exception class and text mean. `path` is the warehouse file.
Error duckError(duckdb_error_type type, const QString& message, const QString& path, Phase phase);
/// Why a file could not be opened: locked (args holder, pid), newer, corrupt, not writable, full.
Error duckOpenError(const QString& message, const QString& path);
/// Whether the instance is unusable afterwards and must be opened anew (trap T134).
bool isFatal(duckdb_error_type type, const QString& message);

/// A broken rule between our own parts; never expected.
Error internalError(const QString& detail, const QString& table = {});

} // namespace leat
