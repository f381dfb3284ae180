// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>

namespace tangent {

/// Called now and then by long work, with the share of it that is done (0…1). False ends the work. Empty:
/// nobody listens.
using GoOn = std::function<bool(double)>;

/// For whoever works from share `from` to share `to` of the whole.
inline GoOn partOf(const GoOn& whole, double from, double to)
{
    if (!whole)
        return {};
    return [whole, from, to](double share) { return whole(from + share * (to - from)); };
}

/// Tells a share each time it has grown by a thousandth, and ends the work once `stop` is set, which must
/// outlive it.
inline GoOn watched(const std::atomic<bool>& stop, std::function<void(double)> tell)
{
    constexpr int steps = 1000;
    return [&stop, tell = std::move(tell), told = 0](double share) mutable {
        if (int(steps * share) > told) {
            told = int(steps * share);
            tell(share);
        }
        return !stop.load(std::memory_order_relaxed);
    };
}

} // namespace tangent
