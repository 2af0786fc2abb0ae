// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/vaultfile.h"

#include <QtEndian>

namespace leat {

namespace {

constexpr int magicBytes = 8;
constexpr int macBytes = 32;
constexpr int signedBytes = VaultHeader::bytes - 2 * macBytes;   ///< what the HMAC covers

QByteArray magic()
{
    return QByteArrayLiteral("LEATVLT1");
}

// A file must not make us take gigabytes or minutes before we know whose it is.
bool isBearable(const crypto::ScryptCost& cost)
{
    return cost.logN >= 10 && cost.logN <= 20 && cost.r >= 1 && cost.r <= 8 && cost.p >= 1 && cost.p <= 4;
}

std::string_view viewOf(const QByteArray& data)
{
    return {data.constData(), std::size_t(data.size())};
}

QByteArray signedPart(const VaultHeader& header)
{
    QByteArray part = magic();
    part += char(header.cost.logN);
    part += char(header.cost.r);
    part += char(header.cost.p);
    part += '\0';
    part += header.salt;
    part += header.nonce;
    QByteArray size(8, '\0');
    qToLittleEndian(header.bodyBytes, size.data());
    return part + size;
}

} // namespace

std::optional<VaultKey> VaultKey::derive(const Secret& passphrase, const VaultHeader& header)
{
    std::optional<Secret> keys = crypto::scrypt(passphrase, header.salt, header.cost, 2 * crypto::keyBytes);
    if (!keys)
        return std::nullopt;
    return VaultKey(std::move(*keys));
}

std::optional<VaultHeader> readVaultHeader(const QByteArray& file)
{
    if (file.size() < VaultHeader::bytes || !file.startsWith(magic()))
        return std::nullopt;
    const QByteArray sum = file.mid(VaultHeader::bytes - macBytes, macBytes);
    if (!crypto::equalInConstantTime(sum, crypto::sha256(file.left(VaultHeader::bytes - macBytes))))
        return std::nullopt;
    VaultHeader header;
    header.cost = {quint8(file[magicBytes]), quint8(file[magicBytes + 1]), quint8(file[magicBytes + 2])};
    qsizetype at = magicBytes + 4;
    header.salt = file.mid(at, VaultHeader::saltBytes);
    at += VaultHeader::saltBytes;
    header.nonce = file.mid(at, crypto::nonceBytes);
    at += crypto::nonceBytes;
    header.bodyBytes = qFromLittleEndian<quint64>(file.constData() + at);
    header.check = file.mid(signedBytes, macBytes);
    if (!isBearable(header.cost) || header.bodyBytes > VaultHeader::maxBody
        || quint64(file.size()) != quint64(VaultHeader::bytes) + header.bodyBytes)
        return std::nullopt;
    return header;
}

bool opensHeader(const QByteArray& file, const VaultHeader& header, const VaultKey& key)
{
    return crypto::equalInConstantTime(header.check, crypto::hmacSha256(key.forHeader(), viewOf(file).substr(0, signedBytes)));
}

std::optional<Secret> openVaultBody(const QByteArray& file, const VaultHeader& header, const VaultKey& key)
{
    return crypto::unseal(key.forBody(), header.nonce, file.left(VaultHeader::bytes), file.mid(VaultHeader::bytes));
}

QByteArray sealVault(VaultHeader header, const VaultKey& key, std::string_view body)
{
    header.nonce = crypto::randomBytes(crypto::nonceBytes);
    header.bodyBytes = body.size() + crypto::tagBytes;
    if (header.nonce.isEmpty() || header.bodyBytes > VaultHeader::maxBody)
        return {};
    QByteArray head = signedPart(header);
    head += crypto::hmacSha256(key.forHeader(), viewOf(head));
    head += crypto::sha256(head);
    const QByteArray sealed = crypto::seal(key.forBody(), header.nonce, head, body);
    if (head.size() != VaultHeader::bytes || sealed.isEmpty())
        return {};
    return head + sealed;
}

} // namespace leat
