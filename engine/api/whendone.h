// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"

#include <QFutureWatcher>

namespace leat {

/// Calls `handle(Result<Reply>&)` on `receiver`'s thread when the future ends; never once the
/// receiver is gone. A child watcher, because QFuture::then(context, …) aborts on Qt 6.4 when
/// the context died first.
template <typename Handler>
void whenDone(const QFuture<ReplyPtr>& future, QObject* receiver, Handler handle)
{
    auto* watcher = new QFutureWatcher<ReplyPtr>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
        [watcher, handle = std::move(handle)]() mutable {
            const ReplyPtr reply = watcher->future().result();
            watcher->deleteLater();
            handle(*reply);
        });
    watcher->setFuture(future);
}

/// As above for the one reply type the caller expects: `handle(Result<T>)`. A reply of another
/// type is reported as Internal.
template <typename T, typename Handler>
void whenReplied(const QFuture<ReplyPtr>& future, QObject* receiver, Handler handle)
{
    whenDone(future, receiver, [handle = std::move(handle)](Result<Reply>& reply) mutable {
        if (!reply)
            handle(Result<T>(reply.error()));
        else if (T* value = std::get_if<T>(&*reply))
            handle(Result<T>(std::move(*value)));
        else
            handle(Result<T>(makeError(ErrorCode::Internal, QStringLiteral("unexpected reply type"))));
    });
}

} // namespace leat
