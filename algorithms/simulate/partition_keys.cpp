// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/simulate/partition_keys.h"

#include "algorithms/random/random.h"

#include <algorithm>
#include <stdexcept>

namespace tangent::simulate {

namespace {

constexpr int mostKeys = 1'000'000;
constexpr int mostSalt = 1000;

/// Share of each key by its rank, the busiest first.
std::vector<double> sharesByRank(const KeyOptions& options)
{
    const auto count = size_t(options.keys);
    std::vector<double> shares(count, 1.0 / double(options.keys));
    if (options.spread == Spread::Hot) {
        for (double& share : shares)
            share *= 1 - options.hotShare;
        shares.front() += options.hotShare;
    } else if (options.spread == Spread::Skewed) {
        double sum = 0;
        for (size_t rank = count; rank-- > 0;)
            sum += 1.0 / double(rank + 1);
        for (size_t rank = 0; rank < count; ++rank)
            shares[rank] = 1.0 / (double(rank + 1) * sum);
    }
    return shares;
}

} // namespace

void KeyOptions::check() const
{
    if (keys < 1 || keys > mostKeys)
        throw std::invalid_argument("KeyOptions: keys must be 1 to 1,000,000");
    if (!(hotShare >= 0 && hotShare <= 1))
        throw std::invalid_argument("KeyOptions: hotShare must be 0 to 1");
    if (salt < 1 || salt > mostSalt)
        throw std::invalid_argument("KeyOptions: salt must be 1 to 1000");
}

std::string PartitionKeys::name(int key, int suffix)
{
    std::string text = "key-" + std::to_string(key);
    return suffix < 0 ? text : text + "-" + std::to_string(suffix);
}

std::vector<Hash> hashesOfKeys(int count)
{
    std::vector<Hash> hashes;
    hashes.reserve(size_t(std::max(count, 0)));
    for (int key = 0; key < count; ++key)
        hashes.push_back(md5(PartitionKeys::name(key)));
    return hashes;
}

PartitionKeys::PartitionKeys(const KeyOptions& options, const std::vector<Hash>& hashes)
{
    options.check();
    if (hashes.size() != size_t(options.keys))
        throw std::invalid_argument("PartitionKeys: one hash for each key is needed");
    busiest_ = int(Random(options.seed).below(std::uint64_t(options.keys)));
    const std::vector<double> shares = sharesByRank(options);
    placed_.reserve(hashes.size() + size_t(options.salt));
    for (int rank = 0; rank < options.keys; ++rank) {
        const int key = (busiest_ + rank) % options.keys;
        const bool salted = rank == 0 && options.salt > 1 && options.spread != Spread::Even;
        if (!salted)
            placed_.push_back({hashes[size_t(key)], shares[size_t(rank)], key, -1});
        for (int suffix = 0; salted && suffix < options.salt; ++suffix)
            placed_.push_back({md5(name(key, suffix)), shares[0] / options.salt, key, suffix});
    }
    std::sort(placed_.begin(), placed_.end(), [](const PlacedKey& a, const PlacedKey& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.key < b.key;
    });
    before_.assign(1, 0);
    before_.reserve(placed_.size() + 1);
    for (const PlacedKey& key : placed_)
        before_.push_back(before_.back() + key.share);
}

size_t PartitionKeys::firstFrom(Hash hash) const
{
    const auto found = std::lower_bound(placed_.begin(), placed_.end(), hash,
        [](const PlacedKey& key, Hash bound) { return key.hash < bound; });
    return size_t(found - placed_.begin());
}

double PartitionKeys::shareOf(const HashRange& range) const
{
    const size_t end = range.last == ~Hash(0) ? placed_.size() : firstFrom(range.last + 1);
    return before_[end] - before_[firstFrom(range.first)];
}

int PartitionKeys::countIn(const HashRange& range) const
{
    const size_t end = range.last == ~Hash(0) ? placed_.size() : firstFrom(range.last + 1);
    return int(end - firstFrom(range.first));
}

const PlacedKey& PartitionKeys::at(double share) const
{
    const auto after = std::upper_bound(before_.begin() + 1, before_.end() - 1, share);
    return placed_[size_t(after - before_.begin()) - 1];
}

} // namespace tangent::simulate
