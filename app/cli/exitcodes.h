// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/error.h"
#include "engine/api/runinfo.h"

#include <QString>

#include <vector>

namespace leat {

/// What leatctl ends with. Stable: scripts rely on the numbers (09-conventions §2.2).
namespace exitcode {
constexpr int Ok = 0;
constexpr int SomeFailed = 1;      ///< finished, some tables failed; verify found differences
constexpr int Usage = 64;
constexpr int BadConfig = 65;
constexpr int Unreachable = 69;
constexpr int InternalFault = 70;
constexpr int CannotWrite = 73;
constexpr int TryLater = 75;
constexpr int Credentials = 77;
constexpr int Interrupted = 130;
constexpr int Terminated = 143;
}

/// The exit code of a command that ended with this error. Pure.
int exitCodeFor(ErrorCode code);

/// The graver of two exit codes: 0 < 1 < 75 < 64 < 65 < 69 < 77 < 73 < 70 < 143 < 130.
int worse(int a, int b);

/// Of the runs of one `sync`: 0 when all completed, 1 when some did, else the worst of their
/// errors, so that a wrong password on the only source is told from one bad table of many.
int exitCodeFor(const std::vector<RunInfo>& runs);

struct ExitCodeMeaning
{
    int code = 0;
    QString meaning;               ///< translated
};
/// What `help exit-codes` prints, in ascending order.
std::vector<ExitCodeMeaning> exitCodeMeanings();

} // namespace leat
