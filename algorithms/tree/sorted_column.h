// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <vector>

namespace tangent::tree {

/// A feature's values in rising order with the label of each: what every search along a feature
/// starts from.
struct TANGENT_API SortedColumn {
    std::vector<double> values; ///< rising (-0 before 0, which count as equal)
    std::vector<int> labels;    ///< labels[i] belongs to values[i]; order within equal values is open
};

/// Sorts by a radix sort over the leading bits in which the values differ, finished by comparisons
/// (Knuth, The Art of Computer Programming 3, section 5.2.5): linear for data that spread, never
/// worse than n log n. Throws std::invalid_argument when the lengths differ or a value is not finite.
TANGENT_API SortedColumn sortColumn(
    const Eigen::Ref<const Eigen::VectorXd>& values, const Eigen::Ref<const Eigen::VectorXi>& labels);

/// The threshold between two neighbouring values a < b: their midpoint, or `a` itself where no
/// double lies between them, so that a row goes left exactly when value <= threshold.
TANGENT_API double thresholdBetween(double a, double b);

} // namespace tangent::tree
