// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "algorithms/api.h"

#include <Eigen/Core>

#include <functional>

namespace tangent::decompose {

/// What is taken from each column and what it is then divided by, so that column j becomes
/// (x_j - mean_j) / scale_j.
struct TANGENT_API ColumnScaling {
    Eigen::RowVectorXd mean;  ///< 1 x features
    Eigen::RowVectorXd scale; ///< 1 x features; 1 where nothing is divided, never 0

    /// The scaled copy of `x` (rows x features).
    Eigen::MatrixXd apply(const Eigen::Ref<const Eigen::MatrixXd>& x) const;
};

/// A table's covariance and the scaling it was measured under.
struct TANGENT_API Covariance {
    ColumnScaling scaling;
    Eigen::MatrixXd matrix; ///< features x features, symmetric, divided by rows - 1
};

/// Centres every column and, with `standardise`, divides it by its standard deviation with n. A
/// constant column becomes exactly 0. Throws std::invalid_argument for fewer than two rows, no
/// column, values that are not finite, or values so large that their variance is not.
TANGENT_API ColumnScaling columnScaling(const Eigen::Ref<const Eigen::MatrixXd>& x, bool standardise);

/// Two passes (mean first, then products of centred blocks), the stable way of Chan, Golub and
/// LeVeque, "Algorithms for computing the sample variance", The American Statistician 37 (1983),
/// p. 243. Throws as columnScaling does. `cancelled` is asked between blocks of rows; when it says
/// yes the matrix comes back empty.
TANGENT_API Covariance covariance(const Eigen::Ref<const Eigen::MatrixXd>& x, bool standardise,
    const std::function<bool()>& cancelled = {});

} // namespace tangent::decompose
