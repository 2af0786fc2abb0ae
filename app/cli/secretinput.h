// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/failure.h"
#include "app/cli/terminal.h"
#include "engine/api/secret.h"

#include <QString>

#include <vector>

namespace leat {

/// Where a secret of a source comes from. Never an argument: those are seen by every process.
struct SecretRequest
{
    enum class From { Stdin, File, Environment, Prompt };
    QString key;                   ///< setting key: "password"
    From from = From::Stdin;
    QString where;                 ///< path or variable name; empty for Stdin and Prompt
};

/// Reads one secret. Stdin gives one line for each, in the order asked for.
Try<Secret> readSecret(const SecretRequest& request, Terminal& terminal, bool mayPrompt);
Try<SecretMap> readSecrets(const std::vector<SecretRequest>& requests, Terminal& terminal, bool mayPrompt);

/// Whether a URL or "key=value …" address holds a password. Rather once too often: what cannot be
/// told apart counts as one.
bool holdsSecret(const QString& address);

/// Whether a setting of this name is one that is kept secret, before the source type is known.
bool looksSecret(const QString& settingKey);

/// Told when a secret was given as an argument; `what` names the place, never the value.
Failure secretOnCommandLine(const QString& what);

} // namespace leat
