// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/experiment/mailbox.h"
#include "app/lab/compute.h"

#include <QTimer>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace tangent {

/// Computes scenes off the interface's thread. One compute runs, one waits: the newest. Every result
/// newer than the one shown is shown, so a slider that is dragged keeps moving the picture. Running
/// work is cancelled only when the topic or the data change, or when a partial scene of it is already
/// up and a newer request has waited 150 ms.
class Runner : public QObject {
    Q_OBJECT

public:
    explicit Runner(QObject* parent = nullptr);
    ~Runner() override;

    /// Asks for the scene of a state. `fresh`: topic or data changed; what runs is useless.
    void request(const Lab& lab, const Settled& state, bool fresh);
    /// True while something newer or more complete than the scene shown is on its way.
    bool isBusy() const { return shown_ < asked_ || partialShown_; }
    /// True while the scene shown belongs to an older state than the one asked for last.
    bool isBehind() const { return shown_ < asked_; }

signals:
    /// A scene and the state it belongs to. `complete` is false for a partial one.
    void sceneReady(const tangent::Scene& scene, const tangent::Settled& state, bool complete);
    /// Share of the work done, 0…1; comes only for work that reports it.
    void progressed(double share);

private:
    struct Job {
        quint64 number = 0;
        const Lab* lab = nullptr;
        Settled state;
        std::shared_ptr<Stages> stages;
    };
    struct Result {
        quint64 number = 0;
        Scene scene;
        Settled state;
        bool complete = true;
        std::optional<double> share; ///< only progress: there is no scene
    };

    void work();
    void take(const Result& result);
    void stopIfOvertaken();

    // Interface thread only.
    quint64 asked_ = 0;
    quint64 shown_ = 0;
    bool partialShown_ = false;
    QTimer patience_;
    std::shared_ptr<Stages> stages_ = std::make_shared<Stages>();

    Mailbox<Result> results_;

    // Shared, under mutex_.
    std::mutex mutex_;
    std::condition_variable wake_;
    std::optional<Job> waiting_;
    quint64 running_ = 0; ///< the job taken last
    bool quit_ = false;
    std::atomic<bool> stop_ = false;
    std::atomic<bool> overtaken_ = false; ///< a newer job waits
    std::thread thread_;
};

} // namespace tangent
