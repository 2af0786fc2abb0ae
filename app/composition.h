// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "engine/base/clock.h"

#include <functional>
#include <memory>

namespace leat {

/// What a program decides before it opens an engine.
struct EngineOptions
{
    QString profileDir;            ///< absolute; created when missing
    QString actor;                 ///< "window" or "leatctl", for the audit trail and the lock
    /// Set only by an explicit choice: secrets live in the profile's encrypted vault, unlocked by
    /// this passphrase, instead of the OS keychain.
    std::shared_ptr<Secret> vaultPassphrase;
    bool schedule = false;         ///< starts due schemas by itself as long as it lives
    int scheduleWaitMs = 0;        ///< 0: the usual; how often the clock is looked at
    std::function<std::unique_ptr<Clock>()> makeClock;  ///< empty: the system's clock
    bool interactive = false;      ///< a person can answer a keychain prompt (longer deadline)
};

/// The folder used when none is named: XDG data home on Linux, its like elsewhere.
QString defaultProfileDir();

/// Takes the profile's lock, opens and repairs state and warehouse, and starts the engine. The
/// only place that names concrete classes. Errors: ProfileLocked (args: holder, pid),
/// ProfileNewer, ProfileUnreadable, ProfileNotWritable, WarehouseLocked, WarehouseCorrupt, …
/// The control stops all work in its destructor and releases the lock.
Result<std::unique_ptr<Control>> openEngine(const EngineOptions& options);

} // namespace leat
