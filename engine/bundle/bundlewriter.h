// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/audit.h"
#include "engine/api/bundle.h"
#include "engine/api/command.h"
#include "engine/api/world.h"
#include "engine/secrets/redactor.h"

namespace leat {

/// All that a bundle is made of, as it is.
struct BundleInput
{
    WorldPtr world;
    DoctorReport doctor;
    std::vector<RunInfo> runs;                             ///< newest first
    std::vector<std::pair<RunInfo, std::vector<LogLine>>> logs;
    std::vector<AuditEntry> audit;
    QDateTime now;
    QString home;                                          ///< becomes "~"
};

/// Puts it together by the list of fields. Pure but for the key of the hashes.
Bundle makeBundle(const BundleInput& input, const Redactor& redactor, bool hashNames);

} // namespace leat
