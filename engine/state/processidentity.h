// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace leat {

/// Which process, on which machine. The start time tells a process from a later one that got
/// the same number (T141).
struct ProcessIdentity
{
    qint64 pid = 0;
    QString started;               ///< opaque; empty: unknown
    QString host;
    bool operator==(const ProcessIdentity&) const = default;
};

ProcessIdentity currentProcess();

enum class Liveness { Dead, Alive, Elsewhere };
/// Elsewhere: the process is of another machine, so that nobody here can tell.
Liveness livenessOf(const ProcessIdentity& process);

} // namespace leat
