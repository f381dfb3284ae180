// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/simulate/partition_keys.h"
#include "algorithms/simulate/retry_queue.h"
#include "algorithms/simulate/shard.h"

#include <functional>
#include <optional>

namespace tangent::simulate {

/// One open shard, or a closed one that somebody still has to read, in one second.
struct ShardSecond {
    int shard = 0;   // index: its number less 1
    int offered = 0; // write attempts, those sent again included
    int accepted = 0;
    int waiting = 0; // at the end of the second, to be sent again
    int unread = 0;  // at the end, by the reader that has most
    float age = 0;   // seconds since the oldest record that some reader has not read came in; 0: all read
    bool open = true;

    int rejected() const { return offered - accepted; }
};

/// One reader at the end of a second, over all shards. accepted = read + unread + expired.
struct ReaderSecond {
    std::int64_t read = 0;
    std::int64_t unread = 0;
    std::int64_t expired = 0;
    double age = 0; // the largest over the shards
};

/// Everything at the end of a second; counts run from the start. produced = accepted + waiting + givenUp.
struct TANGENT_API StreamSecond {
    std::int64_t produced = 0;
    std::int64_t attempts = 0;
    std::int64_t accepted = 0;
    std::int64_t waiting = 0;
    std::int64_t givenUp = 0;
    std::vector<ShardSecond> shards; // in the order of their hashes
    std::vector<ReaderSecond> readers;

    std::int64_t rejected() const { return attempts - accepted; }
    int openShards() const;
    /// The largest over shards and readers.
    double iteratorAge() const;
};

/// A data stream under load, in slices of a fifth of a second. Records of one key in one slice are a count:
/// what each shard gets is the exact share of its keys, rounded to whole records so that nothing is lost. All
/// records that a shard is offered in a slice have the same chance; those it refuses are waiting by the rule
/// of `retry`. Shards are joined and cut at once; children are read after their parents, as the client
/// library does.
///
/// A value: a copy goes on from where it was, so it is its own keyframe.
class TANGENT_API Stream {
public:
    /// Throws std::invalid_argument for options out of range.
    Stream(StreamOptions options, std::shared_ptr<const PartitionKeys> keys);

    /// Seconds passed.
    int second() const { return second_; }
    /// One more second; resharding of that second comes first.
    StreamSecond advance();

    /// Every shard there has been, by number less 1.
    const std::vector<Shard>& shards() const { return shards_; }
    /// Open shards in the order of their hashes, as indices.
    const std::vector<int>& open() const { return open_; }
    /// Reshards that could not be done: no such open shard, nothing above it, a range of one hash, on demand.
    const std::vector<Reshard>& refusedReshards() const { return refused_; }

private:
    bool reshard(const Reshard& wanted);
    void split(int shard);
    void merge(int shard);
    Shard& add(const HashRange& range, std::vector<int> parents);
    void grow();
    void write(Shard& shard, double sent, int slice, StreamSecond& now);
    bool mayRead(const Shard& shard, int reader) const;
    void read(Shard& shard, int slice);
    void measure(StreamSecond& now);

    StreamOptions options_;
    std::shared_ptr<const PartitionKeys> keys_;
    int recordsIn_ = 0;
    int recordsOut_ = 0;
    int recordsPerCall_ = 0;
    int second_ = 0;
    std::vector<Shard> shards_;
    std::vector<int> open_;
    std::vector<int> closed_; // closed, with records that somebody has not read
    std::vector<Reshard> refused_;
    StreamSecond totals_; // counts only
};

/// A whole run.
struct StreamTrace {
    struct ShardLife {
        HashRange range;
        int opened = 0;            // second
        std::optional<int> closed; // second
        double share = 0;          // of all records
    };
    std::vector<StreamSecond> seconds; // seconds[t]: after t seconds; seconds[0] is the start
    std::vector<ShardLife> shards;     // by number less 1
    std::vector<Reshard> refused;
    bool cancelled = false; // cut short
};

/// Runs a stream for a number of seconds. `goOn` is asked each second with the share done; false stops the
/// run.
TANGENT_API StreamTrace runStream(const StreamOptions& options, std::shared_ptr<const PartitionKeys> keys,
    int seconds, const std::function<bool(double)>& goOn = {});

} // namespace tangent::simulate
