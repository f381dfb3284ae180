// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/simulate/hash_range.h"
#include "algorithms/simulate/retry_queue.h"

#include <optional>

namespace tangent::simulate {

/// Counts of the last slices, for limits that hold in any second.
class SlidingSecond {
public:
    /// What fits in this slice under a limit for five slices.
    std::int64_t room(int slice, std::int64_t limit) const
    {
        std::int64_t used = 0;
        for (int i = 1; i < slicesPerSecond; ++i)
            used += counts_[size_t((slice + i) % slicesPerSecond)];
        return limit - used;
    }
    /// What passed in this slice; what passed a second ago is forgotten.
    void pass(int slice, std::int64_t count) { counts_[size_t(slice % slicesPerSecond)] = count; }

private:
    std::array<std::int64_t, size_t(slicesPerSecond)> counts_{};
};

/// How far a reader has come in one shard.
struct ReaderPosition {
    std::int64_t read = 0;
    std::int64_t expired = 0;
    int slice = 0;         // of the shard's life: the one whose records come next
    SlidingSecond outflow; // with fan-out

    std::int64_t position() const { return read + expired; }
};

/// One shard of a stream: what it took in, slice by slice, and how far each reader is.
struct Shard {
    HashRange range;
    double share = 0; // of all records, by their keys
    int opened = 0;   // second
    std::optional<int> closed;
    std::vector<int> parents; // indices

    double carried = 0; // the part of a record that is due but not yet sent
    RetryQueue retries{Retry::None};
    SlidingSecond inflow;
    std::vector<std::int64_t> acceptedUntil; // at the end of each slice of its life
    std::int64_t accepted = 0;

    std::vector<ReaderPosition> readers;
    SlidingSecond outflow; // of readers who share
    int turn = 0;          // whose call is next

    int offeredThisSecond = 0;
    int acceptedThisSecond = 0;
    std::int64_t acceptedThisMinute = 0;
    int busyMinutes = 0;

    std::int64_t unread(const ReaderPosition& reader) const { return accepted - reader.position(); }
};

} // namespace tangent::simulate
