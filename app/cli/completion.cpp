// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion.h"

#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/nearest.h"
#include "app/cli/options.h"
#include "app/cli/session.h"
#include "app/cli/usage.h"

#include <functional>
#include <vector>

namespace leat {

namespace {

struct Node
{
    QStringList path;              ///< {"source", "add"}
    const CLI::App* command = nullptr;
};

std::vector<Node> allNodes(const CLI::App& root)
{
    std::vector<Node> nodes;
    const std::function<void(const CLI::App&, const QStringList&)> visit = [&](const CLI::App& command, const QStringList& path) {
        nodes.push_back({path, &command});
        for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; }))
            visit(*sub, path + QStringList{QString::fromStdString(sub->get_name())});
    };
    visit(root, {});
    return nodes;
}

QString firstLine(const std::string& description)
{
    return QString::fromStdString(description).section(QLatin1Char('\n'), 0, 0);
}

QString shellQuoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

QStringList words(const Node& node, const CLI::App& root)
{
    QStringList all = commandNames(*node.command) + optionNames(*node.command);
    if (node.command != &root)
        all += optionNames(root);
    all.removeDuplicates();
    return all;
}

bool takesValue(const CLI::Option& option)
{
    return option.get_items_expected_max() > 0 && option.nonpositional();
}

QStringList valueOptions(const std::vector<Node>& nodes)
{
    QStringList names;
    for (const Node& node : nodes)
        for (const CLI::Option* option : node.command->get_options())
            if (takesValue(*option))
                for (const std::string& name : option->get_lnames())
                    names.append(QStringLiteral("--") + QString::fromStdString(name));
    names.removeDuplicates();
    return names;
}

QString bashScript(const CLI::App& root)
{
    const std::vector<Node> nodes = allNodes(root);
    QString cases;
    for (const Node& node : nodes)
        cases += QStringLiteral("        %1) words=%2 ;;\n")
                     .arg(shellQuoted(node.path.join(QLatin1Char(' '))), shellQuoted(words(node, root).join(QLatin1Char(' '))));
    QStringList paths;
    for (const Node& node : nodes)
        if (!node.path.isEmpty())
            paths.append(shellQuoted(node.path.join(QLatin1Char(' '))));
    return QStringLiteral(R"(# bash completion for leatctl
_leatctl() {
    local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" path= word next words= i
    COMPREPLY=()
    case "$prev" in
        %1)
            compopt -o default 2>/dev/null
            return ;;
    esac
    for ((i = 1; i < COMP_CWORD; i++)); do
        word="${COMP_WORDS[i]}"
        next="${path:+$path }$word"
        case "$next" in
            %2) path="$next" ;;
        esac
    done
    case "$path" in
%3    esac
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -F _leatctl leatctl
)")
        .arg(valueOptions(nodes).join(QLatin1Char('|')), paths.join(QLatin1Char('|')), cases);
}

QString zshScript(const CLI::App& root)
{
    QString cases;
    for (const Node& node : allNodes(root)) {
        QStringList entries;
        const auto add = [&entries](const QString& word, const std::string& text) {
            QString description = firstLine(text);
            entries.append(shellQuoted(word + QLatin1Char(':') + description.replace(QLatin1Char(':'), QStringLiteral("\\:"))));
        };
        for (const CLI::App* sub : node.command->get_subcommands([](const CLI::App*) { return true; }))
            add(QString::fromStdString(sub->get_name()), sub->get_description());
        const auto addOptions = [&](const CLI::App& command) {
            for (const CLI::Option* option : command.get_options())
                for (const std::string& name : option->get_lnames())
                    add(QStringLiteral("--") + QString::fromStdString(name), option->get_description());
        };
        addOptions(*node.command);
        if (node.command != &root)
            addOptions(root);
        entries.removeDuplicates();
        cases += QStringLiteral("        %1) entries=(%2) ;;\n")
                     .arg(shellQuoted(node.path.join(QLatin1Char(' '))), entries.join(QLatin1Char(' ')));
    }
    QStringList paths;
    for (const Node& node : allNodes(root))
        if (!node.path.isEmpty())
            paths.append(shellQuoted(node.path.join(QLatin1Char(' '))));
    return QStringLiteral(R"(#compdef leatctl
_leatctl() {
    local path_so_far= next word
    local -a entries
    case "${words[CURRENT-1]}" in
        %1) _files; return ;;
    esac
    for word in "${words[@]:1:$((CURRENT-2))}"; do
        next="${path_so_far:+$path_so_far }$word"
        case "$next" in
            %2) path_so_far="$next" ;;
        esac
    done
    case "$path_so_far" in
%3    esac
    _describe 'leatctl' entries || _files
}
compdef _leatctl leatctl
)")
        .arg(valueOptions(allNodes(root)).join(QLatin1Char('|')), paths.join(QLatin1Char('|')), cases);
}

