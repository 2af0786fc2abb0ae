// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/service/engineparts.h"

namespace leat {

/// How much of the machine the engine takes.
struct EngineSettings
{
    qint64 memoryLimitBytes = qint64{400} << 20;   ///< the warehouse's memory
    int threads = 1;                               ///< the warehouse's threads
    EngineLimits limits;
};

/// The profile's engine.ini: memory_limit_mb, threads, runs, readers; what is absent follows the
/// machine's cores. Errors: UnknownOption, InvalidOption, both naming the key.
Result<EngineSettings> readEngineSettings(const QString& file);

/// The same file as it stands, 0 for what is absent; and written back, 0 taking the line away.
/// Errors: InvalidOption (out of range), ProfileNotWritable.
Result<EngineTuning> readTuning(const QString& file);
Result<void> writeTuning(const QString& file, const EngineTuning& tuning);

} // namespace leat
