// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <cstdint>
#include <utility>

namespace tangent {

/// The project's one source of chance: the same seed gives the same numbers on every machine and
/// standard library, which the distributions of <random> do not promise.
///
/// Generator: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
/// OOPSLA 2014, fig. 17). One 64-bit word of state, period 2^64.
class TANGENT_API Random {
public:
    explicit Random(std::uint64_t seed)
        : state_(seed)
    {
    }

    /// The next 64 random bits.
    std::uint64_t next();

    /// A double in [0, 1), a multiple of 2^-53.
    double uniform();

    /// A whole number in [0, bound), without modulo bias. Throws std::invalid_argument for bound 0.
    std::uint64_t below(std::uint64_t bound);

    /// A standard normal value by Marsaglia's polar method; the second of each pair is kept for the
    /// next call.
    double normal();

    /// Fisher-Yates shuffle of anything with size() and operator[].
    template <class Sequence>
    void shuffle(Sequence& items)
    {
        for (auto i = items.size(); i > 1; --i) {
            using std::swap;
            swap(items[i - 1], items[below(static_cast<std::uint64_t>(i))]);
        }
    }

private:
    std::uint64_t state_;
    double spare_ = 0;
    bool hasSpare_ = false;
};

} // namespace tangent
