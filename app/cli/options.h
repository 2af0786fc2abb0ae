// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"
#include "app/cli/secretinput.h"

#include <CLI/CLI.hpp>

#include <QString>
#include <QStringList>

#include <vector>

namespace leat {

// CLI11 with Qt's strings. The targets must outlive the parse: keep them in a shared struct that
// the command's callback holds.
CLI::Option* addText(CLI::App* app, const char* names, QString& target, const QString& help);
/// An option may be repeated and takes one value each time; a positional takes all that follow.
CLI::Option* addTexts(CLI::App* app, const char* names, QStringList& target, const QString& help);
CLI::Option* addNumber(CLI::App* app, const char* names, qint64& target, const QString& help);
CLI::Option* addSwitch(CLI::App* app, const char* names, bool& target, const QString& help);

/// A noun or a verb with its examples first in the help.
CLI::App* addCommand(CLI::App* parent, const char* name, const QString& help, const QStringList& examples = {});

/// Runs `action` when the command was given.
void onCommand(CLI::App* command, Invocation& invocation, EngineNeed need, std::function<void(Session&)> action);

/// What is wrong with a time span that secondsOf() does not read.
Failure badSpan(const QString& option, const QString& typed);

/// --password-stdin, --password-file … and the --secret-… forms for other secrets.
void addSecretOptions(CLI::App* app, std::vector<SecretRequest>& requests);

} // namespace leat
