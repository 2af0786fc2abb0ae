// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/deletepolicy.h"
#include "engine/api/error.h"
#include "engine/api/schemainfo.h"
#include "engine/api/syncvalues.h"
#include "engine/api/verifyreport.h"
#include "engine/connectors/cursorstate.h"

#include <optional>

namespace leat {

/// How one attempt of a run ended. Without an error the rows and the cursor are committed.
struct RunReport
{
    std::optional<Error> error;
    QString mode;
    Guarantee guarantee = Guarantee::Unknown;
    qint64 rowsRead = 0;
    qint64 rowsInserted = 0;
    qint64 rowsUpdated = 0;
    qint64 rowsSkipped = 0;
    qint64 rowsQuarantined = 0;
    qint64 quarantined = -1;       ///< rows of the table in quarantine afterwards; -1: not looked at
    qint64 bytesRead = 0;
    qint64 lostValues = 0;
    qint64 tableRows = -1;
    CursorState before;
    CursorState after;
    std::optional<SchemaConfig> followed;  ///< the configuration with renamed columns, where that differs
    std::optional<ReconcileReport> reconcile;  ///< a reconcile, or a copy that was held: what was found
    std::optional<VerifyReport> verify;    ///< a repair: what was found
};

} // namespace leat
