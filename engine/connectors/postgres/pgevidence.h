// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connectors/postgres/pgdescribe.h"

namespace leat::pg {

/// What the values of the possible cursors say (T33, traps T013, T026): NULLs, duplicates, the newest
/// value, values in the future, whether changes move it. Small tables are counted; of large ones the
/// ends of indexed columns are looked at and the statistics asked, within two seconds. Needs the
/// transaction of beginAndDescribe, which must not be used afterwards. Errors: Cancelled and a lost
/// connection only; what cannot be learned stays unknown.
Result<void> gatherEvidence(Connection& connection, Description& description, const CancelToken& cancel);

} // namespace leat::pg
