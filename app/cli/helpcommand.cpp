// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/nearest.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/usage.h"

namespace leat {

namespace {

const QString kExitCodes = QStringLiteral("exit-codes");

void printExitCodes(Session& session)
{
    Output& out = session.out();
    if (out.json()) {
        QJsonArray array;
        for (const ExitCodeMeaning& row : exitCodeMeanings())
            array.append(QJsonObject{{QStringLiteral("code"), row.code}, {QStringLiteral("meaning"), row.meaning}});
        out.document(array);
        return session.finish();
    }
    TextTable table({{Cli::tr("CODE"), TextTable::Align::Right}, {Cli::tr("MEANING")}});
    for (const ExitCodeMeaning& row : exitCodeMeanings())
        table.add({QString::number(row.code), row.meaning});
    out.table(table);
    session.finish();
}

void printHelp(Session& session, const QStringList& topic)
{
    if (topic == QStringList{kExitCodes})
        return printExitCodes(session);
    Invocation unused;
    const std::unique_ptr<CLI::App> root = makeCommandTree(unused);
    const CLI::App* command = root.get();
    QString path = QStringLiteral("leatctl");
    for (const QString& word : topic) {
        const std::string wanted = word.toStdString();
        const auto found = command->get_subcommands([&](const CLI::App* c) { return c->get_name() == wanted; });
        if (found.empty()) {
            const QString near = didYouMean(nearest(word, commandNames(*command) << kExitCodes));
            return session.fail(usageFailure(ErrorCode::NotFound, Cli::tr("There is no help on “%1”.").arg(word),
                near.isEmpty() ? Cli::tr("Known: %1, exit-codes.").arg(commandNames(*root).join(QStringLiteral(", "))) : near));
        }
        command = found.front();
        if (command->get_parent() != root.get())
            path += QLatin1Char(' ') + QString::fromStdString(command->get_parent()->get_name());
    }
    const QString text = QString::fromStdString(
        command == root.get() ? command->help() : command->help(path.toStdString()));
    if (session.out().json())
        session.out().document(QJsonObject{{QStringLiteral("help"), text}});
    else
        session.out().data(text);
    session.finish();
}

} // namespace

void addHelpCommands(CLI::App* root, Invocation& invocation)
{
    CLI::App* command = addCommand(root, "help", Cli::tr("help on a command, or “help exit-codes”"),
        {QStringLiteral("leatctl help source add"), QStringLiteral("leatctl help exit-codes")});
    const auto topic = std::make_shared<QStringList>();
    addTexts(command, "TOPIC", *topic, Cli::tr("a noun and a verb, or exit-codes"));
    onCommand(command, invocation, EngineNeed::None, [topic](Session& s) { printHelp(s, *topic); });
}

void printVersion(Session& session)
{
    const QString version = QStringLiteral(LEAT_VERSION);
    if (session.out().json())
        session.out().document(QJsonObject{{QStringLiteral("name"), QStringLiteral("leatctl")},
            {QStringLiteral("version"), version}, {QStringLiteral("qt"), QString::fromLatin1(qVersion())}});
    else
        session.out().data(QStringLiteral("leatctl %1\n").arg(version));
    session.finish();
}

} // namespace leat
