// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/api/secret.h"
#include "engine/api/world.h"

#include <functional>
#include <memory>

namespace leat {

/// Where secrets live. Implementations: the OS keychain (QtKeychain), the encrypted file vault.
/// Blocking calls with a deadline, from any thread; jobs run on the broker's own thread.
class SecretBroker
{
public:
    virtual ~SecretBroker();
    /// `expected`: the state store says the secret was stored; an absent one is then
    /// KeychainReset or KeychainLocked, never "no secret" (08-libraries §1.9).
    virtual Result<Secret> read(const QString& reference, bool expected) = 0;
    virtual Result<void> write(const QString& reference, const Secret& secret) = 0;
    virtual Result<void> remove(const QString& reference) = 0;
    /// Write, read and delete of a random canary; cached for a minute unless `fresh`.
    virtual KeychainState probe(bool fresh) = 0;
    /// HMAC of a secret with the profile's own key, hex.
    virtual Result<QString> fingerprint(const Secret& secret) = 0;
};

} // namespace leat
