// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace leat {

/// What a person wants, in their own words (seed ids T7, S84a), and what of the window answers it.
struct Intent
{
    /// What opens: a field of the editor (after the seeds' names), a recipe by its name, a page of the settings, or an
    /// action's object name.
    enum class Opens { EditorField, Recipe, SettingsPage, Action, Nothing };
    QString id;                    ///< stable: "frequency"
    QString title;                 ///< translated: "Change how often a table syncs"
    QString hint;                  ///< translated: where, or why this build has no such thing
    QStringList keywords;          ///< lower case, English; the seeds' words
    Opens opens = Opens::Nothing;
    QString target;
};

std::vector<Intent> allIntents();

} // namespace leat
