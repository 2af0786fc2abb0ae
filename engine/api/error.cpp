// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/error.h"

#include "engine/api/checkreport.h"
#include "engine/api/names.h"
#include "engine/api/sourceinfo.h"
#include "engine/api/world.h"

#include <array>

namespace leat {

namespace {

constexpr std::array kCodes{
    Name<ErrorCode>{ErrorCode::Internal, "internal"},
    Name<ErrorCode>{ErrorCode::Cancelled, "cancelled"},
    Name<ErrorCode>{ErrorCode::Busy, "busy"},
    Name<ErrorCode>{ErrorCode::InvalidArgument, "invalid-argument"},
    Name<ErrorCode>{ErrorCode::NotFound, "not-found"},
    Name<ErrorCode>{ErrorCode::AlreadyExists, "already-exists"},
    Name<ErrorCode>{ErrorCode::RevisionConflict, "revision-conflict"},
    Name<ErrorCode>{ErrorCode::MalformedUrl, "malformed-url"},
    Name<ErrorCode>{ErrorCode::UnknownOption, "unknown-option"},
    Name<ErrorCode>{ErrorCode::MissingOption, "missing-option"},
    Name<ErrorCode>{ErrorCode::InvalidOption, "invalid-option"},
    Name<ErrorCode>{ErrorCode::ProfileLocked, "profile-locked"},
    Name<ErrorCode>{ErrorCode::ProfileUnreadable, "profile-unreadable"},
    Name<ErrorCode>{ErrorCode::ProfileNewer, "profile-newer"},
    Name<ErrorCode>{ErrorCode::ProfileNotWritable, "profile-not-writable"},
    Name<ErrorCode>{ErrorCode::KeychainLocked, "keychain-locked"},
    Name<ErrorCode>{ErrorCode::KeychainReset, "keychain-reset"},
    Name<ErrorCode>{ErrorCode::KeychainMissing, "keychain-missing"},
    Name<ErrorCode>{ErrorCode::KeychainTimeout, "keychain-timeout"},
    Name<ErrorCode>{ErrorCode::SecretMissing, "secret-missing"},
    Name<ErrorCode>{ErrorCode::VaultWrongPassphrase, "vault-wrong-passphrase"},
    Name<ErrorCode>{ErrorCode::VaultCorrupt, "vault-corrupt"},
    Name<ErrorCode>{ErrorCode::HostUnknown, "host-unknown"},
    Name<ErrorCode>{ErrorCode::ConnectionRefused, "connection-refused"},
    Name<ErrorCode>{ErrorCode::ConnectionTimeout, "connection-timeout"},
    Name<ErrorCode>{ErrorCode::ConnectionLost, "connection-lost"},
    Name<ErrorCode>{ErrorCode::TlsNotOffered, "tls-not-offered"},
    Name<ErrorCode>{ErrorCode::TlsRequired, "tls-required"},
    Name<ErrorCode>{ErrorCode::TlsUntrusted, "tls-untrusted"},
    Name<ErrorCode>{ErrorCode::AuthenticationFailed, "authentication-failed"},
    Name<ErrorCode>{ErrorCode::DatabaseMissing, "database-missing"},
    Name<ErrorCode>{ErrorCode::PermissionDenied, "permission-denied"},
    Name<ErrorCode>{ErrorCode::RowSecurity, "row-security"},
    Name<ErrorCode>{ErrorCode::TooManyConnections, "too-many-connections"},
    Name<ErrorCode>{ErrorCode::ServerStarting, "server-starting"},
    Name<ErrorCode>{ErrorCode::QueryTimeout, "query-timeout"},
    Name<ErrorCode>{ErrorCode::GaveWay, "gave-way"},
    Name<ErrorCode>{ErrorCode::SourceQueryFailed, "source-query-failed"},
    Name<ErrorCode>{ErrorCode::UnsupportedServer, "unsupported-server"},
    Name<ErrorCode>{ErrorCode::FileMissing, "file-missing"},
    Name<ErrorCode>{ErrorCode::FileNotDatabase, "file-not-database"},
    Name<ErrorCode>{ErrorCode::FileLocked, "file-locked"},
    Name<ErrorCode>{ErrorCode::TableMissing, "table-missing"},
    Name<ErrorCode>{ErrorCode::ColumnMissing, "column-missing"},
    Name<ErrorCode>{ErrorCode::NothingSelected, "nothing-selected"},
    Name<ErrorCode>{ErrorCode::KeyRequired, "key-required"},
    Name<ErrorCode>{ErrorCode::KeyNotUnique, "key-not-unique"},
    Name<ErrorCode>{ErrorCode::KeyHasNulls, "key-has-nulls"},
    Name<ErrorCode>{ErrorCode::CursorRequired, "cursor-required"},
    Name<ErrorCode>{ErrorCode::CursorUnsuitable, "cursor-unsuitable"},
    Name<ErrorCode>{ErrorCode::CursorHasNulls, "cursor-has-nulls"},
    Name<ErrorCode>{ErrorCode::CursorInFuture, "cursor-in-future"},
    Name<ErrorCode>{ErrorCode::CursorWentBackwards, "cursor-went-backwards"},
    Name<ErrorCode>{ErrorCode::CursorConfigChanged, "cursor-config-changed"},
    Name<ErrorCode>{ErrorCode::ShapeChanged, "shape-changed"},
    Name<ErrorCode>{ErrorCode::ValueUnrepresentable, "value-unrepresentable"},
    Name<ErrorCode>{ErrorCode::HeldBackEmpty, "held-back-empty"},
    Name<ErrorCode>{ErrorCode::ChangesHeld, "changes-held"},
    Name<ErrorCode>{ErrorCode::DeletesHeld, "deletes-held"},
    Name<ErrorCode>{ErrorCode::StaleRead, "stale-read"},
    Name<ErrorCode>{ErrorCode::QuarantineFull, "quarantine-full"},
    Name<ErrorCode>{ErrorCode::CountMismatch, "count-mismatch"},
    Name<ErrorCode>{ErrorCode::SyncTypeUnavailable, "sync-type-unavailable"},
    Name<ErrorCode>{ErrorCode::ConfirmationNeeded, "confirmation-needed"},
    Name<ErrorCode>{ErrorCode::SourceReadOnly, "source-read-only"},
    Name<ErrorCode>{ErrorCode::EndpointChanged, "endpoint-changed"},
    Name<ErrorCode>{ErrorCode::WarehouseLocked, "warehouse-locked"},
    Name<ErrorCode>{ErrorCode::WarehouseNewer, "warehouse-newer"},
    Name<ErrorCode>{ErrorCode::WarehouseCorrupt, "warehouse-corrupt"},
    Name<ErrorCode>{ErrorCode::WarehouseMissing, "warehouse-missing"},
    Name<ErrorCode>{ErrorCode::DiskFull, "disk-full"},
    Name<ErrorCode>{ErrorCode::OutOfMemory, "out-of-memory"},
    Name<ErrorCode>{ErrorCode::WarehouseQueryFailed, "warehouse-query-failed"},
    Name<ErrorCode>{ErrorCode::QueryNotReadOnly, "query-not-read-only"},
    Name<ErrorCode>{ErrorCode::FenceLost, "fence-lost"},
};

constexpr std::array kRetries{
    Name<RetryClass>{RetryClass::Transient, "transient"},
    Name<RetryClass>{RetryClass::NeedsUser, "needs-user"},
    Name<RetryClass>{RetryClass::Permanent, "permanent"},
};

constexpr std::array kOwners{
    Name<Owner>{Owner::App, "app"},         Name<Owner>{Owner::Source, "source"},
    Name<Owner>{Owner::Warehouse, "warehouse"}, Name<Owner>{Owner::State, "state"},
    Name<Owner>{Owner::Keychain, "keychain"},
};

constexpr std::array kPhases{
    Name<Phase>{Phase::None, "none"},     Name<Phase>{Phase::Connect, "connect"},
    Name<Phase>{Phase::Discover, "discover"}, Name<Phase>{Phase::Plan, "plan"},
    Name<Phase>{Phase::Read, "read"},     Name<Phase>{Phase::Decode, "decode"},
    Name<Phase>{Phase::Write, "write"},   Name<Phase>{Phase::Commit, "commit"},
    Name<Phase>{Phase::Verify, "verify"},
};

} // namespace

QString toString(ErrorCode code) { return nameOf(kCodes, code); }
ErrorCode errorCodeFromString(const QString& text) { return valueOf(kCodes, text).value_or(ErrorCode::Internal); }
QString toString(RetryClass retry) { return nameOf(kRetries, retry); }
RetryClass retryClassFromString(const QString& text) { return valueOf(kRetries, text).value_or(RetryClass::NeedsUser); }
QString toString(Owner owner) { return nameOf(kOwners, owner); }
Owner ownerFromString(const QString& text) { return valueOf(kOwners, text).value_or(Owner::App); }
QString toString(Phase phase) { return nameOf(kPhases, phase); }
Phase phaseFromString(const QString& text) { return valueOf(kPhases, text).value_or(Phase::None); }

bool isHeldBack(ErrorCode code)
{
    return code == ErrorCode::HeldBackEmpty || code == ErrorCode::ChangesHeld || code == ErrorCode::DeletesHeld;
}

RetryClass usualRetryClass(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Busy:
    case ErrorCode::HostUnknown:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionTimeout:
    case ErrorCode::ConnectionLost:
    case ErrorCode::TooManyConnections:
    case ErrorCode::ServerStarting:
    case ErrorCode::GaveWay:
    case ErrorCode::FileLocked:
    case ErrorCode::WarehouseLocked:
    case ErrorCode::KeychainTimeout:
    case ErrorCode::FenceLost:
    case ErrorCode::StaleRead:
        return RetryClass::Transient;
    case ErrorCode::InvalidArgument:
    case ErrorCode::MalformedUrl:
    case ErrorCode::UnknownOption:
    case ErrorCode::MissingOption:
    case ErrorCode::InvalidOption:
    case ErrorCode::UnsupportedServer:
    case ErrorCode::QueryNotReadOnly:
        return RetryClass::Permanent;
    default:
        return RetryClass::NeedsUser;
    }
}

