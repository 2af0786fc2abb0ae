// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/commandtext.h"

#include <QRegularExpression>

namespace leat {

QString shellWord(const QString& word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:=@%+,-]+$"));
    if (plain.match(word).hasMatch())
        return word;
    QString inside = word;
    inside.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inside + QLatin1Char('\'');
}

QString setCommandText(const QStringList& names, const SchemaPatch& patch, AfterChange after)
{
    QStringList words{QStringLiteral("leatctl schema set")};
    for (const QString& name : names)
        words.append(shellWord(name));
    const SchemaConfig config = applied({}, patch);
    for (const QString& field : patchedFields(patch))
        words.append(shellWord(field + QLatin1Char('=') + fieldText(config, field)));
    if (after != AfterChange::Keep)
        words.append(QStringLiteral("--then ") + toString(after));
    return words.join(QLatin1Char(' '));
}

} // namespace leat
