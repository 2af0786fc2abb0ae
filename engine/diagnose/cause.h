// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/diagnosis.h"

namespace leat {

/// Every cause that the rules can name. What follows from one (branch, sentences, actions)
/// stands in the tables of causes_*.cpp; how one is recognised stands in rules_*.cpp.
enum class Cause {
    // a credential
    PasswordRejected, PasswordExpired, AccountLocked, ApiKeyRejected, TokenExpired, ScopeMissing,
    CredentialMissing, ConnectionDeleted, PoolerTenant, KeychainUnreadable, KeychainMissing,
    // rights and reachability by rule
    PermissionDenied, AddressNotAllowed, RowSecurityHides, AuthMethodUnsupported, FeatureDisabled,
    // the network and the server's mood
    HostUnknown, ConnectionRefused, ConnectionTimedOut, ConnectionLost, HostUnreachable,
    TooManyConnections, ServerStarting, ServerBusy, LockConflict, RecoveryConflict,
    RecoveryConflictLasting, QueryTimedOut,
    RateLimited, ServiceDown, GarbledAnswer, EmptyError, Cancelled, SourceMemory,
    // encryption and tunnels
    TlsNotOffered, TlsRequired, TlsUntrusted, TlsHandshake, TlsSettings, SshTunnel, SshHostKey,
    // settings of the source
    DatabaseMissing, MalformedAddress, ServerUnsupported, PoolerMode, PoolerLogin, BadRequest, ReadOnly,
    ViewNotReady, FunctionMissing, SourceFull, SourceDamaged, SourceFileMissing, SourceFileWrong,
    SourcePaused, EndpointMissing, ClockWrong, PacketTooLarge,
    // the table and its configuration
    ColumnMissing, TypeChanged, CursorUnsuitable, CursorTypeMismatch, KeyMissing, KeyNotUnique,
    KeyHasNulls, SettingsStale, TableMissing, TableGone, TablesChanged, ValueUnrepresentable, ValueTooWide, ConstraintBroken, FileFormat, NothingSelected,
    // data and copy
    DataWrong, RowsDiffer, HeldBackEmpty, ChangesHeld, DeletesHeld, StaleRead, QuarantineFull,
    // replication
    ReplicationSetup, ReplicationRights, ReplicaIdentity, SlotBusy, PositionLost, DecodeFailed,
    // runs, quota, webhook
    RunStuck, RunCutOff, RunsCutOff, QuotaReached, PaymentDue, WebhookBroken, WebhookSecret,
    // the warehouse and this program
    WarehouseLocked, WarehouseFull, WarehouseMemory, WarehouseDamaged, WarehouseTableGone,
    WarehouseWrongFile, WarehouseNewer, WarehouseMissing, WarehouseBroken, ProfileProblem, ProgramFault,
    LeaseLost, Paused, Late, NothingNew, NeverRan, Healthy,
    Unknown,
};

struct CauseInfo
{
    Cause cause = Cause::Unknown;
    Branch branch = Branch::A;
    const char* category = "unknown";
    bool retryable = true;
    FaultScope scope = FaultScope::Source;
    const char* actions = "";          ///< ids, space separated, least destructive first
    const char* sentence = "";         ///< source text of the context "Diagnosis"
    const char* advice = "";
    const char* notSuggested = "";
};

const CauseInfo& causeInfo(Cause cause);
/// Every cause's row, in the order of the tables.
std::vector<CauseInfo> allCauses();

/// Words, effect and command line of an action; an unknown id gives an action without words.
/// "{source}" and "{schema}" in the command are filled by the caller that knows them (filledCommand).
DiagnosisAction actionOf(const QString& id);
QStringList allActionIds();

/// A whole diagnosis out of a cause's row.
Diagnosis diagnosisOf(Cause cause, const QString& ruleId, Confidence confidence);

} // namespace leat
