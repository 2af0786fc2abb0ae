// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/source.h"
#include "engine/connectors/sqlite/sqlitesettings.h"

namespace leat::sqlite {

/// Two steps: File (there, readable, a database, sound as far as a second of looking goes) and
/// Permissions (which tables can be read).
Result<CheckReport> checkFile(const Settings& settings, const std::function<void(const CheckReport&)>& onStep,
                              const CancelToken& cancel);

} // namespace leat::sqlite
