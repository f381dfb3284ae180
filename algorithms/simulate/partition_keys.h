// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/simulate/hash_range.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tangent::simulate {

/// How the records are spread over the keys.
enum class Spread {
    Even,   ///< every key is as busy as any other
    Skewed, ///< the r-th busiest key is sent 1/r as often as the busiest (Zipf's law)
    Hot     ///< a share of all records carries one key, the rest is spread evenly over all keys
};

/// Which partition keys there are and how busy they are.
struct TANGENT_API KeyOptions {
    int keys = 1000; // 1 ... 1,000,000: key-0, key-1, ...
    Spread spread = Spread::Even;
    double hotShare = 0; // 0 ... 1, read when the spread is Hot
    int salt = 1; // 1 ... 1000: from 2 on the busiest key is sent as key-N-0 ... key-N-(salt - 1) in turn
    std::uint64_t seed = 1; // decides which key is the busiest; the others follow it by number

    /// Throws std::invalid_argument with the field and its bound.
    void check() const;
};

/// One key where its hash puts it.
struct PlacedKey {
    Hash hash = 0;
    double share = 0; ///< of all records, 0 to 1
    int key = 0;      ///< its number
    int suffix = -1;  ///< of a salted key; -1: none
};

/// Hashes of key-0 ... key-(count - 1): they depend on nothing else.
TANGENT_API std::vector<Hash> hashesOfKeys(int count);

/// All keys in the order of their hashes, with the share of the records that each is sent.
class TANGENT_API PartitionKeys {
public:
    /// `hashes` are those of hashesOfKeys(options.keys). Throws std::invalid_argument for what does not fit.
    PartitionKeys(const KeyOptions& options, const std::vector<Hash>& hashes);

    const std::vector<PlacedKey>& placed() const { return placed_; }
    /// The number of the busiest key; with an even spread, of the key that would be.
    int busiest() const { return busiest_; }
    /// Share of all records whose key hashes into a range, 0 to 1.
    double shareOf(const HashRange& range) const;
    /// Keys (salted ones counted apart) that hash into a range.
    int countIn(const HashRange& range) const;
    /// The key of the record at a share of all records, 0 to 1, when they stand in the order of their hashes.
    const PlacedKey& at(double share) const;

    static std::string name(int key, int suffix = -1);

private:
    size_t firstFrom(Hash hash) const;

    std::vector<PlacedKey> placed_;
    std::vector<double> before_; // sum of the shares of the keys before each, one longer than placed_
    int busiest_ = 0;
};

} // namespace tangent::simulate
