// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace leat {

/// Turns Ctrl+C and termination signals into Qt signals on its own thread. At most one lives at a
/// time. A third signal ends the process at once, should the event loop not answer.
class SignalWatcher final : public QObject
{
    Q_OBJECT
public:
    explicit SignalWatcher(QObject* parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    /// exitCode is 130 for an interrupt, 143 for a termination.
    void received(int exitCode);
};

} // namespace leat
