// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/command.h"
#include "engine/connectors/source.h"
#include "engine/warehouse/warehouse.h"

namespace leat {

/// Whether a text is a value of a cursor type: "2026-01-31", "2026-01-31 10:00:00+02", "-12", "1.5".
bool isCursorText(CursorType type, const QString& text);

/// Checks a rewind of `schema` (with the configuration it is to have) against source and
/// warehouse, and counts. Errors: CursorRequired, ColumnMissing, WarehouseMissing,
/// CursorConfigChanged (another sync type or key: only a copy helps), InvalidOption (a value of
/// another type, or above the stored position: rows between would never be read).
struct Rewind { RewindReport report; CommitRecord record; };
Result<Rewind> planRewind(Source& source, Warehouse& warehouse, const SchemaInfo& schema,
                          const WarehouseTable& target, const QString& value, const CancelToken& cancel);

} // namespace leat
