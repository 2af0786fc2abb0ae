// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/control.h"
#include "engine/base/canceltoken.h"
#include "engine/service/mailbox.h"

#include <QPromise>
#include <QThreadPool>

#include <functional>

namespace leat {

/// Answers questions that block (test, list, describe, query, verify) on a pool of their own,
/// so that waiting runs can never starve them (trap T174). Main thread.
class AskDesk
{
public:
    using Work = std::function<Result<Reply>(const CancelToken&)>;
    using Apply = std::function<void(Result<Reply>&)>;

    AskDesk(Mailbox& mailbox, int threads);
    ~AskDesk();

    /// Runs `work` on the pool, then `apply` (may be empty) on the main thread, then ends the
    /// future. `cancel` stops this one question.
    QFuture<ReplyPtr> ask(Work work, Apply apply, const CancelSource& cancel = CancelSource());
    static QFuture<ReplyPtr> answer(Result<Reply> reply);
    /// As ask(), for a promise that was given out before the question could be asked.
    using Promise = std::shared_ptr<QPromise<ReplyPtr>>;
    void askInto(const Promise& promise, Work work, Apply apply, const CancelSource& cancel = CancelSource());
    static void answerInto(const Promise& promise, Result<Reply> reply);

    /// Cancels what is under way and waits; the answers lie in the mailbox afterwards.
    void stop();

private:
    Mailbox& m_mailbox;
    QThreadPool m_pool;
    std::vector<CancelSource> m_open;
    bool m_stopped = false;
};

} // namespace leat
