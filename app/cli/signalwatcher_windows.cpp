// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signalwatcher.h"

#include "app/cli/exitcodes.h"

#include <QMetaObject>

#include <atomic>

#include <windows.h>

namespace leat {

namespace {

// The console calls its handler on a thread of its own.
std::atomic<SignalWatcher*> watcher{nullptr};
std::atomic<int> count{0};
constexpr int kPatience = 3;

BOOL WINAPI onControl(DWORD type)
{
    SignalWatcher* target = watcher.load();
    if (target == nullptr || count.fetch_add(1) + 1 >= kPatience)
        return FALSE;
    const int code = type == CTRL_C_EVENT || type == CTRL_BREAK_EVENT ? exitcode::Interrupted : exitcode::Terminated;
    QMetaObject::invokeMethod(target, [target, code] { Q_EMIT target->received(code); }, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

SignalWatcher::SignalWatcher(QObject* parent) : QObject(parent)
{
    watcher = this;
    count = 0;
    SetConsoleCtrlHandler(onControl, TRUE);
}

SignalWatcher::~SignalWatcher()
{
    SetConsoleCtrlHandler(onControl, FALSE);
    watcher = nullptr;
}

} // namespace leat
