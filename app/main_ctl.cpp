// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runner.h"
#include "app/cli/signalwatcher.h"
#include "app/composition.h"

#include <QCoreApplication>
#include <QTimer>

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("leat"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LEAT_VERSION));

    leat::SignalWatcher signalWatcher;
    const std::unique_ptr<leat::Terminal> terminal = leat::systemTerminal();
    leat::EngineDoor door;
    door.defaultProfileDir = leat::defaultProfileDir();
    door.open = [](const leat::EngineDoor::Request& request) {
        leat::EngineOptions options;
        options.profileDir = request.profileDir;
        options.actor = QStringLiteral("leatctl");
        options.vaultPassphrase = request.vaultPassphrase;
        options.interactive = request.interactive;
        options.schedule = request.schedule;
        return leat::openEngine(options);
    };
    leat::CliRunner runner(*terminal, std::move(door));
    QObject::connect(&signalWatcher, &leat::SignalWatcher::received, &runner, &leat::CliRunner::interrupt);
    QObject::connect(&runner, &leat::CliRunner::done, &app, [](int code) { QCoreApplication::exit(code); });
    QTimer::singleShot(0, &runner, [&runner] { runner.start(QCoreApplication::arguments().mid(1)); });
    return QCoreApplication::exec();
}
