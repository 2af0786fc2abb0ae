// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

#include <functional>

namespace leat {

/// What was given on the command line instead of an answer.
struct ConfirmOptions
{
    QString name;                  ///< --confirm NAME
    bool yes = false;              ///< --yes
};

/// Shows what would be taken away, asks as the source's protection wants, and hands over the
/// confirmation. Where nothing can be asked, what is missing is an error.
void confirmDestructive(Session& session, PreviewDestructive command, const ConfirmOptions& options,
    std::function<void(const Confirmation&)> then);

/// One line for each thing; with --json the document. Ends the command, with 1 when some failed.
void finishBulk(Session& session, const BulkResult& result, const QString& done);

} // namespace leat
