// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/classifier.h"

namespace leat {

namespace {

std::optional<Cause> sourceCause(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HostUnknown: return Cause::HostUnknown;
    case ErrorCode::ConnectionRefused: return Cause::ConnectionRefused;
    case ErrorCode::ConnectionTimeout: return Cause::ConnectionTimedOut;
    case ErrorCode::ConnectionLost: return Cause::ConnectionLost;
    case ErrorCode::TlsNotOffered: return Cause::TlsNotOffered;
    case ErrorCode::TlsRequired: return Cause::TlsRequired;
    case ErrorCode::TlsUntrusted: return Cause::TlsUntrusted;
    case ErrorCode::AuthenticationFailed: return Cause::PasswordRejected;
    case ErrorCode::DatabaseMissing: return Cause::DatabaseMissing;
    case ErrorCode::PermissionDenied: return Cause::PermissionDenied;
    case ErrorCode::RowSecurity: return Cause::RowSecurityHides;
    case ErrorCode::TooManyConnections: return Cause::TooManyConnections;
    case ErrorCode::ServerStarting: return Cause::ServerStarting;
    case ErrorCode::QueryTimeout: return Cause::QueryTimedOut;
    case ErrorCode::UnsupportedServer: return Cause::ServerUnsupported;
    case ErrorCode::FileMissing: return Cause::SourceFileMissing;
    case ErrorCode::FileNotDatabase: return Cause::SourceFileWrong;
    case ErrorCode::GaveWay:
    case ErrorCode::FileLocked: return Cause::LockConflict;
    default: return std::nullopt;
    }
}

std::optional<Cause> tableCause(ErrorCode code)
{
    switch (code) {
    case ErrorCode::TableMissing: return Cause::TableMissing;
    case ErrorCode::ColumnMissing: return Cause::ColumnMissing;
    case ErrorCode::NothingSelected: return Cause::NothingSelected;
    case ErrorCode::KeyRequired: return Cause::KeyMissing;
    case ErrorCode::KeyNotUnique: return Cause::KeyNotUnique;
    case ErrorCode::KeyHasNulls: return Cause::KeyHasNulls;
    case ErrorCode::CursorRequired:
    case ErrorCode::CursorUnsuitable:
    case ErrorCode::CursorHasNulls:
    case ErrorCode::CursorInFuture: return Cause::CursorUnsuitable;
    case ErrorCode::CursorWentBackwards: return Cause::DataWrong;
    case ErrorCode::CursorConfigChanged: return Cause::SettingsStale;
    case ErrorCode::ShapeChanged: return Cause::TypeChanged;
    case ErrorCode::ValueUnrepresentable: return Cause::ValueUnrepresentable;
    case ErrorCode::HeldBackEmpty: return Cause::HeldBackEmpty;
    case ErrorCode::QuarantineFull: return Cause::QuarantineFull;
    case ErrorCode::CountMismatch: return Cause::ProgramFault;
    case ErrorCode::ChangesHeld: return Cause::ChangesHeld;
    case ErrorCode::DeletesHeld: return Cause::DeletesHeld;
    case ErrorCode::StaleRead: return Cause::StaleRead;
    default: return std::nullopt;
    }
}

std::optional<Cause> ownCause(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled: return Cause::Cancelled;
    case ErrorCode::Busy:
    case ErrorCode::FenceLost: return Cause::LeaseLost;
    case ErrorCode::MalformedUrl:
    case ErrorCode::UnknownOption:
    case ErrorCode::MissingOption:
    case ErrorCode::InvalidOption: return Cause::MalformedAddress;
    case ErrorCode::ProfileLocked:
    case ErrorCode::ProfileUnreadable:
    case ErrorCode::ProfileNewer:
    case ErrorCode::ProfileNotWritable: return Cause::ProfileProblem;
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainReset:
    case ErrorCode::KeychainTimeout:
    case ErrorCode::VaultWrongPassphrase:
    case ErrorCode::VaultCorrupt: return Cause::KeychainUnreadable;
    case ErrorCode::KeychainMissing: return Cause::KeychainMissing;
    case ErrorCode::SecretMissing: return Cause::CredentialMissing;
    case ErrorCode::WarehouseLocked: return Cause::WarehouseLocked;
    case ErrorCode::WarehouseNewer: return Cause::WarehouseNewer;
    case ErrorCode::WarehouseCorrupt: return Cause::WarehouseDamaged;
    case ErrorCode::WarehouseMissing: return Cause::WarehouseMissing;
    case ErrorCode::DiskFull: return Cause::WarehouseFull;
    case ErrorCode::OutOfMemory: return Cause::WarehouseMemory;
    default: return std::nullopt;
    }
}

} // namespace

// Owner tells whose part it was: a full disk of the source is not the warehouse's.
std::optional<Cause> causeOf(ErrorCode code, Owner owner)
{
    if (owner == Owner::Source && code == ErrorCode::DiskFull)
        return Cause::SourceFull;
    if (owner == Owner::Source && code == ErrorCode::OutOfMemory)
        return Cause::SourceMemory;
    if (owner == Owner::Warehouse && (code == ErrorCode::TableMissing || code == ErrorCode::WarehouseMissing))
        return code == ErrorCode::TableMissing ? Cause::WarehouseTableGone : Cause::WarehouseMissing;
    if (const std::optional<Cause> cause = sourceCause(code))
        return cause;
    if (const std::optional<Cause> cause = tableCause(code))
        return cause;
    return ownCause(code);
}

} // namespace leat
