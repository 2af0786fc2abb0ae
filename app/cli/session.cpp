// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/cli/clitext.h"

#include <QTimer>

namespace leat {

namespace {
constexpr int kWorldPatienceMs = 5000;
}

Session::Session(Control* control, Output& output, const GlobalOptions& options, QObject* parent)
    : QObject(parent), m_control(control), m_output(output), m_options(options)
{
}

void Session::setEngine(const QString& profileDir, std::optional<Error> error)
{
    m_profileDir = profileDir;
    m_engineError = std::move(error);
}

void Session::whenWorld(std::function<bool(const World&)> condition, std::function<void(WorldPtr)> then)
{
    const WorldPtr now = world();
    if (condition(*now)) {
        then(now);
        return;
    }
    auto* wait = new QObject(this);
    const auto end = [this, wait, then = std::move(then)] {
        wait->deleteLater();
        then(world());
    };
    auto* timer = new QTimer(wait);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, wait, end);
    connect(m_control, &Control::changed, wait, [this, wait, timer, condition = std::move(condition), end] {
        if (!timer->isActive() || !condition(*world()))
            return;
        timer->stop();
        wait->disconnect();
        end();
    });
    timer->start(kWorldPatienceMs);
}

bool Session::confirm(const QString& question, const QString& name)
{
    if (!mayPrompt() || !m_output.terminal().inIsTty()) {
        fail(usageFailure(ErrorCode::InvalidArgument, question,
            Cli::tr("Add --yes to do it without being asked.")));
        return false;
    }
    m_output.note(question);
    m_output.raw(Cli::tr("Type “%1” to go on: ").arg(name));
    const std::optional<QByteArray> line = m_output.terminal().readLine(true);
    if (line && QString::fromUtf8(*line).trimmed() == name)
        return true;
    if (!isFinished())
        fail(Failure{makeError(ErrorCode::Cancelled),
            ErrorText{Cli::tr("Nothing was changed."), Cli::tr("Run the command again and type the name to confirm.")}});
    return false;
}

void Session::finish(int exitCode)
{
    if (m_finished)
        return;
    m_finished = true;
    Q_EMIT finished(exitCode);
}

void Session::fail(const Failure& failure)
{
    if (m_finished)
        return;
    m_output.failure(failure);
    finish(m_interruptedBy != 0 ? m_interruptedBy : failure.exitCode());
}

void Session::interrupt(int exitCode)
{
    if (m_finished)
        return;
    const bool first = m_interruptedBy == 0;
    if (first)
        m_interruptedBy = exitCode;
    if (first && m_onInterrupt) {
        m_onInterrupt();
        return;
    }
    fail(makeError(ErrorCode::Cancelled));
}

} // namespace leat
