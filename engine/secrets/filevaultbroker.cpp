// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/filevaultbroker.h"

#include "engine/secrets/privatefile.h"
#include "engine/secrets/vaultbody.h"

#include <QFile>

namespace leat {

namespace {

// Under a name that no source's secret can have.
QString fingerprintKey()
{
    return QStringLiteral("\u0001fingerprint-key");
}

Error vaultError(ErrorCode code, const QString& file, const QString& detail)
{
    Error error = makeError(code, detail, {{QStringLiteral("path"), file}, {QStringLiteral("what"), QStringLiteral("vault")}, {QStringLiteral("name"), file}});
    error.owner = Owner::Keychain;
    return error;
}


} // namespace

FileVaultBroker::FileVaultBroker(QString file, VaultHeader header, VaultKey key)
    : m_file(std::move(file)), m_header(std::move(header)), m_key(std::move(key))
{
}

Error FileVaultBroker::error(ErrorCode code, const QString& detail) const
{
    return vaultError(code, m_file, detail);
}

Result<std::unique_ptr<FileVaultBroker>> FileVaultBroker::create(
    const QString& file, const Secret& passphrase, crypto::ScryptCost cost)
{
    if (QFile::exists(file))
        return vaultError(ErrorCode::AlreadyExists, file, {});
    if (passphrase.isEmpty())
        return vaultError(ErrorCode::VaultWrongPassphrase, file, QStringLiteral("the passphrase is empty"));
    VaultHeader header;
    header.cost = cost;
    header.salt = crypto::randomBytes(VaultHeader::saltBytes);
    QByteArray random = crypto::randomBytes(crypto::keyBytes);
    std::optional<VaultKey> key = VaultKey::derive(passphrase, header);
    if (header.salt.isEmpty() || random.isEmpty() || !key)
        return vaultError(ErrorCode::Internal, file, QStringLiteral("no key could be derived"));
    std::unique_ptr<FileVaultBroker> vault(new FileVaultBroker(file, std::move(header), std::move(*key)));
    vault->m_secrets.emplace(fingerprintKey(), Secret::take(random));
    if (Result<void> saved = vault->save(vault->m_secrets); !saved)
        return saved.error();
    return vault;
}

Result<std::unique_ptr<FileVaultBroker>> FileVaultBroker::open(const QString& file, const Secret& passphrase)
{
    QFile input(file);
    if (!input.exists())
        return vaultError(ErrorCode::FileMissing, file, {});
    if (!input.open(QIODevice::ReadOnly))
        return vaultError(ErrorCode::VaultCorrupt, file, input.errorString());
    if (input.size() > qint64(VaultHeader::bytes) + qint64(VaultHeader::maxBody))
        return vaultError(ErrorCode::VaultCorrupt, file, QStringLiteral("the file is too large"));
    const QByteArray bytes = input.readAll();
    const std::optional<VaultHeader> header = readVaultHeader(bytes);
    if (!header)
        return vaultError(ErrorCode::VaultCorrupt, file, QStringLiteral("the header is damaged"));
    std::optional<VaultKey> key = VaultKey::derive(passphrase, *header);
    if (!key)
        return vaultError(ErrorCode::Internal, file, QStringLiteral("no key could be derived"));
    if (!opensHeader(bytes, *header, *key))
        return vaultError(ErrorCode::VaultWrongPassphrase, file, {});
    const std::optional<Secret> body = openVaultBody(bytes, *header, *key);
    std::optional<Secrets> secrets = body ? readVaultBody(body->view()) : std::nullopt;
    if (!secrets || !secrets->contains(fingerprintKey()))
        return vaultError(ErrorCode::VaultCorrupt, file, QStringLiteral("the contents are damaged"));
    std::unique_ptr<FileVaultBroker> vault(new FileVaultBroker(file, *header, std::move(*key)));
    vault->m_secrets = std::move(*secrets);
    return vault;
}

Result<std::unique_ptr<FileVaultBroker>> FileVaultBroker::openOrCreate(const QString& file, const Secret& passphrase)
{
    return QFile::exists(file) ? open(file, passphrase) : create(file, passphrase);
}

Result<void> FileVaultBroker::save(const Secrets& secrets) const
{
    const Secret body = writeVaultBody(secrets);
    const QByteArray bytes = sealVault(m_header, m_key, body.view());
    if (bytes.isEmpty())
        return error(ErrorCode::Internal, QStringLiteral("the vault could not be sealed"));
    QString reason;
    if (!replacePrivateFile(m_file, bytes, reason))
        return error(ErrorCode::ProfileNotWritable, reason);
    return {};
}

Result<Secret> FileVaultBroker::read(const QString& reference, bool expected)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_secrets.find(reference);
    if (found != m_secrets.end())
        return found->second.clone();
    return error(expected ? ErrorCode::KeychainReset : ErrorCode::SecretMissing);
}

Result<void> FileVaultBroker::write(const QString& reference, const Secret& secret)
{
    const std::lock_guard lock(m_mutex);
    Secrets next = clone(m_secrets);
    next.insert_or_assign(reference, secret.clone());
    if (Result<void> saved = save(next); !saved)
        return saved;
    m_secrets = std::move(next);
    return {};
}

Result<void> FileVaultBroker::remove(const QString& reference)
{
    const std::lock_guard lock(m_mutex);
    if (!m_secrets.contains(reference))
        return {};
    Secrets next = clone(m_secrets);
    next.erase(reference);
    if (Result<void> saved = save(next); !saved)
        return saved;
    m_secrets = std::move(next);
    return {};
}

KeychainState FileVaultBroker::probe(bool)
{
    return KeychainState::FileVault;
}

Result<QString> FileVaultBroker::fingerprint(const Secret& secret)
{
    const std::lock_guard lock(m_mutex);
    const QByteArray mac = crypto::hmacSha256(m_secrets.at(fingerprintKey()).view(), secret.view());
    if (mac.isEmpty())
        return error(ErrorCode::Internal, QStringLiteral("no fingerprint could be made"));
    return QString::fromLatin1(mac.toHex());
}

} // namespace leat
