// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/experiment/mailbox.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace tangent {

/// Work off the interface's thread, one piece at a time: what is started later ends what runs, and nothing of
/// the earlier piece arrives any more.
template <class Result>
class Background {
public:
    using Deliver = std::function<void(Result)>;
    /// Called in the other thread; may deliver any number of results, and ends soon once `stop` is set.
    using Work = std::function<void(const std::atomic<bool>& stop, const Deliver& deliver)>;

    /// `arrived` is called for each result and `ended` after the last one, in the thread of this object.
    explicit Background(std::function<void(const Result&)> arrived, std::function<void()> ended = {})
        : arrived_(std::move(arrived))
        , ended_(std::move(ended))
        , mailbox_([this](const Message& message) { take(message); })
    {
    }
    ~Background()
    {
        stop();
        {
            const std::lock_guard lock(mutex_);
            quit_ = true;
        }
        wake_.notify_one();
        if (thread_.joinable())
            thread_.join();
    }

    void start(Work work)
    {
        stop();
        stop_ = std::make_shared<std::atomic<bool>>(false);
        ++started_;
        {
            const std::lock_guard lock(mutex_);
            waiting_ = Job{started_, std::move(work), stop_};
        }
        if (!thread_.joinable())
            thread_ = std::thread([this] { run(); });
        wake_.notify_one();
    }
    /// What runs ends soon; what it delivers until then still arrives.
    void stop()
    {
        if (stop_)
            *stop_ = true;
    }
    bool isRunning() const { return endedNumber_ < started_; }

private:
    struct Job {
        quint64 number = 0;
        Work work;
        std::shared_ptr<std::atomic<bool>> stop;
    };
    struct Message {
        quint64 number = 0;
        std::optional<Result> result; ///< none: the work has ended
    };

    void take(const Message& message)
    {
        if (message.number != started_)
            return;
        if (message.result) {
            arrived_(*message.result);
            return;
        }
        endedNumber_ = message.number;
        if (ended_)
            ended_();
    }
    void run()
    {
        for (;;) {
            Job job;
            {
                std::unique_lock lock(mutex_);
                wake_.wait(lock, [this] { return quit_ || waiting_; });
                if (quit_)
                    return;
                job = std::move(*waiting_);
                waiting_.reset();
            }
            job.work(*job.stop, [this, &job](Result result) {
                mailbox_.post({job.number, std::move(result)});
            });
            mailbox_.post({job.number, std::nullopt});
        }
    }

    const std::function<void(const Result&)> arrived_;
    const std::function<void()> ended_;
    quint64 started_ = 0;
    quint64 endedNumber_ = 0;
    std::shared_ptr<std::atomic<bool>> stop_;
    Mailbox<Message> mailbox_;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::optional<Job> waiting_;
    bool quit_ = false;
    std::thread thread_;
};

} // namespace tangent
