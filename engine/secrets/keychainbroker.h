// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/secrets/secretbroker.h"

#include <QSet>

#include <chrono>
#include <mutex>

namespace leat {

struct KeychainAnswer;
struct KeychainRequest;

/// Secrets in the operating system's keychain, service "leat", key "<profileId>/<reference>"
/// (08-libraries §1.9). Needs a QCoreApplication. Every call has the deadline; several calls at
/// once wait for each other within it. A secret may have up to maxBytes(); on Windows, whose
/// store takes 2,560 bytes, longer ones are refused with that reason instead of being cut up.
class KeychainBroker final : public SecretBroker
{
public:
    /// `interactive`: a person may have to answer a prompt, so that a call may take 30 s, else 5.
    KeychainBroker(QString profileId, bool interactive);
    KeychainBroker(QString profileId, std::chrono::milliseconds deadline);
    ~KeychainBroker() override;

    static qsizetype maxBytes();

    Result<Secret> read(const QString& reference, bool expected) override;
    Result<void> write(const QString& reference, const Secret& secret) override;
    Result<void> remove(const QString& reference) override;
    KeychainState probe(bool fresh) override;
    Result<QString> fingerprint(const Secret& secret) override;

private:
    using Moment = std::chrono::steady_clock::time_point;
    Result<KeychainAnswer> ask(KeychainRequest request) const;
    Result<void> store(const QString& reference, const Secret& secret) const;
    /// Stored and gone, or only out of sight? Remembers the lost ones.
    Error absent(const QString& reference);
    Result<void> tryCanary() const;
    Result<void> checked(std::chrono::seconds age);
    Result<void> loadFingerprintKey();

    const QString m_profileId;
    const std::chrono::milliseconds m_deadline;
    std::mutex m_probeMutex;           ///< one canary at a time; guards what follows
    Result<void> m_probed;
    std::optional<Moment> m_probedAt;
    std::mutex m_mutex;                ///< guards what follows
    QSet<QString> m_lost;              ///< expected and not there, until written anew
    std::mutex m_keyMutex;
    Secret m_fingerprintKey;
};

} // namespace leat
