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
        std::function<void(Scene)> onPartial)
        : stop_(stop)
        , onShare_(std::move(onShare))
        , onPartial_(std::move(onPartial))
    {
    }

    /// True when the result is no longer wanted: return what there is.
    bool cancelled() const { return stop_ && stop_->load(std::memory_order_relaxed); }
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
        }
    }
    bool wantsPartial() const { return bool(onPartial_); }

private:
    const std::atomic<bool>* stop_ = nullptr;
    std::function<void(double)> onShare_;
    std::function<void(Scene)> onPartial_;
};

} // namespace tangent
