// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnose/causes.h"

#include <QtGlobal>

namespace leat {

namespace {

constexpr const char* kNoResync = QT_TRANSLATE_NOOP("Diagnosis",
    "Resync: it would read everything again and does not mend the login.");

// Seed ids D34, D38, D46: a credential has to be entered again; data stay as they are.
constexpr CauseInfo kRows[] = {
    {Cause::PasswordRejected, Branch::B, "credentials", false, FaultScope::Source, "rotate test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The source does not accept the user name or the password."),
        QT_TRANSLATE_NOOP("Diagnosis", "Enter the current password. It may have been changed or have expired; some servers also answer like this when TLS is required."),
        kNoResync},
    {Cause::PasswordExpired, Branch::B, "credentials", false, FaultScope::Source, "rotate test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The password of the source has expired."),
        QT_TRANSLATE_NOOP("Diagnosis", "Give the account a new password at the source, then enter it here."), kNoResync},
    {Cause::AccountLocked, Branch::B, "credentials", false, FaultScope::Source, "rotate test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The account at the source is locked or switched off."),
        QT_TRANSLATE_NOOP("Diagnosis", "Have the account unlocked, or enter another account that may log in."), kNoResync},
    {Cause::ApiKeyRejected, Branch::B, "credentials", false, FaultScope::Source, "rotate test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The source does not accept the API key or token."),
        QT_TRANSLATE_NOOP("Diagnosis", "Make a new key at the source and enter it here; the old one may have been rotated, revoked or have expired."),
        kNoResync},
    {Cause::TokenExpired, Branch::B, "credentials", false, FaultScope::Source, "rotate test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The source's permission to read has expired or was taken back."),
        QT_TRANSLATE_NOOP("Diagnosis", "Connect the account again, or enter a new token."), kNoResync},
    {Cause::ScopeMissing, Branch::B, "credentials", false, FaultScope::Source, "rotate test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The key or token lacks a permission that this table needs."),
        QT_TRANSLATE_NOOP("Diagnosis", "Give the key the permission that the raw text names, or enter a key that has it."), kNoResync},
    {Cause::CredentialMissing, Branch::B, "credentials", false, FaultScope::Source, "rotate test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "No password or key is stored for the source."),
        QT_TRANSLATE_NOOP("Diagnosis", "Enter the password or key of the source."), kNoResync},
    {Cause::ConnectionDeleted, Branch::Other, "integration_deleted", false, FaultScope::Source, "rotate test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The saved connection of the source no longer exists."),
        QT_TRANSLATE_NOOP("Diagnosis", "Connect the account again; if that is not possible, add the source anew beside the old one."), kNoResync},
    {Cause::PoolerTenant, Branch::B, "credentials", false, FaultScope::Source, "rotate edit-source test",
        QT_TRANSLATE_NOOP("Diagnosis", "The connection pooler does not know this user or project."),
        QT_TRANSLATE_NOOP("Diagnosis", "Write the user name the way the pooler wants it (user.project), and check that the project is not paused."),
        kNoResync},
    {Cause::KeychainUnreadable, Branch::B, "keychain", false, FaultScope::App, "open-keychain rotate",
        QT_TRANSLATE_NOOP("Diagnosis", "The stored password cannot be read from the keychain."),
        QT_TRANSLATE_NOOP("Diagnosis", "Unlock the keychain; if it no longer holds the password, enter it again."), kNoResync},
    {Cause::KeychainMissing, Branch::B, "keychain", false, FaultScope::App, "open-keychain use-vault rotate",
        QT_TRANSLATE_NOOP("Diagnosis", "The keychain of this system cannot keep the password."),
        QT_TRANSLATE_NOOP("Diagnosis", "Start a keychain service or use the encrypted vault, then enter the password again."), kNoResync},

    {Cause::PermissionDenied, Branch::Other, "permission", false, FaultScope::Source, "grant test pause rotate",
        QT_TRANSLATE_NOOP("Diagnosis", "The login works, but the account may not read this."),
        QT_TRANSLATE_NOOP("Diagnosis", "Have read access granted to the account (for a database: USAGE on the schema and SELECT on the table), or use an account that has it."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: it needs the same permission.")},
    {Cause::AddressNotAllowed, Branch::Other, "permission", false, FaultScope::Source, "allow-address test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The source does not let this computer's address in."),
        QT_TRANSLATE_NOOP("Diagnosis", "Add this computer's address to the allow-list of the source (pg_hba.conf, firewall, network policy)."),
        QT_TRANSLATE_NOOP("Diagnosis", "Resync: the source would refuse it in the same way.")},
    {Cause::RowSecurityHides, Branch::Other, "permission", false, FaultScope::Source, "grant test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "Row security at the source hides rows from this account."),
        QT_TRANSLATE_NOOP("Diagnosis", "Use a role with BYPASSRLS or a policy that lets it read every row, so that the copy is complete."), ""},
    {Cause::AuthMethodUnsupported, Branch::Other, "tls", false, FaultScope::Source, "edit-source test rotate",
        QT_TRANSLATE_NOOP("Diagnosis", "The source asks for a way of logging in that this connection does not offer."),
        QT_TRANSLATE_NOOP("Diagnosis", "Turn TLS on for this source, or give the account another authentication method."), ""},
    {Cause::FeatureDisabled, Branch::Other, "config_error", false, FaultScope::Source, "edit-source test pause",
        QT_TRANSLATE_NOOP("Diagnosis", "The source's interface is switched off or not approved for this account."),
        QT_TRANSLATE_NOOP("Diagnosis", "Switch the interface on at the provider, or use an account or plan that has it."), ""},
};

} // namespace

std::span<const CauseInfo> accessCauses()
{
    return kRows;
}

} // namespace leat
