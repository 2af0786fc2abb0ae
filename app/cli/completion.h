// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace CLI { class App; }

namespace leat {

/// Shells that completionScript() knows.
QStringList completionShells();

/// A completion script for the command tree: nouns, verbs and options; files for options that
/// take a path. Made from the tree itself, so it cannot fall behind.
QString completionScript(const CLI::App& root, const QString& shell);

} // namespace leat
