// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

namespace leat {

/// One thread that does jobs in the order they were given, the caller waiting. Destroyed after
/// the jobs that are queued have run. Its ends are a std::thread's: thread checkers know those.
class JobThread
{
public:
    JobThread();
    ~JobThread();
    JobThread(const JobThread&) = delete;
    JobThread& operator=(const JobThread&) = delete;

    /// Runs `job` there and returns what it returns; exceptions travel to the caller.
    template <typename Job>
    auto call(Job job) -> decltype(job())
    {
        if (std::this_thread::get_id() == m_thread.get_id())
            return job();
        // Shared: the thread may still be inside the task when the answer is already here.
        auto task = std::make_shared<std::packaged_task<decltype(job())()>>(std::move(job));
        auto answer = task->get_future();
        post([task] { (*task)(); });
        return answer.get();
    }

private:
    void post(std::function<void()> job);
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace leat
