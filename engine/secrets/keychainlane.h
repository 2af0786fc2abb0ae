// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/secret.h"

#include <chrono>
#include <memory>
#include <optional>

namespace leat {

/// One thing asked of the keychain.
struct KeychainRequest
{
    enum class Kind { Read, Write, Remove };
    Kind kind = Kind::Read;
    QString key;
    Secret value;                  ///< Write only
};

struct KeychainAnswer
{
    int error = 0;                 ///< QKeychain::Error
    QString text;
    Secret value;                  ///< Read only
};

/// The thread on which all jobs of QtKeychain run, one after the other. QtKeychain queues a
/// process's jobs through one object that stays bound to the thread of the first job, so that
/// this thread is made once and lives as long as the process; brokers share it.
class KeychainLane
{
public:
    /// Waits until the answer or the deadline; std::nullopt: no answer. What has not begun by
    /// then never will. What has begun cannot be taken back from QtKeychain: its late answer is
    /// wiped, and later requests wait for it within their own deadlines.
    static std::optional<KeychainAnswer> ask(KeychainRequest request, std::chrono::milliseconds deadline);
};

} // namespace leat
