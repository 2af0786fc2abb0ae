// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/askdesk.h"

#include <QPromise>

#include <exception>

namespace leat {

namespace {

Result<Reply> guarded(const AskDesk::Work& work, const CancelToken& cancel)
{
    if (cancel.isCancelled())
        return makeError(ErrorCode::Cancelled);
    try {
        return work(cancel);
    } catch (const std::exception& problem) {
        return makeError(ErrorCode::Internal, QString::fromUtf8(problem.what()));
    }
}

} // namespace

AskDesk::AskDesk(Mailbox& mailbox, int threads) : m_mailbox(mailbox)
{
    m_pool.setMaxThreadCount(threads);
}

AskDesk::~AskDesk()
{
    stop();
}

QFuture<ReplyPtr> AskDesk::ask(Work work, Apply apply, const CancelSource& cancel)
{
    if (m_stopped)
        return answer(makeError(ErrorCode::Cancelled));
    auto promise = std::make_shared<QPromise<ReplyPtr>>();
    promise->start();
    std::erase_if(m_open, [](const CancelSource& open) { return open.isCancelled(); });
    m_open.push_back(cancel);
    m_pool.start([this, promise, work = std::move(work), apply = std::move(apply), cancel] {
        auto reply = std::make_shared<Result<Reply>>(guarded(work, cancel.token()));
        m_mailbox.post([promise, reply, apply, cancel] {
            cancel.cancel(); // marks it as done, see ask()
            if (apply)
                apply(*reply);
            promise->addResult(reply);
            promise->finish();
        });
    });
    return promise->future();
}

QFuture<ReplyPtr> AskDesk::answer(Result<Reply> reply)
{
    QPromise<ReplyPtr> promise;
    promise.start();
    promise.addResult(std::make_shared<Result<Reply>>(std::move(reply)));
    promise.finish();
    return promise.future();
}

void AskDesk::stop()
{
    m_stopped = true;
    for (const CancelSource& open : m_open)
        open.cancel();
    m_pool.waitForDone();
}

} // namespace leat
