// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signalwatcher.h"

#include "app/cli/exitcodes.h"

#include <QSocketNotifier>

#include <atomic>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace leat {

namespace {

// Signal handlers can reach nothing else; both are lock-free.
std::atomic<int> writeEnd{-1};
std::atomic<int> count{0};
constexpr int kPatience = 3;

extern "C" void onSignal(int number)
{
    const int saved = errno;
    if (count.fetch_add(1) + 1 >= kPatience)
        _exit(128 + number);
    const char byte = static_cast<char>(number);
    const ssize_t ignored = ::write(writeEnd.load(), &byte, 1);
    static_cast<void>(ignored);
    errno = saved;
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action{};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = 0; // no SA_RESTART: a prompt must notice Ctrl+C
    sigaction(number, &action, nullptr);
}

// pipe2 is missing on macOS.
bool openPipe(int (&ends)[2])
{
    if (pipe(ends) != 0)
        return false;
    for (const int end : ends) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    return true;
}

} // namespace

SignalWatcher::SignalWatcher(QObject* parent) : QObject(parent)
{
    int ends[2] = {-1, -1};
    if (!openPipe(ends))
        return;
    writeEnd = ends[1];
    count = 0;
    auto* notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, readEnd = ends[0]] {
        char number = 0;
        while (::read(readEnd, &number, 1) == 1)
            Q_EMIT received(number == SIGINT ? exitcode::Interrupted : exitcode::Terminated);
    });
    connect(notifier, &QObject::destroyed, notifier, [readEnd = ends[0]] { ::close(readEnd); });
    handle(SIGINT, onSignal);
    handle(SIGTERM, onSignal);
    handle(SIGHUP, onSignal);
    handle(SIGPIPE, SIG_IGN); // a reader that went away must not end a sync half-way
}

SignalWatcher::~SignalWatcher()
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        handle(number, SIG_DFL);
    const int end = writeEnd.exchange(-1);
    if (end >= 0)
        ::close(end);
}

} // namespace leat
