// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/simulate/retry_queue.h"

#include <algorithm>

namespace tangent::simulate {

namespace {

constexpr int fixedWait = slicesPerSecond;
constexpr int moments = 4; // of the longest wait, at which records spread by chance come back

/// The longest wait after the (refusals + 1)-th refusal under the exponential rule: 2, 4, ... 32 slices.
int longestWaitAfter(int refusals)
{
    constexpr int doublings = 5;
    return 1 << std::min(refusals + 1, doublings);
}

} // namespace

std::int64_t portion(std::int64_t sum, std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? 0 : sum * part / whole;
}

RetryQueue::RetryQueue(Retry retry)
    : retry_(retry)
    , due_(retry == Retry::None ? 0 : ringLength, ByAttempts{})
{
}

ByAttempts RetryQueue::take(int slice)
{
    if (waiting_ == 0)
        return {};
    const ByAttempts taken = slotOf(slice);
    slotOf(slice).fill(0);
    for (const std::int32_t count : taken)
        waiting_ -= count;
    return taken;
}

std::int64_t RetryQueue::refuse(int slice, const ByAttempts& refused)
{
    std::int64_t givenUp = 0;
    for (int refusals = 0; refusals < mostAttempts; ++refusals) {
        const std::int32_t count = refused[size_t(refusals)];
        if (count == 0)
            continue;
        if (retry_ == Retry::None || refusals + 1 == mostAttempts) {
            givenUp += count;
            continue;
        }
        waiting_ += count;
        if (retry_ == Retry::Fixed) {
            slotOf(slice + fixedWait)[size_t(refusals + 1)] += count;
            continue;
        }
        const int longest = longestWaitAfter(refusals);
        for (int moment = 1; moment <= moments; ++moment) {
            const auto share =
                std::int32_t(portion(count, moment, moments) - portion(count, moment - 1, moments));
            const int wait = (longest * moment + moments - 1) / moments;
            slotOf(slice + wait)[size_t(refusals + 1)] += share;
        }
    }
    return givenUp;
}

RetryQueue RetryQueue::split(double share)
{
    RetryQueue other(retry_);
    double wanted = 0;
    std::int64_t moved = 0;
    for (size_t slot = 0; slot < due_.size(); ++slot) {
        for (size_t refusals = 0; refusals < size_t(mostAttempts); ++refusals) {
            std::int32_t& here = due_[slot][refusals];
            wanted += share * here;
            const auto going =
                std::int32_t(std::clamp(std::int64_t(wanted) - moved, std::int64_t(0), std::int64_t(here)));
            moved += going;
            here -= going;
            other.due_[slot][refusals] = going;
        }
    }
    waiting_ -= moved;
    other.waiting_ = moved;
    return other;
}

void RetryQueue::join(const RetryQueue& other)
{
    for (size_t slot = 0; slot < due_.size(); ++slot) {
        for (size_t refusals = 0; refusals < size_t(mostAttempts); ++refusals)
            due_[slot][refusals] += other.due_[slot][refusals];
    }
    waiting_ += other.waiting_;
}

} // namespace tangent::simulate
