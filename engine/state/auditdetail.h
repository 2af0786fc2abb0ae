// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/schemainfo.h"
#include "engine/api/sourceinfo.h"

namespace leat::auditdetail {

// What the audit trail says of a change: compact JSON, {"field": {"before": …, "after": …}} for
// the fields that differ. Settings of sources hold no secrets by contract.
QString ofSource(const SourceInfo& source);
QString ofChange(const SourceInfo& before, const SourceInfo& after);
QString ofChange(const SchemaConfig& before, const SchemaConfig& after);
QString ofAdded(const QStringList& labels, const std::vector<SchemaInfo>& schemas);

} // namespace leat::auditdetail
