// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "engine/api/secret.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace leat {

/// How the runner opens an engine; the composition fills it in, tests hand out a fake.
struct EngineDoor
{
    struct Request
    {
        QString profileDir;        ///< absolute
        std::shared_ptr<Secret> vaultPassphrase;   ///< set: use the encrypted file vault
        bool interactive = false;
        bool schedule = false;     ///< the engine starts by itself what is due
    };
    QString defaultProfileDir;
    std::function<Result<std::unique_ptr<Control>>(const Request&)> open;
};

/// Runs one command line on the event loop: reads it, opens the engine if it is needed, runs the
/// command, closes the engine, says the exit code. Main thread.
class CliRunner final : public QObject
{
    Q_OBJECT
public:
    CliRunner(Terminal& terminal, EngineDoor door, QObject* parent = nullptr);
    ~CliRunner() override;

    /// Once. `arguments` without the program's name. Ends with done(), never before it returns.
    void start(const QStringList& arguments);

public Q_SLOTS:
    /// The first time asks the command to stop, the second time ends it.
    void interrupt(int exitCode);

Q_SIGNALS:
    void done(int exitCode);

private:
    Try<std::shared_ptr<Secret>> vaultPassphrase();
    bool openEngine();
    void end(int exitCode);

    Terminal& m_terminal;
    EngineDoor m_door;
    Invocation m_invocation;
    std::unique_ptr<Output> m_output;
    std::unique_ptr<Control> m_control;
    std::unique_ptr<Session> m_session;
};

} // namespace leat
