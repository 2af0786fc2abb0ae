// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"
#include "engine/api/sourceinfo.h"
#include "engine/warehouse/trash.h"

#include <optional>
#include <vector>

namespace leat {

/// What lies beside the rows in the trash: all that a restore needs when the schema, or its whole source, is
/// gone by then. No secrets.
struct TrashContext
{
    SchemaInfo table;              ///< with the names it had in the source and in the warehouse
    SourceInfo source;
    std::vector<SchemaInfo> along; ///< tables of the source that were set up and had no rows to keep
};

QString toText(const TrashContext& context);
/// None for a table that belonged to no schema.
std::optional<TrashContext> trashContextOf(const TrashRecord& record);

} // namespace leat
