// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/tree/sorted_column.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <stdexcept>

namespace tangent::tree {

namespace {

struct Entry {
    std::uint64_t key;
    int label;
};

constexpr int digitBits = 11;
constexpr std::size_t digits = std::size_t{1} << digitBits;
// Three digits leave few rows undecided in most tables and cost half of what all six would.
constexpr int passes = 3;
// Below this many rows the histograms cost more than comparing.
constexpr std::size_t smallSort = 1024;
// Undecided runs up to this length are finished by insertion.
constexpr std::size_t shortRun = 24;

/// Unsigned whole numbers in the order of the doubles: all bits of negative numbers are flipped, the
/// sign bit of the others.
std::uint64_t toKey(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value);
    return (bits >> 63) != 0 ? ~bits : bits | (std::uint64_t{1} << 63);
}

double toValue(std::uint64_t key)
{
    const bool negative = (key >> 63) == 0;
    return std::bit_cast<double>(negative ? ~key : key & ~(std::uint64_t{1} << 63));
}

bool before(const Entry& a, const Entry& b)
{
    return a.key < b.key;
}

void insertionSort(Entry* first, Entry* last)
{
    for (Entry* i = first + 1; i < last; ++i) {
        const Entry entry = *i;
        Entry* hole = i;
        for (; hole > first && entry.key < hole[-1].key; --hole)
            *hole = hole[-1];
        *hole = entry;
    }
}

/// Sorts each stretch whose keys agree in everything above the lowest `shift` bits.
void finishRuns(std::vector<Entry>& entries, int shift)
{
    Entry* const end = entries.data() + entries.size();
    for (Entry* first = entries.data(); first < end;) {
        Entry* last = first + 1;
        while (last < end && (last->key >> shift) == (first->key >> shift))
            ++last;
        if (static_cast<std::size_t>(last - first) <= shortRun)
            insertionSort(first, last);
        else
            std::sort(first, last, before);
        first = last;
    }
}

void radixSort(std::vector<Entry>& entries, std::uint64_t differing)
{
    const int shift = std::max(0, static_cast<int>(std::bit_width(differing)) - passes * digitBits);
    std::vector<std::array<std::uint32_t, digits>> starts(passes);
    const auto digitOf = [shift](std::uint64_t key, int pass) {
        return (key >> (shift + pass * digitBits)) & (digits - 1);
    };
    for (const Entry& entry : entries) {
        for (int pass = 0; pass < passes; ++pass)
            ++starts[static_cast<std::size_t>(pass)][digitOf(entry.key, pass)];
    }
    std::vector<Entry> other(entries.size());
    for (int pass = 0; pass < passes; ++pass) {
        auto& start = starts[static_cast<std::size_t>(pass)];
        std::exclusive_scan(start.begin(), start.end(), start.begin(), std::uint32_t{0});
        for (const Entry& entry : entries)
            other[start[digitOf(entry.key, pass)]++] = entry;
        entries.swap(other);
    }
    if (shift > 0)
        finishRuns(entries, shift);
}

} // namespace

SortedColumn sortColumn(
    const Eigen::Ref<const Eigen::VectorXd>& values, const Eigen::Ref<const Eigen::VectorXi>& labels)
{
    if (values.size() != labels.size())
        throw std::invalid_argument("labels: one for each value");
    if (!values.allFinite())
        throw std::invalid_argument("values: every value must be finite");
    const auto rows = static_cast<std::size_t>(values.size());
    std::vector<Entry> entries(rows);
    std::uint64_t differing = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        const std::uint64_t key = toKey(values(static_cast<Eigen::Index>(i)));
        entries[i] = {key, labels(static_cast<Eigen::Index>(i))};
        differing |= key ^ entries[0].key;
    }
    // 32-bit histograms would overflow beyond their range.
    if (rows <= smallSort || rows > UINT32_MAX)
        std::sort(entries.begin(), entries.end(), before);
    else
        radixSort(entries, differing);

    SortedColumn sorted{std::vector<double>(rows), std::vector<int>(rows)};
    for (std::size_t i = 0; i < rows; ++i) {
        sorted.values[i] = toValue(entries[i].key);
        sorted.labels[i] = entries[i].label;
    }
    return sorted;
}

double thresholdBetween(double a, double b)
{
    const double middle = std::midpoint(a, b);
    return middle < b ? middle : a;
}

} // namespace tangent::tree
