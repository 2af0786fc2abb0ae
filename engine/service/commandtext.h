// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/changepreview.h"

namespace leat {

/// The command line that makes a change, for "Copy as CLI"; words are quoted for a POSIX shell.
QString setCommandText(const QStringList& names, const SchemaPatch& patch, AfterChange after);

} // namespace leat
