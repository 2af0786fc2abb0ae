// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitcodes.h"

#include "app/cli/clitext.h"

#include <algorithm>
#include <array>

namespace leat {

// No default label: a new code must be placed here before it compiles.
int exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CountMismatch:
    case ErrorCode::Internal:
        return exitcode::InternalFault;
    case ErrorCode::Cancelled:
        return exitcode::Interrupted;

    case ErrorCode::InvalidArgument:
    case ErrorCode::NotFound:
    case ErrorCode::AlreadyExists:
    case ErrorCode::MalformedUrl:
    case ErrorCode::UnknownOption:
    case ErrorCode::MissingOption:
    case ErrorCode::InvalidOption:
    case ErrorCode::QueryNotReadOnly:
    case ErrorCode::SyncTypeUnavailable:
    case ErrorCode::ConfirmationNeeded:
        return exitcode::Usage;

    case ErrorCode::ProfileUnreadable:
    case ErrorCode::ProfileNewer:
    case ErrorCode::WarehouseNewer:
    case ErrorCode::WarehouseQueryFailed:
    case ErrorCode::TableMissing:
    case ErrorCode::ColumnMissing:
    case ErrorCode::NothingSelected:
    case ErrorCode::KeyRequired:
    case ErrorCode::KeyNotUnique:
    case ErrorCode::KeyHasNulls:
    case ErrorCode::CursorRequired:
    case ErrorCode::CursorUnsuitable:
    case ErrorCode::CursorHasNulls:
    case ErrorCode::CursorInFuture:
    case ErrorCode::CursorWentBackwards:
    case ErrorCode::CursorConfigChanged:
    case ErrorCode::QuarantineFull:
    case ErrorCode::ShapeChanged:
    case ErrorCode::ValueUnrepresentable:
        return exitcode::BadConfig;

    case ErrorCode::HostUnknown:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionTimeout:
    case ErrorCode::ConnectionLost:
    case ErrorCode::TlsNotOffered:
    case ErrorCode::TlsRequired:
    case ErrorCode::TlsUntrusted:
    case ErrorCode::DatabaseMissing:
    case ErrorCode::SourceQueryFailed:
    case ErrorCode::UnsupportedServer:
    case ErrorCode::FileMissing:
    case ErrorCode::FileNotDatabase:
    case ErrorCode::WarehouseCorrupt:
    case ErrorCode::WarehouseMissing:
        return exitcode::Unreachable;

    case ErrorCode::ProfileNotWritable:
    case ErrorCode::DiskFull:
        return exitcode::CannotWrite;

    case ErrorCode::Busy:
    case ErrorCode::RevisionConflict:
    case ErrorCode::ProfileLocked:
    case ErrorCode::TooManyConnections:
    case ErrorCode::ServerStarting:
    case ErrorCode::QueryTimeout:
    case ErrorCode::GaveWay:
    case ErrorCode::FileLocked:
    case ErrorCode::WarehouseLocked:
    case ErrorCode::OutOfMemory:
    case ErrorCode::FenceLost:
    case ErrorCode::StaleRead:
        return exitcode::TryLater;

    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainReset:
    case ErrorCode::KeychainMissing:
    case ErrorCode::KeychainTimeout:
    case ErrorCode::SecretMissing:
    case ErrorCode::VaultWrongPassphrase:
    case ErrorCode::VaultCorrupt:
    case ErrorCode::AuthenticationFailed:
    case ErrorCode::PermissionDenied:
    case ErrorCode::RowSecurity:
    case ErrorCode::SourceReadOnly:
    case ErrorCode::EndpointChanged:
        return exitcode::Credentials;

    case ErrorCode::HeldBackEmpty:
    case ErrorCode::ChangesHeld:
    case ErrorCode::DeletesHeld:
        return exitcode::SomeFailed;
    }
    return exitcode::InternalFault;
}

int worse(int a, int b)
{
    constexpr std::array order{exitcode::Ok, exitcode::SomeFailed, exitcode::TryLater, exitcode::Usage,
        exitcode::BadConfig, exitcode::Unreachable, exitcode::Credentials, exitcode::CannotWrite,
        exitcode::InternalFault, exitcode::Terminated, exitcode::Interrupted};
    const auto rank = [&order](int code) { return std::find(order.begin(), order.end(), code); };
    return rank(a) < rank(b) ? b : a;
}

namespace {

int exitCodeFor(const RunInfo& run)
{
    switch (run.status) {
    case RunStatus::Completed:
        return exitcode::Ok;
    case RunStatus::Cancelled:
        return exitcode::Interrupted;
    case RunStatus::Interrupted:
    case RunStatus::Queued:
    case RunStatus::Running:
        return exitcode::TryLater;
    case RunStatus::Failed:
    case RunStatus::HeldBack:
        break;
    }
    return run.error ? exitCodeFor(run.error->code) : exitcode::SomeFailed;
}

} // namespace

int exitCodeFor(const std::vector<RunInfo>& runs)
{
    int worst = exitcode::Ok;
    bool anyCompleted = false;
    for (const RunInfo& run : runs) {
        anyCompleted = anyCompleted || run.status == RunStatus::Completed;
        worst = worse(worst, exitCodeFor(run));
    }
    if (worst == exitcode::Ok || worst == exitcode::Interrupted)
        return worst;
    return anyCompleted ? exitcode::SomeFailed : worst;
}

std::vector<ExitCodeMeaning> exitCodeMeanings()
{
    return {
        {exitcode::Ok, Cli::tr("Done.")},
        {exitcode::SomeFailed, Cli::tr("Finished, but some tables failed or were held back; verify found differences; "
                                       "doctor found a problem.")},
        {exitcode::Usage, Cli::tr("The command line is wrong: unknown name, option or value.")},
        {exitcode::BadConfig, Cli::tr("A table's settings do not fit its data, or the profile cannot be read.")},
        {exitcode::Unreachable, Cli::tr("The source or the warehouse cannot be reached.")},
        {exitcode::InternalFault, Cli::tr("Something went wrong inside Leat.")},
        {exitcode::CannotWrite, Cli::tr("Something cannot be written: disk full, no permission.")},
        {exitcode::TryLater, Cli::tr("Busy, locked or temporary: try again later.")},
        {exitcode::Credentials, Cli::tr("A password, permission or the keychain is the reason.")},
        {exitcode::Interrupted, Cli::tr("Cancelled, or interrupted by Ctrl+C.")},
        {exitcode::Terminated, Cli::tr("Ended by a termination signal.")},
    };
}

} // namespace leat
