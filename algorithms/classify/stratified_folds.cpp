// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/classify/stratified_folds.h"

#include "algorithms/random/random.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace tangent::classify {

Eigen::VectorXi stratifiedFolds(const Eigen::Ref<const Eigen::VectorXi>& y, int folds, std::uint64_t seed)
{
    if (folds < 1)
        throw std::invalid_argument("stratifiedFolds: folds must be at least 1");
    if (y.size() > 0 && y.minCoeff() < 0)
        throw std::invalid_argument("stratifiedFolds: y must be at least 0");
    std::vector<Eigen::Index> rows(static_cast<std::size_t>(y.size()));
    std::iota(rows.begin(), rows.end(), Eigen::Index{0});
    Random random(seed);
    random.shuffle(rows);
    std::stable_sort(rows.begin(), rows.end(), [&](auto a, auto b) { return y(a) < y(b); });
    Eigen::VectorXi fold(y.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        fold(rows[i]) = static_cast<int>(i % static_cast<std::size_t>(folds));
    return fold;
}

} // namespace tangent::classify
