// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"
#include "algorithms/tree/impurity.h"

#include <Eigen/Core>

namespace tangent::tree {

/// The class counts of the two sides of a split.
struct TANGENT_API Division {
    Eigen::VectorXd left; ///< one count for each class
    Eigen::VectorXd right;

    double rowsLeft() const { return left.sum(); }
    double rowsRight() const { return right.sum(); }

    double parentImpurity(Criterion criterion) const { return impurity(criterion, left + right); }
    double leftImpurity(Criterion criterion) const { return impurity(criterion, left); }
    double rightImpurity(Criterion criterion) const { return impurity(criterion, right); }
    double weighted(Criterion criterion) const { return weightedImpurity(criterion, left, right); }

    /// Parent minus weighted: at least 0 but for rounding, because all three criteria are concave.
    double gain(Criterion criterion) const { return parentImpurity(criterion) - weighted(criterion); }
};

/// Divides rows at any threshold: value <= threshold goes left. Throws std::invalid_argument when the
/// lengths differ, a label lies outside 0 … classes - 1, or the threshold or a value is NaN.
TANGENT_API Division divide(const Eigen::Ref<const Eigen::VectorXd>& values,
    const Eigen::Ref<const Eigen::VectorXi>& labels, int classes, double threshold);

} // namespace tangent::tree
