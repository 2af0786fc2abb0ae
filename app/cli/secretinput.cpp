// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secretinput.h"

#include "app/cli/clitext.h"

#include <QFile>
#include <QRegularExpression>

namespace leat {

namespace {

constexpr qint64 kMaxSecretFile = 64 * 1024;

Failure noSecret(ErrorCode code, const QString& sentence, const QString& remedy)
{
    return {makeError(code), ErrorText{sentence, remedy}};
}

Try<Secret> fromBytes(QByteArray bytes, const QString& where)
{
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    if (bytes.isEmpty())
        return noSecret(ErrorCode::SecretMissing, Cli::tr("%1 gave no password.").arg(where),
            Cli::tr("Put the password there, or leave the option out if the source needs none."));
    return Secret::take(bytes);
}

Try<Secret> fromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return noSecret(ErrorCode::SecretMissing, Cli::tr("The password file %1 cannot be read: %2.").arg(path, file.errorString()),
            Cli::tr("Check the path and its permissions."));
    QByteArray bytes;
    bytes.reserve(kMaxSecretFile + 1);
    bytes = file.read(kMaxSecretFile + 1);
    if (bytes.size() > kMaxSecretFile)
        return noSecret(ErrorCode::InvalidOption, Cli::tr("The password file %1 is larger than 64 KiB.").arg(path),
            Cli::tr("Name a file that holds the password alone."));
    return fromBytes(std::move(bytes), path);
}

Try<Secret> fromEnvironment(const QString& name, Terminal& terminal)
{
    const QByteArray key = name.toLocal8Bit();
    QByteArray value = terminal.environment(key.constData());
    value.detach();
    terminal.forgetEnvironment(key.constData());
    return fromBytes(std::move(value), Cli::tr("The environment variable %1").arg(name));
}

Try<Secret> fromPrompt(const QString& key, Terminal& terminal, bool mayPrompt)
{
    if (!mayPrompt || !terminal.inIsTty())
        return usageFailure(ErrorCode::InvalidArgument, Cli::tr("There is no terminal to ask for the password on."),
            Cli::tr("Use --password-stdin, --password-file or --password-env."));
    terminal.writeErr(Cli::tr("%1: ").arg(key).toUtf8());
    std::optional<QByteArray> line = terminal.readLine(false);
    if (!line)
        return Failure(makeError(ErrorCode::Cancelled));
    return fromBytes(std::move(*line), Cli::tr("The prompt"));
}

} // namespace

Try<Secret> readSecret(const SecretRequest& request, Terminal& terminal, bool mayPrompt)
{
    switch (request.from) {
    case SecretRequest::From::File:
        return fromFile(request.where);
    case SecretRequest::From::Environment:
        return fromEnvironment(request.where, terminal);
    case SecretRequest::From::Prompt:
        return fromPrompt(request.key, terminal, mayPrompt);
    case SecretRequest::From::Stdin:
        break;
    }
    return fromBytes(terminal.readLine(false).value_or(QByteArray()), Cli::tr("Standard input"));
}

Try<SecretMap> readSecrets(const std::vector<SecretRequest>& requests, Terminal& terminal, bool mayPrompt)
{
    SecretMap secrets;
    for (const SecretRequest& request : requests) {
        if (secrets.contains(request.key))
            return usageFailure(ErrorCode::InvalidArgument, Cli::tr("“%1” is given twice.").arg(request.key),
                Cli::tr("Name one place to read it from."));
        Try<Secret> secret = readSecret(request, terminal, mayPrompt);
        if (!secret)
            return secret.failure();
        secrets.emplace(request.key, std::move(*secret));
    }
    return secrets;
}

bool looksSecret(const QString& settingKey)
{
    static const QRegularExpression names(
        QStringLiteral("pass(word|wd|phrase)?$|^pwd$|secret|token|private_?key|api_?key"),
        QRegularExpression::CaseInsensitiveOption);
    return names.match(settingKey).hasMatch();
}

bool holdsSecret(const QString& address)
{
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*://"));
    const QRegularExpressionMatch match = scheme.match(address);
    if (match.hasMatch()) {
        // A password may hold any letter, so everything before the last @ of the part before the
        // query counts as user:password.
        const QString rest = address.mid(match.capturedLength());
        const qsizetype query = rest.indexOf(QLatin1Char('?'));
        const QString place = query < 0 ? rest : rest.left(query);
        const qsizetype at = (place.contains(QLatin1Char('@')) ? place : rest).lastIndexOf(QLatin1Char('@'));
        const qsizetype slash = rest.indexOf(QLatin1Char('/'));
        const qsizetype colon = rest.indexOf(QLatin1Char(':'));
        const bool userinfo = at >= 0 && colon >= 0 && colon < at;
        const bool inQueryOnly = userinfo && query >= 0 && at > query && slash >= 0 && slash < query;
        if (userinfo && !inQueryOnly)
            return true;
    }
    static const QRegularExpression pair(QStringLiteral("(?:^|[?&;#\\s])([A-Za-z_]+)\\s*="));
    QRegularExpressionMatchIterator pairs = pair.globalMatch(address);
    while (pairs.hasNext())
        if (looksSecret(pairs.next().captured(1)))
            return true;
    return false;
}

Failure secretOnCommandLine(const QString& what)
{
    return usageFailure(ErrorCode::InvalidArgument,
        Cli::tr("%1 holds a password, which every program on this computer can read there.").arg(what),
        Cli::tr("Change it if others use this computer, and give it with --password-stdin, --password-file, "
                "--password-env or --password-prompt (a whole URL with --url-stdin)."));
}

} // namespace leat
