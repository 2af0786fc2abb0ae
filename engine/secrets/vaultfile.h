// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/result.h"
#include "engine/secrets/crypto.h"

namespace leat {

/// The bytes of a vault file:
///   magic "LEATVLT1", logN, r, p, 0, salt[32], nonce[12], body size (8, little endian),
///   HMAC of the above under a derived key [32], SHA-256 of all the above [32],
///   AES-256-GCM of the body with the whole header as associated data, tag[16].
/// The SHA-256 tells damage from a wrong passphrase before any key is derived; the HMAC tells a
/// wrong passphrase from a changed body.
struct VaultHeader
{
    static constexpr int bytes = 8 + 4 + 32 + crypto::nonceBytes + 8 + 32 + 32;
    static constexpr int saltBytes = 32;
    static constexpr quint64 maxBody = 64 << 20;

    crypto::ScryptCost cost;
    QByteArray salt;
    QByteArray nonce;
    quint64 bodyBytes = 0;         ///< sealed, with its tag
    QByteArray check;              ///< the HMAC, as read
};

/// Both keys that a passphrase gives: for the body and for the header.
class VaultKey
{
public:
    static std::optional<VaultKey> derive(const Secret& passphrase, const VaultHeader& header);
    std::string_view forBody() const { return m_keys.view().substr(0, crypto::keyBytes); }
    std::string_view forHeader() const { return m_keys.view().substr(crypto::keyBytes); }

private:
    explicit VaultKey(Secret keys) : m_keys(std::move(keys)) {}
    Secret m_keys;
};

/// std::nullopt: not a vault, cut off, or damaged.
std::optional<VaultHeader> readVaultHeader(const QByteArray& file);
/// False: the passphrase is another one.
bool opensHeader(const QByteArray& file, const VaultHeader& header, const VaultKey& key);
std::optional<Secret> openVaultBody(const QByteArray& file, const VaultHeader& header, const VaultKey& key);
/// The whole file, sealed under a nonce of its own. Empty when OpenSSL refuses.
QByteArray sealVault(VaultHeader header, const VaultKey& key, std::string_view body);

} // namespace leat
