// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace tangent {

/// Work off the interface's thread, one piece at a time: what is started later ends what runs, and nothing of
/// the earlier piece arrives any more. Results cross over under a mutex; the event that is posted is only a
/// knock. (QtConcurrent hands whole results through locks that a thread sanitizer cannot see.)
template <class Result>
class Background : public QObject {
public:
    using Deliver = std::function<void(Result)>;
    /// Called in the other thread; may deliver any number of results, and ends soon once `stop` is set.
    using Work = std::function<void(const std::atomic<bool>& stop, const Deliver& deliver)>;

    /// `arrived` is called for each result and `ended` after the last one, in the thread of this object.
    explicit Background(std::function<void(const Result&)> arrived, std::function<void()> ended = {})
        : arrived_(std::move(arrived))
        , ended_(std::move(ended))
    {
    }
    ~Background() override
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

protected:
    bool event(QEvent* event) override
    {
        if (event->type() != knockType())
            return QObject::event(event);
        std::deque<Message> messages;
        {
            const std::lock_guard lock(mutex_);
            messages.swap(messages_);
        }
        for (const Message& message : messages) {
            if (message.number != started_)
                continue;
            if (message.result) {
                arrived_(*message.result);
                continue;
            }
            endedNumber_ = message.number;
            if (ended_)
                ended_();
        }
        return true;
    }

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

    static QEvent::Type knockType()
    {
        static const auto type = QEvent::Type(QEvent::registerEventType());
        return type;
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
            job.work(*job.stop, [this, &job](Result result) { post({job.number, std::move(result)}); });
            post({job.number, std::nullopt});
        }
    }
    void post(Message message)
    {
        {
            const std::lock_guard lock(mutex_);
            messages_.push_back(std::move(message));
        }
        QCoreApplication::postEvent(this, new QEvent(knockType()));
    }

    const std::function<void(const Result&)> arrived_;
    const std::function<void()> ended_;
    quint64 started_ = 0;
    quint64 endedNumber_ = 0;
    std::shared_ptr<std::atomic<bool>> stop_;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::optional<Job> waiting_;
    std::deque<Message> messages_;
    bool quit_ = false;
    std::thread thread_;
};

} // namespace tangent
