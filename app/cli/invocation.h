// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace CLI { class App; }

namespace leat {

class Session;

/// Flags that every command takes, before or after its noun.
struct GlobalOptions
{
    QString profile;               ///< as typed; empty: the default profile
    OutputOptions output;
    QString vaultPassphraseFile;
    bool vaultPassphraseStdin = false;
    bool noInput = false;          ///< never ask; what would be asked is an error
    bool version = false;
};

/// Whether a command talks to the engine. Optional: it says what it can when the engine does not
/// open (doctor, profile).
enum class EngineNeed { None, Optional, Required };

/// What a command line asks for: made by parse(), run by CliRunner.
struct Invocation
{
    GlobalOptions global;
    EngineNeed need = EngineNeed::None;
    bool schedule = false;         ///< the engine starts by itself what is due
    std::function<void(Session&)> action;
};

/// The command tree; the callbacks of what was parsed fill the invocation, which must outlive it.
std::unique_ptr<CLI::App> makeCommandTree(Invocation& invocation);

/// Reads the arguments (without the program's name). A wrong command line becomes an invocation
/// whose action reports it, in JSON when --json is among the arguments. Values of arguments are
/// never repeated where they might be secrets.
Invocation parse(const QStringList& arguments);

} // namespace leat
