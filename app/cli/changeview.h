// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/failure.h"
#include "app/cli/output.h"
#include "engine/api/command.h"

namespace leat {

/// --then and --when-running, read.
struct ChangeChoices
{
    std::optional<AfterChange> after;  ///< nothing given: keep, or what is suggested
    QString rewindTo;
    WhenRunning whenRunning = WhenRunning::Refuse;
};
Try<ChangeChoices> readChangeChoices(const QString& then, const QString& whenRunning);

/// What to say of a "field=value" that setField() refused.
Failure badField(const Error& error, const QString& field);

/// What a change would do, with what is set already (T62) and when it runs next.
void printPreview(Output& out, const ChangePreview& preview, const SchemaPatch& patch);
/// What a change that is stored leaves to do: where the next sync would stop, why, and the choices that --then takes.
void noteOpenChoices(Output& out, const ChangePreview& preview);
/// The fields of a patch that are as they shall be (T62).
QStringList alreadySet(const SchemaConfig& before, const SchemaPatch& patch);

/// Busy, with the options that deal with it (T29, T66).
Failure refusedChange(const Error& error);

} // namespace leat
