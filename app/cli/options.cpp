// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include "app/cli/clitext.h"

namespace leat {

namespace {

const QString kPassword = QStringLiteral("password");

bool isPositional(const char* names)
{
    return names[0] != '-';
}

void addKeyed(CLI::App* app, const char* name, std::vector<SecretRequest>& requests, SecretRequest::From from,
    const QString& help)
{
    app->add_option_function<std::vector<std::string>>(name,
           [&requests, from, name](const std::vector<std::string>& values) {
               for (const std::string& value : values) {
                   const QString text = QString::fromStdString(value);
                   const qsizetype equals = text.indexOf(QLatin1Char('='));
                   if (equals <= 0)
                       throw CLI::ValidationError(name, "needs KEY=WHERE");
                   requests.push_back({text.left(equals), from, text.mid(equals + 1)});
               }
           },
           help.toStdString())
        ->allow_extra_args(false)
        ->type_name("KEY=WHERE");
}

} // namespace

CLI::Option* addText(CLI::App* app, const char* names, QString& target, const QString& help)
{
    return app->add_option_function<std::string>(names,
        [&target](const std::string& value) { target = QString::fromStdString(value); }, help.toStdString());
}

CLI::Option* addTexts(CLI::App* app, const char* names, QStringList& target, const QString& help)
{
    CLI::Option* option = app->add_option_function<std::vector<std::string>>(names,
        [&target](const std::vector<std::string>& values) {
            for (const std::string& value : values)
                target.append(QString::fromStdString(value));
        },
        help.toStdString());
    if (!isPositional(names))
        option->allow_extra_args(false);
    return option;
}

CLI::Option* addNumber(CLI::App* app, const char* names, qint64& target, const QString& help)
{
    return app->add_option_function<std::int64_t>(names, [&target](const std::int64_t& value) { target = value; },
        help.toStdString());
}

CLI::Option* addSwitch(CLI::App* app, const char* names, bool& target, const QString& help)
{
    return app->add_flag(names, target, help.toStdString());
}

CLI::App* addCommand(CLI::App* parent, const char* name, const QString& help, const QStringList& examples)
{
    QString text = help;
    if (!examples.isEmpty())
        text += QStringLiteral("\n\n") + Cli::tr("Examples:") + QStringLiteral("\n  ")
            + examples.join(QStringLiteral("\n  "));
    return parent->add_subcommand(name, text.toStdString());
}

void onCommand(CLI::App* command, Invocation& invocation, EngineNeed need, std::function<void(Session&)> action)
{
    command->callback([&invocation, need, action = std::move(action)] {
        invocation.need = need;
        invocation.action = action;
    });
}

void addSecretOptions(CLI::App* app, std::vector<SecretRequest>& requests)
{
    using From = SecretRequest::From;
    const auto flag = [&](const char* name, From from, const QString& help) {
        app->add_flag_callback(name, [&requests, from] { requests.push_back({kPassword, from, {}}); }, help.toStdString());
    };
    const auto option = [&](const char* name, const char* type, From from, const QString& help) {
        app->add_option_function<std::string>(name,
               [&requests, from](const std::string& value) {
                   requests.push_back({kPassword, from, QString::fromStdString(value)});
               },
               help.toStdString())
            ->type_name(type);
    };
    flag("--password-stdin", From::Stdin, Cli::tr("read the password from standard input, one line"));
    flag("--password-prompt", From::Prompt, Cli::tr("ask for the password on the terminal"));
    option("--password-file", "PATH", From::File, Cli::tr("read the password from a file"));
    option("--password-env", "NAME", From::Environment, Cli::tr("read the password from an environment variable"));
    app->add_option_function<std::vector<std::string>>("--secret-stdin",
           [&requests](const std::vector<std::string>& keys) {
               for (const std::string& key : keys)
                   requests.push_back({QString::fromStdString(key), From::Stdin, {}});
           },
           Cli::tr("read another secret setting from standard input, one line").toStdString())
        ->allow_extra_args(false)
        ->type_name("KEY");
    addKeyed(app, "--secret-file", requests, From::File, Cli::tr("read another secret setting from a file"));
    addKeyed(app, "--secret-env", requests, From::Environment,
        Cli::tr("read another secret setting from an environment variable"));
}

Failure badSpan(const QString& option, const QString& typed)
{
    return usageFailure(ErrorCode::InvalidOption, Cli::tr("“%1” is not a time for %2.").arg(typed, option),
        Cli::tr("Write 90s, 30m, 2h, 1d or several of them together."));
}

} // namespace leat
