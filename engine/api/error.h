// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace leat {

/// What went wrong, by cause. The text form (toString) is stable: scripts and docs rely on it.
enum class ErrorCode {
    // any part
    Internal, Cancelled, Busy, InvalidArgument, NotFound, AlreadyExists, RevisionConflict,
    // settings as typed by a person
    MalformedUrl, UnknownOption, MissingOption, InvalidOption,
    // the profile folder
    ProfileLocked, ProfileUnreadable, ProfileNewer, ProfileNotWritable,
    // keychain and vault
    KeychainLocked, KeychainReset, KeychainMissing, KeychainTimeout, SecretMissing,
    VaultWrongPassphrase, VaultCorrupt,
    // reaching and asking a source
    HostUnknown, ConnectionRefused, ConnectionTimeout, ConnectionLost, TlsNotOffered, TlsRequired,
    TlsUntrusted, AuthenticationFailed, DatabaseMissing, PermissionDenied, RowSecurity,
    TooManyConnections, ServerStarting, QueryTimeout, GaveWay, SourceQueryFailed, UnsupportedServer,
    FileMissing, FileNotDatabase, FileLocked,
    // the table or its configuration
    TableMissing, ColumnMissing, NothingSelected, KeyRequired, KeyNotUnique, KeyHasNulls,
    CursorRequired, CursorUnsuitable, CursorHasNulls, CursorInFuture, CursorWentBackwards,
    CursorConfigChanged, ShapeChanged, ValueUnrepresentable, HeldBackEmpty, ChangesHeld, DeletesHeld, StaleRead, QuarantineFull, CountMismatch,
    SyncTypeUnavailable,
    // protection of what is there
    ConfirmationNeeded, SourceReadOnly, EndpointChanged,
    // the warehouse
    WarehouseLocked, WarehouseNewer, WarehouseCorrupt, WarehouseMissing, DiskFull, OutOfMemory,
    WarehouseQueryFailed, QueryNotReadOnly, FenceLost,
};

/// A run that stopped like this waits for a person's decision; nothing is broken.
bool isHeldBack(ErrorCode code);

/// Whether trying again by itself can help.
enum class RetryClass { Transient, NeedsUser, Permanent };

/// Whose part failed; the same "connection refused" means different things for each.
enum class Owner { App, Source, Warehouse, State, Keychain };

/// What was being done.
enum class Phase { None, Connect, Discover, Plan, Read, Decode, Write, Commit, Verify };

/// An error as a value. `detail` is the raw text of the system that failed, already redacted by
/// whoever made the error; it is never shown without being asked for. `args` fill the sentence:
/// host, port, user, database, table, column, path, holder, …
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    RetryClass retry = RetryClass::NeedsUser;
    Owner owner = Owner::App;
    Phase phase = Phase::None;
    QString sqlState;              ///< five characters where the system has one, else empty
    QMap<QString, QString> args;

    bool operator==(const Error&) const = default;
};

/// Makes an Error with the retry class that its code usually has.
Error makeError(ErrorCode code, QString detail = {}, QMap<QString, QString> args = {});

/// "authentication-failed" and back. fromString gives Internal for an unknown text.
QString toString(ErrorCode code);
ErrorCode errorCodeFromString(const QString& text);
QString toString(RetryClass retry);
RetryClass retryClassFromString(const QString& text);
QString toString(Owner owner);
Owner ownerFromString(const QString& text);
QString toString(Phase phase);
Phase phaseFromString(const QString& text);
RetryClass usualRetryClass(ErrorCode code);

} // namespace leat
