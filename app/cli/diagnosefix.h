// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "engine/api/diagnosis.h"

namespace leat {

/// Does action number `number` (from 1) of the report, then tests the source and syncs once.
/// What deletes, and what needs an answer of a person, is refused with the command that asks.
void applyFix(Session& session, const DiagnosisReport& report, qint64 number);

} // namespace leat
