// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/failure.h"

#include <CLI/CLI.hpp>

#include <QStringList>

#include <optional>

namespace leat {

/// The first word or option that the tree does not know, with the nearest names. Values are not
/// repeated: what follows an unknown option may be a password.
std::optional<Failure> findUnknown(const CLI::App& root, const QStringList& arguments);

/// One sentence and remedy for what CLI11 refuses.
Failure explain(const CLI::ParseError& error, const CLI::App& root);

/// Told when a noun is missing.
Failure nothingAsked(const CLI::App& root);

/// Visible long and short spellings of a command's own options.
QStringList optionNames(const CLI::App& command);
/// Names of a command's subcommands.
QStringList commandNames(const CLI::App& command);

} // namespace leat
