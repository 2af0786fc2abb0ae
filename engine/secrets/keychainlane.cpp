// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secrets/keychainlane.h"

#include <QThread>

#include <openssl/crypto.h>
#include <qt6keychain/keychain.h>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace leat {

namespace {

struct Pending
{
    std::mutex mutex;
    std::condition_variable changed;
    KeychainRequest request;
    std::optional<KeychainAnswer> answer;
    bool abandoned = false;
};

// Takes the bytes out of the job's own buffer and wipes that: a copy would leave it as it is.
Secret takeFrom(const QKeychain::ReadPasswordJob& job)
{
    const QByteArray shared = job.binaryData();
    QByteArray copy(shared.constData(), shared.size());
    if (!shared.isEmpty())
        OPENSSL_cleanse(const_cast<char*>(shared.constData()), std::size_t(shared.size()));
    return Secret::take(copy);
}

/// Lives on the lane's thread.
class Worker final : public QObject
{
public:
    /// From any thread.
    void post(std::shared_ptr<Pending> pending)
    {
        {
            const std::lock_guard lock(m_queueMutex);
            m_queue.push_back(std::move(pending));
        }
        QMetaObject::invokeMethod(this, &Worker::startNext, Qt::QueuedConnection);
    }

private:
    std::shared_ptr<Pending> takeNext()
    {
        const std::lock_guard lock(m_queueMutex);
        if (m_queue.empty())
            return nullptr;
        const std::shared_ptr<Pending> next = std::move(m_queue.front());
        m_queue.pop_front();
        return next;
    }

    void startNext()
    {
        while (!m_busy) {
            const std::shared_ptr<Pending> next = takeNext();
            if (!next)
                return;
            QKeychain::Job* job = nullptr;
            {
                const std::lock_guard lock(next->mutex);
                if (!next->abandoned)
                    job = makeJob(next->request);
            }
            if (job)
                start(job, next);
        }
    }

    QKeychain::Job* makeJob(KeychainRequest& request)
    {
        const QString service = QStringLiteral("leat");
        QKeychain::Job* job = nullptr;
        if (request.kind == KeychainRequest::Kind::Read) {
            job = new QKeychain::ReadPasswordJob(service);
        } else if (request.kind == KeychainRequest::Kind::Remove) {
            job = new QKeychain::DeletePasswordJob(service);
        } else {
            auto* write = new QKeychain::WritePasswordJob(service);
            const std::string_view value = request.value.view();
            // The job shares this buffer; it is wiped when the job has ended.
            m_written = QByteArray(value.data(), qsizetype(value.size()));
            write->setBinaryData(m_written);
            request.value = Secret();
            job = write;
        }
        job->setKey(request.key);
        job->setInsecureFallback(false);
        return job;
    }

    void start(QKeychain::Job* job, const std::shared_ptr<Pending>& pending)
    {
        m_busy = true;
        connect(job, &QKeychain::Job::finished, this, [this, pending](QKeychain::Job* ended) { finish(ended, *pending); });
        job->start();
    }

    void finish(QKeychain::Job* job, Pending& pending)
    {
        KeychainAnswer answer{job->error(), job->errorString(), {}};
        if (const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(job))
            answer.value = takeFrom(*read);
        if (!m_written.isEmpty())
            OPENSSL_cleanse(const_cast<char*>(m_written.constData()), std::size_t(m_written.size()));
        m_written.clear();
        {
            const std::lock_guard lock(pending.mutex);
            if (!pending.abandoned)
                pending.answer = std::move(answer);
        }
        pending.changed.notify_all();
        m_busy = false;
        startNext();
    }

    std::mutex m_queueMutex;
    std::deque<std::shared_ptr<Pending>> m_queue;
    QByteArray m_written;
    bool m_busy = false;
};

// Never destroyed: see the class's description.
Worker& worker()
{
    static Worker* const made = [] {
        auto* thread = new QThread;
        thread->setObjectName(QStringLiteral("leat-keychain"));
        auto* object = new Worker;
        object->moveToThread(thread);
        thread->start();
        return object;
    }();
    return *made;
}

} // namespace

std::optional<KeychainAnswer> KeychainLane::ask(KeychainRequest request, std::chrono::milliseconds deadline)
{
    auto pending = std::make_shared<Pending>();
    pending->request = std::move(request);
    Worker& lane = worker();
    lane.post(pending);
    std::unique_lock lock(pending->mutex);
    if (pending->changed.wait_for(lock, deadline, [&] { return pending->answer.has_value(); }))
        return std::move(pending->answer);
    pending->abandoned = true;
    pending->request.value = Secret();
    return std::nullopt;
}

} // namespace leat
