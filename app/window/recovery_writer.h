// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/recovery_files.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tangent {

/// Writes recovery files in a thread of its own, so that a slow disk never holds up a hand, nor a busy
/// interface what is to be kept. It rests a quarter of a second between two writings; of the states that wait
/// only the newest is written. Tables are written before the state that may name them.
class RecoveryWriter {
public:
    /// `files` null: made in `folder` at the first state or table. `failed` is called in the writer's thread,
    /// with a sentence.
    RecoveryWriter(QString folder, std::unique_ptr<RecoveryFiles> files, std::function<void(QString)> failed);
    /// Writes what waits, without resting.
    ~RecoveryWriter();

    void writeTable(const QString& name, const QByteArray& bytes);
    /// `bytes` is called in the writer's thread: a long state is not spelled out at the hand's cost.
    void writeState(std::function<QByteArray()> bytes);
    /// Goes on in these files: the tables written so far come along, the state written so far goes.
    void continueIn(std::unique_ptr<RecoveryFiles> files);
    /// Ends with no file left: nothing waiting is written.
    void endCleanly();

private:
    struct Work {
        std::unique_ptr<RecoveryFiles> files;
        std::vector<std::pair<QString, QByteArray>> tables;
        std::function<QByteArray()> state;
        bool isEmpty() const { return !files && tables.empty() && !state; }
    };
    void run();
    void write(Work work);
    void end(bool cleanly);

    const QString folder_;
    const std::function<void(QString)> failed_;
    std::unique_ptr<RecoveryFiles> files_; ///< the thread's alone while it runs

    std::mutex mutex_;
    std::condition_variable wake_;
    Work waiting_;
    bool quit_ = false;
    std::thread thread_;
};

} // namespace tangent
