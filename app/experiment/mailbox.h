// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace tangent {

/// What other threads have to say to the thread of this object. Messages cross over under a mutex and arrive
/// in the order in which they were posted; the event that is posted is only a knock. (Queued signals and
/// QtConcurrent hand whole values through locks that a thread sanitizer cannot see.)
template <class Message>
class Mailbox : public QObject {
public:
    /// `arrived` is called for each message, in the thread of this object. No thread may post any more when
    /// the mailbox goes.
    explicit Mailbox(std::function<void(Message&)> arrived)
        : arrived_(std::move(arrived))
    {
    }

    /// From any thread.
    void post(Message message)
    {
        {
            const std::lock_guard lock(mutex_);
            messages_.push_back(std::move(message));
        }
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }

protected:
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        // One message for each knock: in whatever loop of events `arrived_` ends up, the next ones wait in
        // their order, and it may do away with this mailbox.
        std::unique_lock lock(mutex_);
        Message message = std::move(messages_.front());
        messages_.pop_front();
        lock.unlock();
        arrived_(message);
        return true;
    }

private:
    const std::function<void(Message&)> arrived_;
    std::mutex mutex_;
    std::deque<Message> messages_;
};

} // namespace tangent
