// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/usage.h"

#include "app/cli/clitext.h"
#include "app/cli/nearest.h"
#include "app/cli/secretinput.h"

#include <QRegularExpression>

namespace leat {

namespace {

QString pathOf(const CLI::App& command)
{
    const QString own = QString::fromStdString(command.get_name());
    const CLI::App* parent = command.get_parent();
    return parent == nullptr ? own : pathOf(*parent) + QLatin1Char(' ') + own;
}

QString helpHint(const CLI::App& command)
{
    return Cli::tr("See “%1 --help”.").arg(pathOf(command));
}

const CLI::Option* findOption(const CLI::App* command, const QString& name)
{
    for (; command != nullptr; command = command->get_parent())
        if (const CLI::Option* option = command->get_option_no_throw(name.toStdString()))
            return option;
    return nullptr;
}

const CLI::App* findCommand(const CLI::App& parent, const QString& name)
{
    const std::string wanted = name.toStdString();
    const auto found = parent.get_subcommands([&](const CLI::App* c) { return c->get_name() == wanted; });
    return found.empty() ? nullptr : found.front();
}

Failure unknownOption(const CLI::App& command, const QString& name)
{
    QStringList known;
    for (const CLI::App* c = &command; c != nullptr; c = c->get_parent())
        known += optionNames(*c);
    const QString sentence = Cli::tr("“%1” is not an option of “%2”.").arg(name, pathOf(command));
    QString bare = name;
    while (bare.startsWith(QLatin1Char('-')))
        bare.remove(0, 1);
    if (looksSecret(bare))
        return usageFailure(ErrorCode::UnknownOption, sentence,
            Cli::tr("A password is never an argument, which every program can read: use --password-stdin, "
                    "--password-file, --password-env or --password-prompt."));
    QString remedy = didYouMean(nearest(name, known));
    return usageFailure(ErrorCode::UnknownOption, sentence, remedy.isEmpty() ? helpHint(command) : remedy);
}

Failure unknownCommand(const CLI::App& parent, const QString& word)
{
    const QStringList known = commandNames(parent);
    // A word that is far from every command may be anything, a password of a forgotten option too.
    const QStringList near = nearest(word, known);
    const QString sentence = near.isEmpty() && looksSecret(word)
        ? Cli::tr("That is not a command of “%1”.").arg(pathOf(parent))
        : Cli::tr("“%1” is not a command of “%2”.").arg(word.section(QLatin1Char('='), 0, 0), pathOf(parent));
    return usageFailure(ErrorCode::InvalidArgument, sentence,
        near.isEmpty() ? Cli::tr("Known: %1.").arg(known.join(QStringLiteral(", "))) : didYouMean(near));
}

bool takesValue(const CLI::Option& option)
{
    return option.get_items_expected_max() > 0;
}

Failure missing(const CLI::App& command, const QString& what)
{
    return usageFailure(ErrorCode::MissingOption, Cli::tr("“%1” needs %2.").arg(pathOf(command), what), helpHint(command));
}

const CLI::App& deepest(const CLI::App& root)
{
    const CLI::App* command = &root;
    while (!command->get_subcommands().empty())
        command = command->get_subcommands().back();
    return *command;
}

// CLI11 starts its messages with the option's name; the rest may repeat a value.
QString optionOf(const CLI::ParseError& error)
{
    QString text = QString::fromUtf8(error.what());
    text.remove(QStringLiteral("Could not convert: "));
    static const QRegularExpression name(QStringLiteral("^[-A-Za-z_,]+"));
    return name.match(text).captured(0);
}

Failure unexpectedWord(const CLI::App& command)
{
    std::vector<std::string> extras;
    for (const CLI::App* c = &command; c != nullptr; c = c->get_parent())
        for (const std::string& extra : c->remaining())
            extras.push_back(extra);
    const QString word = extras.empty() ? QString() : QString::fromStdString(extras.front());
    const bool telling = word.isEmpty() || holdsSecret(word) || word.contains(QLatin1Char('='));
    return usageFailure(ErrorCode::InvalidArgument,
        telling ? Cli::tr("“%1” got more words than it takes.").arg(pathOf(command))
                : Cli::tr("“%1” does not take “%2”.").arg(pathOf(command), word),
        helpHint(command));
}

} // namespace

QStringList optionNames(const CLI::App& command)
{
    QStringList names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames())
            names.append(QStringLiteral("--") + QString::fromStdString(name));
        for (const std::string& name : option->get_snames())
            names.append(QStringLiteral("-") + QString::fromStdString(name));
    }
    return names;
}

QStringList commandNames(const CLI::App& command)
{
    QStringList names;
    for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; }))
        names.append(QString::fromStdString(sub->get_name()));
    return names;
}

std::optional<Failure> findUnknown(const CLI::App& root, const QStringList& arguments)
{
    const CLI::App* command = &root;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments[i];
        if (word == QLatin1String("--"))
            return std::nullopt;
        if (word.startsWith(QLatin1Char('-')) && word.size() > 1) {
            const bool isLong = word.startsWith(QLatin1String("--"));
            const QString name = isLong ? word.section(QLatin1Char('='), 0, 0) : word.left(2);
            const CLI::Option* option = findOption(command, name);
            if (option == nullptr)
                return unknownOption(*command, name);
            const bool valueInside = isLong ? word.contains(QLatin1Char('=')) : word.size() > 2;
            if (isLong && valueInside && !takesValue(*option))
                return usageFailure(ErrorCode::InvalidOption, Cli::tr("%1 takes no value.").arg(name), helpHint(*command));
            if (takesValue(*option) && !valueInside)
                ++i;
            continue;
        }
        if (commandNames(*command).isEmpty())
            continue;
        const CLI::App* next = findCommand(*command, word);
        if (next == nullptr)
            return unknownCommand(*command, word);
        command = next;
    }
    return std::nullopt;
}

Failure explain(const CLI::ParseError& error, const CLI::App& root)
{
    const CLI::App& command = deepest(root);
    const QString option = optionOf(error);
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
        return unexpectedWord(command);
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        if (!commandNames(command).isEmpty())
            return missing(command, Cli::tr("one of %1").arg(commandNames(command).join(QStringLiteral(", "))));
        return missing(command, Cli::tr("a value for %1").arg(option));
    }
    if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr)
        return usageFailure(ErrorCode::InvalidOption, Cli::tr("The value of %1 is not of the right kind.").arg(option),
            Cli::tr("Give a whole number to options that take one, and no value to switches. %1").arg(helpHint(command)));
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return usageFailure(ErrorCode::MissingOption, Cli::tr("%1 needs a value.").arg(option), helpHint(command));
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr)
        return usageFailure(ErrorCode::InvalidArgument, Cli::tr("%1 cannot be used together with another option given.").arg(option),
            helpHint(command));
    return usageFailure(ErrorCode::InvalidArgument, Cli::tr("The command line cannot be read at %1.").arg(option),
        helpHint(command));
}

Failure nothingAsked(const CLI::App& root)
{
    return usageFailure(ErrorCode::MissingOption, Cli::tr("No command was given."),
        Cli::tr("Known: %1. Start with “leatctl help”, or “leatctl sample create --sync” to see it work.")
            .arg(commandNames(root).join(QStringLiteral(", "))));
}

} // namespace leat
