// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/commandwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace leat {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("DiagnosisAction", text);
}

} // namespace

QString shellWord(const QString& word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:=@%+,-]+$"));
    if (plain.match(word).hasMatch() && !word.endsWith(QLatin1Char('\n')))
        return word;
    QString inside = word;
    inside.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inside + QLatin1Char('\'');
}

QString nameWord(const QString& name)
{
    return name.startsWith(QLatin1Char('-')) ? QStringLiteral("-- ") + shellWord(name) : shellWord(name);
}

QString optionWords(const QString& option, const QString& value)
{
    return option + QLatin1Char(value.startsWith(QLatin1Char('-')) ? '=' : ' ') + shellWord(value);
}

QString filledCommand(const QString& command, const QString& source, const QString& schema)
{
    const bool ofTable = command.contains(QLatin1String("{schema}"));
    QString filled = command;
    return filled.replace(ofTable ? QLatin1String("{schema}") : QLatin1String("{source}"), nameWord(ofTable ? schema : source));
}

QString placeholderNote(const QString& actionId)
{
    if (actionId == QLatin1String("edit-source"))
        return tr("KEY=VALUE stands for a setting and its right value, such as port=5432; “leatctl source show” lists the settings.");
    if (actionId == QLatin1String("choose-fields"))
        return tr("FIELD=VALUE stands for the choice, such as incremental_field=updated_at; “leatctl schema candidates” says which columns fit.");
    if (actionId == QLatin1String("rewind"))
        return tr("VALUE stands for the value of the cursor column from which on rows are read again.");
    return {};
}

} // namespace leat
