// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace tangent::evaluate {

enum class PairOutcome {
    Right, ///< the positive row scores higher
    Wrong,
    Tie
};

/// One positive and one negative row, numbered from 0.
struct ScoredPair {
    Eigen::Index positiveRow = 0;
    Eigen::Index negativeRow = 0;
    PairOutcome outcome = PairOutcome::Right;
};

/// `count` (at least 0) pairs, each row drawn evenly from its class, with replacement. The share of right
/// pairs, ties counted half, estimates the area under the ROC curve. The rows drawn depend on the labels
/// and the seed alone, and the first pairs stay the same when more are drawn. Empty when a class is empty;
/// throws std::invalid_argument when the sizes differ or count is negative.
TANGENT_API std::vector<ScoredPair> samplePairs(const Eigen::Ref<const Eigen::VectorXd>& scores,
    const Eigen::Ref<const Eigen::Array<bool, Eigen::Dynamic, 1>>& positive, Eigen::Index count,
    std::uint64_t seed);

} // namespace tangent::evaluate
