// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"
#include "algorithms/tree/impurity.h"

#include <Eigen/Core>

#include <optional>

namespace tangent::tree {

/// What every sensible threshold of one feature achieves: one entry for each pair of neighbouring
/// distinct values, in rising order, none when the feature is constant.
struct TANGENT_API ThresholdCurve {
    Eigen::VectorXd thresholds; ///< the midpoints
    Eigen::VectorXd weighted;   ///< impurity of both sides, weighted by their rows
    Eigen::MatrixXd left;       ///< class counts at or below the threshold, thresholds x classes
    Eigen::VectorXd total;      ///< class counts of all rows
    double parent = 0;          ///< impurity of all rows

    /// Class counts above threshold number `i`.
    Eigen::VectorXd right(Eigen::Index i) const { return total - left.row(i).transpose(); }
};

/// Sorts once and moves one row at a time to the left. `labels` are 0 … classes - 1, one for each
/// value. Throws std::invalid_argument when lengths, labels or values do not fit, or for a value that
/// is not finite.
TANGENT_API ThresholdCurve thresholdCurve(const Eigen::Ref<const Eigen::VectorXd>& values,
    const Eigen::Ref<const Eigen::VectorXi>& labels, int classes, Criterion criterion);

/// The lower median of the midpoints between neighbouring distinct values; nothing when there is no
/// midpoint. Throws std::invalid_argument for a value that is not finite.
TANGENT_API std::optional<double> lowerMedianThreshold(const Eigen::Ref<const Eigen::VectorXd>& values);

} // namespace tangent::tree
