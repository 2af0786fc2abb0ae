// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/secrets/secretbroker.h"
#include "engine/secrets/vaultfile.h"

#include <map>
#include <mutex>

namespace leat {

/// Secrets in one encrypted file (format: vaultfile.h), for machines without a keychain and only
/// when a person chose it. The file is private to its user, replaced atomically, and sealed anew
/// with each change; the derived key and the secrets stay in wiped memory. One owner: the
/// profile's lock keeps other processes away. Calls take a mutex and no thread of their own.
class FileVaultBroker final : public SecretBroker
{
public:
    /// Errors: AlreadyExists, ProfileNotWritable.
    static Result<std::unique_ptr<FileVaultBroker>> create(const QString& file, const Secret& passphrase, crypto::ScryptCost cost = {});
    /// Errors: FileMissing, VaultWrongPassphrase, VaultCorrupt.
    static Result<std::unique_ptr<FileVaultBroker>> open(const QString& file, const Secret& passphrase);
    static Result<std::unique_ptr<FileVaultBroker>> openOrCreate(const QString& file, const Secret& passphrase);

    Result<Secret> read(const QString& reference, bool expected) override;
    Result<void> write(const QString& reference, const Secret& secret) override;
    Result<void> remove(const QString& reference) override;
    KeychainState probe(bool fresh) override;
    Result<QString> fingerprint(const Secret& secret) override;

private:
    using Secrets = std::map<QString, Secret>;
    FileVaultBroker(QString file, VaultHeader header, VaultKey key);
    Result<void> save(const Secrets& secrets) const;
    Error error(ErrorCode code, const QString& detail = {}) const;

    const QString m_file;
    const VaultHeader m_header;        ///< cost and salt
    const VaultKey m_key;
    std::mutex m_mutex;
    Secrets m_secrets;
};

} // namespace leat
