// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/commandtext.h"

#include "engine/api/commandwords.h"

#include <algorithm>

namespace leat {

QString setCommandText(const QStringList& names, const SchemaPatch& patch, AfterChange after)
{
    QStringList words{QStringLiteral("leatctl schema set")};
    const QString then = after == AfterChange::Keep ? QString() : QStringLiteral("--then ") + toString(after);
    // A name with a dash in front ends the options: they go before it.
    const bool dashed = std::any_of(names.begin(), names.end(), [](const QString& name) { return name.startsWith(QLatin1Char('-')); });
    if (dashed)
        words += {then, QStringLiteral("--")};
    for (const QString& name : names)
        words.append(shellWord(name));
    const SchemaConfig config = applied({}, patch);
    for (const QString& field : patchedFields(patch))
        words.append(shellWord(field + QLatin1Char('=') + fieldText(config, field)));
    if (!dashed)
        words.append(then);
    words.removeAll(QString());
    return words.join(QLatin1Char(' '));
}

} // namespace leat
