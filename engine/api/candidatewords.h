// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/tableshape.h"

namespace leat {

/// What speaks for and against a cursor, one translated clause each, and how each is known:
/// "indexed", "no NULL", "40 % of the rows repeat a value (statistics)".
QStringList evidenceClauses(const CursorCandidate& candidate);

/// What of that should worry: values in the future (trap T013), a column that stays when rows
/// change (trap T026), many NULLs, no index, a newest value that many rows share.
QStringList evidenceWarnings(const CursorCandidate& candidate);

/// The one recommendation with its evidence, a whole sentence; empty without options.
QString recommendation(const SyncOptions& options);

} // namespace leat
