// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/cluster/adjusted_rand.h"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

namespace tangent::cluster {

namespace {

double pairs(double count)
{
    return count * (count - 1) / 2;
}

/// Pairs of rows that share a group, from the groups in ascending order.
template <class Group>
double pairsTogether(const std::vector<Group>& sorted)
{
    double sum = 0;
    for (auto from = sorted.begin(); from != sorted.end();) {
        const auto to = std::upper_bound(from, sorted.end(), *from);
        sum += pairs(static_cast<double>(to - from));
        from = to;
    }
    return sum;
}

std::vector<int> sorted(const Eigen::Ref<const Eigen::VectorXi>& groups)
{
    std::vector<int> values(groups.data(), groups.data() + groups.size());
    std::sort(values.begin(), values.end());
    return values;
}

} // namespace

double adjustedRand(
    const Eigen::Ref<const Eigen::VectorXi>& first, const Eigen::Ref<const Eigen::VectorXi>& second)
{
    if (first.size() != second.size())
        throw std::invalid_argument("adjustedRand: both groupings must have the same length");
    if (first.size() > 0 && (first.minCoeff() < 0 || second.minCoeff() < 0))
        throw std::invalid_argument("adjustedRand: group numbers must be at least 0");

    std::vector<std::pair<int, int>> both(first.size());
    for (Eigen::Index row = 0; row < first.size(); ++row)
        both[row] = {first(row), second(row)};
    std::sort(both.begin(), both.end());

    const double together = pairsTogether(both);
    const double inFirst = pairsTogether(sorted(first));
    const double inSecond = pairsTogether(sorted(second));
    const double all = pairs(static_cast<double>(first.size()));
    const double expected = all > 0 ? inFirst * inSecond / all : 0;
    const double most = (inFirst + inSecond) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
}

} // namespace tangent::cluster
