// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/changepreview.h"

#include <vector>

namespace leat {

/// What is known of a schema when a change is weighed.
struct ImpactFacts
{
    bool loaded = false;           ///< the warehouse has its table
    qint64 rows = -1;              ///< rows there
    qint64 sourceRows = -1;        ///< rows at the source by its statistics
    QString cursorText;            ///< the stored watermark; empty: none
    double rowsPerSecond = 0;      ///< of past complete copies; 0: none is known
};

/// Rows a second of the newest completed runs that copied everything, else of any that read rows.
double copySpeed(const std::vector<RunInfo>& runs);

/// The one judge of changes (seed ids T37–T47): pure, over all pairs of sync types and all fields.
/// `after` is `before` with a patch applied. Without data nothing can become invalid.
Impact impactOf(const SchemaConfig& before, const SchemaConfig& after, const ImpactFacts& facts);

} // namespace leat
