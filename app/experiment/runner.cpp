// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment/runner.h"

namespace tangent {

namespace {

constexpr int patienceMilliseconds = 150;

} // namespace

Runner::Runner(QObject* parent)
    : QObject(parent)
    , results_([this](const Result& result) { take(result); })
{
    patience_.setSingleShot(true);
    patience_.setInterval(patienceMilliseconds);
    connect(&patience_, &QTimer::timeout, this, &Runner::stopIfOvertaken);
    thread_ = std::thread([this] { work(); });
}

Runner::~Runner()
{
    {
        const std::lock_guard lock(mutex_);
        quit_ = true;
        stop_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void Runner::request(const Lab& lab, const Settled& state, bool fresh)
{
    // Stages of another topic may share names with this one's, and work that is being cancelled may still
    // store into them: each visit has a store of its own.
    if (fresh)
        stages_ = std::make_shared<Stages>();
    bool isFirstToWait = false;
    {
        const std::lock_guard lock(mutex_);
        isFirstToWait = !waiting_;
        waiting_ = Job{++asked_, &lab, state, stages_};
        overtaken_ = true;
        if (fresh)
            stop_ = true;
    }
    if (isFirstToWait)
        patience_.start();
    wake_.notify_one();
}

/// Work without which nothing would wait goes on: nobody would begin it again.
void Runner::stopIfOvertaken()
{
    const std::lock_guard lock(mutex_);
    if (waiting_ && partialShown_ && shown_ == running_ && !patience_.isActive())
        stop_ = true;
}

void Runner::work()
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
            running_ = job.number;
            overtaken_ = false;
            stop_ = false;
        }
        const Progress progress(
            &stop_,
            [&](double share) {
                results_.post({job.number, {}, {}, false, share});
            },
            [&](Scene scene) {
                sayWhichRows(job.state, &scene);
                results_.post({job.number, std::move(scene), job.state, false, {}});
            },
            &overtaken_);
        Scene scene = computeScene(*job.lab, job.state, *job.stages, progress);
        if (!stop_ && !progress.gaveWay())
            results_.post({job.number, std::move(scene), std::move(job.state), true, {}});
    }
}

void Runner::take(const Result& result)
{
    if (result.share) {
        if (result.number == asked_)
            emit progressed(*result.share);
        return;
    }
    if (result.number < shown_ || (result.number == shown_ && !partialShown_))
        return;
    shown_ = result.number;
    partialShown_ = !result.complete;
    if (partialShown_)
        stopIfOvertaken();
    emit sceneReady(result.scene, result.state, result.complete);
}

} // namespace tangent