// "__leatctl_at source add": the words of the command are exactly these.
QString fishScript(const CLI::App& root)
{
    QString script = QStringLiteral(R"(# fish completion for leatctl
function __leatctl_at
    set -l typed
    for word in (commandline -opc)[2..-1]
        string match -q -- '-*' $word; or set -a typed $word
    end
    set -l wanted (count $argv)
    test $wanted -eq 0; and test (count $typed) -eq 0; and return 0
    test $wanted -gt 0; and test (count $typed) -ge $wanted; and test "$typed[1..$wanted]" = "$argv"
end
)");
    for (const Node& node : allNodes(root)) {
        const QString condition = node.path.isEmpty() ? QString()
            : QStringLiteral(" -n %1").arg(shellQuoted(QStringLiteral("__leatctl_at ") + node.path.join(QLatin1Char(' '))));
        const QString here = QStringLiteral(" -n %1").arg(
            shellQuoted((QStringLiteral("__leatctl_at ") + node.path.join(QLatin1Char(' '))).trimmed()));
        for (const CLI::App* sub : node.command->get_subcommands([](const CLI::App*) { return true; }))
            script += QStringLiteral("complete -c leatctl -f%1 -a %2 -d %3\n")
                          .arg(here, QString::fromStdString(sub->get_name()), shellQuoted(firstLine(sub->get_description())));
        for (const CLI::Option* option : node.command->get_options())
            for (const std::string& name : option->get_lnames())
                if (node.path.isEmpty() || name != "help")
                    script += QStringLiteral("complete -c leatctl%1 -l %2%3 -d %4\n")
                                  .arg(condition, QString::fromStdString(name),
                                      takesValue(*option) ? QStringLiteral(" -r") : QString(),
                                      shellQuoted(firstLine(option->get_description())));
    }
    return script;
}

void printCompletion(Session& session, const QString& shell)
{
    if (!completionShells().contains(shell)) {
        const QString near = didYouMean(nearest(shell, completionShells()));
        const QString all = Cli::tr("Known: %1.").arg(completionShells().join(QStringLiteral(", ")));
        return session.fail(usageFailure(ErrorCode::InvalidArgument, Cli::tr("There is no completion for “%1”.").arg(shell),
            near.isEmpty() ? all : near + QLatin1Char(' ') + all));
    }
    Invocation unused;
    const std::unique_ptr<CLI::App> root = makeCommandTree(unused);
    const QString script = completionScript(*root, shell);
    if (session.out().json())
        session.out().document(QJsonObject{{QStringLiteral("shell"), shell}, {QStringLiteral("script"), script}});
    else
        session.out().data(script);
    session.finish();
}

} // namespace

QStringList completionShells()
{
    return {QStringLiteral("bash"), QStringLiteral("zsh"), QStringLiteral("fish")};
}

QString completionScript(const CLI::App& root, const QString& shell)
{
    if (shell == QLatin1String("zsh"))
        return zshScript(root);
    if (shell == QLatin1String("fish"))
        return fishScript(root);
    return bashScript(root);
}

void addCompletionCommands(CLI::App* root, Invocation& invocation)
{
    CLI::App* command = addCommand(root, "completion", Cli::tr("print a completion script for bash, zsh or fish"),
        {QStringLiteral("leatctl completion bash > ~/.local/share/bash-completion/completions/leatctl"),
            QStringLiteral("leatctl completion fish > ~/.config/fish/completions/leatctl.fish")});
    const auto shell = std::make_shared<QString>();
    addText(command, "SHELL", *shell, Cli::tr("bash, zsh or fish"))->required();
    onCommand(command, invocation, EngineNeed::None, [shell](Session& s) { printCompletion(s, *shell); });
}

} // namespace leat
