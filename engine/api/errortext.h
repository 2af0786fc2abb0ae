// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/error.h"

namespace leat {

/// What a person reads. `sentence` says what happened and where, `remedy` what to do next.
struct ErrorText
{
    QString sentence;
    QString remedy;
};

/// Translated late, here and nowhere else. Safe on any thread.
ErrorText describe(const Error& error);

} // namespace leat
