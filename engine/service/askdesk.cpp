// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/askdesk.h"

#include "engine/base/handoff.h"

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
    auto promise = std::make_shared<QPromise<ReplyPtr>>();
    promise->start();
    askInto(promise, std::move(work), std::move(apply), cancel);
    return promise->future();
}

void AskDesk::askInto(const Promise& promise, Work work, Apply apply, const CancelSource& cancel)
{
    if (m_stopped)
        return answerInto(promise, makeError(ErrorCode::Cancelled));
    std::erase_if(m_open, [](const CancelSource& open) { return open.isCancelled(); });
    m_open.push_back(cancel);
    std::function<void()> job = [this, promise, work = std::move(work), apply = std::move(apply), cancel] {
        handoff::taken();
        auto reply = std::make_shared<Result<Reply>>(guarded(work, cancel.token()));
        m_mailbox.post([promise, reply, apply, cancel] {
            cancel.cancel(); // marks it as done, see ask()
            if (apply)
                apply(*reply);
            promise->addResult(reply);
            promise->finish();
        });
        handoff::given();
    };
    handoff::given();
    m_pool.start(std::move(job));
}

void AskDesk::answerInto(const Promise& promise, Result<Reply> reply)
{
    promise->addResult(std::make_shared<Result<Reply>>(std::move(reply)));
    promise->finish();
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
    handoff::taken();
}

} // namespace leat
