// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace leat {

/// A word as a POSIX shell reads it back.
QString shellWord(const QString& word);

/// A name as leatctl takes it. One that begins with a dash ends the options first, so options go before it.
QString nameWord(const QString& name);

/// "--confirm NAME"; joined by "=" where the value begins with a dash.
QString optionWords(const QString& option, const QString& value);

/// A command of DiagnosisAction with names in place of "{source}" and "{schema}".
QString filledCommand(const QString& command, const QString& source, const QString& schema);

/// What a person writes in place of the word in capitals that an action's command ends with
/// (DiagnosisAction::id), translated; empty where the command is complete.
QString placeholderNote(const QString& actionId);

} // namespace leat
