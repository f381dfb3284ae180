// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/simulate/stream_options.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tangent::simulate {

/// Records by how often they have been refused so far: 0 ... mostAttempts - 1 times.
using ByAttempts = std::array<std::int32_t, mostAttempts>;

/// Refused records of one shard that will be sent again, by the slice in which they are. Records that have
/// been refused equally often and are due together are one number.
class RetryQueue {
public:
    explicit RetryQueue(Retry retry);

    std::int64_t waiting() const { return waiting_; }
    /// Takes out what is sent again in this slice.
    ByAttempts take(int slice);
    /// Puts back what this slice refused, by the refusals before this one; returns how many are given up.
    std::int64_t refuse(int slice, const ByAttempts& refused);
    /// Moves a share of everything that waits, 0 to 1, into a queue of its own.
    RetryQueue split(double share);
    /// Takes over all that waits in another queue of the same rule.
    void join(const RetryQueue& other);

private:
    static constexpr int longestWait = 32; // slices
    static constexpr int ringLength = longestWait + 1;

    ByAttempts& slotOf(int slice) { return due_[size_t(slice % ringLength)]; }

    Retry retry_;
    std::int64_t waiting_ = 0;
    std::vector<ByAttempts> due_; // empty when nothing is ever sent again
};

/// Divides `count` by `part` of `whole` so that successive calls with the running sums lose nothing: the
/// whole part of sum * part / whole. All are at least 0, part <= whole.
std::int64_t portion(std::int64_t sum, std::int64_t part, std::int64_t whole);

} // namespace tangent::simulate
