// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"

#include <atomic>
#include <functional>

namespace tangent {

/// How a computing lab talks to whoever waits for it. Without a listener it costs nothing.
class Progress {
public:
    Progress() = default;
    Progress(const std::atomic<bool>* stop, std::function<void(double)> onShare,
        std::function<void(Scene)> onPartial, const std::atomic<bool>* overtaken = nullptr)
        : stop_(stop)
        , overtaken_(overtaken)
        , onShare_(std::move(onShare))
        , onPartial_(std::move(onPartial))
    {
    }

    /// True when the result is no longer wanted: return what there is.
    bool cancelled() const { return stop_ && stop_->load(std::memory_order_relaxed); }
    /// True when a newer state waits and a partial scene is shown already. Work that only refines that scene
    /// asks this and ends here, as if it were cancelled: the next scene comes sooner, and what is refined
    /// comes once the hand rests. A result of work that gave way is dropped.
    bool givesWay() const
    {
        const bool gives = hasPartial_ && overtaken_ && overtaken_->load(std::memory_order_relaxed);
        gaveWay_ = gaveWay_ || gives;
        return gives;
    }
    /// Whether givesWay() was ever true.
    bool gaveWay() const { return gaveWay_; }
    void report(double share) const
    {
        if (onShare_)
            onShare_(share);
    }
    /// Shows a first, coarser scene of the same state.
    void partial(Scene scene) const
    {
        if (onPartial_) {
            scene.partial = true;
            onPartial_(std::move(scene));
            hasPartial_ = true;
        }
    }
    bool wantsPartial() const { return bool(onPartial_); }

private:
    const std::atomic<bool>* stop_ = nullptr;
    const std::atomic<bool>* overtaken_ = nullptr;
    std::function<void(double)> onShare_;
    std::function<void(Scene)> onPartial_;
    mutable bool hasPartial_ = false;
    mutable bool gaveWay_ = false;
};

} // namespace tangent
