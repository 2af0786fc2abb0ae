// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/causes.h"

#include <QtGlobal>

namespace leat {

namespace {

constexpr const char* kWaits = QT_TRANSLATE_NOOP("Diagnosis",
    "Resync: nothing is wrong with the data; syncs go on where they stopped.");
constexpr const char* kNotData = QT_TRANSLATE_NOOP("Diagnosis", "Resync: the connection has to be mended first.");
constexpr const char* kTry = "wait sync test";

// Seed ids D35, D41, D45.
constexpr CauseInfo kRows[] = {
    {Cause::HostUnknown, Branch::A, "network", true, FaultScope::Source, "wait test edit-source",
        QT_TRANSLATE_NOOP("Diagnosis", "The name of the host cannot be resolved."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check your network, VPN and the host name. With a schedule it is tried again by itself."), kWaits},
    {Cause::ConnectionRefused, Branch::A, "network", true, FaultScope::Source, "wait test edit-source",
        QT_TRANSLATE_NOOP("Diagnosis", "The host refuses the connection."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check that the server runs and listens on that port. With a schedule it is tried again by itself."), kWaits},
    {Cause::ConnectionTimedOut, Branch::A, "network", true, FaultScope::Source, "wait test edit-source",
        QT_TRANSLATE_NOOP("Diagnosis", "The source did not answer in time."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check firewall, allow-list and VPN. With a schedule it is tried again by itself."), kWaits},
    {Cause::HostUnreachable, Branch::A, "network", true, FaultScope::Source, "wait test edit-source",
        QT_TRANSLATE_NOOP("Diagnosis", "There is no way through the network to the host."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check your network, VPN and firewall; the host may be reachable by IPv6 only. With a schedule it is tried again by itself."), kWaits},
    {Cause::ConnectionLost, Branch::A, "transient", true, FaultScope::Source, "sync wait test",
        QT_TRANSLATE_NOOP("Diagnosis", "The connection to the source broke off."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync again; nothing half-read was stored."), kWaits},
    {Cause::TooManyConnections, Branch::A, "source_resource", true, FaultScope::Source, "wait sync edit-source",
        QT_TRANSLATE_NOOP("Diagnosis", "The source has no free connection left."),
        QT_TRANSLATE_NOOP("Diagnosis", "Lower the number of readers and of tables at once for this source, or raise the limit at the source."), kWaits},
    {Cause::ServerStarting, Branch::A, "transient", true, FaultScope::Source, kTry,
        QT_TRANSLATE_NOOP("Diagnosis", "The source is starting, stopping or changing its leader."),
        QT_TRANSLATE_NOOP("Diagnosis", "Wait a moment; with a schedule it is tried again by itself."), kWaits},
    {Cause::ServerBusy, Branch::A, "source_resource", true, FaultScope::Source, kTry,
        QT_TRANSLATE_NOOP("Diagnosis", "The source is overloaded."),
        QT_TRANSLATE_NOOP("Diagnosis", "Wait; if it goes on, sync less often or with fewer readers."), kWaits},
    {Cause::LockConflict, Branch::A, "transient", true, FaultScope::Source, "sync wait",
        QT_TRANSLATE_NOOP("Diagnosis", "Another transaction was in the way."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync again; if it goes on, sync at a quieter time."), kWaits},
    {Cause::RecoveryConflict, Branch::A, "recovery_conflict", true, FaultScope::Source, "sync wait edit-source",
        QT_TRANSLATE_NOOP("Diagnosis", "The standby cancelled the read to keep up with its primary."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync again; if it goes on, turn hot_standby_feedback on, raise max_standby_streaming_delay, or read from the primary."), kWaits},
    {Cause::RecoveryConflictLasting, Branch::Other, "recovery_conflict", true, FaultScope::Source, "sync edit-source",
        QT_TRANSLATE_NOOP("Diagnosis", "The standby cancels the read each time to keep up with its primary."),
        QT_TRANSLATE_NOOP("Diagnosis", "Turn hot_standby_feedback on, raise max_standby_streaming_delay, or read from the primary; then sync again."), kWaits},
    {Cause::QueryTimedOut, Branch::Other, "query_timeout", true, FaultScope::Source, "sync edit-source choose-fields",
        QT_TRANSLATE_NOOP("Diagnosis", "The source stopped the query because it took too long."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync again; if it goes on, raise the timeout, index the cursor column or read fewer columns."), kWaits},
    {Cause::Cancelled, Branch::A, "transient", true, FaultScope::Source, "sync wait",
        QT_TRANSLATE_NOOP("Diagnosis", "The work was cancelled before it was done."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync again; what was stored before is unchanged."), kWaits},
    {Cause::SourceMemory, Branch::Other, "source_resource", true, FaultScope::Source, "wait sync edit-source",
        QT_TRANSLATE_NOOP("Diagnosis", "The source ran short of memory."),
        QT_TRANSLATE_NOOP("Diagnosis", "Wait and sync again; if it goes on, read fewer columns or with fewer readers."), kWaits},
    {Cause::RateLimited, Branch::A, "rate_limit", true, FaultScope::Source, "wait sync",
        QT_TRANSLATE_NOOP("Diagnosis", "The source answers no more requests for a while: its rate limit is reached."),
        QT_TRANSLATE_NOOP("Diagnosis", "Wait; with a schedule it is tried again by itself. If it goes on, sync less often."), kWaits},
    {Cause::ServiceDown, Branch::A, "transient", true, FaultScope::Source, kTry,
        QT_TRANSLATE_NOOP("Diagnosis", "The source's service has a problem of its own."),
        QT_TRANSLATE_NOOP("Diagnosis", "Wait; with a schedule it is tried again by itself. The provider's status page may tell more."), kWaits},
    {Cause::GarbledAnswer, Branch::A, "transient", true, FaultScope::Source, kTry,
        QT_TRANSLATE_NOOP("Diagnosis", "The source's answer cannot be read; a proxy or a login page may have answered in its place."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync again; if it goes on, check proxy and network login."), kWaits},
    {Cause::EmptyError, Branch::A, "rate_limit", true, FaultScope::Source, kTry,
        QT_TRANSLATE_NOOP("Diagnosis", "The source gave no reason for the failure; often it is a rate limit."),
        QT_TRANSLATE_NOOP("Diagnosis", "Sync again; the run's log may tell more."), kWaits},

    {Cause::TlsNotOffered, Branch::Other, "tls", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The server does not offer an encrypted connection."),
        QT_TRANSLATE_NOOP("Diagnosis", "Turn TLS on at the server, or allow a plain connection if the network is trusted."), kNotData},
    {Cause::TlsRequired, Branch::Other, "tls", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The server accepts encrypted connections only."),
        QT_TRANSLATE_NOOP("Diagnosis", "Turn TLS on in the settings of the source."), kNotData},
    {Cause::TlsUntrusted, Branch::Other, "tls", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The certificate of the server is not trusted."),
        QT_TRANSLATE_NOOP("Diagnosis", "Give the server's CA, pin its fingerprint, or correct the host name; an expired certificate has to be renewed at the server."), kNotData},
    {Cause::TlsHandshake, Branch::Other, "tls", true, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "Client and server could not agree on encryption."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check port, TLS version and client certificate; the port may speak another protocol."), kNotData},
    {Cause::TlsSettings, Branch::Other, "tls", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "A certificate or key file of the TLS settings cannot be used."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check the paths, the format and the permissions of the certificate and key files."), kNotData},
    {Cause::SshTunnel, Branch::Other, "ssh_tunnel", true, FaultScope::Source, "edit-source test rotate pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The SSH tunnel to the source could not be opened."),
        QT_TRANSLATE_NOOP("Diagnosis", "Check host, port, user and key of the tunnel, and that the SSH host is up and allows forwarding."), kNotData},
    {Cause::SshHostKey, Branch::Other, "ssh_tunnel", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The SSH host shows another key than the one that is known."),
        QT_TRANSLATE_NOOP("Diagnosis", "Ask the host's administrator whether its key was changed, and only then accept the new fingerprint."), kNotData},
};

} // namespace

std::span<const CauseInfo> networkCauses()
{
    return kRows;
}

} // namespace leat
