// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <cstdint>
#include <vector>

namespace tangent::simulate {

/// What one shard lets through in a second, and the rule by which a stream on demand grows. 1 KB is 1,024
/// bytes, 1 MB is 1,024 KB. Source: Amazon Kinesis Data Streams developer guide, pages "Quotas and limits"
/// and "Choose the right mode to stream in" (resources/facts/kinesis-data-streams.csv).
namespace limits {
inline constexpr int recordsIn = 1000;
inline constexpr int bytesIn = 1 << 20;
inline constexpr int bytesOut = 2 << 20; // shared by all readers, or for each reader with fan-out
inline constexpr int callsOut = 5;       // GetRecords, shared by all readers
inline constexpr int recordsPerCall = 10'000;
inline constexpr int bytesPerCall = 10 << 20;
inline constexpr int readersWithFanOut = 20;
inline constexpr int splitBytes = 500 << 10; // on demand: a shard busier than this is split
inline constexpr int splitRecords = 500;     // the same half of the limit in records (an assumption)
inline constexpr int splitMinutes = 15;      // after at most this long
inline constexpr int retentionSeconds = 24 * 3600;
} // namespace limits

/// The simulation's grain: time passes in fifths of a second, one GetRecords call of a shard each. Limits
/// hold in any five successive slices.
inline constexpr int slicesPerSecond = 5;

/// A producer that was refused sends a record again until this many attempts have failed.
inline constexpr int mostAttempts = 30;

enum class Mode { Provisioned, OnDemand };
enum class Retry {
    None,       ///< a refused record is given up at once
    Fixed,      ///< again after one second
    Exponential ///< again within 0.4 s, 0.8 s, ... 6.4 s: a quarter of the records after each quarter of the
                ///< wait
};

/// A corner of the rate curve; the rate is straight between corners and level outside them.
struct RatePoint {
    double second = 0;
    double rate = 0; // records per second, at least 0
};

/// A shard cut into halves, or joined with the one above it in the order of hashes, at the start of a second.
struct Reshard {
    int second = 0;
    int shard = 1; // the first shards are numbered from 1; each new one gets the next number
    bool merge = false;
};

struct TANGENT_API StreamOptions {
    std::vector<RatePoint> rate; // ascending seconds, at least one corner
    double recordKilobytes = 1;  // 0.001 ... 1024, key included
    int shards = 4;              // 1 ... 1024, at the start
    Mode mode = Mode::Provisioned;
    std::vector<Reshard> reshards; // any order; on demand they are not allowed and are skipped
    int readers = 1;               // 1 ... 20
    bool fanOut = false;           // each reader has its own 2 MB/s of every shard, pushed without calls
    Retry retry = Retry::None;
    int retention = limits::retentionSeconds; // seconds until an unread record expires, at least 1

    /// Throws std::invalid_argument with the field and its bound.
    void check() const;

    int recordBytes() const;
    /// Records that one shard takes in within one second: by count or by bytes, whichever is less.
    int recordsIn() const;
    /// Records that one shard gives out within one second, to all readers or, with fan-out, to each.
    int recordsOut() const;
    /// Records that one call returns at most. Readers who share are taken to ask for their fifth of a second:
    /// nobody can empty a shard's allowance before the others come round.
    int recordsPerCall() const;
};

/// The rate curve at a moment, records per second.
TANGENT_API double rateAt(const std::vector<RatePoint>& curve, double second);

/// Records sent from one moment to another: the surface under the rate curve.
TANGENT_API double sentBetween(const std::vector<RatePoint>& curve, double from, double to);

/// How many shards each limit asks for when keys are perfectly even, as fractions.
struct ShardNeeds {
    double recordsIn = 0;
    double bytesIn = 0;
    double bytesOut = 0; // of readers who share; 0 with fan-out

    /// The largest of the three rounded up, at least 1.
    TANGENT_API int shards() const;
};

/// The needs at the peak of the rate curve.
TANGENT_API ShardNeeds shardNeeds(const StreamOptions& options);

} // namespace tangent::simulate
