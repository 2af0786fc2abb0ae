// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/error.h"

#include <QString>

#include <optional>
#include <vector>

namespace leat {

/// One step of a connection test, in the order they are tried.
struct CheckStep
{
    enum class Kind { File, Dns, Tcp, Tls, Login, Permissions };
    enum class State { Waiting, Running, Ok, Warning, Failed, Skipped };
    Kind kind = Kind::Dns;
    State state = State::Waiting;
    QString note;                  ///< translated: "10.0.0.5, 3 ms", "12 of 14 tables readable"
    qint64 milliseconds = 0;
    std::optional<Error> error;
    bool operator==(const CheckStep&) const = default;
};

struct CheckReport
{
    std::vector<CheckStep> steps;
    QString serverVersion;
    bool ok() const
    {
        for (const CheckStep& s : steps)
            if (s.state == CheckStep::State::Failed)
                return false;
        return !steps.empty();
    }
    bool operator==(const CheckReport&) const = default;
};

QString toString(CheckStep::Kind kind);
QString toString(CheckStep::State state);

} // namespace leat
