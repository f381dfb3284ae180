// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace tangent::evaluate {

/// A whole number that orders as the finite double does; -0 and +0 give the same.
inline std::uint64_t orderedBits(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0); // -0 + 0 = +0
    const auto negative = static_cast<std::uint64_t>(static_cast<std::int64_t>(bits) >> 63);
    return bits ^ (negative | 0x8000000000000000ULL);
}

/// The double whose orderedBits() are `bits`.
inline double fromOrderedBits(std::uint64_t bits)
{
    const std::uint64_t positive = bits >> 63;
    return std::bit_cast<double>(bits ^ ((positive - 1) | 0x8000000000000000ULL));
}

/// An array without the zeros that std::vector would write first.
template <class Record>
using Records = std::unique_ptr<Record[]>;

/// Sorts by keyOf(record), ascending and stable: least significant digit first, eleven bits at a time;
/// digits that all records share are skipped. Source: Knuth, The Art of Computer Programming 3, 5.2.5.
template <class Record, class KeyOf>
void radixSort(Records<Record>& records, std::size_t count, const KeyOf& keyOf)
{
    constexpr std::size_t fewRecords = 400; // below this the counters cost more than comparisons
    constexpr int digitBits = 11;
    constexpr int digits = 6;
    constexpr std::uint64_t mask = (1U << digitBits) - 1;
    if (count < fewRecords) {
        std::stable_sort(records.get(), records.get() + count,
            [&](const Record& a, const Record& b) { return keyOf(a) < keyOf(b); });
        return;
    }
    std::array<std::array<std::uint32_t, mask + 1>, digits> ends{};
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t key = keyOf(records[i]);
        for (int digit = 0; digit < digits; ++digit)
            ++ends[digit][(key >> (digit * digitBits)) & mask];
    }
    Records<Record> other = std::make_unique_for_overwrite<Record[]>(count);
    for (int digit = 0; digit < digits; ++digit) {
        const int shift = digit * digitBits;
        auto& next = ends[digit];
        if (next[(keyOf(records[0]) >> shift) & mask] == count)
            continue;
        std::uint32_t start = 0;
        for (std::uint32_t& slot : next)
            start += std::exchange(slot, start);
        for (std::size_t i = 0; i < count; ++i)
            other[next[(keyOf(records[i]) >> shift) & mask]++] = records[i];
        records.swap(other);
    }
}

} // namespace tangent::evaluate
