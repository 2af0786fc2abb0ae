// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/keychainbroker.h"

#include "engine/base/failpoint.h"
#include "engine/secrets/crypto.h"
#include "engine/secrets/keychainerror.h"
#include "engine/secrets/keychainlane.h"

#include <qt6keychain/keychain.h>

namespace leat {

using namespace std::chrono_literals;

namespace {

// No source's reference begins like this.
QString canaryReference()
{
    return QStringLiteral(".canary");
}

QString fingerprintReference()
{
    return QStringLiteral(".fingerprint-key");
}

Error missing(ErrorCode code, const QString& detail = {})
{
    Error error = makeError(code, detail);
    error.owner = Owner::Keychain;
    return error;
}

} // namespace

KeychainBroker::KeychainBroker(QString profileId, bool interactive)
    : KeychainBroker(std::move(profileId), interactive ? 30s : 5s)
{
}

KeychainBroker::KeychainBroker(QString profileId, std::chrono::milliseconds deadline)
    : m_profileId(std::move(profileId)), m_deadline(deadline)
{
}

KeychainBroker::~KeychainBroker() = default;

qsizetype KeychainBroker::maxBytes()
{
#ifdef Q_OS_WIN
    return 2560;
#else
    return 64 * 1024;
#endif
}

Result<KeychainAnswer> KeychainBroker::ask(KeychainRequest request) const
{
    request.key = m_profileId + QLatin1Char('/') + request.key;
    std::optional<KeychainAnswer> answer = KeychainLane::ask(std::move(request), m_deadline);
    if (!answer)
        return keychainTimeout();
    if (answer->error != QKeychain::NoError && answer->error != QKeychain::EntryNotFound)
        return keychainError(answer->error, answer->text);
    return std::move(*answer);
}

Result<void> KeychainBroker::store(const QString& reference, const Secret& secret) const
{
    LEAT_FAILPOINT("keychain.write");
    Result<KeychainAnswer> answer = ask({KeychainRequest::Kind::Write, reference, secret.clone()});
    if (!answer)
        return answer.error();
    return {};
}

Result<Secret> KeychainBroker::read(const QString& reference, bool expected)
{
    LEAT_FAILPOINT("keychain.read");
    Result<KeychainAnswer> answer = ask({KeychainRequest::Kind::Read, reference, {}});
    if (!answer)
        return answer.error();
    if (answer->error == QKeychain::EntryNotFound)
        return expected ? absent(reference) : missing(ErrorCode::SecretMissing);
    const std::lock_guard lock(m_mutex);
    m_lost.remove(reference);
    return std::move(answer->value);
}

// A locked keychain says "not found" of everything, so that only a write can tell.
Error KeychainBroker::absent(const QString& reference)
{
    if (const Result<void> probed = checked(0s); !probed)
        return probed.error();
    const std::lock_guard lock(m_mutex);
    m_lost.insert(reference);
    return missing(ErrorCode::KeychainReset, QStringLiteral("the keychain works, but the entry is gone"));
}

Result<void> KeychainBroker::write(const QString& reference, const Secret& secret)
{
    if (qsizetype(secret.view().size()) > maxBytes())
        return makeError(ErrorCode::InvalidArgument, QStringLiteral("%1 bytes").arg(secret.view().size()),
            {{QStringLiteral("what"), QStringLiteral("a secret in this keychain")},
                {QStringLiteral("value"), QStringLiteral("%1 bytes").arg(secret.view().size())},
                {QStringLiteral("allowed"), QStringLiteral("at most %1 bytes; the encrypted file vault takes more").arg(maxBytes())}});
    if (Result<void> stored = store(reference, secret); !stored)
        return stored;
    const std::lock_guard lock(m_mutex);
    m_lost.remove(reference);
    return {};
}

// A locked keychain also reports that deleting went well.
Result<void> KeychainBroker::remove(const QString& reference)
{
    LEAT_FAILPOINT("keychain.remove");
    Result<KeychainAnswer> answer = ask({KeychainRequest::Kind::Remove, reference, {}});
    if (!answer)
        return answer.error();
    if (Result<void> probed = checked(0s); !probed)
        return probed;
    const std::lock_guard lock(m_mutex);
    m_lost.remove(reference);
    return {};
}

Result<void> KeychainBroker::tryCanary() const
{
    QByteArray random = crypto::randomBytes(24);
    const Secret canary = Secret::take(random);
    if (Result<void> stored = store(canaryReference(), canary); !stored)
        return stored;
    const Result<KeychainAnswer> back = ask({KeychainRequest::Kind::Read, canaryReference(), {}});
    if (!back)
        return back.error();
    if (back->value.view() != canary.view())
        return missing(ErrorCode::KeychainLocked, QStringLiteral("the keychain does not give back what was just stored"));
    const Result<KeychainAnswer> removed = ask({KeychainRequest::Kind::Remove, canaryReference(), {}});
    if (!removed)
        return removed.error();
    return {};
}

// A result of the last second is as good as a new one: many sources may ask at once, and each
// try of a locked keychain may cost a prompt.
Result<void> KeychainBroker::checked(std::chrono::seconds age)
{
    const std::lock_guard lock(m_probeMutex);
    const std::chrono::milliseconds bearable = std::max<std::chrono::milliseconds>(age, m_probed ? 0ms : 1000ms);
    if (m_probedAt && std::chrono::steady_clock::now() - *m_probedAt < bearable)
        return m_probed;
    m_probed = tryCanary();
    m_probedAt = std::chrono::steady_clock::now();
    return m_probed;
}

KeychainState KeychainBroker::probe(bool fresh)
{
    if (const Result<void> probed = checked(fresh ? 0s : 60s); !probed)
        return stateAfter(probed.error());
    const std::lock_guard lock(m_mutex);
    return m_lost.isEmpty() ? KeychainState::Available : KeychainState::Reset;
}

Result<void> KeychainBroker::loadFingerprintKey()
{
    if (!m_fingerprintKey.isEmpty())
        return {};
    Result<KeychainAnswer> answer = ask({KeychainRequest::Kind::Read, fingerprintReference(), {}});
    if (!answer)
        return answer.error();
    if (answer->error == QKeychain::NoError && !answer->value.isEmpty()) {
        m_fingerprintKey = std::move(answer->value);
        return {};
    }
    QByteArray random = crypto::randomBytes(crypto::keyBytes);
    if (random.isEmpty())
        return missing(ErrorCode::Internal, QStringLiteral("no random bytes"));
    Secret made = Secret::take(random);
    // With the keychain locked this fails, and no second key comes to be.
    if (Result<void> stored = store(fingerprintReference(), made); !stored)
        return stored;
    m_fingerprintKey = std::move(made);
    return {};
}

Result<QString> KeychainBroker::fingerprint(const Secret& secret)
{
    const std::lock_guard lock(m_keyMutex);
    if (Result<void> loaded = loadFingerprintKey(); !loaded)
        return loaded.error();
    const QByteArray mac = crypto::hmacSha256(m_fingerprintKey.view(), secret.view());
    if (mac.isEmpty())
        return missing(ErrorCode::Internal, QStringLiteral("no fingerprint could be made"));
    return QString::fromLatin1(mac.toHex());
}

} // namespace leat
