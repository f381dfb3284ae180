// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <string_view>
#include <utility>
#include <vector>

namespace tangent::simulate {

/// A hash of 128 bits, read as a whole number from 0 to 2^128 - 1.
__extension__ typedef unsigned __int128 Hash;

/// MD5 of a text as a number, the first byte the most significant one (RFC 1321). MD5 guards nothing here:
/// it is how a stream spreads partition keys over its shards. Throws std::runtime_error when the system's
/// library refuses to compute MD5.
TANGENT_API Hash md5(std::string_view text);

/// The hashes that one shard answers for, both ends included; first <= last.
struct TANGENT_API HashRange {
    Hash first = 0;
    Hash last = ~Hash(0);

    bool contains(Hash hash) const { return first <= hash && hash <= last; }
    /// True when the range can be cut: it holds at least two hashes.
    bool divisible() const { return first < last; }
    /// Both ends as shares of all hashes, 0 to 1.
    double from() const;
    double to() const;
    bool operator==(const HashRange&) const = default;
};

/// All hashes cut into `count` ranges of equal length (to one hash), in order. Throws std::invalid_argument
/// for a count below 1.
TANGENT_API std::vector<HashRange> equalRanges(int count);

/// Lower and upper half of a divisible range.
TANGENT_API std::pair<HashRange, HashRange> halves(const HashRange& range);

/// Where a hash lies among all hashes, 0 to 1.
TANGENT_API double position(Hash hash);

} // namespace tangent::simulate
