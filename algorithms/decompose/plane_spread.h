// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <optional>

namespace tangent::decompose {

/// How two columns of a table spread in their plane, and how much a direction in that plane catches
/// of the whole table's variance. Angles are degrees from the first column's axis towards the
/// second's; a direction and its opposite are the same, so angles count modulo 180.
///
/// The variance of the shadows on the direction (cos a, sin a) is
///     xx cos² a + 2 xy cos a sin a + yy sin² a,
/// and what is left is the mean squared distance from the line (with n - 1, through the mean): kept
/// and lost add up to the total at every angle.
struct TANGENT_API PlaneSpread {
    double meanX = 0; ///< of the first column as used: 0 once centred and standardised
    double meanY = 0;
    double xx = 0;    ///< variance of the first column, n - 1
    double xy = 0;    ///< covariance
    double yy = 0;    ///< variance of the second column
    double total = 0; ///< variance of all features together, at least xx + yy

    /// Share of the total variance that a direction catches, 0 … 1; 0 when there is none.
    double kept(double degrees) const;

    /// Share of the total that lies across the direction and in the other features, 0 … 1.
    double lost(double degrees) const;

    /// The angle of greatest variance, 0 ≤ angle < 180; 0 when every direction keeps the same.
    double bestAngle() const;

    /// (λ1 - λ2) / λ1 of the two variances in the plane, 0 … 1: at 0 no direction is the best.
    double gap() const;

    /// Slope of the least-squares line of the second column on the first, through the means; nothing
    /// when the first column is constant.
    std::optional<double> regressionSlope() const;
};

/// Measures the columns `first` and `second` of `x` (rows x features) among all its columns, after
/// standardising all of them (with n) if so. Throws std::invalid_argument as columnScaling does, and
/// for a column that does not exist.
TANGENT_API PlaneSpread planeSpread(
    const Eigen::Ref<const Eigen::MatrixXd>& x, Eigen::Index first, Eigen::Index second, bool standardise);

/// `degrees` modulo 180, in 0 ≤ … < 180.
TANGENT_API double halfTurn(double degrees);

} // namespace tangent::decompose
