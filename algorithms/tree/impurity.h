// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

namespace tangent::tree {

/// How mixed a set of labels is, from the shares p of its classes. 0 when only one class is there.
enum class Criterion {
    Gini,    ///< 1 - sum p²: the chance that two draws differ, 0 … 1 - 1/classes
    Entropy, ///< -sum p log2 p, in bits, 0 … log2(classes)
    Error    ///< 1 - max p: the share that a vote for the commonest class gets wrong
};

/// The impurity of a set with these class counts (at least 0 each; weights are as good as counts).
/// 0 for an empty set. Breiman, Friedman, Olshen and Stone, "Classification and Regression Trees"
/// (1984), section 4.3 (Gini); Quinlan, Machine Learning 1 (1986), p. 89 (entropy).
TANGENT_API double impurity(Criterion criterion, const Eigen::Ref<const Eigen::VectorXd>& counts);

/// The impurity of two sides, each weighted by its share of the rows. 0 when both are empty.
TANGENT_API double weightedImpurity(Criterion criterion, const Eigen::Ref<const Eigen::VectorXd>& left,
    const Eigen::Ref<const Eigen::VectorXd>& right);

/// How often each class 0 … classes - 1 occurs in `labels`. Throws std::invalid_argument for a label
/// outside that range.
TANGENT_API Eigen::VectorXd classCounts(const Eigen::Ref<const Eigen::VectorXi>& labels, int classes);

} // namespace tangent::tree
