// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/secret.h"

#include <optional>

/// The few primitives of OpenSSL 3 that secrets need. Nothing here logs or throws; std::nullopt
/// or an empty array means that OpenSSL refused.
namespace leat::crypto {

constexpr int keyBytes = 32;
constexpr int nonceBytes = 12;
constexpr int tagBytes = 16;

/// scrypt's cost: N = 2^logN. The default takes about half a second and 128 MB.
struct ScryptCost
{
    quint8 logN = 17;
    quint8 r = 8;
    quint8 p = 1;
    bool operator==(const ScryptCost&) const = default;
};

QByteArray randomBytes(int count);
QByteArray sha256(const QByteArray& data);
QByteArray hmacSha256(std::string_view key, std::string_view data);
bool equalInConstantTime(const QByteArray& a, const QByteArray& b);
std::optional<Secret> scrypt(const Secret& passphrase, const QByteArray& salt, ScryptCost cost, int bytes);
/// AES-256-GCM: the sealed bytes with the tag after them. A nonce must never serve twice.
QByteArray seal(std::string_view key, const QByteArray& nonce, const QByteArray& header, std::string_view plain);
/// std::nullopt when anything of key, nonce, header or sealed bytes is not what it was.
std::optional<Secret> unseal(std::string_view key, const QByteArray& nonce, const QByteArray& header, const QByteArray& sealed);

} // namespace leat::crypto
