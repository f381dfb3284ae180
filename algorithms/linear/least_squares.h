// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <functional>
#include <vector>

namespace tangent::linear {

struct TANGENT_API LeastSquaresOptions {
    /// Fit a constant beside the columns.
    bool intercept = true;
    /// A column counts as explained by those before it when less than this share of its length
    /// (centred, with an intercept) is left beside them. 1e-14 … 0.1.
    double rankTolerance = 1e-10;

    /// Throws std::invalid_argument naming the field and the bound it broke.
    void check() const;
};

/// The linear function of the columns with the least sum of squared residuals.
struct TANGENT_API LeastSquares {
    Eigen::VectorXd coefficients; ///< one for each column; 0 for the columns in `dependent`
    double intercept = 0;         ///< 0 when none was asked for
    double residualSum = 0;       ///< sum of squared residuals
    /// Sum of squares about the mean of y, about 0 without an intercept.
    double totalSum = 0;
    Eigen::Index rows = 0;
    Eigen::Index rank = 0; ///< of the (centred) columns; below their number the answer is not unique
    /// Columns that are constant or a combination of earlier ones, rising: left out of the fit.
    std::vector<Eigen::Index> dependent;
    bool cancelled = false; ///< true when stopped early: nothing else is set then

    bool fullRank() const { return dependent.empty(); }

    /// 1 - residualSum / totalSum; NaN when y does not vary.
    double rSquared() const;

    /// The fitted function at the rows of `x` (rows x columns). Throws std::invalid_argument for
    /// another number of columns.
    Eigen::VectorXd predict(const Eigen::Ref<const Eigen::MatrixXd>& x) const;
};

/// Fits y (rows) to x (rows x columns) by Householder QR of the centred table, taken a block of rows
/// at a time: each block is reflected into the triangle of those above it, so the work stays in the
/// cache (Golub and Van Loan, "Matrix Computations", 4th edition, section 5.3; blocks as in Demmel,
/// Grigori, Hoemmen and Langou, SIAM J. Scientific Computing 34 (2012), p. A206). The condition
/// number enters once, not squared as in the normal equations.
/// Throws std::invalid_argument for no row, another length of y, or values that are not finite or whose
/// squares are not.
/// `cancelled` is asked between blocks.
TANGENT_API LeastSquares leastSquares(const Eigen::Ref<const Eigen::MatrixXd>& x,
    const Eigen::Ref<const Eigen::VectorXd>& y, const LeastSquaresOptions& options = {},
    const std::function<bool()>& cancelled = {});

} // namespace tangent::linear
