// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"
#include "engine/api/sourcerules.h"
#include "engine/connectors/source.h"
#include "engine/warehouse/warehouse.h"

#include <optional>
#include <vector>

namespace leat {

/// How one column differs from what was stored last. Where the source numbers its columns and the table
/// is the same one, the number tells a renamed column (T062) from a new one of the same name (T061).
enum class DriftKind { Added, Dropped, Renamed, Widened, Retyped, Recreated };

struct ColumnDrift
{
    DriftKind kind = DriftKind::Added;
    QString column;                ///< its name now; of a dropped one, its last
    QString before;                ///< the former name or type
    QString after;                 ///< the new name or type
    bool operator==(const ColumnDrift&) const = default;
};

/// A shape against the marks of the last commit.
struct ShapeDrift
{
    std::vector<ColumnDrift> changes;
    bool has(DriftKind kind) const;
    const ColumnDrift* of(const QString& column) const;
};

/// Pure. Without stored marks nothing differs. `selected`: the configuration's columns; empty: all.
ShapeDrift driftOf(const StoredState& stored, const TableShape& now, const QStringList& selected);

/// Carries the names of a configuration and of a stored position over to what the columns are called
/// now. What cannot be followed stays as it is.
void followRenames(SchemaConfig& config, std::optional<StoredState>& stored, const TableShape& now);

/// One line for the log and for the question: "“amount” changed its type from integer to text".
QString driftText(const ColumnDrift& drift);
QString driftText(const ShapeDrift& drift);

} // namespace leat
