// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/simulate/stream.h"

#include <memory>

namespace tangent::simulate {

/// 3,000 records of 1 KB a second on four shards, as in the lab's first picture.
inline StreamOptions plainOptions(double rate = 3000)
{
    StreamOptions options;
    options.rate = {{0, rate}};
    return options;
}

inline std::shared_ptr<const PartitionKeys> keysOf(
    int count, Spread spread = Spread::Even, double hotShare = 0, int salt = 1, std::uint64_t seed = 70)
{
    KeyOptions options;
    options.keys = count;
    options.spread = spread;
    options.hotShare = hotShare;
    options.salt = salt;
    options.seed = seed;
    return std::make_shared<PartitionKeys>(options, hashesOfKeys(count));
}

} // namespace tangent::simulate
