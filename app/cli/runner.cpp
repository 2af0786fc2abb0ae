// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runner.h"

#include "app/cli/clitext.h"
#include "app/cli/secretinput.h"

#include <QDir>

namespace leat {

CliRunner::CliRunner(Terminal& terminal, EngineDoor door, QObject* parent)
    : QObject(parent), m_terminal(terminal), m_door(std::move(door))
{
}

CliRunner::~CliRunner()
{
    m_session.reset();
    m_control.reset();
}

void CliRunner::start(const QStringList& arguments)
{
    m_invocation = parse(arguments);
    m_output = std::make_unique<Output>(m_terminal, m_invocation.global.output);
    if (m_invocation.need == EngineNeed::None)
        m_session = std::make_unique<Session>(nullptr, *m_output, m_invocation.global);
    else if (!openEngine())
        return;
    // The command may finish at once; its session must outlive the call that it finishes in.
    connect(m_session.get(), &Session::finished, this, &CliRunner::end, Qt::QueuedConnection);
    m_invocation.action(*m_session);
}

Try<std::shared_ptr<Secret>> CliRunner::vaultPassphrase()
{
    const GlobalOptions& options = m_invocation.global;
    if (!options.vaultPassphraseStdin && options.vaultPassphraseFile.isEmpty())
        return std::shared_ptr<Secret>();
    SecretRequest request{Cli::tr("vault passphrase"), SecretRequest::From::Stdin, {}};
    if (!options.vaultPassphraseFile.isEmpty())
        request = {request.key, SecretRequest::From::File, options.vaultPassphraseFile};
    Try<Secret> secret = readSecret(request, m_terminal, false);
    if (!secret)
        return secret.failure();
    return std::make_shared<Secret>(std::move(*secret));
}

bool CliRunner::openEngine()
{
    const QString& typed = m_invocation.global.profile;
    const QString dir = QDir::cleanPath(QDir(typed.isEmpty() ? m_door.defaultProfileDir : typed).absolutePath());
    const auto refuse = [this](const Failure& failure) {
        m_output->failure(failure);
        QMetaObject::invokeMethod(this, [this, code = failure.exitCode()] { end(code); }, Qt::QueuedConnection);
        return false;
    };
    Try<std::shared_ptr<Secret>> passphrase = vaultPassphrase();
    if (!passphrase)
        return refuse(passphrase.failure());
    const bool interactive = m_terminal.inIsTty() && !m_invocation.global.noInput;
    Result<std::unique_ptr<Control>> opened = m_door.open({dir, *passphrase, interactive, m_invocation.schedule});
    if (!opened && m_invocation.need == EngineNeed::Required)
        return refuse(Failure(opened.error()));
    std::optional<Error> error;
    if (opened)
        m_control = std::move(*opened);
    else
        error = opened.error();
    m_session = std::make_unique<Session>(m_control.get(), *m_output, m_invocation.global);
    m_session->setEngine(dir, std::move(error));
    return true;
}

void CliRunner::interrupt(int exitCode)
{
    if (m_session)
        m_session->interrupt(exitCode);
}

void CliRunner::end(int exitCode)
{
    m_session.reset();
    m_control.reset();
    const QString problem = m_terminal.outError();
    if (!problem.isEmpty()) {
        m_output->failure(Failure{makeError(ErrorCode::DiskFull, problem),
            ErrorText{Cli::tr("The output cannot be written: %1.").arg(problem),
                Cli::tr("Make room or write it elsewhere, then run the command again.")}});
        exitCode = exitcode::CannotWrite;
    }
    Q_EMIT done(exitCode);
}

} // namespace leat
