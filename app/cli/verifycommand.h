// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

#include <vector>

namespace leat {

/// Compares one table after the other with its source, says what differs and how it is repaired, and ends the command.
void compareTables(Session& session, std::vector<SchemaInfo> schemas);

} // namespace leat
