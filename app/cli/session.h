// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"
#include "engine/api/control.h"
#include "engine/api/whendone.h"

#include <QObject>

#include <functional>
#include <optional>

namespace leat {

/// One running command: what its functions need, and its one way out. Commands are chains of
/// continuations on the main thread; none waits. `control` may be null only for commands that
/// do not require it.
class Session final : public QObject
{
    Q_OBJECT
public:
    Session(Control* control, Output& output, const GlobalOptions& options, QObject* parent = nullptr);

    bool hasControl() const { return m_control != nullptr; }
    Control& control() { return *m_control; }
    WorldPtr world() const { return m_control->snapshot(); }
    Output& out() { return m_output; }
    const GlobalOptions& options() const { return m_options; }
    /// Why there is no control, for commands that need it only optionally.
    const std::optional<Error>& engineError() const { return m_engineError; }
    void setEngine(const QString& profileDir, std::optional<Error> error);
    const QString& profileDir() const { return m_profileDir; }

    /// Sends and hands the reply over; an error ends the command.
    template <typename T, typename Handler>
    void ask(Command command, Handler handle)
    {
        whenReplied<T>(m_control->send(std::move(command)), this,
            [this, handle = std::move(handle)](Result<T> reply) mutable {
                if (!reply)
                    fail(reply.error());
                else
                    handle(std::move(*reply));
            });
    }
    /// Sends and hands over whatever comes.
    template <typename T, typename Handler>
    void tryAsk(Command command, Handler handle)
    {
        whenReplied<T>(m_control->send(std::move(command)), this, std::move(handle));
    }

    /// Calls `then` once the snapshot fulfils the condition, or after a few seconds with what
    /// there is: a reply may come just before the snapshot that shows it.
    void whenWorld(std::function<bool(const World&)> condition, std::function<void(WorldPtr)> then);

    /// Asks on the terminal to type `name`. False: not confirmed, and the command has failed.
    bool confirm(const QString& question, const QString& name);
    bool mayPrompt() const { return !m_options.noInput; }

    void finish(int exitCode = 0);
    void fail(const Failure& failure);
    bool isFinished() const { return m_finished; }

    /// What the first interrupt does instead of ending the command.
    void onInterrupt(std::function<void()> handler) { m_onInterrupt = std::move(handler); }
    /// Ctrl+C or a termination signal: asks the command to stop, the second time ends it.
    void interrupt(int exitCode);
    /// 0, or the exit code of the signal that asked the command to stop.
    int interruptedBy() const { return m_interruptedBy; }

Q_SIGNALS:
    /// Once, after which the session does nothing more.
    void finished(int exitCode);

private:
    Control* m_control;
    Output& m_output;
    GlobalOptions m_options;
    QString m_profileDir;
    std::optional<Error> m_engineError;
    std::function<void()> m_onInterrupt;
    int m_interruptedBy = 0;
    bool m_finished = false;
};

} // namespace leat
