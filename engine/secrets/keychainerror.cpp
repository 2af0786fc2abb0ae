// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/keychainerror.h"

#include <qt6keychain/keychain.h>

namespace leat {

namespace {

bool hasOneOf(const QString& text, std::initializer_list<const char*> parts)
{
    for (const char* part : parts)
        if (text.contains(QLatin1String(part), Qt::CaseInsensitive))
            return true;
    return false;
}

// D-Bus error names are never translated, the sentences around them may be.
ErrorCode meaningOf(const QString& text)
{
    if (hasOneOf(text, {"NoReply", "TimedOut", "timeout was reached", "timed out"}))
        return ErrorCode::KeychainTimeout;
    if (hasOneOf(text, {"IsLocked", "locked collection", "is locked"}))
        return ErrorCode::KeychainLocked;
    if (hasOneOf(text, {"D-Bus", "DBus", "was not provided", "org.freedesktop.secrets", "ServiceUnknown", "no such interface",
            "unsupported transport", "could not connect", "unix:", "connection is closed"}))
        return ErrorCode::KeychainMissing;
    return ErrorCode::Internal;
}

Error made(ErrorCode code, const QString& detail)
{
    Error error = makeError(code, detail);
    error.owner = Owner::Keychain;
    return error;
}

} // namespace

Error keychainError(int code, const QString& text)
{
    switch (code) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied: return made(ErrorCode::KeychainLocked, text);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return made(ErrorCode::KeychainMissing, text);
    default: return made(meaningOf(text), text);
    }
}

Error keychainTimeout()
{
    return made(ErrorCode::KeychainTimeout, {});
}

KeychainState stateAfter(const Error& error)
{
    switch (error.code) {
    case ErrorCode::KeychainLocked: return KeychainState::Locked;
    case ErrorCode::KeychainReset: return KeychainState::Reset;
    case ErrorCode::KeychainMissing: return KeychainState::Missing;
    default: return KeychainState::Unknown;
    }
}

} // namespace leat