Error makeError(ErrorCode code, QString detail, QMap<QString, QString> args)
{
    Error error;
    error.code = code;
    error.detail = std::move(detail);
    error.retry = usualRetryClass(code);
    error.args = std::move(args);
    return error;
}

QString toString(CheckStep::Kind kind)
{
    switch (kind) {
    case CheckStep::Kind::File: return QStringLiteral("file");
    case CheckStep::Kind::Dns: return QStringLiteral("dns");
    case CheckStep::Kind::Tcp: return QStringLiteral("tcp");
    case CheckStep::Kind::Tls: return QStringLiteral("tls");
    case CheckStep::Kind::Login: return QStringLiteral("login");
    case CheckStep::Kind::Permissions: return QStringLiteral("permissions");
    }
    return {};
}

QString toString(CheckStep::State state)
{
    switch (state) {
    case CheckStep::State::Waiting: return QStringLiteral("waiting");
    case CheckStep::State::Running: return QStringLiteral("running");
    case CheckStep::State::Ok: return QStringLiteral("ok");
    case CheckStep::State::Warning: return QStringLiteral("warning");
    case CheckStep::State::Failed: return QStringLiteral("failed");
    case CheckStep::State::Skipped: return QStringLiteral("skipped");
    }
    return {};
}

QString toString(SecretState state)
{
    switch (state) {
    case SecretState::NotNeeded: return QStringLiteral("not-needed");
    case SecretState::Stored: return QStringLiteral("stored");
    case SecretState::Locked: return QStringLiteral("locked");
    case SecretState::Reset: return QStringLiteral("reset");
    case SecretState::Missing: return QStringLiteral("missing");
    }
    return {};
}

QString toString(SourceStatus status)
{
    switch (status) {
    case SourceStatus::Unknown: return QStringLiteral("Unknown");
    case SourceStatus::Ok: return QStringLiteral("Completed");
    case SourceStatus::Error: return QStringLiteral("Error");
    }
    return {};
}

QString toString(KeychainState state)
{
    switch (state) {
    case KeychainState::Unknown: return QStringLiteral("unknown");
    case KeychainState::Available: return QStringLiteral("available");
    case KeychainState::Locked: return QStringLiteral("locked");
    case KeychainState::Reset: return QStringLiteral("reset");
    case KeychainState::Missing: return QStringLiteral("no backend");
    case KeychainState::FileVault: return QStringLiteral("file vault");
    case KeychainState::FileVaultLocked: return QStringLiteral("file vault locked");
    }
    return {};
}

} // namespace leat
