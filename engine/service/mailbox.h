// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace leat {

/// Brings closures from pool threads to the main thread, in order. Unlike queued invocations
/// they can be drained by hand while everything is being taken down, so no answer gets lost.
class Mailbox : public QObject
{
    Q_OBJECT
public:
    explicit Mailbox(QObject* parent = nullptr);
    /// Any thread.
    void post(std::function<void()> letter);
    /// Main thread: runs what has arrived.
    void drain();

private:
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_letters;
};

} // namespace leat
